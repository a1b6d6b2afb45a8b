#pragma once
// UTF-8 and white space in small.

#include <cstdint>
#include <string>
#include <string_view>

namespace syndicat::text {

// The character that starts at `position`, which moves behind it; U+FFFD and one byte on for a flaw.
char32_t next_character(std::string_view utf8, std::size_t& position);
void append_utf8(std::string& utf8, char32_t character);

// How many characters the text holds; columns are counted so.
std::size_t count_characters(std::string_view utf8);

// The longest beginning of at most `bytes` bytes that cuts no character.
std::string_view cut_utf8(std::string_view utf8, std::size_t bytes);

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::string_view trim(std::string_view text);       // without white space at both ends (U+00A0 too)
std::string collapse_space(std::string_view text);  // trimmed, each run of white space one blank (U+00A0 too)
std::string to_lower_ascii(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);  // ASCII only
bool is_blank(std::string_view text);                               // nothing but white space

}  // namespace syndicat::text
