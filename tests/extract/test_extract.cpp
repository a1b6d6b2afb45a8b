#include "catch.hpp"
#include "extract/date_lines.hpp"
#include "extract/extract.hpp"
#include "extract/images.hpp"
#include "extract/json_ld.hpp"
#include "extract/language.hpp"
#include "extract/links.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/switcher.hpp"
#include "extract/titles.hpp"
#include "extract/words.hpp"

using namespace syndicat;
using namespace syndicat::extract;

TEST_CASE("pages, texts and other things are told apart by their bytes", "[extract]") {
  CHECK(shape_of("<!DOCTYPE html><p>x", "") == Shape::page);
  CHECK(shape_of("\n <!-- x --><HTML lang=en>", "text/plain") == Shape::page);
  CHECK(shape_of("top of page\n\nA title\n\nA sentence.", "") == Shape::text);
  CHECK(shape_of("a < b and c > d", "text/plain") == Shape::text);
  CHECK(shape_of("words", "text/html; charset=utf-8") == Shape::page);
  CHECK(shape_of("\x89PNG\r\n\x1a\n", "text/html") == Shape::other);
  CHECK(shape_of("GIF89a", "") == Shape::other);
  CHECK(shape_of("%PDF-1.7", "") == Shape::other);
  CHECK(shape_of("", "") == Shape::text);
}

TEST_CASE("a text's language is told from its letters and small words", "[extract]") {
  const auto [tag, text] = GENERATE(table<std::string, std::string>({
      {"en", "The bakers have not stopped the ovens for a single minute."},
      {"be", "Мы не спынілі печы ні на хвіліну, бо хлеб патрэбны ўсім."},
      {"ru", "Мы не остановили печи ни на минуту, потому что хлеб нужен всем."},
      {"uk", "Ми не зупинили печі ні на хвилину, бо хліб потрібен усім."},
      {"de", "Wir haben die Öfen nicht für eine Minute angehalten."},
      {"fr", "Nous n'avons pas arrêté les fours une seule minute, et c'est bien."},
      {"es", "No hemos parado los hornos ni un solo minuto, y eso es lo que más cuenta para todos."},
      {"pl", "Nie zatrzymaliśmy pieców ani na minutę, bo chleb jest potrzebny wszystkim."},
      {"it", "Non abbiamo fermato i forni nemmeno per un minuto, perché il pane serve a tutti."},
      {"pt", "Não paramos os fornos nem por um minuto, porque o pão é preciso para todos."},
      {"cs", "Nezastavili jsme pece ani na minutu, protože chléb potřebují všichni."},
      {"lt", "Mes nesustabdėme krosnių nė minutei, nes duonos reikia visiems ir visada."},
      {"sv", "Vi har inte stannat ugnarna en enda minut, för alla behöver bröd."},
      {"tr", "Fırınları bir dakika bile durdurmadık, çünkü ekmek herkes için gerekli."},
      {"el", "Δεν σταματήσαμε τους φούρνους ούτε λεπτό."},
      {"ka", "ჩვენ ღუმელები ერთი წუთითაც არ გაგვიჩერებია."},
      {"he", "לא עצרנו את התנורים אפילו לדקה."},
      {"ar", "لم نوقف الأفران ولو لدقيقة واحدة، لأن الخبز ضروري للجميع في كل يوم."},
      {"ja", "私たちは一分たりとも窯を止めませんでした。"},
      {"zh", "我们一分钟也没有停下烤炉。"},
      {"ko", "우리는 단 일 분도 오븐을 멈추지 않았습니다."},
      {"th", "เราไม่ได้หยุดเตาอบแม้แต่นาทีเดียว"},
      {"hi", "हमने एक मिनट के लिए भी भट्टियाँ बंद नहीं कीं।"},
      {"", "42"},
      {"", "Zalesny 2026"},
  }));
  CHECK(detect_language(text) == tag);
}

TEST_CASE("lines that only lead to other editions", "[extract]") {
  for (const char* line : {"Read this text in бел or рус", "Чытаць гэты тэкст на eng або рус", "EN | BE | RU",
                           "English", "Lire cet article en français ou en anglais", "Diesen Text auf Englisch lesen"}) {
    INFO(line);
    CHECK(is_switcher_line(line));
  }
  for (const char* line :
       {"The English coast was never so quiet as in that spring.", "It is to be in or on.", "Read the report",
        "Russian troops left the town on Monday, the mayor said, and took the bells."}) {
    INFO(line);
    CHECK_FALSE(is_switcher_line(line));
  }
  const auto editions =
      editions_in_line("Read this in бел (https://paper.example/be/x) or рус: https://paper.example/ru/x.");
  REQUIRE(editions.size() == 2);
  CHECK(editions[0].language == "be");
  CHECK(editions[1].url == "https://paper.example/ru/x");
}

TEST_CASE("furniture says the same in every language", "[extract]") {
  CHECK(phrase_of_line("Top of page") == Phrase::skip_link);
  CHECK(phrase_of_line("ніз старонкі") == Phrase::skip_link);
  CHECK(phrase_of_line("Lesen Sie auch:") == Phrase::pointer);
  CHECK(phrase_of_line("12 Comments") == Phrase::comments);
  CHECK(phrase_of_line("3 min read") == Phrase::reading_time);
  CHECK(phrase_of_line("返回顶部") == Phrase::skip_link);
  CHECK(phrase_of_line("The top of the page was torn") == Phrase::none);
  CHECK(phrase_at_start("Читайте также: новый договор в порту") == Phrase::pointer);
}

TEST_CASE("dates as people write them", "[extract]") {
  const auto [written, language, day] = GENERATE(table<std::string, std::string, std::string>({
      {"Published on 15 March 2026 at 10:30", "en", "2026-03-15"},
      {"March 15th, 2026", "en", "2026-03-15"},
      {"Mar 5, 2026 · 3 min", "en", "2026-03-05"},
      {"15. März 2026", "de", "2026-03-15"},
      {"den 15 mars 2026", "sv", "2026-03-15"},
      {"15 de marzo de 2026", "es", "2026-03-15"},
      {"le 1er août 2026", "fr", "2026-08-01"},
      {"15 сакавіка 2026 г.", "be", "2026-03-15"},
      {"15 марта 2026, 10:30", "ru", "2026-03-15"},
      {"15 березня 2026 р.", "uk", "2026-03-15"},
      {"15 marca 2026", "pl", "2026-03-15"},
      {"15. března 2026", "cs", "2026-03-15"},
      {"2026 m. kovo 15 d.", "lt", "2026-03-15"},
      {"2026. március 15.", "hu", "2026-03-15"},
      {"15 Mart 2026", "tr", "2026-03-15"},
      {"15 Μαρτίου 2026", "el", "2026-03-15"},
      {"15 مارس 2026", "ar", "2026-03-15"},
      {"15 במרץ 2026", "he", "2026-03-15"},
      {"2026年3月15日", "ja", "2026-03-15"},
      {"2026년 3월 15일", "ko", "2026-03-15"},
      {"15.03.2026", "de", "2026-03-15"},
      {"03/04/2026", "en", "2026-03-04"},
      {"03/04/2026", "fr", "2026-04-03"},
      {"15 listopada 2026", "pl", "2026-11-15"},
      {"15. listopada 2026.", "hr", "2026-10-15"},
      {"2026-03-15", "", "2026-03-15"},
  }));
  INFO(written);
  const auto found = find_date(written, language);
  REQUIRE(found.has_value());
  CHECK(text::to_day(found->instant) == day);
}

TEST_CASE("what is no date is none", "[extract]") {
  for (const char* text : {"version 1.2.2026.4", "31 February 2026", "March 2026", "page 12 of 15", "call 555-12-34",
                           "1.500 political prisoners"}) {
    INFO(text);
    CHECK_FALSE(find_date(text, "en").has_value());
  }
  CHECK(date_in_url("https://paper.example/2026/03/15/strike")->written == "2026/03/15");
  CHECK_FALSE(date_in_url("https://paper.example/2026/03/strike").has_value());
}

TEST_CASE("bylines give people", "[extract]") {
  const auto [byline, people] = GENERATE(table<std::string, std::vector<std::string>>({
      {"By Jane Doe", {"Jane Doe"}},
      {"By Jane Doe and Per Aas", {"Jane Doe", "Per Aas"}},
      {"Von Karla Kehr, Redakteurin", {"Karla Kehr"}},
      {"Аўтар: Аксана Ліс", {"Аксана Ліс"}},
      {"Jane Doe, PhD, Max Roe", {"Jane Doe, PhD", "Max Roe"}},
      {"Jane Doe jane@paper.example @jane", {"Jane Doe"}},
      {"https://paper.example/authors/jane", {}},
      {"Simon and Schuster", {"Simon and Schuster"}},
      {"Jane Doe | Political correspondent", {"Jane Doe"}},
      {"Staff Writer", {"Staff Writer"}},
      {"焦鹏", {"焦鹏"}},
      {"15 March 2026", {}},
  }));
  INFO(byline);
  CHECK(split_authors(byline) == people);
}

TEST_CASE("titles without the site's name", "[extract]") {
  CHECK(without_site_name("Strike in the port | Union Courier", "Union Courier", "") == "Strike in the port");
  CHECK(without_site_name("Union Courier - Strike in the port", "Union Courier", "") == "Strike in the port");
  CHECK(without_site_name("Strike in the port – paper.example", "", "www.paper.example") == "Strike in the port");
  CHECK(without_site_name("Pay - and how to get it", "Union Courier", "courier.example") == "Pay - and how to get it");
}

TEST_CASE("JSON with what templates do wrong is mended", "[extract]") {
  CHECK(mend_json("<!-- {\"a\": 1,} -->") == "{\"a\": 1}");
  CHECK(mend_json("{\"a\": \"x\ny\"};") == "{\"a\": \"x y\"}");
  CHECK(mend_json("{\"a\": \"don\\'t\"}") == "{\"a\": \"don't\"}");
}

TEST_CASE("the best candidate of a srcset", "[extract]") {
  CHECK(best_of_srcset("a.jpg 320w, b.jpg 1200w, c.jpg 640w") == "b.jpg");
  CHECK(best_of_srcset("a.jpg, b.jpg 2x") == "b.jpg");
  CHECK(best_of_srcset("data:image/gif;base64,R0lGODlhAQABAAAAACw= 1w, x,y.jpg 300w") == "x,y.jpg");
  CHECK(best_of_srcset("").empty());
}

TEST_CASE("reading length counts what is read", "[extract]") {
  CHECK(reading_length("two words") == 8);
  CHECK(reading_length("三个字") == 9);
  CHECK(count_sentence_ends("One. Two! \"Three?\" e.g. 1.5 no") == 4);
  CHECK(count_sentence_ends("一。二。") == 2);
  CHECK(count_words("three small words") == 3);
}

TEST_CASE("what holds no article says so", "[extract]") {
  CHECK_FALSE(article("", {}).has_value());
  CHECK(article("\x89PNG\r\n\x1a\nxxxx", {}).error().cause == Cause::unreadable);
  CHECK(article_from_text("", {}).error().cause == Cause::nothing_usable);
  const auto* drawn =
      "<title>Ferry stays</title><div id=app></div><script>window.state={\"words\":{\"a\":\"b\"}}</script>";
  CHECK(article(drawn, {}).error().cause == Cause::nothing_usable);
  CHECK(article_from_text("GIF89a", {}).error().cause == Cause::unreadable);
}

TEST_CASE("links lose what only counts readers, and nothing else", "[extract]") {
  const auto [written, cleaned] = GENERATE(table<std::string, std::string>({
      {"https://paper.example/a?utm_source=x&id=7&fbclid=1#top", "https://paper.example/a?id=7#top"},
      {"https://paper.example/a?mibextid=1", "https://paper.example/a"},
      {"https://paper.example/a?b=1;utm_medium=2;c=3", "https://paper.example/a?b=1;c=3"},
      {"https://paper.example/a?gad_source=1&wt_mc=2&_branch_match_id=3&ns_campaign=4&__cft__[0]=5&q=6",
       "https://paper.example/a?q=6"},
      // What may say where the page is stays.
      {"https://paper.example/a?source=rss&ref=b&campaign=c&id=d&s=e&si=f",
       "https://paper.example/a?source=rss&ref=b&campaign=c&id=d&s=e&si=f"},
      {"https://paper.example/a?", "https://paper.example/a"},
      {"https://paper.example/utm_source=1", "https://paper.example/utm_source=1"},
      {"", ""},
      {"https://paper.example/a#utm_source=rss&utm_medium=feed", "https://paper.example/a"},
      {"https://paper.example/a?CMP=share_btn_tw&id=3", "https://paper.example/a?id=3"},
      {"https://paper.example/a#xtor=RSS-3&t=90", "https://paper.example/a#t=90"},
      {"https://paper.example/a#:~:text=ferry", "https://paper.example/a#:~:text=ferry"},
      {"https://paper.example/a#utm_notes", "https://paper.example/a#utm_notes"},
  }));
  CAPTURE(written);
  CHECK(extract::without_tracking(written) == cleaned);
}
