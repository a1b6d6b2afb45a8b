// Podcasts by Apple's namespace (https://help.apple.com/itc/podcasts_connect/, "Podcast RSS feed requirements").

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/itunes.hpp"
#include "validate/opinions.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

// A category and its sub-categories, one after the other; a row without a sub-category is the category itself.
struct Category {
  std::string_view name, below;
};

// Apple's list since 2019.
// clang-format off
constexpr std::array kCategories = std::to_array<Category>({
    {"Arts", ""}, {"Arts", "Books"}, {"Arts", "Design"}, {"Arts", "Fashion & Beauty"}, {"Arts", "Food"}, {"Arts", "Performing Arts"},
    {"Arts", "Visual Arts"},
    {"Business", ""}, {"Business", "Careers"}, {"Business", "Entrepreneurship"}, {"Business", "Investing"}, {"Business", "Management"},
    {"Business", "Marketing"}, {"Business", "Non-Profit"},
    {"Comedy", ""}, {"Comedy", "Comedy Interviews"}, {"Comedy", "Improv"}, {"Comedy", "Stand-Up"},
    {"Education", ""}, {"Education", "Courses"}, {"Education", "How To"}, {"Education", "Language Learning"}, {"Education", "Self-Improvement"},
    {"Fiction", ""}, {"Fiction", "Comedy Fiction"}, {"Fiction", "Drama"}, {"Fiction", "Science Fiction"},
    {"Government", ""},
    {"Health & Fitness", ""}, {"Health & Fitness", "Alternative Health"}, {"Health & Fitness", "Fitness"}, {"Health & Fitness", "Medicine"},
    {"Health & Fitness", "Mental Health"}, {"Health & Fitness", "Nutrition"}, {"Health & Fitness", "Sexuality"},
    {"History", ""},
    {"Kids & Family", ""}, {"Kids & Family", "Education for Kids"}, {"Kids & Family", "Parenting"}, {"Kids & Family", "Pets & Animals"},
    {"Kids & Family", "Stories for Kids"},
    {"Leisure", ""}, {"Leisure", "Animation & Manga"}, {"Leisure", "Automotive"}, {"Leisure", "Aviation"}, {"Leisure", "Crafts"},
    {"Leisure", "Games"}, {"Leisure", "Hobbies"}, {"Leisure", "Home & Garden"}, {"Leisure", "Video Games"},
    {"Music", ""}, {"Music", "Music Commentary"}, {"Music", "Music History"}, {"Music", "Music Interviews"},
    {"News", ""}, {"News", "Business News"}, {"News", "Daily News"}, {"News", "Entertainment News"}, {"News", "News Commentary"},
    {"News", "Politics"}, {"News", "Sports News"}, {"News", "Tech News"},
    {"Religion & Spirituality", ""}, {"Religion & Spirituality", "Buddhism"}, {"Religion & Spirituality", "Christianity"},
    {"Religion & Spirituality", "Hinduism"}, {"Religion & Spirituality", "Islam"}, {"Religion & Spirituality", "Judaism"},
    {"Religion & Spirituality", "Religion"}, {"Religion & Spirituality", "Spirituality"},
    {"Science", ""}, {"Science", "Astronomy"}, {"Science", "Chemistry"}, {"Science", "Earth Sciences"}, {"Science", "Life Sciences"},
    {"Science", "Mathematics"}, {"Science", "Natural Sciences"}, {"Science", "Nature"}, {"Science", "Physics"}, {"Science", "Social Sciences"},
    {"Society & Culture", ""}, {"Society & Culture", "Documentary"}, {"Society & Culture", "Personal Journals"},
    {"Society & Culture", "Philosophy"}, {"Society & Culture", "Places & Travel"}, {"Society & Culture", "Relationships"},
    {"Sports", ""}, {"Sports", "Baseball"}, {"Sports", "Basketball"}, {"Sports", "Cricket"}, {"Sports", "Fantasy Sports"}, {"Sports", "Football"},
    {"Sports", "Golf"}, {"Sports", "Hockey"}, {"Sports", "Rugby"}, {"Sports", "Running"}, {"Sports", "Soccer"}, {"Sports", "Swimming"},
    {"Sports", "Tennis"}, {"Sports", "Volleyball"}, {"Sports", "Wilderness"}, {"Sports", "Wrestling"},
    {"Technology", ""}, {"True Crime", ""},
    {"TV & Film", ""}, {"TV & Film", "After Shows"}, {"TV & Film", "Film History"}, {"TV & Film", "Film Interviews"}, {"TV & Film", "Film Reviews"},
    {"TV & Film", "TV Reviews"},
});
// clang-format on

// The lists from 2005 and from 2006 to 2019, as far as today's does not have them.
// clang-format off
constexpr std::array kOldCategories = std::to_array<Category>({
    {"Arts", "Literature"},
    {"Arts & Entertainment", ""}, {"Arts & Entertainment", "Architecture"}, {"Arts & Entertainment", "Books"}, {"Arts & Entertainment", "Design"},
    {"Arts & Entertainment", "Entertainment"}, {"Arts & Entertainment", "Games"}, {"Arts & Entertainment", "Performing Arts"},
    {"Arts & Entertainment", "Photography"}, {"Arts & Entertainment", "Poetry"}, {"Arts & Entertainment", "Science Fiction"},
    {"Audio Blogs", ""},
    {"Business", "Business News"}, {"Business", "Finance"}, {"Business", "Management & Marketing"}, {"Business", "Shopping"},
    {"Business", "Stocks"}, {"Business", "Technology"},
    {"Education", "Educational Technology"}, {"Education", "Education Technology"}, {"Education", "Higher Education"}, {"Education", "K-12"},
    {"Education", "Language Courses"}, {"Education", "Training"},
    {"Family", ""}, {"Food", ""},
    {"Games & Hobbies", ""}, {"Games & Hobbies", "Automotive"}, {"Games & Hobbies", "Aviation"}, {"Games & Hobbies", "Hobbies"},
    {"Games & Hobbies", "Other Games"}, {"Games & Hobbies", "Video Games"},
    {"Government & Organizations", ""}, {"Government & Organizations", "Local"}, {"Government & Organizations", "National"},
    {"Government & Organizations", "Non-Profit"}, {"Government & Organizations", "Regional"},
    {"Health", ""}, {"Health", "Alternative Health"}, {"Health", "Diet & Nutrition"}, {"Health", "Fitness"}, {"Health", "Fitness & Nutrition"},
    {"Health", "Relationships"}, {"Health", "Self-Help"}, {"Health", "Sexuality"},
    {"International", ""}, {"International", "Australian"}, {"International", "Belgian"}, {"International", "Brazilian"},
    {"International", "Canadian"}, {"International", "Chinese"}, {"International", "Dutch"}, {"International", "French"},
    {"International", "German"}, {"International", "Hebrew"}, {"International", "Italian"}, {"International", "Japanese"},
    {"International", "Norwegian"}, {"International", "Polish"}, {"International", "Portuguese"}, {"International", "Spanish"},
    {"International", "Swedish"},
    {"Movies & Television", ""},
    {"News & Politics", ""}, {"Politics", ""}, {"Public Radio", ""},
    {"Religion & Spirituality", "New Age"}, {"Religion & Spirituality", "Other"}, {"Religion & Spirituality", "Philosophy"},
    {"Science & Medicine", ""}, {"Science & Medicine", "Medicine"}, {"Science & Medicine", "Natural Sciences"},
    {"Science & Medicine", "Social Sciences"},
    {"Society & Culture", "History"},
    {"Sports & Recreation", ""}, {"Sports & Recreation", "Amateur"}, {"Sports & Recreation", "College & High School"},
    {"Sports & Recreation", "Outdoor"}, {"Sports & Recreation", "Professional"},
    {"Talk Radio", ""},
    {"Technology", "Computers"}, {"Technology", "Developers"}, {"Technology", "Gadgets"}, {"Technology", "Information Technology"},
    {"Technology", "News"}, {"Technology", "Operating Systems"}, {"Technology", "Podcasting"}, {"Technology", "Smart Phones"},
    {"Technology", "Software How-To"}, {"Technology", "Tech News"}, {"Technology", "Text/Speech"},
    {"Transportation", ""}, {"Transportation", "Automotive"}, {"Transportation", "Aviation"}, {"Transportation", "Bicycles"},
    {"Transportation", "Commuting"},
    {"Travel", ""},
});
// clang-format on

bool has_category(std::span<const Category> list, std::string_view name, std::string_view below) {
  return std::ranges::any_of(list, [&](const Category& row) { return row.name == name && row.below == below; });
}

void category(Walk& walk, const Element& element) {
  const auto* written = element.node.find_attribute("text");
  if (written == nullptr) return;
  const auto name = text::trim(written->value);
  const auto* above = element.above;
  const bool inner = above != nullptr && walk.is(above->node, Ns::itunes, "category");
  const auto outer = inner ? text::trim(above->node.attribute("text").value_or("")) : name;
  const auto below = inner ? name : std::string_view();
  if (has_category(kCategories, outer, below)) return;
  const Check::Params params = {
      {"element", element.name}, {"parent", element.parent}, {"text", written->value}, {"value", written->value}};
  const Span place{written->value_start, written->value_end};
  if (has_category(kOldCategories, outer, below)) walk.report("obsolete-itunes-category", place, params);
  else walk.report("invalid-itunes-category", place, params);
}

// HH:MM:SS, H:MM:SS, MM:SS, M:SS or seconds alone.
void duration(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  std::size_t parts = 1, digits = 0;
  char tens = '0';
  bool good = !written.empty();
  for (const char c : written) {
    if (c == ':') {
      good = good && digits > 0 && digits <= 2 && (parts == 1 || tens < '6');
      ++parts;
      digits = 0;
    } else {
      good = good && c >= '0' && c <= '9';
      tens = digits == 0 ? c : tens;
      ++digits;
    }
  }
  if (!good || parts > 3 || digits == 0 || (parts > 1 && (digits > 2 || (digits == 2 && tens > '5'))))
    check.report("invalid-duration", subject);
}

void at_most(Check& check, const Subject& subject, std::size_t most) {
  const auto length = text::count_characters(subject.text);
  if (length > most)
    check.report("too-long", subject, {{"len", std::to_string(length)}, {"max", std::to_string(most)}});
}

void short_text(Check& check, const Subject& subject) {
  plain_text_or_blank(check, subject);
  at_most(check, subject, 255);
}

void summary(Check& check, const Subject& subject) {
  bad_characters(check, subject);
  at_most(check, subject, 4000);
}

// "Keywords are separated by commas"; other signs between words are a guess gone wrong.
void keywords(Check& check, const Subject& subject) {
  short_text(check, subject);
  const auto blanks = static_cast<std::size_t>(std::ranges::count(text::trim(subject.text), ' '));
  const bool signs = subject.text.find_first_of(";:|!?\"()[]{}*=+~") != std::string_view::npos;
  const bool no_commas = subject.text.find(',') == std::string_view::npos && blanks > 1;
  if (signs || no_commas) check.report("invalid-keywords", subject);
}

// Before 2019 Apple asked for yes, no, clean or explicit, and everyone still reads that.
void is_explicit(Check& check, const Subject& subject) {
  constexpr std::array kOfOld = std::to_array<std::string_view>({"yes", "no", "clean", "explicit"});
  const bool of_old = std::ranges::find(kOfOld, text::to_lower_ascii(text::trim(subject.text))) != kOfOld.end();
  if (of_old && check.options().profile != "apple" && !as_w3c(check, "explicit-of-old"))
    offer_boolean(check.report("obsolete-itunes-explicit", subject), check, subject);
  else true_or_false(check, subject);
}

// Apple heeds "Yes" and nothing else.
void yes(Check& check, const Subject& subject) {
  const auto value = text::to_lower_ascii(subject.text);
  if (value != "yes" && value != "no" && value != "clean") check.report("invalid-yes-no-clean", subject);
}

void yes_or_no(Check& check, const Subject& subject) {
  const auto value = text::to_lower_ascii(text::trim(subject.text));
  if (value != "yes" && value != "no") check.report("invalid-yes-no", subject);
}

void channel_type(Check& check, const Subject& subject) {
  const auto value = text::to_lower_ascii(text::trim(subject.text));
  if (value != "episodic" && value != "serial") check.report("invalid-itunes-channel-type", subject);
}

void episode_type(Check& check, const Subject& subject) {
  const auto value = text::to_lower_ascii(text::trim(subject.text));
  if (value != "full" && value != "trailer" && value != "bonus") check.report("invalid-itunes-episode-type", subject);
}

void owner(Walk& walk, const Element& element) {
  if (!walk.child(element.node, Ns::itunes, "email"))
    walk.report("missing-element", walk.tag(element.node), {{"element", "itunes:email"}, {"parent", element.name}});
}

constexpr Type kShort = {.value = short_text};
constexpr Type kWords = {.value = plain_text};
constexpr Type kSummary = {.value = summary};
constexpr Type kKeywords = {.value = keywords};
constexpr Type kExplicit = {.value = is_explicit};
constexpr Type kYes = {.value = yes};
constexpr Type kYesNo = {.value = yes_or_no};
constexpr Type kDuration = {.value = duration};
constexpr Type kLink = {.value = full_link};
constexpr Type kNumber = {.value = positive_integer};
constexpr Type kOrder = {.value = integer};
constexpr Type kChannelType = {.value = channel_type};
constexpr Type kEpisodeType = {.value = episode_type};
constexpr Type kEmail = {.value = addr_spec};
constexpr AttributeRow kImageAttributes[] = {{"href", full_link, true}};
constexpr Type kImage = {.content = Content::empty, .attributes = kImageAttributes};
constexpr AttributeRow kCategoryAttributes[] = {{"text", nullptr, true}};
constexpr Type kInnerCategory = {.content = Content::empty, .attributes = kCategoryAttributes, .after = category};
constexpr Row kCategoryRows[] = {{Ns::itunes, "category", Occurs::many, &kInnerCategory}};
constexpr Type kCategory = {
    .content = Content::elements, .attributes = kCategoryAttributes, .rows = kCategoryRows, .after = category};
constexpr Row kOwnerRows[] = {{Ns::itunes, "name", Occurs::once, &kShort},
                              {Ns::itunes, "email", Occurs::once, &kEmail}};
constexpr Type kOwner = {.content = Content::elements, .rows = kOwnerRows, .after = owner};

constexpr ExtensionRow kRows[] = {
    {Ns::itunes, "author", kFeed | kItem, Occurs::once, &kShort},
    {Ns::itunes, "block", kFeed | kItem, Occurs::once, &kYes},
    {Ns::itunes, "explicit", kFeed | kItem, Occurs::once, &kExplicit},
    {Ns::itunes, "image", kFeed | kItem, Occurs::once, &kImage},
    {Ns::itunes, "keywords", kFeed | kItem, Occurs::once, &kKeywords},
    {Ns::itunes, "subtitle", kFeed | kItem, Occurs::once, &kShort},
    {Ns::itunes, "summary", kFeed | kItem, Occurs::once, &kSummary},
    {Ns::itunes, "title", kFeed | kItem, Occurs::once, &kShort},
    {Ns::itunes, "category", kFeed | kItem, Occurs::many, &kCategory},
    {Ns::itunes, "owner", kFeed, Occurs::once, &kOwner},
    {Ns::itunes, "applepodcastsverify", kFeed, Occurs::once, &kWords},  // tells Apple whose show it is
    {Ns::itunes, "complete", kFeed, Occurs::once, &kYesNo},
    {Ns::itunes, "new-feed-url", kFeed, Occurs::once, &kLink},
    {Ns::itunes, "type", kFeed, Occurs::once, &kChannelType},
    {Ns::itunes, "duration", kItem, Occurs::once, &kDuration},
    {Ns::itunes, "isClosedCaptioned", kItem, Occurs::once, &kYesNo},
    {Ns::itunes, "order", kItem, Occurs::once, &kOrder},
    {Ns::itunes, "episode", kItem, Occurs::once, &kNumber},
    {Ns::itunes, "season", kItem, Occurs::once, &kNumber},
    {Ns::itunes, "episodeType", kItem, Occurs::once, &kEpisodeType},
};

}  // namespace

std::span<const ExtensionRow> itunes_rows() { return kRows; }

namespace itunes {

// Apple Podcasts plays these ("Audio requirements", "Video requirements").
void enclosure(Walk& walk, const Element& item) {
  const auto file = walk.child(item.node, Ns::none, "enclosure");
  const auto* url = file ? file->find_attribute("url") : nullptr;
  if (url == nullptr) return;
  const auto path = text::split_uri(text::trim(url->value)).path;
  const auto dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) return;
  const auto extension = text::to_lower_ascii(path.substr(dot + 1));
  // clang-format off
  constexpr std::array kOther = std::to_array<std::string_view>(
      {"wma", "wmv", "asf", "avi", "ogg", "oga", "ogv", "opus", "flac", "wav", "aif", "aiff", "ra", "ram", "rm", "mpg", "mpeg", "mkv", "webm", "flv", "swf", "3gp", "torrent", "exe"});
  if (std::ranges::find(kOther, extension) != kOther.end())
    walk.report("unsupported-itunes-format", {url->value_start, url->value_end},
                {{"element", "enclosure"}, {"parent", item.name}, {"extension", extension}, {"value", url->value}});
}

void channel(Walk& walk, const Element& element) {
  const auto& node = element.node;
  bool any = false;
  std::optional<xml::Node> first;
  for (const auto child : node.children()) {
    if (walk.ns(child) != Ns::itunes) continue;
    if (!first) first = child;
    any = true;
  }
  if (!any) return;
  if (walk.document().encoding() != "UTF-8") walk.report("not-utf8", walk.tag(*first), {{"element", element.name}, {"parent", element.parent}});
  const auto missing = [&](std::string_view name) {
    walk.report("missing-itunes-element", walk.tag(node), {{"element", name}, {"parent", element.name}});
  };
  // clang-format on
  if (!walk.child(node, Ns::none, "language") && !walk.child(node, Ns::dc, "language")) missing("language");
  if (!walk.child(node, Ns::itunes, "category")) missing("itunes:category");
  if (!walk.child(node, Ns::itunes, "explicit")) missing("itunes:explicit");
  if (!walk.child(node, Ns::itunes, "image")) missing("itunes:image");
  const auto owner = walk.child(node, Ns::itunes, "owner");
  if (!owner || !walk.child(*owner, Ns::itunes, "email"))
    walk.report("missing-itunes-email", walk.tag(owner ? *owner : node),
                {{"element", "itunes:email"}, {"parent", element.name}});
}

}  // namespace itunes
}  // namespace syndicat::validate
