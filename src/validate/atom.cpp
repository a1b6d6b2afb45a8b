#include "validate/atom.hpp"

#include <algorithm>
#include <array>

#include "text/digest.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/html.hpp"
#include "validate/link_relations.hpp"

namespace syndicat::validate::atom {
namespace {

std::string_view attribute(xml::Node node, std::string_view name) { return node.attribute(name).value_or(std::string_view()); }

bool is_alternate(xml::Node link) { return link.attribute("rel").value_or("alternate") == "alternate"; }

std::optional<xml::Node> link_of(const Walk& walk, xml::Node node, std::string_view rel) {
  for (const auto child : node.children())
    if (walk.is(child, Ns::atom, "link") && child.attribute("rel").value_or("alternate") == rel) return child;
  return std::nullopt;
}

// RFC 4287, section 3.1: text, html or xhtml.
void text_construct(Walk& walk, const Element& element) {
  const auto& node = element.node;
  const auto* type = node.find_attribute("type");
  const auto value = type == nullptr ? std::string_view("text") : type->value;
  const auto subject = walk.subject(element);
  std::optional<xml::Node> first;
  for (const auto child : node.children()) {
    first = child;
    break;
  }
  if (value == "text" || value == "html") {
    if (first) {
      if (value == "html")
        walk.report("not-escaped", walk.tag(*first), {{"element", element.name}, {"parent", element.parent}});
      else
        walk.report("undefined-element", walk.tag(*first), {{"element", walk.name(*first)}, {"parent", element.name}});
    }
    if (element.name == "title" && text::is_blank(subject.text)) walk.report("not-blank", subject);
    if (value == "html") {
      check_html(walk, subject);
    } else if (const auto markup = find_markup(subject.text); !markup.empty()) {
      if (type == nullptr)
        walk.report("contains-undeclared-html", subject, {{"value", markup}});
      else
        walk.report("not-inline", subject, {{"value", markup}});
    }
  } else if (value == "xhtml") {
    std::size_t divs = 0;
    for (const auto part : node.nodes()) {
      const bool div = part.is_element() && walk.is(part, Ns::xhtml, "div");
      divs += div ? 1 : 0;
      if (div) {
        check_xhtml(walk, element, part);
        continue;
      }
      const bool words = !part.is_element() && part.kind() != xml::Kind::comment && part.kind() != xml::Kind::instruction &&
                         !text::is_blank(part.value());
      if (divs > 0 && (part.is_element() || words))
        walk.report("misplaced-xhtml-content", {part.start_offset(), part.end_offset()},
                    {{"element", element.name}, {"parent", element.parent}});
    }
    if (divs == 0)
      walk.report("missing-xhtml-div", walk.tag(node), {{"element", "xhtml:div"}, {"parent", element.name}});
    if (divs > 1) walk.report("duplicate-element", walk.tag(node), {{"element", "xhtml:div"}, {"parent", element.name}});
  } else {
    walk.report("invalid-text-type", walk.subject(element, *type));
  }
}

// RFC 4287, section 4.1.3.
void content(Walk& walk, const Element& element) {
  const auto& node = element.node;
  const auto* source = node.find_attribute("src");
  const auto* type = node.find_attribute("type");
  const auto value = type == nullptr ? std::string_view("text") : type->value;
  const bool construct = value == "text" || value == "html" || value == "xhtml";
  if (source != nullptr) {
    iri_reference(walk, walk.subject(element, *source));
    // Section 4.1.3.2: empty, and a media type should say what is there.
    if (!text::is_blank(walk.subject(element).text) || !node.children().empty())
      walk.report("unexpected-text", walk.tag(node), {{"element", element.name}, {"parent", element.parent}});
    if (type == nullptr)
      walk.report("missing-type-attr", walk.tag(node), {{"element", element.name}, {"parent", element.parent}, {"attr", "type"}});
    else if (construct || !is_media_type(value))
      walk.report("invalid-mime-type", walk.subject(element, *type),
                  {{"element", element.name}, {"parent", element.parent}, {"attr", "type"}});
    return;
  }
  if (construct) return text_construct(walk, element);
  if (!is_media_type(value)) {
    walk.report("invalid-mime-type", walk.subject(element, *type),
                {{"element", element.name}, {"parent", element.parent}, {"attr", "type"}});
    return;
  }
  // Section 4.1.3.3: composite types are not allowed; XML stands as it is, text as text, all else in base64.
  const auto lower = text::to_lower_ascii(value.substr(0, value.find(';')));
  if (lower.starts_with("multipart/") || lower.starts_with("message/")) {
    walk.report("invalid-mime-type", walk.subject(element, *type),
                {{"element", element.name}, {"parent", element.parent}, {"attr", "type"}});
    return;
  }
  if (lower == "text/html" || lower == "application/xhtml+xml")
    walk.report("html-fragment", walk.subject(element, *type), {{"element", element.name}, {"parent", element.parent}, {"type", lower}});
  if (lower.ends_with("+xml") || lower.ends_with("/xml")) return;
  const auto subject = walk.subject(element);
  if (!node.children().empty())
    walk.report("undefined-element", walk.tag(*node.children().begin()),
                {{"element", walk.name(*node.children().begin())}, {"parent", element.name}});
  else if (lower.starts_with("text/"))
    check_html(walk, lower == "text/html" ? subject : Subject{{}, subject.span, subject.element, subject.parent});
  else if (std::string packed; std::ranges::copy_if(subject.text, std::back_inserter(packed), [](char c) { return !text::is_space(c); }),
           !text::base64_decode(packed))
    walk.report("not-base64", subject);
}

// RFC 4287, section 4.2.7.
void link(Walk& walk, const Element& element) {
  const auto& node = element.node;
  if (!text::is_blank(walk.text(node)) || !node.children().empty()) {
    if (!text::is_blank(walk.text(node)))
      walk.report("atom-link-not-empty", walk.subject(element));
  }
  const auto* rel = node.find_attribute("rel");
  if (rel != nullptr) {
    const auto value = rel->value;
    if (text::is_blank(value)) {
      walk.report("attr-not-blank", walk.subject(element, *rel));
    } else if (value.find(':') != std::string_view::npos) {
      if (!text::is_absolute_iri(value)) walk.report("invalid-iri", walk.subject(element, *rel));
    } else if (!is_registered_relation(value)) {
      walk.report("unregistered-atom-link-rel", walk.subject(element, *rel));
    }
  }
  const auto* href = node.find_attribute("href");
  if (href == nullptr) return;
  const auto relation = rel == nullptr ? std::string_view("alternate") : rel->value;
  const auto uri = text::split_uri(text::trim(href->value));
  if (relation == "self") {
    if (!uri.scheme && !has_base(node))
      walk.report("relative-self", walk.subject(element, *href));
    else if (!walk.options().base_uri.empty()) {
      const auto meant = text::normalize_uri(text::resolve(walk.options().base_uri, href->value));
      if (meant != text::normalize_uri(walk.options().base_uri))
        walk.report("self-doesnt-match-location", walk.subject(element, *href));
    }
  }
  const auto* type = node.find_attribute("type");
  if (relation == "self" && type != nullptr && walk.core() == Ns::atom &&
      !text::to_lower_ascii(type->value).starts_with("application/atom+xml"))
    walk.report("self-not-atom", walk.subject(element, *type));
  // An empty or fragment reference is the document itself, unless xml:base says otherwise.
  if (!uri.scheme && !uri.authority && uri.path.empty() && !uri.query && !has_base(node))
    walk.report("same-document-reference", walk.subject(element, *href), {{"element", "href"}, {"parent", element.name}});
}

void entry(Walk& walk, const Element& element) {
  const auto& node = element.node;
  ++walk.entries;
  // Section 4.1.2: no two alternate links of the same type and language.
  std::vector<std::pair<std::string_view, std::string_view>> seen;
  bool alternate = false;
  for (const auto child : node.children()) {
    if (!walk.is(child, Ns::atom, "link") || !is_alternate(child)) continue;
    alternate = true;
    const std::pair key(attribute(child, "type"), attribute(child, "hreflang"));
    if (std::ranges::find(seen, key) != seen.end())
      walk.report("duplicate-atom-link", walk.tag(child), {{"element", "link"}, {"parent", element.name}});
    seen.push_back(key);
  }
  if (element.name != "entry" && element.name != "atom:entry") return;
  const auto body = walk.child(node, Ns::atom, "content");
  const auto summary = walk.child(node, Ns::atom, "summary");
  if (!body && !alternate)
    walk.report("missing-content-or-alternate", walk.tag(node), {{"element", "content"}, {"parent", element.name}});
  if (body && !summary) {
    const auto type = attribute(*body, "type");
    const auto lower = text::to_lower_ascii(type.substr(0, type.find(';')));
    const bool textual = lower.empty() || lower == "text" || lower == "html" || lower == "xhtml" || lower.starts_with("text/") ||
                         lower.ends_with("+xml") || lower.ends_with("/xml");
    if (body->attribute("src") || !textual)
      walk.report("missing-summary", walk.tag(node), {{"element", "summary"}, {"parent", element.name}});
  }
  if (!body && !summary)
    walk.report("missing-textual-content", walk.tag(node), {{"element", "content"}, {"parent", element.name}});

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
  std::vector<std::pair<std::string_view, std::string_view>> seen;
  std::unordered_map<std::string_view, std::size_t> ids, updates;
  std::size_t entries = 0;
  bool ids_are_one = true;
  std::string_view first_id;
  for (const auto child : node.children()) {
    if (child.start_offset() >= walk.limit()) return;
    if (!walk.is(child, Ns::atom, "entry")) {
      if (entries > 0 && walk.ns(child) == Ns::atom)
        walk.report("misplaced-metadata", walk.tag(child), {{"element", walk.name(child)}, {"parent", element.name}});
      if (walk.is(child, Ns::atom, "link") && is_alternate(child)) {
        const std::pair key(attribute(child, "type"), attribute(child, "hreflang"));
        if (std::ranges::find(seen, key) != seen.end())
          walk.report("duplicate-atom-link", walk.tag(child), {{"element", "link"}, {"parent", element.name}});
        seen.push_back(key);
      }
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
        walk.report("duplicate-updated", walk.tag(*updated), {{"element", "updated"}, {"parent", "entry"}, {"value", value}});
    }
  }
  if (entries > 2 && ids_are_one && !first_id.empty())
    walk.report("duplicate-ids", walk.tag(node), {{"element", "id"}, {"parent", "feed"}, {"value", first_id}});
  if (!link_of(walk, node, "self") && element.name == "feed")
    walk.report("missing-self", walk.tag(node), {{"element", "link"}, {"parent", element.name}, {"attr", "rel"}});
}

constexpr AttributeRow kTypeAttribute[] = {{"type"}};
constexpr AttributeRow kContentAttributes[] = {{"type"}, {"src"}};
constexpr AttributeRow kLinkAttributes[] = {
    {"href", iri_reference, true},  {"rel"},   {"type", media_type_attribute},
    {"hreflang", language}, {"title"}, {"length", non_negative_integer},
};
constexpr AttributeRow kCategoryAttributes[] = {{"term", attribute_not_blank, true}, {"scheme", iri_reference}, {"label", attribute_not_blank}};
constexpr AttributeRow kGeneratorAttributes[] = {{"uri", iri_reference}, {"version"}};

constexpr Type kName = {.value = person_name};
constexpr Type kPersonUri = {.value = iri_reference};
constexpr Type kEmail = {.value = addr_spec};

constexpr Row kPersonRows[] = {
    {Ns::atom, "name", Occurs::required, &kName},
    {Ns::atom, "uri", Occurs::once, &kPersonUri},
    {Ns::atom, "email", Occurs::once, &kEmail},
};

constexpr Row kFeedRows[] = {
    {Ns::atom, "entry", Occurs::many, &kEntry},      {Ns::atom, "author", Occurs::many, &kPerson},
    {Ns::atom, "category", Occurs::many, &kCategory}, {Ns::atom, "contributor", Occurs::many, &kPerson},
    {Ns::atom, "generator", Occurs::once, &kGenerator}, {Ns::atom, "icon", Occurs::once, &kUri},
    {Ns::atom, "id", Occurs::required, &kId},        {Ns::atom, "link", Occurs::many, &kLink},
    {Ns::atom, "logo", Occurs::once, &kUri},         {Ns::atom, "rights", Occurs::once, &kText},
    {Ns::atom, "subtitle", Occurs::once, &kText},    {Ns::atom, "title", Occurs::required, &kText},
    {Ns::atom, "updated", Occurs::required, &kDate},
};

constexpr Row kSourceRows[] = {
    {Ns::atom, "author", Occurs::many, &kPerson},     {Ns::atom, "category", Occurs::many, &kCategory},
    {Ns::atom, "contributor", Occurs::many, &kPerson}, {Ns::atom, "generator", Occurs::once, &kGenerator},
    {Ns::atom, "icon", Occurs::once, &kUri},          {Ns::atom, "id", Occurs::once, &kId},
    {Ns::atom, "link", Occurs::many, &kLink},         {Ns::atom, "logo", Occurs::once, &kUri},
    {Ns::atom, "rights", Occurs::once, &kText},       {Ns::atom, "subtitle", Occurs::once, &kText},
    {Ns::atom, "title", Occurs::once, &kText},        {Ns::atom, "updated", Occurs::once, &kDate},
};

constexpr Row kEntryRows[] = {
    {Ns::atom, "id", Occurs::required, &kId},        {Ns::atom, "title", Occurs::required, &kText},
    {Ns::atom, "updated", Occurs::required, &kDate}, {Ns::atom, "author", Occurs::many, &kPerson},
    {Ns::atom, "category", Occurs::many, &kCategory}, {Ns::atom, "content", Occurs::once, &kContent},
    {Ns::atom, "contributor", Occurs::many, &kPerson}, {Ns::atom, "link", Occurs::many, &kLink},
    {Ns::atom, "published", Occurs::once, &kDate},   {Ns::atom, "rights", Occurs::once, &kText},
    {Ns::atom, "source", Occurs::once, &kSource},    {Ns::atom, "summary", Occurs::once, &kText},
};

// Section 4.1.1 asks for what tells a source: id, title and updated are recommended there.
void source(Walk& walk, const Element& element) {
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
constexpr Type kCategory = {.content = Content::any, .attributes = kCategoryAttributes};
constexpr Type kGenerator = {.value = not_blank, .attributes = kGeneratorAttributes};
constexpr Type kUri = {.value = iri_reference};
constexpr Type kId = {.value = atom_id};
constexpr Type kDate = {.value = rfc3339_date};

bool has_base(xml::Node node) {
  for (std::optional<xml::Node> at = node; at; at = at->parent())
    if (at->find_attribute("base", "http://www.w3.org/XML/1998/namespace") != nullptr) return true;
  return false;
}

void check_xhtml(Walk& walk, const Element& element, xml::Node node) {
  if (walk.ns(node) == Ns::xhtml) {
    const auto name = text::to_lower_ascii(node.name().local);
    if (is_risky_tag(name))
      walk.report("security-risk", walk.tag(node), {{"element", element.name}, {"parent", element.parent}, {"tag", name}});
    for (const auto& attribute : node.attributes()) {
      const auto risk = judge_attribute(text::to_lower_ascii(attribute.name.local), attribute.value);
      if (risk == Risk::none || (risk == Risk::relative && has_base(node))) continue;
      Subject subject{attribute.value, {attribute.start, attribute.value_end + 1U}, element.name, element.parent};
      if (risk == Risk::attribute) walk.report("security-risk-attr", subject, {{"attr", attribute.name.local}});
      if (risk == Risk::style) walk.report("dangerous-style-attr", subject, {{"attr", "style"}});
      if (risk == Risk::relative) walk.report("contains-rel-ref", subject);
    }
  }
  for (const auto child : node.children()) check_xhtml(walk, element, child);
}

}  // namespace syndicat::validate::atom
