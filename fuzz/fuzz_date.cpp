// Dates: what any reader takes is an instant that can be written and read as the same.

#include <cstdlib>

#include "text/date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace syndicat;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (auto* parse : {text::parse_rfc3339, text::parse_rfc822, text::parse_date}) {
    const auto instant = parse(text);
    if (!instant) continue;
    const auto again = text::parse_rfc3339(text::to_rfc3339(*instant));
    if (!again || again->seconds != instant->seconds || again->nanoseconds != instant->nanoseconds) std::abort();
    const auto whole = text::parse_rfc822(text::to_rfc822(*instant));
    if (!whole || whole->seconds != instant->seconds) std::abort();
  }
  return 0;
}
