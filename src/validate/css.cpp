// Styles within HTML within feeds: only what changes looks and cannot cover a page, load or run anything. The list of
// properties is the one that aggregators have kept since the first of them were attacked by a style.

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/html.hpp"

namespace syndicat::validate {
namespace {

// clang-format off
constexpr std::array kProperties = std::to_array<std::string_view>({
    "azimuth", "background-color", "border-bottom-color", "border-collapse", "border-color", "border-left-color",
    "border-right-color", "border-spacing", "border-top-color", "caption-side", "clear", "color", "cursor", "direction",
    "display", "elevation", "empty-cells", "float", "font", "font-family", "font-size", "font-stretch", "font-style",
    "font-variant", "font-weight", "height", "letter-spacing", "line-height", "list-style-type", "overflow", "pause",
    "pause-after", "pause-before", "pitch", "pitch-range", "quotes", "richness", "speak", "speak-header", "speak-numeral",
    "speak-punctuation", "speech-rate", "stress", "table-layout", "text-align", "text-decoration", "text-indent",
    "text-transform", "unicode-bidi", "vertical-align", "voice-family", "volume", "white-space", "width", "word-spacing",
});
// clang-format on

// Boxes, whose values are colours, words and lengths below 100.
constexpr std::array kBoxes = std::to_array<std::string_view>({"background", "border", "margin", "padding"});

constexpr std::array kBadValues =
    std::to_array<std::string_view>({"url(", "expression", "javascript", "vbscript", "@import", "data:"});

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_box(std::string_view property) {
  return std::ranges::any_of(kBoxes, [&](std::string_view box) {
    if (!property.starts_with(box)) return false;
    const auto side = property.substr(box.size());
    if (side.empty()) return true;
    constexpr std::array kSides = std::to_array<std::string_view>({"-bottom", "-left", "-right", "-top"});
    auto rest = side;
    for (const auto one : kSides)
      if (rest.starts_with(one)) rest.remove_prefix(one.size());
    return rest.empty() || (box == "border" && (rest == "-color" || rest == "-style" || rest == "-width"));
  });
}

// A colour, a word, or a length of at most two digits before the point.
bool is_box_value(std::string_view value) {
  if (value.starts_with('#'))
    return value.size() <= 7 &&
           std::ranges::all_of(value.substr(1), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
  if (value.starts_with("rgb(")) return true;
  if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
  if (value.empty()) return false;
  if (is_letter(value.front()) || value.front() == '!')
    return std::ranges::all_of(value, [](char c) { return is_letter(c) || c == '-' || c == '!'; });
  std::size_t digits = 0;
  while (digits < value.size() && is_digit(value[digits])) ++digits;
  if (digits > 2) return false;
  auto unit = value.substr(digits);
  if (unit.starts_with('.')) {
    unit.remove_prefix(1);
    while (!unit.empty() && is_digit(unit.front())) unit.remove_prefix(1);
  }
  return unit.size() <= 3 && std::ranges::all_of(unit, [](char c) { return is_letter(c) || c == '%'; });
}

bool is_box_list(std::string_view values) {
  while (!values.empty()) {
    const auto end = values.starts_with("rgb(") ? values.find(')') : values.find_first_of(text::kSpace);
    if (!is_box_value(values.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    values = text::trim(values.substr(end + 1));
  }
  return true;
}

}  // namespace

bool is_harmless_style(std::string_view style) {
  auto lower = text::to_lower_ascii(style);
  // A backslash, a comment or a tag may spell any word so that it is not seen.
  if (lower.find('\\') != std::string::npos || lower.find("/*") != std::string::npos ||
      lower.find('<') != std::string::npos)
    return false;
  std::string_view rest = lower;
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto declaration = text::trim(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (declaration.empty()) continue;
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos) return false;
    const auto property = text::trim(declaration.substr(0, colon));
    const auto value = text::trim(declaration.substr(colon + 1));
    for (const auto bad : kBadValues)
      if (value.find(bad) != std::string_view::npos) return false;
    if (std::ranges::binary_search(kProperties, property)) continue;
    if (!is_box(property) || !is_box_list(value)) return false;
  }
  return true;
}

}  // namespace syndicat::validate
