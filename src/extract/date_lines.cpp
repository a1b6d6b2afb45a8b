#include "extract/date_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "extract/month_names.hpp"
#include "extract/words.hpp"
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
  return -1;
}

bool joins_word(char32_t c) {
  return is_letter(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x93A && c <= 0x94D) || (c >= 0x9BC && c <= 0x9CD) ||
         (c >= 0xE31 && c <= 0xE4E);
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
      at = end;
      token.folded = fold(text.substr(token.start, end - token.start));
      token.folded = std::string(text::trim(token.folded));
    } else {
      if (c == ' ' || c == 0xA0 || c == '\n' || c == '\t' || c == 0x202F || c == 0x200F || c == 0x200E) continue;
      token.character = c;
    }
    token.end = at;
    tokens.push_back(std::move(token));
    if (tokens.size() > 400) break;
  }
  return tokens;
}

bool is_year(const Token& token) { return token.digits == 4 && token.number >= 1990 && token.number <= 2099; }
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

// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t days_of(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return static_cast<std::int64_t>(era) * 146097 + day_of_era - 719468;
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
      "do", "ב", "г", "al", "né"});
  return token.kind == Token::Kind::word && std::ranges::find(kFillers, token.folded) != kFillers.end();
}

// The nearest number before or behind a token, fillers skipped; tokens.size() where another word stands between.
std::size_t neighbour(const std::vector<Token>& tokens, std::size_t from, int step) {
  auto at = static_cast<std::ptrdiff_t>(from);
  for (int skipped = 0; skipped <= 3; ++skipped) {
    at += step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(tokens.size())) return tokens.size();
    const auto& token = tokens[static_cast<std::size_t>(at)];
    if (token.kind == Token::Kind::number) return static_cast<std::size_t>(at);
    if (!is_filler(token)) return tokens.size();
  }
  return tokens.size();
}

std::optional<Day> with_month_name(const std::vector<Token>& tokens, std::size_t at, std::string_view language) {
  const int month = month_named(tokens[at].folded, language);
  if (month == 0) return {};
  const auto none = tokens.size();
  const auto before = neighbour(tokens, at, -1);
  const auto behind = neighbour(tokens, at, 1);
  const auto year_behind = behind == none ? none : is_year(tokens[behind]) ? behind : neighbour(tokens, behind, 1);
  Day day{0, month, 0, at, at, false};
  const auto take = [&](std::size_t day_at, std::size_t year_at) -> std::optional<Day> {
    day.day = tokens[day_at].number;
    day.year = tokens[year_at].number;
    day.first = std::min({day_at, year_at, at});
    day.last = std::max({day_at, year_at, at});
    if (!is_real_day(day.year, month, day.day)) return {};
    return day;
  };
  // clang-format on
  if (before != none && is_day(tokens[before]) && behind != none && is_year(tokens[behind]))
    return take(before, behind);
  if (behind != none && is_day(tokens[behind]) && year_behind != none && year_behind != behind &&
      is_year(tokens[year_behind])) {
    return take(behind, year_behind);
  }
  // "2026 m. kovo 15", "2026 március 15", "2026-Mar-15".
  if (before != none && is_year(tokens[before]) && behind != none && is_day(tokens[behind]))
    return take(behind, before);
  // "15 Mar '26", "15-Mar-26".
  if (before != none && is_day(tokens[before]) && behind != none && tokens[behind].digits == 2) {
    day.day = tokens[before].number;
    day.year = 2000 + tokens[behind].number;
    day.first = before;
    day.last = behind;
    if (is_real_day(day.year, month, day.day) && tokens[behind].number < 60) return day;
  }
  return {};
}

bool is_separator(const Token& token, char32_t separator) {
  return token.kind == Token::Kind::other && token.character == separator;
}

bool writes_month_first(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-PH" || language.empty();
}

// "2026-03-15", "15.03.2026", "03/15/2026", "2026年3月15日", "2026. 3. 15."
std::optional<Day> in_numbers(const std::vector<Token>& tokens, std::size_t at, std::string_view language) {
  if (at + 4 >= tokens.size() || tokens[at].kind != Token::Kind::number) return {};
  const auto& middle = tokens[at + 2];
  const auto& last = tokens[at + 4];
  if (middle.kind != Token::Kind::number || last.kind != Token::Kind::number) return {};
  const auto& gap = tokens[at + 1];
  const bool han = gap.folded == "年" || gap.folded == "년";
  const bool same = han ? tokens[at + 3].folded == "月" || tokens[at + 3].folded == "월"
                        : gap.kind == Token::Kind::other && is_separator(tokens[at + 3], gap.character);
  constexpr std::u32string_view kSeparators = U".-/\u2010\u2011\u2013";
  if (!same || (!han && kSeparators.find(gap.character) == std::u32string_view::npos)) return {};
  // A longer chain of numbers is a version or an address.
  if (!han && at >= 2 && tokens[at - 1].kind == Token::Kind::other && tokens[at - 1].character == gap.character &&
      tokens[at - 2].kind == Token::Kind::number) {
    return {};
  }
  const bool goes_on = at + 6 < tokens.size() && tokens[at + 5].kind == Token::Kind::other &&
                       tokens[at + 5].character == gap.character && tokens[at + 6].kind == Token::Kind::number &&
                       tokens[at + 5].end == tokens[at + 6].start && tokens[at + 5].start == last.end;
  if (!han && goes_on) return {};
  Day day{0, 0, 0, at, at + 4, false};
  if (is_year(tokens[at]) && is_month(middle) && is_day(last)) {
    day.year = tokens[at].number;
    day.month = middle.number;
    day.day = last.number;
  } else if (is_day(tokens[at]) && is_day(middle) && (is_year(last) || (last.digits == 2 && last.number < 60))) {
    day.year = last.digits == 2 ? 2000 + last.number : last.number;
    const bool month_first =
        middle.number > 12 || (gap.character == '/' && tokens[at].number <= 12 && writes_month_first(language));
    day.month = month_first ? tokens[at].number : middle.number;
    day.day = month_first ? middle.number : tokens[at].number;
    day.ambiguous = gap.character != '.' && tokens[at].number <= 12 && middle.number <= 12 && day.month != day.day;
  } else {
    return {};
  }
  if (!is_real_day(day.year, day.month, day.day)) return {};
  return day;
}

// "10:30", "10.30 Uhr", "10h30", "10:30 pm" among the next few tokens.
std::optional<int> minutes_behind(const std::vector<Token>& tokens, std::size_t from, std::size_t& last) {
  for (auto at = from; at + 2 < tokens.size() && at < from + 5; ++at) {
    const auto& hour = tokens[at];
    const auto& minute = tokens[at + 2];
    if (hour.kind != Token::Kind::number || hour.digits > 2 || hour.number > 23) continue;
    const auto& gap = tokens[at + 1];
    const bool joined =
        is_separator(gap, ':') || gap.folded == "h" || gap.folded == "時" || gap.folded == "时" || gap.folded == "시";
    if (!joined || minute.kind != Token::Kind::number || minute.digits != 2 || minute.number > 59) continue;
    int hours = hour.number;
    last = at + 2;
    for (auto next = at + 3; next < tokens.size() && next < at + 6; ++next) {
      const auto& word = tokens[next].folded;
      if (word == "pm" || word == "p") {
        if (hours < 12) hours += 12;
        break;
      }
      if ((word == "am" || word == "a") && hours == 12) hours = 0;
    }
    return hours * 60 + minute.number;
  }
  return {};
}

FoundDate finish(std::string_view text, const std::vector<Token>& tokens, const Day& day) {
  FoundDate found;
  found.ambiguous = day.ambiguous;
  found.instant.seconds = days_of(day.year, day.month, day.day) * 86400;
  auto last = day.last;
  if (const auto minutes = minutes_behind(tokens, day.last + 1, last)) {
    found.instant.seconds += *minutes * 60;
    found.with_time = true;
  }
  found.written = std::string(text.substr(tokens[day.first].start, tokens[last].end - tokens[day.first].start));
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
