#include "catch.hpp"
#include "extract/page_number.hpp"

using namespace syndicat::extract;

TEST_CASE("which page of an article an address stands for", "[extract]") {
  const auto [first, address, number, form] = GENERATE(table<std::string, std::string, unsigned, NumberForm>({
      {"https://paper.example/story", "https://paper.example/story?page=2", 2, NumberForm::worded},
      {"https://paper.example/story?id=7", "https://paper.example/story?page=3&id=7", 3, NumberForm::worded},
      {"https://paper.example/story?page=1", "https://paper.example/story?page=2", 2, NumberForm::worded},
      {"https://paper.example/story/", "https://www.paper.example/story/2/", 2, NumberForm::alone},
      {"https://paper.example/story", "http://paper.example/story/2#top", 2, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story/page/2", 2, NumberForm::worded},
      {"https://paper.example/story.html", "https://paper.example/story-2.html", 2, NumberForm::doubtful},
      {"https://paper.example/story.html", "https://paper.example/story_2.html", 2, NumberForm::alone},
      {"https://paper.example/story.html", "https://paper.example/story-page-2.html", 2, NumberForm::worded},
      {"https://paper.example/story.html", "https://paper.example/story.html/2", 2, NumberForm::alone},
      {"https://paper.example/story.php", "https://paper.example/story.php?seite=2", 2, NumberForm::worded},
      {"https://paper.example/story,seite-1.html", "https://paper.example/story,seite-2.html", 2, NumberForm::worded},
      {"https://paper.example/story/page/2", "https://paper.example/story/page/3", 3, NumberForm::worded},
      {"https://paper.example/story/index.html", "https://paper.example/story/index2.html", 2, NumberForm::doubtful},
      {"https://paper.example/story/index.html", "https://paper.example/story/2.html", 2, NumberForm::alone},
      {"https://paper.example/навіна", "https://paper.example/навіна/старонка/2", 2, NumberForm::worded},
      {"https://paper.example/новость", "https://paper.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?стр=2", 2,
       NumberForm::worded},
      {"https://paper.example/story?utm_source=x", "https://paper.example/story?page=2", 2, NumberForm::worded},
      {"https://paper.example/long_1.html", "https://paper.example/long_2.html", 2, NumberForm::alone},
      {"https://paper.example/long-01", "https://paper.example/long-02", 2, NumberForm::alone},
      {"https://paper.example/day-7.html", "https://paper.example/day-8.html", 0, NumberForm::alone},
      {"https://paper.example/news/1", "https://paper.example/news/2", 0, NumberForm::alone},
      // Other articles, other lists, other hosts.
      {"https://paper.example/story", "https://paper.example/other", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/other/2", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story-of-2", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story2", 0, NumberForm::alone},
      {"https://paper.example/news/123", "https://paper.example/news/124", 0, NumberForm::alone},
      {"https://paper.example/story", "https://elsewhere.example/story?page=2", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story?comments=2", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story/comment-page-2", 0, NumberForm::alone},
      {"https://paper.example/story?id=7", "https://paper.example/story?id=8&page=2", 0, NumberForm::alone},
      {"https://paper.example/?p=123", "https://paper.example/?p=124", 0, NumberForm::alone},
      {"https://paper.example/", "https://paper.example/?page=2", 0, NumberForm::alone},
      {"https://paper.example/", "https://paper.example/page/2", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story/2026", 0, NumberForm::alone},
      {"https://paper.example/story", "https://paper.example/story?page=99999999999", 0, NumberForm::alone},
  }));
  CAPTURE(first, address);
  const auto found = page_number(first, address);
  CHECK(found.number == number);
  if (number > 0) CHECK(found.form == form);
}

TEST_CASE("the number that an article's own address has", "[extract]") {
  const auto [address, number] = GENERATE(table<std::string, unsigned>({
      {"https://paper.example/story", 1},
      {"https://paper.example/story?page=3", 3},
      {"https://paper.example/story/seite/2/", 2},
      {"https://paper.example/news/123", 1},
      {"https://paper.example/?p=123", 1},
  }));
  CAPTURE(address);
  CHECK(own_page_number(address) == number);
}
