// Any text is a selector or is refused.

#include <cstdint>
#include <string_view>

#include "html/document.hpp"
#include "html/selector.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace syndicat;
  static const auto page =
      html::parse("<div id=a class='b c'><p>x<a href=y>z</a><ul><li>1<li>2<li>3</ul><svg><g/></svg></div>");
  if (size > 512) return 0;
  const auto selector = html::Selector::parse({reinterpret_cast<const char*>(data), size});
  if (selector) selector->find_all(page.root());
  return 0;
}
