#pragma once
// Letters, words and lines as a reader sees them, in any script.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::extract {

// clang-format off
enum class Script : std::uint8_t {
  other, latin, cyrillic, greek, armenian, georgian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil,
  telugu, kannada, malayalam, sinhala, thai, lao, myanmar, khmer, ethiopic, hangul, kana, han,
};
// clang-format on

// The script of a letter; `other` for what is no letter of the scripts above.
Script script_of(char32_t character);

// Whether the script writes without blanks between words.
bool is_dense(Script script);

bool is_letter(char32_t character);
bool is_upper(char32_t character);

// Whether the words begin with a small letter of a script that has capitals.
bool starts_small(std::string_view words);
// Lower case for Latin, Greek, Cyrillic and Armenian; other characters stay.
char32_t to_lower(char32_t character);

// Lower-cased words with one blank between them and one at each end, everything else gone: " top of page ". Each
// Han, kana, Thai, Lao, Khmer or Myanmar character run stays together as it stood.
std::string fold(std::string_view text);

// The words of a folded text.
std::vector<std::string_view> split_words(std::string_view folded);

// How much there is to read, in the unit of one Latin letter: a Han, kana or Hangul character counts three, white
// space and marks of layout nothing.
std::uint32_t reading_length(std::string_view text);

// How many words, a run of dense script counting one for each two characters.
std::size_t count_words(std::string_view text);

// How many sentences end in the text: a full stop or its like of any script, with a blank, a quotation mark or
// the end behind it (in dense scripts, anything).
std::size_t count_sentence_ends(std::string_view text);

// Whether the last thing in the text, quotation marks and brackets apart, ends a sentence (a colon does not).
bool ends_sentence(std::string_view text);

// Whether both texts say the same when case, blanks and punctuation are left out.
bool same_words(std::string_view a, std::string_view b);

// Which ends of a text are meant.
enum class Ends : std::uint8_t { both, last };

// The text without any of the marks at its ends, however many stand there.
std::string_view strip_marks(std::string_view text, std::span<const std::string_view> marks, Ends ends = Ends::both);

}  // namespace syndicat::extract
