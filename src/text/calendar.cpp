#include "text/calendar.hpp"

#include <array>
#include <chrono>
#include <utility>

namespace syndicat::text {
namespace {

// RFC 822's zones first, then those that feeds are seen with. Where two countries share a name, the one that
// publishes more with it.
// clang-format off
constexpr std::array<std::pair<std::string_view, int>, 56> kZones = {{
    {"gmt", 0},     {"ut", 0},      {"utc", 0},     {"z", 0},       {"est", -300},  {"edt", -240},  {"cst", -360},
    {"cdt", -300},  {"mst", -420},  {"mdt", -360},  {"pst", -480},  {"pdt", -420},  {"akst", -540}, {"akdt", -480},
    {"hst", -600},  {"ast", -240},  {"adt", -180},  {"nst", -210},  {"ndt", -150},  {"brt", -180},  {"art", -180},
    {"clt", -240},  {"wet", 0},     {"west", 60},   {"bst", 60},    {"cet", 60},    {"cest", 120},  {"mez", 60},
    {"mesz", 120},  {"met", 60},    {"mest", 120},  {"eet", 120},   {"eest", 180},  {"msk", 180},   {"msd", 240},
    {"trt", 180},   {"sast", 120},  {"cat", 120},   {"wat", 60},    {"eat", 180},   {"ist", 330},   {"pkt", 300},
    {"npt", 345},   {"wib", 420},   {"ict", 420},   {"sgt", 480},   {"hkt", 480},   {"pht", 480},   {"jst", 540},
    {"kst", 540},   {"awst", 480},  {"acst", 570},  {"aest", 600},  {"aedt", 660},  {"nzst", 720},  {"nzdt", 780},
}};
// clang-format on

constexpr std::int64_t kDay = 86400;

std::int64_t days_of(const Civil& civil) {
  const std::chrono::year_month_day date{std::chrono::year(civil.year),
                                         std::chrono::month(static_cast<unsigned>(civil.month)),
                                         std::chrono::day(static_cast<unsigned>(civil.day))};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

}  // namespace

std::optional<Instant> to_instant(const Civil& civil) {
  if (civil.year < 1 || civil.year > 9999 || civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > 31)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(civil.year),
                                         std::chrono::month(static_cast<unsigned>(civil.month)),
                                         std::chrono::day(static_cast<unsigned>(civil.day))};
  if (!date.ok()) return std::nullopt;
  const bool end_of_day = civil.hour == 24 && civil.minute == 0 && civil.second == 0 && civil.nanoseconds == 0;
  if (civil.hour < 0 || (civil.hour > 23 && !end_of_day) || civil.minute < 0 || civil.minute > 59) return std::nullopt;
  if (civil.second < 0 || civil.second > 60) return std::nullopt;
  const int offset = civil.offset_minutes.value_or(0);
  if (offset <= -kDay / 60 || offset >= kDay / 60) return std::nullopt;

  Instant instant;
  instant.seconds = days_of(civil) * kDay + civil.hour * 3600 + civil.minute * 60 + civil.second - offset * 60;
  instant.nanoseconds = civil.nanoseconds;
  instant.offset_minutes = civil.offset_minutes;
  if (civil.second == 60 && instant.seconds % kDay != 0) return std::nullopt;
  return instant;
}

Civil to_civil(const Instant& instant) {
  const std::int64_t local = instant.seconds + instant.offset_minutes.value_or(0) * 60LL;
  const std::int64_t days = local >= 0 ? local / kDay : -((kDay - 1 - local) / kDay);
  const auto seconds = static_cast<int>(local - days * kDay);
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
  Civil civil;
  civil.year = static_cast<int>(date.year());
  civil.month = static_cast<int>(static_cast<unsigned>(date.month()));
  civil.day = static_cast<int>(static_cast<unsigned>(date.day()));
  civil.hour = seconds / 3600;
  civil.minute = seconds / 60 % 60;
  civil.second = seconds % 60;
  civil.nanoseconds = instant.nanoseconds;
  civil.offset_minutes = instant.offset_minutes;
  return civil;
}

unsigned weekday(const Civil& civil) {
  return std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days_of(civil)))).c_encoding();
}

std::optional<int> zone_offset(std::string_view name) {
  for (const auto& [zone, offset] : kZones)
    if (zone == name) return offset;
  return std::nullopt;
}

}  // namespace syndicat::text
