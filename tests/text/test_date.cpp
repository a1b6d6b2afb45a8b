#include <ctime>

#include "catch.hpp"
#include "text/date.hpp"

using namespace syndicat;
using text::Instant;

namespace {

// 2026-06-18T09:30:00Z, by the C library.
std::int64_t at(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  std::tm parts{};
  parts.tm_year = year - 1900;
  parts.tm_mon = month - 1;
  parts.tm_mday = day;
  parts.tm_hour = hour;
  parts.tm_min = minute;
  parts.tm_sec = second;
  return timegm(&parts);
}

}  // namespace

TEST_CASE("RFC 3339 exactly", "[text]") {
  const auto [written, seconds] = GENERATE(table<std::string, std::int64_t>({
      {"1970-01-01T00:00:09Z", 9},
      {"1970-01-01T01:00:09+01:00", 9},
      {"1969-12-31t20:00:00-04:00", 0},
      {"2026-06-18T09:30:00z", at(2026, 6, 18, 9, 30)},
      {"2024-02-29T23:59:59.999Z", at(2024, 2, 29, 23, 59, 59)},
      {"1990-12-31T23:59:60Z", at(1991, 1, 1)},
      {"1990-12-31T15:59:60-08:00", at(1991, 1, 1)},
      {"0001-01-01T00:00:00Z", -62135596800},
      {"9999-12-31T23:59:59Z", 253402300799},
  }));
  CAPTURE(written);
  const auto instant = text::parse_rfc3339(written);
  REQUIRE(instant);
  CHECK(instant->seconds == seconds);
}

TEST_CASE("what is not quite RFC 3339 is none", "[text]") {
  const std::string written = GENERATE(values<std::string>({
      "",
      "2026-06-18",
      "2026-06-18 09:30:00Z",
      "2026-06-18T09:30Z",
      "2026-06-18T09:30:00",
      "2026-06-18T09:30:00+0300",
      "2026-6-18T09:30:00Z",
      "2026-02-29T09:30:00Z",
      "2026-02-31T09:30:00Z",
      "2026-13-01T09:30:00Z",
      "2026-06-18T24:00:00Z",
      "2026-06-18T09:60:00Z",
      "2026-06-18T09:30:60Z",
      "2026-06-18T09:30:61Z",
      "2026-06-18T09:30:00+24:00",
      "2026-06-18T09:30:00.Z",
      " 2026-06-18T09:30:00Z",
      "2026-06-18T09:30:00Zx",
      "26-06-18T09:30:00Z",
  }));
  CAPTURE(written);
  CHECK_FALSE(text::parse_rfc3339(written));
}

TEST_CASE("RFC 822 as RSS has it", "[text]") {
  const auto [written, seconds, offset] = GENERATE(table<std::string, std::int64_t, int>({
      {"Thu, 01 Jan 1970 00:00:09 GMT", 9, 0},
      {"18 Jun 2026 09:30:00 +0300", at(2026, 6, 18, 6, 30), 180},
      {"Thu, 18 Jun 26 09:30 EST", at(2026, 6, 18, 14, 30), -300},
      {"Thu, 18 Jun 2026 09:30 PDT", at(2026, 6, 18, 16, 30), -420},
      {"thu,8 jun 99 09:30:00 UT", at(1999, 6, 8, 9, 30), 0},
      {"Thu, 18 Jun 2026 09:30:00 Z", at(2026, 6, 18, 9, 30), 0},
      {"Thu, 18 Jun 2026 09:30:00 -0000", at(2026, 6, 18, 9, 30), 9999},
      {"Thu, 18 Jun 2026 09:30:00 A", at(2026, 6, 18, 9, 30), 9999},
      {" Thu,\r\n 18 (the) Jun 2026 09:30:00 +0000 (UTC)", at(2026, 6, 18, 9, 30), 0},
  }));
  CAPTURE(written);
  const auto instant = text::parse_rfc822(written);
  REQUIRE(instant);
  CHECK(instant->seconds == seconds);
  CHECK(instant->offset_minutes.value_or(9999) == offset);
}

TEST_CASE("what is not quite RFC 822 is none", "[text]") {
  const std::string written = GENERATE(values<std::string>({
      "",
      "Thu 18 Jun 2026 09:30:00 GMT",
      "Xxx, 18 Jun 2026 09:30:00 GMT",
      "18 June 2026 09:30:00 GMT",
      "31 Feb 2026 09:30:00 GMT",
      "18 Jun 2026",
      "18 Jun 2026 09:30:00",
      "18 Jun 2026 9:30:00 GMT",
      "18 Jun 2026 24:30:00 GMT",
      "18 Jun 2026 09:30:00 CET",
      "18 Jun 2026 09:30:00 +03:00",
      "18 Jun 2026 09:30:00 GMT x",
      "18 Jun 2026 09:30:00 GMT (x",
      "18 Jun 2026 09:30:00 J",
      "18-Jun-2026 09:30:00 GMT",
      "18 Jun 2026 09:30:00 UTC",
  }));
  CAPTURE(written);
  CHECK_FALSE(text::parse_rfc822(written));
}

TEST_CASE("dates as they are seen in the wild", "[text]") {
  constexpr int kNone = 9999;
  const auto [written, seconds, offset] = GENERATE(table<std::string, std::int64_t, int>({
      // W3CDTF and ISO 8601
      {"2026", at(2026, 1, 1), 9999},
      {"2026-06", at(2026, 6, 1), 9999},
      {"2026-06-18", at(2026, 6, 18), 9999},
      {"2026-06-18T09:30Z", at(2026, 6, 18, 9, 30), 0},
      {"2026-06-18T09:30:00", at(2026, 6, 18, 9, 30), 9999},
      {"2026-06-18 09:30:00", at(2026, 6, 18, 9, 30), 9999},
      {"2026-06-18 09:30:00.0", at(2026, 6, 18, 9, 30), 9999},
      {"2026-06-18T09:30:00+0300", at(2026, 6, 18, 6, 30), 180},
      {"2026-06-18T09:30:00+03", at(2026, 6, 18, 6, 30), 180},
      {"2026-06-18T09:30:00 +03:00", at(2026, 6, 18, 6, 30), 180},
      {"2026-06-18 09:30:00 -0500", at(2026, 6, 18, 14, 30), -300},
      {"2026-06-18 09:30:00 UTC", at(2026, 6, 18, 9, 30), 0},
      {"2026-06-18T09:30:00+03:00[Europe/Minsk]", at(2026, 6, 18, 6, 30), 180},
      {"2026-06-18-05:00", at(2026, 6, 18, 5), -300},
      {"2026-06-18T24:00:00Z", at(2026, 6, 19), 0},
      {"20260618", at(2026, 6, 18), 9999},
      {"20260618T0930Z", at(2026, 6, 18, 9, 30), 0},
      {"20260618T093000+0300", at(2026, 6, 18, 6, 30), 180},
      {"20260618093000", at(2026, 6, 18, 9, 30), 9999},
      {"2026-W25-4", at(2026, 6, 18), 9999},
      {"2026W254", at(2026, 6, 18), 9999},
      {"2026-W01-1", at(2025, 12, 29), 9999},
      {"2026-W25-4T09:30:00Z", at(2026, 6, 18, 9, 30), 0},
      {"2026-169", at(2026, 6, 18), 9999},
      {"2024-366", at(2024, 12, 31), 9999},
      {"2026169", at(2026, 6, 18), 9999},
      {"2026-06-18T09.5Z", at(2026, 6, 18, 9, 30), 0},
      {"20260618T0930.25Z", at(2026, 6, 18, 9, 30, 15), 0},
      {"2026-06-18T09:30:00 Europe/Minsk", at(2026, 6, 18, 6, 30), 180},
      {"Thu, 18 Jun 2026 09:30 America/New_York", at(2026, 6, 18, 13, 30), -240},
      {"Wed, 18 Jun 69 09:30:00 GMT", at(1969, 6, 18, 9, 30), 0},
      {"2026-6-8", at(2026, 6, 8), 9999},
      {"2026/06/18 09:30", at(2026, 6, 18, 9, 30), 9999},
      {"2026.06.18 09:30", at(2026, 6, 18, 9, 30), 9999},
      // RFC 822 with its sins
      {"Thu, 18 Jun 2026 9:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thu, 18 June 2026 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thursday, 18 Jun 2026 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thur, 18 Jun 2026 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thu 18 Jun 2026 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thu, 18 Jun 2026 09:30:00", at(2026, 6, 18, 9, 30), 9999},
      {"Thu, 18 Jun 2026", at(2026, 6, 18), 9999},
      {"Thu, 18 Jun 2026 09:30:00 +03:00", at(2026, 6, 18, 6, 30), 180},
      {"Thu, 18 Jun 2026 09:30:00 GMT+3", at(2026, 6, 18, 6, 30), 180},
      {"Thu, 18 Jun 2026 09:30:00 UTC", at(2026, 6, 18, 9, 30), 0},
      {"Thu, 18 Jun 2026 09:30:00 CEST", at(2026, 6, 18, 7, 30), 120},
      {"Thu, 18-Jun-26 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thu, Jun 18 2026 09:30:00 EDT", at(2026, 6, 18, 13, 30), -240},
      {"Thu, 18 Jun 126 09:30:00 GMT", at(2026, 6, 18, 9, 30), 0},
      {"Thu,18 Jun 2026 09:30:00 -0500 (EST)", at(2026, 6, 18, 14, 30), -300},
      // asctime, JavaScript, Java, people
      {"Thu Jun 18 09:30:00 2026", at(2026, 6, 18, 9, 30), 9999},
      {"Thu Jun  8 09:30:00 UTC 2026", at(2026, 6, 8, 9, 30), 0},
      {"Thu Jun 18 2026 09:30:00 GMT+0300 (Moscow Standard Time)", at(2026, 6, 18, 6, 30), 180},
      {"June 18, 2026", at(2026, 6, 18), 9999},
      {"June 18th, 2026 at 9:30 pm", at(2026, 6, 18, 21, 30), 9999},
      {"18 June 2026, 12:05 a.m.", at(2026, 6, 18, 0, 5), 9999},
      {"Jun 18, 2026 9 PM EST", at(2026, 6, 19, 2), -300},
      {"6/18/2026 9:30:00 PM", at(2026, 6, 18, 21, 30), 9999},
      {"18/06/2026", at(2026, 6, 18), 9999},
      {"18.06.2026 09:30", at(2026, 6, 18, 9, 30), 9999},
      {"1781775000", at(2026, 6, 18, 9, 30), 0},
      {"1781775000500", at(2026, 6, 18, 9, 30), 0},
      // other languages
      {"18 июня 2026 г., 09:30", at(2026, 6, 18, 9, 30), 9999},
      {"Чт, 18 Июн 2026 09:30:00 +0300", at(2026, 6, 18, 6, 30), 180},
      {"18 чэрвеня 2026", at(2026, 6, 18), 9999},
      {"18 червня 2026", at(2026, 6, 18), 9999},
      {"18. Juni 2026 um 09:30 Uhr", at(2026, 6, 18, 9, 30), 9999},
      {"Donnerstag, 5. März 2026", at(2026, 3, 5), 9999},
      {"jeudi 18 juin 2026 à 9h30", at(2026, 6, 18, 9, 30), 9999},
      {"mar., 16 juin 2026 09:30:00 +0200", at(2026, 6, 16, 7, 30), 120},
      {"1er août 2026", at(2026, 8, 1), 9999},
      {"18 de junio de 2026", at(2026, 6, 18), 9999},
      {"18 czerwca 2026", at(2026, 6, 18), 9999},
      {"18. kesäkuuta 2026 klo 09:30", at(2026, 6, 18, 9, 30), 9999},
      {"2026. június 18.", at(2026, 6, 18), 9999},
      {"Πέμ, 18 Ιούν 2026 09:30:00 EEST", at(2026, 6, 18, 6, 30), 180},
      {"2026年6月18日 09:30", at(2026, 6, 18, 9, 30), 9999},
      {"2026年6月18日(木) 9時30分", at(2026, 6, 18, 9, 30), 9999},
      {"2026년 6월 18일 목요일 오후 9:30", at(2026, 6, 18, 21, 30), 9999},
      {"١٨/٠٦/٢٠٢٦", at(2026, 6, 18), 9999},
  }));
  CAPTURE(written);
  const auto instant = text::parse_date(written);
  REQUIRE(instant);
  CHECK(text::to_rfc3339(*instant) == text::to_rfc3339({seconds, instant->nanoseconds, instant->offset_minutes}));
  CHECK(instant->offset_minutes.value_or(kNone) == offset);
}

TEST_CASE("what is no date stays none", "[text]") {
  const std::string written = GENERATE(values<std::string>({
      "",
      " ",
      "yesterday",
      "-0001-11-30T00:00:00+00:00",
      "n/a",
      "0000-00-00 00:00:00",
      "2026-02-31",
      "31 Feb 2026",
      "Thu, 32 Jun 2026 09:30:00 GMT",
      "2026-13-01",
      "-0013W",
      "2026W",
      "29/02/2025",
      "18 Jun",
      "09:30:00",
      "1 2 3 4",
      "2026-06-18T25:00:00Z",
      "2026-06-18T09:61:00Z",
      "June",
      "12",
      "99",
      "2026-W54-1",
      "2025-366",
      "the 5 of May company reports",
      "http://a.example/2026/06/18",
      "18 Jun 2026 09:30:00 19 Jul 2027",
      "13/13/2026",
      "-1",
      "99999999999999999999",
      "2026-06-18T09:30:00+99:99",
      "+",
      "2026-06-18 09:30 tomorrow",
  }));
  CAPTURE(written);
  CHECK_FALSE(text::parse_date(written));
}

TEST_CASE("dates are written with the offset they came with", "[text]") {
  const auto instant = *text::parse_rfc3339("2026-06-18T09:30:00.250+03:00");
  CHECK(text::to_rfc3339(instant) == "2026-06-18T09:30:00.25+03:00");
  CHECK(text::to_rfc822(instant) == "Thu, 18 Jun 2026 09:30:00 +0300");
  CHECK(text::to_day(instant) == "2026-06-18");
  CHECK(text::to_rfc3339({-1, 0, std::nullopt}) == "1969-12-31T23:59:59Z");
  CHECK(text::to_rfc822({0, 0, 0}) == "Thu, 01 Jan 1970 00:00:00 GMT");
  CHECK(text::to_rfc3339({0, 0, -210}) == "1969-12-31T20:30:00-03:30");
  CHECK(text::to_day({86399, 0, 60}) == "1970-01-02");
}

TEST_CASE("years of two digits with dashes, and weeks that a year does not have", "[text]") {
  const auto [written, day] = GENERATE(table<std::string, std::string>({
      {"25-06-18", "2025-06-18"},
      {"25-06-18 09:30", "2025-06-18"},
      {"99-12-31", "1999-12-31"},
      {"18-06-99", "1999-06-18"},  // no day 99: the day comes first
      {"18-06-2025", "2025-06-18"},
      {"18.06.25", "2025-06-18"},
      {"06-18-25", "2025-06-18"},
      {"2020-W53-5", "2021-01-01"},
      {"2026-W53-1", "2026-12-28"},
      {"2024-W52-7", "2024-12-29"},
      {"2025-W53-1", ""},
      {"2024W531", ""},
      {"2025-W52-1", "2025-12-22"},
  }));
  CAPTURE(written);
  const auto instant = text::parse_date(written);
  CHECK((instant ? text::to_day(*instant) : std::string()) == day);
}
