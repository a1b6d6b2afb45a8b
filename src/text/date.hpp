#pragma once
// Dates: an instant with the offset it was written in.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace syndicat::text {

struct Instant {
  std::int64_t seconds = 0;           // since 1970-01-01T00:00:00Z
  std::int32_t nanoseconds = 0;       // 0 to 999,999,999
  std::optional<int> offset_minutes;  // east of Greenwich, as written; none where it was not said ("-0000", "Z" is 0)

  bool operator==(const Instant& other) const = default;
};

// Reads RFC 3339 exactly (section 5.6, upper or lower case t and z), or nothing.
std::optional<Instant> parse_rfc3339(std::string_view written);

// Reads RFC 822 as RFC 2822 and RSS 2.0 have it (two- or four-digit years, day name optional, named zones), or nothing.
std::optional<Instant> parse_rfc822(std::string_view written);

// Reads a date in any shape seen in feeds and pages, or nothing. A date without a zone counts as UTC and keeps no
// offset.
std::optional<Instant> parse_date(std::string_view written);

// "2026-06-18T09:30:00+03:00"; fractions only where there are some; "Z" for UTC and for no offset.
std::string to_rfc3339(const Instant& instant);

// "Thu, 18 Jun 2026 09:30:00 +0300"; "GMT" for UTC and for no offset (RSS 2.0 with four-digit years).
std::string to_rfc822(const Instant& instant);

// The instant as a day in words of no language: "2026-06-18".
std::string to_day(const Instant& instant);

}  // namespace syndicat::text
