#include "extract/calendars.hpp"

#include <algorithm>
#include <array>

namespace syndicat::extract {
namespace {

constexpr int kFirstSolarYear = 1349;  // began on 21 March 1970
constexpr int kLastSolarYear = 1470;

// Eight leap years in each 33, as observation has had it for all years that matter here.
bool is_solar_leap_year(int year) {
  constexpr std::array kLeap = {1, 5, 9, 13, 17, 22, 26, 30};
  return std::ranges::find(kLeap, year % 33) != kLeap.end();
}

}  // namespace

std::int64_t days_of(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return static_cast<std::int64_t>(era) * 146097 + day_of_era - 719468;
}

CivilDay civil_day(std::int64_t days) {
  CivilDay found{1970, 1, 1};
  found.year = 1970 + static_cast<int>(days / 366);
  while (days_of(found.year + 1, 1, 1) <= days) ++found.year;
  while (found.month < 12 && days_of(found.year, found.month + 1, 1) <= days) ++found.month;
  found.day = static_cast<int>(days - days_of(found.year, found.month, 1)) + 1;
  return found;
}

std::optional<CivilDay> from_solar_year(int year, int month, int day) {
  if (year < kFirstSolarYear || year > kLastSolarYear || month < 1 || month > 12 || day < 1) return {};
  const int length = month <= 6 ? 31 : month <= 11 ? 30 : is_solar_leap_year(year) ? 30 : 29;
  if (day > length) return {};
  std::int64_t days = days_of(1970, 3, 21);
  for (int passed = kFirstSolarYear; passed < year; ++passed) days += is_solar_leap_year(passed) ? 366 : 365;
  days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return civil_day(days + day - 1);
}

int years_before_era(char32_t first, char32_t second) {
  if (first == U'令' && second == U'和') return 2018;
  if (first == U'平' && second == U'成') return 1988;
  if (first == U'民' && (second == U'國' || second == U'国')) return 1911;
  return 0;
}

int from_buddhist_year(int year) { return year >= 2533 && year <= 2642 ? year - 543 : 0; }

}  // namespace syndicat::extract
