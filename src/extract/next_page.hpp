#pragma once
// Where an article that is split over several pages goes on.

#include <string>
#include <string_view>

#include "extract/body.hpp"
#include "extract/page_tree.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

struct NextPage {
  std::string url;     // absolute; empty: it does not go on
  std::string source;  // "link rel=next", "a rel=next", "a 2"
};

// The next page of the article at `first`, of which this is page `number`, by <link rel=next>, <a rel=next> and
// numbered links. Only an address counts that is the first one's with a page's number (page_number.hpp), so that
// neither the next article nor a list's next page is taken; nor one among comments, or behind a list of articles.
NextPage find_next_page(const html::Document& page, const Tree& tree, const Body& body, const std::string& base,
                        const std::string& first, unsigned number);

}  // namespace syndicat::extract
