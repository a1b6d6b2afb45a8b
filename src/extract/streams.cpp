#include "extract/streams.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "extract/class_marks.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kFewest = 4;           // teasers in a row
constexpr std::uint32_t kLongestTeaser = 900;  // letters
constexpr std::uint32_t kMostLines = 10;       // blocks of a teaser
constexpr std::uint32_t kLeastBesides = 500;   // letters of running text that the page must have besides
constexpr std::uint32_t kMostTimes = 4;        // and how many times more of it the stream may hold

bool may_repeat(Tag tag) {
  return tag == Tag::li || tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::tr ||
         tag == Tag::custom;
}

// A headline among the first lines that is a link, and words behind it.
bool is_teaser(const Tree& tree, std::uint32_t number) {
  const auto& box = tree.box(number);
  if (box.links == 0 || box.text > kLongestTeaser || box.text < 30) return false;
  const auto lines = box.last_block - box.first_block;
  if (lines == 0 || lines > kMostLines) return false;
  for (auto at = box.first_block; at < std::min(box.first_block + 4, box.last_block); ++at) {
    const auto& line = tree.blocks()[at];
    if (line.length < 15 || line.link_length * 10 < line.length * 9) continue;
    if (is_heading(tree.box(line.box).tag) || is_heading(tree.box(tree.box(line.box).parent).tag)) return true;
    // Without a heading the link itself must read as a headline.
    if (line.sentences == 0 && line.length >= 25 && lines >= 2 && box.images > 0) return true;
  }
  return false;
}

}  // namespace

void mark_streams(const Tree& tree, std::vector<bool>& suspects) {
  const auto& boxes = tree.boxes();
  // Inside of what the page marks as its article a row of headlines is a part of it ("ten places to see").
  std::uint32_t articles = 0;
  for (const auto& box : boxes) articles += box.tag == Tag::article ? 1U : 0U;
  std::uint32_t marked = 0;  // up to where such a part reaches
  std::vector<std::uint32_t> streams;
  std::uint32_t inside = 0;
  for (std::uint32_t parent = 1; parent < boxes.size(); ++parent) {
    const auto& box = boxes[parent];
    if ((box.marks & kArticleBody) != 0 || (box.tag == Tag::article && articles == 1))
      marked = std::max(marked, box.end);
    if (parent < marked) continue;
    if (suspects[parent] || box.prose == 0 || box.links < kFewest) continue;
    if (!streams.empty() && tree.is_inside(parent, streams.back())) continue;
    std::uint32_t teasers = 0, prose = 0;
    for (auto child = parent + 1; child < box.end; child = boxes[child].end) {
      if (!may_repeat(boxes[child].tag) || suspects[child] || !is_teaser(tree, child)) continue;
      ++teasers;
      prose += boxes[child].prose;
    }
    // The stream is the whole box only where little else stands in it.
    if (teasers < kFewest || prose * 10 < box.prose * 8) continue;
    streams.push_back(parent);
    inside += box.prose;
  }
  if (streams.empty()) return;
  std::uint32_t all = 0;
  for (const auto& block : tree.blocks()) {
    if (!suspects[block.box]) all += block.prose;
  }
  const auto besides = all - std::min(all, inside);
  if (besides < kLeastBesides || besides * kMostTimes < inside) return;
  for (const auto stream : streams) std::fill(suspects.begin() + stream, suspects.begin() + boxes[stream].end, true);
}

}  // namespace syndicat::extract
