// Two things Microsoft made for feeds: Simple Sharing Extensions 0.93 (FeedSync), and Simple List Extensions 1.0.

#include <array>

#include "text/date.hpp"
#include "text/unicode.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

// "id: a globally unique identifier ... letters and digits and what is safe in a URN"
void alphanumeric(Check& check, const Subject& subject) {
  const auto good = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           std::string_view("-_.:/@").find(c) != std::string_view::npos;
  };
  for (const char c : subject.text)
    if (!good(c)) return void(check.report("invalid-alphanum", subject));
  if (subject.text.empty()) check.report("invalid-alphanum", subject);
}

void version(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.size() > 9 && written.find_first_not_of("0123456789") == std::string_view::npos &&
      written > "2147483647" && written.size() >= 10)
    check.report("integer-overflow", subject);
  else positive_integer(check, subject);
}

void related_type(Check& check, const Subject& subject) {
  if (subject.text != "aggregated" && subject.text != "complete") check.report("invalid-sse-type", subject);
}

std::optional<text::Instant> date_of(xml::Node node, std::string_view name) {
  const auto written = node.attribute(name);
  return written ? text::parse_date(*written) : std::nullopt;
}

void sharing(Walk& walk, const Element& element) {
  const auto since = date_of(element.node, "since"), until = date_of(element.node, "until");
  if (since && until && since->seconds > until->seconds)
    walk.report("since-after-until", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

// "Either or both of the by or when attributes must be present"
void by_and_when(Walk& walk, const Element& element) {
  if (!element.node.attribute("by") && !element.node.attribute("when"))
    walk.report("missing-by-and-when-attrs", walk.tag(element.node),
                {{"element", element.name}, {"parent", element.parent}});
}

constexpr AttributeRow kRelatedAttributes[] = {
    {"link", full_link, true}, {"title"}, {"type", related_type, true}, {"since", any_date}, {"until", any_date}};
constexpr Type kRelated = {.content = Content::empty, .attributes = kRelatedAttributes, .after = sharing};
constexpr AttributeRow kSharingAttributes[] = {{"since", any_date},          {"until", any_date},
                                               {"expires", any_date},        {"version"},
                                               {"window", positive_integer}, {"ordered", true_or_false}};
constexpr Row kSharingRows[] = {{Ns::sx, "related", Occurs::many, &kRelated}};
constexpr Type kSharing = {
    .content = Content::elements, .attributes = kSharingAttributes, .rows = kSharingRows, .after = sharing};

constexpr AttributeRow kUpdateAttributes[] = {
    {"when", any_date}, {"by", attribute_not_blank}, {"sequence", positive_integer}};
constexpr Type kUpdate = {.content = Content::empty, .attributes = kUpdateAttributes, .after = by_and_when};
constexpr Row kHistoryRows[] = {{Ns::sx, "update", Occurs::many, &kUpdate}};
constexpr Type kHistory = {
    .content = Content::elements, .attributes = kUpdateAttributes, .rows = kHistoryRows, .after = by_and_when};
constexpr Type kAny = {.content = Content::any, .free_attributes = true};
constexpr Row kConflictRows[] = {{Ns::none, "item", Occurs::many, &kAny}, {Ns::atom, "entry", Occurs::many, &kAny}};
constexpr AttributeRow kConflictAttributes[] = {
    {"version", version, true}, {"when", any_date}, {"by", attribute_not_blank}};
constexpr Type kConflict = {
    .content = Content::elements, .attributes = kConflictAttributes, .rows = kConflictRows, .after = by_and_when};
constexpr Row kConflictsRows[] = {{Ns::sx, "conflict", Occurs::some, &kConflict},
                                  {Ns::none, "item", Occurs::many, &kAny},
                                  {Ns::atom, "entry", Occurs::many, &kAny}};
constexpr Type kConflicts = {.content = Content::elements, .rows = kConflictsRows};
// clang-format off
constexpr AttributeRow kSyncAttributes[] = {
    {"id", alphanumeric, true}, {"version", version}, {"updates", version}, {"deleted", true_or_false}, {"conflict", true_or_false}, {"noconflicts", true_or_false}};
constexpr Row kSyncRows[] = {{Ns::sx, "history", Occurs::many, &kHistory}, {Ns::sx, "conflicts", Occurs::once, &kConflicts}};
constexpr Type kSync = {.content = Content::elements, .attributes = kSyncAttributes, .rows = kSyncRows};

// Simple List Extensions: a feed as a list, by what it may be sorted and grouped.
void treat_as(Check& check, const Subject& subject) {
  if (text::trim(subject.text) != "list") check.report("invalid-value", subject, {{"values", "list"}});
}

void data_type(Check& check, const Subject& subject) {
  if (subject.text != "date" && subject.text != "number" && subject.text != "text") check.report("invalid-value", subject, {{"values", "date, number or text"}});
}

constexpr Type kTreatAs = {.value = treat_as};
constexpr AttributeRow kSortAttributes[] = {{"ns"}, {"element"}, {"label"}, {"data-type", data_type}, {"default", true_or_false}};
constexpr Type kSort = {.content = Content::any, .attributes = kSortAttributes};
constexpr AttributeRow kGroupAttributes[] = {{"ns"}, {"element", attribute_not_blank, true}, {"label"}};
constexpr Type kGroup = {.content = Content::any, .attributes = kGroupAttributes};
constexpr Row kListInfoRows[] = {{Ns::cf, "sort", Occurs::many, &kSort}, {Ns::cf, "group", Occurs::many, &kGroup}};
constexpr Type kListInfo = {.content = Content::elements, .rows = kListInfoRows};

constexpr ExtensionRow kRows[] = {
    {Ns::sx, "sharing", kFeed, Occurs::once, &kSharing},
    {Ns::sx, "sync", kItem, Occurs::once, &kSync},
    {Ns::cf, "treatAs", kFeed, Occurs::once, &kTreatAs},
    {Ns::cf, "listinfo", kFeed, Occurs::once, &kListInfo},
};
// clang-format on

}  // namespace

std::span<const ExtensionRow> sharing_rows() { return kRows; }

}  // namespace syndicat::validate
