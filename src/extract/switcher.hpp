#pragma once
// Lines that lead to the other language editions of an article: "Read this text in бел or рус", "EN | BE | RU".

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_tree.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

// Whether the line does nothing but name other editions: a few words, at least one of them a language, and either
// nothing else or a verb of reading.
bool is_switcher_line(std::string_view line);

// The editions that a line of plain text names with their addresses behind them: "бел (https://...)",
// "[рус](https://...)". Empty where there are no addresses.
std::vector<model::Translation> editions_in_line(std::string_view line);

// The editions that a page's own switchers lead to: lines as above, links with hreflang, rows of languages' names,
// links whose address differs from the page's (`own`, may be empty) in the language alone; og:locale:alternate is a
// witness. Addresses are made absolute against `base`.
std::vector<model::Translation> editions_on_page(const html::Document& page, const Tree& tree, const std::string& base,
                                                 const std::string& own);

}  // namespace syndicat::extract
