// OPML 1.0, 1.1 and 2.0 (http://opml.org/spec2.opml).

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/opinions.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void version(Check& check, const Subject& subject) {
  if (subject.text != "1.0" && subject.text != "1.1" && subject.text != "2.0")
    check.report("invalid-opml-version", subject);
}

// "a comma-separated list of line numbers"
void expansion_state(Check& check, const Subject& subject) {
  std::string_view rest = text::trim(subject.text);
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    const auto number = text::trim(rest.substr(0, comma));
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) {
      check.report("invalid-expansion-state", subject);
      return;
    }
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

// "unknown" is what outliners write where the feed does not say.
void language_or_unknown(Check& check, const Subject& subject) {
  if (!subject.text.empty() && subject.text != "unknown") language(check, subject);
}

// Camel case matters: readers that look for xmlUrl do not find xmlurl.
void spelling(Walk& walk, const Element& element) {
  constexpr std::array kNames =
      std::to_array<std::string_view>({"text", "type", "isComment", "isBreakpoint", "created", "category", "xmlUrl",
                                       "htmlUrl", "url", "title", "description", "language", "version"});
  for (const auto& attribute : element.node.attributes())
    for (const auto name : kNames)
      if (attribute.name.uri.empty() && attribute.name.local != name &&
          text::equals_ignoring_case(attribute.name.local, name))
        walk.report("unexpected-attribute", {attribute.start, attribute.value_end + 1U},
                    {{"element", element.name}, {"parent", element.parent}, {"attribute", attribute.name.local}});
  // "only if those elements and attributes are defined in a namespace"; OPML 1.0 took any.
  if (walk.version == "1.0" && !as_w3c(walk, "opml-1")) return;
  for (const auto& attribute : element.node.attributes())
    if (attribute.name.uri.empty() && std::ranges::none_of(kNames, [&](std::string_view name) {
          return text::equals_ignoring_case(name, attribute.name.local);
        }))
      walk.report("unexpected-attribute", {attribute.start, attribute.value_end + 1U},
                  {{"element", element.name}, {"parent", element.parent}, {"attribute", attribute.name.local}});
}

void owner_email(Check& check, const Subject& subject) {
  if (!text::is_blank(subject.text)) addr_spec(check, subject);
}

// What the specification names, and what outliners have written for long.
constexpr std::array kTypes = std::to_array<std::string_view>({
    "rss",
    "link",
    "include",
    "text",
    "outline",
    "atom",
    "feed",
    "blogpost",
    "song",
    "photo",
    "river",
    "thread",
    "audio",
    "video",
    "list",
    "rssUrl",
    "menu",
    "code",
});
constexpr std::array kVersions = std::to_array<std::string_view>({"RSS", "RSS1", "RSS2", "scriptingNews"});

void outline(Walk& walk, const Element& element) {
  const auto& node = element.node;
  const auto type = node.attribute("type");
  const auto missing = [&](RuleRef rule, std::string_view name) {
    walk.report(rule, walk.tag(node), {{"element", element.name}, {"parent", element.parent}, {"attr", name}});
  };
  if (!type) {
    // "text", and what says something of any outline, needs no type; an attribute beyond these does.
    constexpr std::array kCommon =
        std::to_array<std::string_view>({"text", "isComment", "isBreakpoint", "created", "category", "title"});
    const bool more = std::ranges::any_of(node.attributes(), [&](const xml::Attribute& attribute) {
      return attribute.name.uri.empty() && std::ranges::find(kCommon, attribute.name.local) == kCommon.end();
    });
    if (more) missing("missing-outline-type", "type");
    return;
  }
  const auto kind = text::to_lower_ascii(*type);
  // OPML 2.0 lets anyone name a type; before it, outliners knew a few.
  if (walk.version != "2.0" && std::ranges::find(kTypes, std::string_view(kind)) == kTypes.end() && *type != "rssUrl")
    walk.report("invalid-outline-type", walk.subject(element, *node.find_attribute("type")));
  if (kind == "rss") {
    if (!node.attribute("xmlUrl")) missing("missing-xml-url", "xmlUrl");
    if (!node.attribute("title")) missing("missing-title-attr", "title");
    if (const auto* format = node.find_attribute("version");
        format != nullptr && std::ranges::find(kVersions, format->value) == kVersions.end())
      walk.report("invalid-outline-version", walk.subject(element, *format));
  }
  if ((kind == "link" || kind == "include") && !node.attribute("url")) missing("missing-url-attr", "url");
}

void head_and_body(Walk& walk, const Element& element) {
  walk.version = element.node.attribute("version").value_or("");
  // "If the version is 1.1, it should be treated as 1.0" (OPML 2.0, <opml>).
  if (walk.version == "1.1") walk.version = "1.0";
}

constexpr Type kWords = {.value = plain_text_or_blank};
constexpr Type kDate = {.value = rfc822_date};
constexpr Type kEmail = {.value = owner_email};
constexpr Type kLink = {.value = full_link};
constexpr Type kNumber = {.value = non_negative_integer};
constexpr Type kExpansion = {.value = expansion_state};
// clang-format off
constexpr Row kHeadRows[] = {
    {Ns::none, "title", Occurs::once, &kWords},          {Ns::none, "dateCreated", Occurs::once, &kDate},
    {Ns::none, "dateModified", Occurs::once, &kDate},    {Ns::none, "ownerName", Occurs::once, &kWords},
    {Ns::none, "ownerEmail", Occurs::once, &kEmail},     {Ns::none, "ownerId", Occurs::once, &kLink},
    {Ns::none, "docs", Occurs::once, &kLink},            {Ns::none, "expansionState", Occurs::once, &kExpansion},
    {Ns::none, "vertScrollState", Occurs::once, &kNumber}, {Ns::none, "windowTop", Occurs::once, &kNumber},
    {Ns::none, "windowLeft", Occurs::once, &kNumber},    {Ns::none, "windowBottom", Occurs::once, &kNumber},
    {Ns::none, "windowRight", Occurs::once, &kNumber},
};
// clang-format on
constexpr Type kHead = {.content = Content::elements, .rows = kHeadRows, .site = Site::other};

extern const Type kOutline;
constexpr Row kOutlineRows[] = {{Ns::none, "outline", Occurs::many, &kOutline}};
constexpr AttributeRow kOutlineAttributes[] = {
    {"text", nullptr, true},
    {"type", attribute_not_blank},
    {"isComment", true_or_false},
    {"isBreakpoint", true_or_false},
    {"created", rfc822_date},
    {"category"},
    {"xmlUrl", full_link},
    {"htmlUrl", full_link},
    {"url", full_link},
    {"title"},
    {"description"},
    {"language", language_or_unknown},
    {"version"},
};
constexpr Type kOutline = {.content = Content::elements,
                           .attributes = kOutlineAttributes,
                           .rows = kOutlineRows,
                           .site = Site::other,
                           .before = spelling,
                           .after = outline,
                           .free_attributes = true};
constexpr Row kBodyRows[] = {{Ns::none, "outline", Occurs::some, &kOutline}};
constexpr Type kBody = {.content = Content::elements, .rows = kBodyRows};
constexpr Row kOpmlRows[] = {{Ns::none, "head", Occurs::required, &kHead},
                             {Ns::none, "body", Occurs::required, &kBody}};
constexpr AttributeRow kOpmlAttributes[] = {{"version", version, true}};

}  // namespace

namespace opml {
constexpr Type kOpml = {
    .content = Content::elements, .attributes = kOpmlAttributes, .rows = kOpmlRows, .before = head_and_body};
}

}  // namespace syndicat::validate
