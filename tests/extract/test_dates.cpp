// Dates as they stand in date lines all over the world; those of the largest languages are in test_extract.cpp.

#include "catch.hpp"
#include "extract/calendars.hpp"
#include "extract/date_lines.hpp"
#include "extract/date_statements.hpp"
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

TEST_CASE("a line of dates says which is the first and which is that of a change", "[extract]") {
  const auto [language, line, published, modified] =
      GENERATE(table<std::string, std::string, std::string, std::string>({
          // clang-format off
      {"en", "Published 3 May 2024, updated 5 May 2024", "2024-05-03", "2024-05-05"},
      {"en", "Published: May 3, 2024 | Last updated: May 5, 2024", "2024-05-03", "2024-05-05"},
      {"en", "May 3, 2024 (updated May 5, 2024)", "2024-05-03", "2024-05-05"},
      {"en", "Updated May 5, 2024; first published May 3, 2024", "2024-05-03", "2024-05-05"},
      {"en", "Posted May 3, 2024 at 10:20 am, Updated May 5, 2024 at 9:01 pm", "2024-05-03", "2024-05-05"},
      {"de", "Veröffentlicht am 3. Mai 2024, aktualisiert am 5. Mai 2024", "2024-05-03", "2024-05-05"},
      {"de", "03.05.2024, 10:20 Uhr, aktualisiert 05.05.2024, 11:00 Uhr", "2024-05-03", "2024-05-05"},
      {"de", "Erstellt: 03.05.2024 Letzte Änderung: 05.05.2024", "2024-05-03", "2024-05-05"},
      {"fr", "Publié le 3 mai 2024 à 10h20, mis à jour le 5 mai 2024 à 11h00", "2024-05-03", "2024-05-05"},
      {"fr", "Publié le 03/05/2024 à 10:20 - Mis à jour le 05/05/2024 à 11:00", "2024-05-03", "2024-05-05"},
      {"es", "Publicado el 3 de mayo de 2024. Actualizado el 5 de mayo de 2024", "2024-05-03", "2024-05-05"},
      {"es", "03 may 2024 - 10:20 CEST Actualizado: 05 may 2024 - 11:00", "2024-05-03", "2024-05-05"},
      {"it", "Pubblicato il 3 maggio 2024 - Ultimo aggiornamento 5 maggio 2024", "2024-05-03", "2024-05-05"},
      {"pt", "Publicado em 3 de maio de 2024, atualizado em 5 de maio de 2024", "2024-05-03", "2024-05-05"},
      {"nl", "Gepubliceerd op 3 mei 2024, bijgewerkt op 5 mei 2024", "2024-05-03", "2024-05-05"},
      {"nl", "3 mei 2024 Laatste update: 5 mei 2024", "2024-05-03", "2024-05-05"},
      {"pl", "Opublikowano: 3 maja 2024, aktualizacja: 5 maja 2024", "2024-05-03", "2024-05-05"},
      {"pl", "3 maja 2024, ostatnia zmiana 5 maja 2024", "2024-05-03", "2024-05-05"},
      {"cs", "Publikováno 3. května 2024, aktualizováno 5. května 2024", "2024-05-03", "2024-05-05"},
      {"cs", "3. 5. 2024 aktualizováno 5. 5. 2024", "2024-05-03", "2024-05-05"},
      {"sk", "Publikované 3. mája 2024, aktualizované 5. mája 2024", "2024-05-03", "2024-05-05"},
      {"sv", "Publicerad 3 maj 2024, uppdaterad 5 maj 2024", "2024-05-03", "2024-05-05"},
      {"sv", "Publicerad: 2024-05-03 10.20 Uppdaterad: 2024-05-05 11.00", "2024-05-03", "2024-05-05"},
      {"da", "Offentliggjort 3. maj 2024, opdateret 5. maj 2024", "2024-05-03", "2024-05-05"},
      {"no", "Publisert 3. mai 2024, oppdatert 5. mai 2024", "2024-05-03", "2024-05-05"},
      {"nb", "Publisert: 03.05.2024 Sist endret: 05.05.2024", "2024-05-03", "2024-05-05"},
      {"fi", "Julkaistu 3.5.2024, päivitetty 5.5.2024", "2024-05-03", "2024-05-05"},
      {"fi", "Julkaistu 3. toukokuuta 2024, päivitetty 5. toukokuuta 2024", "2024-05-03", "2024-05-05"},
      {"hu", "Megjelent: 2024. május 3., frissítve: 2024. május 5.", "2024-05-03", "2024-05-05"},
      {"hu", "2024. 05. 03. 10:20, frissítve: 2024. 05. 05. 11:00", "2024-05-03", "2024-05-05"},
      {"ro", "Publicat la 3 mai 2024, actualizat la 5 mai 2024", "2024-05-03", "2024-05-05"},
      {"tr", "Yayınlanma: 3 Mayıs 2024 Güncelleme: 5 Mayıs 2024", "2024-05-03", "2024-05-05"},
      {"tr", "Giriş Tarihi: 03.05.2024 10:20 Son Güncelleme: 05.05.2024 11:00", "2024-05-03", "2024-05-05"},
      {"el", "Δημοσιεύτηκε 3 Μαΐου 2024, ενημερώθηκε 5 Μαΐου 2024", "2024-05-03", "2024-05-05"},
      {"el", "Δημοσίευση: 03/05/2024 Ενημέρωση: 05/05/2024", "2024-05-03", "2024-05-05"},
      {"ru", "Опубликовано 3 мая 2024, обновлено 5 мая 2024", "2024-05-03", "2024-05-05"},
      {"ru", "3 мая 2024, 10:20 Обновлено: 5 мая 2024, 11:00", "2024-05-03", "2024-05-05"},
      {"uk", "Опубліковано 3 травня 2024, оновлено 5 травня 2024", "2024-05-03", "2024-05-05"},
      {"be", "Апублікавана 3 мая 2024, абноўлена 5 мая 2024", "2024-05-03", "2024-05-05"},
      {"bg", "Публикувано на 3 май 2024, обновено на 5 май 2024", "2024-05-03", "2024-05-05"},
      {"sr", "Објављено 3. маја 2024, ажурирано 5. маја 2024", "2024-05-03", "2024-05-05"},
      {"hr", "Objavljeno 3. svibnja 2024., ažurirano 5. svibnja 2024.", "2024-05-03", "2024-05-05"},
      {"sl", "Objavljeno 3. maja 2024, posodobljeno 5. maja 2024", "2024-05-03", "2024-05-05"},
      {"lt", "Paskelbta 2024 m. gegužės 3 d., atnaujinta 2024 m. gegužės 5 d.", "2024-05-03", "2024-05-05"},
      {"lv", "Publicēts 2024. gada 3. maijā, atjaunināts 2024. gada 5. maijā", "2024-05-03", "2024-05-05"},
      {"et", "Avaldatud 3. mai 2024, uuendatud 5. mai 2024", "2024-05-03", "2024-05-05"},
      {"ar", "نشر في 3 مايو 2024، آخر تحديث 5 مايو 2024", "2024-05-03", "2024-05-05"},
      {"fa", "انتشار ۱۴ اردیبهشت ۱۴۰۳، به‌روزرسانی ۱۶ اردیبهشت ۱۴۰۳", "2024-05-03", "2024-05-05"},
      {"he", "פורסם 3 במאי 2024, עודכן 5 במאי 2024", "2024-05-03", "2024-05-05"},
      {"hi", "प्रकाशित 3 मई 2024, अपडेट 5 मई 2024", "2024-05-03", "2024-05-05"},
      {"th", "เผยแพร่ 3 พ.ค. 2567 ปรับปรุงล่าสุด 5 พ.ค. 2567", "2024-05-03", "2024-05-05"},
      {"vi", "Đăng ngày 3 tháng 5 năm 2024, cập nhật 5 tháng 5 năm 2024", "2024-05-03", "2024-05-05"},
      {"id", "Diterbitkan 3 Mei 2024, diperbarui 5 Mei 2024", "2024-05-03", "2024-05-05"},
      {"zh", "发布于2024年5月3日 更新于2024年5月5日", "2024-05-03", "2024-05-05"},
      {"zh", "發佈時間：2024/05/03 10:20 更新時間：2024/05/05 11:00", "2024-05-03", "2024-05-05"},
      {"ja", "2024年5月3日 10時20分 更新：2024年5月5日 11時00分", "2024-05-03", "2024-05-05"},
      {"ja", "公開：2024年5月3日 最終更新：2024年5月5日", "2024-05-03", "2024-05-05"},
      {"ko", "입력 2024.05.03 10:20 수정 2024.05.05 11:00", "2024-05-03", "2024-05-05"},
      {"ca", "Publicat el 3 de maig de 2024, actualitzat el 5 de maig de 2024", "2024-05-03", "2024-05-05"},
      {"en", "The fair of 3 to 5 May 2024", "2024-05-05", ""},
      {"en", "Open from 3 May 2024 to 5 June 2024", "2024-05-03", ""},
          // clang-format on
      }));
  INFO(line);
  std::string first, changed;
  for (const auto& one : date_statements(line, language)) {
    auto& day = one.of_change ? changed : first;
    if (day.empty()) day = text::to_rfc3339(one.date.instant).substr(0, 10);
  }
  CHECK(first == published);
  CHECK(changed == modified);
}
