#pragma once
// Where on the page the text stands that JSON-LD calls the article's body. It is a witness, not the source: it is
// often cut, and sometimes another article's.

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// The smallest box that holds most of `article_body`, where most of it is on the page and less than half of that in
// `parts`; else kNone.
std::uint32_t told_elsewhere(const Tree& tree, const std::vector<std::uint32_t>& parts, std::string_view article_body);

}  // namespace syndicat::extract
