#include "catch.hpp"
#include "html/xpath.hpp"

using namespace syndicat;

namespace {

const char* const kPage =
    "<!doctype html><title>T</title><!-- top --><div id=a class='x y'><p>one <b>two</b><p>three<a href=/z>four</a></div>"
    "<svg><g id=g/></svg><ul><li>1<li>2<li>3</ul>";

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out.append(out.empty() ? "" : "|").append(text);
  return out;
}

}  // namespace

TEST_CASE("XPath finds nodes and texts of a page", "[html]") {
  const auto page = html::parse(kPage);
  const html::XPath xpath(page);
  const auto [expression, texts] = GENERATE(table<std::string, std::string>({
      {"//title", "T"},
      {"/html/body/div/p", "one two|threefour"},
      {"//a/@href", "/z"},
      {"//p[2]/text()", "three"},
      {"//*[@id='g']", ""},
      {"//li[position() > 1]", "2|3"},
      {"//li[last()] | //b", "two|3"},
      {"//div[contains(@class, 'y')]//b", "two"},
      {"//comment()", " top "},
      {"//p[a]", "threefour"},
      {"//DIV", ""},
  }));
  CAPTURE(expression);
  const auto found = xpath.find_texts(expression);
  REQUIRE(found);
  CHECK(joined(*found) == texts);
}

TEST_CASE("XPath gives the page's own nodes and starts at any of them", "[html]") {
  const auto page = html::parse(kPage);
  const html::XPath xpath(page);
  const auto items = xpath.find_all("//li");
  REQUIRE(items);
  CHECK(*items == page.root().find_all("li"));
  CHECK(xpath.find_all("p/b", page.body().find("#a"))->front().is("b"));
  CHECK(xpath.find_all("b", page.body())->empty());
  CHECK(xpath.find_all("//@id")->size() == 2);
  CHECK(*xpath.evaluate("count(//li)") == "3");
  CHECK(*xpath.evaluate("string(//b)") == "two");
}

TEST_CASE("what is no XPath is refused, and what would never end", "[html]") {
  const auto page = html::parse(kPage);
  const html::XPath xpath(page);
  for (const char* expression : {"", "//", "//p[", "p)", "unknown()", "$x", "1", "'a'", "count(//p)", "x:p"}) {
    CAPTURE(expression);
    const auto found = xpath.find_all(expression);
    REQUIRE_FALSE(found);
    CHECK(found.error().cause == Cause::misuse);
  }
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "<p>";
  const auto many = html::parse(text);
  CHECK_FALSE(html::XPath(many).find_all("//p[count(//p[count(//p) > 1]) > 1]"));
}
