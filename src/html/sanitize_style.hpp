#pragma once
// The style attribute: declarations of allowed properties whose values are words, numbers and colours.

#include <string>
#include <string_view>

namespace syndicat::html {

// The declarations that are allowed, in one spelling; empty where none is.
std::string clean_style(std::string_view style);

}  // namespace syndicat::html
