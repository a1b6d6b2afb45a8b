#pragma once
// What a site's rule finds on one page.

#include <string>
#include <vector>

#include "extract/page_tree.hpp"
#include "extract/site_rule.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

// A rule's statements outweigh all that a page says of itself.
constexpr int kToldByRule = 1000;

// One value, and which rule found it: "site rule newsroom.toml:12:9".
struct ToldValue {
  std::string value, source;
};

struct SiteAnswer {
  std::vector<html::Node> body;  // elements, in tree order; empty: none found, or none asked for
  std::string body_source;
  std::vector<ToldValue> titles, authors, dates;  // in the order of trust; of authors all that one expression finds
  ToldValue single_page, next_page;               // addresses as written; empty: none
  std::vector<std::string> notes;                 // what could not be answered, what the rule says of the page
};

// The page's text with the rule's replacements made, as long as it does not become too large.
std::string with_replacements(const SiteRule& rule, std::string text);

// Asks the page for titles, authors, dates and links, takes out what the rule strips, then finds the body.
SiteAnswer ask(const SiteRule& rule, html::Document& page);

// The boxes of the body's elements, none inside another.
std::vector<std::uint32_t> boxes_of(const SiteAnswer& answer, const Tree& tree);

}  // namespace syndicat::extract
