// Small extensions, each a few rows: Dublin Core, content, slash, syndication, Atom within RSS and the like.

#include <array>
#include <string>
#include <vector>

#include "text/date.hpp"
#include "text/unicode.hpp"
#include "validate/atom.hpp"
#include "validate/html.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void update_period(Check& check, const Subject& subject) {
  constexpr std::array kPeriods = std::to_array<std::string_view>({"hourly", "daily", "weekly", "monthly", "yearly"});
  for (const auto period : kPeriods)
    if (text::trim(subject.text) == period) return;
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

// A date to count from, which zero is good for, as it is for no other.
void base_date(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const auto instant = text::parse_date(written);
  const bool is_zero = written.starts_with("1970-01-01T") && instant && instant->seconds == 0;
  if (!is_zero) date_822_or_w3c(check, subject);
}

constexpr Type kAny = {.content = Content::any, .free_attributes = true};
constexpr Type kText = {.value = plain_text_or_blank};
constexpr Type kTitle = {.value = plain_text};
constexpr Type kHtml = {.value = html_text};
constexpr Type kBaseDate = {.value = base_date};
constexpr Type kW3cDate = {.value = date_822_or_w3c};
constexpr Type kLanguage = {.value = language};
constexpr Type kPeriod = {.value = update_period};
constexpr Type kPositive = {.value = positive_integer};
constexpr Type kNonNegative = {.value = non_negative_integer};
constexpr Type kWords = {.value = not_blank};
constexpr Type kUri = {.value = link_reference};
constexpr Type kHitParade = {.value = hit_parade};
constexpr Type kCommentRss = {.value = link_reference, .after = comment_rss};

// In RSS 1.0 the address stands in rdf:resource, in RSS 2.0 it is the text.
void trackback(Walk& walk, const Element& element) {
  const auto subject = walk.subject(element);
  if (walk.core() != Ns::rss10 && walk.core() != Ns::rss11) {
    const bool blank = text::is_blank(subject.text);
    if (blank && walk.core() == Ns::none) return void(walk.report("invalid-full-link", subject));
    if (!blank) return full_link(walk, subject);
  }
  if (element.node.attribute("resource", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")) return;
  walk.report("missing-attribute", walk.tag(element.node),
              {{"element", element.name}, {"parent", element.parent}, {"attr", "rdf:resource"}});
}

// The body stands for the item's text; only a second one within would be the body of a page.
void xhtml(Walk& walk, const Element& element) {
  if (element.node.name().local != "body") return atom::check_xhtml(walk, element, element.node);
  for (const auto child : element.node.children()) atom::check_xhtml(walk, element, child);
}

constexpr AttributeRow kResourceAttributes[] = {{"resource", link_reference, true, Ns::rdf}};
constexpr Type kResource = {.content = Content::empty, .attributes = kResourceAttributes};
constexpr AttributeRow kTrackbackAttributes[] = {{"resource", full_link, false, Ns::rdf}};
constexpr Type kTrackback = {.content = Content::any, .attributes = kTrackbackAttributes, .after = trackback};
constexpr AttributeRow kLicenseAttributes[] = {{"resource", full_link, true, Ns::rdf}};
constexpr Type kLicense = {.content = Content::empty, .attributes = kLicenseAttributes};
constexpr Type kFullLink = {.value = full_link};
constexpr Type kXhtml = {.content = Content::any, .after = xhtml, .free_attributes = true};

constexpr ExtensionRow kRows[] = {
    // Dublin Core, 15 elements, each as often as wanted.
    {Ns::dc, "title", kAnywhere, Occurs::once, &kTitle},
    {Ns::dc, "creator", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "subject", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "description", kAnywhere, Occurs::once, &kHtml},
    {Ns::dc, "publisher", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "contributor", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "date", kFeed | kOther, Occurs::once, &kW3cDate},
    {Ns::dc, "date", kItem, Occurs::many, &kW3cDate},
    {Ns::dc, "type", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "format", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "identifier", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "source", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "language", kAnywhere, Occurs::once, &kLanguage},
    {Ns::dc, "relation", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "coverage", kAnywhere, Occurs::many, &kText},
    {Ns::dc, "rights", kAnywhere, Occurs::once, &kText},
    // DCMI Metadata Terms.
    {Ns::dcterms, "created", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "issued", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "modified", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "dateAccepted", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "dateCopyrighted", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "dateSubmitted", kAnywhere, Occurs::once, &kW3cDate},
    {Ns::dcterms, "date", kAnywhere, Occurs::many, &kW3cDate},
    {Ns::dcterms, "available", kAnywhere, Occurs::once, &kWords},
    {Ns::dcterms, "valid", kAnywhere, Occurs::once, &kWords},
    {Ns::dcterms, "abstract", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "accessRights", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "accrualMethod", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "accrualPeriodicity", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "accrualPolicy", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "alternative", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "audience", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "bibliographicCitation", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "conformsTo", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "contributor", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "coverage", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "creator", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "description", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "educationLevel", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "extent", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "format", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "hasFormat", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "hasPart", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "hasVersion", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "identifier", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "instructionalMethod", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isFormatOf", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isPartOf", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isReferencedBy", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isReplacedBy", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isRequiredBy", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "isVersionOf", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "license", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "mediator", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "medium", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "provenance", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "publisher", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "references", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "relation", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "replaces", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "requires", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "rights", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "rightsHolder", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "source", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "spatial", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "subject", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "tableOfContents", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "temporal", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "title", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "type", kAnywhere, Occurs::many, &kText},
    {Ns::dcterms, "language", kAnywhere, Occurs::many, &kLanguage},
    // Creative Commons in RDF: a license by its address, and what it says.
    {Ns::cc, "license", kFeed | kItem, Occurs::many, &kLicense},
    {Ns::cc, "License", kOther, Occurs::many, &kAny},
    {Ns::cc, "Work", kAnywhere, Occurs::many, &kAny},
    // RSS modules.
    {Ns::content, "encoded", kItem | kFeed, Occurs::once, &kHtml},
    {Ns::content, "items", kItem | kFeed, Occurs::once, &kAny},
    {Ns::slash, "comments", kItem, Occurs::once, &kNonNegative},
    {Ns::slash, "section", kItem, Occurs::once, &kWords},
    {Ns::slash, "department", kItem, Occurs::once, &kWords},
    {Ns::slash, "hit_parade", kItem, Occurs::once, &kHitParade},
    {Ns::sy, "updatePeriod", kFeed, Occurs::once, &kPeriod},
    {Ns::sy, "updateFrequency", kFeed, Occurs::once, &kPositive},
    {Ns::sy, "updateBase", kFeed, Occurs::once, &kBaseDate},
    {Ns::wfw, "comment", kItem, Occurs::once, &kUri},
    {Ns::wfw, "commentRss", kItem, Occurs::once, &kUri},
    {Ns::wfw, "commentRSS", kItem, Occurs::once, &kCommentRss},
    {Ns::creative_commons, "license", kFeed | kItem, Occurs::many, &kFullLink},
    {Ns::admin, "generatorAgent", kFeed, Occurs::once, &kResource},
    {Ns::admin, "errorReportsTo", kFeed, Occurs::once, &kResource},
    {Ns::trackback, "ping", kItem, Occurs::once, &kTrackback},
    {Ns::trackback, "about", kItem, Occurs::many, &kTrackback},
    {Ns::blog_channel, "blogRoll", kFeed, Occurs::once, &kFullLink},
    {Ns::blog_channel, "mySubscriptions", kFeed, Occurs::once, &kFullLink},
    {Ns::blog_channel, "blink", kFeed, Occurs::once, &kFullLink},
    {Ns::blog_channel, "changes", kFeed, Occurs::once, &kFullLink},
    // XHTML as an item's text.
    {Ns::xhtml, "body", kItem, Occurs::once, &kXhtml},
    {Ns::xhtml, "div", kItem, Occurs::once, &kXhtml},
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

std::span<const ExtensionRow> small_rows() { return kRows; }

std::span<const ExtensionRow> extensions() {
  static const std::vector<ExtensionRow> all = [] {
    std::vector<ExtensionRow> rows;
    for (const auto table :
         {small_rows(), event_rows(), history_rows(), threading_rows(), publishing_rows(), media_rows(), itunes_rows(),
          place_rows(), opensearch_rows(), sharing_rows(), google_rows(), podcast_rows(), hosting_rows()})
      rows.insert(rows.end(), table.begin(), table.end());
    return rows;
  }();
  return all;
}

}  // namespace syndicat::validate
