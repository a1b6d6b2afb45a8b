// Any text as a style: what is called harmless holds nothing that loads or runs, and stays harmless in
// capitals and behind blanks.

#include <algorithm>
#include <cstdlib>
#include <string>

#include "text/unicode.hpp"
#include "validate/html.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string style(reinterpret_cast<const char*>(data), size);
  const bool is_harmless = validate::is_harmless_style(style);
  if (validate::judge_attribute("style", style) == validate::Risk::none && !is_harmless) std::abort();
  if (!is_harmless) return 0;
  const auto lower = text::to_lower_ascii(style);
  for (const auto* bad : {"url(", "expression", "javascript", "vbscript", "@import"})
    if (lower.find(bad) != std::string::npos) std::abort();
  if (!validate::is_harmless_style(" " + style + " ") || !validate::is_harmless_style(lower)) std::abort();
  return 0;
}
