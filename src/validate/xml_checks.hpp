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
void check_root(Walk& walk, xml::Node root);

}  // namespace syndicat::validate
