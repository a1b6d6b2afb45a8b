#include "text/character_reference.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "text/unicode.hpp"
#include "text_character_references.hpp"

namespace syndicat::text {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alphanumeric(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Section 13.2.5.80: what 0x80 to 0x9F stand for, which is windows-1252; 0: themselves.
// clang-format off
constexpr std::array<char32_t, 32> kControls = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

// Where in the table the names with each first character begin.
constexpr auto kFirst = [] {
  std::array<std::uint16_t, 129> first{};
  std::uint16_t row = 0;
  for (unsigned c = 0; c < 128; ++c) {
    first[c] = row;
    while (row < std::size(kNamedReferences) && static_cast<unsigned char>(kNamedReferences[row].name[0]) == c) ++row;
  }
  first[128] = row;
  return first;
}();
// clang-format on

// The longest name that `text` begins with.
const NamedReference* longest_name(std::string_view text) {
  const auto c = static_cast<unsigned char>(text.front());
  if (c > 127) return nullptr;
  const NamedReference* low = kNamedReferences + kFirst[c];
  const NamedReference* high = kNamedReferences + kFirst[c + 1U];
  const NamedReference* found = nullptr;
  for (std::size_t length = 1; low != high; ++length) {
    // The rows from low to high share the first `length` characters with the text.
    if (low->name.size() == length) found = low++;
    if (length >= text.size() || low == high) break;
    const char next = text[length];
    low = std::lower_bound(low, high, next,
                           [&](const NamedReference& row, char wanted) { return row.name[length] < wanted; });
    high = std::upper_bound(low, high, next,
                            [&](char wanted, const NamedReference& row) { return wanted < row.name[length]; });
  }
  return found;
}

Reference numeric(std::string_view text, std::string& characters) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  std::size_t at = hexadecimal ? 3 : 2;
  const std::size_t digits = at;
  std::uint32_t code = 0;
  while (at < text.size() && (hexadecimal ? hex_value(text[at]) >= 0 : is_digit(text[at]))) {
    if (code <= 0x10FFFF) {
      code = code * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(hex_value(text[at]));
    }
    ++at;
  }
  if (at == digits) return {0, "absence-of-digits-in-numeric-character-reference", at, {}};

  Reference reference;
  if (at < text.size() && text[at] == ';') {
    ++at;
  } else {
    reference.error = "missing-semicolon-after-character-reference";
    reference.error_at = at;
  }
  reference.length = at;
  if (code == 0) {
    reference.value_error = "null-character-reference";
    code = 0xFFFD;
  } else if (code > 0x10FFFF) {
    reference.value_error = "character-reference-outside-unicode-range";
    code = 0xFFFD;
  } else if (code >= 0xD800 && code <= 0xDFFF) {
    reference.value_error = "surrogate-character-reference";
    code = 0xFFFD;
  } else if ((code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFEU) == 0xFFFE) {
    reference.value_error = "noncharacter-character-reference";
  } else if (code == 0x0D || (code < 0x20 && code != 0x09 && code != 0x0A && code != 0x0C) ||
             (code >= 0x7F && code <= 0x9F)) {
    reference.value_error = "control-character-reference";
    if (code >= 0x80 && kControls[code - 0x80] != 0) code = kControls[code - 0x80];
  }
  append_utf8(characters, code);
  return reference;
}

}  // namespace

Reference read_reference(std::string_view text, bool in_attribute, std::string& characters) {
  if (text.size() < 2) return {};
  if (text[1] == '#') return numeric(text, characters);
  if (!is_alphanumeric(text[1])) return {};

  const NamedReference* found = longest_name(text.substr(1));
  if (found == nullptr) {
    // An error only where it looks like a name in full. The names are short; what is longer is no reference.
    constexpr std::size_t kLongest = 256;
    std::size_t at = 1;
    while (at < text.size() && at < kLongest && is_alphanumeric(text[at])) ++at;
    if (at < text.size() && text[at] == ';') return {0, "unknown-named-character-reference", at, {}};
    return {};
  }
  Reference reference;
  reference.length = found->name.size() + 1;
  if (found->name.back() != ';') {
    const char next = reference.length < text.size() ? text[reference.length] : '\0';
    // For historical reasons: "?a=b&copy=c" in an attribute stays as it is.
    if (in_attribute && (next == '=' || is_alphanumeric(next))) return {};
    reference.error = "missing-semicolon-after-character-reference";
    reference.error_at = reference.length;
  }
  append_utf8(characters, found->first);
  if (found->second != 0) append_utf8(characters, found->second);
  return reference;
}

}  // namespace syndicat::text
