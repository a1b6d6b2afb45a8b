// What a wrong encoding leaves behind in a text.

#include <array>
#include <optional>

#include "text/unicode.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

// The byte that windows-1252 has for the character, from 0x80 on; nothing where it has none.
std::optional<unsigned> byte_of(char32_t character) {
  constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                              0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (character >= 0x80 && character <= 0xFF) return static_cast<unsigned>(character);
  for (unsigned at = 0; at < kHigh.size(); ++at)
    if (kHigh[at] == character) return 0x80 + at;
  return std::nullopt;
}

bool is_continuation(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto byte = byte_of(text::next_character(text, at));
  return byte && *byte >= 0x80 && *byte <= 0xBF;
}

// As itself, not as a reference.
bool is_written(const Check& check, const Subject& subject, std::string_view character) {
  return check.text().substr(subject.span.start, subject.span.end - subject.span.start).find(character) !=
         std::string_view::npos;
}

}  // namespace

void bad_characters(Check& check, const Subject& subject) {
  const auto text = subject.text;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto start = at;
    const auto character = text::next_character(text, at);
    // C1 controls are letters of windows-1252 that were taken for ISO 8859-1.
    const bool control = character >= 0x80 && character <= 0x9F && character != 0x85;
    // UTF-8 that was taken for windows-1252: its first byte as a letter, the next as a sign.
    const bool twice = (character == 0xC2 || character == 0xC3) && is_continuation(text, at);
    const bool sign = character == 0xE2 && at < text.size() && is_continuation(text, at);
    // ISO 8859-1 has no such letter: the bytes are windows-1252, whatever the declaration says.
    const bool promised = check.is_latin1() && character > 0xFF && byte_of(character) &&
                          is_written(check, subject, text.substr(start, at - start));
    if (!control && !twice && !sign && !promised && character != 0xFFFD) continue;
    if (at < text.size() && (twice || sign)) text::next_character(text, at);
    check.report("bad-characters", subject, {{"value", text.substr(start, at - start)}});
    return;
  }
}

}  // namespace syndicat::validate
