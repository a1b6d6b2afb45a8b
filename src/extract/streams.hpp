#pragma once
// Streams of teasers: boxes of one kind in a row, each with a headline that leads to another page of the site and a
// few words of what stands there. A front page has nothing else; below an article they can hold more text than it.

#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// Marks the streams in `suspects`, with all below them, where the page has enough running text besides.
void mark_streams(const Tree& tree, std::vector<bool>& suspects);

}  // namespace syndicat::extract
