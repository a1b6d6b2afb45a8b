#pragma once
// The page's text into tags, text, comments and doctypes (the HTML Standard, section 13.2.5). The states that read
// one character at a time are written here as scans for the next one that matters.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/tree.hpp"
#include "text/character_reference.hpp"

namespace syndicat::html {

enum class TokenKind : std::uint8_t { start_tag, end_tag, text, comment, doctype, end };

struct Token {
  TokenKind kind = TokenKind::end;
  bool self_closing = false;
  bool lasting = false;        // `text` is a view of the page; else it holds until the next token only
  bool force_quirks = false;   // doctypes
  std::uint32_t offset = 0;    // where it begins
  Name name = names::kNoName;  // tags, doctypes
  std::uint32_t first_attribute = 0, attribute_count = 0;  // start tags; the last ones in the document's block
  std::string_view text;                                   // text, comments
  std::string_view public_id, system_id;                   // doctypes
  bool has_public_id = false, has_system_id = false;
};

// How the text after a start tag is read: the tree builder says so.
enum class Content : std::uint8_t { data, rcdata, rawtext, script, plaintext };

struct RawError {
  std::string_view name;
  std::uint32_t offset;
};

class Tokenizer {
 public:
  // Reads `state.text` and puts attributes and names into `state`.
  Tokenizer(Tree& state, const Limits& limits, bool keep_errors);

  // The next token. `in_foreign_content`: whether "<![CDATA[" begins character data here.
  void next(Token& token, bool in_foreign_content);

  // Reads on as `content` until the end tag `name`; kNoName: none ends it.
  void set_content(Content content, Name name) {
    content_ = content;
    content_name_ = name;
  }
  bool page_has_nul() const { return has_nul_; }
  void add_error(std::string_view name, std::uint32_t offset);
  bool keeps_errors() const { return keep_errors_; }

  // All errors with those of the input stream (section 13.2.3.5), in the page's order.
  std::vector<RawError> take_errors();

 private:
  // tokenizer_text.cpp: each fills `token` with the text up to what ends it and gives whether there was any.
  bool data(Token& token);
  bool raw_text(Token& token);
  const char* script_end(const char* from) const;
  bool plain_text(Token& token);
  bool character_data(Token& token);
  bool finish_text(Token& token, const char* start, const char* end);
  bool is_content_end(const char* less_than) const;

  // tokenizer.cpp
  bool markup(Token& token, bool in_foreign_content);  // at "<"; whether it made a token
  bool start_tag(Token& token);
  bool end_tag(Token& token);
  Name tag_name();
  bool attributes(Token& token, bool is_end_tag);
  Name attribute_name();
  void attribute_value(AttributeData& attribute);
  void set_value(AttributeData& attribute, const char* start, const char* end);

  // tokenizer_declarations.cpp
  void comment(Token& token);
  void bogus_comment(Token& token, const char* start);
  void set_comment(Token& token, const char* start, const char* end);
  void doctype(Token& token);
  void doctype_identifiers(Token& token);
  const char* quoted_identifier(std::string_view& identifier, const char* abrupt_error, Token& token);
  void bogus_doctype();

  std::uint32_t offset_of(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }
  void error(std::string_view name, const char* at) {
    if (keep_errors_) add_error(name, offset_of(at));
  }
  void reference_errors(const text::Reference& reference, const char* ampersand);
  // The text with each NUL as U+FFFD, as most states have it; a view of `scratch_` where there was one.
  std::string_view without_nul(std::string_view text, bool& lasting);

  Tree& state_;
  const char *begin_, *at_, *end_;  // *end_ is a NUL
  Content content_ = Content::data;
  Name content_name_ = names::kNoName;
  bool in_character_data_ = false;
  bool has_nul_;
  bool keep_errors_;
  std::uint32_t max_attributes_, max_all_attributes_;
  std::string scratch_;  // the text of the current token where it is not the page's
  std::string name_scratch_;
  std::vector<std::uint32_t> seen_;  // by name: the last tag that had this attribute
  std::uint32_t tag_number_ = 0;
  std::vector<RawError> errors_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> character_data_parts_;
};

constexpr bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace syndicat::html
