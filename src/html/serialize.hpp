#pragma once
// A tree back into text, in four ways. Each takes a node and writes what is inside it.

#include <string>

#include "html/document.hpp"

namespace syndicat::html {

std::string to_html(Node node);        // the standard's fragment serialisation (innerHTML)
std::string to_outer_html(Node node);  // with the node itself
// Well-formed XML in the XHTML namespace (which the caller declares); what XML cannot hold is dropped or mended.
std::string to_xhtml(Node node);
std::string to_markdown(Node node);  // CommonMark with tables
std::string to_text(Node node);      // paragraphs apart by an empty line

}  // namespace syndicat::html
