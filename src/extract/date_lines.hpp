#pragma once
// Dates as people write them: "15 March 2026", "15. marca 2026 o 10:30", "2026年3月15日", "15.03.26". Months' names of
// some forty languages are in one table.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/date.hpp"

namespace syndicat::extract {

struct FoundDate {
  text::Instant instant;
  std::string written;  // the words it was read from
  bool with_time = false;
  bool ambiguous = false;      // day and month might be the other way round
  std::int64_t otherwise = 0;  // the instant's seconds then
};

// The first date in the text that names day, month and year, with the time of day behind it where there is one, or
// right before it ("9:05 a.m. ET May 3, 2026").
// `language` (BCP 47, may be empty) decides what "03/04/2026" means. Nothing outside 1990 to 2099 counts.
std::optional<FoundDate> find_date(std::string_view text, std::string_view language);

// Whether the first date in numbers apart by strokes puts the day first: "25/03/2026" does, "03/25/2026" does not,
// "03/04/2026" tells nothing.
std::optional<bool> puts_day_first(std::string_view text);

// A machine's value first (text::parse_date), then as people write it.
std::optional<FoundDate> read_date(std::string_view value, std::string_view language);

// The day that an address gives: ".../2026/03/15/...", "...-2026-03-15", ".../20260315/...". Nothing where only a
// month stands there.
std::optional<FoundDate> date_in_url(std::string_view url);

}  // namespace syndicat::extract
