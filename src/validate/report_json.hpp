#pragma once
// Findings for programs: one JSON document, or one finding a line.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string json_begin();
std::string json_report(std::string_view file, const Report& report, const Style& style, std::size_t before);
std::string json_end();
std::string json_lines(std::string_view file, const Report& report, const Style& style, std::size_t before);
// A document that could not be read.
std::string json_failed(std::string_view file, std::string_view words, std::size_t before);

}  // namespace syndicat::validate
