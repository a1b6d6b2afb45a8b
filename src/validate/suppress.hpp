#pragma once
// Findings that the document itself asks to keep silent about.

#include <string>
#include <string_view>
#include <vector>

#include "validate/check.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

// One request: these rules, or all where there are none, between two places.
struct Suppression {
  Span span;
  std::vector<std::string> rules;
};

// <!-- syndicat: ignore missing-guid --> holds for the element that follows it, before the root for the whole document.
std::vector<Suppression> suppressions(const xml::Document& document);

// Takes out what is suppressed. What makes a document no XML at all cannot be.
void suppress(std::vector<Finding>& findings, const std::vector<Suppression>& asked);

}  // namespace syndicat::validate
