#pragma once
// Findings as GitHub Actions shows them beside the lines of a change.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string github_report(std::string_view file, const Report& report, const Style& style, std::size_t before);
// A document that could not be read.
std::string github_failed(std::string_view file, std::string_view words, std::size_t before);

}  // namespace syndicat::validate
