#pragma once
// Source code on a page: its text, the language that it says it is in, and what highlighters put beside it.

#include <string>

#include "extract/page_tree.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

// The text of <pre>, a line break for each <br>, without empty lines at both ends; empty where it has none.
std::string code_of(html::Node pre);

// The language that the element or a box around nothing else names: class="language-*" and "lang-*" (HTML 4.5.15),
// "highlight-*" of Sphinx, "hljs *", "src-*", "brush: *", data-lang, data-language. In small letters, empty where
// none does or it says that there is none ("text", "default").
std::string language_of_code(const Tree& tree, html::Node pre);

// The cell of the code in a table that only numbers its lines; no node where the table is another one.
html::Node numbered_code(html::Node table);

}  // namespace syndicat::extract
