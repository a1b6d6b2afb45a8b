#include "extract/signed_line.hpp"

#include <algorithm>
#include <array>

#include "extract/date_lines.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestLine = 90;  // letters
constexpr std::size_t kLabelBefore = 12;    // bytes before a date that a name follows
constexpr std::size_t kMostBehind = 3;      // words behind a date that a name precedes: "г.", "Uhr"

// Without marks of punctuation and rules at both ends.
std::string_view without_marks(std::string_view text) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {" ", "-", "|", ",", "/", ":", "\xC2\xA0", "–", "—", "·", "•", "、", "，", "،", "　", "（", "）", "(", ")"});
  return strip_marks(text, kMarks);
}

// Places of two words and more begin like this; "New York" is written as a name is.
bool may_be_place(std::string_view words) {
  // clang-format off
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"new", "san", "santa", "santo", "los", "las", "la", "el", "le", "saint", "st", "sankt", "north", "south",
      "east", "west", "cape", "port", "porto", "puerto", "rio", "buenos", "tel", "hong", "kuala", "abu", "addis",
      "bad", "fort", "den", "de", "da", "great", "united", "salt", "sri", "são", "novi", "nova", "stara", "ho",
      "phnom", "ulan", "санкт", "нижний", "нижні", "великий", "новый", "новы", "нова", "новий", "белая", "белы",
      "біла", "старый", "стары", "ростов", "набережные", "горад", "город"});
  // clang-format on
  const auto folded = fold(words);
  const auto parts = split_words(folded);
  return parts.empty() || std::ranges::find(kBeginnings, parts.front()) != kBeginnings.end();
}

bool are_people(const std::vector<std::string>& names) {
  return !names.empty() && std::ranges::all_of(names, [](const std::string& name) {
    return looks_like_name(name) && !names_a_post(name) && phrase_of_line(name) == Phrase::none;
  });
}

}  // namespace

std::string names_beside_date(std::string_view line, std::string_view language) {
  if (reading_length(line) >= kLongestLine) return {};
  const auto found = find_date(line, language);
  const auto place = found ? line.find(found->written) : std::string_view::npos;
  if (place == std::string_view::npos) return {};
  auto behind = without_marks(line.substr(place + found->written.size()));
  behind = without_marks(behind.substr(0, behind.find(" on behalf of ")));
  if (place <= kLabelBefore || phrase_of_line(line.substr(0, place)) == Phrase::posted) {
    const auto authors = split_authors(behind);
    const bool whole = phrase_at_start(behind) == Phrase::by || looks_like_name(behind);
    if (authors.size() == 1 && looks_like_name(authors.front()) && whole) return std::string(behind);
  }
  const auto before = without_marks(line.substr(0, place));
  // "Ann Roe • 5 March 2026 • Updated 6 March 2026".
  const bool changed = phrase_at_start(behind) == Phrase::posted && find_date(behind, language).has_value();
  if (count_sentence_ends(before) > 0 || (count_words(behind) > kMostBehind && !changed)) return {};
  if (phrase_at_start(before) != Phrase::none || may_be_place(before)) return {};
  return are_people(split_authors(before)) ? std::string(before) : std::string{};
}

}  // namespace syndicat::extract
