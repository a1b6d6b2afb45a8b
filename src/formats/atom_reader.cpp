// Atom 1.0 (RFC 4287) and its forebear 0.3, whole feeds and single entries.

#include "formats/atom.hpp"
#include "formats/atom_parts.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/xml_reading.hpp"
#include "text/digest.hpp"
#include "text/encoding.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::atom {
namespace {

bool is_own(Vocabulary vocabulary) {
  return vocabulary == Vocabulary::atom || vocabulary == Vocabulary::atom03 || vocabulary == Vocabulary::none;
}

// Atom 0.3's mode="base64" is known by its type alone in 1.0: text becomes text, and the rest what that one asks for.
bool read_base64(xml::Node node, model::Item& item, std::string_view outer_base) {
  const std::string type(text::trim(node.attribute("type").value_or("text/plain")));
  const bool is_html = text::equals_ignoring_case(type, "text/html") || type == "application/xhtml+xml";
  if (!is_html && !text::equals_ignoring_case(type, "text/plain")) {
    item.foreign.xml.push_back(fmt::format("<content xmlns=\"{}\" type=\"{}\">{}</content>",
                                           namespace_of(Vocabulary::atom).uri, text::escape_xml_attribute(type),
                                           text::escape_xml(trimmed(node))));
    return true;
  }
  std::string letters = node.text();
  std::erase_if(letters, text::is_space);
  const auto bytes = text::base64_decode(letters);
  if (!bytes) return false;
  auto content = text::decode(*bytes, text::is_utf8(*bytes) ? "UTF-8" : "windows-1252");
  if (is_html) item.content_html = absolute(std::move(content), base_of(node, outer_base));
  else item.content_text = std::move(content);
  return true;
}

// Atom 0.3's parts that say the same in several types: the richest that is text.
std::optional<xml::Node> best_part(xml::Node node) {
  std::optional<xml::Node> best;
  for (const auto child : node.children()) {
    if (child.name().local != "content" || !is_text_content(child)) continue;
    const bool is_html = text::trim(child.attribute("type").value_or("")).find("html") != std::string_view::npos;
    if (!best || is_html) best = child;
    if (is_html) break;
  }
  return best;
}

// RFC 4287, section 4.1.3: text and markup become the item's content; what lies elsewhere or is of another type is
// kept as it stands.
bool read_content(xml::Node node, model::Item& item, Draft& draft, std::string_view outer_base) {
  if (const auto source = node.attribute("src")) {
    draft.original_url = text::resolve(base_of(node, outer_base), *source);
    return false;
  }
  if (!item.content_html.empty() || !item.content_text.empty()) return false;
  if (text::equals_ignoring_case(text::trim(node.attribute("type").value_or("")), "multipart/alternative")) {
    const auto part = best_part(node);
    return part && read_content(*part, item, draft, base_of(node, outer_base));
  }
  if (text::equals_ignoring_case(text::trim(node.attribute("mode").value_or("")), "base64"))
    return read_base64(node, item, outer_base);
  if (!is_text_content(node)) return false;
  auto content = read_text(node, outer_base);
  // Text of a type of its own, Markdown for one, stays of that type.
  const auto type = text::trim(node.attribute("type").value_or(""));
  if (content.kind == model::Text::Kind::plain && type.starts_with("text/") && type != "text/plain")
    item.foreign.attributes.push_back({"", "", "type", std::string(type), "content"});
  (content.kind == model::Text::Kind::html ? item.content_html : item.content_text) = std::move(content.value);
  return true;
}

bool read_own(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "id" && item.id.empty()) {
    item.id = trimmed(node);
  } else if (name == "title" && item.title.empty()) {
    item.title = read_text(node, base);
  } else if (name == "link") {
    place(read_link(node, base), item, Home::atom);
  } else if (name == "content") {
    return read_content(node, item, draft, base);
  } else if (name == "summary" && item.summary.empty()) {
    item.summary = read_text(node, base);
  } else if (name == "published") {
    item.published = read_date(node, context);
  } else if (name == "issued" || (name == "created" && !draft.other_published)) {  // Atom 0.3
    draft.other_published = read_date(node, context);
  } else if (name == "updated") {
    item.modified = read_date(node, context);
  } else if (name == "modified") {  // Atom 0.3
    draft.other_modified = read_date(node, context);
  } else if (name == "author") {
    if (auto person = read_person(node, base); person != model::Person()) item.authors.push_back(std::move(person));
  } else if (name == "contributor") {
    if (auto person = read_person(node, base); person != model::Person())
      item.contributors.push_back(std::move(person));
  } else if (name == "category") {
    item.categories.push_back(read_category(node));
  } else if (name == "rights" || name == "copyright") {
    item.rights = read_text(node, base);
  } else if (name == "source" && !item.source) {
    item.source = read_source(node, base, context);
    draft.source_authors = authors_of_source(node, base);
  } else {
    return false;
  }
  return true;
}

void settle(model::Item& item, Draft& draft) {
  // Content that lies elsewhere is the page where no link leads to one.
  if (item.url.empty()) item.url = std::move(draft.original_url);
  if (item.title.empty()) item.title = std::move(draft.other_title);
  for (auto& named : draft.creators) add_person(item.authors, std::move(named.person));
  if (item.authors.empty()) item.authors = std::move(draft.source_authors);
  if (item.authors.empty() && draft.fallback_author) add_person(item.authors, std::move(*draft.fallback_author));
  settle_duration(draft, item);
  add_media(item.attachments, std::move(draft.media));
  if (!item.published) item.published = std::move(draft.other_published);
  if (!item.modified) item.modified = std::move(draft.other_modified);
  if (item.rights.empty()) item.rights = guess_text(std::move(draft.other_rights));
  if (draft.encoded && item.content_html.empty()) item.content_html = std::move(*draft.encoded);
  if (item.content_html.empty() && item.content_text.empty() && item.summary.empty())
    item.summary = std::move(draft.other_summary);
  take(draft.extras, item);
}

model::Item read_entry(xml::Node node, Context& context, std::string_view outer_base) {
  const std::string base = base_of(node, outer_base);
  model::Item item;
  Draft draft;
  item.language = language_of(node, {});
  for (const auto child : node.children()) {
    const bool behind_ours = draft.behind_ours;
    if (is_own(context.names.vocabulary(child))) {
      tell_unescaped(child, context);
      if (!read_own(child, item, draft, context, base)) keep(child, item.foreign, base);
      else keep_attributes_of(child, item.foreign);
    } else if (!read_extension(child, item, draft, context, base) || (behind_ours && !settles_later(child, context))) {
      keep(child, item.foreign, base);
    }
  }
  keep_attributes(node, {}, item.foreign);
  settle(item, draft);
  keep_people(draft, context, item.authors, item.contributors, false, item.foreign);
  return item;
}

bool read_own(xml::Node node, model::Feed& feed, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "id" && feed.id.empty()) {
    feed.id = trimmed(node);
  } else if (name == "title" && feed.title.empty()) {
    feed.title = read_text(node, base);
  } else if ((name == "subtitle" || name == "tagline") && feed.subtitle.empty()) {
    feed.subtitle = read_text(node, base);
  } else if (name == "link") {
    place(read_link(node, base), feed, Home::atom);
  } else if (name == "published" && !feed.published) {  // no element of a feed, and YouTube's all the same
    feed.published = read_date(node, context);
  } else if ((name == "updated" || name == "modified") && !feed.modified) {
    feed.modified = read_date(node, context);
  } else if (name == "author") {
    if (auto person = read_person(node, base); person != model::Person()) feed.authors.push_back(std::move(person));
  } else if (name == "contributor") {
    if (auto person = read_person(node, base); person != model::Person())
      feed.contributors.push_back(std::move(person));
  } else if (name == "category") {
    feed.categories.push_back(read_category(node));
  } else if (name == "generator") {
    feed.generator = one_line(node);
    const auto uri = node.attribute("uri") ? node.attribute("uri") : node.attribute("url");
    if (uri) feed.generator_url = text::resolve(base, *uri);
    feed.generator_version = std::string(node.attribute("version").value_or(""));
  } else if (name == "icon" && feed.icon.empty()) {
    feed.icon.url = address(node, base);
  } else if (name == "logo" && feed.logo.empty()) {
    feed.logo.url = address(node, base);
  } else if (name == "rights" || name == "copyright") {
    feed.rights = read_text(node, base);
  } else {
    return false;
  }
  return true;
}

void settle(model::Feed& feed, Draft& draft, const Context& context) {
  if (feed.title.empty()) feed.title = std::move(draft.other_title);
  for (auto& named : draft.creators) add_person(feed.authors, std::move(named.person));
  if (feed.authors.empty() && draft.fallback_author) add_person(feed.authors, std::move(*draft.fallback_author));
  settle_update_rate(draft, context, feed);
  if (!feed.published) feed.published = std::move(draft.other_published);
  if (!feed.modified) feed.modified = std::move(draft.other_modified);
  if (feed.rights.empty()) feed.rights = guess_text(std::move(draft.other_rights));
  if (feed.subtitle.empty()) feed.subtitle = std::move(draft.other_summary);
  take(draft.extras, feed);
}

}  // namespace

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  std::vector<Note> notes;
  const auto document = parse_document(std::move(bytes), options, notes);
  if (!document) return Failure(document.error());
  Context context{*document, Names(*document), std::move(notes)};
  const auto root = document->root();
  model::Feed feed;
  if (root.name().local == "entry") {
    feed.items.push_back(read_entry(root, context, options.base_uri));
    keep_instructions(*document, feed);
    return Reading{std::move(feed), std::move(context.notes)};
  }

  const std::string base = base_of(root, options.base_uri);
  Draft draft;
  feed.language = language_of(root, {});
  std::size_t entries = 0;
  for (const auto child : root.children()) entries += child.name().local == "entry" ? 1 : 0;
  feed.items.reserve(entries);
  for (const auto child : root.children()) {
    const bool own = is_own(context.names.vocabulary(child));
    if (own && child.name().local == "entry") {
      feed.items.push_back(read_entry(child, context, base));
      continue;
    }
    const bool behind_ours = draft.behind_ours;
    if (own) {
      tell_unescaped(child, context);
      if (!read_own(child, feed, context, base)) keep(child, feed.foreign, base);
      else keep_attributes_of(child, feed.foreign);
    } else if (!read_extension(child, feed, draft, context, base) || (behind_ours && !settles_later(child, context))) {
      keep(child, feed.foreign, base);
    }
  }
  keep_attributes(root, {"version"}, feed.foreign);
  keep_instructions(*document, feed);
  settle(feed, draft, context);
  keep_people(draft, context, feed.authors, feed.contributors, false, feed.foreign);
  return Reading{std::move(feed), std::move(context.notes)};
}

}  // namespace syndicat::formats::atom
