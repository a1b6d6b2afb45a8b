#pragma once
// The blocks of a plain text or of Markdown: lists with what hangs below them, quotations, headings, tables, code.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::extract {

struct Line {
  std::string text;        // with its indent
  bool after_gap = false;  // an empty line stands before it
};

using Lines = std::vector<Line>;

// The lines that hold anything, whatever ends them.
Lines split_lines(std::string_view text);

// A row of stars, dashes or the like that parts a text ("* * *", "---", "⁂").
bool is_rule(std::string_view line);

// Whether the text uses Markdown: one line that shows it is enough.
bool is_markdown_text(const Lines& lines);

// The lines as HTML, for the sanitiser's allow-list. Lists nest eight levels, quotations as deep as they are.
std::string blocks_html(Lines lines, bool markdown);

}  // namespace syndicat::extract
