#pragma once
// What is to be said of a document as XML, whatever vocabulary it is in.

#include "validate/grammar.hpp"

namespace syndicat::validate {

// Where well-formedness ends; nothing behind it is looked at.
std::size_t fatal_offset(const xml::Document& document);

// The flaw as exactly one error, the encoding, the DOCTYPE.
void check_as_xml(Walk& walk);

// Namespaces and prefixes as declared.
void check_bindings(Walk& walk);

// A root that is no vocabulary's: reports what is wrong with it.
// `wanted`: the namespace of the vocabulary whose first element has that name, in whatever namespace; empty: none, or
// there is no such vocabulary.
void check_root(Walk& walk, xml::Node root, std::string_view wanted);

}  // namespace syndicat::validate
