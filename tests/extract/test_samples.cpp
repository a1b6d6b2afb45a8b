// The newsroom of samples/: each article as a page and as a text, in three languages.

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "text/date.hpp"

using namespace syndicat;

namespace {

std::string sample(const std::string& name) {
  std::ifstream file(std::filesystem::path(SYNDICAT_SOURCE_DIR) / "samples" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Row {
  const char* language;
  const char* title;
  const char* first_words;
};

bool holds(const std::string& html, std::string_view words) { return html.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("an article without date and author gets none, and no furniture", "[extract]") {
  const auto [language, title, first_words] =
      GENERATE(Row{"en", "Night bakers in Zalesny win back their staff bus", "<p>After eleven days"},
               Row{"be", "Начныя пекары Залеснага вярнулі сабе службовы аўтобус", "<p>Пасля адзінаццаці дзён"},
               Row{"ru", "Ночные пекари Залесного вернули себе служебный автобус", "<p>После одиннадцати дней"});
  const std::string name = std::string("night-bus.") + language;
  const auto page = extract::article(sample(name + ".html"), {});
  const auto text = extract::article_from_text(sample(name + ".txt"), {});
  REQUIRE(page.has_value());
  REQUIRE(text.has_value());
  for (const auto* item : {&*page, &*text}) {
    CHECK(item->title.value == title);
    CHECK(item->language == language);
    CHECK(item->direction == "ltr");
    CHECK(item->authors.empty());
    CHECK_FALSE(item->published.has_value());
    CHECK(item->content_html.starts_with(first_words));
    CHECK(holds(item->content_html, "<ul>"));
    for (const char* furniture :
         {"top of page", "bottom of page", "верх ст", "ніз ст", "низ ст", "Facebook", "Read this text", "гэты тэкст",
          "этот текст", "cookie", "кукі", "куки", "Sunday market", "кірмаш", "ярмарк"}) {
      INFO(furniture);
      CHECK_FALSE(holds(item->content_html, furniture));
    }
  }
  CHECK(page->translations.size() == 2);
  CHECK(text->translations.empty());  // the line names the editions but not where they are
  CHECK(holds(page->content_html, "<figcaption>"));
}

TEST_CASE("an article with JSON-LD has its date with the zone, its author and its editions", "[extract]") {
  const auto [language, author, title] =
      GENERATE(Row{"en", "Aksana Lis", "Dockers hold a Sunday market for dismissed tram drivers"},
               Row{"be", "Аксана Ліс", "Докеры наладзілі нядзельны кірмаш дзеля звольненых вагонаважатых"},
               Row{"ru", "Оксана Лис", "Докеры устроили воскресную ярмарку ради уволенных вагоновожатых"});
  const auto item = extract::article(sample(std::string("sunday-market.") + language + ".html"), {});
  REQUIRE(item.has_value());
  CHECK(item->title.value == title);
  CHECK(item->language == language);
  REQUIRE(item->authors.size() == 1);
  CHECK(item->authors[0].name == author);
  REQUIRE(item->published.has_value());
  CHECK(text::to_rfc3339(*item->published->instant) == "2026-03-15T10:30:00+03:00");
  REQUIRE(item->modified.has_value());
  CHECK(text::to_rfc3339(*item->modified->instant) == "2026-03-16T08:05:00+03:00");
  CHECK(item->image.url == "https://www.courier.example/media/sunday-market.jpg");
  CHECK(holds(item->content_html, "<blockquote>"));
  CHECK_FALSE(holds(item->content_html, "2026"));
  REQUIRE(item->translations.size() == 2);
  for (const auto& edition : item->translations) CHECK(edition.language != language);
}
