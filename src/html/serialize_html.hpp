#pragma once
// The pieces of HTML as text, for what writes HTML in this room.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "html/document.hpp"

namespace syndicat::html {

// Escaped as the standard has it (section 13.3, "escaping a string"): element content, and a value in double quotes.
void append_html_text(std::string& to, std::string_view text);
void append_html_value(std::string& to, std::string_view value);

// Whether the standard writes the element without an end tag, and its text as it stands.
bool is_void_element(Node element);
bool is_raw_text_element(Node element);

// An attribute's value in place of the one it has, kept by the callee until it is called again; nothing: it is left
// out.
using Rewrite = std::function<std::optional<std::string_view>(Node element, const Attribute& attribute)>;

// What is inside the node; `rewrite` may be empty.
void append_html(std::string& to, Node node, const Rewrite& rewrite);

}  // namespace syndicat::html
