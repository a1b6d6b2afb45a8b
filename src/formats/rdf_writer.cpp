// RSS 1.0 has five elements of its own. Dublin Core says who and when, content the whole text, Atom the links.

#include "formats/atom_parts.hpp"
#include "formats/fit.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/rdf.hpp"
#include "formats/rss_writing.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "model/identity.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::rdf {
namespace {

using rss::write_atom_parts;
using rss::write_authors;
using rss::write_content;
using rss::write_contributors;
using rss::write_feed_links;
using rss::write_rights;
using rss::write_text;

void write_date(xml::Writer& writer, Vocabulary vocabulary, std::string_view local, std::string_view extra,
                const std::optional<model::Date>& date, const model::Foreign& foreign, Extra& extras) {
  // Once is enough, and what is foreign stays as it is.
  if (date && date->instant && holds(foreign, vocabulary, local)) return extras.add(extra, date);
  if (date && date->instant) write_leaf(writer, vocabulary, local, text::to_rfc3339(*date->instant));
  add_odd_date(extras, extra, date, true);
}

void write_categories(xml::Writer& writer, const std::vector<model::Category>& categories, Extra& extras) {
  bool all_held = true;
  for (const auto& category : categories) {
    write_leaf(writer, Vocabulary::dc, "subject", category.term.empty() ? category.label : category.term);
    all_held = all_held && category.scheme.empty() && category.label.empty() && !category.term.empty() &&
               text::collapse_space(category.term) == category.term && category.foreign.empty();
  }
  if (!all_held) extras.add("categories", categories);
}

void write_item_links(xml::Writer& writer, const model::Item& item, Extra& extras) {
  std::vector<model::Link> written;
  bool all_held = true;
  for (const auto& attachment : item.attachments) {
    written.push_back(atom::link_of(attachment));
    all_held = all_held && holds_duration(item, attachment) && fits(written.back().foreign, Home::atom);
  }
  if (!all_held) extras.add("attachments", item.attachments);
  if (!item.comments_url.empty() && !has_link(item.links, "replies", item.comments_url))
    written.push_back(link(item.comments_url, "replies", "text/html"));
  // An enclosure that is an attachment as well is said once.
  for (const auto& other : item.links)
    if (other.rel != "enclosure" || !has_link(written, "enclosure", other.href)) written.push_back(other);
  write_links(writer, Prefix::yes, std::move(written), item, Home::rdf, extras);
  write_duration(writer, item);
}

void write_item(xml::Writer& writer, const model::Item& original, const std::string& id, const std::string& feed_id,
                const WriteOptions& options) {
  Extra extras;
  std::optional<model::Item> own_room, room;
  const auto& item =
      fitted(without_media(original, Home::rdf, options, own_room, extras), room, extras, Addresses::uri);
  const std::string iri = text::to_uri(iri_of(item, id, feed_id));
  writer.open("item").attribute("rdf:about", iri);
  write_foreign_attributes(writer, item.foreign);
  if (item.id.empty()) extras.stand_in("id");
  if (!item.id.empty() && item.id != iri) extras.add("id", item.id);
  extras.add("id_is_permalink", item.id_is_permalink);
  // Title and link must be there.
  const std::string title = plain(item.title);
  write_text(writer, "title", "title", item.title, title.empty() ? iri : rss::title_words(title, options), extras);
  if (title.empty()) extras.stand_in("title");
  writer.leaf("link", item.url.empty() ? iri : item.url);
  if (item.url.empty()) extras.stand_in("url");
  write_content(writer, item, extras);
  write_date(writer, Vocabulary::dc, "date", "date_published", item.published, item.foreign, extras);
  write_date(writer, Vocabulary::dcterms, "modified", "date_modified", item.modified, item.foreign, extras);
  write_authors(writer, item.authors, "", Home::rdf, extras);
  write_contributors(writer, item.contributors, Home::rdf, extras);
  write_categories(writer, item.categories, extras);
  write_once(writer, item.foreign, Vocabulary::dc, "language", item.language, extras);
  write_rights(writer, item.rights, item.foreign, extras);
  write_comments(writer, item);
  write_item_links(writer, item, extras);
  write_image(writer, extras, item, Home::rdf, options);
  extras.add("banner_image", item.banner_image);
  extras.add("external_url", item.external_url);
  if (item.source) write_source(writer, Prefix::yes, *item.source, Home::rdf);
  if (item.source && !is_held(*item.source)) extras.add("source", item.source);
  add_unplaced(extras, item);
  tell_all_attachments(original, extras);
  write_rest(writer, extras, item.foreign, Home::rdf, options);
  writer.close();
}

void write_contents(xml::Writer& writer, const std::vector<std::string>& iris) {
  writer.open("items").open("rdf:Seq");
  for (const auto& iri : iris) writer.open("rdf:li").attribute("rdf:resource", iri).close();
  writer.close().close();
}

// What only other formats have a place for.
void add_others(const model::Feed& feed, Extra& extras) {
  extras.add("user_comment", feed.user_comment);
  extras.add("managing_editor", feed.managing_editor);
  extras.add("web_master", feed.web_master);
  extras.add("favicon", feed.favicon);
  extras.add("generator", feed.generator);
  extras.add("generator_url", feed.generator_url);
  extras.add("generator_version", feed.generator_version);
  extras.add("docs", feed.docs);
  extras.add("cloud", feed.cloud);
  extras.add("skip_hours", feed.skip_hours);
  extras.add("skip_days", feed.skip_days);
  extras.add("rating", feed.rating);
  extras.add("expired", feed.expired);
}

void write_logo(xml::Writer& writer, const model::Feed& feed, const std::string& title, const std::string& link) {
  if (feed.logo.empty()) return;
  const auto& logo = feed.logo;
  writer.open("image").attribute("rdf:about", logo.url);
  writer.leaf("title", logo.title.empty() ? title : logo.title).leaf("url", logo.url);
  writer.leaf("link", logo.link.empty() ? link : logo.link);
  write_leaf(writer, Vocabulary::dc, "description", logo.description);
  writer.close();
}

// All of a logo that the image says in its words.
bool is_held(const model::Image& logo) {
  const auto is_line = [](const std::string& text) { return !text.empty() && text::collapse_space(text) == text; };
  const bool has_more = logo.width || logo.height || !logo.caption.empty() || !logo.credit.empty();
  return logo.empty() ? logo == model::Image()
                      : is_line(logo.title) && !logo.link.empty() &&
                            (logo.description.empty() || is_line(logo.description)) && !has_more;
}

// RSS 1.0's textinput, which its channel names by its address.
bool stands_beside(std::string_view element) {
  const auto tag = element.substr(0, element.find('>'));
  return (tag.starts_with("<textinput") || tag.find(":textinput ") != std::string_view::npos) &&
         tag.find("about=") != std::string_view::npos;
}

}  // namespace

Result<std::string> write(const model::Feed& original, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, extras, Addresses::uri);
  const std::string title = plain(feed.title);
  if (title.empty()) return fail(Cause::misuse, "RSS 1.0 wants a title, and the feed has none; give one with --title");
  const std::string& link = feed.home_page_url.empty() ? feed.feed_url : feed.home_page_url;
  if (link.empty())
    return fail(Cause::misuse,
                "RSS 1.0 wants the address of the feed's page, and the feed has none; give it with --link");
  const auto id = model::id_of(feed);
  if (!id) return Failure(id.error());
  const auto ids = model::distinct_ids_of(feed);
  if (!ids) return Failure(ids.error());
  const std::string about = feed_iri(feed, *id);
  std::vector<std::string> iris;
  for (std::size_t at = 0; at < feed.items.size(); ++at)
    iris.push_back(text::to_uri(iri_of(feed.items[at], (*ids)[at], about)));

  xml::Writer writer;
  writer.reserve(expected_size(feed));
  write_instructions(writer, feed, options);
  writer.open("rdf:RDF");
  writer.declare("rdf", namespace_of(Vocabulary::rdf).uri);
  writer.declare("", namespace_of(Vocabulary::rss10).uri);
  write_foreign_attributes(writer, feed.foreign, kRootAttributes);
  writer.open("channel").attribute("rdf:about", about);
  model::Foreign within = feed.foreign, beside;
  within.xml.clear();
  erase_root_attributes(within);
  write_foreign_attributes(writer, within);
  if (feed.id.empty()) extras.stand_in("id");
  if (!feed.id.empty() && feed.id != about) extras.add("id", feed.id);
  write_text(writer, "title", "title", feed.title, rss::title_words(title, options), extras);
  writer.leaf("link", link);
  if (feed.home_page_url.empty()) extras.stand_in("home_page_url");
  const std::string description = html(feed.subtitle);
  if (description.empty()) extras.stand_in("description");
  write_text(writer, "description", "description", feed.subtitle, description.empty() ? title : description, extras);
  if (!feed.logo.empty()) writer.open("image").attribute("rdf:resource", feed.logo.url).close();
  write_contents(writer, iris);
  write_once(writer, feed.foreign, Vocabulary::dc, "language", feed.language, extras);
  write_rights(writer, feed.rights, feed.foreign, extras);
  write_authors(writer, feed.authors, "", Home::rdf, extras);
  write_contributors(writer, feed.contributors, Home::rdf, extras);
  write_date(writer, Vocabulary::dc, "date", "date_published", feed.published, feed.foreign, extras);
  write_date(writer, Vocabulary::dcterms, "modified", "date_modified", feed.modified, feed.foreign, extras);
  write_categories(writer, feed.categories, extras);
  write_feed_links(writer, feed, "application/rdf+xml", Home::rdf, extras);
  write_atom_parts(writer, feed, extras);
  write_update_rate(writer, feed, extras);
  if (!is_held(feed.logo)) extras.add("logo", feed.logo);
  add_others(feed, extras);
  // What RDF has beside the channel stands there again.
  for (const auto& element : feed.foreign.xml) (stands_beside(element) ? beside : within).xml.push_back(element);
  write_rest(writer, extras, within, Home::rdf, options);
  writer.close();
  for (const auto& element : beside.xml) writer.raw(element);
  write_logo(writer, feed, title, link);
  for (std::size_t at = 0; at < feed.items.size(); ++at) write_item(writer, feed.items[at], (*ids)[at], about, options);
  return writer.take();
}

}  // namespace syndicat::formats::rdf
