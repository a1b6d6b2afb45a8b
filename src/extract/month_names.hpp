#pragma once
// Months' names and their short forms, in the cases that stand in dates.

#include <string_view>

namespace syndicat::extract {

// 1 to 12 for a folded word (words.hpp) that is a month's name, 0 for any other word. Where languages disagree
// ("listopad"), `language` decides, else the first of the table.
int month_named(std::string_view folded_word, std::string_view language);

// The same for the months of the Persian solar year ("بهمن": 11).
int solar_month_named(std::string_view folded_word);

}  // namespace syndicat::extract
