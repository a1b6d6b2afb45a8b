#pragma once
// Which language a text is in, told from the text alone; and the names that language switchers give to languages.

#include <string>
#include <string_view>

namespace syndicat::extract {

// The language of the text as a BCP 47 tag ("en", "be", "zh"), or empty where the text is too short or too mixed
// to tell. A script that one language owns decides alone; others are told apart by their frequent words and letters.
std::string detect_language(std::string_view text);

// The language that a switcher's word stands for ("бел", "Русский", "EN", "en français"), or empty.
std::string language_named(std::string_view word);

}  // namespace syndicat::extract
