#include "extract/between.hpp"

#include "extract/class_marks.hpp"
#include "extract/media.hpp"
#include "extract/phrases.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLeastText = 50;  // letters; less may be any label
constexpr std::uint32_t kFewBlocks = 3;   // of what is called a comment

// What no place in the text makes part of it.
constexpr std::uint32_t kNeverOwn = kHidden | kNavigation | kBio | kAuthor;

// How many boxes of a kind stand before each one, so that those inside a box are a difference.
template <typename Is>
std::vector<std::uint32_t> count_before(const Tree& tree, Is is) {
  std::vector<std::uint32_t> counts(tree.boxes().size() + 1);
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number)
    counts[number + 1] = counts[number] + (is(tree.box(number)) ? 1 : 0);
  return counts;
}

bool is_control_tag(Tag tag) {
  return tag == Tag::input || tag == Tag::textarea || tag == Tag::select || tag == Tag::button || tag == Tag::form;
}

// Whether a line begins as that of a box that the site put there.
bool begins_as_furniture(std::string_view line) {
  if (phrase_of_line(line) != Phrase::none) return true;
  switch (phrase_at_start(line)) {
    case Phrase::none:
    case Phrase::by:
    case Phrase::posted:
    case Phrase::credit:
    case Phrase::button: return false;
    default: return true;
  }
}

}  // namespace

std::vector<bool> find_own_words(const Tree& tree) {
  const auto& boxes = tree.boxes();
  const auto is_paragraph = [&](const Box& box) {
    return box.tag == Tag::p && box.prose > 0 && box.sentences > 0 && (box.marks & kFurniture) == 0;
  };
  std::vector<std::uint32_t> first(boxes.size(), kNone), last(boxes.size(), 0);  // paragraphs right in each box
  for (std::uint32_t number = 1; number < boxes.size(); ++number) {
    if (!is_paragraph(boxes[number])) continue;
    const auto parent = boxes[number].parent;
    if (first[parent] == kNone) first[parent] = number;
    last[parent] = number;
  }
  const auto links = count_before(tree, [](const Box& box) { return box.tag == Tag::a; });
  const auto controls = count_before(tree, [](const Box& box) { return is_control_tag(box.tag); });
  const auto headings = count_before(tree, [](const Box& box) { return is_heading(box.tag); });
  const auto sources = count_before(tree, [](const Box& box) { return box.tag == Tag::pre && box.text > 0; });
  const auto players = count_before(tree, [](const Box& box) { return !media_address(box.node).empty(); });
  std::vector<bool> own(boxes.size()), inside(boxes.size());  // inside: between paragraphs, or in such a box
  for (std::uint32_t number = 1; number < boxes.size(); ++number) {
    const auto& box = boxes[number];
    const auto holds = [&](const auto& counts) { return counts[box.end] - counts[number]; };
    if (holds(sources) == 1 && (box.marks & kFurniture) == kControls && holds(headings) == 0) own[number] = true;
    if (holds(players) > 0 && (box.marks & kFurniture) == kControls && box.prose == 0 && holds(links) == 0)
      own[number] = true;
    if (box.tag == Tag::figure && box.images > 0 && holds(links) == 0) own[number] = true;
    if (box.tag == Tag::footer || box.tag == Tag::nav || box.tag == Tag::aside || (box.marks & kNeverOwn) != 0)
      continue;
    if (inside[box.parent]) inside[number] = own[number] = true;
    if (number < first[box.parent] || number > last[box.parent] || holds(links) > 0 || holds(controls) > 0 ||
        holds(headings) > 0 || box.sentences == 0 || box.prose < kLeastText)
      continue;
    if ((box.marks & kComments) != 0 && box.last_block - box.first_block > kFewBlocks) continue;
    // "Advertisement", "Sign up": a box that begins with its name is what it says.
    if (!begins_as_furniture(tree.text(tree.blocks()[box.first_block]))) inside[number] = own[number] = true;
  }
  return own;
}

}  // namespace syndicat::extract
