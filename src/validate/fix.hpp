#pragma once
// The safe corrections of a report, applied.

#include <string>
#include <string_view>
#include <vector>

#include "validate/finding.hpp"

namespace syndicat::validate {

struct Fixed {
  std::string text;
  std::size_t edits = 0;
};

// `text` with the edits of the findings and those beside them; of two that overlap, or are the same, the first is
// taken. Every other byte stays.
Fixed apply_edits(std::string_view text, const std::vector<Finding>& findings, const std::vector<Edit>& further = {});

// What differs between the two, line by line, as `diff -u` would show it with no lines around; `name` heads it.
std::string line_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace syndicat::validate
