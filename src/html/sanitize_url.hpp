#pragma once
// Addresses in attributes, as browsers read them (the URL Standard, section 4.4), so that no disguise hides a scheme.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace syndicat::html {

// The address without what browsers do not see in it, seen from `base` where it is relative; nothing where its
// scheme is none of `schemes` (apart by blanks; "data:image/png" is data: with that media type).
std::optional<std::string> clean_url(std::string_view written, std::string_view schemes, std::string_view base);

// The candidates of a srcset (the HTML Standard, section 4.8.4.2.1), each address given through `clean`; those
// without an answer are left out.
using CleanUrl = std::function<std::optional<std::string>(std::string_view)>;
std::string clean_candidates(std::string_view srcset, const CleanUrl& clean);

// Whether `word` is one of `list`, whose words are apart by blanks.
bool is_in_list(std::string_view word, std::string_view list);

}  // namespace syndicat::html
