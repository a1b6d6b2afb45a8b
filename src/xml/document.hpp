#pragma once
// XML as a read-only tree whose every node knows its place. libxml2's SAX2 parser fills it: its own DOM has no
// columns and stops counting lines at 65,535. Nothing outside the document is ever read.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace syndicat::xml {

struct Position {
  std::uint32_t line = 0;    // from 1; 0: not known
  std::uint32_t column = 0;  // from 1, in characters
  std::size_t offset = 0;    // from 0, in bytes of the UTF-8 text that was parsed
};

// A name by its namespace, never by its prefix.
struct Name {
  std::string_view uri;  // empty: none
  std::string_view local;
  bool operator==(const Name&) const = default;
};

struct Attribute {
  Name name;
  std::string_view prefix;
  std::string_view value;
  Position position;  // of the name
  Position value_position;  // of the first character within the quotation marks
};

class Document;
class Children;

enum class Kind : std::uint8_t { element, text, cdata, comment, instruction };

// A node: two words, to be copied freely, valid as long as its document lives.
class Node {
 public:
  Kind kind() const;
  bool is_element() const { return kind() == Kind::element; }
  Name name() const;                          // elements
  std::string_view prefix() const;            // elements
  std::string_view value() const;             // text, cdata, comment, instruction (target, blank, data)
  const std::vector<Attribute>& attributes() const;
  // The attribute's value, or nothing where it is not there. One without a namespace by default.
  std::optional<std::string_view> attribute(std::string_view local, std::string_view uri = {}) const;
  std::optional<Node> parent() const;
  Children children() const;                          // child elements, in order
  Children nodes() const;                             // all children
  std::optional<Node> child(const Name& name) const;  // the first of that name
  std::string text() const;                           // all text below, joined as it stands
  Position position() const;                          // of the start tag's "<", of the first character
  Position end() const;                               // behind the last character of the whole node
  Position content() const;                           // behind the start tag's ">"
  std::size_t index() const { return index_; }        // its place in the document, in order

  // The node as text that is well-formed alone: prefixes in use are declared on it.
  std::string outer() const;
  // What is inside an element, likewise; with `default_uri` as the namespace that needs no prefix.
  std::string inner() const;

  bool operator==(const Node& other) const { return document_ == other.document_ && index_ == other.index_; }

 private:
  friend class Document;
  friend class Children;
  Node(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
  const Document* document_;
  std::uint32_t index_;
};

// The nodes of one parent, in order: `for (const auto child : node.children())`.
class Children {
 public:
  class Iterator {
   public:
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    Node operator*() const;
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    friend class Children;
    Iterator(const Document* document, std::uint32_t index, bool elements_only)
        : document_(document), index_(index), elements_only_(elements_only) {}
    const Document* document_;
    std::uint32_t index_;
    bool elements_only_;
  };
  Iterator begin() const;
  Iterator end() const;
  bool empty() const { return begin() == end(); }

 private:
  friend class Node;
  Children(const Document* document, std::uint32_t first, bool elements_only)
      : document_(document), first_(first), elements_only_(elements_only) {}
  const Document* document_;
  std::uint32_t first_;
  bool elements_only_;
};

struct Limits {
  std::uint64_t max_size = 64ULL << 20U;       // bytes of the document
  std::uint32_t max_depth = 256;               // elements within each other
  std::uint32_t max_tag = 64U << 10U;          // bytes of one start tag
  std::uint64_t max_text = 16ULL << 20U;       // bytes of one text
  std::uint64_t max_entities = 1ULL << 20U;    // bytes that the document's own internal entities may grow to
};

// What is wrong with a text as XML, and where.
struct Flaw {
  std::string message;  // in our words: "the document ends within <entry>; close it with </entry>"
  Position position;
};

class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Node root() const;  // of a document without flaws; what could be read of it otherwise
  const std::vector<Flaw>& flaws() const;  // empty: well-formed. The first is the fatal one
  const std::string& text() const;         // the UTF-8 text that positions count in
  std::vector<Node> prologue() const;      // comments and instructions outside the root
  std::string_view encoding() const;       // as the bytes were read: "UTF-8"
  std::string_view declared_encoding() const;  // as the declaration has it; empty: none

 private:
  friend class Node;
  friend class Children;
  friend struct Builder;
  struct State;
  explicit Document(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Parses bytes: decodes them (byte order mark, `charset` of the transport, declaration, then detection), then
// reads XML 1.0 with namespaces. A document with flaws is given as far as it could be read, with `flaws()`.
// Fails as `unreadable` only where there is no element at all or a limit is passed.
Result<Document> parse(std::string bytes, std::string_view charset = {}, const Limits& limits = {});

}  // namespace syndicat::xml
