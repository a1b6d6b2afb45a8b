#pragma once
// Findings as the tests of a build server: a document is a suite, a finding a test that failed.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string junit_begin();
std::string junit_report(std::string_view file, const Report& report, const Style& style, std::size_t before);
std::string junit_end();
// A document that could not be read.
std::string junit_failed(std::string_view file, std::string_view words, std::size_t before);

}  // namespace syndicat::validate
