#pragma once
// Names and dates as they stand on the page around the article: bylines, date lines, <time>, microdata.

#include <string_view>
#include <vector>

#include "extract/claims.hpp"
#include "extract/page_tree.hpp"

namespace syndicat::extract {

struct Place {
  std::string_view words;       // the title
  std::uint32_t title = kNone;  // its block, where it is on the page
  std::uint32_t start = kNone;  // the body's first block
  std::uint32_t end = kNone;    // behind its last one
};

// Claims what the page shows. What stands in furniture (comments, related articles) is left out, and what stands in one
// box with a headline that leads to another article is of that one; the nearer to the title, the more it is trusted.
void claim_bylines(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language,
                   Claims& claims);

}  // namespace syndicat::extract
