#pragma once
// The Gregorian calendar in whole seconds: what the readers of dates share.

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/date.hpp"

namespace syndicat::text {

// A date and a time of day as they stand in a text, not checked yet.
struct Civil {
  int year = 0, month = 1, day = 1;
  int hour = 0, minute = 0, second = 0;
  std::int32_t nanoseconds = 0;
  std::optional<int> offset_minutes;
};

// The instant, or nothing where there is no such day or time. 24:00:00 is the end of the day (ISO 8601), and a
// leap second, 23:59:60 in UTC (RFC 3339, section 5.7), counts as the second behind it.
std::optional<Instant> to_instant(const Civil& civil);

// The parts as a clock in the instant's own offset shows them.
Civil to_civil(const Instant& instant);

// The weekday, 0 for Sunday; of a day that is there.
unsigned weekday(const Civil& civil);

// The year that two digits stand for (RFC 2822, section 4.3): 00 to 49 are of this century.
constexpr int full_year(int two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

// Minutes east of Greenwich for a zone's name ("GMT", "EST", "CEST"), lower case; nothing for a name not known.
std::optional<int> zone_offset(std::string_view name);

}  // namespace syndicat::text
