#include "extract/date_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "extract/calendars.hpp"
#include "extract/month_names.hpp"
#include "extract/words.hpp"
#include "extract/zone_names.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestText = 2000;  // bytes looked at

// A piece of the text: a number, a word, or a single other character.
struct Token {
  enum class Kind : std::uint8_t { number, word, other } kind = Kind::other;
  std::string folded;  // of words
  int number = -1;
  int digits = 0;
  char32_t character = 0;  // of others
  std::size_t start = 0, end = 0;
};

int digit_of(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 0x660 && c <= 0x669) return static_cast<int>(c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return static_cast<int>(c - 0x6F0);
  if (c >= 0x966 && c <= 0x96F) return static_cast<int>(c - 0x966);
  if (c >= 0x9E6 && c <= 0x9EF) return static_cast<int>(c - 0x9E6);
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  // Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, Thai, Lao, Myanmar, Khmer.
  constexpr auto kZeros =
      std::to_array<char32_t>({0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0});
  for (const auto zero : kZeros) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

bool joins_word(char32_t c) {
  return is_letter(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x93A && c <= 0x94D) || (c >= 0x9BC && c <= 0x9CD) ||
         (c >= 0xE31 && c <= 0xE4E);
}

// Thai shortens months to letters with full stops ("ก.พ."): one word all the same.
std::size_t end_of_thai_abbreviation(std::string_view text, std::size_t end) {
  while (end < text.size() && text[end] == '.') {
    auto next = end + 1;
    const auto before = next;
    while (next < text.size()) {
      auto behind = next;
      if (script_of(text::next_character(text, behind)) != Script::thai) break;
      next = behind;
    }
    if (next == before) break;
    end = next;
  }
  return end;
}

// Numbers that are written in Han digits, "二〇二〇年二月三日", become tokens of one number each.
int han_digit(std::string_view folded) {
  constexpr auto kDigits =
      std::to_array<std::string_view>({"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
  const auto* const found = std::ranges::find(kDigits, folded);
  return found == kDigits.end() ? -1 : static_cast<int>(found - kDigits.begin());
}

void join_han_digits(std::vector<Token>& tokens) {
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (han_digit(tokens[first].folded) < 0) continue;
    auto last = first;
    int number = 0;
    bool tens = false;
    for (; last < tokens.size() && last < first + 4 && han_digit(tokens[last].folded) >= 0; ++last) {
      const int digit = han_digit(tokens[last].folded);
      if (digit == 10) number = number == 0 ? 10 : number * 10;
      else number = tens ? number + digit : number * 10 + digit;
      tens = tens || digit == 10;
    }
    const bool unit = last < tokens.size() &&
                      (tokens[last].folded == "年" || tokens[last].folded == "月" || tokens[last].folded == "日");
    if (!unit) continue;
    auto& token = tokens[first];
    token.kind = Token::Kind::number;
    token.folded.clear();
    token.number = number;
    token.digits = number > 99 ? 4 : number > 9 ? 2 : 1;
    token.end = tokens[last - 1].end;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                 tokens.begin() + static_cast<std::ptrdiff_t>(last));
  }
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    Token token;
    token.start = at;
    auto c = text::next_character(text, at);
    if (digit_of(c) >= 0) {
      token.kind = Token::Kind::number;
      token.number = 0;
      auto end = token.start;
      for (auto next = token.start; next < text.size();) {
        const int digit = digit_of(text::next_character(text, next));
        if (digit < 0) break;
        if (++token.digits <= 8) token.number = token.number * 10 + digit;
        end = next;
      }
      at = end;
    } else if (is_letter(c)) {
      token.kind = Token::Kind::word;
      const bool han = script_of(c) == Script::han || script_of(c) == Script::hangul;
      auto end = at;
      for (auto next = at; next < text.size() && !han;) {
        if (!joins_word(text::next_character(text, next))) break;
        end = next;
      }
      if (script_of(c) == Script::thai) end = end_of_thai_abbreviation(text, end);
      at = end;
      token.folded = fold(text.substr(token.start, end - token.start));
      if (script_of(c) == Script::thai) std::erase(token.folded, ' ');
      token.folded = std::string(text::trim(token.folded));
    } else {
      if (c == ' ' || c == 0xA0 || c == '\n' || c == '\t' || c == 0x202F || c == 0x200F || c == 0x200E) continue;
      token.character = c;
    }
    token.end = at;
    tokens.push_back(std::move(token));
    if (tokens.size() > 400) break;
  }
  join_han_digits(tokens);
  return tokens;
}

// The year that a number of four digits stands for; 0 where it stands for none.
int year_of(const Token& token, bool buddhist) {
  if (token.digits != 4) return 0;
  if (token.number >= 1990 && token.number <= 2099) return token.number;
  return buddhist ? from_buddhist_year(token.number) : 0;
}

bool is_thai(std::string_view language) {
  return language.starts_with("th") && (language.size() == 2 || language[2] == '-');
}
bool is_day(const Token& token) {
  return token.digits >= 1 && token.digits <= 2 && token.number >= 1 && token.number <= 31;
}
bool is_month(const Token& token) {
  return token.digits >= 1 && token.digits <= 2 && token.number >= 1 && token.number <= 12;
}

bool is_real_day(int year, int month, int day) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1990 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

struct Day {
  int year = 0, month = 0, day = 0;
  std::size_t first = 0, last = 0;  // tokens
  bool ambiguous = false;
};

// Small words and marks that stand inside a date: "15 de marzo de 2026", "15th of March, 2026", "den 15. mars".
bool is_filler(const Token& token) {
  if (token.kind == Token::Kind::other) {
    return token.character == ',' || token.character == '.' || token.character == '-' || token.character == '/' ||
           token.character == 0x060C || token.character == '\'' || token.character == 0x2019;
  }
  // clang-format off
  constexpr auto kFillers = std::to_array<std::string_view>({
      "de", "of", "del", "th", "st", "nd", "rd", "er", "den", "the", "го", "га", "di", "da", "m", "d", "mens", "al", "a",
      "do", "ב", "г", "né", "ng", "ta", "ko", "ی", "gada", "του", "m", "ngày"});
  return token.kind == Token::Kind::word && std::ranges::find(kFillers, token.folded) != kFillers.end();
}

// The nearest number before or behind a token, fillers and a second name of the same month ("شباط/فبراير") skipped;
// tokens.size() where another word stands between.
std::size_t neighbour(const std::vector<Token>& tokens, std::size_t from, int step, int month = 0) {
  auto at = static_cast<std::ptrdiff_t>(from);
  for (int skipped = 0; skipped <= 3; ++skipped) {
    at += step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())) return tokens.size();
    const auto& token = tokens[static_cast<std::size_t>(at)];
    if (token.kind == Token::Kind::number) return static_cast<std::size_t>(at);
    const bool same_month = month > 0 && token.kind == Token::Kind::word && month_named(token.folded, {}) == month;
    if (!is_filler(token) && !same_month) return tokens.size();
  }
  return tokens.size();
}

// "3.II.2020": a month in Roman numerals, between full stops only.
int roman_month(const std::vector<Token>& tokens, std::size_t at) {
  constexpr auto kNumerals = std::to_array<std::string_view>(
      {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"});
  if (at == 0 || at + 1 >= tokens.size() || tokens[at - 1].character != '.' || tokens[at + 1].character != '.') return 0;
  const auto* const found = std::ranges::find(kNumerals, tokens[at].folded);
  return found == kNumerals.end() ? 0 : static_cast<int>(found - kNumerals.begin()) + 1;
}

// "۱۴ بهمن ۱۳۹۸"
std::optional<Day> with_solar_month(const std::vector<Token>& tokens, std::size_t at) {
  const int month = solar_month_named(tokens[at].folded);
  if (month == 0) return {};
  const auto before = neighbour(tokens, at, -1);
  const auto behind = neighbour(tokens, at, 1);
  if (before == tokens.size() || behind == tokens.size()) return {};
  const auto found = from_solar_year(tokens[behind].number, month, tokens[before].number);
  if (!found) return {};
  return Day{found->year, found->month, found->day, before, behind, false};
}

std::optional<Day> with_month_name(const std::vector<Token>& tokens, std::size_t at, std::string_view language) {
  int month = month_named(tokens[at].folded, language);
  if (month == 0) month = roman_month(tokens, at);
  if (month == 0) return with_solar_month(tokens, at);
  std::size_t first = 0;
  const bool thai = script_of(text::next_character(tokens[at].folded, first)) == Script::thai;
  const auto is_year = [&](std::size_t number) { return year_of(tokens[number], thai) > 0; };
  const auto none = tokens.size();
  const auto before = neighbour(tokens, at, -1, month);
  const auto behind = neighbour(tokens, at, 1, month);
  const auto year_behind = behind == none ? none : is_year(behind) ? behind : neighbour(tokens, behind, 1);
  Day day{0, month, 0, at, at, false};
  const auto take = [&](std::size_t day_at, std::size_t year_at) -> std::optional<Day> {
    day.day = tokens[day_at].number;
    day.year = year_of(tokens[year_at], thai);
    day.first = std::min({day_at, year_at, at});
    day.last = std::max({day_at, year_at, at});
    if (!is_real_day(day.year, month, day.day)) return {};
    return day;
  };
  if (before != none && is_day(tokens[before]) && behind != none && is_year(behind)) return take(before, behind);
  if (behind != none && is_day(tokens[behind]) && year_behind != none && year_behind != behind &&
      is_year(year_behind)) {
    return take(behind, year_behind);
  }
  // "2026 m. kovo 15", "2026 március 15", "2026-Mar-15".
  if (before != none && is_year(before) && behind != none && is_day(tokens[behind])) return take(behind, before);
  // "2020. gada 3. februāris", "2020 3 Mar".
  if (before != none && is_day(tokens[before])) {
    const auto year_before = neighbour(tokens, before, -1);
    if (year_before != none && is_year(year_before) && behind == none) return take(before, year_before);
  }
  // "15 Mar '26", "15-Mar-26"; in Thailand "15 มี.ค. 69".
  if (before != none && is_day(tokens[before]) && behind != none && tokens[behind].digits == 2) {
    day.day = tokens[before].number;
    day.year = thai ? from_buddhist_year(2500 + tokens[behind].number) : 2000 + tokens[behind].number;
    day.first = before;
    day.last = behind;
    if (is_real_day(day.year, month, day.day) && (thai || tokens[behind].number < 60)) return day;
  }
  return {};
}

bool is_separator(const Token& token, char32_t separator) {
  return token.kind == Token::Kind::other && token.character == separator;
}

bool writes_month_first(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-PH" || language.empty();
}

char32_t character_of(const Token& token) {
  std::size_t at = 0;
  return token.folded.empty() ? 0 : text::next_character(token.folded, at);
}

// "2026-03-15", "15.03.2026", "03/15/2026", "2026年3月15日", "2026. 3. 15."
std::optional<Day> in_numbers(const std::vector<Token>& tokens, std::size_t at, std::string_view language) {
  if (at + 4 >= tokens.size() || tokens[at].kind != Token::Kind::number) return {};
  const auto& middle = tokens[at + 2];
  const auto& last = tokens[at + 4];
  if (middle.kind != Token::Kind::number || last.kind != Token::Kind::number) return {};
  const auto& gap = tokens[at + 1];
  const auto& second = tokens[at + 3];
  // Words between the numbers say what each is.
  const auto parted_by = [&](std::string_view one, std::string_view other) {
    return gap.folded == one && second.folded == other;
  };
  const bool han = parted_by("年", "月") || parted_by("년", "월") || parted_by("оны", "сарын");
  const bool day_first = parted_by("tháng", "năm");
  const bool words = han || day_first;
  const bool same = words || (gap.kind == Token::Kind::other && is_separator(second, gap.character));
  constexpr std::u32string_view kSeparators = U".-/|\u2010\u2011\u2013";
  if (!same || (!words && kSeparators.find(gap.character) == std::u32string_view::npos)) return {};
  if (gap.character == '|' && last.digits != 4) return {};  // a list's pages are parted so as well
  // A longer chain of numbers is a version or an address.
  if (!words && at >= 2 && tokens[at - 1].kind == Token::Kind::other && tokens[at - 1].character == gap.character &&
      tokens[at - 2].kind == Token::Kind::number) {
    return {};
  }
  const bool goes_on = at + 6 < tokens.size() && tokens[at + 5].kind == Token::Kind::other &&
                       tokens[at + 5].character == gap.character && tokens[at + 6].kind == Token::Kind::number &&
                       tokens[at + 5].end == tokens[at + 6].start && tokens[at + 5].start == last.end;
  if (!words && goes_on) return {};
  Day day{0, 0, 0, at, at + 4, false};
  const bool thai = is_thai(language);
  if (!is_day(tokens[at]) && is_month(middle) && is_day(last) && language.starts_with("fa")) {
    if (const auto solar = from_solar_year(tokens[at].number, middle.number, last.number))
      return Day{solar->year, solar->month, solar->day, at, at + 4, false};
  }
  const int era = han && at >= 2 ? years_before_era(character_of(tokens[at - 2]), character_of(tokens[at - 1])) : 0;
  if (era > 0 && tokens[at].digits <= 3 && is_month(middle) && is_day(last)) {
    day = {era + tokens[at].number, middle.number, last.number, at - 2, at + 4, false};
  } else if (year_of(tokens[at], thai) > 0 && is_month(middle) && is_day(last)) {
    day.year = year_of(tokens[at], thai);
    day.month = middle.number;
    day.day = last.number;
  } else if (is_day(tokens[at]) && is_day(middle) && (year_of(last, thai) > 0 || (last.digits == 2 && last.number < 60))) {
    day.year = last.digits == 2 ? 2000 + last.number : year_of(last, thai);
    const bool month_first =
        middle.number > 12 || (gap.character == '/' && !words && tokens[at].number <= 12 && writes_month_first(language));
    day.month = month_first ? tokens[at].number : middle.number;
    day.day = month_first ? middle.number : tokens[at].number;
    day.ambiguous = !words && gap.character != '.' && tokens[at].number <= 12 && middle.number <= 12 && day.month != day.day;
  } else {
    return {};
  }
  if (!is_real_day(day.year, day.month, day.day)) return {};
  return day;
}

// Where "pm", "p.m." or "a" ends that begins at the token.
std::size_t end_of_half(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].folded.size() > 1 || at + 2 >= tokens.size()) return at;
  if (!is_separator(tokens[at + 1], '.') || tokens[at + 2].folded != "m") return at;
  return at + 3 < tokens.size() && is_separator(tokens[at + 3], '.') ? at + 3 : at + 2;
}

// The zone that is named right behind a time of day ("ET", "(GMT+3)"), in minutes; `last` moves to its end.
std::optional<int> zone_behind(std::string_view text, const std::vector<Token>& tokens, std::int64_t seconds,
                               std::size_t& last) {
  auto at = last + 1;
  // The seconds, which nobody needs.
  if (at + 1 < tokens.size() && is_separator(tokens[at], ':') && tokens[at + 1].digits == 2) at += 2;
  if (at < tokens.size() && is_separator(tokens[at], '(')) ++at;
  if (at >= tokens.size() || tokens[at].kind != Token::Kind::word) return {};
  auto zone = zone_named(text.substr(tokens[at].start, tokens[at].end - tokens[at].start), seconds);
  if (!zone) return {};
  last = at;
  if (*zone == 0 && at + 2 < tokens.size() && (is_separator(tokens[at + 1], '+') || is_separator(tokens[at + 1], '-')) &&
      tokens[at + 2].digits <= 2 && tokens[at + 2].number >= 0 && tokens[at + 2].number <= 14) {
    zone = tokens[at + 2].number * (is_separator(tokens[at + 1], '-') ? -60 : 60);
    last = at + 2;
  }
  return zone;
}

// "10:30", "10.30 Uhr", "10h30", "10:30 pm" among the next few tokens.
std::optional<int> minutes_behind(const std::vector<Token>& tokens, std::size_t from, std::size_t& last) {
  for (auto at = from; at + 2 < tokens.size() && at < from + 5; ++at) {
    const auto& hour = tokens[at];
    const auto& minute = tokens[at + 2];
    if (hour.kind != Token::Kind::number || hour.digits > 2 || hour.number > 23) continue;
    const auto& gap = tokens[at + 1];
    // A full stop may as well stand between day and month.
    const auto unit = at + 3 < tokens.size() ? std::string_view(tokens[at + 3].folded) : std::string_view{};
    const bool uhr = is_separator(gap, '.') && (unit == "uhr" || unit == "gmt" || unit == "bst");
    const bool joined =
        uhr || is_separator(gap, ':') || gap.folded == "h" || gap.folded == "時" || gap.folded == "时" || gap.folded == "시";
    if (!joined || minute.kind != Token::Kind::number || minute.digits != 2 || minute.number > 59) continue;
    int hours = hour.number;
    last = at + 2;
    // "오후 2:05", "午後2時05分", "下午2:05".
    if (at >= 2 && hours < 12) {
      const auto half = tokens[at - 2].folded + tokens[at - 1].folded;
      if (half == "오후" || half == "午後" || half == "下午") hours += 12;
    }
    for (auto next = at + 3; next < tokens.size() && next < at + 6; ++next) {
      const auto& word = tokens[next].folded;
      const bool after_noon = word == "pm" || word == "p";
      if (!after_noon && word != "am" && word != "a") continue;
      if (after_noon && hours < 12) hours += 12;
      if (!after_noon && hours == 12) hours = 0;
      last = std::max(last, end_of_half(tokens, next));
      break;
    }
    return hours * 60 + minute.number;
  }
  return {};
}

constexpr std::size_t kHourBefore = 9;  // tokens of "10:05 a.m. ET, " before a day

// "9:05 a.m. ET May 3, 2026": the time of a twelve-hour clock right before the day. `first` moves to its start.
std::optional<int> minutes_before(std::string_view text, const std::vector<Token>& tokens, std::int64_t seconds,
                                  std::size_t& first, std::optional<int>& zone) {
  for (auto at = first - std::min(first, kHourBefore); at + 3 < first; ++at) {
    if (tokens[at].kind != Token::Kind::number || !is_separator(tokens[at + 1], ':')) continue;
    auto last = at;
    const auto minutes = minutes_behind(tokens, at, last);
    if (!minutes || last <= at + 2) continue;  // without "a.m." it may be of what stands before
    zone = zone_behind(text, tokens, seconds + *minutes * 60, last);
    auto behind = last + 1;
    while (behind < first && (is_separator(tokens[behind], ',') || tokens[behind].folded == "on")) ++behind;
    if (behind != first) continue;
    first = at;
    return minutes;
  }
  return {};
}

FoundDate finish(std::string_view text, const std::vector<Token>& tokens, const Day& day) {
  FoundDate found;
  found.ambiguous = day.ambiguous;
  found.instant.seconds = days_of(day.year, day.month, day.day) * 86400;
  if (day.ambiguous) found.otherwise = days_of(day.year, day.day, day.month) * 86400;
  auto first = day.first;
  auto last = day.last;
  std::optional<int> zone;
  auto minutes = minutes_before(text, tokens, found.instant.seconds, first, zone);
  const bool before = minutes.has_value();
  if (!before) minutes = minutes_behind(tokens, day.last + 1, last);
  if (minutes) {
    found.instant.seconds += *minutes * 60;
    found.otherwise += *minutes * 60;
    found.with_time = true;
    if (!before) zone = zone_behind(text, tokens, found.instant.seconds, last);
    if (zone) {
      found.instant.seconds -= *zone * 60;
      found.otherwise -= *zone * 60;
      found.instant.offset_minutes = *zone;
    }
  }
  found.written = std::string(text.substr(tokens[first].start, tokens[last].end - tokens[first].start));
  return found;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int number = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view whole, std::string_view language) {
  const auto text = text::cut_utf8(whole, kLongestText);
  const auto tokens = tokenize(text);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto day = tokens[at].kind == Token::Kind::word     ? with_month_name(tokens, at, language)
                     : tokens[at].kind == Token::Kind::number ? in_numbers(tokens, at, language)
                                                              : std::nullopt;
    if (day) return finish(text, tokens, *day);
  }
  return {};
}

std::optional<bool> puts_day_first(std::string_view text) {
  for (auto stroke = text.find('/'); stroke != std::string_view::npos; stroke = text.find('/', stroke + 1)) {
    if (stroke == 0 || digit_of(static_cast<unsigned char>(text[stroke - 1])) < 0) continue;
    const auto start = stroke - std::min<std::size_t>(stroke, 2);
    const bool year_first = start > 0 && digit_of(static_cast<unsigned char>(text[start])) >= 0 &&
                            digit_of(static_cast<unsigned char>(text[start - 1])) >= 0;
    if (year_first) continue;
    const auto tokens = tokenize(text.substr(start, 12));
    for (std::size_t at = 0; at < 2 && at < tokens.size(); ++at) {
      const auto day = in_numbers(tokens, at, "en");
      if (day && !day->ambiguous && tokens[at + 1].character == '/' && tokens[at].digits <= 2 &&
          tokens[at].number != tokens[at + 2].number)
        return tokens[at].number > 12;
    }
  }
  return {};
}

std::optional<FoundDate> read_date(std::string_view value, std::string_view language) {
  const auto trimmed = text::trim(value);
  // A machine's value begins with a year or a weekday; a lone number of seconds since 1970 is one as well.
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(trimmed, is_digit) - trimmed.begin());
  if (digits == trimmed.size() && (digits == 10 || digits == 13)) {
    const auto seconds = std::strtoll(std::string(trimmed.substr(0, 10)).c_str(), nullptr, 10);
    if (seconds > 631152000) return FoundDate{{seconds, 0, 0}, std::string(trimmed), true, false};
  }
  if (digits == 8 && digits == trimmed.size()) {
    const int year = number_at(trimmed, 0, 4);
    const int month = number_at(trimmed, 4, 2);
    const int day = number_at(trimmed, 6, 2);
    if (is_real_day(year, month, day))
      return FoundDate{{days_of(year, month, day) * 86400, 0, {}}, std::string(trimmed), false, false};
  }
  const bool machine = digits == 4 && trimmed.size() > 4;
  // Nothing was published in the Middle Ages: a year like 1398 is Iran's.
  if (const int year = number_at(trimmed, 0, 4); machine && year < 1500) return find_date(trimmed, "fa");
  if (machine) {
    if (const auto instant = text::parse_date(trimmed)) {
      return FoundDate{*instant, std::string(trimmed), trimmed.find(':') != std::string_view::npos, false};
    }
  }
  if (auto found = find_date(trimmed, language)) {
    // The whole of a machine's date carries the zone that the words alone do not give.
    if (const auto instant = text::parse_date(trimmed); instant && found->with_time && instant->offset_minutes) {
      found->instant = *instant;
      found->written = std::string(trimmed);
    }
    return found;
  }
  return {};
}

std::optional<FoundDate> date_in_url(std::string_view url) {
  const auto scheme = url.find("://");
  const auto start = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (start == std::string_view::npos) return {};
  const auto path = url.substr(start, url.find_first_of("?#", start) - start);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  // "23-01-2026-title": the day first, where it can be nothing else.
  for (std::size_t at = 1; at + 10 <= path.size(); ++at) {
    const char gap = path[at + 2];
    if (is_digit(path[at - 1]) || (gap != '-' && gap != '_' && gap != '.') || path[at + 5] != gap) continue;
    const int day = number_at(path, at, 2);
    const int month = number_at(path, at + 3, 2);
    const int year = number_at(path, at + 6, 4);
    if (at + 10 < path.size() && is_digit(path[at + 10])) continue;
    if (day >= 1 && month >= 1 && (day > 12 || day == month) && is_real_day(year, month, day))
      return FoundDate{{days_of(year, month, day) * 86400, 0, {}}, std::string(path.substr(at, 10)), false, false};
  }
  for (std::size_t at = 1; at + 7 < path.size(); ++at) {
    if (is_digit(path[at - 1])) continue;
    const int year = number_at(path, at, 4);
    if (year < 1990 || year > 2099) continue;
    const char gap = path[at + 4];
    const bool split = gap == '/' || gap == '-' || gap == '_' || gap == '.';
    std::size_t next = at + (split ? 5 : 4);
    std::size_t month_length = split && next + 1 < path.size() && !is_digit(path[next + 1]) ? 1 : 2;
    int month = number_at(path, next, month_length);
    if (split && !is_digit(path[next])) {  // ".../2026/mar/15/..."
      month_length = path.find(gap, next) - next;
      if (month_length > 9) continue;
      month = month_named(text::to_lower_ascii(path.substr(next, month_length)), "en");
      if (month == 0) continue;
    }
    next += month_length;
    if (split) {
      if (next >= path.size() || path[next] != gap) continue;
      ++next;
    }
    const std::size_t day_digits = split && (next + 1 >= path.size() || !is_digit(path[next + 1])) ? 1 : 2;
    const int day = number_at(path, next, day_digits);
    next += day_digits;
    if (next < path.size() && is_digit(path[next])) continue;
    if (month < 1 || day < 1 || !is_real_day(year, month, day)) continue;
    return FoundDate{{days_of(year, month, day) * 86400, 0, {}}, std::string(path.substr(at, next - at)), false, false};
  }
  return {};
}

}  // namespace syndicat::extract
