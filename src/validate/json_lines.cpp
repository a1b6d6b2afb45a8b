#include "validate/json_lines.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

// Depth is bounded by the limits that the line was read with.
void move_on(json::Value& value, std::size_t by) {
  value.offset += by;
  value.end += by;
  if (auto* array = std::get_if<json::Array>(&value.data))
    for (auto& one : *array) move_on(one, by);
  if (auto* object = std::get_if<json::Object>(&value.data))
    for (auto& member : *object) {
      member.offset += by;
      move_on(member.value_.front(), by);
    }
}

}  // namespace

bool looks_like_json_lines(std::string_view text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const auto first = text::trim(text.substr(0, end));
  return first.starts_with('{') && first.ends_with('}') && text::trim(text.substr(end, 4096)).starts_with('{') &&
         json::parse(first, {.max_size = first.size(), .max_depth = json::kGreatestDepth}).has_value();
}

bool is_feed_line(const json::Value& line) { return line.find("version") != nullptr || line.find("items") != nullptr; }

void each_json_line(std::string_view text, const json::Limits& limits,
                    const std::function<void(tl::expected<json::Value, json::Flaw> line)>& next) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (!text::is_blank(line)) {
      auto value = json::parse(line, limits);
      if (!value) {
        value.error().offset += at;
      } else if (value->object() == nullptr) {
        value = tl::unexpected<json::Flaw>({"the line is no object", at + value->offset});
      } else {
        move_on(*value, at);
      }
      next(std::move(value));
    }
    at = end + 1;
  }
}

}  // namespace syndicat::validate
