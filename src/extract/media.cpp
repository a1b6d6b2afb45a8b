#include "extract/media.hpp"

#include <algorithm>
#include <array>

#include "extract/class_marks.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

// Components that name what they show by an id: AMP's (https://amp.dev/documentation/components/), and light stand-ins
// for players.
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
    {"lite-youtube", "videoid", "https://www.youtube.com/watch?v="},
    {"lite-vimeo", "videoid", "https://vimeo.com/"},
});

bool is_player(html::Node node) {
  return node.is("iframe") || node.is("video") || node.is("audio") || node.is("embed") || node.is("object");
}

bool is_identifier(std::string_view value) {
  return !value.empty() && value.size() <= 64 && std::ranges::all_of(value, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

// A part of an address that somebody named, rather than one that a program numbered.
bool is_named(std::string_view part) {
  return std::ranges::all_of(part, [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.'; });
}

// What an <iframe> brings besides media: an advertisement, a button to like, a form to subscribe, by the words of its
// address.
bool is_furniture_address(std::string_view address) {
  const auto parts = text::split_uri(address);
  std::uint32_t marks = marks_of_words(parts.authority.value_or(""));
  constexpr auto kNamed = std::to_array<std::string_view>({"like", "likebox", "button", "follow", "login"});
  const std::string_view path = parts.path;
  for (std::size_t start = 0; start < path.size();) {
    const auto end = std::min(path.find('/', start), path.size());
    const auto part = path.substr(start, end - start);
    start = end + 1;
    if (!is_named(part)) continue;
    marks |= marks_of_words(part);
    if (std::ranges::find(kNamed, part.substr(0, part.find_first_of(".-_"))) != kNamed.end()) return true;
  }
  return (marks & (kAdvertisement | kShare | kNewsletter | kComments | kCookies)) != 0;
}

// A post of another site that its script would draw: what the page's own markup says of where it is.
std::string post_address(html::Node node) {
  if (node.is("blockquote")) {
    const auto cite = text::trim(node.attribute("cite"));
    const bool embed = (marks_of_words(node.attribute("class")) & kEmbed) != 0;
    return embed && text::is_web_url(cite) ? std::string(cite) : std::string{};
  }
  if (node.is("div")) {
    const auto address = text::trim(node.attribute("data-href"));
    const auto name = node.attribute("class");
    return (name == "fb-post" || name == "fb-video") && text::is_web_url(address) ? std::string(address)
                                                                                  : std::string{};
  }
  if (!node.is("script")) return {};
  const auto post = text::trim(node.attribute("data-telegram-post"));
  if (const auto stroke = post.find('/'); stroke != std::string_view::npos) {
    const bool plain = is_identifier(post.substr(0, stroke)) && is_identifier(post.substr(stroke + 1));
    return plain ? std::string("https://t.me/").append(post) : std::string{};
  }
  const auto source = text::trim(node.attribute("src"));
  constexpr std::string_view kGists = "https://gist.github.com/";
  const auto path = source.substr(0, source.find('?'));
  return path.starts_with(kGists) && path.ends_with(".js") ? std::string(path.substr(0, path.size() - 3))
                                                           : std::string{};
}

}  // namespace

std::string media_address(html::Node node) {
  for (const auto& component : kComponents) {
    if (!node.is(component.name)) continue;
    const auto value = text::trim(node.attribute(component.attribute));
    if (!component.front.empty() && !is_identifier(value)) return {};
    return std::string(component.front).append(value);
  }
  if (auto post = post_address(node); !post.empty()) return post;
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
  if (node.is("iframe") && is_furniture_address(address)) return {};
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
