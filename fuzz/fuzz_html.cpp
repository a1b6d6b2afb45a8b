// Any bytes are a page: the tree must hang together, and what is written of it must be read as the same kind of thing.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../tests/html/tree_check.hpp"
#include "html/document.hpp"
#include "html/encoding.hpp"
#include "html/serialize.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace syndicat;
  static constexpr std::array<std::string_view, 16> kContexts = {"body",
                                                                 "div",
                                                                 "table",
                                                                 "tr",
                                                                 "td",
                                                                 "select",
                                                                 "template",
                                                                 "title",
                                                                 "script",
                                                                 "svg svg",
                                                                 "svg title",
                                                                 "math mi",
                                                                 "math annotation-xml",
                                                                 "html",
                                                                 "frameset",
                                                                 "caption"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  html::Options options;
  options.keep_errors = (data[0] & 0x80U) != 0;
  if ((data[0] & 0x40U) != 0) options.limits.max_depth = 20;
  std::string text = (data[0] & 0x20U) != 0 ? html::decode(bytes).text : std::string(bytes);
  const auto document = (data[0] & 0x10U) != 0
                            ? html::parse_fragment(std::move(text), kContexts[data[0] & 0x0FU], options)
                            : html::parse(std::move(text), options);
  if (const std::string flaw = html::tree_flaw(document); !flaw.empty()) {
    std::fprintf(stderr, "%s\n", flaw.c_str());
    std::abort();
  }
  for (const auto& error : document.errors()) {
    if (error.position.offset > size * 3) std::abort();
  }
  document.root().find_all("p:has(> a) ~ :not(b):nth-child(2n+1), [href^=x] *");
  const auto again = html::parse_fragment(html::to_html(document.root()), "div");
  if (!html::tree_flaw(again).empty()) std::abort();
  return 0;
}
