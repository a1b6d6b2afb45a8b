#include "formats/sniff.hpp"

#include <algorithm>
#include <array>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

// No feed has more before its first element than this.
constexpr std::size_t kBeginning = 64UL << 10U;

constexpr std::size_t kLongestName = 100;  // bytes

// The beginning as text whose markup can be read: what is not ASCII with more beyond it as UTF-8, everything else as it
// is.
std::string beginning(std::string_view bytes) {
  bytes = bytes.substr(0, kBeginning);
  const auto says = text::first_bytes(bytes);
  if (!says) return std::string(bytes);
  if (says->encoding == "UTF-8") return std::string(bytes.substr(says->length));
  return text::decode(bytes.substr(0, bytes.size() / 4 * 4), says->encoding);
}

// Skips to behind `end`; nothing is left where it does not come.
void skip_behind(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

struct Signature {
  std::string_view bytes, name;
  std::string_view advice = {};
};
// clang-format off
constexpr auto kSignatures = std::to_array<Signature>({
    {"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF8", "a GIF image"}, {"RIFF", "an image or sound (RIFF)"},
    {"%PDF", "a PDF document"}, {"PK\x03\x04", "a ZIP archive"},  {"\x1f\x8b", "gzip data", "; unpack it first"}, {"BM", "a bitmap image"},
    {"\x28\xb5\x2f\xfd", "zstd data", "; unpack it first"},            {"ID3", "an MP3 sound"}, {"OggS", "an Ogg sound or film"}, {"\x7f" "ELF", "a program"},
});
// clang-format on

// Whether that may be an element's name, which is not so of what stands behind a "<" by chance.
bool may_be_name(std::string_view root) {
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !root.empty() && root.size() <= kLongestName && text::is_utf8(root) &&
         std::all_of(root.begin(), root.end(), is_fit);
}

// The name of the first element.
std::string first_element(std::string_view rest) {
  while (true) {
    const auto open = rest.find('<');
    if (open == std::string_view::npos || open + 1 >= rest.size()) return {};
    rest.remove_prefix(open);
    if (rest.starts_with("<!--")) {
      skip_behind(rest, "-->");
    } else if (rest[1] == '?') {
      skip_behind(rest, "?>");
    } else if (rest[1] == '!') {
      // A document type may hold an internal subset in brackets.
      const auto end = rest.find_first_of("[>");
      if (end == std::string_view::npos) return {};
      if (rest[end] == '[') skip_behind(rest, "]");
      skip_behind(rest, ">");
    } else {
      auto name = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
      if (const auto colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
      return std::string(name);
    }
  }
}

bool is_feed(std::string_view root) {
  constexpr auto kRoots = std::to_array<std::string_view>(
      {"rss", "feed", "entry", "rdf", "channel", "opml", "urlset", "sitemapindex", "html"});
  return std::find(kRoots.begin(), kRoots.end(), text::to_lower_ascii(root)) != kRoots.end();
}

// What a program printed before the feed, in a document that is ASCII where its markup is.
std::size_t printed_before(std::string_view text) {
  if (text.starts_with("<?xml") || is_feed(first_element(text))) return 0;
  for (const std::string_view start : {"<?xml", "<rss", "<feed", "<rdf:RDF"}) {
    const auto at = text.find(start);
    if (at != std::string_view::npos && is_feed(first_element(text.substr(at)))) return at;
  }
  return 0;
}

}  // namespace

std::size_t junk_before_feed(std::string_view bytes) {
  if (text::first_bytes(bytes)) return 0;
  return printed_before(bytes.substr(0, kBeginning));
}

std::string root_name(std::string_view bytes) {
  const std::string text = beginning(bytes);
  const std::string_view rest = text;
  return first_element(rest.substr(printed_before(rest)));
}

bool names_rss11(std::string_view bytes) { return beginning(bytes).find("purl.org/net/rss1.1#") != std::string::npos; }

bool looks_like_json(std::string_view bytes) {
  const std::string start = beginning(bytes.substr(0, 4096));
  auto rest = text::trim(start);
  // JSON has no comments; people put their licence there all the same.
  while (rest.starts_with("//") || rest.starts_with("/*")) {
    skip_behind(rest, rest[1] == '/' ? "\n" : "*/");
    rest = text::trim(rest);
  }
  return rest.starts_with("{");
}

Result<void> check_label(const Format& named, std::string_view bytes) {
  const auto* format = detect(bytes);
  const auto is_json = [](const Format& one) { return one.name == "json" || one.name == "jsonl"; };
  if (format == nullptr || format->read == named.read || (is_json(*format) && is_json(named))) return {};
  if (named.looks_like != nullptr && named.looks_like(bytes)) return {};
  return fail(Cause::unreadable, "is {}, not {}; leave --from away", format->title, named.title);
}

std::string describe(std::string_view bytes) {
  if (bytes.empty()) return "it is empty; give a feed";
  for (const auto& [signature, name, advice] : kSignatures)
    if (bytes.starts_with(signature)) return fmt::format("it is {}, no feed{}", name, advice);
  const std::string root = root_name(bytes);
  const std::string start = text::to_lower_ascii(text::trim(beginning(bytes.substr(0, 1024))));
  if (start.empty()) return "it holds nothing but white space; give a feed";
  if (start.starts_with("<!doctype html") || text::equals_ignoring_case(root, "html"))
    return "it is an HTML page, no feed; give it to `syndicat fetch`, which makes an item of it";
  if (may_be_name(root)) return "it is XML, but no feed that is known: its first element is <" + root + ">";
  if (start.starts_with("[")) return "it is a JSON array; a JSON Feed is an object";
  return "it is no feed: neither XML nor JSON";
}

}  // namespace syndicat::formats
