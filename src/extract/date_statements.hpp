#pragma once
// What the words around a date say of it.

#include <string_view>

namespace syndicat::extract {

// Whether the words, in any of some forty languages, say that a date is the one of a change and not the first one.
bool says_updated(std::string_view text);

}  // namespace syndicat::extract
