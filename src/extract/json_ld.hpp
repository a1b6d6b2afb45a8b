#pragma once
// schema.org in JSON-LD: what a page's scripts say of its article.

#include <string>
#include <string_view>
#include <vector>

#include "extract/claims.hpp"

namespace syndicat::extract {

struct JsonLd {
  std::string composed_body;             // HTML made of the steps of a recipe or a guide, where there is no body
  std::string article_body;              // as it stood: often cut, sometimes with markup
  std::vector<std::string> breadcrumbs;  // names, outermost first
};

// Reads every script (each the text of one element, broken JSON mended where that is plain) and claims what the
// node about this page's article says. `url` is the page's address, `title` its title element; they tell the
// article among several.
JsonLd read_json_ld(const std::vector<std::string>& scripts, std::string_view url, std::string_view title,
                    Claims& claims);

// JSON text with what editors and templates do wrong put right: comments and CDATA marks around it, quotation marks
// written as entities or as apostrophes, line ends and unescaped quotation marks inside strings, commas before a
// closing bracket, a semicolon at the end, an end that was cut off. In one pass; for text that does not parse as it is.
std::string mend_json(std::string_view text);

}  // namespace syndicat::extract
