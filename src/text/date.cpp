#include "text/date.hpp"

#include <fmt/format.h>

#include <array>

#include "text/calendar.hpp"

namespace syndicat::text {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// A text read from the front; what was asked for and is not there makes it bad for good.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_[0]; }

  bool accept(char c) {
    if (lower(peek()) != c || at_end()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char c) { good_ = accept(c) && good_; }

  // A number of `least` to `most` digits.
  int number(std::size_t least, std::size_t most, std::size_t* digits = nullptr) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < rest_.size() && is_digit(rest_[count])) value = value * 10 + (rest_[count++] - '0');
    good_ = good_ && count >= least;
    rest_.remove_prefix(count);
    if (digits != nullptr) *digits = count;
    return value;
  }

  // All digits behind a point, as nanoseconds; those behind the ninth are dropped.
  std::int32_t fraction() {
    std::int32_t value = 0;
    std::size_t count = 0;
    for (; count < rest_.size() && is_digit(rest_[count]); ++count)
      if (count < 9) value = value * 10 + (rest_[count] - '0');
    good_ = good_ && count > 0;
    rest_.remove_prefix(count);
    for (; count < 9; ++count) value *= 10;
    return value;
  }

  std::string_view word() {
    std::size_t end = 0;
    while (end < rest_.size() && is_letter(rest_[end])) ++end;
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  // White space and comments in parentheses (RFC 2822, section 3.2.3); gives whether there were any.
  bool space() {
    const std::size_t before = rest_.size();
    int depth = 0;
    while (!rest_.empty()) {
      const char c = rest_[0];
      if (c == '(') ++depth;
      if (depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n') break;
      if (c == ')') --depth;
      rest_.remove_prefix(1);
    }
    good_ = good_ && depth == 0;
    return rest_.size() != before;
  }

  void expect_space() { good_ = space() && good_; }

 private:
  std::string_view rest_;
  bool good_ = true;
};

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t at = 0; at < a.size(); ++at)
    if (lower(a[at]) != lower(b[at])) return false;
  return true;
}

template <std::size_t count>
int index_of(const std::array<std::string_view, count>& names, std::string_view name) {
  for (std::size_t at = 0; at < count; ++at)
    if (same(names[at], name)) return static_cast<int>(at);
  return -1;
}

// RFC 822's zone: a name, a letter, or hours and minutes. Gives whether it is one.
bool read_zone(Cursor& cursor, std::optional<int>& offset) {
  const bool west = cursor.peek() == '-';
  if (cursor.accept('+') || cursor.accept('-')) {
    const int hours = cursor.number(2, 2), minutes = cursor.number(2, 2);
    // RFC 2822, section 3.3: -0000 says that nothing is known of the zone.
    if (!west || hours != 0 || minutes != 0) offset = (west ? -1 : 1) * (hours * 60 + minutes);
    return cursor.good() && minutes < 60;
  }
  std::string name(cursor.word());
  for (char& c : name) c = lower(c);
  // The names that RFC 822, section 5.1, has; RFC 2822, section 4.3: its letters were defined wrongly and say nothing,
  // but Z.
  constexpr std::array<std::string_view, 11> kNames = {"ut",  "gmt", "est", "edt", "cst", "cdt",
                                                       "mst", "mdt", "pst", "pdt", "z"};
  if (index_of(kNames, name) >= 0) {
    offset = zone_offset(name);
    return true;
  }
  return name.size() == 1 && name != "j";
}

}  // namespace

std::optional<Instant> parse_rfc3339(std::string_view written) {
  Cursor cursor(written);
  Civil civil;
  civil.year = cursor.number(4, 4);
  cursor.expect('-');
  civil.month = cursor.number(2, 2);
  cursor.expect('-');
  civil.day = cursor.number(2, 2);
  cursor.expect('t');
  civil.hour = cursor.number(2, 2);
  cursor.expect(':');
  civil.minute = cursor.number(2, 2);
  cursor.expect(':');
  civil.second = cursor.number(2, 2);
  if (cursor.accept('.')) civil.nanoseconds = cursor.fraction();
  if (cursor.accept('z')) {
    civil.offset_minutes = 0;
  } else {
    const bool west = cursor.accept('-');
    if (!west) cursor.expect('+');
    const int hours = cursor.number(2, 2);
    cursor.expect(':');
    const int minutes = cursor.number(2, 2);
    if (hours > 23 || minutes > 59) return std::nullopt;
    // Section 4.3: -00:00 says that the offset is not known.
    if (!west || hours != 0 || minutes != 0) civil.offset_minutes = (west ? -1 : 1) * (hours * 60 + minutes);
  }
  if (!cursor.good() || !cursor.at_end() || civil.hour > 23) return std::nullopt;
  return to_instant(civil);
}

std::optional<Instant> parse_rfc822(std::string_view written) {
  Cursor cursor(written);
  Civil civil;
  cursor.space();
  if (is_letter(cursor.peek())) {
    if (index_of(kDays, cursor.word()) < 0) return std::nullopt;
    cursor.space();
    cursor.expect(',');
    cursor.space();
  }
  civil.day = cursor.number(1, 2);
  cursor.expect_space();
  civil.month = index_of(kMonths, cursor.word()) + 1;
  cursor.expect_space();
  std::size_t digits = 0;
  civil.year = cursor.number(2, 4, &digits);
  if (digits == 2) civil.year = full_year(civil.year);
  if (digits == 3) civil.year += 1900;  // RFC 2822, section 4.3
  cursor.expect_space();
  civil.hour = cursor.number(2, 2);
  cursor.space();
  cursor.expect(':');
  cursor.space();
  civil.minute = cursor.number(2, 2);
  const bool spaced = cursor.space();
  if (cursor.accept(':')) {
    cursor.space();
    civil.second = cursor.number(2, 2);
    cursor.expect_space();
  } else if (!spaced) {
    return std::nullopt;
  }
  const bool has_zone = read_zone(cursor, civil.offset_minutes);
  cursor.space();
  if (!has_zone || !cursor.good() || !cursor.at_end() || civil.hour > 23) return std::nullopt;
  return to_instant(civil);
}

std::string to_rfc3339(const Instant& instant) {
  const Civil at = to_civil(instant);
  std::string written =
      fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute, at.second);
  if (at.nanoseconds != 0) {
    written += fmt::format(".{:09}", at.nanoseconds);
    while (written.back() == '0') written.pop_back();
  }
  const int offset = at.offset_minutes.value_or(0);
  if (offset == 0) return written + "Z";
  const int size = offset < 0 ? -offset : offset;
  return written + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::string to_rfc822(const Instant& instant) {
  const Civil at = to_civil(instant);
  std::string written =
      fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} ", kDays[weekday(at)], at.day,
                  kMonths[static_cast<std::size_t>(at.month - 1)], at.year, at.hour, at.minute, at.second);
  const int offset = at.offset_minutes.value_or(0);
  if (offset == 0) return written + "GMT";
  const int size = offset < 0 ? -offset : offset;
  return written + fmt::format("{}{:02}{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::string to_day(const Instant& instant) {
  const Civil at = to_civil(instant);
  return fmt::format("{:04}-{:02}-{:02}", at.year, at.month, at.day);
}

}  // namespace syndicat::text
