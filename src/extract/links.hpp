#pragma once
// Addresses without what only counts who follows them.

#include <string>
#include <string_view>

namespace syndicat::extract {

// `url` without the parameters that campaigns, mailings and social networks put in (utm_*, fbclid, gclid ...); the rest
// stays as it was, byte for byte.
std::string without_tracking(std::string_view url);

}  // namespace syndicat::extract
