#pragma once
// The headings of a page and the parts they are made of: a kicker, a date or a count may stand in the same element as
// the title.

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_tree.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

struct Heading {
  std::string text;  // as a reader sees it, without soft hyphens; kickers and dates that are marked left out
  std::vector<std::string> parts;  // what its elements hold, in order; empty where it is one run
  int level = 1;
  bool in_furniture = false;
  bool leads_home = false;  // a link to the site's front page: the name of the paper
};

// The level of a line that only looks like a heading, bold, large or called a title.
constexpr int kLooksLikeHeading = 7;

// Levels 1 to 3 in tree order, at most some dozens; long ones are left out. On a page without any, the lines at its
// beginning that look like one. `url` is the page's, `suspects` are body.hpp's.
std::vector<Heading> headings_of(const Tree& tree, const std::vector<bool>& suspects, std::string_view url);

// Text without U+00AD, which only tells a browser where a word may break.
std::string without_soft_hyphens(std::string_view text);

// Whether a link in a heading or a term only marks the place that it leads to: "¶", "#", "🔗", "§", no letter or digit.
bool is_place_link(html::Node a);

}  // namespace syndicat::extract
