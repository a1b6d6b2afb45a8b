#pragma once
// What stands about a text at its head: front matter, the byline and the date line below the title.

#include <string>
#include <string_view>

#include "extract/text_blocks.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

// Front matter, as writing tools put it before a text: "key: value" lines between two lines of "---", or "key = value"
// between "+++". Taken off; title, authors, date, tags, language and summary go into `item`.
void take_front_matter(std::string& text, model::Item& item);

// Whether the line says who wrote or when, and nothing else: "By Jane Doe, 3 February 2026".
bool is_detail(std::string_view line, std::string_view language);

// Takes such lines, and furniture ("3 min read", "Share"), from between the title and the first sentence. What `item`
// has already stays.
void take_details(Lines& lines, std::string_view language, model::Item& item);

}  // namespace syndicat::extract
