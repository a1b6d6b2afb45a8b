// Any feed, written in any format and read again, is the same feed; and so over two formats.

#include <rapidcheck.h>
#include <algorithm>
#include <tuple>

#include "catch.hpp"
#include "formats/format.hpp"
#include "model_generators.hpp"

using namespace syndicat;

namespace {

// Enough for a feed with a few items.
rc::Gen<std::vector<std::uint8_t>> numbers() {
  return rc::gen::scale(6, rc::gen::arbitrary<std::vector<std::uint8_t>>());
}

void settle(std::optional<model::Date>& date) {
  if (!date || !date->instant) return;
  date->written.clear();  // each format has its own spelling
  if (!date->instant->offset_minutes) date->instant->offset_minutes = 0;
}

// A prefix is no part of a name, attributes have no order, and what stands as text in one format and as elements in
// another changes places.
void settle(model::Foreign& foreign) {
  for (auto& attribute : foreign.attributes) attribute.prefix.clear();
  std::sort(foreign.attributes.begin(), foreign.attributes.end(),
            [](const auto& a, const auto& b) { return std::tie(a.of, a.uri, a.name) < std::tie(b.of, b.uri, b.name); });
  std::sort(foreign.xml.begin(), foreign.xml.end());
}

template <typename Entries>
void settle_each(Entries& entries) {
  for (auto& entry : entries) settle(entry.foreign);
}

template <typename Owner>
void settle_parts(Owner& owner) {
  settle(owner.foreign);
  settle_each(owner.authors);
  settle_each(owner.contributors);
  settle_each(owner.categories);
  settle_each(owner.links);
}

// A feed without what differs only in spelling.
model::Feed settled(model::Feed feed) {
  settle(feed.published);
  settle(feed.modified);
  settle_parts(feed);
  for (auto& item : feed.items) {
    for (auto* date : {&item.published, &item.modified, &item.retrieved, &item.first_seen}) settle(*date);
    settle_parts(item);
    settle_each(item.attachments);
    if (item.source) settle(item.source->foreign);
    if (item.source && item.source->modified.instant) item.source->modified.written.clear();
  }
  return feed;
}

// The first line that differs between two texts, as both have it.
std::string first_difference(const std::string& a, const std::string& b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  const auto around = [&](const std::string& text) {
    const auto start = text.rfind('\n', at > 200 ? at - 200 : 0);
    return text.substr(start == std::string::npos ? 0 : start, 400);
  };
  return around(a) + "\n--- against ---\n" + around(b);
}

model::Feed through(const model::Feed& feed, std::string_view format_name) {
  const auto* format = formats::find_format(format_name);
  const auto written = format->write(feed, {.now = text::Instant{1781775000, 0, 0}});
  if (!written) RC_FAIL(std::string(written.error().message));
  // One line alone may be JSON Feed as well, and says the same there.
  if (!feed.items.empty()) RC_ASSERT(formats::detect(*written) == format);
  auto reading = format->read(*written, formats::ReadOptions{});
  if (!reading) RC_FAIL(std::string(reading.error().message) + "\n" + *written);
  // Deterministic: what was read is written as the same bytes.
  const auto again = format->write(reading->feed, {.now = text::Instant{1781775000, 0, 0}});
  if (*again != *written) RC_FAIL("not the same bytes: " + first_difference(*written, *again));
  return std::move(reading->feed);
}

void check_same(const model::Feed& before, const model::Feed& after, const std::string& way) {
  if (before == after) return;
  const auto* json = formats::find_format("json");
  RC_FAIL(
      way + ": " +
      first_difference(*json->write(before, formats::WriteOptions{}), *json->write(after, formats::WriteOptions{})));
}

}  // namespace

TEST_CASE("no format loses anything on the way", "[formats]") {
  for (const auto& format : formats::formats()) {
    if (format.write == nullptr || !format.lossless) continue;
    const bool held = rc::check(std::string(format.title), [&] {
      const auto feed = test::Maker(test::Dice(*numbers())).feed();
      check_same(settled(feed), settled(through(feed, format.name)), std::string(format.name));
    });
    CHECK(held);
  }
}

TEST_CASE("nor do two", "[formats]") {
  for (const auto& first : formats::formats())
    for (const auto& second : formats::formats()) {
      if (first.write == nullptr || second.write == nullptr || !first.lossless || !second.lossless) continue;
      const bool held = rc::check(std::string(first.title) + " by " + std::string(second.title), [&] {
        const auto feed = test::Maker(test::Dice(*numbers())).feed();
        check_same(settled(feed), settled(through(through(feed, first.name), second.name)),
                   std::string(first.name) + " by " + std::string(second.name));
      });
      CHECK(held);
    }
}
