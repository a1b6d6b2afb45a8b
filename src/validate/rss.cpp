#include "validate/rss.hpp"
#include "validate/opinions.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/atom.hpp"
#include "validate/history.hpp"
#include "validate/html.hpp"
#include "validate/itunes.hpp"
#include "validate/podcast.hpp"

namespace syndicat::validate::rss {
namespace {

constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";

// An "&" or "<" that a reader who takes the text for HTML would not show as it is: what looks like a reference or a
// tag.
std::size_t find_risky(std::string_view text, bool bare) {
  constexpr std::array kWithoutSemicolon =
      std::to_array<std::string_view>({"amp", "lt", "gt", "quot", "nbsp", "copy", "reg"});
  for (auto at = text.find_first_of("&<"); at != std::string_view::npos; at = text.find_first_of("&<", at + 1)) {
    const auto rest = text.substr(at + 1);
    const char next = rest.empty() ? ' ' : rest.front();
    const bool letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
    if (text[at] == '<') {
      if (letter || next == '/' || next == '!' || next == '?') return at;
      continue;
    }
    std::size_t end = 0;
    while (end < rest.size() && end < 32 &&
           (((rest[end] | 0x20) >= 'a' && (rest[end] | 0x20) <= 'z') || (rest[end] >= '0' && rest[end] <= '9')))
      ++end;
    if (bare && letter) return at;
    const bool reference = end > 0 && end < rest.size() && rest[end] == ';';
    if (next == '#' || reference ||
        std::ranges::find(kWithoutSemicolon, rest.substr(0, end)) != kWithoutSemicolon.end())
      return at;
  }
  return std::string_view::npos;
}

// Titles and the like. The profile asks for & and < as numbers, since readers differ about what the text is.
void title_text(Check& check, const Subject& subject) {
  plain_text(check, subject);
  if (subject.text.find_first_of("&<") == std::string_view::npos) return;
  const auto written =
      text::to_lower_ascii(check.text().substr(subject.span.start, subject.span.end - subject.span.start));
  // In CDATA an "&" stands bare before what follows it.
  const auto risky = find_risky(subject.text, written.find("<![cdata[") != std::string::npos);
  if (risky == std::string_view::npos || !find_markup(subject.text).empty()) return;
  if (written.find("&amp;") == std::string::npos && written.find("&lt;") == std::string::npos &&
      written.find("<![cdata[") == std::string::npos)
    return;
  check.report("character-data", subject, {{"value", subject.text.substr(risky, 1)}});
}

void version(Check& check, const Subject& subject) {
  constexpr std::array kVersions = std::to_array<std::string_view>({"0.91", "0.92", "0.93", "0.94", "2.0"});
  if (std::ranges::find(kVersions, subject.text) == kVersions.end()) check.report("invalid-rss-version", subject);
  else if (subject.text != "2.0" && !as_w3c(check, "old-rss")) check.report("obsolete-version", subject);
}

void protocol(Check& check, const Subject& subject) {
  if (subject.text != "xml-rpc" && subject.text != "soap" && subject.text != "http-post")
    check.report("invalid-value", subject, {{"attr", "protocol"}, {"values", "xml-rpc, soap or http-post"}});
}

void port(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const bool digits = !written.empty() && std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
  const bool is_port = digits && written.size() <= 5 && std::stoul(std::string(written)) <= 65535 &&
                       std::stoul(std::string(written)) > 0;
  if (is_port) return;
  if (digits && !check.strict_as_w3c()) check.report("invalid-value", subject, {{"values", "a port from 1 to 65535"}});
  else check.report("invalid-integer-attribute", subject);
}

// The number, or nothing where it is none or too large.
std::optional<long> number(std::string_view written) {
  written = text::trim(written);
  if (written.empty() || written.size() > 9 ||
      !std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stol(std::string(written));
}

void day(Check& check, const Subject& subject) {
  // clang-format off
  constexpr std::array kDays = std::to_array<std::string_view>(
      {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});
  if (std::ranges::find(kDays, subject.text) == kDays.end()) check.report("invalid-day", subject);
}

void hour(Check& check, const Subject& subject) {
  const auto value = number(subject.text);
  if (value == 24) {
    if (auto* finding = check.report("use-zero-for-midnight", subject)) finding->edit = Edit{subject.span.start, subject.span.end, "0"};
  } else if (!value || *value > 23)
    check.report("invalid-hour", subject);
}

void width(Check& check, const Subject& subject) {
  const auto value = number(subject.text);
  if (!value || *value < 1 || *value > 144) check.report("invalid-width", subject);
}

void height(Check& check, const Subject& subject) {
  const auto value = number(subject.text);
  if (!value || *value < 1 || *value > 400) check.report("invalid-height", subject);
}

void image_url(Check& check, const Subject& subject) {
  full_link(check, subject);
  const auto path = text::to_lower_ascii(text::split_uri(text::trim(subject.text)).path);
  const auto slash = path.rfind('/');
  const auto dot = path.rfind('.');
  // Only a name that says otherwise; a script may give any image.
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return;
  const auto extension = path.substr(dot + 1);
  constexpr std::array kOther = std::to_array<std::string_view>({"bmp", "svg", "webp", "tif", "tiff", "ico", "avif", "heic"});
  if (std::ranges::find(kOther, extension) != kOther.end()) check.report("image-url-format", subject);
}

void form_name(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("not-blank", subject);
    return;
  }
  const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  if (!letter(written.front()) || !std::ranges::all_of(written, [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
      }))
    check.report("invalid-form-component-name", subject);
}

void enclosure_length(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const bool negative = written.starts_with('-') && number(written.substr(1));
  if (written == "-1" || text::equals_ignoring_case(written, "unknown")) {
    if (auto* finding = check.report("use-zero-for-unknown", subject)) finding->edit = Edit{subject.span.start, subject.span.end, "0"};
  } else if (written.empty()) {
    // Nothing is known, and 0 says so.
    if (auto* finding = check.report("invalid-integer-attribute", subject)) finding->edit = Edit{subject.span.start, subject.span.end, "0"};
  } else if (negative)
    check.report("invalid-non-negative-integer", subject);
  else
    integer_attribute(check, subject);
}

// RSS 2.0: "If the guid element has an attribute named isPermaLink with a value of true" (and it has by default) it is
// a URL that can be opened.
void guid(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  const auto value = text::trim(subject.text);
  if (value.empty()) {
    walk.report("not-blank", subject);
    return;
  }
  const auto* permalink = element.node.find_attribute("isPermaLink");
  if (permalink == nullptr || permalink->value != "false") {
    // The guid itself must stay; what is said of it need not.
    const auto offer_no_link = [&](Finding* finding) {
      const auto behind = element.node.content_offset() - 1U;
      if (finding == nullptr) return;
      if (permalink == nullptr) finding->edit = Edit{behind, behind, " isPermaLink=\"false\""};
      else finding->edit = Edit{permalink->value_start, permalink->value_end, "false"};
    };
    const bool explicit_true = permalink != nullptr && permalink->value == "true";
    if (!text::split_uri(value).scheme || !text::is_iri_reference(value)) {
      offer_no_link(explicit_true ? walk.report("invalid-permalink", subject) : walk.report("invalid-http-guid", subject));
    } else if (!text::is_web_url(value)) {
      identifier(walk, value, subject);
      offer_no_link(walk.report("invalid-permalink", subject));
    } else if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
      walk.report("uri-not-iri", subject);
    }
  } else if (value.size() < 5) {
    walk.report("not-sufficiently-unique", subject);
  }
  const auto [before, fresh] = walk.ids.try_emplace(value, subject.span.start);
  if (!fresh) walk.report("duplicate-value", subject);
}

void skip_days(Walk& walk, const Element& element) {
  std::vector<std::string_view> seen;
  std::size_t count = 0;
  for (const auto child : element.node.children()) {
    const auto value = walk.text(child);
    ++count;
    if (std::ranges::find(seen, value) != seen.end())
      walk.report("duplicate-value", {child.content_offset(), child.end_offset()},
                  {{"element", "day"}, {"parent", element.name}, {"value", value}});
    else if (seen.size() < 8)
      seen.push_back(value);
  }
  if (count > 7)
    walk.report("eight-days-a-week", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

void skip_hours(Walk& walk, const Element& element) {
  std::vector<std::string_view> seen;
  std::size_t count = 0;
  for (const auto child : element.node.children()) {
    const auto value = text::trim(walk.text(child));
    ++count;
    if (std::ranges::find(seen, value) != seen.end())
      walk.report("duplicate-value", {child.content_offset(), child.end_offset()},
                  {{"element", "hour"}, {"parent", element.name}, {"value", value}});
    else if (seen.size() < 25)
      seen.push_back(value);
  }
  if (count > 24)
    walk.report("not-enough-hours-in-the-day", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

void text_input(Walk& walk, const Element& element) {
  walk.report("avoid-text-input", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

// What an extension says that the core says as well.
struct Same {
  std::string_view core;
  Ns ns;
  std::string_view local;
};
constexpr Same kSameInChannel[] = {
    {"language", Ns::dc, "language"},         {"copyright", Ns::dc, "rights"},
    {"managingEditor", Ns::dc, "creator"},    {"webMaster", Ns::dc, "publisher"},
    {"pubDate", Ns::dc, "date"},              {"pubDate", Ns::dcterms, "created"},
    {"lastBuildDate", Ns::dcterms, "modified"}, {"generator", Ns::admin, "generatorAgent"},
};
constexpr Same kSameInItem[] = {
    {"author", Ns::dc, "creator"},   {"pubDate", Ns::dc, "date"},    {"source", Ns::dc, "source"},
    {"guid", Ns::atom, "id"},        {"pubDate", Ns::atom, "published"},
    {"title", Ns::dc, "title"},      {"link", Ns::dc, "identifier"}, {"pubDate", Ns::dcterms, "created"},
};

template <typename Rows>
void say_the_same(Walk& walk, const Element& element, const Rows& rows, bool item) {
  bool any = false;
  for (const auto child : element.node.children()) any = any || (walk.ns(child) != Ns::none && !walk.is(child, Ns::content, "encoded"));
  if (!any) return;
  for (const auto& row : rows) {
    const auto extension = walk.child(element.node, row.ns, row.local);
    if (!extension || !walk.child(element.node, Ns::none, row.core)) continue;
    const auto name = walk.name(*extension);
    if (item)
      walk.report("duplicate-item-semantics", walk.tag(*extension),
                  {{"core", row.core}, {"ext", name}, {"element", name}, {"parent", element.name}});
    else
      walk.report("duplicate-semantics", walk.tag(*extension),
                  {{"core", row.core}, {"ext", name}, {"element", name}, {"parent", element.name}});
  }
}

// Two modules for the same license.
void licenses(Walk& walk, const Element& element, bool item) {
  const auto other = walk.child(element.node, Ns::cc, "license");
  if (!other || !walk.child(element.node, Ns::creative_commons, "license")) return;
  const Check::Params params = {{"core", "creativeCommons:license"}, {"ext", "cc:license"}, {"element", "cc:license"}, {"parent", element.name}};
  if (item)
    walk.report("duplicate-item-semantics", walk.tag(*other), params);
  else
    walk.report("duplicate-semantics", walk.tag(*other), params);
}

// Whether the channel, or what was seen of it so far, has anything of Apple's.
bool uses_itunes(Walk& walk, const Element& item) {
  if (walk.seen_itunes) return true;
  const auto any = [&](xml::Node node) {
    for (const auto child : node.children())
      if (walk.ns(child) == Ns::itunes) return true;
    return false;
  };
  // clang-format on
  walk.seen_itunes = any(item.node) || (walk.entries <= 1 && item.above != nullptr && any(item.above->node));
  return walk.seen_itunes;
}

void item(Walk& walk, const Element& element) {
  const auto& node = element.node;
  ++walk.entries;
  bool title = false, description = false, guid_seen = false, content = false;
  std::size_t enclosures = 0;
  for (const auto child : node.children()) {
    const auto space = walk.ns(child);
    const auto local = child.name().local;
    if (space == Ns::none) {
      title = title || local == "title";
      guid_seen = guid_seen || local == "guid";
      if (local == "description") {
        if (content)
          walk.report("need-description-before-content", walk.tag(child),
                      {{"element", "description"}, {"parent", "item"}});
        description = true;
      }
      if (local == "enclosure" && ++enclosures == 2)
        walk.report("duplicate-enclosure", walk.tag(child), {{"element", "enclosure"}, {"parent", element.name}});
    } else if (space == Ns::content && local == "encoded") {
      content = true;
    } else if (space == Ns::atom && (local == "content" || local == "summary")) {
      // Which of two texts a reader shows, nobody can say.
      if (walk.child(node, local == "content" ? Ns::content : Ns::none, local == "content" ? "encoded" : "description"))
        walk.report("duplicate-description-semantics", walk.tag(child),
                    {{"element", walk.name(child)}, {"parent", element.name}});
    } else if (space == Ns::xhtml && local == "body") {
      if (walk.child(node, Ns::none, "description") || walk.child(node, Ns::content, "encoded"))
        walk.report("duplicate-description-semantics", walk.tag(child),
                    {{"element", walk.name(child)}, {"parent", element.name}});
    } else if (space == Ns::slash && local == "comments") {
      walk.seen_slash_comments = true;
    }
  }
  if (content && !description)
    walk.report("need-description-before-content", walk.tag(node), {{"element", "description"}, {"parent", "item"}});
  if (!title && !description)
    walk.report("item-must-contain-title-or-description", walk.tag(node),
                {{"element", "item"}, {"parent", element.name}});
  if (!guid_seen && walk.version == "2.0")
    walk.report("missing-guid", walk.tag(node), {{"element", "guid"}, {"parent", element.name}});
  if (element.above != nullptr && uses_itunes(walk, element)) itunes::enclosure(walk, element);
  history::entry(walk, element);
  say_the_same(walk, element, kSameInItem, true);
  licenses(walk, element, true);
}

// The image's title and link are the channel's, in practice (RSS 2.0, <image>).
void image_matches(Walk& walk, const Element& channel) {
  const auto image = walk.child(channel.node, Ns::none, "image");
  if (!image) return;
  const auto differs = [&](std::string_view local) -> std::optional<xml::Node> {
    const auto ours = walk.child(*image, Ns::none, local), theirs = walk.child(channel.node, Ns::none, local);
    if (!ours || !theirs || text::trim(walk.text(*ours)) == text::trim(walk.text(*theirs))) return std::nullopt;
    return ours;
  };
  if (const auto link = differs("link"))
    walk.report("image-link-doesnt-match", walk.tag(*link), {{"element", "link"}, {"parent", "image"}});
  if (const auto title = differs("title"))
    walk.report("image-title-doesnt-match", walk.tag(*title), {{"element", "title"}, {"parent", "image"}});
}

void channel(Walk& walk, const Element& element) {
  const auto& node = element.node;
  std::optional<xml::Node> hub;
  bool items = false, self = false;
  for (const auto child : node.children()) {
    if (walk.is(child, Ns::none, "item")) {
      items = true;
    } else if (items && walk.ns(child) == Ns::none) {
      walk.report("misplaced-item", walk.tag(child), {{"element", walk.name(child)}, {"parent", element.name}});
      items = false;
    }
    if (!walk.is(child, Ns::atom, "link")) continue;
    if (child.attribute("rel") == "self") self = true;
    if (child.attribute("rel") == "hub" && !hub) hub = child;
  }
  // Where the answer's headers are known, they may say it.
  if (hub && !self && !walk.options().transport) walk.report("hub-without-self", walk.tag(*hub), {});
  if (!self && walk.version == "2.0") {
    auto* finding =
        walk.report("missing-atom-self-link", walk.tag(node), {{"element", "atom:link"}, {"parent", element.name}});
    if (finding != nullptr) finding->edit = atom::self_link(walk, node, "application/rss+xml");
  }
  if (walk.seen_slash_comments && !walk.child(node, Ns::none, "lastBuildDate"))
    walk.report("slash-date", walk.tag(node), {{"element", "lastBuildDate"}, {"parent", element.name}});
  if (as_w3c(walk, "language-of-rss") && !walk.child(node, Ns::none, "language") &&
      !walk.child(node, Ns::dc, "language") && !node.attribute("lang", kXml) &&
      !(element.above != nullptr && element.above->node.attribute("lang", kXml)))
    walk.report("missing-dc-language", walk.tag(node), {{"element", "dc:language"}, {"parent", element.name}});
  image_matches(walk, element);
  itunes::channel(walk, element);
  history::feed(walk, element);
  say_the_same(walk, element, kSameInChannel, false);
  licenses(walk, element, false);
}

// The Advisory Board's specification (2.0.9 and later) allows attributes of other namespaces, the one at Harvard does
// not say so; a feed tells by <docs> which it follows.
void root(Walk& walk, const Element& element) {
  walk.version = element.node.attribute("version").value_or("");
  if (const auto channel = walk.child(element.node, Ns::none, "channel"))
    if (const auto docs = walk.child(*channel, Ns::none, "docs"))
      walk.board = walk.text(*docs).find("rssboard.org") != std::string_view::npos;
}

constexpr Type kTitle = {.value = title_text};
constexpr Type kPlain = {.value = plain_text};
// RSS 0.91: "a plain text description"; HTML came with 0.92.
void description(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  if (walk.version == "0.91") bad_characters(walk, subject);
  else html_text(walk, subject);
}
constexpr Type kHtml = {.after = description};
constexpr Type kLink = {.value = full_link};
constexpr Type kContact = {.value = rss_contact};
constexpr Type kDate = {.value = rfc822_date};
constexpr Type kTtl = {.value = positive_integer};
constexpr Type kLanguage = {.value = language};
constexpr Type kNotBlank = {.value = not_blank};
constexpr Type kWidth = {.value = width};
constexpr Type kHeight = {.value = height};
constexpr Type kImageUrl = {.value = image_url};
constexpr Type kFormName = {.value = form_name};
constexpr Type kDay = {.value = day};
constexpr Type kHour = {.value = hour};

constexpr AttributeRow kCategoryAttributes[] = {{"domain"}};
constexpr Type kCategory = {.value = plain_text, .attributes = kCategoryAttributes};
constexpr AttributeRow kGuidAttributes[] = {{"isPermaLink", boolean_attribute}};
constexpr Type kGuid = {.attributes = kGuidAttributes, .after = guid};
constexpr AttributeRow kSourceAttributes[] = {{"url", full_link, true}};
constexpr Type kSource = {.value = plain_text, .attributes = kSourceAttributes};
// clang-format off
constexpr AttributeRow kEnclosureAttributes[] = {
    {"url", web_url_attribute, true}, {"length", enclosure_length, true}, {"type", media_type_attribute, true}};
constexpr Type kEnclosure = {.content = Content::empty, .attributes = kEnclosureAttributes};
constexpr AttributeRow kCloudAttributes[] = {
    {"domain", attribute_not_blank, true}, {"port", port, true}, {"path", attribute_not_blank, true},
    {"registerProcedure", nullptr, true},  {"protocol", protocol, true}};
constexpr Type kCloud = {.content = Content::empty, .attributes = kCloudAttributes};

constexpr Row kImageRows[] = {
    {Ns::none, "url", Occurs::required, &kImageUrl}, {Ns::none, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::none, "link", Occurs::required, &kLink, "missing-link"},   {Ns::none, "width", Occurs::once, &kWidth},
    {Ns::none, "height", Occurs::once, &kHeight},   {Ns::none, "description", Occurs::once, &kTitle},
};
// clang-format on
constexpr Type kImage = {.content = Content::elements, .rows = kImageRows, .site = Site::other};

// clang-format off
constexpr Row kTextInputRows[] = {
    {Ns::none, "title", Occurs::required, &kTitle, "missing-title"}, {Ns::none, "description", Occurs::required, &kTitle, "missing-description"},
    {Ns::none, "name", Occurs::required, &kFormName}, {Ns::none, "link", Occurs::required, &kLink, "missing-link"},
};
// clang-format on
constexpr Type kTextInput = {
    .content = Content::elements, .rows = kTextInputRows, .site = Site::other, .after = text_input};

constexpr Row kSkipDaysRows[] = {{Ns::none, "day", Occurs::some, &kDay}};
constexpr Type kSkipDays = {.content = Content::elements, .rows = kSkipDaysRows, .after = skip_days};
constexpr Row kSkipHoursRows[] = {{Ns::none, "hour", Occurs::some, &kHour}};
constexpr Type kSkipHours = {.content = Content::elements, .rows = kSkipHoursRows, .after = skip_hours};

// clang-format off
constexpr Row kItemRows[] = {
    {Ns::none, "title", Occurs::once, &kTitle},       {Ns::none, "link", Occurs::once, &kLink},
    {Ns::none, "description", Occurs::once, &kHtml},  {Ns::none, "author", Occurs::once, &kContact},
    {Ns::none, "category", Occurs::many, &kCategory}, {Ns::none, "comments", Occurs::once, &kLink},
    {Ns::none, "enclosure", Occurs::many, &kEnclosure}, {Ns::none, "guid", Occurs::once, &kGuid},
    {Ns::none, "pubDate", Occurs::once, &kDate},      {Ns::none, "source", Occurs::once, &kSource},
};
// clang-format on
constexpr Type kItem = {.content = Content::elements, .rows = kItemRows, .site = Site::item, .after = item};

constexpr AttributeRow kLiveAttributes[] = {
    {"status", podcast::status, true}, {"start", iso8601_date_time, true}, {"end", iso8601_date_time}};

constexpr Row kChannelRows[] = {
    {Ns::none, "title", Occurs::required, &kTitle, "missing-title"},
    {Ns::none, "link", Occurs::required, &kLink, "missing-link"},
    {Ns::none, "description", Occurs::required, &kPlain, "missing-description"},
    {Ns::none, "language", Occurs::once, &kLanguage},
    {Ns::none, "copyright", Occurs::once, &kPlain},
    {Ns::none, "managingEditor", Occurs::once, &kContact},
    {Ns::none, "webMaster", Occurs::once, &kContact},
    {Ns::none, "pubDate", Occurs::once, &kDate},
    {Ns::none, "lastBuildDate", Occurs::once, &kDate},
    {Ns::none, "category", Occurs::many, &kCategory},
    {Ns::none, "generator", Occurs::once, &kNotBlank},
    {Ns::none, "docs", Occurs::once, &kLink},
    {Ns::none, "cloud", Occurs::once, &kCloud},
    {Ns::none, "ttl", Occurs::once, &kTtl},
    {Ns::none, "image", Occurs::once, &kImage},
    {Ns::none, "rating", Occurs::once, &kNotBlank},
    {Ns::none, "textInput", Occurs::once, &kTextInput},
    {Ns::none, "skipHours", Occurs::once, &kSkipHours},
    {Ns::none, "skipDays", Occurs::once, &kSkipDays},
    {Ns::none, "item", Occurs::many, &kItem},
};
constexpr Type kChannel = {.content = Content::elements, .rows = kChannelRows, .site = Site::feed, .after = channel};

constexpr Row kRssRows[] = {{Ns::none, "channel", Occurs::required, &kChannel}};
constexpr AttributeRow kRssAttributes[] = {{"version", version, true}};

}  // namespace

constexpr Type kLiveItem = {.content = Content::elements,
                            .attributes = kLiveAttributes,
                            .rows = kItemRows,
                            .site = Site::item,
                            .after = podcast::live_item};
constexpr Type kRss = {.content = Content::elements, .attributes = kRssAttributes, .rows = kRssRows, .before = root};

}  // namespace syndicat::validate::rss
