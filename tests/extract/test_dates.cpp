// Dates as they stand in date lines all over the world; those of the largest languages are in test_extract.cpp.

#include "catch.hpp"
#include "extract/calendars.hpp"
#include "extract/date_lines.hpp"
#include "text/date.hpp"

using namespace syndicat;
using namespace syndicat::extract;

TEST_CASE("months have names in many languages", "[extract]") {
  const auto [language, written] = GENERATE(table<std::string, std::string>({
      {"de", "Mo., 3. Feb. 2020"},     {"fr", "le 3 févr. 2020 à 14h05"},
      {"de", "03 | 02 | 2020"},        {"es", "3 de feb. de 2020"},
      {"en", "03-Feb-2020 14:05 IST"}, {"pl", "3.II.2020"},
      {"hu", "2020. II. 3."},          {"th", "3 ก.พ. 2020"},
      {"ar", "3 شباط/فبراير 2020"},    {"zh", "二〇二〇年二月三日"},
      {"mr", "3 फेब्रुवारी 2020"},        {"ta", "3 பிப்ரவரி 2020"},
      {"te", "3 ఫిబ్రవరి 2020"},          {"ml", "3 ഫെബ്രുവരി 2020"},
      {"gu", "3 ફેબ્રુઆરી 2020"},         {"pa", "3 ਫਰਵਰੀ 2020"},
      {"kn", "3 ಫೆಬ್ರವರಿ 2020"},          {"si", "2020 පෙබරවාරි 3"},
      {"my", "၃ ဖေဖော်ဝါရီ ၂၀၂၀"},       {"km", "៣ កុម្ភៈ ២០២០"},
      {"am", "3 ፌብሩወሪ 2020"},          {"vi", "ngày 3 tháng 2 năm 2020"},
      {"az", "3 fevral 2020"},         {"tg", "3 феврали 2020"},
      {"sq", "3 Shkurt 2020"},         {"lv", "2020. gada 3. februāris"},
      {"is", "3. febrúar 2020"},       {"cy", "3 Chwefror 2020"},
      {"eu", "2020ko otsailaren 3a"},  {"gl", "3 de febreiro de 2020"},
      {"mt", "3 ta' Frar 2020"},       {"mn", "2020 оны 2 сарын 3"},
      {"tl", "Pebrero 3, 2020"},       {"eo", "3-a de februaro 2020"},
      {"ka", "3 თებერვალი, 2020"},     {"hy", "03 փետրվարի, 2020"},
      {"bn", "৩ ফেব্রুয়ারি ২০২০"},
  }));
  INFO(written);
  const auto found = find_date(written, language);
  REQUIRE(found.has_value());
  CHECK(text::to_day(found->instant) == "2020-02-03");
}

TEST_CASE("other calendars give the same day", "[extract]") {
  const auto [language, written, day] = GENERATE(table<std::string, std::string, std::string>({
      {"th", "3 กุมภาพันธ์ 2563", "2020-02-03"},
      {"th", "3 ก.พ. 63", "2020-02-03"},
      {"th", "03/02/2563", "2020-02-03"},
      {"fa", "دوشنبه ۱۴ بهمن ۱۳۹۸", "2020-02-03"},
      {"fa", "۱ فروردین ۱۴۰۰", "2021-03-21"},
      {"fa", "۳۰ اسفند ۱۳۹۹", "2021-03-20"},
      {"ja", "令和2年2月3日", "2020-02-03"},
      {"ja", "平成31年4月30日", "2019-04-30"},
      {"zh-TW", "民國109年2月3日", "2020-02-03"},
  }));
  INFO(written);
  const auto found = find_date(written, language);
  REQUIRE(found.has_value());
  CHECK(text::to_day(found->instant) == day);
  CHECK(text::to_day(read_date("1398/11/14", "fa")->instant) == "2020-02-03");
  CHECK_FALSE(from_solar_year(1400, 12, 30).has_value());  // no leap year
  CHECK_FALSE(find_date("3 กุมภาพันธ์ 2463", "th").has_value());
}

TEST_CASE("the half of the day may stand before the hour", "[extract]") {
  CHECK(text::to_rfc3339(find_date("2020년 2월 3일 오후 2:05", "ko")->instant) == "2020-02-03T14:05:00Z");
  CHECK(text::to_rfc3339(find_date("2020年2月3日 下午2:05", "zh")->instant) == "2020-02-03T14:05:00Z");
}

TEST_CASE("a zone behind the time of day counts, by its name and the day", "[extract]") {
  const auto [written, instant] = GENERATE(table<std::string, std::string>({
      {"Mar 05, 2024, 10:30 ET", "2024-03-05T10:30:00-05:00"},
      {"July 5, 2024 10:30 PM PT", "2024-07-05T22:30:00-07:00"},
      {"March 5, 2024 at 10:30 p.m. EDT", "2024-03-05T22:30:00-04:00"},
      {"5 марта 2024, 10:30 МСК", "2024-03-05T10:30:00+03:00"},
      {"5 March 2024, 10:30 (GMT+3)", "2024-03-05T10:30:00+03:00"},
      {"Nov 3, 2024, 1:30 AM ET", "2024-11-03T01:30:00-04:00"},
      {"Nov 3, 2024, 3:30 AM ET", "2024-11-03T03:30:00-05:00"},
      {"March 20, 2006, 3:30 AM ET", "2006-03-20T03:30:00-05:00"},
      {"5 mars 2024 à 10h30 et", "2024-03-05T10:30:00Z"},
  }));
  INFO(written);
  const auto found = find_date(written, {});
  REQUIRE(found.has_value());
  CHECK(text::to_rfc3339(found->instant) == instant);
}

TEST_CASE("numbers between words that look like months are no date", "[extract]") {
  for (const char* words : {"12 May flowers 2020", "Henry VIII 3 2020", "Figure 3.II.4", "3 mehr 1398 books"}) {
    INFO(words);
    CHECK_FALSE(find_date(words, "en").has_value());
  }
}

TEST_CASE("what tells whether a day stands first", "[extract]") {
  CHECK(puts_day_first("25/12/2025") == true);
  CHECK(puts_day_first("seen on 12/25/2025 at noon") == false);
  CHECK_FALSE(puts_day_first("03/04/2026").has_value());
  CHECK_FALSE(puts_day_first("24/7 and 2026/12/25").has_value());
  CHECK_FALSE(puts_day_first("pages 1/2").has_value());
}

TEST_CASE("numbers between bars are pages where no year stands there", "[extract]") {
  CHECK_FALSE(find_date("10 | 11 | 12", "en").has_value());
}
