#pragma once
// Pictures: which address shows one best, and which are no pictures at all.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "html/document.hpp"

namespace syndicat::extract {

struct Picture {
  std::string url;  // as written
  std::string alt;
  std::optional<std::uint32_t> width, height;  // CSS pixels, as declared
};

// The picture that an <img> shows, lazy loading undone (data-src and its like), the largest of srcset and of the
// <source> elements around it taken. Nothing for tracking pixels, spacers and pictures inside the page (data:).
std::optional<Picture> picture_of(html::Node img);

// The element that an element of the page shows a picture by: itself, where it is an <img> or AMP's; of a <noscript>
// that holds nothing else its <img>, where the one before it waits for a script. No node for all else.
html::Node picture_element(html::Node node);

// The largest candidate of a srcset (HTML 4.8.4.2.1), or an empty view.
std::string_view best_of_srcset(std::string_view srcset);

}  // namespace syndicat::extract
