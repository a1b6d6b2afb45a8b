#pragma once
// What the page says for readers of the article's tags and section: links of rel=tag, microdata, microformats, the way
// from the front page.

#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/page_tree.hpp"
#include "extract/surroundings.hpp"

namespace syndicat::extract {

// Claims tags and sections. `breadcrumbs` are JSON-LD's, outermost first, and may be empty.
void claim_topics(const Tree& tree, const Place& place, const Surroundings& around,
                  const std::vector<std::string>& breadcrumbs, Claims& claims);

}  // namespace syndicat::extract
