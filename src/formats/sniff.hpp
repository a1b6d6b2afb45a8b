#pragma once
// What bytes look like, by their beginning.

#include <string>
#include <string_view>

#include "formats/format.hpp"

namespace syndicat::formats {

// How many bytes stand before a feed that begins with them: a warning of PHP's, say, with its markup. 0 where the
// document's first element is a feed's, or none is.
std::size_t junk_before_feed(std::string_view bytes);

// The local name of an XML document's first element, whatever stands before it; empty where there is none.
std::string root_name(std::string_view bytes);

// Whether RSS 1.1's namespace is named at the beginning: its root has a name that CDF's has as well.
bool names_rss11(std::string_view bytes);

// Whether the first character that counts begins a JSON object.
bool looks_like_json(std::string_view bytes);

// Fails as `unreadable` where the bytes are clearly of another format than the one that was named, so that its reader
// would find nothing in them. A label that is merely unlikely is no reason.
Result<void> check_label(const Format& named, std::string_view bytes);

// What bytes that are no feed look like instead, and what to do: "it is an HTML page; ...".
std::string describe(std::string_view bytes);

}  // namespace syndicat::formats
