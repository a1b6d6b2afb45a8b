// JSON Feed 1.1 (https://jsonfeed.org/version/1.1). What it has no place for stands in the object `_syndicat` of the
// feed and of each item; syndicat-json(7).

#include <algorithm>

#include "formats/extras.hpp"
#include "formats/fit.hpp"
#include "formats/json_feed.hpp"
#include "formats/json_feed_members.hpp"
#include "formats/json_feed_parts.hpp"
#include "formats/markup.hpp"
#include "json/writer.hpp"
#include "model/identity.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::json_feed {
namespace {

constexpr auto kHtml = model::Text::Kind::html;

void write_date(json::Writer& writer, std::string_view member, const std::optional<model::Date>& date, Extra& extras) {
  if (date && date->instant) writer.member(member, text::to_rfc3339(*date->instant));
  add_odd_date(extras, member, date, true);
}

// Titles and summaries are plain text here; markup goes into the extras.
void write_text(json::Writer& writer, std::string_view member, const model::Text& text, Extra& extras) {
  writer.member(member, plain(text));
  if (text.kind == kHtml) extras.add(member, text);
}

void write_image(json::Writer& writer, std::string_view member, const model::Image& image, Extra& extras) {
  writer.member(member, image.url);
  model::Image held;
  held.url = image.url;
  if (!(held == image)) extras.add(member, image);
}

// The members of one object that are not ours, but for those whose name has another meaning there.
void write_others(json::Writer& writer, Kind kind, const model::Foreign& foreign) {
  if (foreign.json.empty()) return;
  const auto fits = fitting(kind, foreign);
  for (std::size_t at = 0; at < fits.size(); ++at)
    if (fits[at]) writer.key(foreign.json[at].first).raw(foreign.json[at].second);
}

// Whether an object holds all that is foreign.
bool holds(Kind kind, const model::Foreign& foreign) {
  if (!foreign.xml.empty() || !foreign.attributes.empty()) return false;
  const auto fits = fitting(kind, foreign);
  return std::find(fits.begin(), fits.end(), false) == fits.end();
}

// What the feed's or the item's own object does not hold of that.
void add_rest(Extra& extras, Kind kind, const model::Foreign& foreign) {
  add_foreign_xml(extras, foreign);
  if (foreign.json.empty()) return;
  model::Foreign rest;
  const auto fits = fitting(kind, foreign);
  for (std::size_t at = 0; at < fits.size(); ++at)
    if (!fits[at]) rest.json.push_back(foreign.json[at]);
  add_foreign_json(extras, rest);
}

void write_people(json::Writer& writer, const std::vector<model::Person>& people, Extra& extras) {
  if (people.empty()) return;
  bool all_held = true;
  writer.key("authors").begin_array();
  for (const auto& person : people) {
    // The specification lets a mail address stand as a mailto: URL.
    const bool as_mail = person.url.empty() && !person.email.empty();
    if (person.name.empty() && person.url.empty() && person.email.empty() && person.avatar.empty()) {
      all_held = false;  // one of them must be there
      continue;
    }
    writer.begin_object().member("name", person.name);
    writer.member("url", as_mail ? "mailto:" + person.email : person.url).member("avatar", person.avatar);
    write_others(writer, Kind::author, person.foreign);
    writer.end_object();
    const bool plain_mail = person.email.find_first_of("% \t?&") == std::string::npos;
    all_held = all_held && (person.email.empty() || (as_mail && plain_mail)) && !person.url.starts_with("mailto:") &&
               holds(Kind::author, person.foreign) && !(person == model::Person());
  }
  writer.end_array();
  if (!all_held) extras.add("authors", people);
}

void write_tags(json::Writer& writer, const std::vector<model::Category>& categories, Extra& extras) {
  if (categories.empty()) return;
  bool all_held = true;
  writer.key("tags").begin_array();
  for (const auto& category : categories) {
    const std::string& word = category.term.empty() ? category.label : category.term;
    if (!word.empty()) writer.value(word);
    all_held =
        all_held && category.scheme.empty() && category.label.empty() && category.foreign.empty() && !word.empty();
  }
  writer.end_array();
  if (!all_held) extras.add("categories", categories);
}

void write_attachments(json::Writer& writer, const model::Item& item, Extra& extras) {
  if (item.attachments.empty()) return;
  bool all_held = true;
  writer.key("attachments").begin_array();
  for (const auto& attachment : item.attachments) {
    // mime_type must be there; the most general one says that nothing is known.
    writer.begin_object().member("url", attachment.url);
    writer.member("mime_type", attachment.mime_type.empty() ? "application/octet-stream" : attachment.mime_type);
    writer.member("title", attachment.title);
    if (attachment.size_in_bytes)
      writer.key("size_in_bytes").value(static_cast<std::int64_t>(*attachment.size_in_bytes));
    if (attachment.duration_in_seconds) writer.key("duration_in_seconds").value(*attachment.duration_in_seconds);
    write_others(writer, Kind::attachment, attachment.foreign);
    writer.end_object();
    all_held = all_held && !attachment.mime_type.empty() && holds(Kind::attachment, attachment.foreign);
  }
  writer.end_array();
  if (!all_held) extras.add("attachments", item.attachments);
}

void write_extras(json::Writer& writer, const Extra& extras, const WriteOptions& options) {
  if (!extras.empty() && !options.plain) write(writer.key("_syndicat"), extras);
}

void write_content(json::Writer& writer, const model::Item& item, Extra& extras) {
  writer.member("content_html", item.content_html).member("content_text", item.content_text);
  if (!item.content_html.empty() || !item.content_text.empty()) return;
  // One of the two must be there: the summary, or nothing at all.
  const bool is_html = item.summary.kind == kHtml;
  writer.key(is_html ? "content_html" : "content_text").value(item.summary.value);
  if (!item.summary.empty()) extras.stand_in(is_html ? "content_html" : "content_text");
}

}  // namespace

void write_item(json::Writer& writer, const model::Item& original, const std::string& id, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Item> room;
  const auto& item = fitted(original, room, extras, Addresses::iri);
  writer.begin_object();
  writer.key("id").value(id);
  if (item.id.empty()) extras.stand_in("id");
  else if (id != item.id) extras.add("id", item.id);  // another item has that one
  extras.add("id_is_permalink", item.id_is_permalink);
  writer.member("url", item.url).member("external_url", item.external_url);
  write_text(writer, "title", item.title, extras);
  write_content(writer, item, extras);
  write_text(writer, "summary", item.summary, extras);
  write_image(writer, "image", item.image, extras);
  write_image(writer, "banner_image", item.banner_image, extras);
  write_date(writer, "date_published", item.published, extras);
  write_date(writer, "date_modified", item.modified, extras);
  write_people(writer, item.authors, extras);
  write_tags(writer, item.categories, extras);
  writer.member("language", item.language);
  write_attachments(writer, item, extras);
  write_others(writer, Kind::item, item.foreign);
  extras.add("contributors", item.contributors);
  extras.add("links", item.links);
  extras.add("comments_url", item.comments_url);
  extras.add("comments_feed_url", item.comments_feed_url);
  extras.add("comments_count", item.comments_count);
  extras.add("source", item.source);
  extras.add("rights", item.rights);
  add_unplaced(extras, item);
  add_rest(extras, Kind::item, item.foreign);
  write_extras(writer, extras, options);
  writer.end_object();
}

namespace {

// A title must be there. The stages of a pipeline speak this format to each other, so that a feed without one is
// passed on with its address in place.
void write_title(json::Writer& writer, const model::Feed& feed, Extra& extras) {
  if (!feed.title.empty()) return write_text(writer, "title", feed.title, extras);
  const std::string& address = feed.home_page_url.empty() ? feed.feed_url : feed.home_page_url;
  writer.key("title").value(address.empty() ? "Untitled" : address);
  extras.stand_in("title");
}

void write_hubs(json::Writer& writer, const model::Feed& feed, Extra& extras) {
  if (feed.hubs.empty()) return;
  bool all_held = true;
  writer.key("hubs").begin_array();
  for (const auto& hub : feed.hubs) {
    writer.begin_object().key("type").value(hub.type).key("url").value(hub.url);
    write_others(writer, Kind::hub, hub.foreign);
    writer.end_object();
    all_held = all_held && holds(Kind::hub, hub.foreign);
  }
  writer.end_array();
  if (!all_held) extras.add("hubs", feed.hubs);
}

// What only RSS or Atom has a place for.
void add_others(const model::Feed& feed, Extra& extras) {
  extras.add("id", feed.id);
  extras.add("date_published", feed.published);
  extras.add("date_modified", feed.modified);
  extras.add("contributors", feed.contributors);
  extras.add("managing_editor", feed.managing_editor);
  extras.add("web_master", feed.web_master);
  extras.add("logo", feed.logo);
  extras.add("categories", feed.categories);
  extras.add("generator", feed.generator);
  extras.add("generator_url", feed.generator_url);
  extras.add("generator_version", feed.generator_version);
  extras.add("docs", feed.docs);
  extras.add("rights", feed.rights);
  extras.add("cloud", feed.cloud);
  extras.add("ttl_minutes", feed.ttl_minutes);
  extras.add("skip_hours", feed.skip_hours);
  extras.add("skip_days", feed.skip_days);
  extras.add("rating", feed.rating);
  extras.add("links", feed.links);
  extras.add("instructions", feed.instructions);
  add_rest(extras, Kind::feed, feed.foreign);
}

}  // namespace

void write_members(json::Writer& writer, const model::Feed& original, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, extras, Addresses::iri);
  writer.key("version").value("https://jsonfeed.org/version/1.1");
  write_title(writer, feed, extras);
  writer.member("home_page_url", feed.home_page_url).member("feed_url", feed.feed_url);
  write_text(writer, "description", feed.subtitle, extras);
  writer.member("user_comment", feed.user_comment).member("next_url", feed.next_url);
  // RSS's and Atom's logo is the best there is for an icon where there is none.
  if (feed.icon.empty() && !feed.logo.empty()) {
    writer.member("icon", feed.logo.url);
    extras.stand_in("icon");
  }
  write_image(writer, "icon", feed.icon, extras);
  write_image(writer, "favicon", feed.favicon, extras);
  write_people(writer, feed.authors, extras);
  writer.member("language", feed.language);
  if (feed.expired) writer.key("expired").value(*feed.expired);
  write_hubs(writer, feed, extras);
  write_others(writer, Kind::feed, feed.foreign);
  add_others(feed, extras);
  write_extras(writer, extras, options);
}

Result<std::string> write(const model::Feed& feed, const WriteOptions& options) {
  const auto ids = model::distinct_ids_of(feed);
  if (!ids) return Failure(ids.error());

  json::Writer writer;
  writer.reserve(expected_size(feed)).begin_object();
  write_members(writer, feed, options);
  writer.key("items").begin_array();
  for (std::size_t at = 0; at < feed.items.size(); ++at) write_item(writer, feed.items[at], (*ids)[at], options);
  writer.end_array().end_object();
  return writer.take();
}

}  // namespace syndicat::formats::json_feed

namespace syndicat::formats {

std::string write_item(const model::Item& item) {
  json::Writer writer(json::Writer::Style::compact);
  json_feed::write_item(writer, item, item.id, {});
  return writer.take();
}

}  // namespace syndicat::formats
