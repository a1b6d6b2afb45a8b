#include "text/unicode.hpp"

#include <algorithm>

namespace syndicat::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

constexpr unsigned byte_at(std::string_view text, std::size_t position) {
  return static_cast<unsigned char>(text[position]);
}

constexpr bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The length of the white space that starts at `position`, 0 where there is none.
std::size_t space_length(std::string_view text, std::size_t position) {
  if (is_space(text[position])) return 1;
  return text.substr(position, kNoBreakSpace.size()) == kNoBreakSpace ? kNoBreakSpace.size() : 0;
}

}  // namespace

// The Unicode Standard, table 3-7: which bytes may follow which.
char32_t next_character(std::string_view utf8, std::size_t& position) {
  const unsigned lead = byte_at(utf8, position++);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return kReplacement;

  const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  if (utf8.size() - position < more) return kReplacement;
  const unsigned second = byte_at(utf8, position);
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return kReplacement;

  char32_t character = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    const unsigned byte = byte_at(utf8, position + i);
    if (!is_continuation(byte)) return kReplacement;
    character = character << 6U | (byte & 0x3FU);
  }
  position += more;
  return character;
}

void append_utf8(std::string& utf8, char32_t character) {
  if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = kReplacement;
  const auto append = [&](char32_t byte) { utf8 += static_cast<char>(byte); };
  if (character < 0x80) {
    append(character);
  } else if (character < 0x800) {
    append(0xC0U | character >> 6U);
    append(0x80U | (character & 0x3FU));
  } else if (character < 0x10000) {
    append(0xE0U | character >> 12U);
    append(0x80U | (character >> 6U & 0x3FU));
    append(0x80U | (character & 0x3FU));
  } else {
    append(0xF0U | character >> 18U);
    append(0x80U | (character >> 12U & 0x3FU));
    append(0x80U | (character >> 6U & 0x3FU));
    append(0x80U | (character & 0x3FU));
  }
}

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

std::string_view cut_utf8(std::string_view utf8, std::size_t bytes) {
  if (utf8.size() <= bytes) return utf8;
  // A character has at most three bytes behind its first one; more of them are a flaw and may be cut anywhere.
  for (std::size_t back = 0; back < 4 && back <= bytes; ++back) {
    if (!is_continuation(byte_at(utf8, bytes - back))) return utf8.substr(0, bytes - back);
  }
  return utf8.substr(0, bytes);
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = space_length(text, 0);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    if (is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  return text;
}

std::string collapse_space(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool space_before = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = space_length(text, i); length > 0) {
      space_before = true;
      i += length;
      continue;
    }
    if (space_before && !collapsed.empty()) collapsed += ' ';
    space_before = false;
    collapsed += text[i++];
  }
  return collapsed;
}

std::string to_lower_ascii(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return lowered;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

}  // namespace syndicat::text
