#pragma once
// RDF/XML as a grammar (https://www.w3.org/TR/rdf-syntax-grammar/): nodes and properties by turns.

#include "validate/grammar.hpp"

namespace syndicat::validate {

// Reports what makes a document no RDF; `node` is the rdf:RDF element, or the one thing that the document is.
void check_rdf(Walk& walk, xml::Node node);

}  // namespace syndicat::validate
