// Any bytes as a text without markup.

#include <cstddef>
#include <cstdint>
#include <string>

#include "extract/extract.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(extract::article_from_text(std::string(reinterpret_cast<const char*>(data), size), {}));
  return 0;
}
