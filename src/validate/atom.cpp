#include "validate/atom.hpp"

#include <algorithm>
#include <array>

#include "text/digest.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/foreign.hpp"
#include "validate/history.hpp"
#include "validate/html.hpp"
#include "validate/link_relations.hpp"
#include "validate/opinions.hpp"

namespace syndicat::validate::atom {
namespace {

using history::relation_of;

constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";

std::string_view attribute(xml::Node node, std::string_view name) {
  return node.attribute(name).value_or(std::string_view());
}

bool is_alternate(xml::Node link) { return relation_of(link) == "alternate"; }

std::optional<xml::Node> link_of(const Walk& walk, xml::Node node, std::string_view rel) {
  for (const auto child : node.children())
    if (walk.is(child, Ns::atom, "link") && relation_of(child) == rel) return child;
  return std::nullopt;
}

std::optional<xml::Node> first_element(xml::Node node) {
  for (const auto child : node.children()) return child;
  return std::nullopt;
}

void plain_construct(Walk& walk, const Element& element, const Subject& subject) {
  if (const auto child = first_element(element.node))
    walk.report("undefined-element", walk.tag(*child), {{"element", walk.name(*child)}, {"parent", element.name}});
  const auto markup = find_markup(walk, subject);
  if (!markup.empty()) walk.report("contains-undeclared-html", subject, {{"value", markup}});
  bad_characters(walk, subject);
}

void html_construct(Walk& walk, const Element& element, const Subject& subject) {
  if (const auto child = first_element(element.node)) {
    walk.report("not-escaped", walk.tag(*child), {{"element", element.name}, {"parent", element.parent}});
    if (walk.ns(*child) != Ns::xhtml)
      walk.report("undefined-element", walk.tag(*child), {{"element", walk.name(*child)}, {"parent", element.name}});
  }
  html_text(walk, subject);
}

// Section 3.1.1.3: one div of XHTML and nothing else.
void xhtml_construct(Walk& walk, const Element& element, const Subject& subject) {
  std::size_t divs = 0;
  const bool has_div = walk.child(element.node, Ns::xhtml, "div").has_value();
  for (const auto part : element.node.nodes()) {
    const bool div = part.is_element() && walk.is(part, Ns::xhtml, "div");
    divs += div ? 1 : 0;
    if (div) {
      check_xhtml(walk, element, part);
      // Escaped tags within it are text, and shown as such.
      if (!first_element(part))
        if (const auto markup = find_markup(walk, subject); !markup.empty())
          walk.report("not-inline", subject, {{"value", markup}});
      continue;
    }
    const bool words = !part.is_element() && part.kind() != xml::Kind::comment &&
                       part.kind() != xml::Kind::instruction && !text::is_blank(part.value());
    if (has_div && (part.is_element() || words))
      walk.report("misplaced-xhtml-content", {part.start_offset(), part.end_offset()},
                  {{"element", element.name}, {"parent", element.parent}});
  }
  if (divs == 0) {
    for (const auto child : element.node.children())
      if (walk.ns(child) == Ns::atom && is_html_element(child.name().local))
        walk.report("not-html", walk.tag(child),
                    {{"element", element.name}, {"parent", element.parent}, {"value", child.name().local}});
    const auto markup = find_markup(walk, subject);
    if (!first_element(element.node) && !markup.empty()) walk.report("not-inline", subject, {{"value", markup}});
    walk.report("missing-xhtml-div", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
  }
  if (divs > 1)
    walk.report("duplicate-element", walk.tag(element.node), {{"element", "xhtml:div"}, {"parent", element.name}});
}

void content_of_text(Walk& walk, const Element& element, std::string_view type) {
  const auto subject = walk.subject(element);
  if (const auto child = first_element(element.node))
    walk.report("not-escaped", walk.tag(*child), {{"element", element.name}, {"parent", element.parent}});
  if (type == "text/html") {
    bad_characters(walk, subject);
    return check_html(walk, subject, is_whole_page(subject.text) ? Extent::page : Extent::fragment);
  }
  if (type != "text/plain") return;
  if (const auto markup = find_markup(walk, subject); !markup.empty())
    walk.report("contains-undeclared-html", subject, {{"value", markup}});
}

// RFC 4287, section 3.1: text, html or xhtml.
void text_construct(Walk& walk, const Element& element) {
  const auto* type = element.node.find_attribute("type");
  const auto value = type == nullptr ? std::string_view("text") : type->value;
  const auto subject = walk.subject(element);
  if (value == "text" || value == "html") {
    if (element.node.name().local == "title" && text::is_blank(subject.text)) walk.report("not-blank", subject);
    if (value == "html") html_construct(walk, element, subject);
    else plain_construct(walk, element, subject);
    return;
  }
  if (value == "xhtml") return xhtml_construct(walk, element, subject);
  const auto written = walk.subject(element, *type, Naming::element);
  if (text::is_blank(value) && as_w3c(walk, "blank-type")) {
    walk.report("attr-not-blank", written);
    return;
  }
  walk.report("invalid-text-type", written);
  if (!is_media_type(value)) {
    if (as_w3c(walk, "type-of-text")) walk.report("invalid-mime-type", written);
    return;
  }
  // What was meant is known all the same: Atom 0.3 had media types here.
  content_of_text(walk, element, text::to_lower_ascii(text::trim(value.substr(0, value.find(';')))));
}

// Section 4.1.3.1: "MUST NOT be a composite type" (RFC 4288, section 4.2.6), one that holds other documents.
bool is_composite(std::string_view lower_case_type) {
  return lower_case_type.starts_with("multipart/") || lower_case_type.starts_with("message/");
}

// RFC 4287, section 4.1.3.2: what lies elsewhere, with a media type that says what it is.
void content_elsewhere(Walk& walk, const Element& element, const xml::Attribute& source, const xml::Attribute* type) {
  const auto& node = element.node;
  iri_reference(walk, walk.subject(element, source, Naming::element));
  if (const auto child = first_element(node))
    walk.report("undefined-element", walk.tag(*child), {{"element", walk.name(*child)}, {"parent", element.name}});
  else if (!text::is_blank(walk.text(node))) walk.report("unexpected-text", walk.subject(element));
  if (type == nullptr) {
    walk.report("missing-type-attr", walk.tag(node),
                {{"element", element.name}, {"parent", element.parent}, {"attr", "type"}});
    return;
  }
  const auto written = walk.subject(element, *type, Naming::element);
  if (!is_media_type(type->value)) walk.report("invalid-mime-type", written);
  else if (is_composite(text::to_lower_ascii(type->value))) walk.report("composite-type", written);
}

// XML of another kind stands as it is, as one element (section 4.1.3.3).
void content_of_xml(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  const auto child = first_element(element.node);
  if (!child) {
    if (const auto markup = find_markup(walk, subject); !markup.empty())
      walk.report("not-inline", subject, {{"value", markup}});
    return;
  }
  const bool is_page = walk.is(*child, Ns::xhtml, "html");
  check_xhtml(walk, element, *child, is_page ? Extent::page : Extent::fragment);
  for (const auto part : element.node.nodes())
    if ((part.kind() == xml::Kind::text || part.kind() == xml::Kind::cdata) && !text::is_blank(part.value())) {
      walk.report("unexpected-text", {part.start_offset(), part.end_offset()},
                  {{"element", element.name}, {"parent", element.parent}, {"value", text::trim(part.value())}});
      return;
    }
}

void content_in_base64(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  if (const auto child = first_element(element.node)) {
    walk.report("undefined-element", walk.tag(*child), {{"element", walk.name(*child)}, {"parent", element.name}});
    return;
  }
  std::string packed;
  std::ranges::copy_if(subject.text, std::back_inserter(packed), [](char c) { return !text::is_space(c); });
  const auto decoded = text::base64_decode(packed);
  if (!decoded) {
    walk.report("not-base64", subject);
    return;
  }
  // HTML is HTML however it is wrapped.
  auto inside = subject;
  inside.text = *decoded;
  if (text::to_lower_ascii(attribute(element.node, "type")).find("html") != std::string::npos) check_html(walk, inside);
}

// Atom 0.3 said so how the text is wrapped; feeds that were moved to 1.0 by hand have it still.
bool mode_of_old(Walk& walk, const Element& element) {
  const auto* mode = element.node.find_attribute("mode");
  if (mode == nullptr) return false;
  if (!as_w3c(walk, "mode-of-old"))
    walk.report("unexpected-attribute", {mode->start, mode->value_end + 1U},
                {{"element", element.name}, {"parent", element.parent}, {"attribute", "mode"}});
  if (mode->value == "base64") {
    content_in_base64(walk, element);
    return true;
  }
  if (mode->value != "xml" && mode->value != "escaped")
    walk.report("invalid-content-mode", walk.subject(element, *mode, Naming::element));
  return false;
}

// RFC 4287, section 4.1.3.
void content(Walk& walk, const Element& element) {
  const auto& node = element.node;
  const auto* source = node.find_attribute("src");
  const auto* type = node.find_attribute("type");
  const auto value = type == nullptr ? std::string_view("text") : type->value;
  if (source != nullptr) return content_elsewhere(walk, element, *source, type);
  if (node.nodes().empty()) walk.report("not-blank", walk.subject(element));
  if (value == "text" || value == "html" || value == "xhtml") return text_construct(walk, element);
  const auto written = walk.subject(element, *type, Naming::element);
  if (text::is_blank(value) && as_w3c(walk, "blank-type")) {
    walk.report("attr-not-blank", written);
    return;
  }
  if (mode_of_old(walk, element)) return;
  const auto lower = text::to_lower_ascii(text::trim(value.substr(0, value.find(';'))));
  if (is_composite(lower) && !walk.strict_as_w3c()) {
    walk.report("composite-type", written);
    return;
  }
  if (!is_media_type(value) || is_composite(lower)) {
    walk.report("invalid-mime-type", written);
    return;
  }
  // A whole page is what these types are for (section 4.1.3.3).
  const auto page = first_element(node);
  const bool is_page = page ? walk.is(*page, Ns::xhtml, "html") : is_whole_page(walk.text(node));
  if ((lower == "text/html" || lower == "application/xhtml+xml") && !is_page)
    walk.report("html-fragment", written, {{"type", lower}});
  if (lower.ends_with("+xml") || lower.ends_with("/xml")) return content_of_xml(walk, element);
  if (lower.starts_with("text/")) return content_of_text(walk, element, lower);
  content_in_base64(walk, element);
}

// RFC 4685, section 4: how many replies lie there, and of when the last is.
void thread_attributes(Walk& walk, const Element& element) {
  for (const auto& attribute : element.node.attributes()) {
    if (attribute.name.uri != "http://purl.org/syndication/thread/1.0") continue;
    auto value = walk.subject(element, attribute);
    const auto name = fmt::format("thr:{}", attribute.name.local);
    value.attribute = name;
    if (attribute.name.local == "count") non_negative_integer(walk, value);
    else if (attribute.name.local == "updated") rfc3339_date(walk, value);
    else if (attribute.name.local == "when") walk.report("no-thr-when", value);
    else
      walk.report("unexpected-attribute", {attribute.start, attribute.value_end + 1U},
                  {{"element", element.name}, {"parent", element.parent}, {"attribute", name}});
  }
}

// "undefinedContent": text and elements of other vocabularies, and nothing of Atom's (RFC 4287, section 6).
void foreign_only(Walk& walk, const Element& element) {
  for (const auto child : element.node.children())
    if (walk.ns(child) == Ns::atom)
      walk.report("undefined-element", walk.tag(child), {{"element", walk.name(child)}, {"parent", element.name}});
}

// RFC 4287, section 4.2.7.
void link(Walk& walk, const Element& element) {
  const auto& node = element.node;
  if (!text::is_blank(walk.text(node))) walk.report("atom-link-not-empty", walk.subject(element));
  const auto* rel = node.find_attribute("rel");
  if (rel != nullptr) {
    const auto written = walk.subject(element, *rel, Naming::element);
    if (text::is_blank(rel->value)) walk.report("attr-not-blank", written);
    else if (rel->value.find(':') != std::string_view::npos) iri_reference(walk, written);
    else if (!is_registered_relation(rel->value)) walk.report("unregistered-atom-link-rel", written);
  }
  thread_attributes(walk, element);
  foreign_only(walk, element);
  if (walk.core() == Ns::atom && relation_of(node) == "enclosure" && node.find_attribute("length") == nullptr)
    walk.report("enclosure-without-length", walk.tag(node),
                {{"element", element.name}, {"parent", element.parent}, {"attr", "length"}});
  const auto* href = node.find_attribute("href");
  if (href == nullptr) return;
  const auto relation = relation_of(node);
  const auto uri = text::split_uri(text::trim(href->value));
  // The self link of an entry within a feed is the entry's own address (RFC 4287, section 4.2.7.2).
  const bool of_document =
      element.above == nullptr || element.above->name != "entry" || element.above->above == nullptr;
  if (relation == "self" && of_document) {
    if (!uri.scheme && !has_base(node))
      offer_whole_address(walk.report("relative-self", walk.subject(element, *href, Naming::link)), walk, href->value,
                          href->value_start);
    else if (!walk.options().base_uri.empty() && text::normalize_uri(text::resolve(walk.base(), href->value)) !=
                                                     text::normalize_uri(walk.options().base_uri))
      walk.report("self-doesnt-match-location", walk.subject(element, *href, Naming::link));
  }
  const auto* type = node.find_attribute("type");
  if (relation == "self" && type != nullptr && walk.core() == Ns::atom &&
      !text::to_lower_ascii(type->value).starts_with("application/atom+xml"))
    walk.report("self-not-atom", walk.subject(element, *type));
  // RFC 3986, section 4.4: what equals the base but for a fragment is the document itself.
  const auto& base = walk.base();
  const auto resolved = text::resolve(base, href->value);
  const bool empty = !uri.scheme && !uri.authority && uri.path.empty() && !uri.query;
  const bool same =
      relation != "self" && has_base(node) && !uri.scheme && resolved.substr(0, resolved.find('#')) == base;
  if (same || (empty && !has_base(node)))
    walk.report("same-document-reference", walk.subject(element, *href, Naming::link));
}

// No two alternate links of the same type and language (sections 4.1.1, 4.1.2 and 4.2.11).
void alternates_apart(Walk& walk, const Element& element) {
  std::vector<std::pair<std::string_view, std::string_view>> seen;
  for (const auto child : element.node.children()) {
    if (!walk.is(child, Ns::atom, "link") || !is_alternate(child)) continue;
    const std::pair key(attribute(child, "type"), attribute(child, "hreflang"));
    if (std::ranges::find(seen, key) != seen.end())
      walk.report("duplicate-atom-link", walk.tag(child), {{"element", "link"}, {"parent", element.name}});
    else if (seen.size() < 1000) seen.push_back(key);
  }
}

void entry(Walk& walk, const Element& element) {
  const auto& node = element.node;
  ++walk.entries;
  alternates_apart(walk, element);
  history::entry(walk, element);
  const bool alternate = link_of(walk, node, "alternate").has_value();
  if (element.name != "entry" && element.name != "atom:entry") return;
  const auto body = walk.child(node, Ns::atom, "content");
  const auto summary = walk.child(node, Ns::atom, "summary");
  if (!body && !alternate)
    walk.report("missing-content-or-alternate", walk.tag(node), {{"element", "content"}, {"parent", element.name}});
  if (body && !summary) {
    const auto type = attribute(*body, "type");
    const auto lower = text::to_lower_ascii(type.substr(0, type.find(';')));
    const bool textual = lower.empty() || lower == "text" || lower == "html" || lower == "xhtml" ||
                         lower.starts_with("text/") || lower.ends_with("+xml") || lower.ends_with("/xml");
    if (body->attribute("src") || !textual)
      walk.report("missing-summary", walk.tag(node), {{"element", "summary"}, {"parent", element.name}});
  }
  if (!body && !summary)
    walk.report("missing-textual-content", walk.tag(node), {{"element", element.name}, {"parent", element.parent}});

  // The author may stand in the entry, in its source or in the feed (section 4.1.1).
  if (walk.child(node, Ns::atom, "author")) return;
  const auto source = walk.child(node, Ns::atom, "source");
  if (source && walk.child(*source, Ns::atom, "author")) return;
  if (element.above != nullptr && walk.child(element.above->node, Ns::atom, "author")) return;
  walk.report("missing-element", walk.tag(node), {{"element", "author"}, {"parent", element.name}});
}

// What several entries have in common: ids, and the order of things.
void feed(Walk& walk, const Element& element) {
  const auto& node = element.node;
  alternates_apart(walk, element);
  history::feed(walk, element);
  std::unordered_map<std::string_view, std::size_t> ids, updates;
  std::size_t entries = 0;
  bool ids_are_one = true;
  std::string_view first_id;
  for (const auto child : node.children()) {
    if (child.start_offset() >= walk.limit()) return;
    if (!walk.is(child, Ns::atom, "entry")) {
      if (entries > 0 && walk.ns(child) == Ns::atom)
        walk.report("misplaced-metadata", walk.tag(child), {{"element", walk.name(child)}, {"parent", element.name}});
      continue;
    }
    ++entries;
    if (const auto id = walk.child(child, Ns::atom, "id")) {
      const auto value = walk.text(*id);
      if (entries == 1) first_id = value;
      ids_are_one = ids_are_one && value == first_id;
      const auto [before, fresh] = ids.try_emplace(value, id->start_offset());
      // The same entry may stand there again in another version (section 4.1.1), told apart by updated.
      if (!fresh && !text::is_blank(value)) {
        const auto body = *id;
        walk.report("duplicate-entries", {body.content_offset(), body.end_offset()},
                    {{"element", "id"}, {"parent", "entry"}, {"value", value}});
      }
    }
    if (const auto updated = walk.child(child, Ns::atom, "updated")) {
      const auto value = walk.text(*updated);
      const auto [before, fresh] = updates.try_emplace(value, 0);
      if (!fresh && before->second++ == 0)
        walk.report("duplicate-updated", walk.tag(*updated),
                    {{"element", "updated"}, {"parent", "entry"}, {"value", value}});
    }
  }
  if (entries > 2 && ids_are_one && !first_id.empty())
    walk.report("duplicate-ids", walk.tag(node), {{"element", "id"}, {"parent", "feed"}, {"value", first_id}});
  const auto hub = link_of(walk, node, "hub");
  // Where the answer's headers are known, they may say it.
  if (hub && !link_of(walk, node, "self") && !walk.options().transport)
    walk.report("hub-without-self", walk.tag(*hub), {});
  if (!link_of(walk, node, "self") && element.name == "feed") {
    auto* finding =
        walk.report("missing-self", walk.tag(node), {{"element", "link"}, {"parent", element.name}, {"attr", "rel"}});
    if (finding != nullptr) finding->edit = self_link(walk, node, "application/atom+xml");
  }
}

constexpr AttributeRow kTypeAttribute[] = {{"type"}};
constexpr AttributeRow kContentAttributes[] = {{"type"}, {"src"}, {"mode"}};
// A media type, where the rule for elements has the better name.
void link_type(Check& check, const Subject& subject) { media_type(check, subject); }

void label(Check& check, const Subject& subject) {
  attribute_not_blank(check, subject);
  plain_text_or_blank(check, subject);
}

void link_title(Check& check, const Subject& subject) {
  attribute_not_blank(check, subject);
  auto own = subject;
  own.naming = Naming::attribute;
  plain_text_or_blank(check, own);
}

void generator(Check& check, const Subject& subject) { plain_text(check, subject); }

constexpr AttributeRow kLinkAttributes[] = {
    {"href", iri_reference, true, Ns::none, Naming::link},
    {"rel"},
    {"type", link_type, false, Ns::none, Naming::element},
    {"hreflang", language, false, Ns::none, Naming::link},
    {"title", link_title, false, Ns::none, Naming::element},
    {"length", non_negative_integer, false, Ns::none, Naming::link},
};
constexpr AttributeRow kCategoryAttributes[] = {{"term", not_blank, true}, {"scheme", full_iri}, {"label", label}};
constexpr AttributeRow kGeneratorAttributes[] = {{"uri", iri_reference, false, Ns::none, Naming::element}, {"version"}};

constexpr Type kName = {.value = person_name};
constexpr Type kPersonUri = {.value = iri_reference};
constexpr Type kEmail = {.value = addr_spec};

constexpr Row kPersonRows[] = {
    {Ns::atom, "name", Occurs::required, &kName},
    {Ns::atom, "uri", Occurs::once, &kPersonUri},
    {Ns::atom, "email", Occurs::once, &kEmail},
};

// clang-format off
constexpr Row kFeedRows[] = {
    {Ns::atom, "entry", Occurs::many, &kEntry},      {Ns::atom, "author", Occurs::many, &kPerson},
    {Ns::atom, "category", Occurs::many, &kCategory}, {Ns::atom, "contributor", Occurs::many, &kPerson},
    {Ns::atom, "generator", Occurs::once, &kGenerator}, {Ns::atom, "icon", Occurs::once, &kUri},
    {Ns::atom, "id", Occurs::required, &kId},        {Ns::atom, "link", Occurs::many, &kLink},
    {Ns::atom, "logo", Occurs::once, &kUri},         {Ns::atom, "rights", Occurs::once, &kText},
    {Ns::atom, "subtitle", Occurs::once, &kText},    {Ns::atom, "title", Occurs::required, &kText},
    {Ns::atom, "updated", Occurs::required, &kDate},
};
// clang-format on

// clang-format off
constexpr Row kSourceRows[] = {
    {Ns::atom, "author", Occurs::many, &kPerson},     {Ns::atom, "category", Occurs::many, &kCategory},
    {Ns::atom, "contributor", Occurs::many, &kPerson}, {Ns::atom, "generator", Occurs::once, &kGenerator},
    {Ns::atom, "icon", Occurs::once, &kUri},          {Ns::atom, "id", Occurs::once, &kId},
    {Ns::atom, "link", Occurs::many, &kLink},         {Ns::atom, "logo", Occurs::once, &kUri},
    {Ns::atom, "rights", Occurs::once, &kText},       {Ns::atom, "subtitle", Occurs::once, &kText},
    {Ns::atom, "title", Occurs::once, &kText},        {Ns::atom, "updated", Occurs::once, &kDate},
};
// clang-format on

// clang-format off
constexpr Row kEntryRows[] = {
    {Ns::atom, "id", Occurs::required, &kId},        {Ns::atom, "title", Occurs::required, &kText},
    {Ns::atom, "updated", Occurs::required, &kDate}, {Ns::atom, "author", Occurs::many, &kPerson},
    {Ns::atom, "category", Occurs::many, &kCategory}, {Ns::atom, "content", Occurs::once, &kContent},
    {Ns::atom, "contributor", Occurs::many, &kPerson}, {Ns::atom, "link", Occurs::many, &kLink},
    {Ns::atom, "published", Occurs::once, &kDate},   {Ns::atom, "rights", Occurs::once, &kText},
    {Ns::atom, "source", Occurs::once, &kSource},    {Ns::atom, "summary", Occurs::once, &kText},
};
// clang-format on

// Section 4.1.1 asks for what tells a source: id, title and updated are recommended there.
void source(Walk& walk, const Element& element) {
  alternates_apart(walk, element);
  for (const auto wanted : {"id", "title", "updated"})
    if (!walk.child(element.node, Ns::atom, wanted))
      walk.report("missing-source-element", walk.tag(element.node), {{"element", wanted}, {"parent", element.name}});
}

}  // namespace

constexpr Type kFeed = {.content = Content::elements, .rows = kFeedRows, .site = Site::feed, .after = feed};
constexpr Type kEntry = {.content = Content::elements, .rows = kEntryRows, .site = Site::item, .after = entry};
constexpr Type kSource = {.content = Content::elements, .rows = kSourceRows, .site = Site::feed, .after = source};
constexpr Type kPerson = {.content = Content::elements, .rows = kPersonRows, .site = Site::other};
constexpr Type kText = {.content = Content::any, .attributes = kTypeAttribute, .after = text_construct};
constexpr Type kContent = {.content = Content::any, .attributes = kContentAttributes, .after = content};
constexpr Type kLink = {.content = Content::any, .attributes = kLinkAttributes, .after = link};
constexpr Type kCategory = {.content = Content::any, .attributes = kCategoryAttributes, .after = foreign_only};
constexpr Type kGenerator = {.value = generator, .attributes = kGeneratorAttributes};
constexpr Type kUri = {.value = iri_reference};
constexpr Type kId = {.value = atom_id};
constexpr Type kDate = {.value = rfc3339_date};

std::optional<Edit> self_link(const Walk& walk, xml::Node node, std::string_view type) {
  const auto& address = walk.options().base_uri;
  const auto offset = node.content_offset();
  // A start tag that ends in "/>" has no room.
  if (!text::is_web_url(address) || node.children().empty()) return std::nullopt;
  // On a line of its own, indented as the first child is.
  const auto first = *node.children().begin();
  const auto between = walk.Check::text().substr(offset, first.start_offset() - offset);
  const auto indent = text::is_blank(between) ? between : std::string_view();
  const auto prefix = node.name().uri == kAtom ? node.prefix() : std::string_view("atom");
  const bool bound =
      node.name().uri == kAtom || std::ranges::any_of(walk.document().bindings(), [&](const xml::Binding& one) {
        return one.prefix == "atom" && one.uri == kAtom && one.element == 0;
      });
  return Edit{
      offset, offset,
      fmt::format("{}<{}{}link{} href=\"{}\" rel=\"self\" type=\"{}\"/>", indent, prefix, prefix.empty() ? "" : ":",
                  bound ? "" : fmt::format(" xmlns:atom=\"{}\"", kAtom), text::escape_xml_attribute(address), type)};
}

bool has_base(xml::Node node) {
  for (std::optional<xml::Node> at = node; at; at = at->parent())
    if (at->find_attribute("base", "http://www.w3.org/XML/1998/namespace") != nullptr) return true;
  return false;
}

namespace {

constexpr std::string_view kSvg = "http://www.w3.org/2000/svg", kMathMl = "http://www.w3.org/1998/Math/MathML";

// What is in no list of SVG's or MathML's, readers take out.
void check_foreign(Walk& walk, const Element& element, xml::Node node) {
  const auto local = node.name().local;
  const bool known = node.name().uri == kSvg ? is_svg_element(local) : is_math_element(local);
  if (!known)
    walk.report("security-risk", walk.tag(node),
                {{"element", element.name}, {"parent", element.parent}, {"tag", local}, {"value", local}});
  for (const auto& attribute : node.attributes()) {
    const auto name = attribute.name.local;
    if (!attribute.name.uri.empty() || is_foreign_attribute(name) || name.starts_with("on")) continue;
    walk.report("security-risk-attr", {attribute.start, attribute.value_end + 1U},
                {{"element", element.name}, {"parent", element.parent}, {"attr", name}, {"value", attribute.value}});
  }
}

}  // namespace

void check_xhtml(Walk& walk, const Element& element, xml::Node node, Extent extent) {
  const auto space = walk.ns(node);
  const auto report = [&](auto rule, std::string_view name) {
    walk.report(rule, walk.tag(node),
                {{"element", element.name}, {"parent", element.parent}, {"tag", name}, {"value", name}});
  };
  if (space == Ns::xhtml) {
    const auto name = text::to_lower_ascii(node.name().local);
    if (extent == Extent::page && is_part_of_page(name)) {
      // as it should be
    } else if (is_risky_tag(name)) report(RuleRef("security-risk"), name);
    else if (!is_html_element(name) && !is_custom_element(name)) report(RuleRef("not-html"), name);
  } else if (node.name().uri == kSvg || node.name().uri == kMathMl) {
    check_foreign(walk, element, node);
  } else if (space == Ns::none || (space == Ns::atom && is_html_element(node.name().local))) {
    walk.report("missing-namespace", walk.tag(node), {{"element", node.name().local}, {"parent", element.name}});
  } else if (space == Ns::app || space == Ns::rss10) {
    walk.report("undefined-element", walk.tag(node), {{"element", walk.name(node)}, {"parent", element.name}});
  }
  const Walk::BaseOf base(walk, node);
  for (const auto& attribute : node.attributes()) {
    const auto risk = judge_attribute(text::to_lower_ascii(attribute.name.local), attribute.value);
    if (risk == Risk::none || (risk == Risk::relative && has_base(node))) continue;
    const Subject subject{attribute.value, {attribute.start, attribute.value_end + 1U}, element.name, element.parent};
    if (risk == Risk::attribute) walk.report("security-risk-attr", subject, {{"attr", attribute.name.local}});
    if (risk == Risk::style) walk.report("dangerous-style-attr", subject, {{"attr", "style"}});
    if (risk != Risk::relative) continue;
    const auto name = text::to_lower_ascii(attribute.name.local);
    const auto source = walk.document().text();
    const auto written =
        std::string_view(source).substr(attribute.value_start, attribute.value_end - attribute.value_start);
    for (const auto address : addresses_in(name, attribute.value)) {
      if (judge_address(address) != Risk::relative) continue;
      auto* finding = walk.report("contains-rel-ref", subject, {{"value", address}});
      // Where a reference stands before it, its place is not plain.
      const auto before = static_cast<std::size_t>(address.data() - attribute.value.data());
      if (written.substr(0, before).find('&') == std::string_view::npos)
        offer_whole_address(finding, walk, address, attribute.value_start + before);
    }
  }
  for (const auto child : node.children()) check_xhtml(walk, element, child, extent);
}

}  // namespace syndicat::validate::atom
