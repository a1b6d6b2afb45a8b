#include "text/time_zone.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <mutex>

namespace syndicat::text {
namespace {

// C has no function that takes a zone: the environment is changed for one call and put back.
class ZoneForNow {
 public:
  explicit ZoneForNow(const std::string& name) {
    if (const char* old = std::getenv("TZ")) old_ = old;
    setenv("TZ", (":" + name).c_str(), 1);
    tzset();
  }
  ZoneForNow(const ZoneForNow&) = delete;
  ZoneForNow& operator=(const ZoneForNow&) = delete;
  ~ZoneForNow() {
    if (old_) setenv("TZ", old_->c_str(), 1);
    else unsetenv("TZ");
    tzset();
  }

 private:
  std::optional<std::string> old_;
};

std::mutex zone_mutex;

}  // namespace

bool is_time_zone(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string::npos) return false;
  const char* set = std::getenv("TZDIR");
  const std::filesystem::path folder = set != nullptr ? set : "/usr/share/zoneinfo";
  std::error_code ignored;
  return name == "UTC" || std::filesystem::is_regular_file(folder / name, ignored);
}

std::optional<Instant> place_in_zone(const Instant& instant, const std::string& zone) {
  if (instant.offset_minutes) return instant;
  if (!is_time_zone(zone)) return std::nullopt;
  const std::lock_guard guard(zone_mutex);
  const ZoneForNow now(zone);
  const auto as_utc = static_cast<std::time_t>(instant.seconds);
  std::tm clock{};
  if (gmtime_r(&as_utc, &clock) == nullptr) return std::nullopt;
  clock.tm_isdst = -1;
  const std::time_t there = std::mktime(&clock);
  Instant placed = instant;
  placed.seconds = there;
  placed.offset_minutes = static_cast<int>((instant.seconds - there) / 60);
  return placed;
}

}  // namespace syndicat::text
