#pragma once
// Content made safe to show: an allow-list of elements, attributes, URL schemes and CSS properties, one table.

#include <string>
#include <string_view>

namespace syndicat::html {

struct SanitizeOptions {
  std::string base;           // where relative addresses are seen from; empty: they stay as they are
  bool keep_style = true;     // allowed CSS properties stay
};

// The fragment with nothing executable left in it, in any disguise. Its own result is left as it is.
std::string sanitize(std::string_view fragment, const SanitizeOptions& options = {});

// The fragment with its links and images made absolute; nothing else changes but the spelling of its markup.
std::string absolutize(std::string_view fragment, std::string_view base);

}  // namespace syndicat::html
