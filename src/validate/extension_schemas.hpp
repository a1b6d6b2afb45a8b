#pragma once
// The grammars of extensions, one file each: schemas/ext-*.rng. Each describes an element by itself; where it may stand
// and how often is left to the rules.

#include <string_view>

#include "xml/relaxng.hpp"

namespace syndicat::validate {

// The grammar for an element of that namespace and name, or an empty view where there is none. The same namespace gives
// the same view, which lives as long as the program.
std::string_view extension_schema(std::string_view uri, std::string_view local);

// What a document of that schema ("schemas/atom.rng") holds any number of; null: nothing.
const xml::Repeated* repeated_in(std::string_view schema);

}  // namespace syndicat::validate
