#pragma once
// What the words around dates say of them: "Published 3 May 2026, updated 5 May 2026" tells of two days.

#include <string_view>
#include <vector>

#include "extract/date_lines.hpp"

namespace syndicat::extract {

// Whether the words, in any of some forty languages, say that a date is the one of a change and not the first one.
bool says_updated(std::string_view text);

struct DateStatement {
  std::string_view words;  // the label and the date, a piece of the line
  FoundDate date;
  bool of_change = false;
};

// The dates of a line with what each one's own label says of it, in the order they stand; of a day without a label
// behind another one ("3 to 5 May") nothing is said. At most four. The pieces live as long as the line.
// `language` is find_date's.
std::vector<DateStatement> date_statements(std::string_view line, std::string_view language);

// Whether a line is nothing but two dates at least with a few words before each, one of them the day of a change.
bool is_line_of_dates(std::string_view line);

}  // namespace syndicat::extract
