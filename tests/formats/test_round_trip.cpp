// Any feed, written in any format and read again, is the same feed; and so over two formats.

#include "catch.hpp"
#include "formats/format.hpp"
#include "model_generators.hpp"

using namespace syndicat;

namespace {

void settle(std::optional<model::Date>& date) {
  if (!date || !date->instant) return;
  date->written.clear();  // each format has its own spelling
  if (!date->instant->offset_minutes) date->instant->offset_minutes = 0;
}

// A feed without what differs only in spelling.
model::Feed settled(model::Feed feed) {
  settle(feed.published);
  settle(feed.modified);
  for (auto& item : feed.items) {
    for (auto* date : {&item.published, &item.modified, &item.retrieved, &item.first_seen}) settle(*date);
    if (item.source && item.source->modified.instant) item.source->modified.written.clear();
    // Text in CDATA is the same text.
    for (auto& xml : item.foreign.xml)
      if (xml.find("<![CDATA[") != std::string::npos) xml = "<syndicated xmlns=\"urn:q\">&lt;raw&gt;</syndicated>";
  }
  for (auto& xml : feed.foreign.xml)
    if (xml.find("<![CDATA[") != std::string::npos) xml = "<syndicated xmlns=\"urn:q\">&lt;raw&gt;</syndicated>";
  return feed;
}

model::Feed through(const model::Feed& feed, std::string_view format_name) {
  const auto* format = formats::find_format(format_name);
  const auto written = format->write(feed, {.now = text::Instant{1781775000, 0, 0}});
  if (!written) RC_FAIL(std::string(written.error().message));
  RC_ASSERT(formats::detect(*written) == format);
  auto reading = format->read(*written, {});
  if (!reading) RC_FAIL(std::string(reading.error().message) + "\n" + *written);
  // Deterministic: what was read is written as the same bytes.
  const auto again = format->write(reading->feed, {.now = text::Instant{1781775000, 0, 0}});
  if (*again != *written) RC_FAIL("not the same bytes:\n" + *written + "\n--- again ---\n" + *again);
  return settled(std::move(reading->feed));
}

// Which member differs, so that a failure can be understood.
std::string difference(const model::Feed& a, const model::Feed& b) {
  std::string words;
#define SYNDICAT_COMPARE(where, left, right, member) \
  if (!((left).member == (right).member)) words += where "." #member " "
  SYNDICAT_COMPARE("feed", a, b, id);
  SYNDICAT_COMPARE("feed", a, b, title);
  SYNDICAT_COMPARE("feed", a, b, subtitle);
  SYNDICAT_COMPARE("feed", a, b, home_page_url);
  SYNDICAT_COMPARE("feed", a, b, feed_url);
  SYNDICAT_COMPARE("feed", a, b, authors);
  SYNDICAT_COMPARE("feed", a, b, contributors);
  SYNDICAT_COMPARE("feed", a, b, managing_editor);
  SYNDICAT_COMPARE("feed", a, b, icon);
  SYNDICAT_COMPARE("feed", a, b, favicon);
  SYNDICAT_COMPARE("feed", a, b, logo);
  SYNDICAT_COMPARE("feed", a, b, published);
  SYNDICAT_COMPARE("feed", a, b, modified);
  SYNDICAT_COMPARE("feed", a, b, categories);
  SYNDICAT_COMPARE("feed", a, b, rights);
  SYNDICAT_COMPARE("feed", a, b, hubs);
  SYNDICAT_COMPARE("feed", a, b, links);
  SYNDICAT_COMPARE("feed", a, b, cloud);
  SYNDICAT_COMPARE("feed", a, b, generator);
  SYNDICAT_COMPARE("feed", a, b, generator_url);
  SYNDICAT_COMPARE("feed", a, b, foreign.xml);
  SYNDICAT_COMPARE("feed", a, b, foreign.attributes);
  SYNDICAT_COMPARE("feed", a, b, foreign.json);
  for (std::size_t at = 0; at < std::min(a.items.size(), b.items.size()); ++at) {
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], id);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], id_is_permalink);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], url);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], title);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], content_html);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], content_text);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], summary);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], image);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], published);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], modified);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], authors);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], contributors);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], categories);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], language);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], attachments);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], links);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], source);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], rights);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], translations);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], retrieved);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], foreign.xml);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], foreign.attributes);
    SYNDICAT_COMPARE("item", a.items[at], b.items[at], foreign.json);
  }
#undef SYNDICAT_COMPARE
  return words;
}

void check_same(const model::Feed& before, const model::Feed& after, const std::string& way) {
  if (before == after) return;
  const auto* json = formats::find_format("json");
  RC_FAIL(way + ": " + difference(before, after) + "\n" + json->write(before, {}).value_or("") + "\n" + json->write(after, {}).value_or(""));
}

}  // namespace

TEST_CASE("no format loses anything on the way", "[formats]") {
  for (const auto& format : formats::formats()) {
    if (format.write == nullptr) continue;
    const bool held = rc::check(std::string(format.title), [&] {
      const auto feed = settled(*test::feed());
      check_same(feed, through(feed, format.name), std::string(format.name));
    });
    CHECK(held);
  }
}

TEST_CASE("nor do two", "[formats]") {
  for (const auto& first : formats::formats())
    for (const auto& second : formats::formats()) {
      if (first.write == nullptr || second.write == nullptr) continue;
      const bool held = rc::check(std::string(first.title) + " by " + std::string(second.title), [&] {
        const auto feed = settled(*test::feed());
        check_same(feed, through(through(feed, first.name), second.name), std::string(first.name) + " by " + std::string(second.name));
      });
      CHECK(held);
    }
}
