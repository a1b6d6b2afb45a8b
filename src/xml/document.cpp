#include "xml/document.hpp"

#include <algorithm>
#include <utility>

#include "xml/tree.hpp"

namespace syndicat::xml {

Kind Node::kind() const { return tree_->nodes[index_].kind; }

Name Node::name() const {
  if (!is_element()) return {};
  return tree_->names[tree_->nodes[index_].element.name];
}

std::uint32_t Node::name_id() const { return is_element() ? tree_->nodes[index_].element.name : kNone; }

std::string_view Node::prefix() const {
  if (!is_element()) return {};
  // A name that is none ("a:b:c") has no prefix either.
  const auto written = tree_->words[tree_->nodes[index_].element.written];
  const auto local = name().local;
  const bool has_prefix = written.size() > local.size() + 1 && written.ends_with(local) &&
                          written[written.size() - local.size() - 1] == ':';
  return has_prefix ? written.substr(0, written.size() - local.size() - 1) : std::string_view();
}

std::string_view Node::value() const {
  const auto& record = tree_->nodes[index_];
  if (record.kind == Kind::element) return {};
  return {record.text.data, record.text.size};
}

std::span<const Attribute> Node::attributes() const {
  const auto& record = tree_->nodes[index_];
  if (record.kind != Kind::element) return {};
  return std::span(tree_->attributes).subspan(record.element.first_attribute, record.element.attribute_count);
}

const Attribute* Node::find_attribute(std::string_view local, std::string_view uri) const {
  for (const auto& attribute : attributes())
    if (attribute.name.local == local && attribute.name.uri == uri) return &attribute;
  return nullptr;
}

std::optional<std::string_view> Node::attribute(std::string_view local, std::string_view uri) const {
  const auto* found = find_attribute(local, uri);
  if (found == nullptr) return std::nullopt;
  return found->value;
}

std::optional<Node> Node::parent() const {
  const auto parent = tree_->nodes[index_].parent;
  if (parent == kNone) return std::nullopt;
  return Node(tree_, parent);
}

Children Node::children() const { return {tree_, tree_->nodes[index_].has_nodes ? index_ + 1 : kNone, true}; }

Children Node::nodes() const { return {tree_, tree_->nodes[index_].has_nodes ? index_ + 1 : kNone, false}; }

std::optional<Node> Node::child(const Name& name) const {
  for (const auto child : children())
    if (child.name() == name) return child;
  return std::nullopt;
}

std::string Node::text() const {
  if (!is_element()) return std::string(value());
  // All that lies within follows in the vector, up to what comes next beside or above.
  auto above = index_;
  while (above != kNone && tree_->nodes[above].next == kNone) above = tree_->nodes[above].parent;
  const auto end = above == kNone ? tree_->nodes.size() : tree_->nodes[above].next;
  std::string text;
  for (auto at = index_ + 1; at < end; ++at) {
    const auto& record = tree_->nodes[at];
    if (record.kind == Kind::text || record.kind == Kind::cdata) text.append(record.text.data, record.text.size);
  }
  return text;
}

std::uint32_t Node::start_offset() const { return tree_->nodes[index_].start; }
std::uint32_t Node::end_offset() const { return tree_->nodes[index_].end; }
std::uint32_t Node::content_offset() const {
  return is_element() ? tree_->nodes[index_].element.content : start_offset();
}
Position Node::position() const { return tree_->place(start_offset()); }
Position Node::end() const { return tree_->place(end_offset()); }
Position Node::content() const { return tree_->place(content_offset()); }

Children::Iterator Children::begin() const {
  auto at = first_;
  while (elements_only_ && at != kNone && tree_->nodes[at].kind != Kind::element) at = tree_->nodes[at].next;
  return {tree_, at, elements_only_};
}

Children::Iterator Children::end() const { return {tree_, kNone, elements_only_}; }

Node Children::Iterator::operator*() const { return {tree_, index_}; }

Children::Iterator& Children::Iterator::operator++() {
  do index_ = tree_->nodes[index_].next;
  while (elements_only_ && index_ != kNone && tree_->nodes[index_].kind != Kind::element);
  return *this;
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

bool Document::has_root() const { return tree_->root != kNone; }
Node Document::root() const { return {tree_.get(), tree_->root}; }
const std::vector<Flaw>& Document::flaws() const { return tree_->flaws; }
std::size_t Document::more_flaws() const { return tree_->more_flaws; }
const std::string& Document::text() const { return tree_->text; }
std::string Document::take_text() && {
  auto text = std::move(tree_->text);
  tree_.reset();
  return text;
}

std::string_view Document::encoding() const { return tree_->encoding; }
const std::optional<Declaration>& Document::declaration() const { return tree_->declaration; }
const std::optional<Doctype>& Document::doctype() const { return tree_->doctype; }
const std::vector<Binding>& Document::bindings() const { return tree_->bindings; }
std::size_t Document::node_count() const { return tree_->nodes.size(); }
Node Document::node(std::size_t index) const { return {tree_.get(), static_cast<std::uint32_t>(index)}; }
std::size_t Document::name_count() const { return tree_->names.size(); }
Name Document::name(std::uint32_t name_id) const { return tree_->names[name_id]; }

std::string_view Document::declared_encoding() const {
  return tree_->declaration ? std::string_view(tree_->declaration->encoding) : std::string_view();
}

std::vector<Node> Document::prologue() const {
  std::vector<Node> nodes;
  for (const auto index : tree_->prologue) nodes.push_back(Node(tree_.get(), index));
  return nodes;
}

Position Document::position(std::size_t offset) const { return tree_->place(offset); }

Result<Document> read(std::string bytes, std::string_view charset, const Limits& limits, const text::Origin& origin,
                      bool as_meant) {
  constexpr std::uint64_t kMostBytes = 0xFFFFFFF0U;  // offsets have 32 bits
  const auto most = std::min(limits.max_size, kMostBytes);
  if (bytes.size() > most)
    return fail(Cause::unreadable, "holds {} bytes, more than the limit of {}; raise it with --max-size", bytes.size(),
                most);
  auto tree = std::make_unique<Tree>();
  tree->lines = text::Lines(origin);
  tree->as_meant = as_meant;
  auto decoded = decode(std::move(bytes), charset);
  if (decoded.text.size() > kMostBytes) return fail(Cause::unreadable, "holds more than 4 GiB of text; split it");
  tree->text = std::move(decoded.text);
  tree->encoding = std::move(decoded.encoding);
  if (decoded.flaw) tree->flaws.push_back(std::move(*decoded.flaw));
  build(*tree, limits);
  for (auto& flaw : tree->flaws) flaw.position = tree->place(flaw.position.offset);
  if (tree->root == kNone && tree->flaws.empty())
    return fail(Cause::unreadable, "holds no XML element; give a document");
  return Document(std::move(tree));
}

Result<Document> examine(std::string bytes, std::string_view charset, const Limits& limits,
                         const text::Origin& origin) {
  return read(std::move(bytes), charset, limits, origin, false);
}

Result<Document> parse(std::string bytes, std::string_view charset, const Limits& limits, const text::Origin& origin) {
  auto document = read(std::move(bytes), charset, limits, origin, true);
  if (!document) return document;
  for (const auto& flaw : document->flaws())
    if (flaw.kind == Flaw::Kind::limit || !document->has_root())
      return fail(Cause::unreadable, "{}:{}: {}", flaw.position.line, flaw.position.column, flaw.message);
  return document;
}

}  // namespace syndicat::xml
