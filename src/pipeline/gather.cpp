#include "pipeline/gather.hpp"

#include "formats/format.hpp"
#include "model/identity.hpp"
#include "text/time_zone.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::pipeline {
namespace {

Result<Gathered> gather_feed(fetch::Page page, const GatherOptions& options) {
  auto reading =
      formats::read(std::move(page.bytes),
                    {.base_uri = page.url, .charset = page.charset, .max_size = options.max_size, .whole = true});
  if (!reading) return Failure(reading.error());
  Gathered gathered{std::move(reading->feed), {}, {}, {}};
  for (auto& note : reading->notes) gathered.notes.push_back(std::move(note.message));
  return gathered;
}

Result<Gathered> gather_article(fetch::Page page, extract::Shape shape, const text::Instant& now,
                                extract::Options options) {
  options.now = now.seconds;
  options.url = page.url;
  options.charset = page.charset;
  options.media_type = page.media_type;
  Gathered gathered;
  auto item = shape == extract::Shape::page
                  ? extract::article(std::move(page.bytes), options, &gathered.statements, &gathered.onward)
                  : extract::article_from_text(std::move(page.bytes), options);
  if (!item) return Failure(item.error());
  std::swap(gathered.notes, gathered.onward.notes);
  // A line end behind the last block says nothing, and readers of RSS would take it away.
  item->content_html = text::trim(item->content_html);
  // One page tells little of the feed it will stand in: its site and its language.
  auto& feed = gathered.feed;
  feed.language = item->language;
  feed.title.value = item->site_name;
  if (const auto site = text::resolve(item->url, "/"); text::is_web_url(site)) {
    feed.home_page_url = site;
    if (feed.title.empty()) feed.title.value = text::host_of(site);
  }
  feed.items.push_back(std::move(*item));
  return gathered;
}

void place(std::optional<model::Date>& date, const std::string& zone) {
  if (!date || !date->instant) return;
  if (const auto placed = text::place_in_zone(*date->instant, zone)) date->instant = placed;
}

}  // namespace

std::string kind_of(const fetch::Page& page) {
  if (formats::detect(page.bytes) != nullptr) return "feed";
  switch (extract::shape_of(page.bytes, page.media_type)) {
    case extract::Shape::page: return "page";
    case extract::Shape::text: return "text";
    case extract::Shape::other: break;
  }
  return {};
}

Result<Gathered> gather(fetch::Page page, const GatherOptions& options) {
  if (text::is_blank(page.bytes))
    return fail(Cause::unreadable, "{}: is empty; give a page, a text or a feed", options.name);
  // Where a file lies on this machine is nobody's address: it says nothing to a subscriber.
  if (page.url.starts_with("file:")) page.url.clear();
  const auto shape = extract::shape_of(page.bytes, page.media_type);
  const bool is_feed = formats::detect(page.bytes) != nullptr;
  if (!is_feed && shape == extract::Shape::other) {
    // The reader of feeds knows best what such bytes are instead.
    const auto reading = formats::read(std::move(page.bytes), {.base_uri = page.url, .charset = page.charset});
    if (!reading) return fail(Cause::unreadable, "{}: {}", options.name, reading.error().message);
    return fail(Cause::unreadable, "{}: is neither a page nor a text nor a feed", options.name);
  }
  auto gathered = is_feed ? gather_feed(std::move(page), options)
                          : gather_article(std::move(page), shape, options.now, options.extract);
  if (!gathered)
    return Failure({gathered.error().cause, fmt::format("{}: {}", options.name, gathered.error().message)});

  for (auto& item : gathered->feed.items) {
    item.retrieved = model::Date{options.now, text::to_rfc3339(options.now)};
    if (!options.time_zone.empty()) {
      place(item.published, options.time_zone);
      place(item.modified, options.time_zone);
    }
    if (item.authors.empty() && gathered->feed.authors.empty() && !options.author.empty())
      item.authors.push_back({.name = options.author, .email = {}, .url = {}, .avatar = {}});
    if (item.language.empty() && gathered->feed.language.empty()) item.language = options.language;
    if (!item.id.empty()) continue;
    auto id = model::derive_id(item);
    if (!id) return Failure(id.error());
    item.id = std::move(*id);
  }
  return gathered;
}

}  // namespace syndicat::pipeline
