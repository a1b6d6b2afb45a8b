// Dates in any shape seen in feeds and pages. The text is cut into numbers, words and signs, which are then taken
// one by one; whatever does not fit makes it no date. What is found is checked against the calendar at the end.

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "text/calendar.hpp"
#include "text/date.hpp"
#include "text/date_words.hpp"
#include "text/time_zone.hpp"
#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

// No date is longer than this; what is longer is not looked at.
constexpr std::size_t kLongest = 160;

struct Token {
  enum class Kind : unsigned char { number, word, sign } kind;
  bool glued;           // to the token before it
  std::size_t digits;   // of a number
  std::int64_t number;  // its value, of a number of up to 18 digits
  std::string text;     // a word in lower case, the digits, or the sign
};

// A digit's value in any of the scripts that dates come in.
int digit_of(char32_t c) {
  for (const char32_t zero :
       {U'0', char32_t{0x660}, char32_t{0x6F0}, char32_t{0x966}, char32_t{0x9E6}, char32_t{0xFF10}})
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  return -1;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  if (c == 0xD7 || c == 0xF7 || c < 0xC0) return c == 0xAA || c == 0xBA;
  const bool is_mark_of_punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFF00;
  return !is_mark_of_punctuation;
}

// The characters that stand behind numbers in Chinese, Japanese and Korean dates.
bool is_counter(char32_t c) {
  return std::u32string_view(U"年月日号時时点分秒년월일시분초").find(c) != std::u32string_view::npos;
}

std::vector<Token> cut(std::string_view written) {
  std::vector<Token> tokens;
  bool glued = false;
  for (std::size_t at = 0; at < written.size();) {
    std::size_t next = at;
    char32_t c = next_character(written, next);
    if (c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == 0x200E ||
        c == 0x3000) {
      glued = false;
      at = next;
      continue;
    }
    if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013) c = U'-';
    if (c == 0xFF1A) c = U':';
    Token token{Token::Kind::sign, glued, 0, 0, {}};
    if (digit_of(c) >= 0) {
      token.kind = Token::Kind::number;
      while (at < written.size()) {
        next = at;
        const int digit = digit_of(next_character(written, next));
        if (digit < 0) break;
        if (token.digits++ < 18) token.number = token.number * 10 + digit;
        token.text += static_cast<char>('0' + digit);
        at = next;
      }
    } else if (is_letter(c)) {
      token.kind = Token::Kind::word;
      const bool behind_number = glued && !tokens.empty() && tokens.back().kind == Token::Kind::number;
      if (is_counter(c) && (behind_number || tokens.empty() || tokens.back().kind == Token::Kind::number)) {
        append_utf8(token.text, c);
        at = next;
      } else {
        while (at < written.size()) {
          next = at;
          c = next_character(written, next);
          if (!is_letter(c)) break;
          append_utf8(token.text, lower_letter(c));
          at = next;
        }
      }
    } else {
      append_utf8(token.text, c);
      at = next;
    }
    tokens.push_back(std::move(token));
    glued = true;
  }
  return tokens;
}

class Reader {
 public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Instant> read() {
    while (good_ && at_ < tokens_.size()) {
      const Token& token = tokens_[at_];
      if (token.kind == Token::Kind::number) take_number();
      else if (token.kind == Token::Kind::word) take_word();
      else take_sign();
    }
    if (!good_ || !settle_date() || !settle_hour()) return std::nullopt;
    auto instant = to_instant(civil_);
    if (instant && days_on_ != 0) instant->seconds += days_on_ * 86400LL;
    return instant;
  }

 private:
  const Token* look(std::size_t ahead) const { return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr; }
  bool is_sign(const Token* token, std::string_view sign) const {
    return token != nullptr && token->kind == Token::Kind::sign && token->text == sign;
  }
  bool is_word(const Token* token, std::string_view word) const {
    return token != nullptr && token->kind == Token::Kind::word && token->text == word;
  }
  static bool is_number(const Token* token) { return token != nullptr && token->kind == Token::Kind::number; }
  bool has_date() const { return numbers_.size() + (month_ != 0 ? 1 : 0) >= 3 || compact_ || days_on_ != 0; }

  void take_number() {
    const Token& token = tokens_[at_];
    const Token* next = look(1);
    if (token.digits > 14) {
      good_ = false;
    } else if (is_sign(next, ":") && is_number(look(2))) {
      take_time(2);
    } else if (next != nullptr && next->kind == Token::Kind::word && next->glued && is_hour_word(next->text) &&
               !has_time_) {
      take_time(2);
    } else if (token.digits >= 7) {
      take_compact(token);
    } else if (has_date() && !has_time_ && at_ > 0 && is_word(&tokens_[at_ - 1], "t")) {
      take_compact_time(token);
    } else if (has_date() && !has_time_ && is_number(&token) && is_meridiem(next)) {
      take_time(1);  // "June 18, 2026 9 PM"
    } else {
      take_date_number(token);
    }
  }

  static bool is_hour_word(std::string_view word) {
    return word == "h" || word == "時" || word == "时" || word == "点" || word == "시";
  }

  bool is_meridiem(const Token* token) const { return is_word(token, "am") || is_word(token, "pm"); }

  void take_date_number(const Token& token) {
    const Token* next = look(1);
    ++at_;
    if (is_word(next, "年") || is_word(next, "년")) {
      civil_year_ = token;
    } else if (is_word(next, "月") || is_word(next, "월")) {
      month_ = static_cast<int>(std::min<std::int64_t>(token.number, 99));
      month_is_first_ = false;
    } else {
      numbers_.push_back(token);
      separators_ += at_ >= 2 && tokens_[at_ - 2].kind == Token::Kind::sign ? tokens_[at_ - 2].text[0] : ' ';
      // A week date, "2026-W25-4", or an ordinal one, "2026-169" (ISO 8601).
      if (numbers_.size() == 1 && token.digits == 4 && is_sign(next, "-")) {
        if (is_word(look(1), "w") && is_number(look(2))) return take_week();
        const Token* day = look(1);
        if (is_number(day) && day->glued && day->digits == 3) return take_ordinal(token.number, day->number, 2);
      }
      if (numbers_.size() == 1 && token.digits == 4 && is_word(next, "w") && next->glued && is_number(look(1))) {
        --at_;
        return take_week();
      }
      return;
    }
    ++at_;  // the counter
  }

  // "W25-4", "W254" or "W25" with the sign before it; the year is the number taken last.
  void take_week() {
    at_ += 2;  // to the number behind W
    const Token& week = tokens_[at_];
    std::int64_t number = week.number, day = 1;
    ++at_;
    if (week.digits == 3) {
      day = number % 10;
      number /= 10;
    } else if (week.digits == 2 && is_sign(look(0), "-") && is_number(look(1)) && look(1)->digits == 1) {
      day = look(1)->number;
      at_ += 2;
    } else if (week.digits != 2) {
      good_ = false;
    }
    if (number < 1 || number > 53 || day < 1 || day > 7) good_ = false;
    // ISO 8601: week 1 is the one with 4 January in it.
    civil_.year = static_cast<int>(numbers_[0].number);
    civil_.month = 1;
    civil_.day = 4;
    if (!good_ || civil_.year < 1) return;
    if (number == 53 && !has_week_53(civil_.year)) good_ = false;
    const int monday_first = static_cast<int>((weekday(civil_) + 6) % 7);
    days_on_ = (number - 1) * 7 + day - 1 - monday_first;
    compact_ = true;
  }

  // A year has 53 weeks where its first or its last day is a Thursday.
  static bool has_week_53(int year) {
    Civil first, last;
    first.year = last.year = year;
    first.month = first.day = 1;
    last.month = 12;
    last.day = 31;
    constexpr unsigned kThursday = 4;
    return weekday(first) == kThursday || weekday(last) == kThursday;
  }

  void take_ordinal(std::int64_t year, std::int64_t day, std::size_t tokens) {
    at_ += tokens;
    civil_.year = static_cast<int>(year);
    civil_.month = civil_.day = 1;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (day < 1 || day > (leap ? 366 : 365)) good_ = false;
    days_on_ = day - 1;
    compact_ = true;
  }

  // "20260618", "202606180930", "20260618093000", the ordinal "2026169"; or seconds or milliseconds since 1970, alone.
  void take_compact(const Token& token) {
    if (has_date() || !numbers_.empty() || month_ != 0) {
      good_ = false;
      return;
    }
    ++at_;
    const auto part = [&](std::size_t from, std::size_t count) { return std::stoi(token.text.substr(from, count)); };
    if ((token.digits == 10 || token.digits == 13) && token.text[0] == '1' && tokens_.size() == 1) {
      const std::int64_t seconds = token.digits == 13 ? token.number / 1000 : token.number;
      civil_ =
          to_civil({seconds, token.digits == 13 ? static_cast<std::int32_t>(token.number % 1000 * 1'000'000) : 0, 0});
      has_time_ = true;
    } else if (token.digits == 7 && (token.text[0] == '1' || token.text[0] == '2')) {
      take_ordinal(part(0, 4), part(4, 3), 0);
    } else if (token.digits == 8 || token.digits == 12 || token.digits == 14) {
      civil_.year = part(0, 4);
      civil_.month = part(4, 2);
      civil_.day = part(6, 2);
      if (token.digits > 8) {
        civil_.hour = part(8, 2);
        civil_.minute = part(10, 2);
        if (token.digits > 12) civil_.second = part(12, 2);
        has_time_ = true;
      }
    } else {
      good_ = false;
    }
    compact_ = true;
  }

  // "T09", "T0930", "T093000".
  void take_compact_time(const Token& token) {
    ++at_;
    if (token.digits != 2 && token.digits != 4 && token.digits != 6) {
      good_ = false;
      return;
    }
    civil_.hour = std::stoi(token.text.substr(0, 2));
    if (token.digits >= 4) civil_.minute = std::stoi(token.text.substr(2, 2));
    if (token.digits >= 6) civil_.second = std::stoi(token.text.substr(4, 2));
    has_time_ = true;
    take_fraction(token.digits == 2 ? 3600 : token.digits == 4 ? 60 : 1);
  }

  // Hour, and what follows it; `minutes_at` tokens on, or no minutes at all where that is 1.
  void take_time(std::size_t minutes_at) {
    if (has_time_) {
      good_ = false;
      return;
    }
    has_time_ = true;
    civil_.hour = small(tokens_[at_]);
    at_ += minutes_at;
    if (minutes_at < 2 || !is_number(look(0)) || look(0)->digits > 2) {
      // "9 h": on the hour.
      return;
    }
    civil_.minute = small(tokens_[at_++]);
    const bool counted = is_word(look(0), "分") || is_word(look(0), "분");
    if ((is_sign(look(0), ":") || counted) && is_number(look(1)) && look(1)->digits <= 2) {
      civil_.second = small(tokens_[at_ + 1]);
      at_ += 2;
      // "09:30:00:000" as some databases have it.
      if (is_sign(look(0), ":") && is_number(look(1))) at_ += 2;
    } else if (counted) {
      ++at_;
    }
    if (is_word(look(0), "秒") || is_word(look(0), "초")) ++at_;
    take_fraction(1);
  }

  // The fraction of the last unit that was written, which has so many seconds (ISO 8601).
  void take_fraction(std::int64_t unit) {
    if (!(is_sign(look(0), ".") || is_sign(look(0), ",")) || !look(0)->glued || !is_number(look(1)) || !look(1)->glued)
      return;
    std::string digits = look(1)->text.substr(0, 9);
    digits.resize(9, '0');
    const std::int64_t nanoseconds = std::stoll(digits) * unit;
    const auto seconds = static_cast<int>(nanoseconds / 1'000'000'000);
    civil_.nanoseconds = static_cast<std::int32_t>(nanoseconds % 1'000'000'000);
    if (unit > 1) {
      civil_.minute += seconds / 60;
      civil_.second += seconds % 60;
    }
    at_ += 2;
  }

  int small(const Token& token) {
    if (token.digits > 2) good_ = false;
    return static_cast<int>(token.number % 100);
  }

  void take_word() {
    const std::string& word = tokens_[at_].text;
    const bool behind_number = at_ > 0 && tokens_[at_ - 1].kind == Token::Kind::number;
    ++at_;
    if (in_brackets_ && has_zone_) return;
    if (word == "t" && behind_number) return;
    if (word == "am" || word == "오전" || word == "上午" || word == "午前" || word == "πμ") {
      meridiem_ = 1;
      return;
    }
    if (word == "pm" || word == "오후" || word == "下午" || word == "午後" || word == "μμ") {
      meridiem_ = 2;
      return;
    }
    // "a.m." and "p.m." come as four tokens.
    if ((word == "a" || word == "p") && is_sign(look(0), ".") && is_word(look(1), "m")) {
      meridiem_ = word == "a" ? 1 : 2;
      at_ += is_sign(look(2), ".") ? 3 : 2;
      return;
    }
    if (const int month = month_of(word); month != 0 && (month_ == 0 || month_is_first_)) {
      // A month before any number may be a weekday of the same spelling, "mar." in French; a later one counts.
      month_ = month;
      month_is_first_ = numbers_.empty();
      return;
    }
    if (const auto offset = zone_offset(word); offset && (has_time_ || has_date())) {
      if (!has_zone_) civil_.offset_minutes = offset;
      has_zone_ = true;
      zone_is_greenwich_ = *offset == 0;
      return;
    }
    if (in_brackets_ || is_filler(word) || is_counter_word(word)) return;
    // A word that nobody knows may stand once in front, as weekdays do, or be a zone at the end.
    const bool in_front = numbers_.empty() && !compact_ && !has_time_ && unknown_++ < 1;
    const bool at_the_end = has_time_ && at_ == tokens_.size() && word.size() <= 5;
    good_ = in_front || at_the_end;
  }

  static bool is_counter_word(std::string_view word) {
    return word == "日" || word == "일" || word == "号" || word.ends_with("요일") || word.starts_with("星期") ||
           word.starts_with("周") || word.ends_with("曜日") || word == "曜";
  }

  void take_sign() {
    const Token& token = tokens_[at_];
    const char sign = token.text[0];
    if (sign == '(' || sign == '[' || sign == ')' || sign == ']') {
      in_brackets_ = sign == '(' || sign == '[';
      ++at_;
      return;
    }
    const Token* next = look(1);
    const bool may_be_offset = is_number(next) && next->glued && (has_time_ || has_date());
    const bool within_date = token.glued && at_ > 0 && tokens_[at_ - 1].kind == Token::Kind::number &&
                             !numbers_.empty() && numbers_.size() < 3 && !has_date();
    const bool dated_zone = has_date() && is_number(next) && is_sign(look(2), ":");  // "2026-06-18-05:00"
    if (sign == '+' && may_be_offset) return take_offset(1);
    if (sign == '-' && may_be_offset && !within_date && (has_time_ || dated_zone)) return take_offset(-1);
    ++at_;
    good_ = std::string_view("-/.,:;'\"|@").find(sign) != std::string_view::npos ||
            static_cast<unsigned char>(sign) >= 0x80 || in_brackets_;
  }

  // "+03:00", "+0300", "+3".
  void take_offset(int direction) {
    const Token& digits = tokens_[at_ + 1];
    int hours = 0, minutes = 0;
    if (digits.digits <= 2) {
      hours = static_cast<int>(digits.number);
      at_ += 2;
      if (is_sign(look(0), ":") && is_number(look(1)) && look(1)->digits == 2) {
        minutes = static_cast<int>(look(1)->number);
        at_ += 2;
      }
    } else if (digits.digits <= 4) {
      hours = static_cast<int>(digits.number / 100);
      minutes = static_cast<int>(digits.number % 100);
      at_ += 2;
    } else {
      good_ = false;
      return;
    }
    if (hours > 15 || minutes > 59) good_ = false;
    // Behind another zone than Greenwich's a number repeats it: "EST-0500".
    if (has_zone_ && !zone_is_greenwich_) return;
    const bool unknown = direction < 0 && hours == 0 && minutes == 0;
    civil_.offset_minutes = unknown ? std::nullopt : std::optional<int>(direction * (hours * 60 + minutes));
    has_zone_ = true;
  }

  // Which number is the year, which the month and which the day.
  bool settle_date() {
    if (compact_) return numbers_.size() <= 1 || days_on_ != 0;
    if (civil_year_) {
      civil_.year = year_of(*civil_year_);
      civil_.month = month_;
      civil_.day = numbers_.empty() ? 1 : day_of(numbers_[0]);
      return month_ != 0 && numbers_.size() <= 1;
    }
    if (month_ != 0) return settle_named_month();
    if (numbers_.empty() || numbers_.size() > 3) return false;
    if (numbers_[0].digits == 4) {  // year first, as W3CDTF has it, the rest may be absent
      civil_.year = year_of(numbers_[0]);
      if (numbers_.size() > 1) civil_.month = day_of(numbers_[1]);
      if (numbers_.size() > 2) civil_.day = day_of(numbers_[2]);
      // A year and a time make no date; nor does a year with a blank behind it.
      return numbers_.size() == 3 || (!has_time_ && (numbers_.size() == 1 || separators_[1] == '-'));
    }
    if (numbers_.size() < 3) return false;
    const int first = day_of(numbers_[0]), second = day_of(numbers_[1]), third = day_of(numbers_[2]);
    // Two digits thrice with dashes are those of ISO 8601 before 2004, the year first, where they can be; the day comes
    // first where only that makes a date.
    const bool is_short =
        separators_[1] == '-' && separators_[2] == '-' && numbers_[0].digits == 2 && numbers_[2].digits == 2;
    if (is_short && second >= 1 && second <= 12 && third >= 1 && third <= 31) {
      civil_.year = year_of(numbers_[0]);
      civil_.month = second;
      civil_.day = third;
      return true;
    }
    civil_.year = year_of(numbers_[2]);
    // With slashes the month comes first, as American software writes it, unless it cannot be one; with points and
    // dashes the day.
    const bool month_first = separators_[1] == '/' ? first <= 12 : second > 12;
    civil_.month = month_first ? first : second;
    civil_.day = month_first ? second : first;
    return true;
  }

  bool settle_named_month() {
    civil_.month = month_;
    const Token* year = nullptr;
    const Token* day = nullptr;
    for (const auto& number : numbers_) {
      if (number.digits >= 3 && year == nullptr) year = &number;
      else if (day == nullptr) day = &number;
      else if (year == nullptr) year = &number;
      else return false;
    }
    if (year == nullptr) return false;
    civil_.year = year_of(*year);
    civil_.day = day != nullptr ? day_of(*day) : 1;
    return true;
  }

  static int year_of(const Token& token) {
    const int number = static_cast<int>(std::min<std::int64_t>(token.number, 99999));
    if (token.digits == 2) return full_year(number);
    // RFC 2822, section 4.3: three digits count from 1900, as a C library's tm_year does.
    if (token.digits == 3 && number >= 100) return number + 1900;
    return token.digits == 4 ? number : 0;
  }

  static int day_of(const Token& token) { return token.digits <= 2 ? static_cast<int>(token.number) : 0; }

  bool settle_hour() {
    if (meridiem_ == 0) return true;
    if (civil_.hour > 12) return true;  // "21:30 PM": the hour speaks for itself
    if (meridiem_ == 1 && civil_.hour == 12) civil_.hour = 0;
    if (meridiem_ == 2 && civil_.hour < 12) civil_.hour += 12;
    return true;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool good_ = true;
  Civil civil_;
  std::vector<Token> numbers_;
  std::string separators_;  // the sign before each number
  std::optional<Token> civil_year_;
  int month_ = 0;
  bool month_is_first_ = false;
  int meridiem_ = 0;  // 1: before noon, 2: after
  int unknown_ = 0;
  std::int64_t days_on_ = 0;  // behind the day in civil_
  bool compact_ = false, has_time_ = false, has_zone_ = false, zone_is_greenwich_ = true, in_brackets_ = false;
};

// The zone that a date ends with by its IANA name, "Europe/Minsk"; empty: none.
std::string_view named_zone(std::string_view written) {
  const auto blank = written.rfind(' ');
  if (blank == std::string_view::npos) return {};
  const auto name = written.substr(blank + 1);
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '_' || c == '-';
  };
  const bool is_name = name.find('/') != std::string_view::npos && std::all_of(name.begin(), name.end(), is_fit);
  return is_name && is_time_zone(std::string(name)) ? name : std::string_view();
}

}  // namespace

std::optional<Instant> parse_date(std::string_view written) {
  written = trim(written);
  if (written.empty() || written.size() > kLongest) return std::nullopt;
  // The null date of some software lies before the year 1.
  if (written.size() > 1 && written[0] == '-' && written[1] >= '0' && written[1] <= '9') return std::nullopt;
  if (const auto instant = parse_rfc3339(written)) return instant;
  if (const auto instant = parse_rfc822(written)) return instant;
  const auto zone = named_zone(written);
  written.remove_suffix(zone.size());
  const auto instant = Reader(cut(written)).read();
  if (zone.empty() || !instant) return instant;
  return place_in_zone(*instant, std::string(zone));
}

}  // namespace syndicat::text
