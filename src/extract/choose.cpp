// Candidates for the article, compared by how much running text they hold and how little else.

#include <algorithm>

#include "extract/body.hpp"
#include "extract/class_marks.hpp"

namespace syndicat::extract {
namespace {

// Elements that text stands in by itself; a container of these is where an article is.
bool holds_text_itself(Tag tag) {
  switch (tag) {
    case Tag::p: case Tag::ul: case Tag::ol: case Tag::li: case Tag::dl: case Tag::dt: case Tag::dd:
    case Tag::blockquote: case Tag::pre: case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5:
    case Tag::h6: case Tag::figure: case Tag::figcaption: case Tag::tr: case Tag::tbody: case Tag::a: case Tag::span:
    case Tag::em: case Tag::strong: case Tag::b: case Tag::i: case Tag::font: case Tag::small: case Tag::time:
      return true;
    default: return false;
  }
}

std::uint32_t first_h1(const Tree& tree) {
  const auto& boxes = tree.boxes();
  for (std::uint32_t number = 0; number < boxes.size(); ++number) {
    if (boxes[number].tag == Tag::h1 && boxes[number].text > 0) return number;
  }
  return kNone;
}

bool is_suspect(const Tree& tree, std::uint32_t number, std::uint32_t h1) {
  const auto& box = tree.box(number);
  const auto page = tree.box(0).prose;
  const auto share = page == 0 ? 0.0 : static_cast<double>(box.prose) / page;
  switch (box.tag) {
    case Tag::html: case Tag::body: case Tag::main: return false;
    case Tag::nav: case Tag::dialog: case Tag::menu: case Tag::search: return true;
    case Tag::footer: return share < 0.5;
    case Tag::aside: return share < 0.5;
    case Tag::form: case Tag::fieldset: return share < 0.3;
    default: break;
  }
  if ((box.marks & kFurniture) == 0) return false;
  // The box around the title and most of the text is no furniture, whatever a theme calls it ("has-sidebar").
  if (h1 != kNone && tree.is_inside(h1, number) && share > 0.25) return false;
  if ((box.marks & kArticleBody) != 0 && share > 0.2) return false;
  if ((box.marks & kComments) != 0) return true;
  if ((box.marks & kContent) != 0 && share > 0.35) return false;
  return share < 0.5;
}

// The page's prose without suspects, summed up for each box.
std::vector<std::uint32_t> sum_prose(const Tree& tree, const std::vector<bool>* suspects) {
  const auto& boxes = tree.boxes();
  std::vector<std::uint32_t> sums(boxes.size());
  for (const auto& block : tree.blocks()) {
    if (suspects == nullptr || !(*suspects)[block.box]) sums[block.box] += block.prose;
  }
  for (auto number = boxes.size(); number-- > 1;) sums[boxes[number].parent] += sums[number];
  return sums;
}

bool are_kin(const Box& a, const Box& b) {
  if (a.tag != b.tag) return false;
  const auto first = a.node.attribute("class");
  return first == b.node.attribute("class") || ((a.marks & b.marks) & kArticleBody) != 0;
}

// From the whole page down to the box that holds the text itself.
std::uint32_t descend(const Tree& tree, const std::vector<std::uint32_t>& prose) {
  const auto& boxes = tree.boxes();
  std::uint32_t current = 0;
  for (;;) {
    const auto& box = boxes[current];
    std::uint32_t best = kNone;
    std::uint32_t loose = prose[current];  // text of this box itself and of paragraphs right in it
    for (auto child = current + 1; child < box.end; child = boxes[child].end) {
      if (holds_text_itself(boxes[child].tag)) continue;
      loose -= prose[child];
      if (best == kNone || prose[child] > prose[best]) best = child;
    }
    if (best == kNone || prose[best] * 2 < prose[current] || loose * 10 > prose[current]) return current;
    bool split = false;
    for (auto child = current + 1; child < box.end; child = boxes[child].end) {
      if (child == best || prose[child] * 100 < prose[current] * 12) continue;
      split = split || are_kin(boxes[child], boxes[best]);
    }
    if (split) return current;
    current = best;
  }
}

}  // namespace

std::vector<bool> find_suspects(const Tree& tree) {
  const auto& boxes = tree.boxes();
  const auto h1 = first_h1(tree);
  std::vector<bool> suspects(boxes.size());
  for (std::uint32_t number = 1; number < boxes.size(); ++number) {
    suspects[number] = suspects[boxes[number].parent] || is_suspect(tree, number, h1);
  }
  return suspects;
}

std::vector<std::uint32_t> choose_parts(const Tree& tree, const std::vector<bool>& suspects, const Witness&) {
  if (tree.blocks().empty()) return {};
  auto prose = sum_prose(tree, &suspects);
  if (prose[0] < 200) {
    auto all = sum_prose(tree, nullptr);
    if (all[0] > 2 * prose[0]) prose = std::move(all);
  }
  return {descend(tree, prose)};
}

}  // namespace syndicat::extract
