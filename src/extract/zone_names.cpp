#include "extract/zone_names.hpp"

#include <algorithm>
#include <array>

#include "extract/calendars.hpp"

namespace syndicat::extract {
namespace {

constexpr std::int64_t kDay = 86400;  // seconds

struct Zone {
  std::string_view name;
  int minutes = 0;
  bool american = false;  // an hour more in summer, by the rule of the United States
};

// clang-format off
constexpr auto kZones = std::to_array<Zone>({
    {"UTC", 0}, {"GMT", 0}, {"WET", 0}, {"BST", 60}, {"WEST", 60}, {"CET", 60}, {"MEZ", 60}, {"CEST", 120}, {"MESZ", 120},
    {"EET", 120}, {"EEST", 180}, {"MSK", 180}, {"МСК", 180}, {"мск", 180}, {"PKT", 300}, {"HKT", 480}, {"SGT", 480},
    {"JST", 540}, {"KST", 540}, {"AEST", 600}, {"AEDT", 660}, {"NZST", 720}, {"NZDT", 780},
    {"ET", -300, true}, {"CT", -360, true}, {"MT", -420, true}, {"PT", -480, true},
    {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
});
// clang-format on

// The number of the `count`-th Sunday of a month, in days since 1970; `count` 0: the last one of the month before.
std::int64_t sunday(int year, int month, int count) {
  const auto first = days_of(year, month, 1);
  const auto weekday = (first + 4) % 7;  // of the first; 1 January 1970 was a Thursday
  return first + (7 - weekday) % 7 + (count - 1) * 7;
}

// Energy Policy Act of 2005, section 110, in force since 2007; before it, since 1987, the first Sunday of April to the
// last of October. The clock changes at two.
bool is_american_summer(std::int64_t seconds) {
  int year = 1970 + static_cast<int>(seconds / kDay / 366);
  while (days_of(year + 1, 1, 1) * kDay <= seconds) ++year;
  const auto start = year >= 2007 ? sunday(year, 3, 2) : sunday(year, 4, 1);
  const auto end = year >= 2007 ? sunday(year, 11, 1) : sunday(year, 11, 0);
  return seconds >= start * kDay + 7200 && seconds < end * kDay + 7200;
}

}  // namespace

std::optional<int> zone_named(std::string_view word, std::int64_t seconds) {
  const auto* const zone = std::ranges::find(kZones, word, &Zone::name);
  if (zone == kZones.end()) return {};
  return zone->minutes + (zone->american && is_american_summer(seconds) ? 60 : 0);
}

}  // namespace syndicat::extract
