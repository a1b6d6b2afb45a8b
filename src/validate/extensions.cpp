// Small extensions, each a few rows: Dublin Core, content, slash, syndication, Atom within RSS and the like.

#include <array>
#include <vector>

#include "text/unicode.hpp"
#include "validate/atom.hpp"
#include "validate/grammar.hpp"
#include "validate/html.hpp"

namespace syndicat::validate {
namespace {

void update_period(Check& check, const Subject& subject) {
  constexpr std::array kPeriods = std::to_array<std::string_view>({"hourly", "daily", "weekly", "monthly", "yearly"});
  for (const auto period : kPeriods)
    if (subject.text == period) return;
  check.report("invalid-update-period", subject);
}

void date_822_or_w3c(Check& check, const Subject& subject) { w3cdtf_date(check, subject); }

void hit_parade(Check& check, const Subject& subject) {
  auto rest = subject.text;
  for (;;) {
    const auto comma = rest.find(',');
    const auto number = text::trim(rest.substr(0, comma));
    const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits) {
      check.report("invalid-comma-separated-integers", subject);
      return;
    }
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

void comment_rss(Walk& walk, const Element& element) {
  walk.report("comment-rss", walk.tag(element.node), {{"element", element.name}, {"parent", element.parent}});
}

constexpr Type kAny = {.content = Content::any, .free_attributes = true};
constexpr Type kText = {.value = plain_text_or_blank};
constexpr Type kTitle = {.value = plain_text};
constexpr Type kHtml = {.value = html_text};
constexpr Type kW3cDate = {.value = date_822_or_w3c};
constexpr Type kLanguage = {.value = language};
constexpr Type kPeriod = {.value = update_period};
constexpr Type kPositive = {.value = positive_integer};
constexpr Type kNonNegative = {.value = non_negative_integer};
constexpr Type kWords = {.value = not_blank};
constexpr Type kUri = {.value = link_reference};
constexpr Type kHitParade = {.value = hit_parade};
constexpr Type kCommentRss = {.value = link_reference, .after = comment_rss};

constexpr ExtensionRow kRows[] = {
    // Dublin Core, 15 elements, each as often as wanted.
    {Ns::dc, "title", kAnywhere, Occurs::once, &kTitle},
    {Ns::dc, "creator", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "subject", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "description", kAnywhere, Occurs::once, &kHtml},
    {Ns::dc, "publisher", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "contributor", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "date", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dc, "type", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "format", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "identifier", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "source", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "language", kAnywhere, Occurs::once, &kLanguage},
    {Ns::dc, "relation", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "coverage", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "rights", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "created", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "issued", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "modified", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "available", kAnywhere, Occurs::once, &kWords},
    {Ns::dcterms, "valid", kAnywhere, Occurs::once, &kWords},
    {Ns::dcterms, "dateAccepted", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "dateCopyrighted", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "dateSubmitted", kAnywhere, Occurs::once, &kW3cDate},
    // RSS modules.
    {Ns::content, "encoded", kItem | kFeed, Occurs::once, &kHtml},
    {Ns::content, "items", kItem | kFeed, Occurs::once, &kAny},
    {Ns::slash, "comments", kItem, Occurs::once, &kNonNegative},
    {Ns::slash, "section", kItem, Occurs::once, &kWords},
    {Ns::slash, "department", kItem, Occurs::once, &kWords},
    {Ns::slash, "hit_parade", kItem, Occurs::once, &kHitParade},
    {Ns::sy, "updatePeriod", kFeed, Occurs::once, &kPeriod},
    {Ns::sy, "updateFrequency", kFeed, Occurs::once, &kPositive},
    {Ns::sy, "updateBase", kFeed, Occurs::once, &kW3cDate},
    {Ns::wfw, "comment", kItem, Occurs::once, &kUri},
    {Ns::wfw, "commentRss", kItem, Occurs::once, &kUri},
    {Ns::wfw, "commentRSS", kItem, Occurs::once, &kCommentRss},
    // Atom within other vocabularies.
    {Ns::atom, "author", kFeed | kItem, Occurs::many, &atom::kPerson},
    {Ns::atom, "category", kFeed | kItem, Occurs::many, &atom::kCategory},
    {Ns::atom, "content", kItem, Occurs::once, &atom::kContent},
    {Ns::atom, "contributor", kFeed | kItem, Occurs::many, &atom::kPerson},
    {Ns::atom, "generator", kFeed, Occurs::once, &atom::kGenerator},
    {Ns::atom, "icon", kFeed, Occurs::once, &atom::kUri},
    {Ns::atom, "id", kFeed | kItem, Occurs::once, &atom::kId},
    {Ns::atom, "link", kFeed | kItem, Occurs::many, &atom::kLink},
    {Ns::atom, "logo", kFeed, Occurs::once, &atom::kUri},
    {Ns::atom, "published", kItem, Occurs::once, &atom::kDate},
    {Ns::atom, "rights", kFeed | kItem, Occurs::once, &atom::kText},
    {Ns::atom, "source", kItem, Occurs::once, &atom::kSource},
    {Ns::atom, "subtitle", kFeed, Occurs::once, &atom::kText},
    {Ns::atom, "summary", kItem, Occurs::once, &atom::kText},
    {Ns::atom, "title", kFeed | kItem, Occurs::once, &atom::kText},
    {Ns::atom, "updated", kFeed | kItem, Occurs::once, &atom::kDate},
};

}  // namespace

std::span<const ExtensionRow> extensions() { return kRows; }

}  // namespace syndicat::validate
