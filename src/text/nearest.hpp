#pragma once
// The word a person may have meant.

#include <string>
#include <string_view>
#include <vector>

namespace syndicat::text {

// The one of `known` that is closest to `word` (Damerau-Levenshtein, dashes in front apart), or an empty text where
// none is near enough to be worth a guess.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace syndicat::text
