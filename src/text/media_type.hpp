#pragma once
// Media types by their form.

#include <string_view>

namespace syndicat::text {

// Whether `written` is a type, a slash and a subtype, and any parameters (RFC 2045, section 5.1).
bool is_media_type(std::string_view written);

}  // namespace syndicat::text
