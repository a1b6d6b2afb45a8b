#pragma once
// JSON Lines as syndicat-convert(1) writes them: the feed without its items on the first line, an item on each other.

#include <functional>
#include <string_view>

#include "json/value.hpp"

namespace syndicat::validate {

// Whether the first line is a JSON object that is complete, and another one begins behind it.
bool looks_like_json_lines(std::string_view text);

// Whether a line is the feed's, not an item's.
bool is_feed_line(const json::Value& line);

// Each line that is not blank, with places that count in the whole text; a flaw where it is no JSON object.
void each_json_line(std::string_view text, const json::Limits& limits,
                    const std::function<void(tl::expected<json::Value, json::Flaw> line)>& next);

}  // namespace syndicat::validate
