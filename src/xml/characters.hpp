#pragma once
// XML 1.0's characters and names (sections 2.2 and 2.3, fifth edition), a table's look-up for each byte.

#include <array>
#include <cstdint>
#include <string_view>

namespace syndicat::xml {

// What a byte may mean to the reader.
enum : std::uint8_t {
  kTextStop = 1,   // reading text must look closer: & < ] CR, forbidden, 0xEF (U+FFFE and U+FFFF begin so)
  kValueStop = 2,  // reading an attribute's value must: & < quotes, white space, forbidden, 0xEF
  kNameByte = 4,   // may stand in a name, as far as ASCII goes
  kNameStart = 8,  // may start one
  kBlank = 16,     // white space
};

constexpr std::array<std::uint8_t, 256> kBytes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = kTextStop | kValueStop;
  table[' '] = kBlank;
  table['\t'] = table['\n'] = kBlank | kValueStop;
  table['\r'] = kBlank | kValueStop | kTextStop;
  for (const unsigned char c : std::string_view("&<")) table[c] = kTextStop | kValueStop;
  for (const unsigned char c : std::string_view("\"'")) table[c] = kValueStop;
  table[']'] = kTextStop;
  table[0xEF] = kTextStop | kValueStop;
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = kNameByte | kNameStart;
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = kNameByte;
  table['_'] = table[':'] = kNameByte | kNameStart;
  table['-'] = table['.'] = kNameByte;
  return table;
}();

constexpr bool is(char c, std::uint8_t what) { return (kBytes[static_cast<unsigned char>(c)] & what) != 0; }

constexpr bool is_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

// Beyond ASCII only; that is in the table.
constexpr bool is_name_start(char32_t c) {
  return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x1FFF && c != 0x37E) ||
         c == 0x200C || c == 0x200D || (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) ||
         (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0xEFFFF);
}
constexpr bool is_name_character(char32_t c) {
  return is_name_start(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

// Whether 0xEF at `at` begins U+FFFE or U+FFFF.
constexpr bool is_noncharacter(const char* at, const char* end) {
  return end - at >= 3 && static_cast<unsigned char>(at[1]) == 0xBF && static_cast<unsigned char>(at[2]) >= 0xBE;
}

}  // namespace syndicat::xml
