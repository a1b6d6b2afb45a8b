#pragma once
// A page's bytes into text: byte order mark, the transport's charset, the declaration in the page, then detection.

#include <string>
#include <string_view>

namespace syndicat::html {

struct Decoded {
  std::string text;      // UTF-8
  std::string encoding;  // the standard's name of what it was read as
};

Decoded decode(std::string_view bytes, std::string_view transport_charset = {});

}  // namespace syndicat::html
