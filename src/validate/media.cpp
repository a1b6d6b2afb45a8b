// Media RSS 1.5.1 (https://www.rssboard.org/media-rss).

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/unicode.hpp"
#include "validate/html.hpp"
#include "validate/opinions.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view written, const std::array<std::string_view, count>& words) {
  return std::ranges::find(words, written) != words.end();
}

// Values of attributes.
void medium(Check& check, const Subject& subject) {
  constexpr std::array kMediums =
      std::to_array<std::string_view>({"image", "audio", "video", "document", "executable"});
  if (!is_one_of(subject.text, kMediums)) check.report("invalid-media-medium", subject);
}

void expression(Check& check, const Subject& subject) {
  constexpr std::array kExpressions = std::to_array<std::string_view>({"sample", "full", "nonstop"});
  if (!is_one_of(subject.text, kExpressions)) check.report("invalid-media-expression", subject);
}

void state(Check& check, const Subject& subject) {
  constexpr std::array kStates = std::to_array<std::string_view>({"active", "blocked", "deleted"});
  if (!is_one_of(subject.text, kStates))
    check.report("invalid-value", subject, {{"values", "active, blocked or deleted"}});
}

void price_type(Check& check, const Subject& subject) {
  constexpr std::array kTypes = std::to_array<std::string_view>({"rent", "purchase", "package", "subscription"});
  if (!is_one_of(subject.text, kTypes))
    check.report("invalid-value", subject, {{"values", "rent, purchase, package or subscription"}});
}

void rights_status(Check& check, const Subject& subject) {
  if (subject.text != "userCreated" && subject.text != "official")
    check.report("invalid-value", subject, {{"values", "userCreated or official"}});
}

// Whether HTML stands in a text depends on its attribute `type`, "plain" without one.
void typed_text(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  const auto* type = element.node.find_attribute("type");
  const auto value = type == nullptr ? std::string_view("plain") : type->value;
  if (value == "html") {
    html_text(walk, subject);
  } else if (value == "plain") {
    bad_characters(walk, subject);
    if (const auto markup = find_markup(walk, subject); !markup.empty())
      walk.report("contains-undeclared-html", subject, {{"value", markup}});
  } else {
    walk.report("invalid-media-text-type", walk.subject(element, *type, Naming::element));
  }
  if (text::is_blank(subject.text)) walk.report("not-blank", subject);
}

// The specification's own schemes are URNs without a name of their own.
void scheme(Check& check, const Subject& subject) {
  constexpr std::array kOwn = std::to_array<std::string_view>(
      {"urn:simple", "urn:icra", "urn:mpaa", "urn:v-chip", "urn:ebu", "urn:yvs", "urn:flickr:tags"});
  if (!is_one_of(subject.text, kOwn)) full_iri(check, subject);
}

void label(Check& check, const Subject& subject) {
  attribute_not_blank(check, subject);
  plain_text_or_blank(check, subject);
}

void keywords(Check& check, const Subject& subject) { plain_text_or_blank(check, subject); }

// "r (cz 1 lz 1 nz 1 oz 1 vz 1)": chat, language, nudity, other and violence, each with a letter and a number.
bool is_icra(std::string_view value) {
  if (!value.starts_with("r (") || !value.ends_with(')')) return false;
  value = value.substr(3, value.size() - 4);
  while (!value.empty()) {
    if (value.size() < 4 || std::string_view("clnov").find(value[0]) == std::string_view::npos || value[1] < 'a' ||
        value[1] > 'z' || value[2] != ' ' || value[3] < '0' || value[3] > '9')
      return false;
    value = text::trim(value.substr(4));
  }
  return true;
}

// urn:simple is the scheme where none is named; urn:mpaa and urn:v-chip are the specification's own examples.
void rating(Walk& walk, const Element& element) {
  constexpr std::array kSimple = std::to_array<std::string_view>({"adult", "nonadult"});
  constexpr std::array kMpaa = std::to_array<std::string_view>({"g", "pg", "pg-13", "r", "nc-17", "x", "nr"});
  // clang-format off
  constexpr std::array kVChip = std::to_array<std::string_view>(
      {"tv-y", "tv-y7", "tv-y7-fv", "tv-g", "tv-pg", "tv-14", "tv-ma", "y", "y7", "y7-fv", "g", "pg", "14", "ma"});
  const auto subject = walk.subject(element);
  const auto* scheme = element.node.find_attribute("scheme");
  const auto name = scheme == nullptr ? std::string_view("urn:simple") : scheme->value;
  const auto value = text::trim(subject.text);
  bool good = true;
  if (name == "urn:simple")
    good = is_one_of(value, kSimple);
  else if (name == "urn:mpaa")
    good = is_one_of(value, kMpaa);
  else if (name == "urn:v-chip")
    good = is_one_of(value, kVChip);
  else if (name == "urn:icra")
    good = is_icra(value);
  else if (name.starts_with("urn:") && as_w3c(walk, "rating-schemes"))
    good = false;
  if (!good) walk.report("invalid-media-rating", subject);
}

void adult(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  walk.report("deprecated-media-adult", subject);
  true_or_false(walk, subject);
}

// "algo indicates the algorithm used to create the hash. Possible values are md5 and sha-1", md5 where it is not said.
void hash(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  const auto algorithm = element.node.attribute("algo").value_or("md5");
  const auto value = text::trim(subject.text);
  const auto digits = std::ranges::all_of(value, [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); });
  const std::size_t length = algorithm == "md5" ? 32 : algorithm == "sha-1" ? 40 : 0;
  if (!digits || value.size() != length) walk.report("invalid-media-hash", subject);
}

// The roles of the EBU's list, which the specification names as the default scheme, in small letters.
constexpr std::array kRoles = std::to_array<std::string_view>({
    "actor", "adaptor", "advertiser", "anchor person", "animal trainer", "animator", "announcer", "archivist", "armourer", "art director",
    "artist", "artist/performer", "artistic director", "assistant cameraman", "assistant chief lighting technician", "assistant director",
    "assistant producer", "assistant visual editor", "author", "broadcast assistant", "broadcast journalist", "broadcaster", "camera operator",
    "carpenter", "casting", "causeur", "chief lighting technician", "choir", "choreographer", "clapper loader", "co-author", "commentary or commentator",
    "commentator", "commissioning broadcaster", "commissioning editor", "composer", "computer programmer", "conductor", "consultant", "contributor",
    "continuity checker", "continuity person", "co-operative", "copyright", "correspondent", "costume designer", "costume supplier", "creator", "dancer", "dialogue coach", "director",
    "director of photography", "distribution company", "distributor", "draughtsman", "dresser", "dubber", "editor", "editor/producer", "editor-in-chief",
    "editorialist", "electrician", "engineer", "ensemble", "executive producer", "expert", "fight director", "film distributor", "film sound recordist", "floor manager",
    "focus puller", "foley artist", "foley editor", "foley mixer", "graphic assistant", "graphic designer", "graphics", "grip", "guest", "hairdresser", "host", "illustrator",
    "instrumental musician", "interpreter", "interviewed guest", "interviewee", "interviewer", "journalist", "key character", "key grip", "key talents", "leadman", "librettist", "lighting",
    "lighting director", "lighting technician", "location manager", "lyricist", "make up artist", "manufacturer", "matte artist", "music arranger",
    "music group", "musician", "music teacher", "narrator", "news agency", "news reader", "network", "optical effects", "orchestra",
    "orchestra/band", "participant", "performer", "performing", "personality", "photographer", "post-production editor", "presenter", "producer",
    "production company", "production department", "production manager", "production secretary", "programme making", "programme production researcher",
    "property manager", "publishing company", "puppeteer", "pyrotechnician", "quiz master", "reporter", "researcher", "reviewer", "rigger", "runner", "scenario", "scenic operative",
    "scene construction", "scriptwriter", "script supervisor", "series producer", "set designer", "set dresser", "sign language", "singer", "soloist", "sound designer", "sound director", "sound effects", "sound engineer", "sound mixer",
    "sound recordist", "special effects", "stunts", "stunt performer", "subtitles", "technical director", "technical manager", "term", "translator", "transportation manager",
    "treatment/programme proposal", "vision mixer", "visual editor", "visual effects", "vocalist", "wardrobe", "witness", "writer",
});

void credit(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  plain_text(walk, subject);
  const auto* role = element.node.find_attribute("role");
  const auto scheme = element.node.attribute("scheme").value_or("urn:ebu");
  // "All roles are converted to lowercase alphabets."
  if (role == nullptr || is_one_of(role->value, kRoles)) return;
  if (scheme != "urn:ebu" && text::to_lower_ascii(role->value) == role->value) return;
  auto written = walk.subject(element, *role);
  written.naming = Naming::element;
  walk.report("invalid-credit-role", written, {{"value", role->value}});
}

// Codes of countries (ISO 3166-1), addresses, or all and none.
void restriction(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  const auto* relationship = element.node.find_attribute("relationship");
  if (relationship != nullptr && relationship->value != "allow" && relationship->value != "deny")
    walk.report("invalid-media-restriction-rel", walk.subject(element, *relationship));
  const auto* type = element.node.find_attribute("type");
  const auto written = text::trim(subject.text);
  if (type == nullptr) {
    if (!written.empty() && written != "all" && written != "none") walk.report("invalid-media-restriction", subject);
    return;
  }
  const auto each = [&](const auto& check) {
    auto rest = written;
    while (!rest.empty()) {
      const auto end = rest.find_first_of(text::kSpace);
      auto part = subject;
      part.text = rest.substr(0, end);
      check(part);
      rest = end == std::string_view::npos ? std::string_view() : text::trim(rest.substr(end));
    }
  };
  // clang-format on
  if (type->value == "country") each([&](const Subject& part) { country_code(walk, part); });
  else if (type->value == "uri") each([&](const Subject& part) { full_link(walk, part); });
  else if (type->value != "sharing") walk.report("invalid-media-restriction-type", walk.subject(element, *type));
}

// "url should specify the direct URL to the media object. If not included, a <media:player> element must be specified."
void content(Walk& walk, const Element& element) {
  if (element.node.find_attribute("url") != nullptr || walk.child(element.node, Ns::media, "player")) return;
  walk.report("missing-attribute", walk.tag(element.node),
              {{"element", element.name}, {"parent", element.parent}, {"attr", "url"}});
}

// A group holds versions of one thing; one version is no group.
void group(Walk& walk, const Element& element) {
  std::size_t contents = 0;
  for (const auto child : element.node.children()) contents += walk.is(child, Ns::media, "content") ? 1 : 0;
  if (contents < 2)
    walk.report("media-group-without-alternatives", walk.tag(element.node),
                {{"element", element.name}, {"parent", element.parent}});
}

// The average lies between the least and the most that one can give.
void star_rating(Walk& walk, const Element& element) {
  const auto number = [&](std::string_view name) -> std::optional<double> {
    const auto written = text::trim(element.node.attribute(name).value_or(""));
    if (written.empty() || written.find_first_not_of("+-.0123456789") != std::string_view::npos) return std::nullopt;
    return std::strtod(std::string(written.substr(0, 32)).c_str(), nullptr);
  };
  const auto least = number("min"), most = number("max");
  // What nobody has rated yet has an average of none.
  const auto average = number("count") == 0.0 ? std::nullopt : number("average");
  const auto tell = [&](std::string_view name, std::string_view limit) {
    const auto* attribute = element.node.find_attribute(name);
    auto subject = walk.subject(element, *attribute);
    subject.naming = Naming::element;
    walk.report("star-rating-out-of-range", subject,
                {{"attr", name}, {"limit", limit}, {"max", element.node.attribute(limit).value_or("")}});
  };
  if (least && most && *least > *most) tell("min", "max");
  else if (average && most && *average > *most) tell("average", "max");
  else if (average && least && *average < *least) tell("average", "min");
}

constexpr Type kPlain = {.value = plain_text};

constexpr AttributeRow kTypeAttribute[] = {{"type"}};
constexpr Type kTyped = {.attributes = kTypeAttribute, .after = typed_text};
constexpr AttributeRow kTextAttributes[] = {{"type"}, {"lang", language}, {"start", npt_time}, {"end", npt_time}};
constexpr Type kText = {.attributes = kTextAttributes, .after = typed_text};
constexpr AttributeRow kSchemeAttribute[] = {{"scheme", scheme}};
constexpr Type kRating = {.attributes = kSchemeAttribute, .after = rating};
constexpr AttributeRow kCategoryAttributes[] = {{"scheme", scheme}, {"label", label}};
constexpr Type kCategory = {.value = plain_text, .attributes = kCategoryAttributes};
constexpr Type kAdult = {.after = adult};
constexpr Type kKeywords = {.value = keywords};
// clang-format off
constexpr AttributeRow kThumbnailAttributes[] = {
    {"url", full_link, true}, {"width", positive_integer}, {"height", positive_integer}, {"time", npt_time}};
constexpr Type kThumbnail = {.content = Content::empty, .attributes = kThumbnailAttributes};
constexpr AttributeRow kHashAttributes[] = {{"algo"}};
constexpr Type kHash = {.attributes = kHashAttributes, .after = hash};
constexpr AttributeRow kPlayerAttributes[] = {{"url", full_link, true}, {"width", positive_integer}, {"height", positive_integer}};
constexpr Type kPlayer = {.content = Content::empty, .attributes = kPlayerAttributes};
constexpr AttributeRow kCreditAttributes[] = {{"role"}, {"scheme", scheme}};
constexpr Type kCredit = {.attributes = kCreditAttributes, .after = credit};
constexpr AttributeRow kCopyrightAttributes[] = {{"url", full_link}};
constexpr Type kCopyright = {.value = plain_text, .attributes = kCopyrightAttributes};
constexpr AttributeRow kRestrictionAttributes[] = {{"relationship", nullptr, true}, {"type"}};
constexpr Type kRestriction = {.attributes = kRestrictionAttributes, .after = restriction};

// What came with 1.5.
constexpr AttributeRow kStarAttributes[] = {{"average", floating}, {"count", non_negative_integer}, {"min", non_negative_integer}, {"max", non_negative_integer}};
constexpr Type kStarRating = {.content = Content::empty, .attributes = kStarAttributes, .after = star_rating};
constexpr AttributeRow kStatisticsAttributes[] = {{"views", non_negative_integer}, {"favorites", non_negative_integer}};
constexpr Type kStatistics = {.content = Content::empty, .attributes = kStatisticsAttributes};
constexpr Row kCommunityRows[] = {{Ns::media, "starRating", Occurs::once, &kStarRating},
                                  {Ns::media, "statistics", Occurs::once, &kStatistics},
                                  {Ns::media, "tags", Occurs::once, &kPlain}};
constexpr Type kCommunity = {.content = Content::elements, .rows = kCommunityRows};
constexpr Row kCommentsRows[] = {{Ns::media, "comment", Occurs::many, &kPlain}};
constexpr Type kComments = {.content = Content::elements, .rows = kCommentsRows};
constexpr AttributeRow kParamAttributes[] = {{"name", attribute_not_blank, true}};
constexpr Type kParam = {.attributes = kParamAttributes};
constexpr Row kEmbedRows[] = {{Ns::media, "param", Occurs::many, &kParam}};
constexpr AttributeRow kEmbedAttributes[] = {{"url", full_link, true}, {"width", positive_integer}, {"height", positive_integer}};
constexpr Type kEmbed = {.content = Content::elements, .attributes = kEmbedAttributes, .rows = kEmbedRows};
constexpr Type kAddress = {.value = full_link};
constexpr Row kResponsesRows[] = {{Ns::media, "response", Occurs::many, &kAddress}};
constexpr Type kResponses = {.content = Content::elements, .rows = kResponsesRows};
constexpr Row kBackLinksRows[] = {{Ns::media, "backLink", Occurs::many, &kAddress}};
constexpr Type kBackLinks = {.content = Content::elements, .rows = kBackLinksRows};
constexpr AttributeRow kStatusAttributes[] = {{"state", state, true}, {"reason"}};
constexpr Type kStatus = {.content = Content::empty, .attributes = kStatusAttributes};
constexpr AttributeRow kPriceAttributes[] = {{"type", price_type}, {"info", full_link}, {"price", floating}, {"currency", currency_code}};
constexpr Type kPrice = {.content = Content::empty, .attributes = kPriceAttributes};
constexpr AttributeRow kLicenseAttributes[] = {{"type", media_type_attribute}, {"href", full_link}};
constexpr Type kLicense = {.value = plain_text_or_blank, .attributes = kLicenseAttributes};
constexpr AttributeRow kSubTitleAttributes[] = {{"type", media_type_attribute}, {"lang", language}, {"href", full_link, true}};
constexpr Type kSubTitle = {.content = Content::empty, .attributes = kSubTitleAttributes};
constexpr AttributeRow kPeerLinkAttributes[] = {{"type", media_type_attribute}, {"href", full_link, true}};
constexpr Type kPeerLink = {.content = Content::empty, .attributes = kPeerLinkAttributes};
constexpr AttributeRow kLocationAttributes[] = {{"description"}, {"start", npt_time_of_scene}, {"end", npt_time_of_scene}};
constexpr Type kLocation = {.content = Content::elements, .attributes = kLocationAttributes, .site = Site::other};
constexpr AttributeRow kRightsAttributes[] = {{"status", rights_status}};
constexpr Type kRights = {.content = Content::empty, .attributes = kRightsAttributes};
constexpr Type kNptTime = {.value = npt_time_of_scene};
// The specification's example writes them without a namespace.
constexpr Row kSceneRows[] = {
    {Ns::none, "sceneTitle", Occurs::once, &kPlain},        {Ns::none, "sceneDescription", Occurs::once, &kPlain},
    {Ns::none, "sceneStartTime", Occurs::once, &kNptTime},  {Ns::none, "sceneEndTime", Occurs::once, &kNptTime},
    {Ns::media, "sceneTitle", Occurs::once, &kPlain},       {Ns::media, "sceneDescription", Occurs::once, &kPlain},
    {Ns::media, "sceneStartTime", Occurs::once, &kNptTime}, {Ns::media, "sceneEndTime", Occurs::once, &kNptTime},
};
// clang-format on
constexpr Type kScene = {.content = Content::elements, .rows = kSceneRows};
constexpr Row kScenesRows[] = {{Ns::media, "scene", Occurs::many, &kScene}};
constexpr Type kScenes = {.content = Content::elements, .rows = kScenesRows};

// What may stand in a content, a group, an item and a channel alike.
constexpr std::array kOptional = std::to_array<Row>({
    {Ns::media, "adult", Occurs::once, &kAdult},
    {Ns::media, "rating", Occurs::many, &kRating},
    {Ns::media, "title", Occurs::once, &kTyped},
    {Ns::media, "description", Occurs::once, &kTyped},
    {Ns::media, "keywords", Occurs::once, &kKeywords},
    {Ns::media, "thumbnail", Occurs::many, &kThumbnail},
    {Ns::media, "category", Occurs::many, &kCategory},
    {Ns::media, "hash", Occurs::many, &kHash},
    {Ns::media, "player", Occurs::once, &kPlayer},
    {Ns::media, "credit", Occurs::many, &kCredit},
    {Ns::media, "copyright", Occurs::once, &kCopyright},
    {Ns::media, "text", Occurs::many, &kText},
    {Ns::media, "restriction", Occurs::many, &kRestriction},
    {Ns::media, "community", Occurs::once, &kCommunity},
    {Ns::media, "comments", Occurs::once, &kComments},
    {Ns::media, "embed", Occurs::once, &kEmbed},
    {Ns::media, "responses", Occurs::once, &kResponses},
    {Ns::media, "backLinks", Occurs::once, &kBackLinks},
    {Ns::media, "status", Occurs::once, &kStatus},
    {Ns::media, "price", Occurs::many, &kPrice},
    {Ns::media, "license", Occurs::many, &kLicense},
    {Ns::media, "subTitle", Occurs::many, &kSubTitle},
    {Ns::media, "peerLink", Occurs::many, &kPeerLink},
    {Ns::media, "location", Occurs::many, &kLocation},
    {Ns::media, "rights", Occurs::once, &kRights},
    {Ns::media, "scenes", Occurs::once, &kScenes},
});

constexpr AttributeRow kContentAttributes[] = {
    {"url", full_link},
    {"fileSize", non_negative_integer},
    {"type", media_type_attribute},
    {"medium", medium},
    {"isDefault", boolean_attribute},
    {"expression", expression},
    {"bitrate", floating},
    {"framerate", floating},
    {"samplingrate", floating},
    {"channels", non_negative_integer},
    {"duration", non_negative_integer},
    {"height", positive_integer},
    {"width", positive_integer},
    {"lang", language},
};
constexpr Type kContent = {.content = Content::elements,
                           .attributes = kContentAttributes,
                           .rows = kOptional,
                           .site = Site::other,
                           .after = content};

constexpr auto kGroupRows = [] {
  std::array<Row, kOptional.size() + 1> rows{};
  std::copy(kOptional.begin(), kOptional.end(), rows.begin());
  rows.back() = {Ns::media, "content", Occurs::many, &kContent};
  return rows;
}();
constexpr Type kGroup = {.content = Content::elements, .rows = kGroupRows, .site = Site::other, .after = group};

constexpr auto kRows = [] {
  std::array<ExtensionRow, kOptional.size() + 2> rows{};
  std::transform(kOptional.begin(), kOptional.end(), rows.begin(), [](const Row& row) {
    return ExtensionRow{row.ns, row.local, kFeed | kItem, row.occurs, row.type};
  });
  rows[kOptional.size()] = {Ns::media, "content", kItem, Occurs::many, &kContent};
  rows[kOptional.size() + 1] = {Ns::media, "group", kItem, Occurs::many, &kGroup};
  return rows;
}();

}  // namespace

std::span<const ExtensionRow> media_rows() { return kRows; }

}  // namespace syndicat::validate
