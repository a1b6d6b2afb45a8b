#include "extract/media.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

// AMP's components (https://amp.dev/documentation/components/) that name what they show by an id.
struct Component {
  std::string_view name, attribute, front;
};
constexpr auto kComponents = std::to_array<Component>({
    {"amp-youtube", "data-videoid", "https://www.youtube.com/watch?v="},
    {"amp-vimeo", "data-videoid", "https://vimeo.com/"},
    {"amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"},
    {"amp-twitter", "data-tweetid", "https://twitter.com/i/status/"},
    {"amp-instagram", "data-shortcode", "https://www.instagram.com/p/"},
    {"amp-facebook", "data-href", ""},
    {"amp-iframe", "src", ""},
    {"amp-video", "src", ""},
    {"amp-audio", "src", ""},
});

bool is_player(html::Node node) {
  return node.is("iframe") || node.is("video") || node.is("audio") || node.is("embed") || node.is("object");
}

bool is_identifier(std::string_view value) {
  return !value.empty() && value.size() <= 64 && std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

std::string media_address(html::Node node) {
  for (const auto& component : kComponents) {
    if (!node.is(component.name)) continue;
    const auto value = text::trim(node.attribute(component.attribute));
    if (!component.front.empty() && !is_identifier(value)) return {};
    return std::string(component.front).append(value);
  }
  if (!is_player(node)) return {};
  auto address = text::trim(node.attribute(node.is("object") ? "data" : "src"));
  for (const std::string_view name : {"data-src", "data-lazy-src", "data-litespeed-src", "data-cmp-src", "data-url"}) {
    // What waits for a script, or for consent, stands on an empty page until then.
    if (address.empty() || address.starts_with("about:") || address.starts_with("data:"))
      address = text::trim(node.attribute(name));
  }
  for (auto child = node.first_child(); child && address.empty(); child = child.next()) {
    if (child.is("source") || child.is("embed") || child.is("iframe")) address = text::trim(child.attribute("src"));
    const auto name = text::to_lower_ascii(child.attribute("name"));
    if (child.is("param") && (name == "src" || name == "movie" || name == "url" || name == "filename"))
      address = text::trim(child.attribute("value"));
  }
  // No reader can play Flash any more.
  const auto path = text::to_lower_ascii(address.substr(0, address.find_first_of("?#")));
  return path.ends_with(".swf") ? std::string{} : std::string(address);
}

std::string media_words(html::Node node, std::string_view address) {
  for (const std::string_view name : {"title", "aria-label"}) {
    if (auto words = text::collapse_space(node.attribute(name)); !words.empty()) return words;
  }
  const auto path = text::split_uri(address).path;
  const auto file = path.substr(std::min(path.rfind('/') + 1, path.size()));
  constexpr auto kFiles = std::to_array<std::string_view>({".mp4", ".webm", ".mp3", ".ogg", ".oga", ".ogv", ".m4a",
                                                           ".m4v", ".mov", ".wav", ".opus", ".flac", ".aac", ".pdf"});
  const auto lower = text::to_lower_ascii(file);
  if (std::ranges::any_of(kFiles, [&](std::string_view end) { return lower.ends_with(end); }))
    return text::percent_decode(file);
  return text::host_of(address);
}

}  // namespace syndicat::extract
