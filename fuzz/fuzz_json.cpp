// JSON text: parsing never fails badly, and what was parsed is written and parsed as the same text.

#include <cstdlib>

#include "json/value.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace syndicat;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto value = json::parse(text);
  if (!value) {
    if (value.error().offset > size) std::abort();
    return 0;
  }
  if (value->end > size || value->offset > value->end) std::abort();
  const auto written = json::to_text(*value);
  const auto again = json::parse(written);
  if (!again || json::to_text(*again) != written) std::abort();
  return 0;
}
