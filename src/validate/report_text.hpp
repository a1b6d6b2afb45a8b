#pragma once
// Findings as a good compiler shows them: place, words, the line, a caret, what to write instead.

#include "validate/reporter.hpp"

namespace syndicat::validate {

std::string text_report(std::string_view file, const Report& report, const Style& style, std::size_t before);

}  // namespace syndicat::validate
