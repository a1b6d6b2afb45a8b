#pragma once
// Players and embedded posts: where what they show stands, and what a link to it is called.

#include <string>
#include <string_view>

#include "html/document.hpp"

namespace syndicat::extract {

// The address that an <iframe>, <object>, <video>, <audio>, <embed> or an AMP component plays or shows, as written,
// lazy loading undone, or of a post that a script would draw there (<blockquote cite>, data-href); empty where there is
// none or the address says that it is an advertisement, a button or a form, and for all other elements.
std::string media_address(html::Node node);

// Words for a link to it: its title, else the file's name, else the host. `address`: absolute.
std::string media_words(html::Node node, std::string_view address);

}  // namespace syndicat::extract
