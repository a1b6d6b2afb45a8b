#include "extract/headings.hpp"

#include <algorithm>
#include <functional>

#include "extract/class_marks.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostHeadings = 40;
constexpr std::uint32_t kLongest = 400;  // letters
constexpr std::size_t kMostParts = 8;
constexpr int kDeepest = 6;
constexpr int kPlaceLevels = 3;  // of elements between a heading and its link
constexpr std::size_t kLinesLookedAt = 80;
constexpr std::uint32_t kLongestLine = 160;  // letters
constexpr std::uint32_t kLeastText = 150;    // of running text

struct Part {
  std::string text;
  std::uint32_t marks = 0;
  Tag tag = Tag::other;
  bool is_element = false;
};

int level_of(Tag tag) { return tag == Tag::h1 ? 1 : tag == Tag::h2 ? 2 : tag == Tag::h3 ? 3 : 0; }

// The runs of text in the element, each with the marks of the elements around it up to the heading.
void collect(const Tree& tree, html::Node node, const Part& around, std::vector<Part>& parts, int depth = 0) {
  bool in_text = false;
  for (auto child = node.first_child(); child && parts.size() <= kMostParts; child = child.next()) {
    if (child.is_text()) {
      if (text::is_blank(child.value())) continue;
      if (!in_text) parts.push_back(around);
      parts.back().text += child.value();
      in_text = true;
    } else if (child.is_element()) {
      const auto number = tree.box_of(child);
      if (number == kNone || is_silent(tree.box(number).tag) || is_control(tree.box(number).tag)) continue;
      const auto& box = tree.box(number);
      if (depth < kDeepest)
        collect(tree, child, {{}, around.marks | box.marks, box.tag == Tag::time ? box.tag : around.tag, true}, parts,
                depth + 1);
      in_text = false;
    }
  }
}

std::vector<Part> parts_of(const Tree& tree, html::Node heading) {
  std::vector<Part> parts;
  collect(tree, heading, {}, parts);
  for (auto& part : parts) part.text = without_soft_hyphens(text::collapse_space(part.text));
  return parts;
}

// A part that is about the title: its day, its rubric, words for screen readers.
bool is_beside(const Part& part) {
  return part.tag == Tag::time ||
         ((part.marks & (kDate | kMeta | kHidden | kComments)) != 0 && (part.marks & kTitle) == 0);
}

Heading read_heading(const Tree& tree, std::uint32_t number, std::string_view url) {
  const auto& box = tree.box(number);
  Heading heading;
  heading.level = level_of(box.tag);
  heading.text = without_soft_hyphens(tree.text_of(number));
  auto parts = parts_of(tree, box.node);
  if (parts.size() > 1 && parts.size() <= kMostParts) {
    const auto is_title = [](const Part& part) { return (part.marks & kTitle) != 0; };
    const bool all_elements = std::ranges::all_of(parts, [](const Part& part) { return part.is_element; });
    const auto before = parts.size();
    // The one that is marked as the title is it, where all its neighbours are elements too.
    if (all_elements && std::ranges::any_of(parts, is_title)) std::erase_if(parts, std::not_fn(is_title));
    else if (!std::ranges::all_of(parts, is_beside)) std::erase_if(parts, is_beside);
    if (parts.size() < before) {
      heading.text.clear();
      for (const auto& part : parts) heading.text += (heading.text.empty() ? "" : " ") + part.text;
    }
    if (parts.size() > 1) {
      for (auto& part : parts) heading.parts.push_back(std::move(part.text));
    }
  }
  for (auto inside = number + 1; inside < box.end; ++inside) {
    const auto& link = tree.box(inside);
    if (link.tag != Tag::a || text::split_uri(url).path.size() <= 1) continue;
    const auto target = text::resolve(url, text::trim(link.node.attribute("href")));
    heading.leads_home = text::is_web_url(target) && text::split_uri(target).path.size() <= 1 &&
                         !text::split_uri(target).query && text::host_of(target) == text::host_of(url);
    break;
  }
  return heading;
}

// <font size="5">, <font size="+2">, <big>
bool is_large(const Box& box) {
  if (box.tag == Tag::big) return true;
  if (box.tag != Tag::font) return false;
  const auto size = text::trim(box.node.attribute("size"));
  return size == "+1" || size == "+2" || size == "+3" || size == "+4" || size == "4" || size == "5" || size == "6" ||
         size == "7";
}

// Old pages have no headings, only lines that look like one.
void add_lines(const Tree& tree, const std::vector<bool>& suspects, std::vector<Heading>& headings) {
  const auto& blocks = tree.blocks();
  std::vector<bool> large(std::min<std::size_t>(blocks.size(), kLinesLookedAt));
  for (const auto& box : tree.boxes()) {
    if (box.first_block >= large.size()) break;
    const bool one_line = box.last_block - box.first_block <= 1 && blocks[box.first_block].length <= kLongestLine;
    if (one_line && is_large(box) && reading_length(box.node.text()) == blocks[box.first_block].length)
      large[box.first_block] = true;
  }
  for (std::uint32_t at = 0; at < large.size() && headings.size() < kMostHeadings; ++at) {
    const auto& line = blocks[at];
    if (line.prose > kLeastText) break;  // the text has begun
    if (line.links > 0 || line.length > kLongestLine || suspects[line.box]) continue;
    const bool called = (tree.box(line.box).marks & kTitle) != 0;
    if (!called && !large[at] && line.strong_length < line.length) continue;
    headings.push_back({without_soft_hyphens(tree.text(line)), {}, kLooksLikeHeading, false, false});
  }
}

}  // namespace

std::string without_soft_hyphens(std::string_view text) {
  std::string kept(text);
  for (auto at = kept.find("\xC2\xAD"); at != std::string::npos; at = kept.find("\xC2\xAD", at)) kept.erase(at, 2);
  return kept;
}

bool is_place_link(html::Node a) {
  if (!a.is("a") || !text::trim(a.attribute("href")).starts_with('#')) return false;
  auto around = a.parent();
  for (int level = 0; level < kPlaceLevels && around.is_element(); ++level, around = around.parent()) {
    const auto tag = tag_of(around.name());
    if (is_heading(tag) || tag == Tag::dt || tag == Tag::caption || tag == Tag::figcaption)
      return count_words(a.text()) == 0;
  }
  return false;
}

std::vector<Heading> headings_of(const Tree& tree, const std::vector<bool>& suspects, std::string_view url) {
  std::vector<Heading> headings;
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number) {
    const auto& box = tree.box(number);
    if (level_of(box.tag) == 0 || box.text == 0 || box.text >= kLongest || headings.size() >= kMostHeadings) continue;
    headings.push_back(read_heading(tree, number, url));
    headings.back().in_furniture = suspects[number];
  }
  if (headings.empty()) add_lines(tree, suspects, headings);
  return headings;
}

}  // namespace syndicat::extract
