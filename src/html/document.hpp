#pragma once
// HTML as browsers read it (the HTML Standard's parsing algorithm, scripting off) in an arena document.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace syndicat::html {

enum class Namespace : std::uint8_t { html, svg, mathml };
enum class Kind : std::uint8_t { document, doctype, element, text, comment };

struct Position {
  std::uint32_t line = 0, column = 0;  // from 1, columns in characters; 0: not known (the parser made the node up)
  std::size_t offset = 0;              // from 0, in bytes of the UTF-8 text
};

struct Attribute {
  std::string_view prefix, name, value;  // prefix: "xlink" and friends on foreign elements, else empty
};

// A doctype's parts; one that is not there is empty.
struct Doctype {
  std::string_view name, public_id, system_id;
};

class Node;
class NodeRange;
struct AttributeData;
struct NodeData;
struct Tree;

// The attributes of one element: `for (const auto attribute : element.attributes())`.
class Attributes {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Attribute;
    using difference_type = std::ptrdiff_t;
    using pointer = const Attribute*;
    using reference = Attribute;
    Iterator() = default;
    Attribute operator*() const { return at(tree_, index_); }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++index_;
      return before;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    friend class Attributes;
    Iterator(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    const Tree* tree_ = nullptr;
    std::uint32_t index_ = 0;
  };
  Attributes() = default;
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Attribute operator[](std::size_t index) const { return at(tree_, first_ + static_cast<std::uint32_t>(index)); }
  Iterator begin() const { return {tree_, first_}; }
  Iterator end() const { return {tree_, first_ + size_}; }

 private:
  friend class Node;
  Attributes(const Tree* tree, std::uint32_t first, std::uint32_t size) : tree_(tree), first_(first), size_(size) {}
  static Attribute at(const Tree* tree, std::uint32_t index);
  const Tree* tree_ = nullptr;
  std::uint32_t first_ = 0, size_ = 0;
};

// A node: two words, to be copied freely, valid as long as its document lives, also where that
// is moved. A default one is no node at all;
// walking off the tree gives that, and every question to it has an empty answer.
class Node {
 public:
  Node() = default;
  explicit operator bool() const { return tree_ != nullptr; }

  Kind kind() const;
  bool is_element() const { return *this && kind() == Kind::element; }
  bool is_text() const { return *this && kind() == Kind::text; }
  Namespace element_namespace() const;
  std::string_view name() const;         // lower case for HTML elements; empty for what is no element
  bool is(std::string_view name) const;  // an HTML element of that name
  std::string_view value() const;        // of text and comment
  Doctype doctype() const;               // of a doctype

  Attributes attributes() const;
  bool has_attribute(std::string_view name) const;          // "href", "xlink:href"
  std::string_view attribute(std::string_view name) const;  // empty where absent

  Node parent() const;
  Node first_child() const;
  Node last_child() const;
  Node next() const;  // sibling
  Node previous() const;
  Node next_element() const;  // siblings that are elements
  Node previous_element() const;
  Node template_content() const;     // of <template>
  Node next_within(Node top) const;  // in tree order, as long as it is below `top`

  NodeRange nodes() const;        // children
  NodeRange children() const;     // child elements
  NodeRange descendants() const;  // all below, in tree order, template contents left out

  // Selectors 4's practical part; a selector that cannot be read matches nothing (Selector::parse tells why).
  Node find(std::string_view selector) const;  // the first below
  std::vector<Node> find_all(std::string_view selector) const;
  bool matches(std::string_view selector) const;
  Node closest(std::string_view selector) const;  // this one or the nearest above

  std::string text() const;  // all text below, joined as it stands (textContent)
  std::string block_text()
      const;  // text as a reader sees it: spaces collapsed, a line end at each block; no script, style
  Position position() const;
  Position attribute_position(std::string_view name) const;
  std::uint32_t index() const { return index_; }  // a number of its own within the document

  bool operator==(const Node& other) const { return tree_ == other.tree_ && index_ == other.index_; }

 private:
  friend class Document;
  friend class NodeRange;
  friend class TreeBuilder;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  const NodeData& data() const;
  const AttributeData* find_attribute(std::string_view name) const;
  Node linked(std::uint32_t to) const;
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

// The nodes of one parent, or all below one node, in tree order: `for (const auto child : node.children())`.
class NodeRange {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Node;
    using difference_type = std::ptrdiff_t;
    using pointer = const Node*;
    using reference = Node;
    Iterator() = default;
    Node operator*() const { return at_; }
    Iterator& operator++();
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    friend class NodeRange;
    Iterator(Node at, Node within, bool elements_only) : at_(at), within_(within), elements_only_(elements_only) {}
    Node at_, within_;  // within: where a walk through all below ends; no node: only siblings
    bool elements_only_ = false;
  };
  Iterator begin() const { return {first_, within_, elements_only_}; }
  Iterator end() const { return {Node(), within_, elements_only_}; }
  bool empty() const { return !first_; }

 private:
  friend class Node;
  NodeRange(Node first, Node within, bool elements_only)
      : first_(first), within_(within), elements_only_(elements_only) {}
  Node first_, within_;
  bool elements_only_;
};

struct Limits {
  std::uint32_t max_depth = 512;        // open elements, as browsers have it; deeper ones become siblings
  std::uint32_t max_attributes = 1000;  // on one tag
  std::uint32_t max_all_attributes = 3'000'000;
  std::uint32_t max_nodes = 2'500'000;
  std::uint64_t max_size = 64ULL << 20U;  // bytes of text
};

struct ParseError {
  // As the standard calls it: "unexpected-null-character". It has no names for what the tree construction finds
  // wrong; those are ours: missing-doctype, unexpected-doctype, unexpected-start-tag, unexpected-end-tag,
  // unclosed-element, misnested-tag, misplaced-content-in-table and the like.
  std::string_view name;
  Position position;
};

struct Options {
  Limits limits{};
  bool keep_errors = false;
};

enum class Mode : std::uint8_t { no_quirks, limited_quirks, quirks };

// A parsed page or fragment. Movable; frees everything at once.
class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Node root() const;  // the document node; for a fragment the node that holds its nodes
  Node html() const;
  Node head() const;
  Node body() const;
  Mode mode() const;
  const std::vector<ParseError>& errors() const;
  // What the limits cut off, in words, each once; empty: nothing.
  const std::vector<std::string>& cuts() const;

  // Takes a node and all below it out of the tree; it stays readable, has no parent, and is met by no walk from above.
  void remove(Node node);

 private:
  friend class Attributes;
  friend class Node;
  friend class NodeRange;
  friend class TreeBuilder;
  explicit Document(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

// Never fails: every text is some page. Takes UTF-8 (see text/encoding.hpp and html/encoding.hpp).
Document parse(std::string text, const Options& options = {});

// As innerHTML of an element named `context` would ("div", "svg path", "math mi").
Document parse_fragment(std::string text, std::string_view context = "body", const Options& options = {});

}  // namespace syndicat::html
