// Any bytes as a page: no crash, no hang, and the same article each time.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extract/extract.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const extract::Options options{
      .url = "https://paper.example/2026/03/15/story", .charset = "", .media_type = "text/html"};
  const auto item = extract::article(bytes, options);
  if (item && size < 4096) {
    const auto again = extract::article(bytes, options);
    if (!again || !(*again == *item)) std::abort();
  }
  return 0;
}
