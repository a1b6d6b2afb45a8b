#pragma once
// Days of other calendars that stand in date lines, as days of the Gregorian one.

#include <cstdint>
#include <optional>

namespace syndicat::extract {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t days_of(int year, int month, int day);

struct CivilDay {
  int year = 0, month = 0, day = 0;
};

CivilDay civil_day(std::int64_t days_since_1970);

// A day of the Persian solar year, 1349 to 1470 (1970 to 2091); nothing for what is no such day.
std::optional<CivilDay> from_solar_year(int year, int month, int day);

// The first year of an era less one: of Japan's reigns (their two characters) and of the Republic of China; 0 for other
// characters.
int years_before_era(char32_t first, char32_t second);

// A year that Thailand counts, 2533 to 2642 (1990 to 2099), as ours; 0 for others.
int from_buddhist_year(int year);

}  // namespace syndicat::extract
