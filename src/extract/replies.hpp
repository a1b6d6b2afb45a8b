#pragma once
// Discussions: posts in a row, each with who wrote it and when, on a page that calls itself a forum or its parts posts.
// The first post is the article, the others answer it. Where the article stands besides, all of them are comments.

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// Marks the answers as comments. `url`: of the page, may be empty.
void mark_replies(Tree& tree, std::string_view url);

}  // namespace syndicat::extract
