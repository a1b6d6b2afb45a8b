#pragma once
// Language tags (BCP 47, RFC 5646) by their form.

#include <string>
#include <string_view>

namespace syndicat::text {

// Whether the tag is well-formed by RFC 5646, section 2.1 (grandfathered ones too).
bool is_language_tag(std::string_view tag);

// The usual spelling (section 2.1.1): "EN_us" gives "en-US", "zh-hant" gives "zh-Hant". Empty where it is no tag.
std::string normalize_language(std::string_view tag);

// How it is written: "rtl" or "ltr", by its script where the tag names one ("az-Arab", "ar-Latn"), else by the script
// that the language usually has; empty for an empty tag.
std::string_view direction_of_language(std::string_view tag);

}  // namespace syndicat::text
