#pragma once
// Boxes that are the article's own by where they stand and what they hold, whatever a word of their class says:
// "ad-hoc", "cookie-recipe", "code-toolbar".

#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// By number: between two paragraphs of running text and itself sentences without a link or a control; highlighted
// source; a player; a figure that leads nowhere.
std::vector<bool> find_own_words(const Tree& tree);

}  // namespace syndicat::extract
