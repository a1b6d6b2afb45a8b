#pragma once
// Safe corrections of what makes a document no XML: where there is one thing only that the writer can have meant.

#include <optional>
#include <vector>

#include "validate/finding.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

// "&" and "<" that begin nothing become references, an entity of HTML a character reference, "]]>" in text is escaped,
// white space before the XML declaration goes, and a prefix that everybody knows is declared on the first element.
std::optional<Edit> correction_of(const xml::Document& document, const xml::Flaw& flaw);

// Those of all flaws of the document; each prefix is declared once.
std::vector<Edit> corrections_of_flaws(const xml::Document& document);

}  // namespace syndicat::validate
