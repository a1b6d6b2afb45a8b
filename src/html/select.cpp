// <selectedcontent>: a copy of the chosen option's children, made when the option is closed (the HTML Standard,
// section 4.10.10.3, "maybe clone an option into selectedcontent").

#include "html/tree_builder.hpp"

namespace syndicat::html {

std::uint32_t TreeBuilder::enclosing_select(std::uint32_t node) const {
  // Not deeper than the stack by much; a walk that is longer ends without an answer.
  std::uint32_t steps = 0;
  for (std::uint32_t at = state_->nodes[node].parent; at != 0 && steps < limits_.max_depth; ++steps) {
    const NodeData& data = state_->nodes[at];
    if (data.kind != Kind::element) return 0;
    if (data.space == Namespace::html && data.name_or_length == names::kSelect) return at;
    at = data.parent;
  }
  return 0;
}

void TreeBuilder::note_selected_content(std::uint32_t node) {
  const std::uint32_t select = enclosing_select(node);
  if (select == 0) return;
  for (const Select& known : selects_) {
    if (known.select == select) return;  // the first one counts
  }
  const auto element = state_->nodes[select].element;
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    if (state_->attributes[element.first_attribute + i].name == names::kMultiple) return;
  }
  if (selects_.size() >= 16) selects_.erase(selects_.begin());  // older ones are closed, or a page's joke
  selects_.push_back({select, node, false});
}

void TreeBuilder::option_closed(std::uint32_t node) {
  const std::uint32_t select = enclosing_select(node);
  if (select == 0) return;
  for (Select& known : selects_) {
    if (known.select != select) continue;
    const auto element = state_->nodes[node].element;
    bool selected = false, disabled = false;
    for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
      const Name name = state_->attributes[element.first_attribute + i].name;
      selected = selected || name == names::kSelected;
      disabled = disabled || name == names::kDisabled;
    }
    const bool is_first = state_->nodes[known.selected_content].first_child == 0 && !known.has_selected;
    if (!selected && (!is_first || disabled)) return;
    known.has_selected = known.has_selected || selected;
    if (!may_clone()) return;
    while (const std::uint32_t child = state_->nodes[known.selected_content].first_child) state_->remove(child);
    copy_children(node, known.selected_content);
    return;
  }
}

void TreeBuilder::copy_children(std::uint32_t from, std::uint32_t to) {
  std::uint32_t source = state_->nodes[from].first_child, parent = to;
  while (source != 0 && source != from && clones_left_ > 0) {
    const NodeData data = state_->nodes[source];
    std::uint32_t copy = 0;
    if (data.kind == Kind::element) {
      copy = clone(source);
    } else {
      copy = state_->add_node(data.kind, kNowhere);
      --clones_left_;
      NodeData& text = state_->nodes[copy];
      text.text = data.text;
      text.name_or_length = data.name_or_length;
      text.storage = Storage::exact;  // whichever it is, what is added to one is not added to the other
    }
    state_->insert(copy, parent, 0);
    if (data.first_child != 0) {
      source = data.first_child;
      parent = copy;
      continue;
    }
    while (source != from && state_->nodes[source].next == 0) {
      source = state_->nodes[source].parent;
      if (source != from) parent = state_->nodes[parent].parent;
    }
    if (source != from) source = state_->nodes[source].next;
  }
}

}  // namespace syndicat::html
