// RSS in all its versions: 0.91 to 0.94 and 2.0 as https://www.rssboard.org/rss-specification has them, 0.90, 1.0
// and 1.1 in RDF. They differ in where items stand and in the namespace of the same names.

#include "formats/atom_parts.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/rss.hpp"
#include "formats/xml_reading.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::rss {
namespace {

bool is_own(Vocabulary vocabulary) {
  return vocabulary == Vocabulary::none || vocabulary == Vocabulary::rss10 || vocabulary == Vocabulary::rss11 ||
         vocabulary == Vocabulary::rss090;
}

// Names are compared without case, as with elements: some feeds are in capitals throughout.
std::string attribute(xml::Node node, std::string_view name) {
  for (const auto& known : node.attributes())
    if (known.name.uri.empty() && text::equals_ignoring_case(known.name.local, name))
      return std::string(text::trim(known.value));
  return {};
}

std::string rdf_attribute(xml::Node node, std::string_view name) {
  const auto value = node.attribute(name, namespace_of(Vocabulary::rdf).uri);
  return value ? std::string(text::trim(*value)) : std::string();
}

// A title: its markup where there is any, on one line.
model::Text read_title(xml::Node node) {
  return guess_text(text::collapse_space(node.children().empty() ? node.text() : markup_in(node)));
}

void read_enclosure(xml::Node node, model::Item& item, Context& context, std::string_view base) {
  const std::string url = attribute(node, "url");
  if (url.empty()) return context.note(node, "the enclosure has no address; it is left out");
  const auto length = attribute(node, "length");
  const auto bytes = read_number(length);
  if (!bytes && !length.empty())
    context.note(node,
                 fmt::format("the length \"{}\" is no number of bytes; it is left out", text::cut_utf8(length, 40)));
  item.attachments.push_back({text::resolve(base, url), attribute(node, "type"), "", bytes, std::nullopt});
  keep_attributes(node, {"url", "length", "type"}, item.attachments.back().foreign);
}

template <typename Owner>
void read_category(xml::Node node, Owner& owner) {
  auto term = one_line(node);
  if (term.empty()) return;
  owner.categories.push_back({std::move(term), attribute(node, "domain"), ""});
  keep_attributes(node, {"domain"}, owner.categories.back().foreign);
}

model::Image read_image(xml::Node node, std::string_view base) {
  model::Image image;
  for (const auto child : node.children()) {
    const std::string name = text::to_lower_ascii(child.name().local);
    if (name == "url") image.url = address(child, base);
    if (name == "title") image.title = one_line(child);
    if (name == "link") image.link = address(child, base);
    if (name == "description") image.description = one_line(child);
    const auto number = read_number(child.text());
    if (name == "width" && number && *number < 100'000) image.width = static_cast<std::uint32_t>(*number);
    if (name == "height" && number && *number < 100'000) image.height = static_cast<std::uint32_t>(*number);
  }
  return image;
}

// Some software writes RSS's people as Atom has them.
model::Person read_person_in(xml::Node node, std::string_view base) {
  return node.children().empty() ? read_person(node.text()) : atom::read_person(node, base);
}

// Words apart by commas, in an element that no version of RSS has and some software writes.
void read_tags(xml::Node node, model::Item& item) {
  const std::string text = node.text();
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    add_category(item.categories, {text::collapse_space(rest.substr(0, end)), "", ""});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// One element of an item in RSS's own words; gives whether it was one.
bool read_own(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const std::string name = text::to_lower_ascii(node.name().local);
  if (name == "title" && item.title.empty()) {
    item.title = read_title(node);
  } else if (name == "link" && item.url.empty()) {
    item.url = address(node, base);
    if (item.url.empty() && node.attribute("href")) item.url = text::resolve(base, attribute(node, "href"));
  } else if (name == "description" && !draft.description) {
    draft.description = absolute_markup_in(node, base);
  } else if (name == "summary" && draft.other_summary.empty()) {
    draft.other_summary = guess_text(markup_in(node));
    draft.has_own_summary = true;
  } else if (name == "tags") {
    read_tags(node, item);
  } else if (name == "guid" && item.id.empty()) {
    item.id = trimmed(node);
    if (const auto permalink = attribute(node, "isPermaLink"); !permalink.empty())
      item.id_is_permalink = text::equals_ignoring_case(permalink, "true");
  } else if (name == "pubdate" && !item.published) {
    item.published = read_date(node, context);
  } else if (name == "author") {
    add_person(item.authors, read_person_in(node, base));
  } else if (name == "category") {
    read_category(node, item);
  } else if (name == "comments" && item.comments_url.empty()) {
    item.comments_url = address(node, base);
  } else if (name == "enclosure") {
    read_enclosure(node, item, context, base);
  } else if (name == "source" && !item.source) {
    const std::string url = attribute(node, "url");
    item.source = model::Source{"", one_line(node), "", url.empty() ? url : text::resolve(base, url), {}};
  } else {
    return false;
  }
  return true;
}

// The text that `escape_xml` made this of.
std::string unescaped(std::string_view markup) {
  std::string text;
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const auto rest = markup.substr(at);
    const auto take = [&](std::string_view reference, char c) {
      if (!rest.starts_with(reference)) return false;
      text += c;
      at += reference.size() - 1;
      return true;
    };
    if (!take("&lt;", '<') && !take("&gt;", '>') && !take("&amp;", '&') && !take("&#13;", '\r')) text += markup[at];
  }
  return text;
}

// RSS has one description for summary and content. With content:encoded beside it, it is the summary; alone it is
// the content, where our own namespace does not say otherwise.
void settle_content(model::Item& item, Draft& draft) {
  const std::string holds = draft.extras.value("description_holds");
  if (draft.encoded) item.content_html = std::move(*draft.encoded);
  if (draft.description && !draft.description->empty()) {
    if (holds == "content_text") item.content_text = unescaped(*draft.description);
    else if (holds == "summary_text") item.summary = {model::Text::Kind::plain, unescaped(*draft.description)};
    else if (holds == "summary_html") item.summary = {model::Text::Kind::html, std::move(*draft.description)};
    else if (draft.encoded && !item.content_html.empty()) item.summary = guess_text(std::move(*draft.description));
    else item.content_html = std::move(*draft.description);
  }
  const bool has_content = !item.content_html.empty() || !item.content_text.empty();
  if (item.summary.empty() && (!has_content || draft.has_own_summary)) item.summary = std::move(draft.other_summary);
}

template <typename Owner>
void settle_people(Owner& owner, const Draft& draft) {
  std::vector<model::Person> people;
  for (const auto& named : draft.atom_authors) add_person(people, named.person);
  for (auto& person : owner.authors) add_person(people, std::move(person));
  for (const auto& named : draft.creators) add_person(people, named.person);
  if (people.empty() && draft.fallback_author) add_person(people, *draft.fallback_author);
  owner.authors = std::move(people);
}

// Atom's source says all; RSS's has a name and an address. Where they differ, ours is RSS's.
void settle_source(model::Item& item, Draft& draft) {
  if (!draft.atom_source) return;
  if (item.authors.empty()) item.authors = std::move(draft.source_authors);
  const bool agrees = !item.source || (item.source->title == draft.atom_source->title &&
                                       item.source->feed_url == draft.atom_source->feed_url);
  if (agrees) item.source = std::move(draft.atom_source);
  else keep(*draft.atom_source_node, item.foreign);
}

void settle(model::Item& item, Draft& draft) {
  // That an id which is no web address is no permanent link goes without saying.
  if (item.id.empty()) item.id = std::move(draft.other_id);
  if (item.id_is_permalink == false && !text::is_web_url(item.id)) item.id_is_permalink.reset();
  if (item.url.empty() && item.id_is_permalink.value_or(true) && text::is_web_url(item.id)) item.url = item.id;
  for (const auto& link : item.links)
    if (item.url.empty() && link.rel == "alternate") item.url = link.href;
  if (item.title.empty()) item.title = std::move(draft.other_title);
  settle_content(item, draft);
  settle_people(item, draft);
  settle_source(item, draft);
  settle_duration(draft, item);
  add_media(item.attachments, std::move(draft.media));
  if (!item.published) item.published = std::move(draft.other_published);
  if (!item.modified) item.modified = std::move(draft.other_modified);
  if (item.rights.empty()) item.rights = guess_text(std::move(draft.other_rights));
  if (item.rights.empty()) item.rights = std::move(draft.atom_rights);
  take(draft.extras, item);
}

model::Item read_item(xml::Node node, Context& context, std::string_view outer_base) {
  const std::string base = base_of(node, outer_base);
  model::Item item;
  Draft draft;
  item.language = language_of(node, {});
  item.id = rdf_attribute(node, "about");
  for (const auto child : node.children()) {
    const bool behind_ours = draft.behind_ours;
    if (is_own(context.names.vocabulary(child))) {
      if (!read_own(child, item, draft, context, base)) keep(child, item.foreign, base);
      else keep_attributes_of(child, item.foreign);
    } else if (!read_extension(child, item, draft, context, base) || (behind_ours && !settles_later(child, context))) {
      keep(child, item.foreign, base);
    }
  }
  keep_attributes(node, {}, item.foreign);
  settle(item, draft);
  keep_people(draft, context, item.authors, item.contributors, context.home == Home::rss, item.foreign);
  return item;
}

void read_cloud(xml::Node node, model::Feed& feed) {
  feed.cloud = model::Cloud{attribute(node, "domain"), attribute(node, "port"), attribute(node, "path"),
                            attribute(node, "registerProcedure"), attribute(node, "protocol")};
}

void read_list(xml::Node node, std::vector<std::string>& into) {
  for (const auto child : node.children())
    if (auto entry = one_line(child); !entry.empty()) into.push_back(std::move(entry));
}

// RSS 0.91 has its element by another spelling than 2.0, which is the one that is written.
void keep_text_input(xml::Node node, model::Feed& feed) {
  constexpr std::string_view kName = "textInput";
  keep(node, feed.foreign);
  auto& element = feed.foreign.xml.back();
  element.replace(1, kName.size(), kName);
  if (const auto end = element.rfind("</"); end != std::string::npos) element.replace(end + 2, kName.size(), kName);
}

// One element of the channel in RSS's own words; gives whether it was one.
bool read_own(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base) {
  const std::string name = text::to_lower_ascii(node.name().local);
  if (name == "title" && feed.title.empty()) {
    feed.title = read_title(node);
  } else if (name == "link" && feed.home_page_url.empty()) {
    feed.home_page_url = address(node, base);
  } else if (name == "description" && !draft.description) {
    draft.description = absolute_markup_in(node, base);
  } else if (name == "language") {
    const std::string usual = text::normalize_language(node.text());
    feed.language = usual.empty() ? one_line(node) : usual;
  } else if (name == "copyright" && feed.rights.empty()) {
    feed.rights = guess_text(one_line(node));
  } else if (name == "managingeditor") {
    feed.managing_editor = one_line(node);
  } else if (name == "author") {
    add_person(feed.authors, read_person_in(node, base));
  } else if (name == "webmaster") {
    feed.web_master = one_line(node);
  } else if (name == "pubdate" && !feed.published) {
    feed.published = read_date(node, context);
  } else if (name == "lastbuilddate" && !feed.modified) {
    feed.modified = read_date(node, context);
  } else if (name == "category") {
    read_category(node, feed);
  } else if (name == "generator") {
    feed.generator = one_line(node);
  } else if (name == "docs") {
    feed.docs = address(node, base);
  } else if (name == "cloud") {
    read_cloud(node, feed);
  } else if (name == "ttl" && read_number(node.text())) {
    feed.ttl_minutes = read_number(node.text());
  } else if (name == "image") {
    if (feed.logo.empty()) feed.logo = read_image(node, base);
  } else if (name == "rating") {
    feed.rating = one_line(node);
  } else if (name == "skiphours") {
    read_list(node, feed.skip_hours);
  } else if (name == "skipdays") {
    read_list(node, feed.skip_days);
  } else if (name == "textinput" && context.names.vocabulary(node) == Vocabulary::none && node.prefix().empty()) {
    keep_text_input(node, feed);
  } else if (name != "items") {  // RSS 1.0's table of contents says nothing that the items do not say
    return false;
  }
  return true;
}

void settle(model::Feed& feed, Draft& draft, const Context& context) {
  if (feed.title.empty()) feed.title = std::move(draft.other_title);
  if (draft.description) feed.subtitle = guess_text(text::collapse_space(*draft.description));
  if (feed.subtitle.empty()) feed.subtitle = std::move(draft.other_summary);
  settle_people(feed, draft);
  if (feed.authors.empty() && !feed.managing_editor.empty())
    add_person(feed.authors, read_person(feed.managing_editor));
  if (!feed.published) feed.published = std::move(draft.other_published);
  if (!feed.modified) feed.modified = std::move(draft.other_modified);
  if (feed.rights.empty()) feed.rights = guess_text(std::move(draft.other_rights));
  if (feed.rights.empty()) feed.rights = std::move(draft.atom_rights);
  settle_update_rate(draft, context, feed);
  for (const auto& link : feed.links)
    if (feed.home_page_url.empty() && link.rel == "alternate") feed.home_page_url = link.href;
  // The writer leaves out authors who are the editor, where that one stands in RSS's own place.
  std::vector<model::Person> editors;
  if (!feed.managing_editor.empty()) add_person(editors, read_person(feed.managing_editor));
  take(draft.extras, feed);
  keep_people(draft, context,
              feed.authors == editors && context.home == Home::rss ? std::vector<model::Person>() : feed.authors,
              feed.contributors, false, feed.foreign);
}

bool is_item(xml::Node node, const Context& context) {
  return text::equals_ignoring_case(node.name().local, "item") && is_own(context.names.vocabulary(node));
}

// Where the feed's addresses are seen from: what the caller or the document says, else its page.
std::string base_of_feed(xml::Node root, xml::Node channel, const ReadOptions& options) {
  std::string base = base_of(channel, base_of(root, options.base_uri));
  if (!base.empty()) return base;
  for (const auto child : channel.children())
    if (child.name().local == "link" && child.attributes().empty())
      if (const auto page = address(child, {}); text::is_web_url(page)) return page;
  return base;
}

}  // namespace

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  std::vector<Note> notes;
  const auto document = parse_document(std::move(bytes), options, notes);
  if (!document) return Failure(document.error());
  Context context{*document, Names(*document), std::move(notes)};
  const auto root = document->root();

  // A channel within <rss>, beside its items in RDF, or alone.
  xml::Node channel = root;
  for (const auto child : root.children())
    if (text::equals_ignoring_case(child.name().local, "channel")) {
      channel = child;
      break;
    }
  const std::string base = base_of_feed(root, channel, options);
  const auto root_local = root.name().local;
  if (root_local == "RSS") context.note(root, "the names of the elements are in capitals; RSS's are not, write <rss>");
  context.home = root_local == "RDF" || root_local == "Channel" ? Home::rdf : Home::rss;

  model::Feed feed;
  Draft draft;
  feed.id = rdf_attribute(channel, "about");
  const auto read_children = [&](xml::Node parent) {
    std::size_t items = 0;
    for (const auto child : parent.children()) items += is_item(child, context) ? 1 : 0;
    feed.items.reserve(feed.items.size() + items);
    for (const auto child : parent.children()) {
      if (child == channel) continue;
      if (is_item(child, context)) {
        feed.items.push_back(read_item(child, context, base));
        continue;
      }
      const bool behind_ours = draft.behind_ours;
      if (is_own(context.names.vocabulary(child))) {
        if (!read_own(child, feed, draft, context, base)) keep(child, feed.foreign, base);
        else keep_attributes_of(child, feed.foreign);
      } else if (!read_extension(child, feed, draft, context, base) ||
                 (behind_ours && !settles_later(child, context))) {
        keep(child, feed.foreign, base);
      }
    }
  };
  read_children(channel);
  // RSS 1.1 has its items within what is RSS 1.0's table of contents.
  for (const auto child : channel.children())
    if (child.name().local == "items" && is_own(context.names.vocabulary(child)))
      for (const auto item : child.children())
        if (is_item(item, context)) feed.items.push_back(read_item(item, context, base));
  if (channel != root) read_children(root);
  if (feed.language.empty()) feed.language = language_of(channel, language_of(root, {}));
  keep_attributes(root, {"version"}, feed.foreign, channel == root ? std::string_view() : kRootAttributes);
  if (channel != root) keep_attributes(channel, {}, feed.foreign);
  keep_instructions(*document, feed);
  settle(feed, draft, context);
  return Reading{std::move(feed), std::move(context.notes)};
}

}  // namespace syndicat::formats::rss
