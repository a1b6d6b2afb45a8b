#pragma once
// Feeds in several documents: paging, archives, complete feeds (RFC 5005).

#include "validate/grammar.hpp"

namespace syndicat::validate::history {

// The relation of an Atom link, with the registry's address taken off (RFC 4287, section 4.2.7.2).
std::string_view relation_of(xml::Node link);

// The links of a feed or channel against one another.
void feed(Walk& walk, const Element& element);
// Links that belong to a feed and stand in an entry or item.
void entry(Walk& walk, const Element& element);

}  // namespace syndicat::validate::history
