#include "extract/lead_image.hpp"

#include <algorithm>

#include "extract/caption.hpp"
#include "extract/class_marks.hpp"
#include "extract/images.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLeastWidth = 300;  // CSS pixels; a portrait beside a text is smaller
constexpr std::uint32_t kLeastHeight = 150;
constexpr int kTrust = 30;
constexpr std::uint32_t kLongestCaption = 600;  // letters
constexpr std::uint32_t kCaptionLines = 2;
constexpr std::uint32_t kFigureBoxes = 40;  // elements of a figure that are looked at
constexpr std::size_t kShortestName = 4;    // of a picture's file; shorter ones name nothing

// Whether the picture stands in furniture: itself or any box above up to the part, or by its marks a portrait or a
// logo.
bool is_out_of_place(const Tree& tree, const Body& body, std::uint32_t number) {
  constexpr auto kWrong =
      kBio | kAuthor | kRelated | kAdvertisement | kComments | kShare | kNavigation | kFooter | kSidebar;
  for (; number != kNone; number = tree.box(number).parent) {
    const auto& box = tree.box(number);
    if (box.tag == Tag::body || box.tag == Tag::html || box.tag == Tag::main || box.tag == Tag::article) return false;
    // A "banner" that is a figure is the picture itself.
    const auto wrong = box.tag == Tag::figure && box.links == 0 ? kWrong & ~kAdvertisement : kWrong;
    if (body.dropped_boxes[number] || box.hidden || (box.marks & wrong) != 0 || box.tag == Tag::nav ||
        box.tag == Tag::aside || box.tag == Tag::footer)
      return true;
  }
  return false;
}

// The figure around a picture, or the box that holds nothing besides but a marked caption.
html::Node figure_around(const Tree& tree, std::uint32_t number) {
  html::Node captioned;
  for (int level = 0; level < 6 && number != kNone; ++level, number = tree.box(number).parent) {
    const auto& box = tree.box(number);
    if (box.tag == Tag::figure) return box.node;
    if (captioned || box.images != 1 || box.text == 0 || box.text > kLongestCaption) continue;
    for (auto inside = number + 1; inside < std::min(box.end, number + kFigureBoxes); ++inside) {
      if ((tree.box(inside).marks & kCaption) != 0 && tree.box(inside).text > 0) captioned = box.node;
    }
  }
  return captioned;
}

// What tells one picture from another in its address, whatever its size: "crane" of ".../w800/crane-1200x800.jpg?w=5".
std::string name_of_picture(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  url = url.substr(std::min(url.rfind('/') + 1, url.size()));
  url = url.substr(0, url.rfind('.'));
  for (;;) {
    const auto dash = url.find_last_of("-_");
    if (dash == std::string_view::npos || dash == 0) break;
    const auto size = url.substr(dash + 1);
    if (size.find_first_not_of("0123456789xX") != std::string_view::npos) break;
    url = url.substr(0, dash);
  }
  return text::to_lower_ascii(url);
}

void claim_caption(const Tree& tree, html::Node figure, Claims& claims) {
  const auto caption = caption_of(tree, figure);
  claims.add(Field::image_caption, caption.words, "figcaption", kTrust);
  claims.add(Field::image_credit, caption.credit, "figcaption", kTrust);
}

// The page names its image by itself; what stands below it, where it is shown, is said there only.
void claim_caption_of(const Tree& tree, std::string_view url, Claims& claims) {
  const auto name = name_of_picture(url);
  if (name.size() < kShortestName) return;
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number) {
    const auto& box = tree.box(number);
    if (box.tag != Tag::img) continue;
    const auto picture = picture_of(box.node);
    if (!picture || name_of_picture(picture->url) != name) continue;
    if (const auto figure = figure_around(tree, number)) {
      claim_caption(tree, figure, claims);
      return;
    }
  }
}

}  // namespace

void claim_lead_image(const Tree& tree, const Body& body, std::uint32_t title, Claims& claims) {
  if (const auto* named = claims.best(Field::image)) {
    claim_caption_of(tree, named->value, claims);
    return;
  }
  if (body.parts.empty()) return;
  const auto& boxes = tree.boxes();
  const auto first = tree.box(body.parts.front()).first_block;
  const auto last = tree.box(body.parts.back()).last_block;
  const auto start = title != kNone && title < first ? title : first;
  const auto end = first + (last - first + 1) / 2;
  for (std::uint32_t number = 0; number < boxes.size(); ++number) {
    const auto& box = boxes[number];
    if (box.tag != Tag::img || box.first_block + kCaptionLines < start || box.first_block > end) continue;
    const auto picture = picture_of(box.node);
    if (!picture || is_out_of_place(tree, body, number)) continue;
    const bool small =
        (picture->width && *picture->width < kLeastWidth) || (picture->height && *picture->height < kLeastHeight);
    const auto figure = figure_around(tree, number);
    // Above the title only a figure right there, with its caption's lines between.
    if (small || (!picture->width && !figure) || (box.first_block < start && !figure.is("figure"))) continue;
    claims.add(Field::image, picture->url, "img", kTrust);
    claim_caption(tree, figure, claims);
    return;
  }
}

}  // namespace syndicat::extract
