// Threads (RFC 4685), and what was deleted (RFC 6721).

#include <fmt/format.h>

#include "text/unicode.hpp"
#include "validate/atom.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

// RFC 4685, section 3: `ref` is what an id is, an IRI that stands alone.
// clang-format off
constexpr AttributeRow kReplyAttributes[] = {
    {"ref", full_iri, true}, {"href", iri_reference}, {"type", media_type, false, Ns::none, Naming::element}, {"source", iri_reference}};
constexpr Type kReply = {.content = Content::any, .attributes = kReplyAttributes};
constexpr Type kTotal = {.value = non_negative_integer};

// RFC 6721, section 3: no two may have the same `ref` and `when`.
void deleted(Walk& walk, const Element& element) {
  const auto ref = element.node.attribute("ref"), when = element.node.attribute("when");
  if (!ref || !when || walk.deleted.insert(fmt::format("{} {}", *when, *ref)).second) return;
  walk.report("duplicate-tombstone", walk.subject(element, *element.node.find_attribute("ref"), Naming::element));
}

// RFC 6721, section 3: what was deleted, when, by whom and why.
constexpr AttributeRow kDeletedAttributes[] = {{"ref", full_iri, true}, {"when", rfc3339_date, true}};
constexpr Row kDeletedRows[] = {
    {Ns::tombstones, "by", Occurs::once, &atom::kPerson},
    {Ns::tombstones, "comment", Occurs::once, &atom::kText},
    {Ns::atom, "link", Occurs::many, &atom::kLink},
    {Ns::atom, "source", Occurs::once, &atom::kSource},
};
// clang-format on
constexpr Type kDeleted = {.content = Content::elements,
                           .attributes = kDeletedAttributes,
                           .rows = kDeletedRows,
                           .site = Site::other,
                           .after = deleted};

constexpr ExtensionRow kRows[] = {
    {Ns::thr, "in-reply-to", kFeed | kItem, Occurs::many, &kReply},
    {Ns::thr, "total", kItem, Occurs::once, &kTotal},
    {Ns::tombstones, "deleted-entry", kFeed, Occurs::many, &kDeleted},
};

}  // namespace

std::span<const ExtensionRow> threading_rows() { return kRows; }

}  // namespace syndicat::validate
