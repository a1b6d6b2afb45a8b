#include "formats/atom_parts.hpp"

#include "formats/markup.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::atom {
namespace {

constexpr std::string_view kXhtmlUri = "http://www.w3.org/1999/xhtml";

std::string attribute(xml::Node node, std::string_view name) {
  const auto value = node.attribute(name);
  return value ? std::string(text::trim(*value)) : std::string();
}

// The markup within an element, without the div that RFC 4287, section 3.1.1.3, wants around it.
std::string xhtml_in(xml::Node node) {
  std::optional<xml::Node> only;
  for (const auto child : node.nodes()) {
    if (!child.is_element() && text::is_blank(child.value())) continue;
    if (only || !child.is_element()) return std::string(text::trim(node.inner(kXhtmlUri)));
    only = child;
  }
  const bool is_div = only && only->name().local == "div" && only->attributes().empty();
  return std::string(text::trim((is_div ? *only : node).inner(kXhtmlUri)));
}

// Whether a link says more than where it leads and that it is a page.
bool says_more(const model::Link& link) {
  return !link.title.empty() || !link.language.empty() || link.length || (!link.type.empty() && link.type != "text/html");
}

// The alternate link: the page's address, and a link of its own where it says more. `is_page` where an HTML page is.
void place_alternate(model::Link link, std::string& url, std::vector<model::Link>& links, bool url_is_page) {
  const bool is_page = link.type.empty() || link.type == "text/html" || link.type == "application/xhtml+xml";
  // Of several, a page comes before what is none.
  if (url.empty() || (is_page && !url_is_page)) {
    url = link.href;
    if (!says_more(link)) return;
  } else if (link.href == url && !says_more(link)) {
    return;
  }
  links.push_back(std::move(link));
}

// Whether the address that stands for the page by now is that of a page, for all that its link says.
bool is_page(const std::string& url, const std::vector<model::Link>& links) {
  for (const auto& link : links)
    if (link.rel == "alternate" && link.href == url && !link.type.empty() && link.type != "text/html") return false;
  return true;
}

}  // namespace

model::Text read_text(xml::Node node, std::string_view outer_base) {
  using Kind = model::Text::Kind;
  const std::string base = base_of(node, outer_base);
  const std::string type = text::to_lower_ascii(attribute(node, "type"));
  const std::string mode = text::to_lower_ascii(attribute(node, "mode"));  // Atom 0.3
  const bool has_elements = !node.children().empty();
  const bool is_html = type == "html" || type == "text/html" || type == "application/xhtml+xml" || type == "xhtml";
  if (type == "xhtml" || (has_elements && (is_html || mode == "xml" || mode.empty())))
    return {Kind::html, absolute(xhtml_in(node), base)};
  if (is_html) return {Kind::html, absolute(trimmed(node), base)};
  return {Kind::plain, trimmed(node)};
}

model::Person read_person(xml::Node node, std::string_view outer_base) {
  const std::string base = base_of(node, outer_base);
  model::Person person;
  bool has_parts = false;
  for (const auto child : node.children()) {
    const auto name = child.name().local;
    if (name == "name") person.name = one_line(child);
    if (name == "email") person.email = trimmed(child);
    if (name == "uri" || name == "url" || name == "homepage") person.url = address(child, base);
    has_parts = true;
  }
  if (!has_parts) person = formats::read_person(node.text());
  return person;
}

model::Category read_category(xml::Node node) {
  model::Category category{attribute(node, "term"), attribute(node, "scheme"), attribute(node, "label")};
  if (category.term.empty()) category.term = one_line(node);
  return category;
}

model::Link read_link(xml::Node node, std::string_view outer_base) {
  const std::string base = base_of(node, outer_base);
  model::Link link;
  const auto href = node.attribute("href");
  if (href) link.href = text::resolve(base, *href);
  // Where an address was written as the element's text, that is what was meant.
  if (!href && node.children().empty()) link.href = address(node, base);
  link.rel = attribute(node, "rel");
  // RFC 4287, section 4.2.7.2: without a relation it is "alternate", and the registry's URI means the same as a name.
  constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";
  if (link.rel.starts_with(kRegistry)) link.rel.erase(0, kRegistry.size());
  if (link.rel.empty()) link.rel = "alternate";
  link.type = text::to_lower_ascii(attribute(node, "type"));
  link.language = text::normalize_language(attribute(node, "hreflang"));
  link.title = attribute(node, "title");
  if (const auto length = node.attribute("length")) link.length = read_number(*length);
  return link;
}

model::Source read_source(xml::Node node, std::string_view outer_base, Context& context) {
  const std::string base = base_of(node, outer_base);
  model::Source source;
  for (const auto child : node.children()) {
    const auto name = child.name().local;
    if (name == "id") source.id = trimmed(child);
    if (name == "title") source.title = plain(read_text(child, base));
    if (name == "updated")
      if (const auto date = read_date(child, context)) source.modified = *date;
    if (name == "link") {
      const auto link = read_link(child, base);
      if (link.rel == "alternate" && source.url.empty()) source.url = link.href;
      if (link.rel == "self" && source.feed_url.empty()) source.feed_url = link.href;
    }
  }
  return source;
}

void place_link(xml::Node node, std::string_view base, model::Item& item) {
  auto link = read_link(node, base);
  if (link.href.empty()) return;
  if (link.rel == "alternate") {
    place_alternate(std::move(link), item.url, item.links, is_page(item.url, item.links));
  } else if (link.rel == "enclosure") {
    item.attachments.push_back({link.href, link.type, link.title, link.length, std::nullopt});
  } else if (link.rel == "replies" && link.type == "text/html" && item.comments_url.empty()) {
    item.comments_url = link.href;
  } else if (link.rel == "replies" && link.type == "application/atom+xml" && item.comments_feed_url.empty()) {
    item.comments_feed_url = link.href;
  } else {
    item.links.push_back(std::move(link));
  }
  // RFC 4685, section 4: how many replies there are stands in an attribute.
  for (const auto& attribute : node.attributes())
    if (attribute.name.local == "count" && vocabulary_of(attribute.name.uri) == Vocabulary::thr && !item.comments_count)
      item.comments_count = read_number(attribute.value);
}

void place_link(xml::Node node, std::string_view base, model::Feed& feed) {
  auto link = read_link(node, base);
  if (link.href.empty()) return;
  if (link.rel == "alternate") {
    place_alternate(std::move(link), feed.home_page_url, feed.links, is_page(feed.home_page_url, feed.links));
  } else if (link.rel == "self" && feed.feed_url.empty()) {
    feed.feed_url = link.href;
  } else if (link.rel == "next" && feed.next_url.empty()) {
    feed.next_url = link.href;
  } else if (link.rel == "hub") {
    feed.hubs.push_back({"WebSub", link.href});
  } else {
    feed.links.push_back(std::move(link));
  }
}

}  // namespace syndicat::formats::atom
