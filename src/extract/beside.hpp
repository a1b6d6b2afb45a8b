#pragma once
// What belongs to an article besides the place where most of its text stands: a list of ingredients, a table of
// prices, a list of questions in a container of its own.

#include <cstdint>
#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// Adds to `parts`, which holds the place of the text, the boxes of the same frame that hold content: those between
// `title`, a block, and the end of the frame around both. The parts stay in tree order, none inside another.
void add_beside(const Tree& tree, const std::vector<bool>& suspects, std::uint32_t title,
                std::vector<std::uint32_t>& parts);

}  // namespace syndicat::extract
