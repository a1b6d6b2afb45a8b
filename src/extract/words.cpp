#include "extract/words.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

struct Range {
  char32_t first, last;
  Script script;
};

// Unicode's blocks, as far as letters of living languages reach; ordered, for a binary search.
constexpr std::array kRanges = {
    Range{0x0041, 0x005A, Script::latin},      Range{0x0061, 0x007A, Script::latin},
    Range{0x00AA, 0x00AA, Script::latin},      Range{0x00BA, 0x00BA, Script::latin},
    Range{0x00C0, 0x00D6, Script::latin},      Range{0x00D8, 0x00F6, Script::latin},
    Range{0x00F8, 0x024F, Script::latin},      Range{0x0250, 0x02AF, Script::latin},
    Range{0x0370, 0x0373, Script::greek},      Range{0x0376, 0x0377, Script::greek},
    Range{0x0386, 0x0386, Script::greek},      Range{0x0388, 0x03FF, Script::greek},
    Range{0x0400, 0x0481, Script::cyrillic},   Range{0x048A, 0x052F, Script::cyrillic},
    Range{0x0531, 0x0587, Script::armenian},   Range{0x05D0, 0x05F2, Script::hebrew},
    Range{0x0620, 0x064A, Script::arabic},     Range{0x066E, 0x06D3, Script::arabic},
    Range{0x06D5, 0x06FF, Script::arabic},     Range{0x0750, 0x077F, Script::arabic},
    Range{0x0900, 0x0963, Script::devanagari}, Range{0x0971, 0x097F, Script::devanagari},
    Range{0x0980, 0x09E3, Script::bengali},    Range{0x0A01, 0x0A75, Script::gurmukhi},
    Range{0x0A81, 0x0AE3, Script::gujarati},   Range{0x0B82, 0x0BE5, Script::tamil},
    Range{0x0C00, 0x0C63, Script::telugu},     Range{0x0C80, 0x0CE3, Script::kannada},
    Range{0x0D00, 0x0D63, Script::malayalam},  Range{0x0D80, 0x0DF3, Script::sinhala},
    Range{0x0E01, 0x0E4E, Script::thai},       Range{0x0E81, 0x0ECD, Script::lao},
    Range{0x1000, 0x103F, Script::myanmar},    Range{0x1050, 0x109F, Script::myanmar},
    Range{0x10A0, 0x10FF, Script::georgian},   Range{0x1100, 0x11FF, Script::hangul},
    Range{0x1200, 0x135A, Script::ethiopic},   Range{0x1780, 0x17D3, Script::khmer},
    Range{0x1C90, 0x1CBF, Script::georgian},   Range{0x1E00, 0x1EFF, Script::latin},
    Range{0x1F00, 0x1FFF, Script::greek},      Range{0x3005, 0x3007, Script::han},
    Range{0x3041, 0x30FA, Script::kana},       Range{0x30FC, 0x30FF, Script::kana},
    Range{0x3131, 0x318E, Script::hangul},     Range{0x31F0, 0x31FF, Script::kana},
    Range{0x3400, 0x4DBF, Script::han},        Range{0x4E00, 0x9FFF, Script::han},
    Range{0xAC00, 0xD7A3, Script::hangul},     Range{0xF900, 0xFAFF, Script::han},
    Range{0xFB50, 0xFDFF, Script::arabic},     Range{0xFE70, 0xFEFC, Script::arabic},
    Range{0xFF21, 0xFF3A, Script::latin},      Range{0xFF41, 0xFF5A, Script::latin},
    Range{0xFF66, 0xFF9D, Script::kana},       Range{0x20000, 0x2FA1F, Script::han},
};

constexpr bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}

constexpr bool is_dense_stop(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0xFF61;
}

// Full stops of the scripts: Latin, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer, Myanmar.
constexpr bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x0965 ||
         c == 0x0589 || c == 0x1362 || c == 0x17D4 || c == 0x104B || c == 0x203C || c == 0x203D || c == 0x2047 ||
         is_dense_stop(c);
}

// What may stand between a sentence's end and the blank: closing quotation marks and brackets, note numbers.
constexpr bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x00BB || c == 0x00AB || c == 0x2019 || c == 0x201D ||
         c == 0x201C || c == 0x203A || c == 0x300D || c == 0x300F || c == 0xFF09 || c == 0x2018;
}

constexpr bool is_blank_character(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
         c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

constexpr bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x200C;
}

}  // namespace

Script script_of(char32_t character) {
  if (character < 0x80) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ? Script::latin
                                                                                            : Script::other;
  }
  const auto* const found = std::ranges::upper_bound(kRanges, character, {}, &Range::first);
  if (found == kRanges.begin() || character > (found - 1)->last) return Script::other;
  return (found - 1)->script;
}

bool is_dense(Script script) {
  switch (script) {
    case Script::han:
    case Script::kana:
    case Script::thai:
    case Script::lao:
    case Script::khmer:
    case Script::myanmar: return true;
    default: return false;
  }
}

bool is_letter(char32_t character) { return script_of(character) != Script::other; }

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  // Latin Extended-A goes by pairs; the pairing shifts by one at two places.
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x218 && c <= 0x233)) return c | 1U;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return (c & 1U) != 0 ? c + 1 : c;
  if (c >= 0x1E00 && c <= 0x1EFF && c != 0x1E9E) return c | 1U;
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x391 && c <= 0x3AB) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) return c | 1U;
  if (c >= 0x531 && c <= 0x556) return c + 48;
  return c;
}

bool is_upper(char32_t character) { return to_lower(character) != character; }

bool starts_small(std::string_view words) {
  std::size_t at = 0;
  const auto first = words.empty() ? U' ' : text::next_character(words, at);
  const auto script = script_of(first);
  const bool has_case =
      script == Script::latin || script == Script::cyrillic || script == Script::greek || script == Script::armenian;
  return has_case && !is_upper(first);
}

std::string fold(std::string_view text) {
  std::string folded = " ";
  folded.reserve(text.size() + 2);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (c == 0xAD || is_mark(c)) continue;
    if (c == '\'' || c == 0x2019 || c == 0x02BC) {  // one apostrophe, inside words
      if (folded.back() != ' ') folded += '\'';
      continue;
    }
    if (is_letter(c) || is_digit(c)) {
      text::append_utf8(folded, to_lower(c));
    } else {
      while (folded.back() == '\'') folded.pop_back();
      if (folded.back() != ' ') folded += ' ';
    }
  }
  while (folded.back() == '\'') folded.pop_back();
  if (folded.back() != ' ') folded += ' ';
  return folded;
}

std::vector<std::string_view> split_words(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start < folded.size();) {
    if (folded[start] == ' ') {
      ++start;
      continue;
    }
    const auto end = std::min(folded.find(' ', start), folded.size());
    words.push_back(folded.substr(start, end - start));
    start = end;
  }
  return words;
}

std::uint32_t reading_length(std::string_view text) {
  std::uint32_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      length += byte > ' ' ? 1 : 0;
      ++at;
      continue;
    }
    const char32_t c = text::next_character(text, at);
    if (is_blank_character(c)) continue;
    const auto script = c >= 0x1100 ? script_of(c) : Script::other;
    length += script == Script::han || script == Script::kana || script == Script::hangul ? 3 : 1;
  }
  return length;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t dense = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (is_blank_character(c)) {
      inside = false;
    } else if (c >= 0xE00 && is_dense(script_of(c))) {
      ++dense;
      inside = false;
    } else if (!inside && (is_letter(c) || is_digit(c))) {
      ++words;
      inside = true;
    }
  }
  return words + (dense + 1) / 2;
}

std::size_t count_sentence_ends(std::string_view text) {
  std::size_t ends = 0;
  bool after_stop = false;
  bool after_letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (is_dense_stop(c)) {
      ++ends;
      after_stop = false;
      continue;
    }
    if (is_stop(c)) {
      after_stop = after_stop || after_letter;
      continue;
    }
    if (after_stop && is_closer(c)) continue;
    if (after_stop && is_blank_character(c)) ++ends;
    after_stop = false;
    after_letter = is_letter(c) || is_digit(c) || is_closer(c) || c == '%';
  }
  return ends + (after_stop ? 1 : 0);
}

bool ends_sentence(std::string_view text) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (!is_blank_character(c) && !is_closer(c)) last = c;
  }
  return is_stop(last);
}

bool same_words(std::string_view a, std::string_view b) {
  const auto fold_tight = [](std::string_view text) {
    auto folded = fold(text);
    std::erase(folded, ' ');
    std::erase(folded, '\'');
    return folded;
  };
  return fold_tight(a) == fold_tight(b);
}

std::string_view strip_marks(std::string_view text, std::span<const std::string_view> marks, Ends ends) {
  for (bool again = true; again;) {
    again = false;
    for (const auto mark : marks) {
      if (ends == Ends::both && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

}  // namespace syndicat::extract
