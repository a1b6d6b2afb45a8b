#pragma once
// JSON that is cut off in the middle, as downloads are.

#include <optional>
#include <string>
#include <string_view>

namespace syndicat::formats {

// The text up to the last value that is whole, with what is open behind it closed; nothing where the text is not an
// object that ends too early. What it gives need not be JSON: the text may have other flaws before its end.
std::optional<std::string> close_json(std::string_view text);

}  // namespace syndicat::formats
