#pragma once
// Findings as one page that needs nothing else: the source with what was found beside its lines.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string html_begin();
std::string html_report(std::string_view file, const Report& report, const Style& style, std::size_t before);
std::string html_end();

}  // namespace syndicat::validate
