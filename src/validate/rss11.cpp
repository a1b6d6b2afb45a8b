// RSS 1.1 (http://inamidst.com/rss1.1/): RDF as well, with a collection of items within the channel.

#include <unordered_set>

#include "text/unicode.hpp"
#include "validate/rdf.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void collection(Check& check, const Subject& subject) {
  if (subject.text != "Collection")
    check.report("invalid-value", subject, {{"attr", "rdf:parseType"}, {"values", "Collection"}});
}

void resource(Check& check, const Subject& subject) {
  if (subject.text != "Resource")
    check.report("invalid-value", subject, {{"attr", "rdf:parseType"}, {"values", "Resource"}});
}

void item(Walk& walk, const Element&) { ++walk.entries; }

// The specification's grammar lets RDF's other attributes out.
void only_known(Walk& walk, const Element& element, std::string_view known) {
  for (const auto& attribute : element.node.attributes())
    if (attribute.name.uri == "http://www.w3.org/1999/02/22-rdf-syntax-ns#" && attribute.name.local != known)
      walk.report("unexpected-attribute", {attribute.start, attribute.value_end + 1U},
                  {{"element", element.name},
                   {"parent", element.parent},
                   {"attribute", fmt::format("rdf:{}", attribute.name.local)}});
}
void only_about(Walk& walk, const Element& element) { only_known(walk, element, "about"); }
void only_parse_type(Walk& walk, const Element& element) { only_known(walk, element, "parseType"); }

// The first rdf:about tells what the channel is.
void root(Walk& walk, const Element& element) {
  only_about(walk, element);
  if (!element.node.attribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"))
    walk.report("missing-attribute", walk.tag(element.node),
                {{"element", element.name}, {"parent", element.name}, {"attr", "rdf:about"}});
}

// The grammar's "Any": whatever other vocabularies have, and nothing of this one within.
void any(Walk& walk, xml::Node node, std::string_view above, int depth) {
  if (depth > 100 || node.start_offset() >= walk.limit()) return;
  const auto name = node.name().local;
  if (walk.ns(node) == Ns::rss11)
    walk.report("undefined-element", walk.tag(node), {{"element", name}, {"parent", above}});
  for (const auto& attribute : node.attributes())
    if (attribute.name.uri == "http://purl.org/net/rss1.1#")
      walk.report("unexpected-attribute", {attribute.start, attribute.value_end + 1U},
                  {{"element", name}, {"parent", above}, {"attribute", attribute.name.local}});
  for (const auto child : node.children()) any(walk, child, name, depth + 1);
}

void foreign(Walk& walk, const Element& element) {
  for (const auto child : element.node.children())
    if (walk.ns(child) != Ns::rss11) any(walk, child, element.name, 0);
}

void after_item(Walk& walk, const Element& element) {
  item(walk, element);
  foreign(walk, element);
}

void channel(Walk& walk, const Element& element) {
  foreign(walk, element);
  check_rdf(walk, element.node);
  std::unordered_set<std::string_view> seen;
  const auto items = walk.child(element.node, Ns::rss11, "items");
  if (!items) return;
  for (const auto child : items->children()) {
    const auto* about = child.find_attribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    if (about != nullptr && !seen.insert(about->value).second)
      walk.report("duplicate-value", {about->value_start, about->value_end},
                  {{"element", "rdf:about"}, {"parent", walk.name(child)}, {"value", about->value}});
  }
}

constexpr Type kText = {.value = plain_text};
constexpr Type kHtml = {.value = html_text};
constexpr Type kLink = {.value = full_link};

constexpr AttributeRow kAbout[] = {{"about", iri_reference, false, Ns::rdf, Naming::element}};
constexpr AttributeRow kResource[] = {{"parseType", resource, true, Ns::rdf}};
constexpr AttributeRow kCollection[] = {{"parseType", collection, true, Ns::rdf}};

constexpr Row kImageRows[] = {
    {Ns::rss11, "title", Occurs::required, &kText, "missing-title"},
    {Ns::rss11, "link", Occurs::once, &kLink},
    {Ns::rss11, "url", Occurs::required, &kLink},
};
constexpr Type kImage = {.content = Content::elements,
                         .attributes = kResource,
                         .rows = kImageRows,
                         .site = Site::other,
                         .before = only_parse_type};

constexpr Row kItemRows[] = {
    {Ns::rss11, "title", Occurs::required, &kText, "missing-title"},
    {Ns::rss11, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::rss11, "description", Occurs::once, &kHtml},
    {Ns::rss11, "image", Occurs::once, &kImage},
};
constexpr Type kItem = {.content = Content::elements,
                        .attributes = kAbout,
                        .rows = kItemRows,
                        .site = Site::item,
                        .before = only_about,
                        .after = after_item};

constexpr Row kItemsRows[] = {{Ns::rss11, "item", Occurs::many, &kItem}};
constexpr Type kItems = {
    .content = Content::elements, .attributes = kCollection, .rows = kItemsRows, .before = only_parse_type};

constexpr Row kChannelRows[] = {
    {Ns::rss11, "title", Occurs::required, &kText, "missing-title"},
    {Ns::rss11, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::rss11, "description", Occurs::required, &kText, "missing-description"},
    {Ns::rss11, "image", Occurs::once, &kImage},
    {Ns::rss11, "items", Occurs::required, &kItems},
};

}  // namespace

namespace rss11 {
constexpr Type kChannel = {.content = Content::elements,
                           .attributes = kAbout,
                           .rows = kChannelRows,
                           .site = Site::feed,
                           .before = root,
                           .after = channel};
}

}  // namespace syndicat::validate
