#pragma once
// Dates as they stand on the page around the article: <time>, microdata, RDFa, date lines, datelines of agencies, and
// the day that letters end with.

#include <string_view>

#include "extract/claims.hpp"
#include "extract/page_tree.hpp"
#include "extract/surroundings.hpp"

namespace syndicat::extract {

// Claims the days of publication and of change that the page shows. What stands in furniture (comments, related
// articles) is left out; the nearer to the title, the more it is trusted.
void claim_shown_dates(const Tree& tree, const std::vector<bool>& suspects, const Place& place,
                       const Surroundings& around, std::string_view language, Claims& claims);

}  // namespace syndicat::extract
