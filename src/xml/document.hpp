#pragma once
// XML as a read-only tree whose every node knows its place. The reader is our own: libxml2's tree has no
// columns and stops counting lines at 65,535, its SAX interface does not say where an attribute stands, and
// it spends quadratic time on a tag with many attributes. libxml2 is the referee: tests and a fuzz target
// hold the two verdicts against each other. Nothing outside the document is ever read.

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/lines.hpp"

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

struct Tree;  // what is behind a document

struct Attribute {
  Name name;
  std::string_view prefix;
  std::string_view value;  // references resolved, white space as XML 1.0 (section 3.3.3) wants it
  // Offsets into the document's text; `Document::position` makes lines and columns of them.
  std::uint32_t start = 0;        // of the name
  std::uint32_t value_start = 0;  // of the first character within the quotation marks
  std::uint32_t value_end = 0;    // behind the last one
};

// A declaration of a namespace: `xmlns:prefix="uri"`.
struct Binding {
  std::string_view prefix;  // empty: the default namespace
  std::string_view uri;
  std::uint32_t element = 0;  // index of the node that carries it
  std::uint32_t start = 0;    // offset of "xmlns"
  std::uint32_t end = 0;      // behind the closing quotation mark
};

class Document;
class Children;

enum class Kind : std::uint8_t { element, text, cdata, comment, instruction };

// A node: two words, to be copied freely, valid as long as its document lives (wherever that moves).
class Node {
 public:
  Kind kind() const;
  bool is_element() const { return kind() == Kind::element; }
  Name name() const;                // elements
  std::string_view prefix() const;  // elements
  std::uint32_t name_id() const;    // elements: one small number for each name in the document, from 0
  std::string_view value() const;   // text, cdata, comment, instruction (target, blank, data)
  std::span<const Attribute> attributes() const;
  // The attribute's value, or nothing where it is not there. One without a namespace by default.
  std::optional<std::string_view> attribute(std::string_view local, std::string_view uri = {}) const;
  // The same with its place; null where it is not there.
  const Attribute* find_attribute(std::string_view local, std::string_view uri = {}) const;
  std::optional<Node> parent() const;
  Children children() const;                          // child elements, in order
  Children nodes() const;                             // all children
  std::optional<Node> child(const Name& name) const;  // the first of that name
  std::string text() const;                           // all text below, joined as it stands
  Position position() const;                          // of the start tag's "<", of the first character
  Position end() const;                               // behind the last character of the whole node
  Position content() const;                           // behind the start tag's ">"
  std::uint32_t start_offset() const;                 // the three as offsets, which cost nothing
  std::uint32_t end_offset() const;
  std::uint32_t content_offset() const;
  std::size_t index() const { return index_; }  // its place in the document, in order

  // The node as text that is well-formed alone: prefixes in use are declared on it. With a base, an absolute URI,
  // relative references in attributes href, src and url are resolved against it and what xml:base makes of it (XML
  // Base).
  std::string outer(std::string_view base = {}) const;
  // What is inside an element as HTML: elements of the namespace `default_uri` are HTML's, as XHTML's are, and have no
  // prefix and no declaration. A text that HTML takes as it stands (scripts, styles) is not escaped; an element whose
  // text would end early there is left out.
  std::string inner(std::string_view default_uri = {}) const;

  bool operator==(const Node& other) const { return tree_ == other.tree_ && index_ == other.index_; }

 private:
  friend class Document;
  friend class Children;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const Tree* tree_;
  std::uint32_t index_;
};

// The nodes of one parent, in order: `for (const auto child : node.children())`.
class Children {
 public:
  class Iterator {
   public:
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using pointer = const Node*;
    using reference = Node;
    Node operator*() const;
    Iterator& operator++();
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    friend class Children;
    Iterator(const Tree* tree, std::uint32_t index, bool elements_only)
        : tree_(tree), index_(index), elements_only_(elements_only) {}
    const Tree* tree_;
    std::uint32_t index_;
    bool elements_only_;
  };
  Iterator begin() const;
  Iterator end() const;
  bool empty() const { return begin() == end(); }

 private:
  friend class Node;
  Children(const Tree* tree, std::uint32_t first, bool elements_only)
      : tree_(tree), first_(first), elements_only_(elements_only) {}
  const Tree* tree_;
  std::uint32_t first_;
  bool elements_only_;
};

struct Limits {
  std::uint64_t max_size = 64ULL << 20U;     // bytes of the document; never more than 4 GiB
  std::uint32_t max_depth = 256;             // elements within each other
  std::uint32_t max_tag = 64U << 10U;        // bytes of one start tag
  std::uint64_t max_text = 16ULL << 20U;     // bytes of one text
  std::uint64_t max_entities = 1ULL << 20U;  // bytes that the document's own internal entities may grow to
};

// What is wrong with a text as XML, and where.
struct Flaw {
  enum class Kind : std::uint8_t {
    syntax,            // a rule of the grammar, a tag that does not match, an attribute twice
    cut_off,           // the text ends before the document does
    encoding,          // bytes that are not what the encoding promises
    unknown_encoding,  // an encoding that nobody knows
    character,         // a character that XML 1.0 forbids
    entity,            // an entity that the document does not declare
    prefix,            // a prefix that is not bound to a namespace
    late_declaration,  // something stands before the XML declaration
    limit,             // more than `Limits` allow
  };
  std::string message;  // in our words: "the document ends within <entry>; close it with </entry>"
  Position position;
  Kind kind = Kind::syntax;
  std::string about{};  // the entity, prefix, element or encoding that it is about
};

// `<!DOCTYPE name PUBLIC "public_id" "system_id" [...]>`
struct Doctype {
  std::string name, public_id, system_id;
  std::size_t offset = 0;  // of "<"
  struct External {        // an entity whose text lies outside; it is never read
    std::string name, system_id;
    std::size_t offset = 0;
    bool is_parameter = false;  // of the DOCTYPE alone
  };
  std::vector<External> external_entities;
};

// `<?xml version="..." encoding="..." standalone="..."?>`
struct Declaration {
  std::string version, encoding, standalone;  // empty: not said
  std::size_t encoding_offset = 0;            // of the first character within the quotation marks
};

class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  bool has_root() const;                   // false only where `examine` met a flaw before the first element
  Node root() const;                       // of a document without flaws; what could be read of it otherwise
  const std::vector<Flaw>& flaws() const;  // empty: well-formed. By the order of reading; the first is the fatal one
  std::size_t more_flaws() const;          // how many came behind those, which are the first hundred
  const std::string& text() const;         // the UTF-8 text that positions count in
  std::string take_text() &&;              // the same for keeps; all else is freed
  std::vector<Node> prologue() const;      // comments and instructions outside the root
  std::string_view encoding() const;       // as the bytes were read: "UTF-8"
  std::string_view declared_encoding() const;  // as the declaration has it; empty: none
  const std::optional<Declaration>& declaration() const;
  const std::optional<Doctype>& doctype() const;
  const std::vector<Binding>& bindings() const;  // of the whole document, in order

  Position position(std::size_t offset) const;  // line and column of an offset into `text()`; logarithmic
  std::size_t node_count() const;               // nodes of all kinds; their indexes are below it
  Node node(std::size_t index) const;           // by its index
  std::size_t name_count() const;               // different names of elements; their ids are below it
  Name name(std::uint32_t name_id) const;

 private:
  explicit Document(std::unique_ptr<Tree> tree);
  friend Result<Document> read(std::string bytes, std::string_view charset, const Limits& limits,
                               const text::Origin& origin, bool as_meant);
  std::unique_ptr<Tree> tree_;
};

// Parses bytes: decodes them (byte order mark, `charset` of the transport, declaration, then detection), then
// reads XML 1.0 with namespaces. A document with flaws is given as far as it could be read, with `flaws()`:
// reading goes on behind a flaw as people meant it: a prefix that is bound to nothing has its usual namespace, or one
// of ours that keeps it; a number that names a control character is windows-1252's; elements that have no end tag in
// HTML
// (<br>) end at once where none comes. Fails as `unreadable` only where
// there is no element at all or a limit is passed.
Result<Document> parse(std::string bytes, std::string_view charset = {}, const Limits& limits = {},
                       const text::Origin& origin = {});

// The same as it stands, for who looks for flaws: such prefixes and numbers stay as they are; a limit that is passed is
// one of them, and reading ends there; and where a flaw leaves no element at all, the document has no root.
Result<Document> examine(std::string bytes, std::string_view charset = {}, const Limits& limits = {},
                         const text::Origin& origin = {});

}  // namespace syndicat::xml
