// Elements of the namespaces that extend feeds, mapped onto members. What says more than a member can hold is kept
// as it is as well.

#include <array>

#include "formats/atom_parts.hpp"
#include "formats/markup.hpp"
#include "formats/xml_reading.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {
namespace {

using enum Vocabulary;

constexpr bool kTaken = true;   // it is all in the model
constexpr bool kKept = false;  // it is to be kept as it stands, too

std::string attribute(xml::Node node, std::string_view name) {
  const auto value = node.attribute(name);
  return value ? std::string(text::trim(*value)) : std::string();
}

std::string address_in(xml::Node node, std::string_view name, std::string_view base) {
  const auto value = attribute(node, name);
  return value.empty() ? value : text::resolve(base, value);
}

template <typename Owner>
bool read_dublin_core(xml::Node node, Owner& owner, Draft& draft, Context& context) {
  const auto name = node.name().local;
  if (name == "creator" || name == "author") {
    add_person(draft.creators, read_person(node.text()));
  } else if (name == "contributor") {
    add_person(owner.contributors, read_person(node.text()));
  } else if (name == "date" || name == "issued" || name == "created") {
    if (!draft.other_published) draft.other_published = read_date(node, context);
  } else if (name == "modified") {
    draft.other_modified = read_date(node, context);
  } else if (name == "subject") {
    if (const auto term = one_line(node); !term.empty()) owner.categories.push_back({term, "", ""});
  } else if (name == "rights") {
    draft.other_rights = trimmed(node);
  } else if (name == "language" && owner.language.empty()) {
    owner.language = text::normalize_language(node.text());
    return !owner.language.empty();
  } else if (name == "title" && draft.other_title.empty()) {
    draft.other_title = guess_text(one_line(node));
  } else if (name == "description" && draft.other_summary.empty()) {
    draft.other_summary = guess_text(markup_in(node));
  } else {
    return kKept;
  }
  return kTaken;
}

bool read_media(xml::Node node, model::Item& item, Draft& draft, std::string_view base) {
  const auto name = node.name().local;
  if (name == "group" || name == "content") {
    for (const auto child : node.children()) read_media(child, item, draft, base);
  } else if (name == "thumbnail" && item.image.empty()) {
    item.image.url = address_in(node, "url", base);
    bool is_plain = true;  // and says no more than a member can hold
    for (const auto& known : node.attributes())
      is_plain = is_plain && (known.name.local == "url" || known.name.local == "width" || known.name.local == "height");
    if (const auto width = read_number(attribute(node, "width")); width && *width < 100'000)
      item.image.width = static_cast<std::uint32_t>(*width);
    if (const auto height = read_number(attribute(node, "height")); height && *height < 100'000)
      item.image.height = static_cast<std::uint32_t>(*height);
    return is_plain && !item.image.url.empty();
  } else if (name == "title" && draft.other_title.empty()) {
    draft.other_title = guess_text(one_line(node));
  } else if (name == "category") {
    add_category(item.categories, {one_line(node), attribute(node, "scheme"), attribute(node, "label")});
  }
  return kKept;
}

// A category holds the ones below it.
void add_itunes_category(xml::Node node, std::vector<model::Category>& categories) {
  add_category(categories, {attribute(node, "text"), "", ""});
  for (const auto child : node.children())
    if (child.name() == node.name()) add_itunes_category(child, categories);
}

bool read_itunes(xml::Node node, model::Item& item, Draft& draft, std::string_view base) {
  const auto name = node.name().local;
  if (name == "author" && draft.creators.empty()) add_person(draft.creators, read_person(node.text()));
  if (name == "image" && item.image.empty()) item.image.url = address_in(node, "href", base);
  if (name == "title" && draft.other_title.empty()) draft.other_title = {model::Text::Kind::plain, one_line(node)};
  if (name == "category") add_itunes_category(node, item.categories);
  if ((name == "summary" || name == "subtitle") && draft.other_summary.empty())
    draft.other_summary = guess_text(markup_in(node));
  return kKept;
}

bool read_itunes(xml::Node node, model::Feed& feed, Draft& draft, std::string_view base) {
  const auto name = node.name().local;
  if (name == "author" && draft.creators.empty()) add_person(draft.creators, read_person(node.text()));
  if (name == "category") add_itunes_category(node, feed.categories);
  if (name == "image" && feed.icon.empty()) feed.icon.url = address_in(node, "href", base);
  if ((name == "summary" || name == "subtitle") && draft.other_summary.empty())
    draft.other_summary = guess_text(markup_in(node));
  return kKept;
}

bool read_atom(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "link") {
    atom::place_link(node, base, item);
  } else if (name == "author") {
    add_person(draft.atom_authors, atom::read_person(node, base));
  } else if (name == "contributor") {
    add_person(item.contributors, atom::read_person(node, base));
  } else if (name == "category") {
    item.categories.push_back(atom::read_category(node));
  } else if (name == "updated") {
    draft.other_modified = read_date(node, context);
  } else if (name == "published") {
    draft.other_published = read_date(node, context);
  } else if (name == "summary") {
    draft.other_summary = atom::read_text(node, base);
  } else if (name == "content" && !draft.encoded) {
    draft.encoded = html(atom::read_text(node, base));
  } else if (name == "rights") {
    item.rights = atom::read_text(node, base);
  } else if (name == "id" && item.id.empty()) {
    item.id = trimmed(node);
  } else if (name == "source" && !item.source) {
    item.source = atom::read_source(node, base, context);
  } else if (name == "title" && item.title.empty()) {
    item.title = atom::read_text(node, base);
  } else {
    return kKept;
  }
  return kTaken;
}

bool read_atom(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "link") {
    atom::place_link(node, base, feed);
  } else if (name == "author") {
    add_person(draft.atom_authors, atom::read_person(node, base));
  } else if (name == "contributor") {
    add_person(feed.contributors, atom::read_person(node, base));
  } else if (name == "category") {
    feed.categories.push_back(atom::read_category(node));
  } else if (name == "updated") {
    draft.other_modified = read_date(node, context);
  } else if (name == "id" && feed.id.empty()) {
    feed.id = trimmed(node);
  } else if (name == "icon" && feed.icon.empty()) {
    feed.icon.url = address(node, base);
  } else if (name == "logo" && feed.logo.empty()) {
    feed.logo.url = address(node, base);
  } else if (name == "rights" && feed.rights.empty()) {
    feed.rights = atom::read_text(node, base);
  } else if (name == "subtitle" && draft.other_summary.empty()) {
    draft.other_summary = atom::read_text(node, base);
  } else {
    return kKept;
  }
  return kTaken;
}

// RSS 1.0's syndication module says how often; we hold how long a copy is good for.
bool read_update_rate(xml::Node node, model::Feed& feed) {
  if (node.name().local != "updatePeriod" || feed.ttl_minutes) return kKept;
  constexpr std::array<std::pair<std::string_view, std::uint64_t>, 5> kPeriods = {
      {{"hourly", 60}, {"daily", 1440}, {"weekly", 10080}, {"monthly", 43200}, {"yearly", 525600}}};
  std::uint64_t times = 1;
  if (const auto parent = node.parent())
    if (const auto rate = parent->child({node.name().uri, "updateFrequency"}))
      times = std::max<std::uint64_t>(1, read_number(rate->text()).value_or(1));
  for (const auto& [period, minutes] : kPeriods)
    if (trimmed(node) == period) feed.ttl_minutes = std::max<std::uint64_t>(1, minutes / times);
  return kKept;
}

}  // namespace

bool read_extension(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  switch (context.names.vocabulary(node)) {
    case content:
      if (name != "encoded") return kKept;
      draft.encoded = absolute(markup_in(node), base);
      return kTaken;
    case dc:
    case dcterms:
      return read_dublin_core(node, item, draft, context);
    case Vocabulary::atom:
    case Vocabulary::atom03:
      return read_atom(node, item, draft, context, base);
    case slash:
      if (name != "comments") return kKept;
      item.comments_count = read_number(node.text());
      return item.comments_count.has_value();
    case thr:
      if (name != "total") return kKept;
      item.comments_count = read_number(node.text());
      return item.comments_count.has_value();
    case wfw:
      if (!text::equals_ignoring_case(name, "commentRss")) return kKept;
      item.comments_feed_url = address(node, base);
      return kTaken;
    case media:
      return read_media(node, item, draft, base);
    case itunes:
      return read_itunes(node, item, draft, base);
    case creative_commons:
      if (name != "license") return kKept;
      item.links.push_back({address(node, base), "license", "", "", "", std::nullopt});
      return kTaken;
    case syndicat:
      draft.extras.children.push_back(read_extra(node));
      return kTaken;
    default:
      return kKept;
  }
}

bool read_extension(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base) {
  switch (context.names.vocabulary(node)) {
    case dc:
    case dcterms:
      return read_dublin_core(node, feed, draft, context);
    case Vocabulary::atom:
    case Vocabulary::atom03:
      return read_atom(node, feed, draft, context, base);
    case sy:
      return read_update_rate(node, feed);
    case itunes:
      return read_itunes(node, feed, draft, base);
    case creative_commons:
      if (node.name().local != "license") return kKept;
      feed.links.push_back({address(node, base), "license", "", "", "", std::nullopt});
      return kTaken;
    case syndicat:
      draft.extras.children.push_back(read_extra(node));
      return kTaken;
    default:
      return kKept;
  }
}

}  // namespace syndicat::formats
