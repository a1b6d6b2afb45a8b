#pragma once
// The words that dates are written with, in the languages that feeds are seen in. All are asked for in lower case.

#include <string>
#include <string_view>

namespace syndicat::text {

// 1 to 12 for a month's name, whole or shortened to three characters or more; 0 for no month.
int month_of(std::string_view word);

// Whether a word in a date says nothing that matters: a weekday, "at", "Uhr", "published".
bool is_filler(std::string_view word);

// Lower case for Latin, Greek and Cyrillic letters.
char32_t lower_letter(char32_t c);

}  // namespace syndicat::text
