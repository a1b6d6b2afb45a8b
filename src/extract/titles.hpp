#pragma once
// The article's title among what a page calls its title.

#include <string>
#include <string_view>
#include <vector>

#include "extract/claims.hpp"
#include "extract/headings.hpp"

namespace syndicat::extract {

// A title without the site's name before or behind it ("Strike | Union Courier", "Union Courier: Strike").
// `site_name` and `host` may be empty; then only what is plainly no part of the title goes.
std::string without_site_name(std::string_view title, std::string_view site_name, std::string_view host);

// How alike two titles are: 1 where they say the same, 0 where they share no word.
double likeness(std::string_view a, std::string_view b);

struct TitleSources {
  std::string title_element, site_name, host;
  std::vector<Heading> headings;  // in tree order
};

// The claim that wins, with its source; an empty value where the page has no title.
Claim settle_title(const Claims& claims, const TitleSources& sources);

}  // namespace syndicat::extract
