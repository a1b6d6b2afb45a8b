// Modules of RSS 1.0 (http://web.resource.org/rss/1.0/modules/) that are still met, and small ones of others.

#include <array>

#include "text/unicode.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void related(Check& check, const Subject& subject) {
  if (subject.text != "allow" && subject.text != "deny") check.report("invalid-access-restriction-rel", subject);
}

// <xhtml:meta name="robots" content="noindex"/>: what search engines may do with the feed.
void meta_name(Check& check, const Subject& subject) {
  if (!text::equals_ignoring_case(subject.text, "robots")) check.report("invalid-meta-name", subject);
}

void meta_content(Check& check, const Subject& subject) {
  constexpr std::array kWords =
      std::to_array<std::string_view>({"all", "none", "index", "index,follow", "index,nofollow", "noindex",
                                       "noindex,follow", "noindex,nofollow", "follow", "nofollow"});
  const auto value = text::to_lower_ascii(subject.text);
  std::string packed;
  for (const char c : value)
    if (!text::is_space(c)) packed += c;
  for (const auto word : kWords)
    if (packed == word) return;
  check.report("invalid-meta-content", subject);
}

constexpr Type kWords = {.value = plain_text};
constexpr Type kDate = {.value = iso8601_date_time};
constexpr Type kAny = {.content = Content::any, .free_attributes = true};
constexpr Type kLink = {.value = full_link};
constexpr Type kNumber = {.value = non_negative_integer};
constexpr AttributeRow kMetaAttributes[] = {{"name", meta_name, true}, {"content", meta_content, true}};
constexpr Type kMeta = {.content = Content::empty, .attributes = kMetaAttributes};
constexpr AttributeRow kRestrictionAttributes[] = {{"relationship", related, true}};
constexpr Type kRestriction = {.content = Content::empty, .attributes = kRestrictionAttributes};

constexpr ExtensionRow kRows[] = {
    // Events.
    {Ns::ev, "startdate", kItem, Occurs::once, &kDate},
    {Ns::ev, "enddate", kItem, Occurs::once, &kDate},
    {Ns::ev, "location", kItem, Occurs::once, &kWords},
    {Ns::ev, "organizer", kItem, Occurs::once, &kWords},
    {Ns::ev, "type", kItem, Occurs::once, &kWords},
    // Taxonomy.
    {Ns::taxo, "topics", kFeed | kItem, Occurs::once, &kAny},
    {Ns::taxo, "topic", kAnywhere, Occurs::many, &kAny},
    // Aggregation.
    {Ns::ag, "source", kItem, Occurs::once, &kWords},
    {Ns::ag, "sourceURL", kItem, Occurs::once, &kLink},
    {Ns::ag, "timestamp", kItem, Occurs::once, &kDate},
    // Streaming, changed pages, annotations, references.
    {Ns::cp, "server", kFeed, Occurs::once, &kAny},
    {Ns::annotate, "reference", kItem, Occurs::once, &kAny},
    {Ns::ref, "reference", kItem, Occurs::many, &kAny},
    // Wikis.
    {Ns::wiki, "version", kItem, Occurs::once, &kWords},
    {Ns::wiki, "status", kItem, Occurs::once, &kWords},
    {Ns::wiki, "importance", kItem, Occurs::once, &kWords},
    {Ns::wiki, "diff", kItem, Occurs::once, &kLink},
    {Ns::wiki, "history", kItem, Occurs::once, &kLink},
    {Ns::wiki, "interwiki", kFeed, Occurs::once, &kAny},
    {Ns::wiki, "host", kAnywhere, Occurs::once, &kWords},
    // Audio.
    {Ns::audio, "songname", kItem, Occurs::once, &kWords},
    {Ns::audio, "artist", kItem, Occurs::once, &kWords},
    {Ns::audio, "album", kItem, Occurs::once, &kWords},
    {Ns::audio, "year", kItem, Occurs::once, &kNumber},
    {Ns::audio, "track", kItem, Occurs::once, &kNumber},
    {Ns::audio, "comment", kItem, Occurs::once, &kWords},
    {Ns::audio, "genre", kItem, Occurs::once, &kWords},
    {Ns::audio, "recording_time", kItem, Occurs::once, &kWords},
    {Ns::audio, "bitrate", kItem, Occurs::once, &kWords},
    {Ns::audio, "genre_id", kItem, Occurs::once, &kNumber},
    {Ns::audio, "length", kItem, Occurs::once, &kWords},
    // Who may show the feed, and search engines.
    {Ns::access, "restriction", kFeed, Occurs::once, &kRestriction},
    {Ns::xhtml, "meta", kFeed, Occurs::once, &kMeta},
};

}  // namespace

std::span<const ExtensionRow> event_rows() { return kRows; }

}  // namespace syndicat::validate
