#include "extract/images.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kSmallest = 4;   // CSS pixels; smaller ones count visitors
constexpr double kLargestUseful = 2400;  // pixels of width; more is for print

std::optional<std::uint32_t> read_length(std::string_view written) {
  std::uint32_t pixels = 0;
  std::size_t digits = 0;
  written = text::trim(written);
  while (digits < written.size() && digits < 6 && written[digits] >= '0' && written[digits] <= '9') {
    pixels = pixels * 10 + static_cast<std::uint32_t>(written[digits++] - '0');
  }
  if (digits == 0 || (digits < written.size() && written[digits] == '%')) return {};
  return pixels;
}

bool is_address(std::string_view value) {
  value = text::trim(value);
  if (value.empty() || value.size() > 4000 || value.starts_with("data:") || value.starts_with("about:") ||
      value.starts_with("blob:"))
    return false;
  if (value.starts_with("{") || value.starts_with("[") || value == "#") return false;
  // Names that themes give to what stands there until the picture comes.
  constexpr auto kStandIns =
      std::to_array<std::string_view>({"blank.gif", "spacer.gif", "pixel.gif", "transparent.png", "transparent.gif",
                                       "placeholder", "lazy.gif", "grey.gif", "1x1."});
  const auto file = text::to_lower_ascii(
      value.substr(value.find_last_of('/') == std::string_view::npos ? 0 : value.find_last_of('/') + 1));
  return std::ranges::none_of(kStandIns, [&](std::string_view name) { return file.find(name) != std::string::npos; });
}

}  // namespace

std::string_view best_of_srcset(std::string_view srcset) {
  std::string_view best;
  double best_size = -1;
  std::size_t at = 0;
  while (at < srcset.size()) {
    at = srcset.find_first_not_of(" \t\r\n\f,", at);
    if (at == std::string_view::npos) break;
    const auto end = std::min(srcset.find_first_of(" \t\r\n\f", at), srcset.size());
    auto address = srcset.substr(at, end - at);
    double size = 1;
    if (address.ends_with(',')) {
      while (address.ends_with(',')) address.remove_suffix(1);
      at = end;
    } else {
      const auto comma = std::min(srcset.find(',', end), srcset.size());
      const auto descriptor = text::trim(srcset.substr(end, comma - end));
      if (!descriptor.empty()) size = std::strtod(std::string(descriptor.substr(0, 20)).c_str(), nullptr);
      if (descriptor.ends_with('x')) size *= 600;
      at = comma;
    }
    const bool better = size > best_size && (size <= kLargestUseful || best_size < 0);
    if (better && is_address(address)) {
      best = address;
      best_size = size;
    }
  }
  return best;
}

std::optional<Picture> picture_of(html::Node img) {
  Picture picture;
  picture.alt = text::collapse_space(img.attribute("alt"));
  picture.width = read_length(img.attribute("width"));
  picture.height = read_length(img.attribute("height"));
  if ((picture.width && *picture.width < kSmallest) || (picture.height && *picture.height < kSmallest)) return {};

  std::string_view address;
  for (const std::string_view name : {"srcset", "data-srcset", "data-lazy-srcset"}) {
    if (address.empty()) address = best_of_srcset(img.attribute(name));
  }
  if (address.empty() && img.parent().is("picture")) {
    for (auto sibling = img.parent().first_child(); sibling && address.empty(); sibling = sibling.next()) {
      if (!sibling.is("source")) continue;
      address = best_of_srcset(sibling.attribute("srcset"));
      if (address.empty()) address = best_of_srcset(sibling.attribute("data-srcset"));
    }
  }
  constexpr auto kNames =
      std::to_array<std::string_view>({"data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src",
                                       "data-url", "data-image", "data-lazy", "src"});
  for (const auto name : kNames) {
    if (address.empty() && is_address(img.attribute(name))) address = img.attribute(name);
  }
  if (address.empty()) return {};
  picture.url = std::string(text::trim(address));
  return picture;
}

}  // namespace syndicat::extract
