// What kind of thing the bytes are, by the bytes first and the transport's word second: servers call pages plain
// text and images pages.

#include <algorithm>
#include <array>

#include "extract/extract.hpp"
#include "extract/mail.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLookedAt = 4096;        // bytes
constexpr std::size_t kLongestHeader = 65536;  // of a mail

bool begins(std::string_view bytes, std::string_view what) {
  return bytes.size() >= what.size() && text::equals_ignoring_case(bytes.substr(0, what.size()), what);
}

// Signatures of what is often met where a page is asked for (MIME Sniffing Standard, section 6).
bool is_known_binary(std::string_view bytes) {
  // clang-format off
  constexpr std::array<std::string_view, 16> kSignatures = {
      "\x89PNG", "\xFF\xD8\xFF", "GIF8", "RIFF", "%PDF-", "PK\x03\x04", "\x1F\x8B", "OggS", "ID3", "\x7F" "ELF",
      "7z\xBC\xAF", "Rar!", "wOF", "\xD0\xCF\x11\xE0", "\xFD" "7zXZ", "BZh"};
  return std::ranges::any_of(kSignatures, [&](std::string_view mark) { return bytes.starts_with(mark); });
}

bool is_binary(std::string_view bytes) {
  if (text::byte_order_mark(bytes)) return false;
  // Control characters that no text has (the same standard's binary data bytes), more than a stray few.
  const auto strange = std::ranges::count_if(bytes, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || byte == 0x0B || (byte >= 0x0E && byte < 0x1B) || (byte >= 0x1C && byte < 0x20);
  });
  // clang-format on
  return static_cast<std::size_t>(strange) * 100 > bytes.size();
}

// Where markup starts, white space, byte order mark and comments apart.
std::string_view skip_to_markup(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    while (!bytes.empty() && text::is_space(bytes.front())) bytes.remove_prefix(1);
    const bool comment = bytes.starts_with("<!--");
    if (!comment && !bytes.starts_with("<?")) return bytes;
    const auto end = bytes.find(comment ? "-->" : ">");
    if (end == std::string_view::npos) return bytes;
    bytes.remove_prefix(end + (comment ? 3 : 1));
  }
}

bool is_tag_name_end(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || text::is_space(bytes[at]) || bytes[at] == '>' || bytes[at] == '/';
}

bool starts_as_page(std::string_view bytes) {
  // clang-format off
  constexpr std::array<std::string_view, 27> kStarts = {
      "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<link", "<script", "<style", "<base", "<table",
      "<div", "<p", "<h1", "<h2", "<h3", "<a", "<br", "<b", "<font", "<center", "<article", "<section", "<main",
      "<header", "<ul", "<img"};
  const auto markup = skip_to_markup(bytes);
  return std::ranges::any_of(kStarts, [&](std::string_view start) {
    return begins(markup, start) && is_tag_name_end(markup, start.size());
  });
  // clang-format on
}

// Two or more tags that a page has and a plain text has no use for.
bool holds_page_tags(std::string_view bytes) {
  constexpr std::array<std::string_view, 6> kTags = {"</p>", "</div>", "<body", "<br", "</a>", "</h"};
  int found = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    for (const auto tag : kTags) found += begins(bytes.substr(at), tag) ? 1 : 0;
    if (found >= 2) return true;
  }
  return false;
}

}  // namespace

Shape shape_of(std::string_view bytes, std::string_view media_type) {
  const auto start = bytes.substr(0, kLookedAt);
  const auto mark = text::byte_order_mark(start);
  if (mark && mark->encoding != "UTF-8") {
    const auto decoded = text::decode(start, mark->encoding);
    return starts_as_page(decoded) ? Shape::page : Shape::text;
  }
  if (is_known_binary(start) || is_binary(start)) return Shape::other;
  if (starts_as_page(start)) return Shape::page;
  if (starts_as_mail(bytes.substr(0, kLongestHeader))) return Shape::text;

  const auto type = text::to_lower_ascii(text::trim(media_type.substr(0, media_type.find(';'))));
  if (type == "text/html" || type == "application/xhtml+xml") return Shape::page;
  if (type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/") ||
      type.starts_with("font/")) {
    return Shape::other;
  }
  if (type.starts_with("text/")) return Shape::text;
  return holds_page_tags(start) ? Shape::page : Shape::text;
}

}  // namespace syndicat::extract
