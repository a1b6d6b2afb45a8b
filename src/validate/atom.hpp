#pragma once
// Atom 1.0 (RFC 4287): its table of elements, which RSS uses as an extension too.

#include "validate/grammar.hpp"
#include "validate/html.hpp"

namespace syndicat::validate::atom {

extern const Type kFeed, kEntry, kSource, kLink, kPerson, kText, kId, kDate, kCategory, kGenerator, kUri, kContent;

// XHTML below an element: tags, attributes and addresses.
void check_xhtml(Walk& walk, const Element& element, xml::Node node, Extent extent = Extent::fragment);

// The self link that a feed or channel lacks, as its first child; nothing where the document's address is not known.
std::optional<Edit> self_link(const Walk& walk, xml::Node node, std::string_view type);

// Whether relative addresses below the node have a base (xml:base) in the document.
bool has_base(xml::Node node);

}  // namespace syndicat::validate::atom
