#include "catch.hpp"
#include "text/time_zone.hpp"

namespace syndicat::text {
namespace {

TEST_CASE("a clock time finds its instant in a zone, summer and winter", "[text]") {
  if (!is_time_zone("Europe/Vilnius")) return;  // no tzdata here
  // 2026-07-01T12:00 in Vilnius is 09:00Z; 2026-01-01T12:00 there is 10:00Z.
  const auto [clock, seconds, offset] = GENERATE(table<std::int64_t, std::int64_t, int>({
      {1782907200, 1782896400, 180},
      {1767268800, 1767261600, 120},
  }));
  const auto placed = place_in_zone({clock, 0, std::nullopt}, "Europe/Vilnius");
  REQUIRE(placed);
  CHECK(placed->seconds == seconds);
  CHECK(placed->offset_minutes == offset);
}

TEST_CASE("an offset that was written stays, an unknown zone gives nothing", "[text]") {
  const Instant written{1782907200, 0, 60};
  CHECK(place_in_zone(written, "Europe/Vilnius") == written);
  CHECK_FALSE(place_in_zone({0, 0, std::nullopt}, "Europe/Nowhere"));
  CHECK_FALSE(is_time_zone("../../etc/passwd"));
}

}  // namespace
}  // namespace syndicat::text
