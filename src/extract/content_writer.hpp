#pragma once
// The article's body as small, stable HTML: paragraphs, headings, lists, quotations, tables, code, figures, links.

#include <string>

#include "extract/body.hpp"
#include "extract/page_tree.hpp"

namespace syndicat::extract {

// What is left of the body's parts, addresses resolved against `base`. Text that stands loose becomes paragraphs,
// layout tables and boxes are dissolved, embedded media become links, h1 becomes h2 (the title is the only h1).
// With `clean_links` addresses lose what only counts readers (links.hpp).
std::string write_content(const Tree& tree, const Body& body, const std::string& base, bool clean_links);

}  // namespace syndicat::extract
