// RSS 2.0 (https://www.rssboard.org/rss-specification). What it has no element for goes into the namespaces that its
// readers know (content, dc, atom, media, slash, wfw), the rest into ours.

#include "formats/fit.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/rss.hpp"
#include "formats/rss_writing.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "model/identity.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::rss {
namespace {

void write_date(xml::Writer& writer, std::string_view element, std::string_view extra,
                const std::optional<model::Date>& date, Extra& extras) {
  if (date && date->instant) writer.leaf(element, text::to_rfc822(*date->instant));
  add_odd_date(extras, extra, date, false);
}

void write_categories(xml::Writer& writer, const std::vector<model::Category>& categories, Extra& extras) {
  bool all_held = true;
  for (const auto& category : categories) {
    all_held = all_held && category.label.empty() && !category.term.empty() &&
               text::collapse_space(category.term) == category.term && category.foreign.xml.empty() &&
               fits(category.foreign, Home::rss);
    const std::string& words = category.term.empty() ? category.label : category.term;
    if (words.empty()) continue;
    writer.open("category");
    if (!category.scheme.empty()) writer.attribute("domain", category.scheme);
    write_foreign_attributes(writer, category.foreign);
    writer.text(words).close();
  }
  if (!all_held) extras.add("categories", categories);
}

void write_id(xml::Writer& writer, const model::Item& item, const std::string& id, Extra& extras) {
  if (item.id.empty()) extras.stand_in("id");
  // Without the attribute a reader takes the guid for the item's address; where it cannot be one, that must be said.
  const bool may_be_address = text::is_web_url(id);
  std::optional<bool> permalink = item.id_is_permalink;
  if (!permalink && (!may_be_address || (id != item.url && !item.url.empty()))) permalink = false;
  if (permalink && !item.id_is_permalink && may_be_address) extras.stand_in("id_is_permalink");
  // What is no web address is no permanent link. Where another id is written, that says nothing of the item's own.
  if (item.id_is_permalink && !may_be_address && (*item.id_is_permalink || text::is_web_url(item.id)))
    extras.add("id_is_permalink", item.id_is_permalink);
  if (!may_be_address) permalink = false;
  writer.open("guid");
  if (permalink) writer.attribute("isPermaLink", *permalink ? "true" : "false");
  writer.text(id).close();
  if (text::trim(id) != id) extras.add("id", id);
  if (!item.id.empty() && id != item.id) extras.add("id", item.id);  // another item has that one
}

void write_attachments(xml::Writer& writer, const model::Item& item, Extra& extras) {
  bool all_held = true;
  for (const auto& attachment : item.attachments) {
    // RSS 2.0, enclosure: "The url must be an http url".
    const auto scheme = text::split_uri(attachment.url).scheme.value_or("http");
    if (!text::equals_ignoring_case(scheme, "http") && !text::equals_ignoring_case(scheme, "https")) {
      all_held = false;
      continue;
    }
    // All three attributes must be there; 0 and the most general type say that nothing is known.
    writer.open("enclosure").attribute("url", attachment.url);
    writer.attribute("length", std::to_string(attachment.size_in_bytes.value_or(0)));
    writer.attribute("type", attachment.mime_type.empty() ? "application/octet-stream" : attachment.mime_type);
    write_foreign_attributes(writer, attachment.foreign);
    writer.close();
    all_held = all_held && attachment.size_in_bytes && !attachment.mime_type.empty() && attachment.title.empty() &&
               holds_duration(item, attachment) && attachment.foreign.xml.empty() &&
               fits(attachment.foreign, Home::rss);
  }
  if (!all_held) extras.add("attachments", item.attachments);
  write_duration(writer, item);
}

// Its name and the feed's address, and in Atom's words what else there is.
void write_source(xml::Writer& writer, const std::optional<model::Source>& source, Extra& extras) {
  if (!source) return;
  if (!source->feed_url.empty()) writer.open("source").attribute("url", source->feed_url).text(source->title).close();
  model::Source held;
  held.title = source->title;
  held.feed_url = source->feed_url;
  const bool is_said =
      !source->feed_url.empty() && held == *source && text::collapse_space(source->title) == source->title;
  if (!is_said) formats::write_source(writer, Prefix::yes, *source, Home::rss);
  if (!is_said && !is_held(*source)) extras.add("source", source);
}

void write_item(xml::Writer& writer, const model::Item& original, const std::string& id, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Item> own_room, room;
  const auto& item =
      fitted(without_media(original, Home::rss, options, own_room, extras), room, extras, Addresses::uri_and_names);
  writer.open("item");
  write_foreign_attributes(writer, item.foreign);
  std::string title = plain(item.title);
  // An item has a title or a description.
  if (title.empty() && item.content_html.empty() && item.content_text.empty() && item.summary.empty()) {
    title = id;
    extras.stand_in("title");
  }
  write_text(writer, "title", "title", item.title, title_words(title, options), extras);
  writer.leaf("link", item.url);
  if (item.url.empty() && text::is_web_url(id) && item.id_is_permalink.value_or(true)) extras.stand_in("url");
  write_id(writer, item, id, extras);
  write_date(writer, "pubDate", "date_published", item.published, extras);
  if (holds(item.foreign, Vocabulary::atom, "updated")) extras.add("date_modified", item.modified);
  else if (item.modified && item.modified->instant)
    write_leaf(writer, Vocabulary::atom, "updated", text::to_rfc3339(*item.modified->instant));
  add_odd_date(extras, "date_modified", item.modified, true);
  write_authors(writer, item.authors, "author", Home::rss, extras);
  write_contributors(writer, item.contributors, Home::rss, extras);
  write_categories(writer, item.categories, extras);
  write_content(writer, item, extras);
  write_attachments(writer, item, extras);
  write_image(writer, extras, item, Home::rss, options);
  extras.add("banner_image", item.banner_image);
  extras.add("external_url", item.external_url);
  write_once(writer, item.foreign, Vocabulary::dc, "language", item.language, extras);
  write_rights(writer, item.rights, item.foreign, extras);
  writer.leaf("comments", item.comments_url);
  write_comments(writer, item);
  write_source(writer, item.source, extras);
  write_links(writer, Prefix::yes, item.links, item, Home::rss, extras);
  add_unplaced(extras, item);
  tell_all_attachments(original, extras);
  write_rest(writer, extras, item.foreign, Home::rss, options);
  writer.close();
}

void write_logo(xml::Writer& writer, const model::Feed& feed, const std::string& title, const std::string& link,
                Extra& extras) {
  const auto& logo = feed.logo;
  if (logo.empty()) return;
  // The image's title and link should be the channel's, where it has none of its own.
  writer.open("image").leaf("url", logo.url);
  writer.leaf("title", logo.title.empty() ? title : logo.title).leaf("link", logo.link.empty() ? link : logo.link);
  // The specification ends at 144 by 400 pixels.
  const bool fits = logo.width.value_or(0) <= 144 && logo.height.value_or(0) <= 400;
  if (fits && logo.width) writer.leaf("width", std::to_string(*logo.width));
  if (fits && logo.height) writer.leaf("height", std::to_string(*logo.height));
  writer.leaf("description", logo.description).close();
  const bool is_one_line =
      text::collapse_space(logo.title) == logo.title && text::collapse_space(logo.description) == logo.description;
  if (logo.title.empty() || logo.link.empty() || !is_one_line || !fits || !logo.caption.empty() || !logo.credit.empty())
    extras.add("logo", logo);
}

void write_cloud(xml::Writer& writer, const model::Feed& feed) {
  if (!feed.cloud) return;
  const auto& cloud = *feed.cloud;
  writer.open("cloud").attribute("domain", cloud.domain).attribute("port", cloud.port).attribute("path", cloud.path);
  writer.attribute("registerProcedure", cloud.register_procedure).attribute("protocol", cloud.protocol).close();
}

void write_list(xml::Writer& writer, std::string_view list, std::string_view element,
                const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  writer.open(list);
  for (const auto& entry : entries) writer.leaf(element, entry);
  writer.close();
}

void write_editors(xml::Writer& writer, const model::Feed& feed, Extra& extras) {
  writer.leaf("managingEditor", feed.managing_editor);
  writer.leaf("webMaster", feed.web_master);
  // The reader takes the editor for the author where there is none.
  std::vector<model::Person> editors;
  if (!feed.managing_editor.empty()) add_person(editors, read_person(feed.managing_editor));
  if (feed.authors == editors) return;
  if (feed.authors.empty()) extras.stand_in("authors");
  write_authors(writer, feed.authors, "", Home::rss, extras);
}

}  // namespace

Result<std::string> write(const model::Feed& original, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, extras, Addresses::uri_and_names);
  const std::string title = plain(feed.title);
  if (title.empty()) return fail(Cause::misuse, "RSS wants a title, and the feed has none; give one with --title");
  const std::string& link = feed.home_page_url.empty() ? feed.feed_url : feed.home_page_url;
  if (link.empty())
    return fail(Cause::misuse, "RSS wants the address of the feed's page, and the feed has none; give it with --link");
  const auto ids = model::distinct_ids_of(feed);
  if (!ids) return Failure(ids.error());

  xml::Writer writer;
  writer.reserve(expected_size(feed));
  write_instructions(writer, feed, options);
  writer.open("rss").attribute("version", "2.0");
  write_foreign_attributes(writer, feed.foreign, kRootAttributes);
  writer.open("channel");
  model::Foreign within = feed.foreign;
  erase_root_attributes(within);
  write_foreign_attributes(writer, within);
  write_text(writer, "title", "title", feed.title, title_words(title, options), extras);
  writer.leaf("link", link);
  if (feed.home_page_url.empty()) extras.stand_in("home_page_url");
  const std::string description = html(feed.subtitle);
  if (description.empty()) extras.stand_in("description");
  write_text(writer, "description", "description", feed.subtitle, description.empty() ? title : description, extras);
  writer.leaf("language", feed.language);
  write_text(writer, "copyright", "rights", feed.rights, html(feed.rights), extras);
  write_editors(writer, feed, extras);
  write_contributors(writer, feed.contributors, Home::rss, extras);
  write_date(writer, "pubDate", "date_published", feed.published, extras);
  write_date(writer, "lastBuildDate", "date_modified", feed.modified, extras);
  write_categories(writer, feed.categories, extras);
  writer.leaf("generator", feed.generator);
  extras.add("generator_url", feed.generator_url);
  extras.add("generator_version", feed.generator_version);
  writer.leaf("docs", feed.docs);
  write_cloud(writer, feed);
  if (feed.ttl_minutes) writer.leaf("ttl", std::to_string(*feed.ttl_minutes));
  write_logo(writer, feed, title, link, extras);
  writer.leaf("rating", feed.rating);
  write_list(writer, "skipHours", "hour", feed.skip_hours);
  write_list(writer, "skipDays", "day", feed.skip_days);
  write_feed_links(writer, feed, "application/rss+xml", Home::rss, extras);
  if (text::is_absolute_iri(feed.id)) write_leaf(writer, Vocabulary::atom, "id", feed.id);
  else extras.add("id", feed.id);
  write_atom_parts(writer, feed, extras);
  extras.add("user_comment", feed.user_comment);
  extras.add("favicon", feed.favicon);
  extras.add("expired", feed.expired);
  write_rest(writer, extras, within, Home::rss, options);
  for (std::size_t at = 0; at < feed.items.size(); ++at) write_item(writer, feed.items[at], (*ids)[at], options);
  return writer.take();
}

}  // namespace syndicat::formats::rss
