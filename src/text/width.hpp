#pragma once
// How wide text is on a terminal, which is not how many characters it has.

#include <cstddef>
#include <string_view>

namespace syndicat::text {

// The columns that a character takes: 0 for what joins the one before it or shows nothing, 2 for what is wide by
// Unicode's annex 11 (Han, kana, Hangul, emoji), else 1. Control characters are not for showing, and count as 1.
std::size_t width_of(char32_t character);

// The same of a whole text in UTF-8.
std::size_t width_of(std::string_view utf8);

}  // namespace syndicat::text
