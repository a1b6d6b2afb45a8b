#pragma once
// What the elements within a line of text become in the article's body.

#include <string_view>

#include "extract/tags.hpp"

namespace syndicat::extract {

// The name that an inline element is written under; empty: only what is in it is written.
std::string_view written_as(Tag tag);

}  // namespace syndicat::extract
