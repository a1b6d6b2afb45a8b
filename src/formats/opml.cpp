#include "formats/opml.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "formats/fit.hpp"
#include "formats/markup.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats::opml {
namespace {

// OPML's attributes come in all spellings.
std::string attribute(xml::Node node, std::string_view name) {
  for (const auto& known : node.attributes())
    if (text::equals_ignoring_case(known.name.local, name)) return std::string(text::trim(known.value));
  return {};
}

std::string address_in(xml::Node node, std::string_view name, std::string_view base) {
  const std::string written = attribute(node, name);
  return written.empty() ? written : text::resolve(base, written);
}

// Words apart by commas, or paths of words apart by slashes (OPML 2.0).
void read_categories(std::string_view written, model::Item& item) {
  for (std::string_view rest = written; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(",/"), rest.size());
    add_category(item.categories, {text::collapse_space(rest.substr(0, end)), "", ""});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// OPML's attributes that no feed has, and those that say more than what is read of them: a text beside a title, paths
// of categories.
void keep_own(xml::Node node, model::Foreign& foreign) {
  const auto keep = [&](std::string_view name, std::string value) {
    if (!value.empty()) foreign.attributes.push_back({"", "", std::string(name), std::move(value)});
  };
  if (const auto text = attribute(node, "text"); text != attribute(node, "title") && !attribute(node, "title").empty())
    keep("text", text);
  if (auto category = attribute(node, "category"); category.find('/') != std::string::npos)
    keep("category", std::move(category));
}

std::string_view kept_own(const model::Item* item, std::string_view name) {
  if (item != nullptr)
    for (const auto& attribute : item->foreign.attributes)
      if (attribute.uri.empty() && attribute.name == name && attribute.of.empty()) return attribute.value;
  return {};
}

void keep_unknown(const xml::Attribute& attribute, model::Foreign& foreign) {
  constexpr auto kKnown = std::to_array<std::string_view>(
      {"xmlUrl", "htmlUrl", "text", "title", "description", "language", "category", "type"});
  const auto& [uri, local] = attribute.name;
  const bool is_known = uri.empty() && std::any_of(kKnown.begin(), kKnown.end(), [&](auto known) {
                          return text::equals_ignoring_case(known, local);
                        });
  if (!is_known)
    foreign.attributes.push_back(
        {std::string(uri), std::string(attribute.prefix), std::string(local), std::string(attribute.value)});
}

// What is read, and where.
struct List {
  model::Feed& feed;
  std::string_view base;
  std::string first_link{};  // the place of the first outline that names a page or another list, not a feed
};

// An outline with a feed's address is a feed; one without is a heading, which its feeds keep as a category.
void read_outline(xml::Node node, List& list, const std::vector<model::Category>& headings) {
  const std::string_view base = list.base;
  const std::string feed_url = address_in(node, "xmlUrl", base);
  std::string title = attribute(node, "title");
  if (title.empty()) title = attribute(node, "text");
  if (!feed_url.empty()) {
    model::Item item;
    item.id = feed_url;
    item.url = address_in(node, "htmlUrl", base);
    item.title = guess_text(text::collapse_space(title));
    item.summary = guess_text(attribute(node, "description"));
    item.language = attribute(node, "language");
    item.categories = headings;
    read_categories(attribute(node, "category"), item);
    keep_own(node, item.foreign);
    for (const auto& known : node.attributes()) keep_unknown(known, item.foreign);
    item.source = model::Source{"", title, item.url, feed_url, {}};
    list.feed.items.push_back(std::move(item));
  } else if (list.first_link.empty() && !attribute(node, "url").empty()) {
    const auto place = node.position();
    list.first_link = fmt::format("{}:{}", place.line, place.column);
  }
  auto below = headings;
  if (feed_url.empty() && !title.empty() && below.size() < kMostHeadings) below.push_back({title, "", ""});
  for (const auto child : node.children()) read_outline(child, list, below);
}

// `item`: what the list says of the feed; null where its items tell alone.
void write_outline(xml::Writer& writer, const model::Source& source, const model::Item* item) {
  const auto text = kept_own(item, "text"), paths = kept_own(item, "category");
  writer.open("outline")
      .attribute("type", "rss")
      .attribute("text", !text.empty()          ? text
                         : source.title.empty() ? source.feed_url
                                                : source.title);
  if (!source.title.empty()) writer.attribute("title", source.title);
  writer.attribute("xmlUrl", source.feed_url);
  if (!source.url.empty()) writer.attribute("htmlUrl", source.url);
  if (item != nullptr) {
    if (!item->summary.empty()) writer.attribute("description", plain(item->summary));
    if (!item->language.empty()) writer.attribute("language", item->language);
    std::string categories;
    for (const auto& category : item->categories)
      categories.append(categories.empty() ? "" : ",").append(category.term);
    if (!paths.empty()) writer.attribute("category", paths);
    else if (!categories.empty()) writer.attribute("category", categories);
    if (const auto created = kept_own(item, "created"); !created.empty()) writer.attribute("created", created);
    write_foreign_attributes(writer, item->foreign);
  }
  writer.close();
}

}  // namespace

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  Reading reading;
  const auto document = parse_document(std::move(bytes), options, reading.notes);
  if (!document) return Failure(document.error());
  auto& feed = reading.feed;
  List list{feed, options.base_uri};
  for (const auto part : document->root().children()) {
    if (part.name().local == "body")
      for (const auto outline : part.children()) read_outline(outline, list, {});
    if (part.name().local != "head") continue;
    for (const auto child : part.children()) {
      const auto name = child.name().local;
      const auto date = [&] { return model::Date{text::parse_date(child.text()), one_line(child)}; };
      if (name == "title") feed.title = {model::Text::Kind::plain, one_line(child)};
      if (name == "dateCreated") feed.published = date();
      if (name == "dateModified") feed.modified = date();
      if (name == "ownerName" || name == "ownerEmail" || name == "ownerId") {
        if (feed.authors.empty()) feed.authors.emplace_back();
        auto& owner = feed.authors[0];
        (name == "ownerName" ? owner.name : name == "ownerEmail" ? owner.email : owner.url) = one_line(child);
      }
    }
  }
  if (!list.first_link.empty())
    reading.notes.push_back({list.first_link +
                             ": outlines that name a page or another list (type link or include) are no feeds and are "
                             "left out; read a list that is included for itself"});
  return reading;
}

Result<std::string> write(const model::Feed& original, const WriteOptions& options) {
  Extra nowhere;  // there is no place for what does not fit
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, nowhere, Addresses::uri);
  // The feeds that the items come from; where they tell none, the feed itself.
  std::vector<std::pair<model::Source, const model::Item*>> sources;
  std::unordered_set<std::string_view> known;
  for (const auto& item : feed.items) {
    if (!item.source || item.source->feed_url.empty()) continue;
    if (!known.insert(item.source->feed_url).second) continue;
    sources.emplace_back(*item.source, item.id == item.source->feed_url ? &item : nullptr);
  }
  if (sources.empty()) {
    if (feed.feed_url.empty())
      return fail(Cause::misuse, "OPML wants the feed's own address, and the feed has none; give it with --self");
    sources.emplace_back(model::Source{"", plain(feed.title), feed.home_page_url, feed.feed_url, {}}, nullptr);
  }
  xml::Writer writer;
  write_instructions(writer, feed, options);
  writer.open("opml").attribute("version", "2.0");
  writer.open("head").leaf("title", plain(feed.title));
  if (feed.published && feed.published->instant) writer.leaf("dateCreated", text::to_rfc822(*feed.published->instant));
  if (feed.modified && feed.modified->instant) writer.leaf("dateModified", text::to_rfc822(*feed.modified->instant));
  if (!feed.authors.empty())
    writer.leaf("ownerName", feed.authors[0].name)
        .leaf("ownerEmail", feed.authors[0].email)
        .leaf("ownerId", feed.authors[0].url);
  writer.close().open("body");
  for (const auto& [source, item] : sources) write_outline(writer, source, item);
  return writer.take();
}

}  // namespace syndicat::formats::opml
