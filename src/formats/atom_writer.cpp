// Atom 1.0 (RFC 4287).

#include <algorithm>
#include <set>

#include "formats/atom.hpp"
#include "formats/atom_parts.hpp"
#include "formats/fit.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "model/identity.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::atom {
namespace {

using Kind = model::Text::Kind;

// A text construct. White space at the ends gets lost on the way back; the extras keep such a text.
void write_text(xml::Writer& writer, std::string_view element, std::string_view extra, const model::Text& text,
                Extra& extras) {
  writer.open(element);
  if (text.kind == Kind::html) writer.attribute("type", "html");
  writer.text(text.value).close();
  if (text::trim(text.value) != text.value) extras.add(extra, text);
}

void write_people(xml::Writer& writer, std::string_view element, std::string_view extra,
                  const std::vector<model::Person>& people, Extra& extras) {
  bool all_held = true;
  for (const auto& person : people) {
    write_person(writer, Prefix::no, element, person, Home::atom);
    all_held = all_held && as_read(person) == person && text::collapse_space(person.name) == person.name;
  }
  if (!all_held) extras.add(extra, people);
}

void write_categories(xml::Writer& writer, const std::vector<model::Category>& categories, Extra& extras) {
  bool all_held = true;
  for (const auto& category : categories) {
    writer.open("category").attribute("term", category.term.empty() ? category.label : category.term);
    if (!category.scheme.empty()) writer.attribute("scheme", category.scheme);
    if (!category.label.empty()) writer.attribute("label", category.label);
    write_foreign(writer, category.foreign, Home::atom);
    writer.close();
    all_held = all_held && !category.term.empty() && fits(category.foreign, Home::atom);
  }
  if (!all_held) extras.add("categories", categories);
}

// What an address most likely leads to: a page, unless it ends as a file of another kind does. The type is a hint (RFC
// 4287, section 4.2.7.3), and none is better than a wrong one.
std::string_view type_of_page(std::string_view url) {
  const auto path = url.substr(0, url.find_first_of("?#"));
  const auto name = path.substr(path.rfind('/') + 1);
  const auto point = name.rfind('.');
  if (point == std::string_view::npos || path.find("://") + 3 > path.rfind('/')) return "text/html";
  const auto ending = text::to_lower_ascii(name.substr(point + 1));
  constexpr auto kFiles = std::to_array<std::string_view>(
      {"avi", "doc", "docx", "epub", "flac", "gif",  "jpeg", "jpg",  "json", "m4a", "m4v", "mov",
       "mp3", "mp4", "mpg",  "odt",  "oga",  "ogg",  "ogv",  "opus", "pdf",  "png", "ppt", "rss",
       "svg", "tar", "txt",  "wav",  "webm", "webp", "xls",  "xlsx", "xml",  "zip"});
  return std::find(kFiles.begin(), kFiles.end(), ending) == kFiles.end() ? "text/html" : "";
}

// The page's address, where none of the links says it with more words, and the links.
void add_alternate(std::vector<model::Link>& written, const std::string& url, const std::vector<model::Link>& links) {
  if (!url.empty() && !has_link(links, "alternate", url)) written.push_back(link(url, "alternate", type_of_page(url)));
  written.insert(written.end(), links.begin(), links.end());
}

using Found = std::optional<text::Instant>;

Found instant_of(const std::optional<model::Date>& date) { return date ? date->instant : std::nullopt; }

// When an item changed last, as far as anything says; nothing where nothing does.
Found updated(const model::Item& item) {
  for (const auto* date : {&item.modified, &item.published, &item.retrieved, &item.first_seen})
    if (const auto found = instant_of(*date)) return found;
  return std::nullopt;
}

// The same of the feed: its own date, else that of its newest item.
Found updated(const model::Feed& feed) {
  if (const auto own = instant_of(feed.modified)) return own;
  Found newest;
  for (const auto& item : feed.items)
    if (const auto found = updated(item); found && (!newest || found->seconds > newest->seconds)) newest = found;
  return newest ? newest : instant_of(feed.published);
}

// The attribute that the text is of a type of its own, Markdown for one; null where it is not.
const model::ForeignAttribute* type_of_text(const model::Item& item) {
  if (!item.content_html.empty() || item.content_text.empty()) return nullptr;
  for (const auto& attribute : item.foreign.attributes)
    if (attribute.of == "content" && attribute.uri.empty() && attribute.name == "type" &&
        attribute.value.starts_with("text/"))
      return &attribute;
  return nullptr;
}

void write_content(xml::Writer& writer, const model::Item& item, std::string_view type, Extra& extras) {
  if (!item.summary.empty()) write_text(writer, "summary", "summary", item.summary, extras);
  if (!item.content_html.empty()) {
    writer.open("content").attribute("type", "html").text(item.content_html).close();
    extras.add("content_text", item.content_text);
    if (text::trim(item.content_html) != item.content_html) extras.add("content_html", item.content_html);
  } else if (!item.content_text.empty()) {
    writer.open("content").attribute("type", type.empty() ? "text" : type).text(item.content_text).close();
    if (text::trim(item.content_text) != item.content_text) extras.add("content_text", item.content_text);
  } else if (holds_content(item.foreign) && item.summary.empty()) {
    // RFC 4287, section 4.1.2: where the content lies elsewhere, there is a summary.
    writer.leaf("summary", plain(item.title));
    extras.stand_in("summary");
  } else if (item.url.empty() && !holds_content(item.foreign)) {
    // RFC 4287, section 4.1.2: an entry without content leads to a page.
    writer.open("content");
    if (item.summary.kind == Kind::html) writer.attribute("type", "html");
    writer.text(item.summary.value).close();
    if (!item.summary.empty()) extras.stand_in(item.summary.kind == Kind::html ? "content_html" : "content_text");
  }
}

void write_item_links(xml::Writer& writer, const model::Item& item, Extra& extras) {
  std::vector<model::Link> written;
  add_alternate(written, item.url, item.links);
  // An enclosure that is an attachment as well is said once.
  std::erase_if(written, [&](const auto& link) {
    return link.rel == "enclosure" && std::any_of(item.attachments.begin(), item.attachments.end(),
                                                  [&](const auto& other) { return other.url == link.href; });
  });
  // The same article in other languages; RFC 4287, section 4.1.2: one alternate link for each type and language.
  std::vector<std::string_view> languages;
  for (const auto& translation : item.translations) {
    const bool known = std::find(languages.begin(), languages.end(), translation.language) != languages.end();
    if (known || translation.language.empty() || !text::is_web_url(translation.url) ||
        has_link(item.links, "alternate", translation.url))
      continue;
    languages.push_back(translation.language);
    auto alternate = link(translation.url, "alternate", "text/html");
    alternate.language = translation.language;
    alternate.title = translation.title;
    written.push_back(std::move(alternate));
  }
  bool all_held = true;
  for (const auto& attachment : item.attachments) {
    written.push_back(link_of(attachment));
    all_held = all_held && holds_duration(item, attachment) && fits(written.back().foreign, Home::atom);
  }
  if (!all_held) extras.add("attachments", item.attachments);
  // RFC 4685: comments are replies.
  const auto add_replies = [&](const std::string& url, std::string_view type) {
    if (!url.empty() && !has_link(item.links, "replies", url)) written.push_back(link(url, "replies", type));
  };
  add_replies(item.comments_url, "text/html");
  add_replies(item.comments_feed_url, "application/atom+xml");
  write_links(writer, Prefix::no, std::move(written), item, Home::atom, extras);
  write_duration(writer, item);
  if (item.comments_count) {
    const auto total = std::to_string(*item.comments_count);
    if (holds(item.foreign, Vocabulary::thr, "total")) extras.add("comments_count", total);
    else write_leaf(writer, Vocabulary::thr, "total", total);
  }
}

Result<void> write_entry(xml::Writer& writer, const model::Item& original, const std::string& id,
                         const std::string& feed_id, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Item> own_room, room;
  const auto& item =
      fitted(without_media(original, Home::atom, options, own_room, extras), room, extras, Addresses::iri);
  // What the content says itself is not to be said among what is foreign.
  model::Foreign foreign;
  std::string type;
  const auto* own_type = type_of_text(item);
  if (own_type != nullptr) {
    type = own_type->value;
    foreign = item.foreign;
    std::erase(foreign.attributes, *own_type);
  }
  const auto& others = own_type != nullptr ? foreign : item.foreign;
  const auto changed = updated(item) ? updated(item) : options.now;
  if (!changed)
    return fail(Cause::misuse,
                "Atom wants the date of each entry, and '{}' has none; give the time of this run with --now",
                item.title.empty() ? id : plain(item.title));
  writer.open("entry");
  if (!item.language.empty()) writer.attribute("xml:lang", item.language);
  write_foreign_attributes(writer, others);
  const std::string iri = iri_of(item, id, feed_id);
  writer.leaf("id", iri);
  if (item.id.empty()) extras.stand_in("id");
  if (!item.id.empty() && iri != item.id) extras.add("id", item.id);
  write_text(writer, "title", "title", item.title, extras);
  writer.leaf("updated", text::to_rfc3339(*changed));
  if (!instant_of(item.modified)) extras.stand_in("date_modified");
  if (const auto published = instant_of(item.published)) writer.leaf("published", text::to_rfc3339(*published));
  add_odd_date(extras, "date_published", item.published, true);
  add_odd_date(extras, "date_modified", item.modified, true);
  write_item_links(writer, item, extras);
  write_people(writer, "author", "authors", item.authors, extras);
  write_people(writer, "contributor", "contributors", item.contributors, extras);
  write_categories(writer, item.categories, extras);
  write_content(writer, item, type, extras);
  if (!item.rights.empty()) write_text(writer, "rights", "rights", item.rights, extras);
  if (item.source) write_source(writer, Prefix::no, *item.source, Home::atom);
  if (item.source && !is_held(*item.source)) extras.add("source", item.source);
  write_image(writer, extras, item, Home::atom, options);
  extras.add("banner_image", item.banner_image);
  extras.add("external_url", item.external_url);
  extras.add("id_is_permalink", item.id_is_permalink);
  add_unplaced(extras, item);
  const bool has_content = !item.content_html.empty() || !item.content_text.empty();
  tell_all_attachments(original, extras);
  write_rest(writer, extras, others, Home::atom, options, has_content);
  writer.close();
  return {};
}

void write_feed_links(xml::Writer& writer, const model::Feed& feed, Extra& extras) {
  std::vector<model::Link> written;
  const auto add = [&](const std::string& url, std::string_view rel, std::string_view type = {}) {
    if (!url.empty() && !has_link(feed.links, rel, url)) written.push_back(link(url, rel, type));
  };
  add(feed.feed_url, "self", "application/atom+xml");
  add_alternate(written, feed.home_page_url, feed.links);
  add(feed.next_url, "next");
  for (const auto& hub : feed.hubs)
    if (hub.type == "WebSub") add(hub.url, "hub");
  write_links(writer, Prefix::no, std::move(written), feed, Home::atom, extras);
}

// RFC 4287, section 4.1.1: the feed has an author, unless each of its entries has one.
void write_authors(xml::Writer& writer, const model::Feed& feed, const std::string& title, Extra& extras) {
  write_people(writer, "author", "authors", feed.authors, extras);
  // Only someone with a name is written.
  const auto is_signed = [](const auto& owner) {
    return std::any_of(owner.authors.begin(), owner.authors.end(),
                       [](const auto& person) { return !as_read(person).name.empty(); });
  };
  if (is_signed(feed) || (!feed.items.empty() && std::all_of(feed.items.begin(), feed.items.end(), is_signed))) return;
  write_person(writer, Prefix::no, "author", {title, "", "", ""}, Home::atom);
  extras.stand_in("authors");
}

void write_generator(xml::Writer& writer, const model::Feed& feed, Extra& extras) {
  if (feed.generator.empty()) {
    extras.add("generator_url", feed.generator_url);
    extras.add("generator_version", feed.generator_version);
    return;
  }
  writer.open("generator");
  if (!feed.generator_url.empty()) writer.attribute("uri", feed.generator_url);
  if (!feed.generator_version.empty()) writer.attribute("version", feed.generator_version);
  writer.text(feed.generator).close();
}

// What only RSS or JSON Feed has a place for.
void add_others(const model::Feed& feed, Extra& extras) {
  model::Image url_only;
  url_only.url = feed.icon.url;
  if (!(url_only == feed.icon)) extras.add("icon", feed.icon);
  url_only.url = feed.logo.url;
  if (!(url_only == feed.logo)) extras.add("logo", feed.logo);
  extras.add("favicon", feed.favicon);
  extras.add("user_comment", feed.user_comment);
  extras.add("managing_editor", feed.managing_editor);
  extras.add("web_master", feed.web_master);
  extras.add("date_published", feed.published);
  extras.add("docs", feed.docs);
  extras.add("cloud", feed.cloud);
  extras.add("skip_hours", feed.skip_hours);
  extras.add("skip_days", feed.skip_days);
  extras.add("rating", feed.rating);
  extras.add("expired", feed.expired);
}

}  // namespace

Result<std::string> write(const model::Feed& original, const WriteOptions& options) {
  Extra extras;
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, extras, Addresses::iri);
  const std::string title = plain(feed.title);
  if (title.empty()) return fail(Cause::misuse, "Atom wants a title, and the feed has none; give one with --title");
  const auto changed = updated(feed) ? updated(feed) : options.now;
  if (!changed)
    return fail(
        Cause::misuse,
        "Atom wants the date of the last change, and nothing in the feed has one; give the time of this run with --now");
  const auto id = model::id_of(feed);
  if (!id) return Failure(id.error());
  const auto ids = model::distinct_ids_of(feed);
  if (!ids) return Failure(ids.error());

  xml::Writer writer;
  writer.reserve(expected_size(feed));
  write_instructions(writer, feed, options);
  writer.open("feed");
  writer.declare("", namespace_of(Vocabulary::atom).uri);
  if (!feed.language.empty()) writer.attribute("xml:lang", feed.language);
  write_foreign_attributes(writer, feed.foreign);
  const std::string iri = feed_iri(feed, *id);
  writer.leaf("id", iri);
  if (feed.id.empty()) extras.stand_in("id");
  if (!feed.id.empty() && iri != feed.id) extras.add("id", feed.id);
  write_text(writer, "title", "title", feed.title, extras);
  if (!feed.subtitle.empty()) write_text(writer, "subtitle", "description", feed.subtitle, extras);
  writer.leaf("updated", text::to_rfc3339(*changed));
  if (!instant_of(feed.modified)) extras.stand_in("date_modified");
  add_odd_date(extras, "date_modified", feed.modified, true);
  write_feed_links(writer, feed, extras);
  write_authors(writer, feed, title, extras);
  write_people(writer, "contributor", "contributors", feed.contributors, extras);
  write_categories(writer, feed.categories, extras);
  write_generator(writer, feed, extras);
  writer.leaf("icon", feed.icon.url).leaf("logo", feed.logo.url);
  if (!feed.rights.empty()) write_text(writer, "rights", "rights", feed.rights, extras);
  write_update_rate(writer, feed, extras);
  add_others(feed, extras);
  write_rest(writer, extras, feed.foreign, Home::atom, options);
  std::set<std::pair<std::string_view, std::int64_t>> versions;
  for (std::size_t at = 0; at < feed.items.size(); ++at) {
    // Entries of one id are versions of one thing, told apart by their dates (RFC 4287, section 4.1.1).
    const auto& item = feed.items[at];
    const auto date = updated(item);
    const bool is_version = !item.id.empty() && versions.emplace(item.id, date ? date->seconds : 0).second;
    const auto written = write_entry(writer, item, is_version ? item.id : (*ids)[at], iri, options);
    if (!written) return Failure(written.error());
  }
  return writer.take();
}

}  // namespace syndicat::formats::atom
