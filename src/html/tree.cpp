#include "html/tree.hpp"

#include <algorithm>

namespace syndicat::html {

char* TextArena::take_chunk(std::size_t bytes) {
  constexpr std::size_t kLargestChunk = 256U << 10U;
  if (bytes > next_chunk_ / 4) {  // one of its own; the chunk in use stays in use
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    return chunks_.back().get();
  }
  chunks_.push_back(std::make_unique_for_overwrite<char[]>(next_chunk_));
  free_ = chunks_.back().get() + bytes;
  room_ = next_chunk_ - bytes;
  next_chunk_ = std::min(next_chunk_ * 2, kLargestChunk);
  return chunks_.back().get();
}

void Places::build(std::string_view text) const {
  lines_.push_back(0);
  std::uint32_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) counts_.push_back(characters);
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++characters;
    if (text[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  counts_.push_back(characters);
}

std::uint32_t Places::characters_before(std::string_view text, std::uint32_t offset) const {
  const std::uint32_t step = offset / kStep;
  std::uint32_t characters = counts_[std::min<std::size_t>(step, counts_.size() - 1)];
  for (std::uint32_t i = step * kStep; i < offset; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++characters;
  }
  return characters;
}

Position Places::find(std::string_view text, const std::vector<std::uint32_t>& dropped, std::uint32_t offset) const {
  if (offset == kNowhere) return {};
  std::call_once(built_, [&] { build(text); });
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset);
  Position position;
  position.line = static_cast<std::uint32_t>(line - lines_.begin());
  position.column = characters_before(text, offset) - characters_before(text, *(line - 1)) + 1;
  position.offset =
      offset + static_cast<std::size_t>(std::upper_bound(dropped.begin(), dropped.end(), offset) - dropped.begin());
  return position;
}

Tree::Tree() {
  add_node(Kind::document, kNowhere);  // the node that is none
  add_node(Kind::document, kNowhere);
}

std::uint32_t Tree::add_node(Kind kind, std::uint32_t offset) {
  NodeData node{};
  node.kind = kind;
  node.offset = offset;
  nodes.push_back(node);
  return static_cast<std::uint32_t>(nodes.size() - 1);
}

std::uint32_t Tree::template_content(std::uint32_t element) const {
  const auto found = std::lower_bound(templates.begin(), templates.end(), std::pair(element, 0U));
  return found != templates.end() && found->first == element ? found->second : 0;
}

void Tree::insert(std::uint32_t node, std::uint32_t parent, std::uint32_t before) {
  NodeData& self = nodes[node];
  NodeData& above = nodes[parent];
  self.parent = parent;
  self.next = before;
  self.previous = before != 0 ? nodes[before].previous : above.last_child;
  if (self.previous != 0) {
    nodes[self.previous].next = node;
  } else {
    above.first_child = node;
  }
  if (before != 0) {
    nodes[before].previous = node;
  } else {
    above.last_child = node;
  }
}

void Tree::remove(std::uint32_t node) {
  NodeData& self = nodes[node];
  if (self.parent == 0) return;
  NodeData& above = nodes[self.parent];
  if (self.previous != 0) {
    nodes[self.previous].next = self.next;
  } else {
    above.first_child = self.next;
  }
  if (self.next != 0) {
    nodes[self.next].previous = self.previous;
  } else {
    above.last_child = self.previous;
  }
  self.parent = self.next = self.previous = 0;
}

void Tree::append_text(std::uint32_t node, std::string_view more) {
  NodeData& data = nodes[node];
  const std::uint32_t length = data.name_or_length;
  if (data.storage == Storage::page && data.text + length == more.data()) {
    data.name_or_length += static_cast<std::uint32_t>(more.size());
    return;
  }
  // Room grows by powers of two, so that many small pieces cost no more than their sum, wherever they go.
  const std::size_t needed = length + more.size();
  if (data.storage != Storage::growing || needed > std::bit_ceil(std::max<std::size_t>(length, 16))) {
    char* room = arena.take(std::bit_ceil(std::max<std::size_t>(needed, 16)));
    if (length > 0) std::memcpy(room, data.text, length);
    data.text = room;
    data.storage = Storage::growing;
  }
  std::memcpy(const_cast<char*>(data.text) + length, more.data(), more.size());  // ours: see above
  data.name_or_length = static_cast<std::uint32_t>(needed);
}

void Tree::add_cut(std::string words) {
  if (std::find(cuts.begin(), cuts.end(), words) == cuts.end()) cuts.push_back(std::move(words));
}

}  // namespace syndicat::html
