// Dates: RFC 822 as RSS has it, RFC 3339 as Atom has it, and the W3C's profile of ISO 8601.

#include <array>
#include <optional>

#include "text/calendar.hpp"
#include "text/date.hpp"
#include "text/unicode.hpp"
#include "validate/opinions.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
// RFC 822, section 5.1.
constexpr std::array<std::string_view, 11> kZones = {"GMT", "UT",  "EST", "EDT", "CST", "CDT",
                                                     "MST", "MDT", "PST", "PDT", "Z"};

// Before the first feeds there were none, and zero is what programs write that know no date; a day ahead allows for
// clocks and zones.
void plausible(Check& check, const Subject& subject, const text::Instant& instant) {
  constexpr std::int64_t k1970 = 0, kDay = 86400;
  const auto& now = check.options().now;
  if (instant.seconds <= k1970 || (now && instant.seconds > now->seconds + kDay))
    check.report("implausible-date", subject);
}

// What RFC 822 allows, and what is only understood.
struct Rfc822 {
  text::Civil civil;
  std::optional<unsigned> weekday;
  bool usual = true;        // in the form that everybody reads
  bool half_hours = false;  // an offset with minutes, which some readers get wrong
};

// The place of `word` in `names`: in full or by its first three letters, in any case; `usual` falls where it is not
// the three letters as the standard has them.
template <std::size_t count>
std::optional<unsigned> find(const std::array<std::string_view, count>& names, std::string_view word, bool& usual) {
  for (unsigned at = 0; at < count; ++at) {
    const auto shortened = names[at].substr(0, 3);
    if (!text::equals_ignoring_case(word, shortened) && !text::equals_ignoring_case(word, names[at])) continue;
    usual = usual && word == shortened;
    return at;
  }
  return std::nullopt;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  bool blanks() {
    const auto before = text_.size();
    while (!text_.empty() && text::is_space(text_.front())) text_.remove_prefix(1);
    return text_.size() != before;
  }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::string_view word() {
    std::size_t length = 0;
    while (length < text_.size() && ((text_[length] | 0x20) >= 'a' && (text_[length] | 0x20) <= 'z')) ++length;
    return cut(length);
  }
  std::string_view digits() {
    std::size_t length = 0;
    while (length < text_.size() && text_[length] >= '0' && text_[length] <= '9') ++length;
    return cut(length);
  }
  bool ended() const { return text_.empty(); }

 private:
  std::string_view cut(std::size_t length) {
    const auto part = text_.substr(0, length);
    text_.remove_prefix(length);
    return part;
  }
  std::string_view text_;
};

int to_number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// RFC 822, section 3.4.3: text in parentheses is a comment, wherever blanks may stand.
std::string without_comments(std::string_view written) {
  std::string out;
  unsigned depth = 0;
  for (const char c : written) {
    if (c == '(') ++depth;
    if (depth == 0) out += c;
    if (c == ')' && depth > 0) --depth;
  }
  return std::string(text::trim(out));
}

std::optional<Rfc822> read_rfc822(std::string_view full) {
  Rfc822 date;
  const auto bare = without_comments(full);
  const std::string_view written = bare;
  date.usual = written.size() == full.size();
  Scanner scanner(written);
  if (const auto day = scanner.word(); !day.empty()) {
    date.weekday = find(kDays, day, date.usual);
    if (!date.weekday) return std::nullopt;
    if (scanner.blanks()) date.usual = false;
    if (!scanner.take(',')) date.usual = false;
    if (!scanner.blanks()) date.usual = false;
  }
  const auto day = scanner.digits();
  if (day.empty() || day.size() > 2) return std::nullopt;
  date.civil.day = to_number(day);
  if (!scanner.blanks()) return std::nullopt;
  const auto month = find(kMonths, scanner.word(), date.usual);
  if (!month || !scanner.blanks()) return std::nullopt;
  date.civil.month = static_cast<int>(*month) + 1;
  const auto year = scanner.digits();
  if (year.size() != 4 && year.size() != 2) return std::nullopt;
  date.usual = date.usual && year.size() == 4;
  date.civil.year = year.size() == 4 ? to_number(year) : text::full_year(to_number(year));
  if (!scanner.blanks()) return std::nullopt;
  const auto hour = scanner.digits();
  if (hour.empty() || hour.size() > 2 || !scanner.take(':')) return std::nullopt;
  date.usual = date.usual && hour.size() == 2;
  const auto minute = scanner.digits();
  if (minute.size() != 2) return std::nullopt;
  date.civil.hour = to_number(hour);
  date.civil.minute = to_number(minute);
  if (scanner.take(':')) {
    const auto second = scanner.digits();
    if (second.size() != 2) return std::nullopt;
    date.civil.second = to_number(second);
  }
  if (!scanner.blanks()) return std::nullopt;
  const bool east = scanner.take('+');
  if (east || scanner.take('-')) {
    const auto offset = scanner.digits();
    date.half_hours = offset.size() == 4 && offset.substr(2) != "00";
    if (offset.size() != 4 || to_number(offset.substr(2)) > 59 || to_number(offset) > 2359) return std::nullopt;
  } else {
    const auto zone = scanner.word();
    bool known = false;
    for (const auto name : kZones) known = known || zone == name;
    if (!known) {
      // The letters of the military zones were wrong in RFC 822, so that nobody knows what they mean.
      const bool military = zone.size() == 1 && zone != "J" && zone != "j";
      if (!military && !text::zone_offset(text::to_lower_ascii(zone))) return std::nullopt;
      date.usual = false;
    }
  }
  if (!scanner.ended()) return std::nullopt;
  return date;
}

bool all_digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

}  // namespace

// RSS 2.0: "All date-times in RSS conform to the Date and Time Specification of RFC 822, with the exception that the
// year may be expressed with two characters or four characters (four preferred)."
void rfc822_date(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("invalid-rfc2822-date", subject);
    return;
  }
  const auto date = read_rfc822(written);
  const auto instant = date ? text::to_instant(date->civil) : std::nullopt;
  if (!instant || date->civil.hour > 23) {
    auto* finding = check.report("invalid-rfc2822-date", subject);
    // A date that is understood all the same can be written anew.
    const auto meant = text::parse_date(written);
    if (finding != nullptr && meant && meant->offset_minutes && written == subject.text)
      finding->edit = Edit{subject.span.start, subject.span.end, text::to_rfc822(*meant)};
    return;
  }
  if (date->weekday && *date->weekday != text::weekday(date->civil)) {
    check.report("incorrect-dow", subject, {{"weekday", kDays[text::weekday(date->civil)].substr(0, 3)}});
    return;
  }
  if (!date->usual || (date->half_hours && as_w3c(check, "half-hours")))
    check.report("problematical-rfc822-date", subject);
  plausible(check, subject, *instant);
}

// RFC 4287, section 3.3: RFC 3339 with "T" and "Z" in capitals and no white space.
void rfc3339_date(Check& check, const Subject& subject) {
  const auto instant = text::parse_rfc3339(subject.text);
  const bool capitals = subject.text.find_first_of("tz") == std::string_view::npos;
  if (instant && capitals) return plausible(check, subject, *instant);
  const auto written = text::trim(subject.text);
  if (written.size() != subject.text.size() && text::parse_rfc3339(written)) {
    check.report("unexpected-whitespace", subject);
    return;
  }
  auto* finding = check.report("invalid-rfc3339-date", subject);
  const auto meant = text::parse_date(written);
  if (finding != nullptr && meant && meant->offset_minutes && written == subject.text)
    finding->edit = Edit{subject.span.start, subject.span.end, text::to_rfc3339(*meant)};
}

// YYYY, YYYY-MM, YYYY-MM-DD, and with time: YYYY-MM-DDThh:mm[:ss[.s]]zone.
void w3cdtf_date(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const auto bad = [&] { check.report("invalid-w3-cdtf-date", subject); };
  text::Civil civil;
  const auto date = written.substr(0, 10);
  const bool year = all_digits(date.substr(0, 4)) && date.size() >= 4;
  if (!year) return bad();
  civil.year = to_number(date.substr(0, 4));
  if (date.size() > 4) {
    if (date.size() < 7 || date[4] != '-' || !all_digits(date.substr(5, 2))) return bad();
    civil.month = to_number(date.substr(5, 2));
  }
  if (date.size() > 7) {
    if (date.size() < 10 || date[7] != '-' || !all_digits(date.substr(8, 2))) return bad();
    civil.day = to_number(date.substr(8, 2));
  }
  if (written.size() == date.size()) {
    const auto instant = text::to_instant(civil);
    return instant ? plausible(check, subject, *instant) : bad();
  }
  if (written[10] != 'T' || written.find_first_of("tz") != std::string_view::npos) return bad();
  // Seconds may be left out here, in RFC 3339 not.
  std::string full(written);
  if (full.size() > 16 && full[16] != ':') full.insert(16, ":00");
  const auto instant = text::parse_rfc3339(full);
  return instant ? plausible(check, subject, *instant) : bad();
}

}  // namespace syndicat::validate
