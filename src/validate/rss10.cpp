// RSS 1.0 (http://web.resource.org/rss/1.0/spec) and RSS 0.90, which are RDF.

#include <string>
#include <unordered_set>
#include <vector>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/history.hpp"
#include "validate/opinions.hpp"
#include "validate/rdf.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

constexpr std::string_view kRdfUri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

// Section 5: "the rdf:about attribute must be unique within the document".
void about_once(Walk& walk, xml::Node root) {
  std::unordered_set<std::string_view> seen;
  for (const auto child : root.children()) {
    if (child.start_offset() >= walk.limit()) return;
    const auto* about = child.find_attribute("about", kRdfUri);
    if (about == nullptr || walk.ns(child) != walk.core()) continue;
    // A channel and its image may be the same; things of one kind may not.
    if (child.name().local != "item") continue;
    if (!seen.insert(about->value).second)
      walk.report("duplicate-value", {about->value_start, about->value_end},
                  {{"element", "rdf:about"}, {"parent", walk.name(child)}, {"value", about->value}});
  }
}

void item(Walk& walk, const Element& element) {
  ++walk.entries;
  history::entry(walk, element);
}

// A channel that stands in another namespace is no channel, though it looks like one.
void strangers(Walk& walk, const Element& element) {
  for (const auto child : element.node.children()) {
    if (child.start_offset() >= walk.limit()) return;
    const auto local = child.name().local;
    const auto space = walk.ns(child);
    const bool known = local == "channel" || local == "item" || local == "image" || local == "textinput";
    if (known && space != walk.core())
      walk.report("undeterminable-vocabulary", walk.tag(child), {{"element", local}, {"parent", element.name}});
  }
}

// What one part of the document names of another. An address that is not whole may be any.
struct Names {
  std::unordered_set<std::string_view> whole;
  bool any = false;

  void add(std::string_view value) {
    if (text::split_uri(value).scheme) whole.insert(value);
    else any = true;
  }
  bool may_hold(std::string_view value) const { return any || !text::split_uri(value).scheme || whole.contains(value); }
};

std::string_view trimmed(const xml::Attribute& attribute) { return text::trim(attribute.value); }

const xml::Attribute* resource_of(xml::Node node) {
  const auto* resource = node.find_attribute("resource", kRdfUri);
  return resource != nullptr ? resource : node.find_attribute("resource");
}

// The list in the channel's <items>, and whether it has an order.
std::optional<xml::Node> list_of(Walk& walk, xml::Node channel) {
  const auto items = walk.child(channel, Ns::rss10, "items");
  if (!items) return std::nullopt;
  for (const auto name : {"Seq", "Bag", "Alt"})
    if (const auto list = walk.child(*items, Ns::rdf, name)) return list;
  return std::nullopt;
}

// Sections 5.3.4 to 5.3.6: the channel names its image, its items and its form by what they are about. Those it does
// not name "are likely to be discarded by RDF parsers".
void references(Walk& walk, xml::Node root, xml::Node channel) {
  const auto compare = [&](std::string_view kind, const std::vector<xml::Node>& naming) {
    Names named, there;
    for (const auto node : naming)
      if (const auto* resource = resource_of(node)) named.add(trimmed(*resource));
    for (const auto child : root.children()) {
      if (!walk.is(child, Ns::rss10, kind)) continue;
      const auto* about = child.find_attribute("about", kRdfUri);
      if (about == nullptr) there.any = true;  // told as a missing attribute
      else there.add(trimmed(*about));
      if (about != nullptr && !named.may_hold(trimmed(*about)))
        walk.report("not-in-channel", walk.tag(child),
                    {{"element", kind}, {"parent", walk.name(channel)}, {"value", trimmed(*about)}});
    }
    for (const auto node : naming)
      if (const auto* resource = resource_of(node); resource != nullptr && !there.may_hold(trimmed(*resource)))
        walk.report(
            "names-nothing", {resource->value_start, resource->value_end},
            {{"element", walk.name(node)}, {"parent", "channel"}, {"kind", kind}, {"value", trimmed(*resource)}});
  };
  const auto one = [&](std::string_view kind) {
    std::vector<xml::Node> nodes;
    if (const auto node = walk.child(channel, Ns::rss10, kind)) nodes.push_back(*node);
    return nodes;
  };
  compare("image", one("image"));
  compare("textinput", one("textinput"));
  const auto list = list_of(walk, channel);
  if (!list) return;
  if (list->name().local != "Seq")
    walk.report("items-without-order", walk.tag(*list), {{"element", walk.name(*list)}, {"parent", "items"}});
  std::vector<xml::Node> members;
  for (const auto member : list->children()) members.push_back(member);
  compare("item", members);
}

void rdf(Walk& walk, const Element& element) {
  about_once(walk, element.node);
  // Section 5: "one or more"; but a feed that has nothing new for a while is read all the same.
  if (!walk.child(element.node, Ns::rss10, "item") && !as_w3c(walk, "rss-without-items"))
    if (auto* finding =
            walk.report("missing-element", walk.tag(element.node), {{"element", "item"}, {"parent", element.name}}))
      finding->severity = Severity::warning;
  if (const auto channel = walk.child(element.node, Ns::rss10, "channel")) references(walk, element.node, *channel);
  strangers(walk, element);
  check_rdf(walk, element.node);
}

void channel(Walk& walk, const Element& element) {
  const auto& node = element.node;
  history::feed(walk, element);
  const auto same = [&](std::string_view core, Ns ns, std::string_view local) {
    const auto extension = walk.child(node, ns, local);
    if (extension && walk.child(node, walk.core(), core))
      walk.report("duplicate-semantics", walk.tag(*extension),
                  {{"core", core},
                   {"ext", walk.name(*extension)},
                   {"element", walk.name(*extension)},
                   {"parent", element.name}});
  };
  same("title", Ns::dc, "title");
  if (!walk.child(node, Ns::dc, "language"))
    walk.report("missing-dc-language", walk.tag(node), {{"element", "dc:language"}, {"parent", element.name}});
}

void li(Walk& walk, const Element& element) {
  for (const auto& attribute : element.node.attributes())
    if (attribute.name.uri == kRdfUri && attribute.name.local != "resource")
      walk.report(
          "unexpected-attribute", {attribute.start, attribute.value_end + 1U},
          {{"element", element.name}, {"parent", "li"}, {"attribute", fmt::format("rdf:{}", attribute.name.local)}});
}

constexpr Type kTitle = {.value = plain_text};
constexpr Type kText = {.value = html_text};
constexpr Type kLink = {.value = full_link};
constexpr Type kFormName = {.value = not_blank};

constexpr AttributeRow kAbout[] = {{"about", full_iri, true, Ns::rdf, Naming::element}};
constexpr AttributeRow kResource[] = {{"resource", link_reference, true, Ns::rdf}};
constexpr Type kReference = {.content = Content::empty, .attributes = kResource};

// rdf:resource was written without its prefix in early examples.
constexpr AttributeRow kLiAttributes[] = {{"resource", link_reference, false, Ns::rdf}, {"resource", link_reference}};
constexpr Type kLi = {.content = Content::empty, .attributes = kLiAttributes, .before = li};
constexpr Row kSeqRows[] = {{Ns::rdf, "li", Occurs::many, &kLi}};
constexpr Type kSeq = {.content = Content::elements, .rows = kSeqRows, .free_attributes = true};
constexpr Row kItemsRows[] = {{Ns::rdf, "Seq", Occurs::once, &kSeq}, {Ns::rdf, "Bag", Occurs::once, &kSeq}};
constexpr Type kItems = {.content = Content::elements, .rows = kItemsRows};

constexpr Row kChannelRows[] = {
    {Ns::rss10, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss10, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::rss10, "description", Occurs::required, &kTitle, "missing-description"},
    {Ns::rss10, "image", Occurs::once, &kReference},
    {Ns::rss10, "items", Occurs::required, &kItems},
    {Ns::rss10, "textinput", Occurs::once, &kReference},
};
constexpr Type kChannel = {
    .content = Content::elements, .attributes = kAbout, .rows = kChannelRows, .site = Site::feed, .after = channel};

constexpr Row kImageRows[] = {
    {Ns::rss10, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss10, "url", Occurs::required, &kLink},
    {Ns::rss10, "link", Occurs::required, &kLink, "missing-link"},
};
constexpr Type kImage = {.content = Content::elements, .attributes = kAbout, .rows = kImageRows, .site = Site::other};

constexpr Row kItemRows[] = {
    {Ns::rss10, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss10, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::rss10, "description", Occurs::once, &kText},
};
constexpr Type kItem = {
    .content = Content::elements, .attributes = kAbout, .rows = kItemRows, .site = Site::item, .after = item};

constexpr Row kInputRows[] = {
    {Ns::rss10, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss10, "description", Occurs::required, &kTitle, "missing-description"},
    {Ns::rss10, "name", Occurs::required, &kFormName},
    {Ns::rss10, "link", Occurs::required, &kLink, "missing-link"},
};
constexpr Type kTextInput = {
    .content = Content::elements, .attributes = kAbout, .rows = kInputRows, .site = Site::other};

constexpr Row kRdfRows[] = {
    {Ns::rss10, "channel", Occurs::required, &kChannel},
    {Ns::rss10, "image", Occurs::once, &kImage},
    {Ns::rss10, "item", Occurs::many, &kItem},
    {Ns::rss10, "textinput", Occurs::once, &kTextInput},
};

// RSS 0.90 (Netscape, 1999): the same without rdf:about and without a list of items.
constexpr Row kChannel09Rows[] = {
    {Ns::rss090, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss090, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::rss090, "description", Occurs::required, &kTitle, "missing-description"},
};
constexpr Type kChannel09 = {.content = Content::elements, .rows = kChannel09Rows, .site = Site::feed};
constexpr Row kImage09Rows[] = {
    {Ns::rss090, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss090, "url", Occurs::required, &kLink},
    {Ns::rss090, "link", Occurs::required, &kLink, "missing-link"},
};
constexpr Type kImage09 = {.content = Content::elements, .rows = kImage09Rows, .site = Site::other};
constexpr Row kItem09Rows[] = {
    {Ns::rss090, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss090, "link", Occurs::required, &kLink, "missing-link"},
};
constexpr Type kItem09 = {.content = Content::elements, .rows = kItem09Rows, .site = Site::item};
constexpr Row kInput09Rows[] = {
    {Ns::rss090, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::rss090, "description", Occurs::required, &kTitle, "missing-description"},
    {Ns::rss090, "name", Occurs::required, &kFormName},
    {Ns::rss090, "link", Occurs::required, &kLink, "missing-link"},
};
constexpr Type kTextInput09 = {.content = Content::elements, .rows = kInput09Rows, .site = Site::other};
constexpr Row kRdf09Rows[] = {
    {Ns::rss090, "channel", Occurs::required, &kChannel09},
    {Ns::rss090, "image", Occurs::once, &kImage09},
    {Ns::rss090, "item", Occurs::many, &kItem09},
    {Ns::rss090, "textinput", Occurs::once, &kTextInput09},
};

void obsolete(Walk& walk, const Element& element) {
  walk.report("obsolete-version", walk.tag(element.node), {{"element", element.name}, {"value", "0.90"}});
}

}  // namespace

namespace rss10 {
constexpr Type kRdf = {.content = Content::elements, .rows = kRdfRows, .site = Site::other, .after = rdf};
constexpr Type kRdf09 = {
    .content = Content::elements, .rows = kRdf09Rows, .site = Site::other, .before = obsolete, .after = strangers};
}  // namespace rss10

}  // namespace syndicat::validate
