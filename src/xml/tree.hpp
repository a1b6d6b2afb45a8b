#pragma once
// What is behind a document: nodes in one vector, in document order, their texts as views into the document's
// own text or, where references had to be resolved, into an arena. Only the .cpp files of this room include
// this.

#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/lines.hpp"
#include "xml/document.hpp"

namespace syndicat::xml {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

struct NodeRecord {
  Kind kind = Kind::element;
  bool has_nodes = false;        // the first child is then the node that follows
  std::uint32_t parent = kNone;  // kNone: outside the root, or the root itself
  std::uint32_t next = kNone;    // sibling
  std::uint32_t start = 0, end = 0;
  struct Element {
    std::uint32_t name, written;  // name_id, and the name with its prefix
    std::uint32_t content;
    std::uint32_t first_attribute, attribute_count;
  };
  struct Text {
    const char* data;
    std::uint32_t size;
  };
  union {
    Element element;
    Text text;
  };
  NodeRecord() : element{0, 0, 0, 0, 0} {}
};

// Texts that live as long as the tree and never move.
class Arena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) grow(text.size());
    char* place = free_;
    std::memcpy(place, text.data(), text.size());
    free_ += text.size();
    room_ -= text.size();
    return {place, text.size()};
  }

 private:
  void grow(std::size_t size) {
    const std::size_t block = size > kBlock ? size : kBlock;
    blocks_.push_back(std::unique_ptr<char[]>(new char[block]));
    free_ = blocks_.back().get();
    room_ = block;
  }
  static constexpr std::size_t kBlock = 16UL << 10U;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t room_ = 0;
};

// Each text once, by a small number. The views stay valid as long as the tree.
class Names {
 public:
  Names();
  // `text` must outlive this.
  std::uint32_t id(std::string_view text);
  std::string_view operator[](std::uint32_t id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  void grow();
  std::uint64_t hash(std::string_view text) const;
  std::uint64_t seed_;
  std::vector<std::string_view> texts_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> slots_;
};

struct Tree {
  std::string text;
  std::string encoding;
  bool as_meant = false;  // read as people meant it (`parse`), not as it is (`examine`)
  std::vector<NodeRecord> nodes;
  std::vector<Attribute> attributes;
  std::vector<Binding> bindings;
  std::vector<std::uint32_t> prologue;
  std::vector<Flaw> flaws;     // so many as are told
  std::size_t more_flaws = 0;  // beyond those
  std::optional<Declaration> declaration;
  std::optional<Doctype> doctype;
  std::uint32_t root = kNone;
  Names words;              // names as written ("media:title"), prefixes, local names, namespace URIs
  std::vector<Name> names;  // by name_id
  Arena arena;
  mutable text::Lines lines;

  Position place(std::size_t offset) const {
    const auto at = lines.at(text, offset);
    return {at.line, at.column, offset};
  }
};

constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view kXmlnsUri = "http://www.w3.org/2000/xmlns/";
constexpr std::string_view kXhtmlUri = "http://www.w3.org/1999/xhtml";

// Bytes as UTF-8 text, what the declaration says, and what is wrong about either (in bytes of the text).
struct Decoded {
  std::string text;
  std::string encoding;
  std::optional<Flaw> flaw;  // its position holds the offset only
};
Decoded decode(std::string bytes, std::string_view charset);

// The pseudo attributes of an XML declaration at the start of `text`, or nothing where there is none.
std::optional<Declaration> read_declaration(std::string_view text);

// Fills the tree from its text. A document without any element leaves `root` at kNone.
void build(Tree& tree, const Limits& limits);

}  // namespace syndicat::xml
