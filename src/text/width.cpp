#include "text/width.hpp"

#include <utf8proc.h>

#include "text/unicode.hpp"

namespace syndicat::text {

std::size_t width_of(char32_t character) {
  if (character < 0x300) return 1;
  // The vowels and finals of Hangul join the syllable before them; utf8proc counts them for themselves.
  if (character >= 0x1160 && character <= 0x11FF) return 0;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(character));
  return width < 0 ? 1 : static_cast<std::size_t>(width);
}

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += width_of(next_character(utf8, at));
  return width;
}

}  // namespace syndicat::text
