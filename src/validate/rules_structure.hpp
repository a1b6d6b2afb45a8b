#pragma once
// Rules about which elements and attributes stand where.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kStructureRules = {
    Rule{"missing-element", Severity::error, "{parent} has no {element}",
         "The specification requires it, and readers rely on it.", "give {parent} {element}", ""},
    Rule{"missing-title", Severity::error, "{parent} has no {element}",
         "The title is what people see of a feed or an item in every list.", "give {parent} {element}", ""},
    Rule{"missing-link", Severity::error, "{parent} has no {element}",
         "The link is where people land when they follow the feed or the item.", "give {parent} {element}", ""},
    Rule{"missing-description", Severity::error, "{parent} has no {element}",
         "RSS requires a description; readers show it beside the title.", "give {parent} {element}", ""},
    Rule{"duplicate-element", Severity::error, "{parent} has more than one {element}",
         "Readers take the first or the last, and nobody can say which.", "keep one", ""},
    Rule{"undefined-element", Severity::error, "{element} is not defined in {parent}",
         "Readers pass over what they do not know; mostly it is a mistyped name or stands in the wrong place.",
         "mend the name, move it where it belongs, or put it into a namespace of your own", ""},
    Rule{"unexpected-text", Severity::error, "text stands in {element} where only elements may",
         "Readers drop it, or take the document for another.", "remove the text or put it into an element", ""},
    Rule{"unexpected-whitespace", Severity::error, "white space stands around the value of {subject}",
         "The value is taken as it stands, and with a blank at its end it is another.", "remove the white space", ""},
    Rule{"missing-attribute", Severity::error, "{element} has no attribute {attr}",
         "The specification requires it, and the element means nothing without.", "give it {attr}=\"...\"", ""},
    Rule{"missing-recommended-attribute", Severity::warning, "{element} has no {attr}",
         "The specification recommends it, and readers make use of it.", "give it {attr}=\"...\"", ""},
    Rule{"deprecated", Severity::warning, "{element} is out of use; {replacement} took its place", "Programs of today look for its successor.",
         "write {replacement}", ""},
    Rule{"missing-href", Severity::error, "{element} has no attribute href",
         "Without an address the element points nowhere.", "give it href=\"https://...\"", ""},
    Rule{"unexpected-attribute", Severity::error, "{element} takes no attribute {attribute}",
         "Readers pass over it; mostly it is a mistyped name.", "remove it or mend its name", ""},
    Rule{"attr-not-blank", Severity::warning, "the attribute {attr} of {element} is blank",
         "A blank value says less than none.", "give it a value or remove it", ""},
    Rule{"not-blank", Severity::warning, "{subject} is blank",
         "Readers show an empty line, or drop the whole item.", "give it a value or remove it", ""},
    Rule{"missing-namespace", Severity::error, "{element} is in no namespace",
         "A feed is known by its namespace; without it, readers do not see one.",
         "declare it on the first element", ""},
    Rule{"not-in-a-namespace", Severity::error, "{element} within {parent} is in no namespace",
         "RSS takes elements beyond its own only in a namespace of theirs.", "give the element a prefix and declare it", "RSS 2.0, Extending RSS"},
    Rule{"invalid-namespace", Severity::error, "{element} is in the namespace \"{namespace}\", which is not the one it needs",
         "A namespace is compared letter by letter; one slash or letter more makes it another.",
         "write {wanted}", ""},
    Rule{"unknown-namespace", Severity::warning, "the namespace \"{namespace}\" is not known",
         "Few readers will know it either; mostly its address is mistyped.",
         "compare the address with its specification", ""},
    Rule{"unsupported-namespace", Severity::info, "elements of the namespace \"{namespace}\" were not looked at",
         "It is known, and its elements are not checked here.", "compare them with their own specification", ""},
    Rule{"undeterminable-vocabulary", Severity::warning, "{element} is in no namespace, so that nobody can say what it is",
         "A document is known by the name and the namespace of its first element.",
         "declare the namespace of the vocabulary on it", ""},
    Rule{"avoid-namespace-prefix", Severity::warning, "the prefix \"{prefix}\" troubles some readers here",
         "Many readers compare prefixes instead of namespaces and do not know this one.",
         "declare it as the default namespace, without a prefix", "RFC 4287, section 1.2"},
    Rule{"nonstd-prefix", Severity::info, "the usual prefix of \"{ns}\" is {preferred}",
         "Many readers compare prefixes instead of namespaces.", "use {preferred}", ""},
    Rule{"reserved-prefix", Severity::warning, "the prefix \"{prefix}\" usually stands for \"{ns}\"",
         "Many readers compare prefixes instead of namespaces, and take it for that.", "use another prefix", ""},
    Rule{"obsolete-namespace", Severity::error, "the namespace \"{namespace}\" is obsolete",
         "It is Atom 0.3, a draft of 2003, and readers of today look for Atom 1.0.",
         "write xmlns=\"http://www.w3.org/2005/Atom\" without a version, an id for the feed, updated for modified, published for issued, "
         "subtitle for tagline, rights for copyright, uri for url, and type=\"html\" for mode=\"escaped\"; "
         "syndicat convert --to atom does all of it",
         "RFC 4287"},
    Rule{"obsolete-version", Severity::warning, "this version of the format is obsolete",
         "It is read by fewer programs every year, and its errors are not mended.", "publish RSS 2.0 or Atom 1.0", ""},
    Rule{"misplaced-metadata", Severity::warning, "{element} stands behind the first entry",
         "Programs that read a feed from the front want to know it before the entries come.",
         "put it before the first entry", "RFC 4287, section 4.1.1"},
};
// clang-format on

}  // namespace syndicat::validate
