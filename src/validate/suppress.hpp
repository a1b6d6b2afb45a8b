#pragma once
// Findings that the document itself asks to keep silent about.

#include <vector>

#include "validate/finding.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

// <!-- syndicat: ignore missing-guid --> holds for the element that follows it, before the root for the whole document.
std::vector<Suppression> suppressions(const xml::Document& document);

// Takes out what is suppressed. What makes a document no XML at all cannot be.
void suppress(std::vector<Finding>& findings, const std::vector<Suppression>& asked);

}  // namespace syndicat::validate
