#include "extract/beside.hpp"

#include <algorithm>

#include "extract/class_marks.hpp"

namespace syndicat::extract {
namespace {

constexpr int kMostLevels = 8;              // between the text and the frame
constexpr std::uint32_t kLeastText = 50;    // letters
constexpr std::uint32_t kFewestRows = 3;    // of a list or a table
constexpr std::uint32_t kLeastProse = 140;  // letters, where there is neither

// What a box holds besides furniture.
struct Content {
  std::uint32_t text = 0, link_text = 0, prose = 0, rows = 0, table_rows = 0, links_in_headings = 0, controls = 0;
};

Content content_of(const Tree& tree, const std::vector<bool>& suspects, std::uint32_t number) {
  Content content;
  const auto& box = tree.box(number);
  for (auto at = box.first_block; at < box.last_block; ++at) {
    const auto& block = tree.blocks()[at];
    if (suspects[block.box]) continue;
    content.text += block.length;
    content.link_text += block.link_length;
    content.prose += block.prose;
    if (is_heading(tree.box(block.box).tag) && block.link_length * 2 > block.length) ++content.links_in_headings;
  }
  for (auto inside = number; inside < box.end; ++inside) {
    const auto& one = tree.box(inside);
    if (suspects[inside]) continue;
    const bool row = one.tag == Tag::li || one.tag == Tag::tr || one.tag == Tag::dd;
    if (row && one.text > 0 && (one.link_text * 2 < one.text || one.tag == Tag::tr)) ++content.rows;
    if (one.tag == Tag::tr) ++content.table_rows;
    if (one.tag == Tag::input || one.tag == Tag::textarea || one.tag == Tag::select) ++content.controls;
  }
  return content;
}

bool is_content(const Tree& tree, const std::vector<bool>& suspects, std::uint32_t number, bool before) {
  const auto& box = tree.box(number);
  switch (box.tag) {
    case Tag::header:
    case Tag::footer:
    case Tag::nav:
    case Tag::aside:
    case Tag::form:
    case Tag::figure:
    case Tag::address: return false;
    default: break;
  }
  if (suspects[number] || box.hidden || !is_block(box.tag)) return false;
  if ((box.marks & (kBio | kAuthor | kMeta | kHeader | kCaption | kCredit | kDate)) != 0) return false;
  const auto content = content_of(tree, suspects, number);
  if (content.text < kLeastText || content.links_in_headings > 0) return false;
  // The names in a table may lead to pages about them; a list of links is a menu.
  const bool table = content.table_rows >= kFewestRows;
  if (content.link_text * 3 > content.text * (table ? 2 : 1)) return false;
  // Behind the text sentences are somebody's appeal, a list may be anything; before it they are its beginning.
  const bool list = before && content.rows >= kFewestRows && content.link_text * 10 < content.text;
  if ((table || list) && content.prose * 2 < content.text - content.link_text) return true;
  return before && content.prose >= kLeastProse && content.controls == 0;
}

}  // namespace

void add_beside(const Tree& tree, const std::vector<bool>& suspects, std::uint32_t title,
                std::vector<std::uint32_t>& parts) {
  if (title == kNone || parts.size() != 1) return;
  const auto holds_title = [&](std::uint32_t number) {
    return title >= tree.box(number).first_block && title < tree.box(number).last_block;
  };
  std::vector<std::uint32_t> found;
  auto inner = parts.front();
  for (int level = 0; level < kMostLevels && !holds_title(inner); ++level) {
    const auto outer = tree.box(inner).parent;
    if (outer == kNone || tree.box(outer).tag == Tag::body || tree.box(outer).tag == Tag::html) break;
    for (auto child = outer + 1; child < tree.box(outer).end; child = tree.box(child).end) {
      if (child == inner || tree.box(child).first_block <= title) continue;
      if (is_content(tree, suspects, child, child < inner)) found.push_back(child);
    }
    inner = outer;
  }
  if (!holds_title(inner)) return;
  parts.insert(parts.end(), found.begin(), found.end());
  std::ranges::sort(parts);
}

}  // namespace syndicat::extract
