#include "formats/xml_writing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "formats/atom_parts.hpp"
#include "formats/xml_reading.hpp"
#include "text/digest.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {

namespace {

// Whether XML may hold the text (section 2.2).
bool is_made_of_characters(std::string_view text) {
  std::size_t kept = 0;
  for (const char c : text) kept += c == '<' || c == '>' ? 4 : c == '&' ? 5 : 1;
  return text::escape_xml(text).size() == kept;
}

}  // namespace

std::string name_in(xml::Writer& writer, Vocabulary vocabulary, std::string_view local) {
  const auto& space = namespace_of(vocabulary);
  return writer.declare(space.prefix, space.uri).append(":").append(local);
}

void write_leaf(xml::Writer& writer, Vocabulary vocabulary, std::string_view local, std::string_view text) {
  if (!text.empty()) writer.leaf(name_in(writer, vocabulary, local), text);
}

void write_once(xml::Writer& writer, const model::Foreign& foreign, Vocabulary vocabulary, std::string_view local,
                std::string_view text, Extra& extras) {
  if (holds(foreign, vocabulary, local)) extras.add(local, text);
  else write_leaf(writer, vocabulary, local, text);
}

void write_instructions(xml::Writer& writer, const model::Feed& feed, const WriteOptions& options) {
  if (!options.stylesheet.empty()) {
    // Browsers go by the type: a style sheet, else a transformation.
    const bool is_css =
        text::to_lower_ascii(std::string_view(options.stylesheet).substr(0, options.stylesheet.find_first_of("?#")))
            .ends_with(".css");
    const auto href = text::escape_xml_attribute(options.stylesheet);
    writer.instruction("xml-stylesheet",
                       fmt::format("type=\"{}\" href=\"{}\"", is_css ? "text/css" : "text/xsl", href));
    return;
  }
  for (const auto& instruction : feed.instructions) {
    const auto end = std::min(instruction.find_first_of(" \t\r\n"), instruction.size());
    const std::string_view target = std::string_view(instruction).substr(0, end);
    // Only what can be one, wherever it came from; "xml" is the declaration's alone.
    if (target != "xml-stylesheet" || instruction.find("?>") != std::string::npos) continue;
    const std::string_view data = std::string_view(instruction).substr(std::min(end + 1, instruction.size()));
    if (!is_made_of_characters(data)) continue;
    writer.instruction(target, data);
  }
}

namespace {

// What has no namespace would be an attribute of the format's own, which it does not have. The count of comments has
// another name since the draft of RFC 4685 that this one is from.
bool fits(const model::ForeignAttribute& attribute) {
  return !attribute.uri.empty() && attribute.uri != kXmlnsUri &&
         !(attribute.name == "when" && vocabulary_of(attribute.uri) == Vocabulary::thr);
}

std::string name_of(xml::Writer& writer, const model::ForeignAttribute& attribute) {
  if (attribute.uri.empty()) return attribute.name;
  if (attribute.uri == kXmlUri) return "xml:" + attribute.name;
  const bool is_reserved = attribute.prefix == "xml" || attribute.prefix == "xmlns";
  return writer.declare(attribute.prefix.empty() || is_reserved ? "x" : attribute.prefix, attribute.uri) + ":" +
         attribute.name;
}

// Whether the attribute is the first of its name: once is all that XML allows.
bool is_first(const std::vector<model::ForeignAttribute>& attributes, std::size_t at) {
  const auto same = [&](const auto& other) {
    return other.uri == attributes[at].uri && other.name == attributes[at].name && other.of == attributes[at].of;
  };
  return std::find_if(attributes.begin(), attributes.end(), same) ==
         attributes.begin() + static_cast<std::ptrdiff_t>(at);
}

// An element's name, by the declarations that its fragment begins with.
struct RootName {
  Vocabulary vocabulary;
  std::string_view local;
  bool is_bare;  // without a namespace: where a document has a default one, it would be in that
};

RootName name_of_fragment(std::string_view xml) {
  const auto tag = xml.substr(0, xml.find('>'));
  const auto name = tag.substr(1, std::min(tag.find_first_of(" \t\r\n/", 1), tag.size()) - 1);
  const auto colon = name.find(':');
  const auto prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
  const std::string declaration = prefix.empty() ? " xmlns=" : fmt::format(" xmlns:{}=", prefix);
  std::string_view uri;
  if (const auto at = tag.find(declaration); at != std::string_view::npos && at + declaration.size() < tag.size()) {
    const auto quoted = tag.substr(at + declaration.size());
    uri = quoted.substr(1, quoted.find(quoted[0], 1) - 1);
  }
  return {vocabulary_of(uri), name.substr(colon + 1), uri.empty()};
}

constexpr auto kAtomNames = std::to_array<std::string_view>(
    {"id",       "title",    "link",      "content",     "summary",  "published", "issued",    "created",
     "updated",  "modified", "author",    "contributor", "category", "rights",    "copyright", "source",
     "subtitle", "tagline",  "generator", "icon",        "logo",     "entry"});
constexpr auto kRssNames = std::to_array<std::string_view>(
    {"title",          "link",      "description",   "summary",   "tags",   "guid",     "pubdate",
     "author",         "category",  "comments",      "enclosure", "source", "language", "copyright",
     "managingeditor", "webmaster", "lastbuilddate", "generator", "docs",   "cloud",    "ttl",
     "image",          "rating",    "skiphours",     "skipdays",  "items",  "item",     "channel",
     "expirationdate"});

// Whether the format's reader would take the element for one of its own that it knows.
bool is_native(const RootName& name, Home home) {
  if (name.is_bare && home != Home::rss) return true;
  if (name.vocabulary == Vocabulary::atom03) return true;  // nobody knows it any more
  const bool is_rdf = name.vocabulary == Vocabulary::rss10 || name.vocabulary == Vocabulary::rss11 ||
                      name.vocabulary == Vocabulary::rss090;
  if (is_rdf && home != Home::rdf) return true;
  const bool is_plain = name.vocabulary == Vocabulary::none;
  if (home == Home::atom) {
    const bool is_atom = is_plain || name.vocabulary == Vocabulary::atom || name.vocabulary == Vocabulary::atom03;
    return is_atom && std::find(kAtomNames.begin(), kAtomNames.end(), name.local) != kAtomNames.end();
  }
  const bool is_rss = is_plain || name.vocabulary == Vocabulary::rss10 || name.vocabulary == Vocabulary::rss11 ||
                      name.vocabulary == Vocabulary::rss090;
  return is_rss && std::find(kRssNames.begin(), kRssNames.end(), text::to_lower_ascii(name.local)) != kRssNames.end();
}

// Whether RDF lets the element stand: one that holds elements must be made for it (RDF/XML, section 7.2).
bool is_rdf(std::string_view element) {
  const auto content = element.find('>');
  const auto child = content == std::string_view::npos ? content : element.find('<', content);
  const bool is_nested = child != std::string_view::npos && child + 1 < element.size() && element[child + 1] != '/' &&
                         element[child + 1] != '!';
  return !is_nested || element.find(namespace_of(Vocabulary::rdf).uri) != std::string_view::npos;
}

// Atom's content that lies elsewhere or is no text; of a type that is neither text nor XML it has to be base64 (RFC
// 4287, section 4.1.3.3).
bool is_content(const RootName& name, std::string_view element) {
  if (name.local != "content" || (name.vocabulary != Vocabulary::atom && name.vocabulary != Vocabulary::atom03))
    return false;
  const auto tag = element.substr(0, element.find('>'));
  if (tag.find(" src=\"") != std::string_view::npos || tag.ends_with("/")) return true;
  const auto at = tag.find(" type=\"");
  const auto type =
      at == std::string_view::npos ? std::string_view() : tag.substr(at + 7, tag.find('"', at + 7) - at - 7);
  if (type.find('/') == std::string_view::npos || type.starts_with("text/") || type.ends_with("/xml") ||
      type.ends_with("+xml"))
    return true;
  std::string letters(element.substr(tag.size() + 1, element.rfind("</") - tag.size() - 1));
  std::erase_if(letters, text::is_space);
  return text::base64_decode(letters).has_value();
}

// An element of no namespace within one that has a prefix would be in the default one, which documents but RSS's have.
std::string without_default_namespace(std::string_view element) {
  const auto end_of_name = std::min(element.find_first_of(" \t\r\n/>"), element.size());
  bool has_bare = false;
  for (auto at = element.find('<', 1); at != std::string_view::npos && !has_bare; at = element.find('<', at + 1)) {
    const auto name = element.substr(at + 1, element.find_first_of(" \t\r\n/>", at + 2) - at - 1);
    has_bare = !name.starts_with('/') && !name.starts_with('!') && !name.starts_with('?') &&
               name.find(':') == std::string_view::npos;
  }
  std::string written(element);
  if (has_bare && element.substr(0, end_of_name).find(':') != std::string_view::npos)
    written.insert(end_of_name, " xmlns=\"\"");
  return written;
}

void write_raw(xml::Writer& writer, std::string_view element, Home home) {
  if (home == Home::rss) writer.raw(element);
  else writer.raw(without_default_namespace(element));
}

}  // namespace

bool fits(const model::Foreign& foreign, Home home) {
  return foreign.json.empty() &&
         std::all_of(foreign.attributes.begin(), foreign.attributes.end(),
                     [&](const auto& attribute) { return fits(attribute) && attribute.of.empty(); }) &&
         std::none_of(foreign.xml.begin(), foreign.xml.end(),
                      [&](const auto& element) { return home != Home::rss && name_of_fragment(element).is_bare; });
}

model::Foreign as_read(model::Foreign foreign) {
  foreign.json.clear();
  std::erase_if(foreign.xml, [](const auto& element) { return name_of_fragment(element).is_bare; });
  std::erase_if(foreign.attributes, [](const auto& attribute) { return !fits(attribute) || !attribute.of.empty(); });
  return foreign;
}

void write_foreign(xml::Writer& writer, const model::Foreign& foreign, Home home) {
  write_foreign_attributes(writer, foreign);
  write_foreign_elements(writer, foreign, home);
}

void write_foreign_elements(xml::Writer& writer, const model::Foreign& foreign, Home home) {
  for (const auto& element : foreign.xml)
    if (home == Home::rss || !name_of_fragment(element).is_bare) write_raw(writer, element, home);
}

void write_foreign_attributes(xml::Writer& writer, const model::Foreign& foreign, std::string_view of) {
  for (std::size_t at = 0; at < foreign.attributes.size(); ++at) {
    const auto& attribute = foreign.attributes[at];
    if (!fits(attribute) || !is_first(foreign.attributes, at)) continue;
    const auto name = name_of(writer, attribute);
    if (attribute.of != of && of.empty()) writer.attribute_of(attribute.of, name, attribute.value, at);
    else if (attribute.of == of && !writer.has_attribute(name))  // what we say ourselves counts
      writer.attribute(name, attribute.value);
  }
}

void erase_root_attributes(model::Foreign& foreign) {
  std::erase_if(foreign.attributes,
                [](const auto& attribute) { return attribute.of == kRootAttributes && fits(attribute); });
}

bool is_written(std::string_view element, Home home, const WriteOptions& options) {
  const bool is_refused = options.refused != nullptr && options.refused->contains(element);
  return !is_refused && (home != Home::rdf || is_rdf(element));
}

void write_rest(xml::Writer& writer, Extra& extras, const model::Foreign& foreign, Home home,
                const WriteOptions& options, bool has_content) {
  const auto unkept = writer.take_unkept();
  model::Foreign among_extras;
  for (std::size_t at = 0; at < foreign.attributes.size(); ++at) {
    const auto& attribute = foreign.attributes[at];
    const bool is_unkept = std::find(unkept.begin(), unkept.end(), at) != unkept.end();
    if (is_unkept || !fits(attribute)) among_extras.attributes.push_back(attribute);
  }
  std::vector<bool> is_raw;
  for (const auto& element : foreign.xml) {
    const auto name = name_of_fragment(element);
    const bool is_refused = options.refused != nullptr && options.refused->contains(element);
    const bool is_fit = is_written(element, home, options);
    is_raw.push_back((is_fit && !is_native(name, home)) ||
                     (home == Home::atom && !has_content && !is_refused && is_content(name, element)));
    if (!is_raw.back()) among_extras.xml.push_back(element);
  }
  add_foreign_xml(extras, among_extras);
  add_foreign_json(extras, foreign);
  if (!options.plain)
    for (const auto& extra : extras.children) write(writer, extra, home);
  for (std::size_t at = 0; at < foreign.xml.size(); ++at)
    if (is_raw[at]) write_raw(writer, foreign.xml[at], home);
}

bool holds(const model::Foreign& foreign, Vocabulary vocabulary, std::string_view local) {
  return std::any_of(foreign.xml.begin(), foreign.xml.end(), [&](const std::string& element) {
    const auto name = name_of_fragment(element);
    return name.vocabulary == vocabulary && (local.empty() || name.local == local);
  });
}

bool holds_content(const model::Foreign& foreign) {
  return std::any_of(foreign.xml.begin(), foreign.xml.end(),
                     [](const std::string& element) { return is_content(name_of_fragment(element), element); });
}

bool speaks_of(const model::Foreign& foreign, std::string_view url) {
  const std::string written = text::escape_xml_attribute(url);
  return std::any_of(foreign.xml.begin(), foreign.xml.end(),
                     [&](const std::string& element) { return element.find(written) != std::string::npos; });
}

std::string iri_of(const std::string& id, const std::string& feed_iri) {
  // A UUID has no parts, and one part has none.
  if (!text::is_absolute_iri(id) && (feed_iri.starts_with("urn:uuid:") || feed_iri.find('#') != std::string::npos))
    return iri_of(id, "urn:syndicat:" + text::fingerprint(feed_iri));
  return text::is_absolute_iri(id) ? id : feed_iri + "#" + text::percent_encode(id);
}

std::string iri_of(const model::Item& item, const std::string& id, const std::string& feed_iri) {
  // An id that came from another feed stays that one's, whatever feeds it is put together with.
  const bool is_from_elsewhere = item.source && text::is_absolute_iri(item.source->id);
  return iri_of(id, is_from_elsewhere ? item.source->id : feed_iri);
}

std::string feed_iri(const model::Feed& feed, const std::string& id) {
  for (const auto* candidate : {&id, &feed.feed_url, &feed.home_page_url})
    if (text::is_absolute_iri(*candidate)) return *candidate;
  return "urn:syndicat:" + text::fingerprint(id);
}

void write_image(xml::Writer& writer, Extra& extras, const model::Item& item, Home home, const WriteOptions& options) {
  if (item.image.empty()) {
    extras.add("image", item.image);
    return;
  }
  model::Image held;
  held.url = text::to_uri(item.image.url);
  held.width = item.image.width;
  held.height = item.image.height;
  if (!(held == item.image)) extras.add("image", item.image);
  model::Foreign written = item.foreign;
  std::erase_if(written.xml, [&](const auto& element) { return !is_written(element, home, options); });
  if (speaks_of(written, item.image.url)) return;
  writer.open(name_in(writer, Vocabulary::media, "thumbnail")).attribute("url", held.url);
  if (held.width) writer.attribute("width", std::to_string(*held.width));
  if (held.height) writer.attribute("height", std::to_string(*held.height));
  writer.close();
}

namespace {

// In RDF a property holds one thing, or XML that is told to be no RDF (RDF/XML, section 7.2.17).
void write_literal(xml::Writer& writer, Home home) {
  if (home == Home::rdf) writer.attribute("rdf:parseType", "Literal");
}

std::string atom_name(xml::Writer& writer, Prefix prefix, std::string_view local) {
  return prefix == Prefix::yes ? name_in(writer, Vocabulary::atom, local) : std::string(local);
}

}  // namespace

void write_person(xml::Writer& writer, Prefix prefix, std::string_view element, const model::Person& person,
                  Home home) {
  if (as_read(person).name.empty()) return;
  writer.open(atom_name(writer, prefix, element));
  write_literal(writer, home);
  write_foreign_attributes(writer, person.foreign);
  writer.leaf(atom_name(writer, prefix, "name"), as_read(person).name);
  writer.leaf(atom_name(writer, prefix, "email"), person.email);
  writer.leaf(atom_name(writer, prefix, "uri"), person.url);
  write_foreign_elements(writer, person.foreign, Home::atom);
  writer.close();
}

model::Person as_read(const model::Person& person) {
  // RFC 4287, section 3.2.1: a person has a name.
  std::string name = person.name;
  if (name.empty()) name = person.email;
  if (name.empty()) name = person.url;
  return {name, person.email, person.url, "", as_read(person.foreign)};
}

model::Link link(std::string_view href, std::string_view rel, std::string_view type) {
  return {std::string(href), std::string(rel), std::string(type), "", "", std::nullopt};
}

void write_link(xml::Writer& writer, Prefix prefix, const model::Link& link) {
  writer.open(atom_name(writer, prefix, "link"));
  if (!link.rel.empty()) writer.attribute("rel", link.rel);
  if (!link.type.empty()) writer.attribute("type", link.type);
  if (!link.language.empty()) writer.attribute("hreflang", link.language);
  if (!link.title.empty()) writer.attribute("title", link.title);
  if (link.length) writer.attribute("length", std::to_string(*link.length));
  writer.attribute("href", link.href);
  write_foreign(writer, link.foreign, Home::atom);
  writer.close();
}

bool is_plain_license(const model::Link& link) {
  return link.rel == "license" && link.type.empty() && link.language.empty() && link.title.empty() && !link.length &&
         link.foreign.empty();
}

bool has_link(const std::vector<model::Link>& links, std::string_view rel, std::string_view href) {
  return std::any_of(links.begin(), links.end(),
                     [&](const auto& other) { return other.rel == rel && other.href == href; });
}

namespace {

// What the reader makes of a link.
model::Link as_read(model::Link link) {
  if (link.rel.empty()) link.rel = "alternate";
  link.foreign = formats::as_read(std::move(link.foreign));
  return link;
}

// Writes the links and puts them where the reader will, in an owner that holds what is read before them.
template <typename Owner>
void write_and_place(xml::Writer& writer, Prefix prefix, std::vector<model::Link> written, Home home, Owner& probe) {
  // RFC 4287, section 4.1.1: of two pages of one type and language nobody could choose.
  std::set<std::pair<std::string, std::string>> pages;
  for (auto& whole : written) {
    auto link = as_read(std::move(whole));
    if (link.rel == "alternate" && !pages.emplace(link.type, link.language).second) continue;
    if (home != Home::atom && is_plain_license(link)) {
      if (has_link(probe.links, "license", link.href)) continue;  // once is what a reader takes
      write_leaf(writer, Vocabulary::creative_commons, "license", link.href);
      probe.links.push_back(std::move(link));
      continue;
    }
    write_link(writer, prefix, link);
    atom::place(std::move(link), probe, home);
  }
}

template <typename Entries>
void add_other(Extra& extras, std::string_view member, const Entries& entries, const Entries& as_read) {
  if (entries == as_read) return;
  if (entries.empty()) extras.stand_in(member);
  else extras.add(member, entries);
}

}  // namespace

void write_links(xml::Writer& writer, Prefix prefix, std::vector<model::Link> written, const model::Item& item,
                 Home home, Extra& extras) {
  model::Item probe;
  if (home == Home::rss) probe.attachments = item.attachments;
  if (home == Home::rss) probe.comments_url = item.comments_url;
  if (home != Home::atom) probe.comments_feed_url = item.comments_feed_url;
  write_and_place(writer, prefix, std::move(written), home, probe);
  add_other(extras, "links", item.links, probe.links);
  if (probe.attachments.size() != item.attachments.size() && extras.find("attachments") == nullptr) {
    extras.add("attachments", item.attachments);
    if (item.attachments.empty()) extras.stand_in("attachments");
  }
  if (home == Home::atom) add_other(extras, "url", item.url, probe.url);
  if (item.translations.empty() && !probe.translations.empty()) extras.stand_in("translations");
  const bool is_alternate =
      std::any_of(item.links.begin(), item.links.end(), [](const auto& other) { return other.rel == "alternate"; });
  if (home == Home::rss && item.url.empty() && is_alternate) extras.stand_in("url");
  add_other(extras, "comments_url", item.comments_url, probe.comments_url);
  add_other(extras, "comments_feed_url", item.comments_feed_url, probe.comments_feed_url);
}

void write_links(xml::Writer& writer, Prefix prefix, std::vector<model::Link> written, const model::Feed& feed,
                 Home home, Extra& extras) {
  model::Feed probe;
  write_and_place(writer, prefix, std::move(written), home, probe);
  add_other(extras, "links", feed.links, probe.links);
  add_other(extras, "hubs", feed.hubs, probe.hubs);
  if (home == Home::atom) add_other(extras, "home_page_url", feed.home_page_url, probe.home_page_url);
  add_other(extras, "feed_url", feed.feed_url, probe.feed_url);
  add_other(extras, "next_url", feed.next_url, probe.next_url);
}

void write_source(xml::Writer& writer, Prefix prefix, const model::Source& source, Home home) {
  writer.open(atom_name(writer, prefix, "source"));
  write_literal(writer, home);
  write_foreign_attributes(writer, source.foreign);
  writer.leaf(atom_name(writer, prefix, "id"), source.id);
  if (!holds(source.foreign, Vocabulary::atom, "title")) writer.leaf(atom_name(writer, prefix, "title"), source.title);
  if (source.modified.instant)
    writer.leaf(atom_name(writer, prefix, "updated"), text::to_rfc3339(*source.modified.instant));
  if (!source.url.empty()) write_link(writer, prefix, link(source.url, "alternate"));
  if (!source.feed_url.empty()) write_link(writer, prefix, link(source.feed_url, "self"));
  write_foreign_elements(writer, source.foreign, Home::atom);
  writer.close();
}

bool is_held(const model::Source& source) {
  return (source.modified.instant || source.modified.written.empty()) && fits(source.foreign, Home::atom) &&
         text::collapse_space(source.title) == source.title && text::trim(source.id) == source.id;
}

std::optional<UpdateRate> update_rate(std::uint64_t ttl_minutes) {
  if (ttl_minutes == 0) return std::nullopt;
  for (const auto& [period, minutes] : kUpdatePeriods)
    if (minutes % ttl_minutes == 0) return UpdateRate{period, minutes / ttl_minutes};
  return std::nullopt;
}

void write_update_rate(xml::Writer& writer, const model::Feed& feed, Extra& extras) {
  if (!feed.ttl_minutes) return;
  const auto rate = update_rate(*feed.ttl_minutes);
  if (!rate || holds(feed.foreign, Vocabulary::sy, "updatePeriod")) {
    extras.add("ttl_minutes", feed.ttl_minutes);
    return;
  }
  write_leaf(writer, Vocabulary::sy, "updatePeriod", rate->period);
  write_leaf(writer, Vocabulary::sy, "updateFrequency", std::to_string(rate->frequency));
}

std::optional<std::uint64_t> itunes_duration(const model::Item& item) {
  if (item.attachments.empty() || holds(item.foreign, Vocabulary::itunes, "duration")) return std::nullopt;
  const auto duration = item.attachments[0].duration_in_seconds;
  if (!duration || *duration < 0 || *duration > 1e9 || *duration != std::floor(*duration)) return std::nullopt;
  return static_cast<std::uint64_t>(*duration);
}

void write_duration(xml::Writer& writer, const model::Item& item) {
  if (const auto seconds = itunes_duration(item))
    write_leaf(writer, Vocabulary::itunes, "duration", std::to_string(*seconds));
}

bool holds_duration(const model::Item& item, const model::Attachment& attachment) {
  if (&attachment == &item.attachments.front() && itunes_duration(item)) return true;
  return !attachment.duration_in_seconds;
}

void write_comments(xml::Writer& writer, const model::Item& item) {
  write_leaf(writer, Vocabulary::wfw, "commentRss", item.comments_feed_url);
  if (item.comments_count) write_leaf(writer, Vocabulary::slash, "comments", std::to_string(*item.comments_count));
}

}  // namespace syndicat::formats
