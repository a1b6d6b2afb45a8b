// The parts that the transcripts of the command line do not reach: names of files, orders, the limits of a pattern.

#include "catch.hpp"
#include "feeds/difference.hpp"
#include "feeds/merge.hpp"
#include "feeds/pattern.hpp"
#include "feeds/report.hpp"
#include "feeds/safe.hpp"
#include "feeds/select.hpp"
#include "feeds/split.hpp"

using namespace syndicat;
using namespace syndicat::feeds;

namespace {

model::Item item_of(std::string id, std::string title, std::string date = {}) {
  model::Item item;
  item.id = std::move(id);
  item.title.value = std::move(title);
  if (!date.empty()) item.published = model::Date{text::parse_date(date), date};
  return item;
}

std::string ids_of(const std::vector<model::Item>& items) {
  std::string ids;
  for (const auto& item : items) ids += item.id;
  return ids;
}

}  // namespace

TEST_CASE("a tag becomes a word that is safe in a name of a file", "[feeds]") {
  // clang-format off
  const auto [tag, word] = GENERATE(table<std::string, std::string>({
      {"Trade unions", "trade-unions"},
      {"../../etc/passwd", "etc-passwd"},
      {"..", ""},
      {"", ""},
      {"/", ""},
      {"a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"},
      {".hidden", "hidden"},
      {"-rf", "rf"},
      {"C++", "c"},
      {"v1.2", "v1.2"},
      {"a\nb\tc", "a-b-c"},
      {"Прафсаюз", "прафсаюз"},
      {"Ёлка Ґанак ÉTÉ ΩΜΕΓΑ Žurnál Łódź", "ёлка-ґанак-été-ωμεγα-žurnál-łódź"},
      {"b\u202Egnp.exe", "b-gnp.exe"},       // turns the direction of what follows
      {"zero\u200Bwidth", "zero-width"},
      {"bad\xFFutf", "bad-utf"},
  }));
  // clang-format on
  CHECK(file_word(tag) == word);
}

TEST_CASE("a long tag is cut, and stays its own", "[feeds]") {
  model::Feed feed;
  feed.id = "urn:x:feed";
  for (const char* end : {"one", "two"}) {
    feed.items.push_back(item_of(end, end));
    feed.items.back().categories.push_back({std::string(300, 'x') + end, "", ""});
  }
  const auto parts = split(feed, By::tag);
  REQUIRE(parts);
  REQUIRE(parts->size() == 2);
  CHECK((*parts)[0].file_word != (*parts)[1].file_word);
  CHECK((*parts)[0].file_word.size() < 100);
  CHECK((*parts)[0].feed.id == "urn:x:feed#" + (*parts)[0].file_word);
}

TEST_CASE("sorting is stable, and what has no date comes last", "[feeds]") {
  const std::vector<model::Item> items = {item_of("a", "z"), item_of("b", "Y", "2026-06-01"),
                                          item_of("c", "x", "2026-06-03"), item_of("d", "y", "2026-06-01"),
                                          item_of("e", "w")};
  // clang-format off
  const auto [name, wanted] = GENERATE(table<std::string, std::string>({
      {"newest", "cbdae"}, {"oldest", "bdcae"}, {"title", "ecbda"}, {"none", "abcde"}}));
  auto sorted = items;
  sort(sorted, order_of(name));
  CHECK(ids_of(sorted) == wanted);
}

TEST_CASE("since: a date, or a length of time back", "[feeds]") {
  const text::Instant now{.seconds = 1'781'775'000, .nanoseconds = 0, .offset_minutes = 0};  // 2026-06-18T09:30:00Z
  const auto [written, seconds] = GENERATE(table<std::string, std::int64_t>({
      {"7d", -604'800}, {"1.5h", -5400}, {"90s", -90}, {"2w", -1'209'600}, {"10m", -600}, {"2026-06-18T09:00:00Z", -1800}, {"2026-06-18", -34'200}}));
  const auto since = parse_since(written, now);
  REQUIRE(since);
  CHECK(since->seconds - now.seconds == seconds);
  CHECK_FALSE(parse_since("7", now));
  CHECK_FALSE(parse_since("d", now));
  CHECK_FALSE(parse_since("-7d", now));
  CHECK_FALSE(parse_since("", now));
}

TEST_CASE("patterns: Unicode, bytes that are no text, and no end of tries", "[feeds]") {
  const auto found = [](const char* pattern, std::string_view text) {
    const auto compiled = Pattern::compile(pattern);
    REQUIRE(compiled);
    const auto result = compiled->found_in(text);
    REQUIRE(result);
    return *result;
  };
  // clang-format on
  CHECK(found("(?i)прафсаюз", "ПРАФСАЮЗЫ"));
  CHECK(found("^.$", "é"));
  CHECK(found("\\bunion\\b", "the union."));
  CHECK_FALSE(found("Union", "the union."));
  CHECK(found("", ""));
  CHECK(found("b$", "\xFF\xFE b"));
  CHECK(found("(a)(b)(c)", "abc"));

  CHECK_FALSE(Pattern::compile("(").has_value());
  CHECK_FALSE(Pattern::compile("\\C").has_value());
  CHECK_FALSE(Pattern::compile(std::string(100'000, 'a')).has_value());
  CHECK_FALSE(Pattern::compile("(((a{1000}){1000}){1000})").has_value());
  const auto endless = Pattern::compile("^(\\w+\\s?)*$");
  REQUIRE(endless);
  const auto result = endless->found_in(std::string(5000, 'a') + "!");
  REQUIRE_FALSE(result);
  CHECK(result.error().cause == Cause::misuse);
}

TEST_CASE("merging: what changed last stays, at the place of the first", "[feeds]") {
  model::Feed a, b;
  a.home_page_url = "https://a.example/";
  b.home_page_url = "https://b.example/";
  a.items = {item_of("https://x.example/1", "first", "2026-06-01"), item_of("https://x.example/2", "two")};
  b.items = {item_of("https://x.example/1", "second", "2026-06-02"), item_of("https://x.example/2", "two again")};
  auto merged = merge({a, b});
  REQUIRE(merged);
  REQUIRE(merged->feed.items.size() == 2);
  CHECK(merged->feed.items[0].title.value == "second");
  CHECK(merged->feed.items[0].source->id == "https://b.example/");
  CHECK(merged->feed.items[1].title.value == "two");

  // The same feeds in another order have the same id together.
  const auto turned = merge({b, a});
  REQUIRE(turned);
  CHECK(turned->instead.id == merged->instead.id);
  fill_in(*merged);
  CHECK(merged->feed.home_page_url == "https://a.example/");
}

TEST_CASE("comparing sees every field of an item", "[feeds]") {
  const auto change = GENERATE(values<void (*)(model::Item&)>({
      [](model::Item& item) { item.title.value = "other"; },
      [](model::Item& item) { item.content_html = "<p>x</p>"; },
      [](model::Item& item) { item.content_text = "x"; },
      [](model::Item& item) { item.summary.value = "x"; },
      [](model::Item& item) { item.url = "https://n.example/x"; },
      [](model::Item& item) { item.external_url = "https://n.example/x"; },
      [](model::Item& item) { item.image.url = "https://n.example/x"; },
      [](model::Item& item) { item.image.caption = "x"; },
      [](model::Item& item) { item.banner_image.url = "https://n.example/x"; },
      [](model::Item& item) {
        item.modified = model::Date{std::nullopt, "x"};
      },
      [](model::Item& item) {
        item.authors = {{"Ann", "", "", ""}};
      },
      [](model::Item& item) {
        item.contributors = {{"Ann", "", "", ""}};
      },
      [](model::Item& item) {
        item.categories = {{"x", "", ""}};
      },
      [](model::Item& item) { item.language = "be"; },
      [](model::Item& item) {
        item.attachments = {{"https://n.example/x", "", "", 5, 1.5}};
      },
      [](model::Item& item) {
        item.links = {{"https://n.example/x", "related", "", "", "", std::nullopt}};
      },
      [](model::Item& item) { item.comments_url = "https://n.example/x"; },
      [](model::Item& item) { item.comments_feed_url = "https://n.example/x"; },
      [](model::Item& item) { item.comments_count = 0; },
      [](model::Item& item) {
        item.source = model::Source{"", "x", "", "", {}};
      },
      [](model::Item& item) { item.rights.value = "x"; },
      [](model::Item& item) { item.site_name = "x"; },
      [](model::Item& item) { item.section = "x"; },
      [](model::Item& item) { item.direction = "rtl"; },
      [](model::Item& item) {
        item.translations = {{"be", "https://n.example/x", ""}};
      },
      [](model::Item& item) { item.foreign.xml = {"<x/>"}; },
      [](model::Item& item) {
        item.categories = {{"", "", "", {{"<x/>"}, {}, {}}}};
      },
      [](model::Item& item) {
        item.links = {{"", "", "", "", "", std::nullopt, {{"<x/>"}, {}, {}}}};
      },
      [](model::Item& item) {
        item.attachments = {{"", "", "", std::nullopt, std::nullopt, {{"<x/>"}, {}, {}}}};
      },
      [](model::Item& item) {
        item.foreign.json = {{"_x", "1"}};
      },
  }));
  model::Feed before;
  before.items = {item_of("1", "One")};
  auto after = before;
  change(after.items[0]);
  const auto difference = compare(before, after);
  REQUIRE(difference);
  CHECK(difference->changed.size() == 1);
  CHECK_FALSE(to_text(*difference, false).empty());
  const auto itself = compare(after, after);
  REQUIRE(itself);
  CHECK(itself->empty());
  CHECK(to_text(*itself, false).empty());
}

TEST_CASE("a feed made safe keeps what is harmless as it was", "[feeds]") {
  model::Feed feed;
  feed.home_page_url = "https://n.example/?a=1&b=2";
  feed.icon.url = "data:image/png;base64,AAAA";
  feed.logo.url = "javascript:alert(1)";
  feed.items = {item_of("1", "One")};
  feed.items[0].links = {{"https://n.example/ok", "related", "", "", "", std::nullopt},
                         {" JaVaScRiPt:alert(1)", "related", "", "", "", std::nullopt}};
  feed.items[0].content_html = "<a href=\"&#106;avascript:x\">a</a>";
  make_safe(feed);
  CHECK(feed.home_page_url == "https://n.example/?a=1&b=2");
  CHECK(feed.icon.url == "data:image/png;base64,AAAA");
  CHECK(feed.logo.empty());
  CHECK(feed.items[0].links.size() == 1);
  CHECK(feed.items[0].content_html.find("javascript") == std::string::npos);
}
