#pragma once
// Lines that are a name and a date and nothing else, as they stand under titles: "Ann Roe, March 4, 2026",
// "25.10.2022 - Jane Doe".

#include <string>
#include <string_view>

namespace syndicat::extract {

// The names of such a line as it has them, for split_authors; empty where the line is something else, or where a place
// may stand before the date ("New York, March 4, 2026"). `language` as in date_lines.hpp.
std::string names_beside_date(std::string_view line, std::string_view language);

}  // namespace syndicat::extract
