#pragma once
// The reader of XML 1.0 with namespaces. It never stops at a flaw: it notes it and goes on as a person would,
// since half of the feeds out there have one. Only the .cpp files of this room include this.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "xml/tree.hpp"

namespace syndicat::xml {

constexpr std::size_t kMostFlaws = 100;  // that are told

struct Entity {
  std::string_view text;  // the replacement text
  bool outside = false;   // external: never read
  bool in_use = false;    // being expanded just now
};

class Parser {
 public:
  Parser(Tree& tree, const Limits& limits);
  void run();

 private:
  // What is being read: the document, or an entity's text that counts as standing where its reference stands.
  struct Input {
    const char *begin = nullptr, *at = nullptr, *end = nullptr;
    bool entity = false;
    std::uint32_t reference_start = 0, reference_end = 0;
  };
  struct Open {
    std::uint32_t node;
    std::uint32_t last = kNone;  // its last child so far
    std::size_t bindings = 0;    // how many bindings there were before it
    bool is_void = false;        // an element of HTML that has no end tag there
  };
  struct RawAttribute {
    std::uint32_t written;
    std::string_view value;
    std::uint32_t start, value_start, value_end;
  };
  // Whether an element of a name has no end tag in HTML; some names do only where an attribute tells HTML's.
  enum class Void : std::uint8_t { never, always, with_href, with_src };
  // A name as written, taken apart once.
  struct Written {
    std::uint32_t prefix = kNone, local = kNone;  // in `words`; kNone: not looked at yet
    std::uint32_t uri = kNone, name = kNone;      // what it meant last time
    Void is_void = Void::never;
  };
  struct Rebinding {
    std::uint32_t prefix, before;
  };

  // parser.cpp: the document, its text and its markup without tags
  void declaration();
  void outside_root(bool before);
  void content(std::size_t floor);
  void text();
  void comment();
  void cdata();
  void instruction();
  void cut_off();
  void close_open(std::size_t floor);
  // parser_tags.cpp
  void start_tag();
  void end_tag();
  static Void void_of(std::string_view name);
  bool has_attribute(std::string_view name) const;
  void empty_voids(std::size_t floor);
  enum class Tag : std::uint8_t { open, empty, cut_off };
  Tag attributes(const char* tag, std::string_view element);
  bool attribute(std::string_view element);
  std::string_view attribute_value(std::string_view element, std::string_view name, RawAttribute& attribute);
  std::string_view resolved_value(std::string_view raw);
  void bind(const RawAttribute& attribute);
  std::uint32_t resolve_prefix(std::uint32_t prefix, std::uint32_t offset);
  Written& take_apart(std::uint32_t written, std::uint32_t offset);
  std::uint32_t name_id(Written& written, std::uint32_t uri);
  void check_twice(std::size_t first, std::string_view element);
  // parser_entities.cpp
  enum class Place : std::uint8_t { text, value };
  void reference(std::string& into, Place place);
  Entity* entity_with_markup();  // that the reference here means; null: it means text
  void include(Entity& entity);
  bool character_reference(std::string& into);
  void expand(Entity& entity, std::string_view name, std::string& into, Place place, std::uint32_t at);
  void expand_text(std::string_view replacement, std::string& into, Place place, std::uint32_t at);
  void doctype();
  bool internal_subset();
  bool entity_declaration();
  bool skip_declaration();
  std::optional<std::string_view> quoted();
  std::string_view replacement_text(std::string_view literal, std::uint32_t offset);

  // Small steps.
  std::uint32_t offset(const char* at) const {
    return input_.entity ? input_.reference_start : static_cast<std::uint32_t>(at - input_.begin);
  }
  std::uint32_t end_offset(const char* at) const {
    return input_.entity ? input_.reference_end : static_cast<std::uint32_t>(at - input_.begin);
  }
  std::string_view rest() const { return {input_.at, static_cast<std::size_t>(input_.end - input_.at)}; }
  bool ended() const { return input_.at == input_.end; }
  bool skip_blanks();       // whether there were any
  std::string_view name();  // empty: none stands here
  std::uint32_t add(const NodeRecord& record);
  void add_text(Kind kind, std::string_view value, std::uint32_t start, std::uint32_t end);
  std::string_view normalized(std::string_view raw);  // line ends as XML wants them
  void check_characters(std::string_view raw, const char* from);
  std::string opened(const Open& open) const;  // "<entry> (opened in line 12)"
  void flaw(std::size_t offset, Flaw::Kind kind, std::string message, std::string about = {});
  void limit(std::size_t offset, std::string message);

  Tree& tree_;
  const Limits& limits_;
  Input input_;
  bool stopped_ = false;
  std::vector<Open> open_;
  std::size_t open_voids_ = 0;  // of those; counted where the document is read as meant
  std::vector<RawAttribute> raw_;
  std::vector<Written> written_;         // by the name's number in `words`
  std::vector<std::uint32_t> bound_;     // by the prefix's number: the URI's, or kNone
  std::vector<std::uint32_t> bound_by_;  // by prefix: the index of the last element that declared it
  std::vector<Rebinding> rebindings_;
  std::vector<std::uint64_t> keys_;
  std::unordered_map<std::uint64_t, std::uint32_t> name_ids_;
  std::unordered_map<std::string_view, Entity> entities_;
  std::uint64_t expanded_ = 0;
  unsigned entity_depth_ = 0;
  bool more_declarations_ = false;  // an external subset or a parameter entity, which nobody reads
  bool doctype_seen_ = false;
  std::uint32_t no_word_, xmlns_word_, xml_word_, xml_uri_;
  std::size_t entity_base_ =
      0;  // so many open elements may not be closed by what is being read: it is an entity's text
};

}  // namespace syndicat::xml
