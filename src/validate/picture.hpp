#pragma once
// What a picture is, by its first bytes.

#include <cstdint>
#include <optional>
#include <string_view>

namespace syndicat::validate {

struct Picture {
  std::string_view format;              // "PNG", "JPEG", "GIF", "WebP", "SVG"
  std::uint32_t width = 0, height = 0;  // pixels; 0: not known
};

// Nothing where the bytes are no picture of those kinds.
std::optional<Picture> read_picture(std::string_view bytes);

}  // namespace syndicat::validate
