#pragma once
// One feed as several: one for each language or tag.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::feeds {

enum class By { language, tag };

// The parts' names where an item says nothing: ISO 639's code for an undetermined language, and our own word.
constexpr std::string_view kUnknownLanguage = "und";
constexpr std::string_view kUntagged = "untagged";

struct Part {
  std::string value;      // "be", "Trade unions"
  std::string file_word;  // the same, safe within a file name and its own: "be", "trade-unions"
  model::Feed feed;
};

// The parts by the order in which their first items come. An item with several tags stands in several parts; tags
// that differ in case only are one. A part's id is the feed's with `#` and its word behind, its address is not known;
// everything else is the feed's. Fails where the feed's id has to be derived and cannot be.
Result<std::vector<Part>> split(const model::Feed& feed, By by);

// A word of lower-case letters and digits of any script, dots, dashes and underscores, that begins with none of the
// three; empty where nothing is left.
std::string file_word(std::string_view value);

}  // namespace syndicat::feeds
