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

// Where scripts find the picture, the better ones first; "src" may hold a small one until then. What is behind it may
// be anything, and counts where there is nothing else.
constexpr auto kNames =
    std::to_array<std::string_view>({"data-src",          "data-original", "data-lazy-src",
                                     "data-hi-res-src",   "data-full-src", "data-large-file",
                                     "data-original-src", "data-img-src",  "data-image-src",
                                     "data-src-large",    "data-cfsrc",    "data-pagespeed-lazy-src",
                                     "data-actualsrc",    "data-echo",     "data-delayed-url",
                                     "data-lazyload",     "lazy-src",      "src",
                                     "data-url",          "data-image",    "data-lazy"});

// "width: 1px", "height:0": as small as what counts visitors.
bool is_small_by_style(std::string_view style) {
  const auto plain = text::to_lower_ascii(style.substr(0, 1000));
  for (std::size_t start = 0; start < plain.size();) {
    const auto end = std::min(plain.find(';', start), plain.size());
    const auto rule = std::string_view(plain).substr(start, end - start);
    const auto colon = std::min(rule.find(':'), rule.size());
    const auto name = text::trim(rule.substr(0, colon));
    const auto value = text::trim(rule.substr(std::min(colon + 1, rule.size())));
    const bool length = value.ends_with("px") || value == "0" || value.starts_with("0 ");
    if ((name == "width" || name == "height") && length) {
      if (const auto pixels = read_length(value); pixels && *pixels < kSmallest) return true;
    }
    start = end + 1;
  }
  return false;
}

// The services that count visitors by a picture and tell no size of it.
bool is_counter(std::string_view address) {
  constexpr auto kCounters = std::to_array<std::string_view>(
      {"facebook.com/tr?",       "facebook.com/tr/",      "google-analytics.com/", "googletagmanager.com/",
       "doubleclick.net/",       "googleadservices.com/", "pixel.wp.com/",         "stats.wp.com/",
       "scorecardresearch.com/", "quantserve.com/",       "mc.yandex.ru/watch",    "mc.yandex.com/watch",
       "counter.yadro.ru/",      "top-fwz1.mail.ru/",     "px.ads.linkedin.com/",  "analytics.twitter.com/",
       "t.co/i/adsct",           "bat.bing.com/",         "ct.pinterest.com/",     "vgwort.de/na/",
       "hit.gemius.pl/",         "counter.rambler.ru/",   "sb.scorecardresearch",  "pixel.quantcount.com/",
       "ad.doubleclick"});
  const auto lower = text::to_lower_ascii(address.substr(0, 300));
  return std::ranges::any_of(kCounters,
                             [&](std::string_view counter) { return lower.find(counter) != std::string::npos; });
}

}  // namespace

html::Node picture_element(html::Node node) {
  if (node.is("img") || node.is("amp-img") || node.is("amp-anim")) return node;
  if (!node.is("noscript")) return {};
  html::Node img;
  std::size_t count = 0;
  for (auto inside = node.first_child(); inside; inside = inside.next_within(node)) {
    if (inside.is_text() && !text::is_blank(inside.value())) return {};
    if (inside.is("img")) ++count, img = img ? img : inside;
    if (count > 1) return {};
  }
  if (!img) return {};
  // The picture that a script would put in its place stands before it, mostly.
  const auto stands_for = [&](html::Node beside, bool same) {
    const auto twin = beside.is("img") ? beside : beside ? beside.find("img") : html::Node();
    const auto shown = twin ? picture_of(twin) : std::nullopt;
    if (!shown || !same) return shown.has_value();
    const auto own = picture_of(img);
    return own && own->url == shown->url;
  };
  // Behind it only where it is the same one: any other is the next picture.
  return stands_for(node.previous_element(), false) || stands_for(node.next_element(), true) ? html::Node() : img;
}

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
  if (is_small_by_style(img.attribute("style"))) return {};

  std::string_view address;
  for (const std::string_view name : {"srcset", "data-srcset", "data-lazy-srcset", "data-original-set"}) {
    if (address.empty()) address = best_of_srcset(img.attribute(name));
  }
  if (address.empty() && img.parent().is("picture")) {
    for (auto sibling = img.parent().first_child(); sibling && address.empty(); sibling = sibling.next()) {
      if (!sibling.is("source")) continue;
      for (const std::string_view name : {"srcset", "data-srcset", "data-lazy-srcset"}) {
        if (address.empty()) address = best_of_srcset(sibling.attribute(name));
      }
    }
  }
  for (const auto name : kNames) {
    if (address.empty() && is_address(img.attribute(name))) address = img.attribute(name);
  }
  if (address.empty() || is_counter(address)) return {};
  picture.url = std::string(text::trim(address));
  return picture;
}

}  // namespace syndicat::extract
