#include "formats/xml_writing.hpp"

#include <algorithm>

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

void write_instructions(xml::Writer& writer, const model::Feed& feed, const WriteOptions& options) {
  if (!options.stylesheet.empty()) {
    // Browsers go by the type: a style sheet, else a transformation.
    const bool is_css = text::to_lower_ascii(std::string_view(options.stylesheet).substr(0, options.stylesheet.find_first_of("?#"))).ends_with(".css");
    const auto href = text::escape_xml_attribute(options.stylesheet);
    writer.instruction("xml-stylesheet", fmt::format("type=\"{}\" href=\"{}\"", is_css ? "text/css" : "text/xsl", href));
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

void write_foreign_attributes(xml::Writer& writer, const model::Foreign& foreign) {
  for (std::size_t at = 0; at < foreign.attributes.size(); ++at) {
    const auto& attribute = foreign.attributes[at];
    const auto first = std::find_if(foreign.attributes.begin(), foreign.attributes.end(), [&](const auto& other) {
      return other.uri == attribute.uri && other.name == attribute.name;
    });
    if (static_cast<std::size_t>(first - foreign.attributes.begin()) != at) continue;  // once is all that XML allows
    if (attribute.uri.empty())
      writer.attribute(attribute.name, attribute.value);
    else if (attribute.prefix == "xml")
      writer.attribute("xml:" + attribute.name, attribute.value);
    else
      writer.attribute(writer.declare(attribute.prefix, attribute.uri) + ":" + attribute.name, attribute.value);
  }
}

void write_foreign(xml::Writer& writer, const model::Foreign& foreign) {
  for (const auto& element : foreign.xml) writer.raw(element);
}

void write_extras(xml::Writer& writer, const Extra& extras, const WriteOptions& options) {
  if (options.plain) return;
  for (const auto& extra : extras.children) write(writer, extra);
}

bool speaks_of(const model::Foreign& foreign, std::string_view url) {
  const std::string written = text::escape_xml_attribute(url);
  return std::any_of(foreign.xml.begin(), foreign.xml.end(),
                     [&](const std::string& element) { return element.find(written) != std::string::npos; });
}

std::string iri_of(const std::string& id, const std::string& feed_iri) {
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

void write_image(xml::Writer& writer, Extra& extras, const model::Item& item) {
  if (item.image.empty()) {
    extras.add("image", item.image);
    return;
  }
  model::Image held;
  held.url = item.image.url;
  held.width = item.image.width;
  held.height = item.image.height;
  if (!(held == item.image)) extras.add("image", item.image);
  if (speaks_of(item.foreign, item.image.url)) return;
  writer.open(name_in(writer, Vocabulary::media, "thumbnail")).attribute("url", held.url);
  if (held.width) writer.attribute("width", std::to_string(*held.width));
  if (held.height) writer.attribute("height", std::to_string(*held.height));
  writer.close();
}

namespace {

std::string atom_name(xml::Writer& writer, Prefix prefix, std::string_view local) {
  return prefix == Prefix::yes ? name_in(writer, Vocabulary::atom, local) : std::string(local);
}

}  // namespace

void write_person(xml::Writer& writer, Prefix prefix, std::string_view element, const model::Person& person) {
  writer.open(atom_name(writer, prefix, element));
  writer.leaf(atom_name(writer, prefix, "name"), as_read(person).name);
  writer.leaf(atom_name(writer, prefix, "email"), person.email);
  writer.leaf(atom_name(writer, prefix, "uri"), person.url);
  writer.close();
}

model::Person as_read(const model::Person& person) {
  // RFC 4287, section 3.2.1: a person has a name.
  std::string name = person.name;
  if (name.empty()) name = person.email;
  if (name.empty()) name = person.url;
  return {name, person.email, person.url, ""};
}

void write_link(xml::Writer& writer, Prefix prefix, const model::Link& link) {
  writer.open(atom_name(writer, prefix, "link"));
  if (!link.rel.empty()) writer.attribute("rel", link.rel);
  if (!link.type.empty()) writer.attribute("type", link.type);
  if (!link.language.empty()) writer.attribute("hreflang", link.language);
  if (!link.title.empty()) writer.attribute("title", link.title);
  if (link.length) writer.attribute("length", std::to_string(*link.length));
  writer.attribute("href", link.href).close();
}

void write_comments(xml::Writer& writer, const model::Item& item) {
  write_leaf(writer, Vocabulary::wfw, "commentRss", item.comments_feed_url);
  if (item.comments_count) write_leaf(writer, Vocabulary::slash, "comments", std::to_string(*item.comments_count));
}

}  // namespace syndicat::formats
