#pragma once
// Markup within feeds: is it any, what does it say as plain text, where do its links lead.

#include <string>
#include <string_view>

#include "html/sanitize.hpp"
#include "model/feed.hpp"

namespace syndicat::formats {

// Whether text holds a tag of HTML, a comment or a character reference. "<String>" is none: only the names of HTML's
// elements count, and others with a hyphen or a colon that are closed.
bool is_markup(std::string_view text);

// What a reader sees of a text, on one line: blocks and line breaks are apart by a blank; scripts, styles and what
// else is not shown says nothing.
std::string plain(const model::Text& text);
std::string plain_of_html(std::string_view fragment);

// A text as an HTML fragment.
std::string html(const model::Text& text);

// The address, if it can be followed without harm; `javascript:` and its like become none.
std::string safe_address(const std::string& url);

// About how many bytes a feed takes in any format.
std::size_t expected_size(const model::Feed& feed);

// The fragment with links and images seen from `base`; as it is where they are absolute or `base` is not known.
// Of markup that was not escaped an attribute xml:base counts (and goes).
using html::XmlBase;
std::string absolute(std::string fragment, std::string_view base, XmlBase xml_base = XmlBase::ignored);

// A text of unknown nature: markup where it looks like that. What in it would be lost as a tag that HTML does not have
// is escaped.
model::Text guess_text(std::string value);

}  // namespace syndicat::formats
