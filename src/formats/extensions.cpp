// Elements of the namespaces that extend feeds, mapped onto members. What says more than a member can hold is kept
// as it is as well.

#include <array>
#include <type_traits>

#include "formats/atom_parts.hpp"
#include "formats/markup.hpp"
#include "formats/media.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {
namespace {

using enum Vocabulary;

constexpr bool kTaken = true;  // it is all in the model
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
  constexpr bool kIsItem = std::is_same_v<Owner, model::Item>;
  const auto name = node.name().local;
  // Which of these RSS 1.0's writer uses, and RSS 2.0's within items.
  const bool is_plain = context.names.vocabulary(node) == dc && node.attributes().empty();
  const bool in_rdf = context.home == Home::rdf && is_plain;
  const bool in_rss = context.home == Home::rss && is_plain && kIsItem;
  if (name == "creator" || name == "author") {
    draft.creators.push_back({read_person(node.text()), node, draft.behind_ours});
    return kTaken;  // settled later
  }
  if (name == "contributor") {
    draft.contributors.push_back({read_person(node.text()), node, draft.behind_ours});
    add_person(owner.contributors, draft.contributors.back().person);
    return kTaken;
  }
  if (name == "date" || name == "issued" || name == "created") {
    if (draft.other_published) return kKept;
    draft.other_published = read_date(node, context);
    return in_rdf && name == "date" && draft.other_published;
  } else if (name == "modified") {
    if (draft.other_modified) return kKept;
    draft.other_modified = read_date(node, context);
    return context.home == Home::rdf && node.attributes().empty() && draft.other_modified;
  } else if (name == "subject") {
    auto term = one_line(node);
    if (in_rdf && !draft.behind_ours && !term.empty()) {
      owner.categories.push_back({std::move(term), "", ""});
      return kTaken;
    }
    add_category(owner.categories, {std::move(term), "", ""});
  } else if (name == "rights" && draft.other_rights.empty()) {
    draft.other_rights = trimmed(node);
    return (in_rdf || in_rss) && !draft.other_rights.empty();
  } else if (name == "language" && owner.language.empty()) {
    owner.language = text::normalize_language(node.text());
    return (in_rdf || in_rss) && !owner.language.empty();
  } else if (name == "title" && draft.other_title.empty()) {
    draft.other_title = guess_text(one_line(node));
  } else if (name == "description" && draft.other_summary.empty()) {
    draft.other_summary = guess_text(markup_in(node));
  }
  return kKept;
}

bool read_media(xml::Node node, model::Item& item, Draft& draft, std::string_view base) {
  const auto name = node.name().local;
  if (name == "group" || name == "content") {
    if (node.parent() && node.parent()->name().local != "group")
      for (auto& one : media_in(node, base)) draft.media.push_back(std::move(one));
    const auto type = attribute(node, "type"), medium = attribute(node, "medium");
    if (name == "content" && item.image.empty() &&
        (medium == "image" || (medium.empty() && type.starts_with("image/"))))
      item.image.url = address_in(node, "url", base);
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
  if (name == "author" && !draft.fallback_author) draft.fallback_author = read_person(node.text());
  if (name == "duration" && !draft.duration) {
    draft.duration = node;
    draft.duration_is_behind_ours = draft.behind_ours;
    return kTaken;  // settled later
  }
  if (name == "image" && item.image.empty()) item.image.url = address_in(node, "href", base);
  if (name == "title" && draft.other_title.empty()) draft.other_title = {model::Text::Kind::plain, one_line(node)};
  if (name == "category") add_itunes_category(node, item.categories);
  if ((name == "summary" || name == "subtitle") && draft.other_summary.empty())
    draft.other_summary = guess_text(markup_in(node));
  return kKept;
}

bool read_itunes(xml::Node node, model::Feed& feed, Draft& draft, std::string_view base) {
  const auto name = node.name().local;
  if (name == "author" && !draft.fallback_author) draft.fallback_author = read_person(node.text());
  if (name == "category") add_itunes_category(node, feed.categories);
  if (name == "image" && feed.icon.empty()) feed.icon.url = address_in(node, "href", base);
  if ((name == "summary" || name == "subtitle") && draft.other_summary.empty())
    draft.other_summary = guess_text(markup_in(node));
  return kKept;
}

// Atom's words within RSS; within Atom they are no extension.
template <typename Owner>
bool read_atom_link(xml::Node node, Owner& owner, const Context& context, std::string_view base) {
  auto link = atom::read_link(node, base);
  // A licence is written in another word, which may have said it already.
  if (is_plain_license(link)) {
    if (!has_link(owner.links, "license", link.href)) owner.links.push_back(std::move(link));
    return kKept;
  }
  atom::place(std::move(link), owner, context.home);
  return kTaken;
}

template <typename Owner>
bool read_atom_person(xml::Node node, Owner& owner, Draft& draft, std::string_view base) {
  const bool is_author = node.name().local == "author";
  auto& named = is_author ? draft.atom_authors : draft.contributors;
  named.push_back({atom::read_person(node, base), node, draft.behind_ours});
  if (!is_author) add_person(owner.contributors, named.back().person);
  return kTaken;  // settled later
}

bool read_atom(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "link") return read_atom_link(node, item, context, base);
  if (name == "author" || name == "contributor") return read_atom_person(node, item, draft, base);
  if (name == "category") {
    add_category(item.categories, atom::read_category(node));
  } else if (name == "updated" && !draft.other_modified) {
    draft.other_modified = read_date(node, context);
    return context.home == Home::rss && draft.other_modified && node.attributes().empty();
  } else if (name == "published" && !draft.other_published) {
    draft.other_published = read_date(node, context);
  } else if (name == "summary" && draft.other_summary.empty()) {
    draft.other_summary = atom::read_text(node, base);
  } else if (name == "content" && !draft.encoded && atom::is_text_content(node)) {
    draft.encoded = html(atom::read_text(node, base));
  } else if (name == "rights" && draft.atom_rights.empty()) {
    draft.atom_rights = atom::read_text(node, base);
  } else if (name == "id" && draft.other_id.empty()) {
    draft.other_id = trimmed(node);
  } else if (name == "source" && !draft.atom_source) {
    draft.atom_source = atom::read_source(node, base, context);
    draft.atom_source_node = node;
    draft.source_authors = atom::authors_of_source(node, base);
    return kTaken;
  } else if (name == "title" && draft.other_title.empty()) {
    draft.other_title = atom::read_text(node, base);
  }
  return kKept;
}

bool read_atom(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  if (name == "link") return read_atom_link(node, feed, context, base);
  if (name == "author" || name == "contributor") return read_atom_person(node, feed, draft, base);
  if (name == "category") {
    add_category(feed.categories, atom::read_category(node));
  } else if (name == "updated" && !draft.other_modified) {
    draft.other_modified = read_date(node, context);
  } else if (name == "id" && feed.id.empty()) {
    feed.id = trimmed(node);
    return context.home == Home::rss && node.attributes().empty();
  } else if (name == "icon" && feed.icon.empty()) {
    feed.icon.url = address(node, base);
    return node.attributes().empty();
  } else if (name == "logo" && feed.logo.empty()) {
    feed.logo.url = address(node, base);
  } else if (name == "rights" && draft.atom_rights.empty()) {
    draft.atom_rights = atom::read_text(node, base);
  } else if (name == "subtitle" && draft.other_summary.empty()) {
    draft.other_summary = atom::read_text(node, base);
  }
  return kKept;
}

// RSS 1.0's syndication module says how often; we hold how long a copy is good for. Whether what the two of its words
// say is what a writer would say of that is settled later.
bool read_update_rate(xml::Node node, Draft& draft) {
  const auto name = node.name().local;
  const bool is_new = node.attributes().empty() && !draft.behind_ours;
  if (name == "updatePeriod" && !draft.period) draft.period = node;
  if (!is_new || (name != "updatePeriod" && name != "updateFrequency")) return kKept;
  draft.rates.push_back(node);
  return kTaken;
}

bool read_webfeeds(xml::Node node, model::Feed& feed, std::string_view base) {
  const auto name = node.name().local;
  if (name == "icon" && feed.icon.empty()) feed.icon.url = address(node, base);
  if (name == "logo" && feed.logo.empty()) feed.logo.url = address(node, base);
  return kKept;
}

// cc:license in RDF's way, by an attribute, or in RSS's, by its text.
template <typename Owner>
bool read_license(xml::Node node, Owner& owner, Context& context, std::string_view base) {
  if (node.name().local != "license") return kKept;
  const auto resource = node.attribute("resource", namespace_of(Vocabulary::rdf).uri);
  const std::string url = resource ? text::resolve(base, *resource) : address(node, base);
  const bool is_written_so =
      context.names.vocabulary(node) == creative_commons && context.home != Home::atom && node.attributes().empty();
  const bool is_new = !url.empty() && !has_link(owner.links, "license", url);
  if (is_new) owner.links.push_back({url, "license", "", "", "", std::nullopt});
  return is_written_so && is_new;
}

}  // namespace

bool read_extension(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base) {
  const auto name = node.name().local;
  const bool is_plain = node.attributes().empty();
  switch (context.names.vocabulary(node)) {
    case content:
      if (name != "encoded" || draft.encoded) return kKept;
      draft.encoded = absolute_markup_in(node, base);
      keep_attributes_of(node, item.foreign);
      return context.home != Home::atom;
    case dc:
    case dcterms: return read_dublin_core(node, item, draft, context);
    case Vocabulary::atom:
    case Vocabulary::atom03: return read_atom(node, item, draft, context, base);
    case slash:
      if (name != "comments" || item.comments_count) return kKept;
      item.comments_count = read_number(node.text());
      return item.comments_count && context.home != Home::atom && is_plain;
    case thr:
      if (name != "total") return kKept;
      // In Atom an attribute of a link may have said so before.
      if (!item.comments_count) item.comments_count = read_number(node.text());
      return item.comments_count && item.comments_count == read_number(node.text()) && context.home == Home::atom &&
             is_plain;
    case wfw:
      if (!text::equals_ignoring_case(name, "commentRss") || !item.comments_feed_url.empty()) return kKept;
      item.comments_feed_url = address(node, base);
      return context.home != Home::atom && name == "commentRss" && is_plain;
    case media: return read_media(node, item, draft, base);
    case xhtml:
      // RSS of old had the whole text so, beside the description.
      if (context.home == Home::atom || (name != "body" && name != "div") || draft.encoded) return kKept;
      draft.encoded =
          absolute(std::string(text::trim(node.inner(node.name().uri))), base_of(node, base), XmlBase::counts);
      return kTaken;
    case itunes:
    case googleplay: return read_itunes(node, item, draft, base);
    case creative_commons:
    case cc: return read_license(node, item, context, base);
    case syndicat:
      draft.extras.children.push_back(read_extra(node));
      draft.behind_ours = true;
      return kTaken;
    default: return kKept;
  }
}

bool read_extension(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base) {
  switch (context.names.vocabulary(node)) {
    case dc:
    case dcterms: return read_dublin_core(node, feed, draft, context);
    case Vocabulary::atom:
    case Vocabulary::atom03: return read_atom(node, feed, draft, context, base);
    case sy: return read_update_rate(node, draft);
    case itunes:
    case googleplay: return read_itunes(node, feed, draft, base);
    case webfeeds: return read_webfeeds(node, feed, base);
    case creative_commons:
    case cc: return read_license(node, feed, context, base);
    case syndicat:
      draft.extras.children.push_back(read_extra(node));
      draft.behind_ours = true;
      return kTaken;
    default: return kKept;
  }
}

bool settles_later(xml::Node node, const Context& context) {
  const auto name = node.name().local;
  switch (context.names.vocabulary(node)) {
    case syndicat: return true;
    case dc:
    case dcterms: return name == "creator" || name == "author" || name == "contributor";
    case Vocabulary::atom:
    case Vocabulary::atom03: return name == "author" || name == "contributor";
    case itunes:
    case googleplay: return name == "duration";
    default: return false;
  }
}

void settle_update_rate(const Draft& draft, const Context& context, model::Feed& feed) {
  if (!draft.period && draft.rates.empty()) return;
  std::string period, frequency;
  for (const auto node : draft.rates) (node.name().local == "updatePeriod" ? period : frequency) = trimmed(node);
  if (draft.period && period.empty()) period = trimmed(*draft.period);
  const auto times = std::max<std::uint64_t>(1, read_number(frequency).value_or(1));
  std::optional<std::uint64_t> ttl;
  for (const auto& [name, minutes] : kUpdatePeriods)
    if (name == period && times <= minutes) ttl = minutes / times;
  const bool is_said_already = feed.ttl_minutes.has_value();
  if (!is_said_already) feed.ttl_minutes = ttl;
  const auto rate = ttl ? update_rate(*ttl) : std::nullopt;
  const bool is_written_so = context.home != Home::rss && !is_said_already && draft.rates.size() == 2 && rate &&
                             rate->period == period && std::to_string(rate->frequency) == frequency &&
                             draft.extras.find("ttl_minutes") == nullptr;
  if (!is_written_so)
    for (const auto node : draft.rates) keep(node, feed.foreign);
}

void settle_duration(const Draft& draft, model::Item& item) {
  if (!draft.duration) return;
  const std::string written = trimmed(*draft.duration);
  // Seconds, or minutes and hours before them.
  std::optional<std::uint64_t> seconds = 0;
  for (std::string_view rest = written; seconds;) {
    const auto end = std::min(rest.find(':'), rest.size());
    const auto part = read_number(rest.substr(0, end));
    seconds = part && *part < 1'000'000 && *seconds < 1'000'000 ? std::optional(*seconds * 60 + *part) : std::nullopt;
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  const bool is_new = seconds && !item.attachments.empty() && !item.attachments[0].duration_in_seconds;
  if (is_new) item.attachments[0].duration_in_seconds = static_cast<double>(*seconds);
  const bool is_written_so = is_new && !draft.duration_is_behind_ours && draft.duration->attributes().empty() &&
                             std::to_string(*seconds) == written;
  if (!is_written_so) keep(*draft.duration, item.foreign);
}

}  // namespace syndicat::formats
