#pragma once
// A difference in words for a person, and as JSON.

#include <string>

#include "feeds/difference.hpp"

namespace syndicat::feeds {

// Where `color`, what is new, changed and gone shows so on a terminal.
std::string to_text(const Difference& difference, bool color);
std::string to_json(const Difference& difference);

}  // namespace syndicat::feeds
