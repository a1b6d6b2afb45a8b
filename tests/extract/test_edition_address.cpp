#include "catch.hpp"
#include "extract/edition_address.hpp"

using namespace syndicat::extract;

TEST_CASE("addresses of editions name a language where the page's own names another", "[extract]") {
  const auto [own, other, language, both] = GENERATE(table<std::string, std::string, std::string, bool>({
      {"https://paper.example/en/story", "https://paper.example/be/story", "be", true},
      {"https://paper.example/news/en/story/", "https://paper.example/news/ru/story", "ru", true},
      {"https://paper.example/en/story", "https://www.paper.example/pt-br/story", "pt-BR", true},
      {"https://paper.example/story/en", "https://paper.example/story/ua", "uk", true},
      {"https://paper.example/story?lang=en", "https://paper.example/story?lang=be", "be", true},
      {"https://paper.example/story?id=7", "https://paper.example/story?id=7&lang=ru", "ru", true},
      {"https://paper.example/story?lang=en&id=7", "https://paper.example/story?id=7&lang=ru", "ru", true},
      {"https://en.paper.example/story", "https://be.paper.example/story", "be", true},
      {"https://paper.example/story", "https://ru.paper.example/story", "ru", false},
      {"https://paper.example/story", "https://paper.example/ru/story", "ru", false},
      // Other articles, other places, the same place.
      {"https://paper.example/en/story", "https://paper.example/be/other", "", false},
      {"https://paper.example/en/story", "https://paper.example/be/", "", false},
      {"https://paper.example/en/story", "https://paper.example/en/story", "", false},
      {"https://paper.example/world/story", "https://paper.example/be/story", "", false},
      {"https://paper.example/en/story", "https://paper.example/sport/story", "", false},
      {"https://paper.example/en/story", "https://elsewhere.example/be/story", "", false},
      {"https://paper.example/story?lang=en", "https://paper.example/story?lang=en", "", false},
      {"https://paper.example/story?id=7", "https://paper.example/story?id=8&lang=ru", "", false},
      {"https://paper.example/story", "https://paper.example/story?lang=1", "", false},
      {"https://sport.paper.example/story", "https://be.paper.example/story", "", false},
      {"", "https://paper.example/be/story", "", false},
  }));
  CAPTURE(own, other);
  const auto found = edition_address(own, other);
  CHECK(found.language == language);
  if (!language.empty()) CHECK(found.both_named == both);
}

TEST_CASE("front pages are no editions of an article", "[extract]") {
  for (const auto* address : {"https://paper.example", "https://paper.example/", "https://paper.example/be/",
                              "https://paper.example/en-gb", "https://paper.example/?lang=be"}) {
    CAPTURE(address);
    CHECK(is_front_page(address));
  }
  for (const auto* address :
       {"https://paper.example/story", "https://paper.example/be/story", "https://paper.example/?id=7"}) {
    CAPTURE(address);
    CHECK_FALSE(is_front_page(address));
  }
}
