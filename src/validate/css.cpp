// Styles within HTML within feeds: only what changes looks and cannot cover a page, load or run anything. The list of
// properties is the one that aggregators have kept since the first of them were attacked by a style, and what came
// later and moves things within their own box only.

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/html.hpp"

namespace syndicat::validate {
namespace {

// clang-format off
constexpr std::array kProperties = std::to_array<std::string_view>({
    "align-content", "align-items", "align-self", "aspect-ratio", "azimuth", "background-color",
    "background-size", "border-bottom-color",
    "border-bottom-left-radius", "border-bottom-right-radius", "border-collapse", "border-color", "border-left-color",
    "border-radius", "border-right-color", "border-spacing", "border-top-color", "border-top-left-radius",
    "border-top-right-radius", "box-sizing", "break-after", "break-before", "break-inside", "caption-side", "clear",
    "color", "column-count", "column-gap", "column-width", "columns", "cursor", "direction", "display", "elevation",
    "empty-cells", "flex", "flex-basis", "flex-direction", "flex-flow", "flex-grow", "flex-shrink", "flex-wrap",
    "float", "font", "font-family", "font-feature-settings", "font-kerning", "font-size", "font-stretch",
    "font-style", "font-variant", "font-variant-numeric", "font-weight", "gap", "height", "hyphens",
    "justify-content", "justify-items", "justify-self", "letter-spacing", "line-break", "line-height",
    "list-style-position", "list-style-type", "max-height", "max-width", "min-height", "min-width", "object-fit",
    "object-position", "opacity", "order", "orphans", "overflow", "overflow-wrap", "overflow-x", "overflow-y",
    "page-break-after", "page-break-before", "page-break-inside", "pause", "pause-after", "pause-before", "pitch",
    "pitch-range", "place-content", "place-items", "place-self", "quotes", "richness", "row-gap", "speak",
    "speak-header", "speak-numeral", "speak-punctuation", "speech-rate", "stress", "tab-size", "table-layout",
    "text-align", "text-align-last", "text-decoration", "text-decoration-color", "text-decoration-line",
    "text-decoration-style", "text-decoration-thickness", "text-indent", "text-justify", "text-overflow",
    "text-transform", "text-underline-offset", "unicode-bidi", "vertical-align", "voice-family", "volume",
    "white-space", "widows", "width", "word-break", "word-spacing", "word-wrap", "writing-mode",
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

// A colour, or a value that the reader's own style sheet would have to give: "var(--gap)".
bool is_function(std::string_view value) {
  constexpr std::array kFunctions = std::to_array<std::string_view>({"rgb(", "rgba(", "hsl(", "hsla(", "var(--"});
  return std::ranges::any_of(kFunctions, [&](std::string_view start) { return value.starts_with(start); });
}

// A colour, a word, or a length of at most two digits before the point.
bool is_box_value(std::string_view value) {
  if (value.starts_with('#'))
    return value.size() <= 7 &&
           std::ranges::all_of(value.substr(1), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
  if (is_function(value)) return true;
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
    const auto end = is_function(values) ? values.find(')') : values.find_first_of(text::kSpace);
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
    // A property of its own ("--gap") means nothing until another takes it; old browsers saw words wherever they stand.
    const auto seen = property.starts_with("--") ? declaration : value;
    for (const auto bad : kBadValues)
      if (seen.find(bad) != std::string_view::npos) return false;
    if (property.starts_with("--") || std::ranges::binary_search(kProperties, property)) continue;
    if (!is_box(property) || !is_box_list(value)) return false;
  }
  return true;
}

}  // namespace syndicat::validate
