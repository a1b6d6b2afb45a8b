#include "formats/sitemap.hpp"

#include <algorithm>

#include "formats/fit.hpp"
#include "formats/markup.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats::sitemap {
namespace {

constexpr std::string_view kSitemapUri = "http://www.sitemaps.org/schemas/sitemap/0.9";
constexpr std::string_view kNewsUri = "http://www.google.com/schemas/sitemap-news/0.9";
constexpr std::string_view kImageUri = "http://www.google.com/schemas/sitemap-image/1.1";
constexpr std::size_t kMostItems = 1000;  // of a news sitemap, as Google has it

void read_keywords(const std::string& text, model::Item& item) {
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    add_category(item.categories, {text::collapse_space(rest.substr(0, end)), "", ""});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void read_news(xml::Node news, model::Item& item, Context& context) {
  for (const auto child : news.children()) {
    const auto name = child.name().local;
    if (name == "title") {
      item.title = {model::Text::Kind::plain, one_line(child)};
    } else if (name == "publication_date") {
      item.published = read_date(child, context);
    } else if (name == "keywords") {
      read_keywords(child.text(), item);
    } else if (name == "publication") {
      for (const auto part : child.children()) {
        if (part.name().local == "name") item.site_name = one_line(part);
        if (part.name().local == "language") item.language = text::normalize_language(part.text());
      }
    } else {
      keep(child, item.foreign);
    }
  }
}

void read_image(xml::Node node, model::Item& item, std::string_view base) {
  for (const auto part : node.children()) {
    const auto name = part.name().local;
    if (name == "loc") item.image.url = address(part, base);
    if (name == "title") item.image.title = one_line(part);
    if (name == "caption") item.image.caption = one_line(part);
  }
}

// Google's video extension: what of it an item can hold; all of it is kept.
void read_video(xml::Node video, model::Item& item, Context& context, std::string_view base) {
  model::Attachment attachment;
  for (const auto child : video.children()) {
    const auto name = child.name().local;
    if (name == "title" && item.title.empty()) item.title = {model::Text::Kind::plain, one_line(child)};
    if (name == "description" && item.summary.empty()) item.summary = {model::Text::Kind::plain, one_line(child)};
    if (name == "thumbnail_loc" && item.image.empty()) item.image.url = address(child, base);
    if (name == "publication_date" && !item.published) item.published = read_date(child, context);
    if (name == "tag") add_category(item.categories, {one_line(child), "", ""});
    if (name == "content_loc") attachment.url = address(child, base);
    if (name == "duration")
      if (const auto seconds = read_number(child.text()))
        attachment.duration_in_seconds = static_cast<double>(*seconds);
  }
  if (!attachment.url.empty()) item.attachments.push_back(std::move(attachment));
}

model::Item read_url(xml::Node node, Context& context, std::string_view base) {
  model::Item item;
  for (const auto child : node.children()) {
    const auto name = child.name().local;
    if (name == "loc") {
      item.url = address(child, base);
    } else if (name == "lastmod") {
      item.modified = read_date(child, context);
    } else if (name == "news") {
      read_news(child, item, context);
    } else if (name == "image" && item.image.empty()) {
      read_image(child, item, base);
    } else if (name == "video") {
      read_video(child, item, context, base);
      keep(child, item.foreign);
    } else if (name == "link" && child.attribute("hreflang") && child.attribute("href")) {
      const auto url = text::resolve(base, *child.attribute("href"));
      if (url != item.url) item.translations.push_back({std::string(*child.attribute("hreflang")), url, ""});
    } else {
      keep(child, item.foreign);
    }
  }
  return item;
}

// A tag with a comma would be read as two.
std::string keywords(const model::Item& item) {
  std::string out;
  for (const auto& category : item.categories)
    if (category.term.find(',') == std::string::npos) out.append(out.empty() ? "" : ", ").append(category.term);
  return out;
}

// Whether an element that was kept is that of Google's extension.
bool is_news(std::string_view element, std::string_view local) {
  auto name = element.substr(1, element.find_first_of(" \t\r\n/>") - 1);
  if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name == local && element.find(kNewsUri) != std::string_view::npos;
}

// What an entry may have beside that, each once, and no feed has a place for.
void write_kept_news(xml::Writer& writer, const model::Foreign& foreign, const WriteOptions& options) {
  for (const std::string_view local : {"genres", "stock_tickers", "access"}) {
    const auto element =
        std::ranges::find_if(foreign.xml, [&](const std::string& kept) { return is_news(kept, local); });
    if (element != foreign.xml.end() && is_written(*element, Home::rss, options)) writer.raw(*element);
  }
}

}  // namespace

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  std::vector<Note> notes;
  const auto document = parse_document(std::move(bytes), options, notes);
  if (!document) return Failure(document.error());
  Context context{*document, Names(*document), std::move(notes)};
  Reading reading;
  for (const auto child : document->root().children())
    if (child.name().local == "url" || child.name().local == "sitemap")
      reading.feed.items.push_back(read_url(child, context, options.base_uri));
  // All of one publication: its name is the feed's.
  auto& feed = reading.feed;
  const auto first =
      std::find_if(feed.items.begin(), feed.items.end(), [](const auto& item) { return !item.site_name.empty(); });
  const auto differs = [&](const model::Item& item) {
    return !item.site_name.empty() && (item.site_name != first->site_name || item.language != first->language);
  };
  if (first != feed.items.end() && std::none_of(feed.items.begin(), feed.items.end(), differs)) {
    feed.title = {model::Text::Kind::plain, first->site_name};
    feed.language = first->language;
  }
  reading.notes = std::move(context.notes);
  return reading;
}

Result<std::string> write(const model::Feed& original, const WriteOptions& options) {
  Extra nowhere;  // there is no place for what does not fit
  std::optional<model::Feed> room;
  const auto& feed = fitted(original, room, nowhere, Addresses::uri);
  const std::string feed_name = plain(feed.title);
  xml::Writer writer;
  write_instructions(writer, feed, options);
  writer.open("urlset");
  writer.declare("", kSitemapUri);
  writer.declare("news", kNewsUri);
  std::size_t written = 0;
  for (const auto& whole : feed.items) {
    std::optional<model::Item> item_room;
    const auto& item = fitted(whole, item_room, nowhere, Addresses::uri);
    // Each entry has an address, a title and a date.
    const auto& date = item.published ? item.published : item.modified;
    if (item.url.empty() || item.title.empty() || !date || !date->instant || written == kMostItems) continue;
    ++written;
    const auto& name = item.site_name.empty() ? feed_name : item.site_name;
    const auto& language = item.language.empty() ? feed.language : item.language;
    if (name.empty())
      return fail(Cause::misuse,
                  "a news sitemap wants the publication's name, and the feed has none; give one with --title");
    if (language.empty())
      return fail(Cause::misuse,
                  "a news sitemap wants the publication's language, and the feed has none; give it with --language");
    writer.open("url").leaf("loc", item.url);
    if (item.modified && item.modified->instant) writer.leaf("lastmod", text::to_rfc3339(*item.modified->instant));
    writer.open("news:news").open("news:publication").leaf("news:name", name);
    writer.leaf("news:language", language).close();
    writer.leaf("news:publication_date", text::to_rfc3339(*date->instant))
        .leaf("news:title", plain(item.title))
        .leaf("news:keywords", keywords(item));
    write_kept_news(writer, item.foreign, options);
    writer.close();
    if (!item.image.empty()) {
      writer.declare("image", kImageUri);
      writer.open("image:image").leaf("image:loc", item.image.url).close();
    }
    writer.close();
  }
  if (written == 0)
    return fail(Cause::nothing_usable,
                "no item has all that a news sitemap wants of each: an address, a title and a date");
  return writer.take();
}

}  // namespace syndicat::formats::sitemap
