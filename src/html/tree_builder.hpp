#pragma once
// Tokens into a tree (the HTML Standard, section 13.2.6). One function for each insertion mode; each gives whether
// the token is to be looked at again, in the mode that is set then.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "html/tokenizer.hpp"
#include "html/tree.hpp"

namespace syndicat::html {

// An element's name and namespace in one number; an HTML element's is its name.
using Key = std::uint32_t;
constexpr Key kSvgKey = 0x40000000, kMathKey = 0x80000000;
constexpr Key key_of(Name name, Namespace space) {
  return space == Namespace::html ? name : name | (space == Namespace::svg ? kSvgKey : kMathKey);
}

class TreeBuilder {
 public:
  TreeBuilder(std::string text, const Options& options);
  Document parse();
  Document parse_fragment(std::string_view context);

 private:
  // clang-format off
  enum class InsertionMode : std::uint8_t {
    initial, before_html, before_head, in_head, in_head_noscript, after_head, in_body, text, in_table, in_table_text,
    in_caption, in_column_group, in_table_body, in_row, in_cell, in_template, after_body, in_frameset,
    after_frameset, after_after_body, after_after_frameset
  };
  // clang-format on
  struct Open {  // an element on the stack
    std::uint32_t node;
    Key key;
    std::uint32_t inside;  // where its children go: itself, or a template's content
    bool html_integration_point;
  };
  struct Formatting {  // an entry of the list of active formatting elements; node 0 is a marker
    std::uint32_t node;
    Key key;
    std::uint64_t fingerprint;  // of its attributes
  };
  struct Place {
    std::uint32_t parent, before;  // before 0: at the end
  };
  struct Piece {
    std::string_view text;
    std::uint32_t offset;
    bool lasting;
  };

  // tree_builder.cpp: the loop, the stack, insertion
  void run();
  void process(Token& token);
  bool dispatch(Token& token);
  bool by_mode(Token& token);
  Document finish();
  void error(std::string_view name, const Token& token) { tokenizer_.add_error(name, token.offset); }

  const Open& current() const { return stack_.back(); }
  Key adjusted_current_key() const;
  bool in_foreign() const;
  void push(std::uint32_t node, Key key);
  void pop();
  void pop_until(Key key);                  // and that one too
  void pop_until_place(std::size_t depth);  // until the stack is that deep
  void remove_open(std::uint32_t node);
  void closed(const Open& open);
  bool is_open(Name name) const { return open_count_[name] != 0; }
  std::size_t find_open(std::uint32_t node) const;  // its place on the stack; kNotFound

  enum class Scope : std::uint8_t { element, list_item, button, table };
  bool in_scope(Key key, Scope scope = Scope::element) const;
  bool heading_in_scope() const;
  bool node_in_scope(std::uint32_t node) const;
  void imply_end_tags(Name except = names::kNoName);
  void imply_end_tags_thoroughly();
  void close_p();
  void close_p_in_button_scope() {
    if (is_open(names::kP) && in_scope(names::kP, Scope::button)) close_p();
  }

  void make_room();
  Place place_for(std::uint32_t inside, Key key) const;
  Place place() const { return place_for(current().inside, current().key); }
  std::uint32_t create(Token& token, Namespace space);
  std::uint32_t insert_element(Token& token, Namespace space = Namespace::html);
  std::uint32_t insert_html(Name name);  // an element that no tag stands for
  std::uint32_t insert_void(Token& token) {
    const std::uint32_t node = insert_element(token);
    pop();
    token.self_closing = false;
    return node;
  }
  std::uint32_t clone(std::uint32_t node);
  void insert_text(std::string_view text, std::uint32_t offset, bool lasting);
  void insert_text(const Token& token) { insert_text(token.text, token.offset, token.lasting); }
  void insert_comment(const Token& token, std::uint32_t parent = 0);
  void insert_doctype(const Token& token);
  void merge_attributes(std::uint32_t node, Token& token);
  std::string_view attribute(const Token& token, Name name) const;
  bool has_attribute(const Token& token, Name name) const;
  Token take_space(Token& token);  // the white space that the token's text begins with
  void keep_only_space(Token& token);

  // formatting.cpp: the list of active formatting elements and the adoption agency
  void push_formatting(std::uint32_t node, Name name);
  void push_marker();
  void clear_to_marker();
  void reconstruct_formatting();
  bool may_clone();
  bool adopt(Name name);  // false: as any other end tag
  bool adopt_once(std::size_t entry, bool& done);
  std::size_t find_formatting(Name name) const;  // behind the last marker; kNotFound
  std::size_t find_formatting_node(std::uint32_t node) const;

  // select.cpp
  void note_selected_content(std::uint32_t node);
  void option_closed(std::uint32_t node);
  std::uint32_t enclosing_select(std::uint32_t node) const;
  void copy_children(std::uint32_t from, std::uint32_t to);

  // modes_*.cpp
  bool initial(Token& token);
  bool before_html(Token& token);
  bool before_head(Token& token);
  bool in_head(Token& token);
  bool in_head_noscript(Token& token);
  bool after_head(Token& token);
  bool in_body(Token& token);
  bool body_text(Token& token);
  bool body_start_tag(Token& token);
  bool body_end_tag(Token& token);
  void list_item(Token& token);
  void any_other_end_tag(Token& token);
  bool text(Token& token);
  bool in_table(Token& token);
  bool in_table_anything_else(Token& token);
  bool in_table_text(Token& token);
  bool in_caption(Token& token);
  bool in_column_group(Token& token);
  bool in_table_body(Token& token);
  bool in_row(Token& token);
  bool in_cell(Token& token);
  bool in_template(Token& token);
  bool after_body(Token& token);
  bool in_frameset(Token& token);
  bool after_frameset(Token& token);
  bool after_after_body(Token& token);
  bool after_after_frameset(Token& token);
  bool in_foreign_content(Token& token);
  bool template_end_tag(Token& token);
  void clear_stack_to(std::initializer_list<Name> names);
  void close_cell();
  bool stop_parsing(Token& token);
  void raw_text_element(Token& token, Content content);
  bool pop_and_switch(InsertionMode mode) {
    pop();
    mode_ = mode;
    return true;
  }
  void reset_insertion_mode();

  static constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

  std::unique_ptr<Tree> state_;
  Limits limits_;
  Tokenizer tokenizer_;
  InsertionMode mode_ = InsertionMode::initial, original_mode_ = InsertionMode::initial;
  std::vector<InsertionMode> template_modes_;
  std::vector<Open> stack_;
  std::vector<Open> hidden_;  // open elements that gave their place to deeper ones (see make_room)
  std::vector<Formatting> formatting_;
  std::array<std::uint32_t, names::kKnownNames> open_count_{};
  std::uint32_t head_ = 0, form_ = 0;
  Open context_{};  // a fragment's; node 0: a document
  bool frameset_ok_ = true, foster_parenting_ = false, skip_line_feed_ = false, stopped_ = false;
  std::uint64_t clones_left_;
  std::vector<Piece> table_text_;
  std::string scratch_;

  struct Select {
    std::uint32_t select, selected_content;
    bool has_selected;
  };
  std::vector<Select> selects_;
};

// Whether an element is one of those that the standard calls special.
bool is_special(Key key);
bool ends_scope(Key key);
// Whether HTML may stand in it; of MathML's annotation-xml its encoding tells.
bool is_html_integration_point(Key key);

}  // namespace syndicat::html
