#include "extract/lead_image.hpp"

#include <algorithm>

#include "extract/class_marks.hpp"
#include "extract/images.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLeastWidth = 300;  // CSS pixels; a portrait beside a text is smaller
constexpr std::uint32_t kLeastHeight = 150;
constexpr int kTrust = 30;

// Whether the picture stands in furniture: itself or any box above up to the part, or by its marks a portrait or a
// logo.
bool is_out_of_place(const Tree& tree, const Body& body, std::uint32_t number) {
  constexpr auto kWrong =
      kBio | kAuthor | kRelated | kAdvertisement | kComments | kShare | kNavigation | kFooter | kSidebar;
  for (; number != kNone; number = tree.box(number).parent) {
    const auto& box = tree.box(number);
    if (box.tag == Tag::body || box.tag == Tag::html || box.tag == Tag::main || box.tag == Tag::article) return false;
    if (body.dropped_boxes[number] || box.hidden || (box.marks & kWrong) != 0 || box.tag == Tag::nav ||
        box.tag == Tag::aside || box.tag == Tag::footer)
      return true;
  }
  return false;
}

html::Node figure_around(const Tree& tree, std::uint32_t number) {
  for (int level = 0; level < 6 && number != kNone; ++level, number = tree.box(number).parent) {
    if (tree.box(number).tag == Tag::figure) return tree.box(number).node;
  }
  return {};
}

}  // namespace

void claim_lead_image(const Tree& tree, const Body& body, std::uint32_t title, Claims& claims) {
  if (body.parts.empty() || claims.best(Field::image) != nullptr) return;
  const auto& boxes = tree.boxes();
  const auto first = tree.box(body.parts.front()).first_block;
  const auto last = tree.box(body.parts.back()).last_block;
  const auto start = title != kNone && title < first ? title : first;
  const auto end = first + (last - first + 1) / 2;
  for (std::uint32_t number = 0; number < boxes.size(); ++number) {
    const auto& box = boxes[number];
    if (box.tag != Tag::img || box.first_block < start || box.first_block > end) continue;
    const auto picture = picture_of(box.node);
    if (!picture || is_out_of_place(tree, body, number)) continue;
    const bool small =
        (picture->width && *picture->width < kLeastWidth) || (picture->height && *picture->height < kLeastHeight);
    const auto figure = figure_around(tree, number);
    if (small || (!picture->width && !figure)) continue;
    claims.add(Field::image, picture->url, "img", kTrust);
    if (const auto caption = figure.find("figcaption"))
      claims.add(Field::image_caption, text::collapse_space(caption.block_text()), "figcaption", kTrust);
    return;
  }
}

}  // namespace syndicat::extract
