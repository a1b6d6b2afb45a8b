#include "formats/atom_parts.hpp"

#include <algorithm>

#include "formats/markup.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::atom {
namespace {

std::string attribute(xml::Node node, std::string_view name) {
  const auto value = node.attribute(name);
  return value ? std::string(text::trim(*value)) : std::string();
}

// The markup within an element, without the div that RFC 4287, section 3.1.1.3, wants around it. It may stand in the
// feed's own namespace, where nobody said otherwise.
std::string xhtml_in(xml::Node node) {
  std::optional<xml::Node> only;
  const auto elements = node.children();
  const auto uri = elements.empty() ? std::string_view() : (*elements.begin()).name().uri;
  for (const auto child : node.nodes()) {
    if (!child.is_element() && text::is_blank(child.value())) continue;
    if (only || !child.is_element()) return std::string(text::trim(node.inner(uri)));
    only = child;
  }
  const bool is_div = only && only->name().local == "div" && only->attributes().empty();
  return std::string(text::trim((is_div ? *only : node).inner(uri)));
}

// Whether a link says more than where it leads and what is there, of one of the types that its place implies.
bool says_more(const model::Link& link, std::initializer_list<std::string_view> types) {
  const bool is_usual = link.type.empty() || std::find(types.begin(), types.end(), link.type) != types.end();
  return !is_usual || !link.title.empty() || !link.language.empty() || link.length || !link.foreign.empty();
}

// The alternate link: the page's address, and a link of its own where it says more. `is_page` where an HTML page is.
void place_alternate(model::Link link, std::string& url, std::vector<model::Link>& links, bool url_is_page) {
  const bool is_page = link.type.empty() || link.type == "text/html" || link.type == "application/xhtml+xml";
  // Of several, a page comes before what is none.
  if (url.empty() || (is_page && !url_is_page)) {
    url = link.href;
    if (!says_more(link, {"text/html"})) return;
  } else if (link.href == url && !says_more(link, {"text/html"})) {
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
    return {Kind::html, absolute(xhtml_in(node), base, XmlBase::counts)};
  if (is_html) return {Kind::html, absolute(trimmed(node), base)};
  return {Kind::plain, trimmed(node)};
}

void tell_unescaped(xml::Node node, Context& context) {
  const auto name = node.name().local;
  const bool is_text =
      name == "title" || name == "summary" || name == "content" || name == "subtitle" || name == "rights";
  const auto elements = node.children();
  if (!is_text || elements.empty() || node.attribute("mode")) return;  // Atom 0.3 has it otherwise
  const std::string type = text::to_lower_ascii(attribute(node, "type"));
  if (!type.empty() && type != "html" && type != "text") return;
  context.note(
      *elements.begin(),
      fmt::format("<{}> holds markup that is not escaped; write &lt; for its < and type=\"html\", or type=\"xhtml\" "
                  "with a <div xmlns=\"http://www.w3.org/1999/xhtml\"> around it",
                  name));
}

bool is_text_content(xml::Node node) {
  if (node.attribute("src")) return false;
  const std::string type = text::to_lower_ascii(attribute(node, "type"));
  const auto mode = node.attribute("mode");  // Atom 0.3
  if (mode) return mode != "base64";
  return type.empty() || type == "html" || type == "xhtml" || type.starts_with("text") ||
         type == "application/xhtml+xml";
}

model::Person read_person(xml::Node node, std::string_view outer_base) {
  const std::string base = base_of(node, outer_base);
  model::Person person;
  bool has_parts = false;
  keep_attributes(node, {}, person.foreign);
  for (const auto child : node.children()) {
    const auto name = child.name().local;
    if (name == "name" && person.name.empty()) person.name = one_line(child);
    else if (name == "email" && person.email.empty()) person.email = trimmed(child);
    else if ((name == "uri" || name == "url" || name == "homepage") && person.url.empty())
      person.url = address(child, base);
    else if (!trimmed(child).empty() || !child.attributes().empty() || !child.children().empty())
      keep(child, person.foreign, base);
    has_parts = true;
  }
  if (has_parts) return person;
  auto written = formats::read_person(node.text());
  written.foreign = std::move(person.foreign);
  return written;
}

model::Category read_category(xml::Node node) {
  model::Category category{attribute(node, "term"), attribute(node, "scheme"), attribute(node, "label")};
  if (category.term.empty()) category.term = one_line(node);
  keep_attributes(node, {"term", "scheme", "label"}, category.foreign);
  for (const auto child : node.children()) keep(child, category.foreign);
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
  keep_attributes(node, {"href", "rel", "type", "hreflang", "title", "length"}, link.foreign);
  for (const auto child : node.children()) keep(child, link.foreign, base);
  return link;
}

model::Source read_source(xml::Node node, std::string_view outer_base, Context& context) {
  const std::string base = base_of(node, outer_base);
  model::Source source;
  keep_attributes(node, {}, source.foreign);
  const auto read = [&](xml::Node child) {
    const auto name = child.name().local;
    if (!child.attributes().empty() && name != "title" && name != "link") return false;
    if (name == "id" && source.id.empty()) {
      source.id = trimmed(child);
    } else if (name == "title" && source.title.empty() && child.attribute("type").value_or("text") == "text") {
      source.title = one_line(child);
    } else if (name == "updated" && source.modified.written.empty()) {
      if (const auto date = read_date(child, context)) source.modified = *date;
    } else if (name == "link") {
      const auto link = read_link(child, base);
      if (says_more(link, {})) return false;
      auto& place = link.rel == "alternate" ? source.url : source.feed_url;
      if ((link.rel != "alternate" && link.rel != "self") || !place.empty()) return false;
      place = link.href;
    } else {
      return false;
    }
    return true;
  };
  for (const auto child : node.children())
    if (!read(child)) keep(child, source.foreign, base);
  // What says more than we hold says what we hold as well.
  for (const auto child : node.children()) {
    if (child.name().local == "title" && source.title.empty()) source.title = plain(read_text(child, base));
    if (child.name().local != "link") continue;
    const auto link = read_link(child, base);
    if (link.rel == "alternate" && source.url.empty()) source.url = link.href;
    if (link.rel == "self" && source.feed_url.empty()) source.feed_url = link.href;
  }
  return source;
}

std::vector<model::Person> authors_of_source(xml::Node node, std::string_view outer_base) {
  std::vector<model::Person> authors;
  for (const auto child : node.children())
    if (child.name().local == "author") add_person(authors, read_person(child, base_of(node, outer_base)));
  return authors;
}

model::Link link_of(const model::Attachment& attachment) {
  model::Link link{attachment.url,           "enclosure",       attachment.mime_type, "", attachment.title,
                   attachment.size_in_bytes, attachment.foreign};
  // The one attribute of a link that attachments have no place for.
  auto& attributes = link.foreign.attributes;
  for (auto at = attributes.begin(); at != attributes.end(); ++at)
    if (at->uri.empty() && at->name == "hreflang" && text::normalize_language(at->value) == at->value &&
        !at->value.empty()) {
      link.language = at->value;
      attributes.erase(at);
      break;
    }
  return link;
}

model::Attachment attachment_of(model::Link link) {
  model::Attachment attachment{std::move(link.href), std::move(link.type), std::move(link.title),
                               link.length,          std::nullopt,         std::move(link.foreign)};
  if (!link.language.empty()) {
    auto& attributes = attachment.foreign.attributes;
    attributes.insert(attributes.begin(), {"", "", "hreflang", std::move(link.language)});
  }
  return attachment;
}

namespace {

// RSS has an element of its own for it, which goes before a link.
void place_enclosure(model::Link link, model::Item& item, Home home) {
  const bool is_known = std::any_of(item.attachments.begin(), item.attachments.end(),
                                    [&](const auto& other) { return other.url == link.href; });
  if (home == Home::rss) {
    item.links.push_back(link);
    if (is_known) return;
  }
  item.attachments.push_back(attachment_of(std::move(link)));
}

// A second page that is said to be in some language is the article's edition in it.
bool is_translation(const model::Link& link, const model::Item& item, Home home) {
  const bool is_page = link.type.empty() || link.type == "text/html" || link.type == "application/xhtml+xml";
  return home == Home::atom && link.rel == "alternate" && is_page && !link.language.empty() && !link.length &&
         link.foreign.empty() && !item.url.empty() && link.href != item.url;
}

}  // namespace

void place(model::Link link, model::Item& item, Home home) {
  if (link.href.empty()) return;
  // RFC 4685, section 4: how many replies there are stands in an attribute.
  for (const auto& attribute : link.foreign.attributes)
    if (attribute.name == "count" && vocabulary_of(attribute.uri) == Vocabulary::thr && !item.comments_count)
      item.comments_count = read_number(attribute.value);
  const auto put = [&](std::string& place, std::initializer_list<std::string_view> types) {
    const bool is_held = place.empty() && home != Home::rss && !says_more(link, types);
    if (place.empty()) place = link.href;
    if (!is_held) item.links.push_back(std::move(link));
  };
  if (is_translation(link, item, home)) item.translations.push_back({link.language, link.href, link.title});
  else if (link.rel == "alternate" && home == Home::atom)
    place_alternate(std::move(link), item.url, item.links, is_page(item.url, item.links));
  else if (link.rel == "enclosure") place_enclosure(std::move(link), item, home);
  else if (link.rel == "replies" && link.type == "text/html") put(item.comments_url, {"text/html"});
  else if (link.rel == "replies" && link.type == "application/atom+xml")
    put(item.comments_feed_url, {"application/atom+xml"});
  else item.links.push_back(std::move(link));
}

void place(model::Link link, model::Feed& feed, Home home) {
  if (link.href.empty()) return;
  const auto put = [&](std::string& place, std::initializer_list<std::string_view> types) {
    const bool is_held = place.empty() && !says_more(link, types);
    if (place.empty()) place = link.href;
    if (!is_held) feed.links.push_back(std::move(link));
  };
  if (link.rel == "alternate" && home == Home::atom) {
    place_alternate(std::move(link), feed.home_page_url, feed.links, is_page(feed.home_page_url, feed.links));
  } else if (link.rel == "self") {
    put(feed.feed_url, {"application/atom+xml", "application/rss+xml", "application/rdf+xml"});
  } else if (link.rel == "next") {
    put(feed.next_url, {});
  } else if (link.rel == "hub") {
    feed.hubs.push_back({"WebSub", link.href});
    if (says_more(link, {})) feed.links.push_back(std::move(link));
  } else {
    feed.links.push_back(std::move(link));
  }
}

}  // namespace syndicat::formats::atom
