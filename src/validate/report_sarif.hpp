#pragma once
// Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string sarif_begin();
std::string sarif_report(std::string_view file, const Report& report, const Style& style, std::size_t before);
std::string sarif_end();

}  // namespace syndicat::validate
