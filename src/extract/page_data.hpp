#pragma once
// The article in the data that a page's own scripts draw it from: JSON in <script type="application/json"> or assigned
// to a variable. For pages that show no text without a script.

#include <string>

#include "extract/claims.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

// The text of the object that holds the longest one and a title beside it, as HTML that is not clean yet; empty where
// there is none. What stands beside it (title, authors, dates, summary) goes into `claims`. `title` is the page's title
// element; it tells the article among others. Scripts, nodes, depth and the length of the text are bounded; what lies
// beyond is not read.
std::string read_page_data(const html::Document& page, const std::string& title, Claims& claims);

}  // namespace syndicat::extract
