// Podcasting 2.0 (https://podcasting2.org/docs/podcast-namespace/1.0): all tags with their parents, counts, attributes,
// lengths and values.

#include "validate/podcast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "text/date.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/rss.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view written, const std::array<std::string_view, count>& words) {
  return std::ranges::find(words, written) != words.end();
}

// "Please do not exceed 128 characters or it may be truncated by aggregators."
template <std::size_t most>
void at_most(Check& check, const Subject& subject) {
  const auto length = text::count_characters(subject.text);
  if (length > most)
    check.report("too-long", subject, {{"len", std::to_string(length)}, {"max", std::to_string(most)}});
}

template <std::size_t most>
void words(Check& check, const Subject& subject) {
  not_blank(check, subject);
  at_most<most>(check, subject);
}

void yes_or_no(Check& check, const Subject& subject) {
  if (subject.text != "yes" && subject.text != "no") check.report("invalid-yes-no", subject);
}

void true_or_false(Check& check, const Subject& subject) {
  if (subject.text != "true" && subject.text != "false") check.report("invalid-true-false", subject);
}

// The digits alone, of version 5 (Podcasting 2.0, guid).
constexpr std::string_view kExample = "bbc253c3-7725-5702-b277-1524a63f0d56";

// RFC 4122: 8-4-4-4-12 digits of base 16.
void uuid(Check& check, const Subject& subject) {
  constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  const auto written = text::trim(subject.text);
  bool good = written.size() == kShape.size();
  for (std::size_t at = 0; good && at < kShape.size(); ++at) {
    const char c = static_cast<char>(written[at] | 0x20);
    good =
        kShape[at] == '-' ? written[at] == '-' : (written[at] >= '0' && written[at] <= '9') || (c >= 'a' && c <= 'f');
  }
  if (!good) return void(check.report("invalid-uuid", subject, {{"example", kExample}}));
  if (written[14] != '5') check.report("podcast-guid-version", subject);
}

void remote_guid(Check& check, const Subject& subject) {
  if (text::trim(subject.text).size() != 36) check.report("invalid-uuid", subject, {{"example", kExample}});
}

// clang-format off
constexpr std::array kMediums = std::to_array<std::string_view>(
    {"podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"});

void medium(Check& check, const Subject& subject) {
  auto value = text::trim(subject.text);
  if (value == "mixed") return;
  if (value.ends_with('L')) value.remove_suffix(1);
  if (!is_one_of(value, kMediums))
    check.report("invalid-value", subject,
                 {{"values", "podcast, music, video, film, audiobook, newsletter, blog, publisher, course, one of them with an L behind it, or mixed"}});
}

void integrity_type(Check& check, const Subject& subject) {
  if (subject.text != "sri" && subject.text != "pgp-signature") check.report("invalid-value", subject, {{"values", "sri or pgp-signature"}});
}

void location_relation(Check& check, const Subject& subject) {
  if (subject.text != "subject" && subject.text != "creator") check.report("invalid-value", subject, {{"values", "subject or creator"}});
}

// RFC 5870, section 3.3: geo:latitude,longitude[,altitude][;parameters]
void geo(Check& check, const Subject& subject) {
  auto written = subject.text;
  const auto number = [](std::string_view part, double most) {
    const std::string digits(part);
    if (digits.empty() || digits.find_first_not_of("-.0123456789") != std::string::npos) return false;
    char* end = nullptr;
    const double value = std::strtod(digits.c_str(), &end);
    return end == digits.c_str() + digits.size() && value >= -most && value <= most;
  };
  bool good = written.starts_with("geo:");
  if (good) {
    written = written.substr(4, written.find(';', 4) - 4);
    const auto next = [&written] {
      const auto part = written.substr(0, written.find(','));
      written.remove_prefix(std::min(written.size(), part.size() + 1));
      return part;
    };
    const bool ends = written.ends_with(',');
    good = !ends && number(next(), 90) && number(next(), 180);
    if (good && !written.empty()) good = number(next(), HUGE_VAL) && written.empty();
  }
  if (!good) check.report("invalid-value", subject, {{"values", "it like geo:53.9,27.57"}});
}

// A node, way or relation of OpenStreetMap, maybe with its revision: R113314#188
void osm(Check& check, const Subject& subject) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const auto written = subject.text;
  const auto hash = written.find('#');
  const bool good = !written.empty() && std::string_view("NWR").find(written[0]) != std::string_view::npos &&
                    digits(written.substr(1, hash == std::string_view::npos ? hash : hash - 1)) &&
                    (hash == std::string_view::npos || digits(written.substr(hash + 1)));
  if (!good) check.report("invalid-value", subject, {{"values", "it like R113314"}});
}

void caption(Check& check, const Subject& subject) {
  if (subject.text != "captions") check.report("invalid-value", subject, {{"values", "captions"}});
}

// "16/9", as CSS has it.
void aspect_ratio(Check& check, const Subject& subject) {
  const auto written = subject.text;
  const auto slash = written.find('/');
  const auto number = [](std::string_view part) {
    part = text::trim(part);
    return !part.empty() && part.find_first_not_of("0123456789.") == std::string_view::npos;
  };
  if (!number(written.substr(0, slash)) || (slash != std::string_view::npos && !number(written.substr(slash + 1)))) check.report("invalid-value", subject, {{"values", "it like 16/9"}});
}

void decimal(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const bool good = written.find_first_of("0123456789") != std::string_view::npos &&
                    written.find_first_not_of("0123456789.") == std::string_view::npos && std::ranges::count(written, '.') <= 1;
  if (!good) report_no_number(check, subject);
}

void recommend(Walk& walk, const Element& element, std::string_view attribute) {
  if (!element.node.attribute(attribute))
    walk.report("missing-recommended-attribute", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}, {"attr", attribute}});
}

void missing(Walk& walk, const Element& element, std::string_view attribute) {
  if (!element.node.attribute(attribute))
    walk.report("missing-attribute", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}, {"attr", attribute}});
}

// What the tag says beyond its table.
void funding(Walk& walk, const Element& element) { words<128>(walk, walk.subject(element)); }
void image(Walk& walk, const Element& element) { recommend(walk, element, "alt"); }

void soundbite(Walk& walk, const Element& element) {
  const auto duration = element.node.attribute("duration");
  const auto seconds = duration ? std::strtod(std::string(*duration).c_str(), nullptr) : 30;
  if (seconds < 15 || seconds > 120)
    walk.report("podcast-soundbite-length", walk.subject(element, *element.node.find_attribute("duration")));
}

// How identifiers of SPDX begin, before the first "-", sorted: the licenses that works, data and programs are given
// out under. The whole list has hundreds, with versions and exceptions, and grows.
constexpr std::array kLicenseFamilies = std::to_array<std::string_view>(
    {"0bsd", "aal", "afl", "agpl", "apache", "apsl", "artistic", "beerware", "blueoak", "bsd", "bsl", "c", "cal", "cc", "cc0", "cddl", "cdla", "cecill",
     "cern", "cpal", "cpl", "curl", "dl", "ecl", "efl", "elastic", "epl", "etalab", "eupl", "fair", "fdk", "ftl", "gfdl", "gpl", "hippocratic", "hpnd", "ijg",
     "isc", "jpnic", "json", "lal", "latex2e", "lgpl", "lgpllr", "libpng", "liliq", "lppl", "mit", "mpl", "ms", "mulanpsl", "ncsa", "ngpl", "nlod", "nposl",
     "oclc", "odbl", "odc", "ofl", "ogl", "ogc", "oldap", "opl", "openssl", "osl", "parity", "pddl", "php", "polyform", "postgresql", "psf", "python",
     "qpl", "ruby", "sissl", "sleepycat", "tapr", "ucl", "unicode", "unlicense", "upl", "vim", "w3c", "wtfpl", "x11", "xfree86", "zlib", "zpl"});

// "Either a SPDX identifier of the list, or the name of a license of one's own with its address."
void license(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  words<128>(walk, subject);
  const auto value = text::to_lower_ascii(text::trim(subject.text));
  const auto family = std::string_view(value).substr(0, value.find('-'));
  if (value.find_first_of(text::kSpace) != std::string::npos || !is_one_of(family, kLicenseFamilies)) recommend(walk, element, "url");
}

void social(Walk& walk, const Element& element) {
  if (element.node.attribute("protocol") == "disabled") return;
  missing(walk, element, "uri");
  recommend(walk, element, "accountId");
}

// "All hypertext based links referenced by tags within the podcast namespace are expected to be https."
void secure_link(Check& check, const Subject& subject) {
  full_link(check, subject);
  const auto written = text::trim(subject.text);
  if (text::is_web_url(written) && text::equals_ignoring_case(written.substr(0, 5), "http:"))
    check.report("podcast-not-https", subject);
}

void images(Walk& walk, const Element& element) {
  walk.report("deprecated", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}, {"replacement", "podcast:image"}});
}

void value(Walk& walk, const Element& element) {
  std::size_t recipients = 0;
  double shares = 0;
  for (const auto child : element.node.children()) {
    if (!walk.is(child, Ns::podcast, "valueRecipient")) continue;
    ++recipients;
    shares += std::strtod(std::string(child.attribute("split").value_or("0")).c_str(), nullptr);
  }
  if (recipients > 0 && shares <= 0) walk.report("podcast-split-nothing", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

void time_split(Walk& walk, const Element& element) {
  const bool remote = walk.child(element.node, Ns::podcast, "remoteItem").has_value();
  const bool local = walk.child(element.node, Ns::podcast, "valueRecipient").has_value();
  if (remote == local)
    walk.report("podcast-remote-or-local", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

void publisher(Walk& walk, const Element& element) {
  const auto item = walk.child(element.node, Ns::podcast, "remoteItem");
  const auto* kind = item ? item->find_attribute("medium") : nullptr;
  if (item && (kind == nullptr || kind->value != "publisher"))
    walk.report("podcast-publisher-medium", walk.tag(*item), {{"element", walk.name(*item)}, {"parent", element.name}, {"value", kind == nullptr ? "" : kind->value}});
}

// "Text for the URL and the width, with commas between": https://a.example/1500.jpg 1500w
void pictures(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) return attribute_not_blank(check, subject);
  // A comma ends a picture where white space or nothing follows it; addresses may hold others.
  auto rest = text::trim(subject.text);
  while (!rest.empty()) {
    const auto blank = std::min(rest.find_first_of(text::kSpace), rest.size());
    auto part = subject;
    part.text = rest.substr(0, blank);
    rest = text::trim(rest.substr(blank));
    const auto comma = std::min(rest.find(','), rest.size());
    const auto width = text::trim(rest.substr(0, comma));
    rest = text::trim(rest.substr(std::min(comma + 1, rest.size())));
    const bool good = text::is_web_url(part.text) && width.size() > 1 && width.size() < 7 && width.back() == 'w' &&
                      width.find_first_not_of("0123456789") == width.size() - 1 && width.front() != '0';
    if (good) continue;
    check.report("podcast-srcset", subject, {{"value", part.text}});
    return;
  }
}

bool is_positive_number(std::string_view written) {
  return !written.empty() && written.size() < 10 && written.find_first_not_of("0123456789") == std::string_view::npos &&
         written.find_first_not_of('0') != std::string_view::npos;
}

// RFC 5545, section 3.3.10: parts of a name and a value between semicolons, each at most once, FREQ among them, and an
// end by number or by date.
void recurrence(Check& check, const Subject& subject) {
  constexpr std::array kFrequencies = std::to_array<std::string_view>(
      {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"});
  constexpr std::array kDays = std::to_array<std::string_view>({"SU", "MO", "TU", "WE", "TH", "FR", "SA"});
  constexpr std::array kParts = std::to_array<std::string_view>(
      {"FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO",
       "BYMONTH", "BYSETPOS", "WKST"});
  std::array<bool, kParts.size()> seen{};
  auto rest = text::trim(subject.text);
  if (rest.starts_with("RRULE:")) rest.remove_prefix(6);
  bool good = true;
  while (good && !rest.empty()) {
    const auto part = rest.substr(0, rest.find(';'));
    const auto equals = std::min(part.find('='), part.size());
    const auto name = part.substr(0, equals), value = part.substr(std::min(equals + 1, part.size()));
    const auto place = static_cast<std::size_t>(std::ranges::find(kParts, name) - kParts.begin());
    good = place < kParts.size() && !value.empty() && !std::exchange(seen[place], true);
    if (name == "FREQ") good = good && is_one_of(value, kFrequencies);
    else if (name == "COUNT" || name == "INTERVAL") good = good && is_positive_number(value);
    else if (name == "WKST") good = good && is_one_of(value, kDays);
    else if (name == "BYDAY") good = good && value.find_first_not_of("+-0123456789,ADEFHMORSTUW") == std::string_view::npos;
    else if (name == "UNTIL") good = good && value.size() >= 8 && value.find_first_not_of("0123456789TZ") == std::string_view::npos;
    else good = good && value.find_first_not_of("+-0123456789,") == std::string_view::npos;
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  }
  if (!good || !seen[0] || (seen[1] && seen[2])) check.report("invalid-value", subject, {{"values", "it like FREQ=WEEKLY"}});
}

// "If the rrule contains a value for COUNT, then this attribute is required."
void frequency(Walk& walk, const Element& element) {
  const auto rule = element.node.attribute("rrule");
  if (rule && (";" + std::string(*rule)).find(";COUNT=") != std::string::npos) missing(walk, element, "dtstart");
}

void trailer(Walk& walk, const Element& element) {
  recommend(walk, element, "length");
  recommend(walk, element, "type");
}

void alternate(Walk& walk, const Element& element) { recommend(walk, element, "length"); }
void chat(Walk& walk, const Element& element) { recommend(walk, element, "accountId"); }

constexpr AttributeRow kTranscriptAttributes[] = {
    {"url", secure_link, true}, {"type", media_type_attribute, true}, {"language", language}, {"rel", caption}};
constexpr Type kTranscript = {.content = Content::empty, .attributes = kTranscriptAttributes};
constexpr AttributeRow kLockedAttributes[] = {{"owner", addr_spec}};
constexpr Type kLocked = {.value = yes_or_no, .attributes = kLockedAttributes};
constexpr AttributeRow kFundingAttributes[] = {{"url", secure_link, true}};
constexpr Type kFunding = {.attributes = kFundingAttributes, .after = funding};
constexpr AttributeRow kChaptersAttributes[] = {{"url", secure_link, true}, {"type", media_type_attribute, true}};
constexpr Type kChapters = {.content = Content::empty, .attributes = kChaptersAttributes};
constexpr AttributeRow kSoundbiteAttributes[] = {{"startTime", decimal, true}, {"duration", decimal, true}};
constexpr Type kSoundbite = {.value = at_most<128>, .attributes = kSoundbiteAttributes, .after = soundbite};
constexpr AttributeRow kPersonAttributes[] = {{"role", attribute_not_blank}, {"group", attribute_not_blank}, {"img", secure_link}, {"href", secure_link}};
constexpr Type kPerson = {.value = words<128>, .attributes = kPersonAttributes};
constexpr AttributeRow kLocationAttributes[] = {{"rel", location_relation}, {"geo", geo}, {"osm", osm}, {"country", country_code}};
constexpr Type kLocation = {.value = words<128>, .attributes = kLocationAttributes};
constexpr AttributeRow kSeasonAttributes[] = {{"name", at_most<128>}};
constexpr Type kSeason = {.value = non_negative_integer, .attributes = kSeasonAttributes};
constexpr AttributeRow kEpisodeAttributes[] = {{"display", at_most<32>}};
constexpr Type kEpisode = {.value = decimal, .attributes = kEpisodeAttributes};
constexpr AttributeRow kTrailerAttributes[] = {{"url", secure_link, true}, {"pubdate", rfc822_date, true}, {"length", non_negative_integer},
                                               {"type", media_type_attribute}, {"season", non_negative_integer}};
constexpr Type kTrailer = {.value = words<128>, .attributes = kTrailerAttributes, .after = trailer};
constexpr AttributeRow kLicenseAttributes[] = {{"url", secure_link}};
constexpr Type kLicense = {.attributes = kLicenseAttributes, .after = license};
constexpr AttributeRow kSourceAttributes[] = {{"uri", secure_link, true}, {"contentType", media_type_attribute}};
constexpr Type kSource = {.content = Content::empty, .attributes = kSourceAttributes};
constexpr AttributeRow kIntegrityAttributes[] = {{"type", integrity_type, true}, {"value", attribute_not_blank, true}};
constexpr Type kIntegrity = {.content = Content::empty, .attributes = kIntegrityAttributes};
constexpr AttributeRow kAlternateAttributes[] = {
    {"type", media_type_attribute, true}, {"length", non_negative_integer}, {"bitrate", decimal}, {"height", positive_integer}, {"lang", language},
    {"title", at_most<32>}, {"rel", at_most<32>}, {"codecs", attribute_not_blank}, {"default", boolean_attribute}};
constexpr Row kAlternateRows[] = {{Ns::podcast, "source", Occurs::some, &kSource}, {Ns::podcast, "integrity", Occurs::once, &kIntegrity}};
constexpr Type kAlternate = {.content = Content::elements, .attributes = kAlternateAttributes, .rows = kAlternateRows, .after = alternate};
constexpr Type kGuid = {.value = uuid};
constexpr AttributeRow kRecipientAttributes[] = {{"name"}, {"type", attribute_not_blank, true}, {"address", attribute_not_blank, true},
                                                 {"split", non_negative_integer, true}, {"customKey"}, {"customValue"}, {"fee", boolean_attribute}};
constexpr Type kRecipient = {.content = Content::empty, .attributes = kRecipientAttributes};
constexpr AttributeRow kRemoteAttributes[] = {{"feedGuid", remote_guid, true}, {"feedUrl", secure_link}, {"itemGuid", attribute_not_blank}, {"medium", medium}, {"title"}};
constexpr Type kRemoteItem = {.content = Content::empty, .attributes = kRemoteAttributes};
constexpr AttributeRow kSplitAttributes[] = {{"startTime", decimal, true}, {"duration", decimal, true}, {"remoteStartTime", decimal}, {"remotePercentage", non_negative_integer}};
constexpr Row kSplitRows[] = {{Ns::podcast, "remoteItem", Occurs::once, &kRemoteItem}, {Ns::podcast, "valueRecipient", Occurs::many, &kRecipient}};
constexpr Type kTimeSplit = {.content = Content::elements, .attributes = kSplitAttributes, .rows = kSplitRows, .after = time_split};
constexpr AttributeRow kValueAttributes[] = {{"type", attribute_not_blank, true}, {"method", attribute_not_blank, true}, {"suggested", decimal}};
constexpr Row kValueRows[] = {{Ns::podcast, "valueRecipient", Occurs::some, &kRecipient}, {Ns::podcast, "valueTimeSplit", Occurs::many, &kTimeSplit}};
constexpr Type kValue = {.content = Content::elements, .attributes = kValueAttributes, .rows = kValueRows, .after = value};
constexpr AttributeRow kImagesAttributes[] = {{"srcset", pictures, true}};
constexpr Type kImages = {.content = Content::empty, .attributes = kImagesAttributes, .after = images};
constexpr AttributeRow kImageAttributes[] = {{"href", secure_link, true}, {"alt"}, {"aspect-ratio", aspect_ratio}, {"width", positive_integer},
                                             {"height", positive_integer}, {"type", media_type_attribute}, {"purpose", at_most<128>}};
constexpr Type kImage = {.content = Content::empty, .attributes = kImageAttributes, .after = image};
constexpr AttributeRow kLinkAttributes[] = {{"href", secure_link, true}};
constexpr Type kContentLink = {.value = at_most<128>, .attributes = kLinkAttributes};
constexpr AttributeRow kSocialAttributes[] = {{"protocol", attribute_not_blank, true}, {"uri", secure_link}, {"accountId", attribute_not_blank},
                                              {"accountUrl", secure_link}, {"priority", non_negative_integer}};
constexpr Type kSocial = {.content = Content::empty, .attributes = kSocialAttributes, .after = social};
constexpr AttributeRow kBlockAttributes[] = {{"id", at_most<32>}};
constexpr Type kBlock = {.value = yes_or_no, .attributes = kBlockAttributes};
constexpr AttributeRow kTxtAttributes[] = {{"purpose", at_most<128>}};
constexpr Type kTxt = {.value = words<4000>, .attributes = kTxtAttributes};
constexpr Type kMedium = {.value = medium};
constexpr Row kPodrollRows[] = {{Ns::podcast, "remoteItem", Occurs::some, &kRemoteItem}};
constexpr Type kPodroll = {.content = Content::elements, .rows = kPodrollRows};
constexpr AttributeRow kFrequencyAttributes[] = {{"complete", boolean_attribute}, {"dtstart", iso8601_date_time}, {"rrule", recurrence}};
constexpr Type kFrequency = {.value = words<128>, .attributes = kFrequencyAttributes, .after = frequency};
constexpr AttributeRow kPodpingAttributes[] = {{"usesPodping", true_or_false, true}};
constexpr Type kPodping = {.content = Content::empty, .attributes = kPodpingAttributes};
constexpr AttributeRow kChatAttributes[] = {{"server", attribute_not_blank, true}, {"protocol", attribute_not_blank, true}, {"accountId", attribute_not_blank}, {"space"}};
constexpr Type kChat = {.content = Content::empty, .attributes = kChatAttributes, .after = chat};
constexpr Row kPublisherRows[] = {{Ns::podcast, "remoteItem", Occurs::required, &kRemoteItem}};
constexpr Type kPublisher = {.content = Content::elements, .rows = kPublisherRows, .after = publisher};

constexpr ExtensionRow kRows[] = {
    {Ns::podcast, "transcript", kItem, Occurs::many, &kTranscript},
    {Ns::podcast, "locked", kFeed, Occurs::once, &kLocked},
    {Ns::podcast, "funding", kFeed | kItem, Occurs::many, &kFunding},
    {Ns::podcast, "chapters", kItem, Occurs::once, &kChapters},
    {Ns::podcast, "soundbite", kItem, Occurs::many, &kSoundbite},
    {Ns::podcast, "person", kFeed | kItem, Occurs::many, &kPerson},
    {Ns::podcast, "location", kFeed | kItem, Occurs::many, &kLocation},
    {Ns::podcast, "season", kItem, Occurs::once, &kSeason},
    {Ns::podcast, "episode", kItem, Occurs::once, &kEpisode},
    {Ns::podcast, "trailer", kFeed, Occurs::many, &kTrailer},
    {Ns::podcast, "license", kFeed | kItem, Occurs::once, &kLicense},
    {Ns::podcast, "alternateEnclosure", kItem, Occurs::many, &kAlternate},
    {Ns::podcast, "guid", kFeed, Occurs::once, &kGuid},
    {Ns::podcast, "value", kFeed | kItem, Occurs::many, &kValue},
    {Ns::podcast, "images", kFeed | kItem, Occurs::once, &kImages},
    {Ns::podcast, "image", kFeed | kItem, Occurs::many, &kImage},
    {Ns::podcast, "liveItem", kFeed, Occurs::many, &rss::kLiveItem},
    {Ns::podcast, "contentLink", kItem, Occurs::many, &kContentLink},
    {Ns::podcast, "socialInteract", kFeed | kItem, Occurs::many, &kSocial},
    {Ns::podcast, "block", kFeed, Occurs::many, &kBlock},
    {Ns::podcast, "txt", kFeed | kItem, Occurs::many, &kTxt},
    {Ns::podcast, "remoteItem", kFeed, Occurs::many, &kRemoteItem},
    {Ns::podcast, "medium", kFeed, Occurs::once, &kMedium},
    {Ns::podcast, "podroll", kFeed, Occurs::once, &kPodroll},
    {Ns::podcast, "updateFrequency", kFeed, Occurs::once, &kFrequency},
    {Ns::podcast, "podping", kFeed, Occurs::once, &kPodping},
    {Ns::podcast, "chat", kFeed | kItem, Occurs::once, &kChat},
    {Ns::podcast, "publisher", kFeed, Occurs::once, &kPublisher},
};
// clang-format on

// FeedBurner, web feeds, RawVoice and the source namespace: what podcasts and blogs add beside it.
void color(Check& check, const Subject& subject) {
  auto written = text::trim(subject.text);
  if (written.starts_with('#')) written.remove_prefix(1);
  const bool digits = std::ranges::all_of(
      written, [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); });
  if (!digits || (written.size() != 6 && written.size() != 3)) check.report("invalid-color", subject);
}

void rating(Check& check, const Subject& subject) {
  constexpr std::array kRatings =
      std::to_array<std::string_view>({"TV-Y", "TV-Y7", "TV-Y7-FV", "TV-G", "TV-PG", "TV-14", "TV-MA"});
  if (!is_one_of(text::trim(subject.text), kRatings))
    check.report("invalid-value", subject, {{"values", "TV-Y, TV-Y7, TV-Y7-FV, TV-G, TV-PG, TV-14 or TV-MA"}});
}

constexpr Type kAny = {.content = Content::any, .free_attributes = true};
constexpr Type kAddress = {.value = full_link};
constexpr Type kColor = {.value = color};
constexpr Type kText = {.value = not_blank};
constexpr AttributeRow kCoverAttributes[] = {{"image", full_link, true}};
constexpr Type kCover = {.content = Content::empty, .attributes = kCoverAttributes};
constexpr Type kRating = {.value = rating, .free_attributes = true};
constexpr AttributeRow kPosterAttributes[] = {{"url", full_link, true}};
constexpr Type kPoster = {.content = Content::empty, .attributes = kPosterAttributes};
constexpr AttributeRow kDonateAttributes[] = {{"href", full_link, true}};
constexpr Type kDonate = {.value = not_blank, .attributes = kDonateAttributes};
constexpr Type kYesNo = {.value = yes_or_no};

// The source namespace (http://source.scripting.com/): where a feed's words come from.
constexpr AttributeRow kAccountAttributes[] = {{"service", attribute_not_blank, true}};
constexpr Type kAccount = {.value = not_blank, .attributes = kAccountAttributes};
constexpr AttributeRow kLikesAttributes[] = {{"server", full_link, true}};
constexpr Type kLikes = {.content = Content::empty, .attributes = kLikesAttributes};
constexpr Row kArchiveRows[] = {{Ns::source, "url", Occurs::required, &kAddress},
                                {Ns::source, "startDay", Occurs::required, &kText},
                                {Ns::source, "endDay", Occurs::once, &kText},
                                {Ns::source, "filename", Occurs::once, &kText}};
constexpr Type kArchive = {.content = Content::elements, .rows = kArchiveRows};

constexpr ExtensionRow kOthers[] = {
    {Ns::source, "account", kFeed, Occurs::many, &kAccount},
    {Ns::source, "archive", kFeed, Occurs::once, &kArchive},
    {Ns::source, "blogroll", kFeed, Occurs::once, &kAddress},
    {Ns::source, "likes", kFeed, Occurs::once, &kLikes},
    {Ns::source, "linkFull", kItem, Occurs::once, &kAddress},
    {Ns::source, "localTime", kFeed, Occurs::once, &kText},
    {Ns::source, "markdown", kItem, Occurs::once, &kText},
    {Ns::source, "outline", kItem, Occurs::many, &kAny},
    {Ns::source, "self", kFeed, Occurs::once, &kAddress},
    {Ns::webfeeds, "cover", kFeed, Occurs::once, &kCover},
    {Ns::webfeeds, "icon", kFeed, Occurs::once, &kAddress},
    {Ns::webfeeds, "logo", kFeed, Occurs::once, &kAddress},
    {Ns::webfeeds, "wordmark", kFeed, Occurs::once, &kAddress},
    {Ns::webfeeds, "accentColor", kFeed, Occurs::once, &kColor},
    {Ns::webfeeds, "related", kFeed, Occurs::once, &kAny},
    {Ns::webfeeds, "analytics", kFeed, Occurs::once, &kAny},
    {Ns::webfeeds, "promotion", kFeed, Occurs::once, &kAny},
    {Ns::webfeeds, "featuredImage", kItem, Occurs::once, &kAny},
    {Ns::rawvoice, "rating", kFeed, Occurs::once, &kRating},
    {Ns::rawvoice, "location", kFeed, Occurs::once, &kText},
    {Ns::rawvoice, "frequency", kFeed, Occurs::once, &kText},
    {Ns::rawvoice, "mycast", kFeed, Occurs::once, &kYesNo},
    {Ns::rawvoice, "subscribe", kFeed, Occurs::once, &kAny},
    {Ns::rawvoice, "donate", kFeed, Occurs::once, &kDonate},
    {Ns::rawvoice, "poster", kItem, Occurs::once, &kPoster},
    {Ns::rawvoice, "isHd", kItem, Occurs::once, &kYesNo},
    {Ns::rawvoice, "isHD", kItem, Occurs::once, &kYesNo},
    {Ns::rawvoice, "embed", kItem, Occurs::once, &kText},
    {Ns::rawvoice, "webm", kItem, Occurs::once, &kAny},
    {Ns::rawvoice, "metamark", kItem, Occurs::many, &kAny},
    {Ns::feedburner, "browserFriendly", kFeed, Occurs::once, &kText},
    {Ns::feedburner, "emailServiceId", kFeed, Occurs::once, &kText},
    {Ns::feedburner, "feedburnerHostname", kFeed, Occurs::once, &kAddress},
    {Ns::feedburner, "feedFlare", kFeed, Occurs::many, &kAny},
    {Ns::feedburner, "info", kFeed, Occurs::once, &kAny},
    {Ns::feedburner, "awareness", kItem, Occurs::once, &kAddress},
    {Ns::feedburner, "origEnclosureLink", kItem, Occurs::once, &kAddress},
    {Ns::feedburner, "origLink", kItem, Occurs::once, &kAddress},
};

}  // namespace

std::span<const ExtensionRow> podcast_rows() { return kRows; }
std::span<const ExtensionRow> hosting_rows() { return kOthers; }

namespace podcast {

void status(Check& check, const Subject& subject) {
  if (subject.text != "pending" && subject.text != "live" && subject.text != "ended")
    check.report("invalid-value", subject, {{"values", "pending, live or ended"}});
}

void live_item(Walk& walk, const Element& element) {
  const auto missing_child = [&](Ns ns, std::string_view local) {
    if (!walk.child(element.node, ns, local))
      walk.report("missing-element", walk.tag(element.node),
                  {{"element", walk.shown_name(ns, local)}, {"parent", element.name}});
  };
  missing_child(Ns::none, "title");
  missing_child(Ns::none, "guid");
  missing_child(Ns::none, "enclosure");
  missing_child(Ns::podcast, "contentLink");
  recommend(walk, element, "end");
  const auto* end = element.node.find_attribute("end");
  const auto starts = text::parse_date(element.node.attribute("start").value_or(""));
  const auto ends = text::parse_date(end == nullptr ? "" : end->value);
  if (starts && ends && ends->seconds < starts->seconds)
    walk.report("ends-before-start", walk.subject(element, *end, Naming::element));
}

}  // namespace podcast
}  // namespace syndicat::validate
