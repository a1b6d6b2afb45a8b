#include "formats/sniff.hpp"

#include <array>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

// No feed has more before its first element than this.
constexpr std::size_t kBeginning = 64UL << 10U;

// The beginning as text whose markup can be read: UTF-16 as UTF-8, everything else as it is.
std::string beginning(std::string_view bytes) {
  bytes = bytes.substr(0, kBeginning);
  const auto mark = text::byte_order_mark(bytes);
  if (mark && mark->encoding == "UTF-8") return std::string(bytes.substr(mark->length));
  if (mark) return text::decode(bytes.substr(0, bytes.size() / 4 * 4), mark->encoding);
  // XML 1.0, appendix F: UTF-16 without a mark shows by its zeros.
  if (bytes.starts_with(std::string_view("<\0", 2))) return text::decode(bytes.substr(0, bytes.size() / 2 * 2), "UTF-16LE");
  if (bytes.starts_with(std::string_view("\0<", 2))) return text::decode(bytes.substr(0, bytes.size() / 2 * 2), "UTF-16BE");
  return std::string(bytes);
}

// Skips to behind `end`; nothing is left where it does not come.
void skip_behind(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
}

struct Signature {
  std::string_view bytes, name;
};
constexpr auto kSignatures = std::to_array<Signature>({
    {"\x89PNG", "a PNG image"}, {"\xff\xd8\xff", "a JPEG image"}, {"GIF8", "a GIF image"}, {"RIFF", "an image or sound (RIFF)"},
    {"%PDF", "a PDF document"}, {"PK\x03\x04", "a ZIP archive"},  {"\x1f\x8b", "gzip data; unpack it first"}, {"BM", "a bitmap image"},
    {"\x28\xb5\x2f\xfd", "zstd data; unpack it first"},            {"ID3", "an MP3 sound"}, {"OggS", "an Ogg sound or film"}, {"\x7f" "ELF", "a program"},
});

}  // namespace

std::string root_name(std::string_view bytes) {
  const std::string text = beginning(bytes);
  std::string_view rest = text;
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

bool names_rss11(std::string_view bytes) { return beginning(bytes).find("purl.org/net/rss1.1#") != std::string::npos; }

bool looks_like_json(std::string_view bytes) {
  const std::string start = beginning(bytes.substr(0, 4096));
  return text::trim(start).starts_with("{");
}

std::string describe(std::string_view bytes) {
  if (bytes.empty()) return "it is empty; give a feed";
  for (const auto& [signature, name] : kSignatures)
    if (bytes.starts_with(signature)) return std::string("it is ") + std::string(name) + ", no feed";
  const std::string root = root_name(bytes);
  const std::string start = text::to_lower_ascii(text::trim(beginning(bytes.substr(0, 1024))));
  if (start.empty()) return "it holds nothing but white space; give a feed";
  if (start.starts_with("<!doctype html") || text::equals_ignoring_case(root, "html"))
    return "it is an HTML page, no feed; give it to `syndicat fetch`, which makes an item of it";
  if (!root.empty()) return "it is XML, but no feed that is known: its first element is <" + root + ">";
  if (start.starts_with("[")) return "it is a JSON array; a JSON Feed is an object";
  return "it is no feed: neither XML nor JSON";
}

}  // namespace syndicat::formats
