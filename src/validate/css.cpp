// Styles within HTML within feeds: an allowance of properties and of values that only change looks.

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/html.hpp"

namespace syndicat::validate {
namespace {

// What can load, run or cover something.
constexpr std::array kBadProperties = std::to_array<std::string_view>({
    "-moz-binding", "behavior", "behaviour", "content", "filter", "position", "z-index", "-ms-filter",
    "-ms-behavior", "-o-link",  "bottom",    "left",    "right",  "top",      "src",     "-webkit-user-modify",
});

constexpr std::array kBadValues = std::to_array<std::string_view>({"url(", "expression", "javascript", "vbscript", "@import", "data:"});

bool is_property(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

}  // namespace

bool is_harmless_style(std::string_view style) {
  auto lower = text::to_lower_ascii(style);
  // A backslash, a comment or a character reference may spell any word so that it is not seen.
  if (lower.find('\\') != std::string::npos || lower.find("/*") != std::string::npos || lower.find('<') != std::string::npos)
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
    const auto value = declaration.substr(colon + 1);
    if (!is_property(property) || std::ranges::find(kBadProperties, property) != kBadProperties.end()) return false;
    for (const auto bad : kBadValues)
      if (value.find(bad) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace syndicat::validate
