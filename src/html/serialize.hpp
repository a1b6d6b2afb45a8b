#pragma once
// A tree back into text, in four ways. Each takes a node and writes what is inside it.

#include <string>
#include <string_view>

#include "html/document.hpp"

namespace syndicat::html {

std::string to_html(Node node);        // the standard's fragment serialisation (innerHTML)
std::string to_outer_html(Node node);  // with the node itself
// Well-formed XML in the XHTML namespace (which the caller declares); what XML cannot hold is dropped or mended.
std::string to_xhtml(Node node);
std::string to_markdown(Node node);  // CommonMark with tables
// Plain words within a line of Markdown, such as a heading or a link's words: it shows them as they are.
std::string markdown_of_line(std::string_view words);
std::string to_text(Node node);  // paragraphs apart by an empty line

}  // namespace syndicat::html
