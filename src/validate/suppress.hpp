#pragma once
// Findings that the document itself asks to keep silent about. A name that is no rule's is told as "unknown-rule".

#include <vector>

#include "json/value.hpp"
#include "validate/check.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

// <!-- syndicat: ignore missing-guid --> holds for the element that follows it, before the root for the whole document;
// without a name, for all rules.
std::vector<Suppression> suppressions(const xml::Document& document, Check& check);

// "_syndicat": {"ignore": ["json-item-id-not-text"]} in an item holds for the item, in the feed for the whole document;
// true in place of the array, for all rules.
std::vector<Suppression> suppressions(const json::Value& feed, Check& check);

// The same of one item that stands alone, as on a line of JSON Lines.
std::vector<Suppression> suppressions_of_item(const json::Value& item, Check& check);

// Takes what is suppressed out of findings that are in the order of their places. What makes a document no XML or JSON
// at all cannot be.
void suppress(std::vector<Finding>& findings, const std::vector<Suppression>& asked);

}  // namespace syndicat::validate
