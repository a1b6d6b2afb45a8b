#include "html/document.hpp"

#include "html/tree.hpp"
#include "html/tree_builder.hpp"

namespace syndicat::html {
namespace {

std::string_view local_name(std::string_view name, std::uint32_t prefix_length) {
  return prefix_length == 0 ? name : name.substr(prefix_length + 1);
}

}  // namespace

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Node Document::root() const { return {tree_.get(), tree_->root}; }
Mode Document::mode() const { return tree_->mode; }
const std::vector<ParseError>& Document::errors() const { return tree_->errors; }
const std::vector<std::string>& Document::cuts() const { return tree_->cuts; }
void Document::remove(Node node) { tree_->remove(node.index()); }

Node Document::html() const {
  for (const Node node : root().children()) {
    if (node.is("html")) return node;
  }
  return {};
}

Node Document::head() const {
  for (const Node node : html().children()) {
    if (node.is("head")) return node;
  }
  return {};
}

Node Document::body() const {
  for (const Node node : html().children()) {
    if (node.is("body") || node.is("frameset")) return node;
  }
  return {};
}

Document parse(std::string text, const Options& options) { return TreeBuilder(std::move(text), options).parse(); }

Document parse_fragment(std::string text, std::string_view context, const Options& options) {
  return TreeBuilder(std::move(text), options).parse_fragment(context);
}

Attribute Attributes::at(const Tree* tree, std::uint32_t index) {
  const Tree& state = *tree;
  const AttributeData& data = state.attributes[index];
  const std::string_view name = state.names.text(data.name);
  return {name.substr(0, data.prefix_length), local_name(name, data.prefix_length), {data.value, data.length}};
}

const NodeData& Node::data() const { return tree_->nodes[index_]; }

Kind Node::kind() const { return tree_ == nullptr ? Kind::document : data().kind; }

Namespace Node::element_namespace() const { return is_element() ? data().space : Namespace::html; }

std::string_view Node::name() const {
  return is_element() ? tree_->names.text(data().name_or_length) : std::string_view{};
}

bool Node::is(std::string_view wanted) const {
  return is_element() && data().space == Namespace::html && name() == wanted;
}

std::string_view Node::value() const {
  if (kind() != Kind::text && kind() != Kind::comment) return {};
  return {data().text, data().name_or_length};
}

Doctype Node::doctype() const {
  if (kind() != Kind::doctype) return {};
  const auto id = [&](std::uint32_t which) -> std::string_view {
    const AttributeData& found = tree_->attributes[data().element.first_attribute + which];
    return {found.value, found.length};
  };
  return {tree_->names.text(data().name_or_length), id(0), id(1)};
}

Attributes Node::attributes() const {
  if (!is_element()) return {};
  return {tree_, data().element.first_attribute, data().element.attribute_count};
}

const AttributeData* Node::find_attribute(std::string_view wanted) const {
  if (!is_element()) return nullptr;
  const Tree& state = *tree_;
  const auto element = data().element;
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const AttributeData& found = state.attributes[element.first_attribute + i];
    if (state.names.text(found.name) == wanted) return &found;
  }
  return nullptr;
}

bool Node::has_attribute(std::string_view wanted) const { return find_attribute(wanted) != nullptr; }

std::string_view Node::attribute(std::string_view wanted) const {
  const AttributeData* found = find_attribute(wanted);
  return found != nullptr ? std::string_view(found->value, found->length) : std::string_view{};
}

Node Node::linked(std::uint32_t to) const { return to != 0 ? Node(tree_, to) : Node(); }

Node Node::parent() const { return tree_ == nullptr ? Node() : linked(data().parent); }
Node Node::first_child() const { return tree_ == nullptr ? Node() : linked(data().first_child); }
Node Node::last_child() const { return tree_ == nullptr ? Node() : linked(data().last_child); }
Node Node::next() const { return tree_ == nullptr ? Node() : linked(data().next); }
Node Node::previous() const { return tree_ == nullptr ? Node() : linked(data().previous); }

Node Node::next_element() const {
  Node node = next();
  while (node && !node.is_element()) node = node.next();
  return node;
}

Node Node::previous_element() const {
  Node node = previous();
  while (node && !node.is_element()) node = node.previous();
  return node;
}

Node Node::template_content() const { return is("template") ? linked(tree_->template_content(index_)) : Node(); }

NodeRange Node::nodes() const { return {first_child(), Node(), false}; }

NodeRange Node::children() const {
  Node first = first_child();
  if (first && !first.is_element()) first = first.next_element();
  return {first, Node(), true};
}

NodeRange Node::descendants() const { return {first_child(), *this, false}; }

NodeRange::Iterator& NodeRange::Iterator::operator++() {
  if (!within_) {
    at_ = elements_only_ ? at_.next_element() : at_.next();
    return *this;
  }
  at_ = at_.next_within(within_);
  return *this;
}

Node Node::next_within(Node top) const {
  if (const Node child = first_child()) return child;
  for (Node node = *this; node && node != top; node = node.parent()) {
    if (const Node sibling = node.next()) return sibling;
  }
  return {};
}

Position Node::position() const {
  if (tree_ == nullptr) return {};
  const Tree& state = *tree_;
  return state.places.find(state.text, state.dropped, data().offset);
}

Position Node::attribute_position(std::string_view wanted) const {
  const AttributeData* found = find_attribute(wanted);
  if (found == nullptr) return {};
  const Tree& state = *tree_;
  return state.places.find(state.text, state.dropped, found->offset);
}

std::string Node::text() const {
  if (kind() == Kind::text || kind() == Kind::comment) return std::string(value());
  std::string joined;
  for (const Node node : descendants()) {
    if (node.is_text()) joined += node.value();
  }
  return joined;
}

}  // namespace syndicat::html
