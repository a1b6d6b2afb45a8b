#pragma once
// Names as they stand on the page around the article: bylines, marked elements, microdata, RDFa, signatures, agencies.

#include <string_view>

#include "extract/claims.hpp"
#include "extract/page_tree.hpp"
#include "extract/surroundings.hpp"

namespace syndicat::extract {

// Claims the writers that the page shows. What stands in furniture (comments, related articles) is left out, and what
// stands in one box with a headline that leads to another article is of that one; the nearer to the title, the more it
// is trusted. `language` (BCP 47, may be empty) is the one that dates beside names are read in.
void claim_bylines(const Tree& tree, const Place& place, const Surroundings& around, std::string_view language,
                   Claims& claims);

}  // namespace syndicat::extract
