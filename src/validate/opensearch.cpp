// OpenSearch 1.1 (https://github.com/dewitt/opensearch): description documents, and what a feed of results says.

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

template <std::size_t most>
void at_most(Check& check, const Subject& subject) {
  plain_text(check, subject);
  const auto length = text::count_characters(text::trim(subject.text));
  if (length > most)
    check.report("too-long", subject, {{"len", std::to_string(length)}, {"max", std::to_string(most)}});
}

void query_title(Check& check, const Subject& subject) {
  plain_text_or_blank(check, subject);
  const auto length = text::count_characters(subject.text);
  if (length > 256) check.report("too-long", subject, {{"len", std::to_string(length)}, {"max", "256"}});
}

void adult_content(Check& check, const Subject& subject) {
  // "false", "FALSE", "0", "no" and "NO" mean no; all else means yes, and is rarely meant so.
  constexpr std::array kWords =
      std::to_array<std::string_view>({"false", "FALSE", "0", "no", "NO", "true", "TRUE", "1", "yes", "YES"});
  if (std::ranges::find(kWords, subject.text) == kWords.end()) check.report("invalid-adult-content", subject);
}

void syndication_right(Check& check, const Subject& subject) {
  const auto value = text::to_lower_ascii(subject.text);
  if (value != "open" && value != "limited" && value != "private" && value != "closed")
    check.report("invalid-syndication-right", subject);
}

void language_or_all(Check& check, const Subject& subject) {
  if (text::trim(subject.text) != "*") language(check, subject);
}

void whole_number(Check& check, const Subject& subject) { integer(check, subject); }

// A role or parameter of one's own has a prefix, which must be bound.
bool is_declared(const Element& element, std::string_view prefix) {
  for (std::optional<xml::Node> at = element.node; at; at = at->parent()) {
    if (at->prefix() == prefix) return true;
    for (const auto& attribute : at->attributes())
      if (attribute.prefix == prefix) return true;
  }
  return false;
}

bool is_declared(const Walk& walk, const Element& element, std::string_view prefix) {
  if (is_declared(element, prefix)) return true;
  return std::ranges::any_of(walk.document().bindings(),
                             [&](const xml::Binding& binding) { return binding.prefix == prefix; });
}

// "{searchTerms}", "{startPage?}", "{geo:box?}" within a template.
void url_template(Walk& walk, const Element& element) {
  constexpr std::array kParameters = std::to_array<std::string_view>(
      {"searchTerms", "count", "startIndex", "startPage", "language", "inputEncoding", "outputEncoding"});
  const auto* written = element.node.find_attribute("template");
  if (written == nullptr) return;
  auto subject = walk.subject(element, *written);
  std::string address;
  std::string_view rest = written->value;
  while (!rest.empty()) {
    const auto open = rest.find('{');
    address += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = rest.find('}', open);
    if (close == std::string_view::npos) {
      address += rest.substr(open);
      break;
    }
    auto name = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    address += 'x';
    if (name.ends_with('?')) name.remove_suffix(1);
    const auto colon = name.find(':');
    if (colon != std::string_view::npos) {
      if (!is_declared(walk, element, name.substr(0, colon)))
        walk.report("undeclared-prefix", subject, {{"element", name}, {"value", name}});
    } else if (std::ranges::find(kParameters, name) == kParameters.end()) {
      walk.report("invalid-local-parameter", subject, {{"element", name}, {"value", name}});
    }
  }
  subject.text = address;
  full_link(walk, subject);
}

void role(Walk& walk, const Element& element) {
  constexpr std::array kRoles =
      std::to_array<std::string_view>({"request", "example", "related", "correction", "subset", "superset"});
  const auto* written = element.node.find_attribute("role");
  if (written == nullptr) return;
  auto subject = walk.subject(element, *written);
  subject.naming = Naming::element;
  const auto colon = written->value.find(':');
  if (colon != std::string_view::npos) {
    if (!is_declared(walk, element, std::string_view(written->value).substr(0, colon)))
      walk.report("undeclared-prefix", subject, {{"value", written->value}});
  } else if (std::ranges::find(kRoles, written->value) == kRoles.end()) {
    walk.report("invalid-local-role", subject);
  }
}

// "The value of this attribute must be URL-encoded": letters and letters beyond ASCII as escapes.
void url_encoded(Check& check, const Subject& subject) {
  // The specification's own examples have blanks between the words.
  for (std::size_t at = 0; at < subject.text.size(); ++at) {
    const char c = subject.text[at];
    const bool good = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
                      std::string_view(" -_.~!*'(),+;/?:@&=$").find(c) != std::string_view::npos;
    const auto is_hex = [&](std::size_t place) {
      if (place >= subject.text.size()) return false;
      const char h = subject.text[place];
      return (h >= '0' && h <= '9') || ((h | 0x20) >= 'a' && (h | 0x20) <= 'f');
    };
    if (!good && !(c == '%' && is_hex(at + 1) && is_hex(at + 2))) {
      check.report("not-url-encoded", subject);
      return;
    }
  }
}

// A way to test the engine ("should include at least one Query element of role=example").
void description(Walk& walk, const Element& element) {
  for (const auto child : element.node.children())
    if (walk.is(child, Ns::opensearch11, "Query") && child.attribute("role") == "example") return;
  walk.report("should-include-example", walk.tag(element.node), {{"element", "Query"}, {"parent", element.name}});
}

constexpr Type kShortName = {.value = at_most<16>};
constexpr Type kDescriptionText = {.value = at_most<1024>};
constexpr Type kTags = {.value = at_most<256>};
constexpr Type kLongName = {.value = at_most<48>};
constexpr Type kDeveloper = {.value = at_most<64>};
constexpr Type kAttribution = {.value = at_most<256>};
constexpr Type kContact = {.value = addr_spec};
constexpr Type kRight = {.value = syndication_right};
constexpr Type kAdult = {.value = adult_content};
constexpr Type kLanguage = {.value = language_or_all};
constexpr Type kEncoding = {.value = character_encoding};
constexpr Type kTotal = {.value = non_negative_integer};
constexpr Type kStart = {.value = integer};

// clang-format off
constexpr AttributeRow kUrlAttributes[] = {
    {"template", nullptr, true},       {"type", media_type, true},  {"rel"},
    {"indexOffset", whole_number}, {"pageOffset", whole_number}, {"method"},
};
// clang-format on
constexpr Type kUrl = {.content = Content::any, .attributes = kUrlAttributes, .after = url_template};
constexpr AttributeRow kImageAttributes[] = {
    {"height", non_negative_integer}, {"width", non_negative_integer}, {"type", media_type}};
constexpr Type kImage = {.value = full_link, .attributes = kImageAttributes};
constexpr AttributeRow kQueryAttributes[] = {
    {"role", nullptr, true},
    {"title", query_title},
    {"totalResults", non_negative_integer},
    {"searchTerms", url_encoded},
    {"count", non_negative_integer},
    {"startIndex", whole_number},
    {"startPage", whole_number},
    {"language", language_or_all},
    {"inputEncoding", character_encoding},
    {"outputEncoding", character_encoding},
    // Version 1.0 and drafts of 1.1 had these.
    {"osd", link_reference},
    {"link", link_reference},
};
constexpr Type kQuery = {.content = Content::any, .attributes = kQueryAttributes, .after = role};

constexpr Row kDescriptionRows[] = {
    {Ns::opensearch11, "ShortName", Occurs::required, &kShortName},
    {Ns::opensearch11, "Description", Occurs::required, &kDescriptionText},
    {Ns::opensearch11, "Url", Occurs::some, &kUrl},
    {Ns::opensearch11, "Contact", Occurs::once, &kContact},
    {Ns::opensearch11, "Tags", Occurs::once, &kTags},
    {Ns::opensearch11, "LongName", Occurs::once, &kLongName},
    {Ns::opensearch11, "Image", Occurs::many, &kImage},
    {Ns::opensearch11, "Query", Occurs::many, &kQuery},
    {Ns::opensearch11, "Developer", Occurs::once, &kDeveloper},
    {Ns::opensearch11, "Attribution", Occurs::once, &kAttribution},
    {Ns::opensearch11, "SyndicationRight", Occurs::once, &kRight},
    {Ns::opensearch11, "AdultContent", Occurs::once, &kAdult},
    {Ns::opensearch11, "Language", Occurs::many, &kLanguage},
    {Ns::opensearch11, "InputEncoding", Occurs::many, &kEncoding},
    {Ns::opensearch11, "OutputEncoding", Occurs::many, &kEncoding},
};

constexpr ExtensionRow kRows[] = {
    {Ns::opensearch10, "totalResults", kFeed, Occurs::once, &kTotal},
    {Ns::opensearch10, "startIndex", kFeed, Occurs::once, &kStart},
    {Ns::opensearch10, "itemsPerPage", kFeed, Occurs::once, &kTotal},
    {Ns::opensearch11, "totalResults", kFeed, Occurs::once, &kTotal},
    {Ns::opensearch11, "startIndex", kFeed, Occurs::once, &kStart},
    {Ns::opensearch11, "itemsPerPage", kFeed, Occurs::once, &kTotal},
    {Ns::opensearch11, "Query", kFeed, Occurs::many, &kQuery},
};

}  // namespace

std::span<const ExtensionRow> opensearch_rows() { return kRows; }

namespace opensearch {
constexpr Type kDescription = {
    .content = Content::elements, .rows = kDescriptionRows, .site = Site::other, .after = description};
}

}  // namespace syndicat::validate
