// Misnested formatting: the list of active formatting elements (section 13.2.4.3) and the adoption agency
// algorithm (13.2.6.4.7).

#include <algorithm>
#include <functional>

#include "html/tree_builder.hpp"

namespace syndicat::html {
namespace {

constexpr std::size_t kMostFormatting = 256;  // entries; no real page has more open at once

}  // namespace

void TreeBuilder::push_formatting(std::uint32_t node, Name name) {
  const auto element = state_->nodes[node].element;
  std::uint64_t fingerprint = element.attribute_count;
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const AttributeData& attribute = state_->attributes[element.first_attribute + i];
    const std::uint64_t value = std::hash<std::string_view>{}({attribute.value, attribute.length});
    // A sum, as the order of attributes does not count.
    fingerprint += (value ^ attribute.name * 0x9E3779B97F4A7C15ULL) * 0xFF51AFD7ED558CCDULL;
  }
  // "Noah's Ark": three of a kind are enough.
  int alike = 0;
  std::size_t earliest = kNotFound;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].node != 0;) {
    if (formatting_[i].key != name || formatting_[i].fingerprint != fingerprint) continue;
    ++alike;
    earliest = i;
  }
  if (alike >= 3) formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(earliest));
  std::size_t behind_marker = formatting_.size();
  while (behind_marker > 0 && formatting_[behind_marker - 1].node != 0) --behind_marker;
  if (formatting_.size() - behind_marker >= kMostFormatting) {
    state_->add_cut("the page has too many formatting elements open at once; the oldest were not repeated");
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(behind_marker));
  }
  formatting_.push_back({node, name, fingerprint});
}

void TreeBuilder::push_marker() {
  // Markers stand for open elements, of which there may be any number beyond the deepest level.
  if (formatting_.size() >= 8 * kMostFormatting) {
    formatting_.erase(formatting_.begin(), formatting_.begin() + 4 * kMostFormatting);
  }
  formatting_.push_back({0, 0, 0});
}

void TreeBuilder::clear_to_marker() {
  while (!formatting_.empty()) {
    const bool marker = formatting_.back().node == 0;
    formatting_.pop_back();
    if (marker) return;
  }
}

bool TreeBuilder::may_clone() {
  if (clones_left_ > 0) return true;
  state_->add_cut("the page repeats too many formatting elements; they were closed instead");
  return false;
}

void TreeBuilder::reconstruct_formatting() {
  if (formatting_.empty()) return;
  // A marker is node 0, which is never open but ends the search.
  const auto is_closed = [&](const Formatting& entry) { return entry.node != 0 && !state_->nodes[entry.node].open; };
  std::size_t entry = formatting_.size();
  while (entry > 0 && is_closed(formatting_[entry - 1]) && clones_left_ > 0) --entry;
  for (; entry < formatting_.size() && may_clone(); ++entry) {
    make_room();
    const Place where = place();
    const std::uint32_t copy = clone(formatting_[entry].node);
    state_->insert(copy, where.parent, where.before);
    push(copy, formatting_[entry].key);
    formatting_[entry].node = copy;
  }
}

std::size_t TreeBuilder::find_formatting(Name name) const {
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i].node != 0;) {
    if (formatting_[i].key == name) return i;
  }
  return kNotFound;
}

std::size_t TreeBuilder::find_formatting_node(std::uint32_t node) const {
  for (std::size_t i = formatting_.size(); i-- > 0;) {
    if (formatting_[i].node == node) return i;
  }
  return kNotFound;
}

bool TreeBuilder::adopt(Name name) {
  if (current().key == name && find_formatting_node(current().node) == kNotFound) {
    pop();
    return true;
  }
  for (int i = 0; i < 8; ++i) {
    const std::size_t entry = find_formatting(name);
    if (entry == kNotFound) return i > 0;
    bool done = false;
    if (!adopt_once(entry, done)) return true;
    if (done) return true;
  }
  return true;
}

// One turn of the outer loop; `done` where it was the last.
bool TreeBuilder::adopt_once(std::size_t entry, bool& done) {
  done = true;
  const auto erase_formatting = [&](std::size_t place) {
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(place));
  };
  const std::uint32_t formatting = formatting_[entry].node;
  const std::size_t depth = find_open(formatting);
  if (depth == kNotFound) {
    erase_formatting(entry);
    return true;
  }
  if (!node_in_scope(formatting)) return true;

  std::size_t furthest = kNotFound;
  for (std::size_t i = depth + 1; i < stack_.size() && furthest == kNotFound; ++i) {
    if (is_special(stack_[i].key)) furthest = i;
  }
  if (furthest == kNotFound || !may_clone()) {
    pop_until_place(depth);
    erase_formatting(entry);
    return true;
  }

  done = false;
  const Open common = stack_[depth - 1];
  const std::uint32_t block = stack_[furthest].node;
  const std::uint32_t block_inside = stack_[furthest].inside;
  std::size_t bookmark = entry;
  std::uint32_t last = block;
  std::size_t at = furthest;
  for (int count = 1;; ++count) {
    --at;
    if (at == depth) break;
    std::size_t listed = find_formatting_node(stack_[at].node);
    if (count > 3 && listed != kNotFound) {
      erase_formatting(listed);
      if (listed < bookmark) --bookmark;
      if (listed < entry) --entry;
      listed = kNotFound;
    }
    if (listed == kNotFound) {
      if (stack_[at].key < names::kKnownNames) --open_count_[stack_[at].key];
      state_->nodes[stack_[at].node].open = false;
      stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at));
      --furthest;
      continue;
    }
    const std::uint32_t copy = clone(stack_[at].node);
    formatting_[listed].node = copy;
    state_->nodes[stack_[at].node].open = false;
    state_->nodes[copy].open = true;
    stack_[at].node = stack_[at].inside = copy;
    if (last == block) bookmark = listed + 1;
    state_->remove(last);
    state_->insert(last, copy, 0);
    last = copy;
  }
  state_->remove(last);
  const Place where = place_for(common.inside, common.key);
  state_->insert(last, where.parent, where.before);

  const std::uint32_t copy = clone(formatting);
  NodeData& from = state_->nodes[block_inside];
  NodeData& to = state_->nodes[copy];
  to.first_child = from.first_child;
  to.last_child = from.last_child;
  for (std::uint32_t child = to.first_child; child != 0; child = state_->nodes[child].next) {
    state_->nodes[child].parent = copy;
  }
  from.first_child = from.last_child = 0;
  state_->insert(copy, block_inside, 0);

  Formatting moved = formatting_[entry];
  moved.node = copy;
  erase_formatting(entry);
  if (entry < bookmark) --bookmark;
  formatting_.insert(formatting_.begin() + static_cast<std::ptrdiff_t>(bookmark), moved);

  // Out of the stack at `depth`, in again directly below the furthest block: what is between moves up by one.
  Open open = stack_[depth];
  open.node = open.inside = copy;
  state_->nodes[formatting].open = false;
  state_->nodes[copy].open = true;
  std::rotate(stack_.begin() + static_cast<std::ptrdiff_t>(depth),
              stack_.begin() + static_cast<std::ptrdiff_t>(depth) + 1,
              stack_.begin() + static_cast<std::ptrdiff_t>(furthest) + 1);
  stack_[furthest] = open;
  return true;
}

}  // namespace syndicat::html
