#pragma once
// Numbers that no double holds. JSON has them (RFC 8259, section 6: a reader may limit range and precision); RapidJSON
// refuses the whole text for one. Included by json/*.cpp only.

#include <string>
#include <string_view>

namespace syndicat::json {

// The text with a zero of the same length in the place of each number of so many digits or with an exponent, so that
// all else keeps its place. What is no number by the grammar, and what stands in strings, stays.
std::string without_huge_numbers(std::string_view text);

// The double next to a number as JSON writes it: the largest there is for one beyond it, zero for one below the least.
double nearest_double(std::string_view written);

}  // namespace syndicat::json
