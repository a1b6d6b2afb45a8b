#pragma once
// The safe corrections of a report, applied.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "validate/finding.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

struct Fixed {
  std::string text;
  std::size_t edits = 0;
};

// `text` with the edits of the findings and those beside them; of two that overlap, or are the same, the first is
// taken. Every other byte stays.
Fixed apply_edits(std::string_view text, const std::vector<Finding>& findings, const std::vector<Edit>& further = {});

// `text` as the bytes of the document that the report is about would be: in its encoding, behind its byte order mark.
// Where the two texts are the same, so are the bytes. Fails as `unreadable` where that cannot be: `text` has a
// character that the encoding has not, or the document was written in a way that its text does not tell. Asks for
// `report.bytes`.
Result<std::string> as_it_came(const Report& report, std::string_view text);

// What differs between the two, line by line, as `diff -u` would show it with no lines around; `name` heads it.
std::string line_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace syndicat::validate
