#pragma once
// Tables and lists that are the article's own words although links fill them: results, rankings, winners. Menus and
// lists of other articles look much the same by the share of their links.

#include <cstdint>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// Whether the table says something beside its links: rows of several cells, with a header or with words of their own
// in them. Not where it holds another table, which is layout.
bool is_table_of_facts(const Tree& tree, std::uint32_t number);

// Whether a list or a small box of short links stands in the middle of running text, which introduces it: right
// below a heading of no furniture, or a line that ends with a colon, and with text or a heading behind it. `part` is
// the box of the article that it is part of.
bool is_list_in_text(const Tree& tree, std::uint32_t number, std::uint32_t part);

}  // namespace syndicat::extract
