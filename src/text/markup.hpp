#pragma once
// Text into XML and HTML, and a first look whether text is markup.

#include <string>
#include <string_view>

namespace syndicat::text {

// `<`, `>` and `&` escaped, for element content; characters that XML 1.0 forbids (section 2.2) are dropped.
std::string escape_xml(std::string_view text);
// The same with quotation marks, tabs and line ends escaped, for an attribute's value in double quotes.
std::string escape_xml_attribute(std::string_view text);

// The same, put behind what `to` holds already.
void append_escaped_xml(std::string& to, std::string_view text);
void append_escaped_xml_attribute(std::string& to, std::string_view text);

// Paragraphs of plain text (apart by blank lines) as `<p>` elements, single line ends as `<br>`.
std::string text_to_html(std::string_view text);

}  // namespace syndicat::text
