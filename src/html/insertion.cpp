// The stack of open elements and where nodes go (the HTML Standard, sections 13.2.4.2 and 13.2.6.1 to 4).

#include <algorithm>

#include "html/tree_builder.hpp"

namespace syndicat::html {

namespace traits = names::traits;

bool is_html_integration_point(Key key) {
  return key == (kSvgKey | names::kForeignObject) || key == (kSvgKey | names::kDesc) ||
         key == (kSvgKey | names::kTitle);
}

void TreeBuilder::push(std::uint32_t node, Key key) {
  Open open{node, key, node, false};
  if (key == names::kTemplate) open.inside = state_->template_content(node);
  open.html_integration_point = is_html_integration_point(key);
  stack_.push_back(open);
  state_->nodes[node].open = true;
  if (key < names::kKnownNames) ++open_count_[key];
}

void TreeBuilder::pop() {
  const Open open = stack_.back();
  if (open.key < names::kKnownNames) --open_count_[open.key];
  stack_.pop_back();
  state_->nodes[open.node].open = false;
  if (!hidden_.empty()) {
    stack_.push_back(hidden_.back());
    hidden_.pop_back();
    if (current().key < names::kKnownNames) ++open_count_[current().key];
  }
  if (open.key == names::kOption && !selects_.empty()) option_closed(open.node);
}

void TreeBuilder::pop_until(Key key) {
  while (stack_.size() > 1 && current().key != key) pop();
  if (stack_.size() > 1) pop();
}

void TreeBuilder::pop_until_place(std::size_t depth) {
  while (stack_.size() > depth) pop();
}

std::size_t TreeBuilder::find_open(std::uint32_t node) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].node == node) return i;
  }
  return kNotFound;
}

void TreeBuilder::remove_open(std::uint32_t node) {
  const std::size_t place = find_open(node);
  if (place == kNotFound) return;
  if (stack_[place].key < names::kKnownNames) --open_count_[stack_[place].key];
  state_->nodes[node].open = false;
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(place));
}

// Beyond the deepest level an element takes the place of the one above it, which comes back when it is closed: the
// tree stays shallow, and end tags find what they belong to. Browsers do likewise.
void TreeBuilder::make_room() {
  if (stack_.size() < limits_.max_depth) return;
  state_->add_cut("the page is nested too deeply; elements were put beside their parents");
  hidden_.push_back(current());
  if (current().key < names::kKnownNames) --open_count_[current().key];
  stack_.pop_back();
}

bool TreeBuilder::in_scope(Key key, Scope scope) const {
  if (key < names::kKnownNames && !is_open(key)) return false;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const Key open = stack_[i].key;
    if (open == key) return true;
    if (scope == Scope::table) {
      if (open == names::kHtml || open == names::kTable || open == names::kTemplate) return false;
      continue;
    }
    if (ends_scope(open)) return false;
    if (scope == Scope::list_item && (open == names::kOl || open == names::kUl)) return false;
    if (scope == Scope::button && open == names::kButton) return false;
  }
  return false;
}

bool TreeBuilder::heading_in_scope() const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const Key open = stack_[i].key;
    if (open >= names::kH1 && open <= names::kH6) return true;
    if (ends_scope(open)) return false;
  }
  return false;
}

bool TreeBuilder::node_in_scope(std::uint32_t node) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].node == node) return true;
    if (ends_scope(stack_[i].key)) return false;
  }
  return false;
}

void TreeBuilder::imply_end_tags(Name except) {
  while (has_trait(current().key, traits::implied) && current().key != except) pop();
}

void TreeBuilder::imply_end_tags_thoroughly() {
  while (has_trait(current().key, traits::implied | traits::thorough)) pop();
}

void TreeBuilder::close_p() {
  imply_end_tags(names::kP);
  pop_until(names::kP);
}

// "The appropriate place for inserting a node" (13.2.6.1) within an element whose children go `inside`.
TreeBuilder::Place TreeBuilder::place_for(std::uint32_t inside, Key key) const {
  if (!foster_parenting_ || (key != names::kTable && key != names::kTbody && key != names::kTfoot &&
                             key != names::kThead && key != names::kTr)) {
    return {inside, 0};
  }
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].key == names::kTemplate) return {stack_[i].inside, 0};
    if (stack_[i].key != names::kTable) continue;
    const std::uint32_t parent = state_->nodes[stack_[i].node].parent;
    if (parent != 0) return {parent, stack_[i].node};
    return {stack_[i > 0 ? i - 1 : 0].inside, 0};
  }
  return {stack_.front().inside, 0};
}

std::uint32_t TreeBuilder::create(Token& token, Namespace space) {
  Name name = token.name;
  if (space == Namespace::svg) name = svg_element_name(name);
  const std::uint32_t node = state_->add_node(Kind::element, token.offset);
  NodeData& data = state_->nodes[node];
  data.space = space;
  data.name_or_length = name;
  data.element = {token.first_attribute, token.attribute_count};
  if (space != Namespace::html) {
    for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
      AttributeData& attribute = state_->attributes[token.first_attribute + i];
      attribute.name =
          space == Namespace::svg ? svg_attribute_name(attribute.name) : math_attribute_name(attribute.name);
      if (is_foreign_attribute(attribute.name)) {
        attribute.prefix_length = static_cast<std::uint32_t>(state_->names.text(attribute.name).find(':'));
      }
    }
  }
  if (name == names::kTemplate && space == Namespace::html) {
    const std::uint32_t content = state_->add_node(Kind::document, kNowhere);
    state_->templates.emplace_back(node, content);
  }
  return node;
}

std::uint32_t TreeBuilder::insert_element(Token& token, Namespace space) {
  make_room();
  const Place where = place();
  const std::uint32_t node = create(token, space);
  state_->insert(node, where.parent, where.before);
  push(node, key_of(state_->nodes[node].name_or_length, space));
  if (stack_.back().key == (kMathKey | names::kAnnotationXml)) {
    const std::string_view encoding = attribute(token, names::kEncoding);
    const auto is = [&](std::string_view wanted) {
      return encoding.size() == wanted.size() && std::equal(encoding.begin(), encoding.end(), wanted.begin(),
                                                            [](char a, char b) { return to_lower(a) == b; });
    };
    stack_.back().html_integration_point = is("text/html") || is("application/xhtml+xml");
  }
  return node;
}

std::uint32_t TreeBuilder::insert_html(Name name) {
  Token token;
  token.kind = TokenKind::start_tag;
  token.name = name;
  token.offset = kNowhere;
  if (!stack_.empty()) return insert_element(token);
  const std::uint32_t node = create(token, Namespace::html);
  state_->insert(node, Tree::kDocument, 0);
  push(node, name);
  return node;
}

std::uint32_t TreeBuilder::clone(std::uint32_t node) {
  const std::uint32_t copy = state_->add_node(Kind::element, kNowhere);
  NodeData& data = state_->nodes[copy];
  const NodeData& source = state_->nodes[node];
  data.space = source.space;
  data.name_or_length = source.name_or_length;
  data.element = source.element;  // attributes never change, so both may have the same
  if (clones_left_ > 0) --clones_left_;
  return copy;
}

void TreeBuilder::insert_text(std::string_view text, std::uint32_t offset, bool lasting) {
  if (text.empty()) return;
  const Place where = place();
  if (state_->nodes[where.parent].kind == Kind::document && where.parent == Tree::kDocument) return;
  const std::uint32_t before =
      where.before != 0 ? state_->nodes[where.before].previous : state_->nodes[where.parent].last_child;
  if (before != 0 && state_->nodes[before].kind == Kind::text) {
    state_->append_text(before, text);
    return;
  }
  if (!lasting) text = state_->arena.keep(text);
  const std::uint32_t node = state_->add_node(Kind::text, offset);
  NodeData& data = state_->nodes[node];
  data.text = text.data();
  data.name_or_length = static_cast<std::uint32_t>(text.size());
  data.storage = lasting ? Storage::page : Storage::exact;
  state_->insert(node, where.parent, where.before);
}

void TreeBuilder::insert_comment(const Token& token, std::uint32_t parent) {
  const Place where = parent != 0 ? Place{parent, 0} : place();
  const std::string_view text = token.lasting ? token.text : state_->arena.keep(token.text);
  const std::uint32_t node = state_->add_node(Kind::comment, token.offset);
  NodeData& data = state_->nodes[node];
  data.text = text.data();
  data.name_or_length = static_cast<std::uint32_t>(text.size());
  state_->insert(node, where.parent, where.before);
}

void TreeBuilder::insert_doctype(const Token& token) {
  const std::uint32_t node = state_->add_node(Kind::doctype, token.offset);
  NodeData& data = state_->nodes[node];
  data.name_or_length = token.name;
  data.element = {static_cast<std::uint32_t>(state_->attributes.size()), 2};
  for (const std::string_view id : {token.public_id, token.system_id}) {
    state_->attributes.push_back({id.data(), static_cast<std::uint32_t>(id.size()), names::kNoName, kNowhere, 0});
  }
  state_->insert(node, Tree::kDocument, 0);
}

// A second <html> or <body> gives the first one the attributes that it has not.
void TreeBuilder::merge_attributes(std::uint32_t node, Token& token) {
  const auto element = state_->nodes[node].element;
  std::vector<AttributeData> added;
  for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
    const AttributeData candidate = state_->attributes[token.first_attribute + i];
    bool present = false;
    for (std::uint32_t j = 0; j < element.attribute_count && !present; ++j) {
      present = state_->attributes[element.first_attribute + j].name == candidate.name;
    }
    if (!present) added.push_back(candidate);
  }
  // They are the element's from here on, or nobody's.
  state_->attributes.shrink(token.first_attribute);
  token.attribute_count = 0;
  if (added.empty()) return;
  if (element.attribute_count + added.size() > limits_.max_attributes) {
    state_->add_cut("a tag or the page has too many attributes; the rest of them was left out");
    return;
  }
  const auto first = static_cast<std::uint32_t>(state_->attributes.size());
  const bool at_end = element.first_attribute + element.attribute_count == first;
  if (!at_end) {
    for (std::uint32_t j = 0; j < element.attribute_count; ++j) {
      state_->attributes.push_back(state_->attributes[element.first_attribute + j]);
    }
  }
  for (const AttributeData& attribute : added) state_->attributes.push_back(attribute);
  state_->nodes[node].element = {at_end ? element.first_attribute : first,
                                 element.attribute_count + static_cast<std::uint32_t>(added.size())};
  token.first_attribute = static_cast<std::uint32_t>(state_->attributes.size());
}

bool TreeBuilder::has_attribute(const Token& token, Name name) const {
  for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
    if (state_->attributes[token.first_attribute + i].name == name) return true;
  }
  return false;
}

std::string_view TreeBuilder::attribute(const Token& token, Name name) const {
  for (std::uint32_t i = 0; i < token.attribute_count; ++i) {
    const AttributeData& found = state_->attributes[token.first_attribute + i];
    if (found.name == name) return {found.value, found.length};
  }
  return {};
}

Token TreeBuilder::take_space(Token& token) {
  std::size_t length = 0;
  while (length < token.text.size() && is_html_space(token.text[length])) ++length;
  Token space = token;
  space.text = token.text.substr(0, length);
  token.text.remove_prefix(length);
  if (token.lasting) token.offset += static_cast<std::uint32_t>(length);
  return space;
}

// For modes that take white space wherever it stands and drop all else.
void TreeBuilder::keep_only_space(Token& token) {
  std::string kept;
  for (const char c : token.text) {
    if (is_html_space(c)) kept += c;
  }
  if (kept.size() == token.text.size()) return;
  error("unexpected-text", token);
  scratch_ = std::move(kept);
  token.text = scratch_;
  token.lasting = false;
}

}  // namespace syndicat::html
