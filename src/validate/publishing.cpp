// The Atom Publishing Protocol (RFC 5023): service documents, category documents, and what entries say about editing.

#include <algorithm>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/atom.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void yes_or_no(Check& check, const Subject& subject) {
  if (subject.text != "yes" && subject.text != "no") check.report("invalid-yes-no", subject);
}

// Section 8.3.4: a media range (RFC 2616, section 14.1); an empty one takes nothing. application/atom+xml may say its
// type.
void media_range(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) return;
  auto range = std::string(written);
  if (range.starts_with("*/*")) range.replace(0, 3, "a/a");
  if (const auto star = range.find("/*"); star != std::string::npos) range.replace(star, 2, "/a");
  // Several in one element were an early draft's way.
  if (range.find(',') != std::string::npos || !is_media_type(range)) {
    check.report("invalid-mime-type", subject);
    return;
  }
  const bool is_atom = text::to_lower_ascii(written).starts_with("application/atom+xml");
  for (auto at = range.find(';'); at != std::string::npos; at = range.find(';', at + 1)) {
    const auto parameter = std::string(text::trim(std::string_view(range).substr(at + 1)));
    const auto name = text::to_lower_ascii(parameter.substr(0, parameter.find('=')));
    if (name == "charset" || name == "q" || (is_atom && name == "type")) continue;
    check.report("undefined-param", subject, {{"value", parameter.substr(0, parameter.find(';'))}});
  }
}

// Section 7.2.1: where categories lie elsewhere, nothing else may be said about them here.
void categories(Walk& walk, const Element& element) {
  const auto& node = element.node;
  if (node.find_attribute("href") == nullptr) return;
  for (const auto name : {"fixed", "scheme"})
    if (const auto* attribute = node.find_attribute(name))
      walk.report("conflicting-cat-attr", {attribute->start, attribute->value_end + 1U},
                  {{"element", element.name}, {"parent", element.parent}, {"attr", name}});
  for (const auto child : node.children()) {
    walk.report("conflicting-cat-children", walk.tag(child), {{"element", element.name}, {"parent", element.parent}});
    break;
  }
}

// A collection has a title; other elements of Atom mean nothing that is written down.
void collection(Walk& walk, const Element& element) {
  for (const auto child : element.node.children())
    if (walk.ns(child) == Ns::atom && child.name().local != "title")
      walk.report("questionable-usage", walk.tag(child),
                  {{"element", fmt::format("atom:{}", child.name().local)}, {"parent", element.name}});
}

constexpr Type kAccept = {.value = media_range};
constexpr Type kDraft = {.value = yes_or_no};
constexpr Row kControlRows[] = {{Ns::app, "draft", Occurs::once, &kDraft}};
constexpr Type kControl = {.content = Content::elements, .rows = kControlRows, .site = Site::other};

constexpr AttributeRow kInnerCategoriesAttributes[] = {
    {"href", iri_reference}, {"fixed", yes_or_no}, {"scheme", full_iri}};
constexpr Row kCategoriesRows[] = {{Ns::atom, "category", Occurs::many, &atom::kCategory}};
constexpr Type kInnerCategories = {.content = Content::elements,
                                   .attributes = kInnerCategoriesAttributes,
                                   .rows = kCategoriesRows,
                                   .site = Site::other,
                                   .after = categories};

constexpr AttributeRow kCollectionAttributes[] = {{"href", iri_reference, true}};
constexpr Row kCollectionRows[] = {
    {Ns::atom, "title", Occurs::required, &atom::kText, "missing-title"},
    {Ns::app, "accept", Occurs::many, &kAccept},
    {Ns::app, "categories", Occurs::many, &kInnerCategories},
    // What some servers put there, to be told about below.
    {Ns::atom, "id", Occurs::many, &atom::kId},
    {Ns::atom, "link", Occurs::many, &atom::kLink},
    {Ns::atom, "updated", Occurs::many, &atom::kDate},
    {Ns::atom, "summary", Occurs::many, &atom::kText},
    {Ns::atom, "subtitle", Occurs::many, &atom::kText},
    {Ns::atom, "category", Occurs::many, &atom::kCategory},
    {Ns::atom, "author", Occurs::many, &atom::kPerson},
};
constexpr Type kCollection = {.content = Content::elements,
                              .attributes = kCollectionAttributes,
                              .rows = kCollectionRows,
                              .site = Site::other,
                              .after = collection};

constexpr Row kWorkspaceRows[] = {
    {Ns::atom, "title", Occurs::required, &atom::kText, "missing-title"},
    {Ns::app, "collection", Occurs::many, &kCollection},
};
constexpr Type kWorkspace = {.content = Content::elements, .rows = kWorkspaceRows, .site = Site::other};

constexpr Row kServiceRows[] = {{Ns::app, "workspace", Occurs::some, &kWorkspace}};

constexpr ExtensionRow kRows[] = {
    {Ns::app, "edited", kItem, Occurs::once, &atom::kDate},
    {Ns::app, "control", kItem, Occurs::once, &kControl},
    {Ns::app, "collection", kFeed | kItem, Occurs::many, &kCollection},
};

}  // namespace

std::span<const ExtensionRow> publishing_rows() { return kRows; }

namespace publishing {
constexpr Type kService = {.content = Content::elements, .rows = kServiceRows, .site = Site::other};
constexpr Type kCategories = {.content = Content::elements,
                              .attributes = kInnerCategoriesAttributes,
                              .rows = kCategoriesRows,
                              .site = Site::other,
                              .after = categories};
}  // namespace publishing

}  // namespace syndicat::validate
