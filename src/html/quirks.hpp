#pragma once
// Which mode a doctype puts a page into (the HTML Standard, section 13.2.6.4.1).

#include <string_view>

#include "html/tokenizer.hpp"

namespace syndicat::html {

Mode mode_of_doctype(const Token& doctype, std::string_view name);

}  // namespace syndicat::html
