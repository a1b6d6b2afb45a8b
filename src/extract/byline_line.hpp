#pragma once
// A line that tells who wrote, as it stands on a page, brought to one plain form.

#include <string>
#include <string_view>

namespace syndicat::extract {

// Whether the line begins with a label that leads to the writer: "By", "von", "Автор:"; or with what calls the text
// itself, a colon, and what could be names ("Text: Ann Roe").
bool begins_as_byline(std::string_view line);

// The line with a narrow colon and blank behind its label whatever mark stands there ("文/李偉", "撰文：李偉"), the
// reporter's post of Chinese and Korean before the name ("李偉記者" has none behind), and without what follows a second
// label ("Text: Ann Roe Fotos: Li Wei"). Spaces are collapsed; words it knows nothing of stay as they are.
std::string plain_byline(std::string_view line);

}  // namespace syndicat::extract
