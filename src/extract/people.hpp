#pragma once
// Bylines into people.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::extract {

// The people (or agencies) that a byline names: "By Jane Doe and Per Aas, staff writers" gives two. Without "By" in
// any language of the phrase table, e-mail addresses, handles, links and job titles; academic degrees stay with their
// name. Empty for what cannot be a byline.
std::vector<std::string> split_authors(std::string_view byline);

// Whether the words are written as a person's name is: two to four, each with a capital. Scripts without capitals
// have no such sign.
bool looks_like_name(std::string_view words);

// "Ann Roe" of "Ann Roe lives on a boat with two cats.": whom a sentence about somebody begins with. Empty where it
// begins with no name; nothing where the words are no such sentence, but perhaps a byline.
std::optional<std::string> named_by_sentence(std::string_view words);

// Whether the words could be a person's or an office's name: short, no sentence, no date.
bool could_be_author(std::string_view words);

// Whether the words hold a post ("Senior Editor") rather than a name alone.
bool names_a_post(std::string_view words);

}  // namespace syndicat::extract
