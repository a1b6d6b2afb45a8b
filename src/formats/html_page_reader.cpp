// h-feed and h-entry (https://microformats.org/wiki/h-feed): the properties stand in classes, p- for text, u- for
// addresses, dt- for dates, e- for markup. What is a property of an h-entry within is none of the h-feed's.

#include "formats/html_page.hpp"
#include "formats/markup.hpp"
#include "formats/xml_reading.hpp"
#include "html/document.hpp"
#include "html/encoding.hpp"
#include "html/sanitize.hpp"
#include "html/serialize.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::html_page {
namespace {

bool has_class(html::Node node, std::string_view wanted) {
  for (std::string_view rest = node.attribute("class"); !rest.empty();) {
    const auto end = std::min(rest.find_first_of(text::kSpace), rest.size());
    if (rest.substr(0, end) == wanted) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_root(html::Node node) {
  return has_class(node, "h-entry") || has_class(node, "h-feed") || has_class(node, "h-card") ||
         has_class(node, "h-cite") || has_class(node, "h-event");
}

// The properties of a thing: the elements within it that have a class, but those of things within it. A thing within
// may itself be a property ("p-author h-card").
class Properties {
 public:
  explicit Properties(html::Node root) {
    for (auto node = root.first_child(); node;) {
      if (node.is_element() && !node.attribute("class").empty()) nodes_.push_back(node);
      const bool enter = !node.is_element() || !is_root(node);
      if (enter && node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node && !(node == root) && !node.next()) node = node.parent();
      node = !node || node == root ? html::Node() : node.next();
    }
  }

  html::Node first(std::string_view name) const {
    for (const auto node : nodes_)
      if (has_class(node, name)) return node;
    return {};
  }

  std::vector<html::Node> all(std::string_view name) const {
    std::vector<html::Node> found;
    for (const auto node : nodes_)
      if (has_class(node, name)) found.push_back(node);
    return found;
  }

 private:
  std::vector<html::Node> nodes_;
};

std::string text_of(html::Node node) {
  if (!node) return {};
  if (node.is("abbr") && node.has_attribute("title")) return std::string(node.attribute("title"));
  if ((node.is("data") || node.is("input")) && node.has_attribute("value")) return std::string(node.attribute("value"));
  if (node.is("img") && node.has_attribute("alt")) return std::string(node.attribute("alt"));
  return text::collapse_space(node.text());
}

std::string address_of(html::Node node, std::string_view base) {
  if (!node) return {};
  for (const auto name : {"href", "src", "data", "poster", "value", "title"})
    if (node.has_attribute(name)) return text::resolve(base, node.attribute(name));
  // The words of an element that has no address of its own are one only where they look like it.
  const std::string words = text_of(node);
  return text::is_absolute_iri(words) ? words : std::string();
}

std::optional<model::Date> date_of(html::Node node) {
  if (!node) return std::nullopt;
  std::string written(node.has_attribute("datetime") ? node.attribute("datetime") : std::string_view());
  if (written.empty()) written = text_of(node);
  if (written.empty()) return std::nullopt;
  const auto instant = text::parse_date(written);
  return model::Date{instant, std::move(written)};
}

model::Person person_of(html::Node node, std::string_view base) {
  model::Person person;
  if (!has_class(node, "h-card")) {
    person.name = text_of(node);
    return person;
  }
  const Properties properties(node);
  person.name = text_of(properties.first("p-name"));
  if (person.name.empty()) person.name = text_of(node);
  person.url = node.is("a") ? address_of(node, base) : address_of(properties.first("u-url"), base);
  person.avatar = address_of(properties.first("u-photo"), base);
  std::string mail = address_of(properties.first("u-email"), base);
  person.email = mail.starts_with("mailto:") ? mail.substr(7) : mail;
  return person;
}

model::Item item_of(html::Node entry, std::string_view base) {
  const Properties properties(entry);
  model::Item item;
  item.url = address_of(properties.first("u-url"), base);
  item.id = address_of(properties.first("u-uid"), base);
  item.title = {model::Text::Kind::plain, text_of(properties.first("p-name"))};
  if (const auto content = properties.first("e-content"))
    item.content_html = absolute(std::string(text::trim(html::to_html(content))), base);
  item.summary = {model::Text::Kind::plain, text_of(properties.first("p-summary"))};
  item.published = date_of(properties.first("dt-published"));
  item.modified = date_of(properties.first("dt-updated"));
  for (const auto author : properties.all("p-author")) add_person(item.authors, person_of(author, base));
  for (const auto category : properties.all("p-category")) add_category(item.categories, {text_of(category), "", ""});
  item.image.url = address_of(properties.first("u-photo"), base);
  item.language = text::normalize_language(entry.attribute("lang"));
  for (const auto edition : properties.all("u-translation")) {
    auto language = text::normalize_language(edition.attribute("hreflang"));
    auto title = text_of(edition);
    if (title == language) title.clear();
    if (!language.empty())
      item.translations.push_back({std::move(language), address_of(edition, base), std::move(title)});
  }
  for (const auto* name : {"u-audio", "u-video", "u-enclosure"})
    for (const auto attachment : properties.all(name))
      item.attachments.push_back({address_of(attachment, base), "", "", std::nullopt, std::nullopt});
  // A note has no name of its own: where the name is the content, it is none.
  if (!item.content_html.empty() && item.title.value == plain_of_html(item.content_html)) item.title = {};
  return item;
}

}  // namespace

bool looks_like(std::string_view bytes) {
  // A page is a feed only where it says so and lists several entries; others are for `fetch`.
  if (!text::trim(bytes.substr(0, 4096)).starts_with('<') || bytes.find("h-feed") == std::string_view::npos)
    return false;
  const auto first = bytes.find("h-entry");
  return first != std::string_view::npos && bytes.find("h-entry", first + 1) != std::string_view::npos;
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_size)
    return fail(Cause::unreadable, "holds more than {} bytes; raise it with --max-size", options.max_size);
  auto decoded = html::decode(bytes, options.charset);
  const auto page = html::parse(std::move(decoded.text));
  std::string base = options.base_uri;
  if (const auto element = page.root().find("base[href]")) base = text::resolve(base, element.attribute("href"));

  Reading reading;
  auto& feed = reading.feed;
  const auto root = page.root().find(".h-feed");
  for (const auto entry : (root ? root : page.root()).find_all(".h-entry")) {
    // An entry within an entry is a comment or a citation.
    if (entry.parent().closest(".h-entry")) continue;
    feed.items.push_back(item_of(entry, base));
  }
  if (feed.items.empty())
    return fail(Cause::unreadable, "the page holds no h-entry; give it to `syndicat fetch`, which makes an item of it");
  if (root) {
    const Properties properties(root);
    feed.title = {model::Text::Kind::plain, text_of(properties.first("p-name"))};
    feed.subtitle = {model::Text::Kind::plain, text_of(properties.first("p-summary"))};
    feed.home_page_url = address_of(properties.first("u-url"), base);
    for (const auto author : properties.all("p-author")) add_person(feed.authors, person_of(author, base));
  }
  if (feed.title.empty()) feed.title = {model::Text::Kind::plain, text_of(page.root().find("title"))};
  if (feed.home_page_url.empty()) feed.home_page_url = options.base_uri;
  feed.language = text::normalize_language(page.html().attribute("lang"));
  return reading;
}

}  // namespace syndicat::formats::html_page
