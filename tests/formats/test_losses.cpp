// What is left out where nothing of our own is written, counted.

#include <fmt/format.h>

#include "catch.hpp"
#include "formats/losses.hpp"

using namespace syndicat;

namespace {

// "feed rights 1; items section 2 a" for what the format loses of the feed.
std::string losses_of(const model::Feed& feed, std::string_view format_name, bool plain = true) {
  const auto* format = formats::find_format(format_name);
  formats::WriteOptions options;
  options.plain = plain;
  options.now = text::Instant{1781775000, 0, 0};
  const auto written = format->write(feed, options);
  if (!written) return written.error().message;
  const auto losses = formats::losses(feed, *format, *written);
  if (!losses) return losses.error().message;
  std::string words;
  for (const auto& loss : *losses) {
    if (!words.empty()) words += "; ";
    words += fmt::format("{} {} {}", loss.of == formats::Loss::Of::feed ? "feed" : "items", loss.member, loss.count);
    if (!loss.first_item.empty()) words += " " + loss.first_item;
  }
  return words;
}

model::Feed news() {
  model::Feed feed;
  feed.id = "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6";
  feed.title.value = "Depot news";
  feed.home_page_url = "https://n.example/";
  feed.language = "en";
  feed.ttl_minutes = 60;
  for (const auto* id : {"https://n.example/a", "https://n.example/b", "https://n.example/c"}) {
    model::Item item;
    item.id = item.url = id;
    item.title.value = "A title";
    item.content_html = "<p>Text</p>";
    item.published = model::Date{text::Instant{1781775000, 0, 0}, ""};
    feed.items.push_back(item);
  }
  feed.items[1].section = feed.items[2].section = "City";
  feed.items[2].attachments.push_back({"https://n.example/a.mp3", "audio/mpeg", "Listen", 12, 12.5});
  return feed;
}

}  // namespace

TEST_CASE("what our own namespace would have said is lost without it", "[formats]") {
  // clang-format off
  const auto [format, words] = GENERATE(table<std::string, std::string>({
      {"json", "feed id 1; feed ttl_minutes 1; items section 2 https://n.example/b"},
      {"rss", "items section 2 https://n.example/b; items attachments.title 1 https://n.example/c; "
              "items attachments.duration_in_seconds 1 https://n.example/c"},
      {"atom", "items section 2 https://n.example/b; items attachments.duration_in_seconds 1 https://n.example/c"},
      {"rdf", "items section 2 https://n.example/b; items attachments.duration_in_seconds 1 https://n.example/c"},
  }));
  // clang-format on
  CAPTURE(format);
  CHECK(losses_of(news(), format) == words);
  CHECK(losses_of(news(), format, false).empty());
}

TEST_CASE("items that a format leaves out are lost as a whole", "[formats]") {
  auto feed = news();
  feed.items[1].title.value.clear();  // a news sitemap lists what has a title
  feed.items.erase(feed.items.begin() + 2);
  CHECK(losses_of(feed, "sitemap-news") ==
        "feed id 1; feed home_page_url 1; feed ttl_minutes 1; items id 1 https://n.example/a; "
        "items content_html 1 https://n.example/a; items item 1 https://n.example/b");
}

TEST_CASE("what is for people is not read again", "[formats]") {
  CHECK(losses_of(news(), "text") ==
        "plain text is for people to read, and cannot be read again; nothing tells what it has lost");
}
