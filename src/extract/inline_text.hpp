#pragma once
// The small marks of plain text: list markers, quotation marks of mail, Markdown's headings, emphasis and links.

#include <map>
#include <string>
#include <string_view>

namespace syndicat::extract {

struct ListMarker {
  std::size_t length = 0;  // bytes up to the item's text; 0: no marker
  bool ordered = false;
};
ListMarker list_marker(std::string_view line);

// How many ">" stand before the text, and the text without them.
int quote_depth(std::string_view line);
std::string_view without_quote_marks(std::string_view line);

// The level of Markdown's "## heading" (1 to 6), or 0; its text without the marks (any other line as it is, trimmed).
int heading_level(std::string_view line);
std::string heading_text(std::string_view line);

// A line of nothing but "=" or "-", which makes the line before it a heading.
bool is_underline(std::string_view line);

// Whether the line shows that the text is Markdown: a heading, a link or an image with its address in brackets.
bool is_markdown(std::string_view line);

// The addresses that Markdown defines apart from its links, by their label in small letters.
using References = std::map<std::string, std::string>;

// The line as HTML: escaped, web addresses as links; with `markdown` its links, code, strong, light and struck words.
std::string inline_html(std::string_view line, bool markdown, const References& references = {});

}  // namespace syndicat::extract
