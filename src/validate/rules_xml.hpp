#pragma once
// Rules about the document as XML and as bytes, before any vocabulary.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kXmlRules = {
    Rule{"sax-error", Severity::error, "{exception}",
         "A document that is not well-formed is no XML: most readers stop here and show nothing of it.",
         "mend the document at this place; what follows was not looked at", "XML 1.0, section 2.1"},
    Rule{"undefined-named-entity", Severity::error, "{exception}",
         "XML knows only &amp; &lt; &gt; &quot; and &apos;. Names such as &nbsp; belong to HTML, and a reader of XML "
         "must stop at them.",
         "write the character itself or its number, such as &#160;", "XML 1.0, section 4.1"},
    Rule{"wp-blank-line", Severity::error, "{exception}",
         "An XML declaration is one only at the very beginning. A blank line before it, often printed by a plugin or an "
         "included file, makes the whole document unreadable.",
         "remove all that stands before <?xml", "XML 1.0, section 2.8"},
    Rule{"unicode-error", Severity::error, "{exception}",
         "The bytes are not what the encoding promises, so that readers show broken letters or refuse the document.",
         "save the document as UTF-8 and declare that", "XML 1.0, section 4.3.3"},
    Rule{"mislabelled-utf8", Severity::error, "the encoding is declared as \"{encoding}\", but the bytes are UTF-8",
         "A reader that believes the declaration shows two or three wrong signs for each letter beyond ASCII.",
         "write encoding=\"utf-8\"", "XML 1.0, section 4.3.3"},
    Rule{"unknown-encoding", Severity::error, "{exception}",
         "A reader that does not know the encoding cannot read the document at all.",
         "save the document as UTF-8 and write encoding=\"utf-8\"", "XML 1.0, section 4.3.3"},
    Rule{"obscure-encoding", Severity::warning, "the encoding \"{encoding}\" is one that few readers know",
         "XML asks readers for UTF-8 and UTF-16 only; few know this one.", "save the document as UTF-8 and declare that",
         "XML 1.0, section 2.2"},
    Rule{"nonstd-encoding", Severity::info, "the encoding \"{encoding}\" is not one that every reader of XML must know",
         "XML asks readers for UTF-8 and UTF-16 only.", "save the document as UTF-8 and declare that",
         "XML 1.0, section 2.2"},
    Rule{"missing-encoding", Severity::info, "the document does not say which encoding it is in",
         "Without a declaration, readers take it for UTF-8, and whoever edits it next may save it otherwise.",
         "begin it with <?xml version=\"1.0\" encoding=\"utf-8\"?>", "XML 1.0, section 4.3.3"},
    Rule{"encoding-mismatch", Severity::warning, "the document is in {encoding}, and the server says {charset}",
         "What the server says goes before the declaration, so that letters break.",
         "let both say the same, best utf-8", "RFC 7303, section 3"},
    Rule{"bad-xml-version", Severity::error, "\"{version}\" is no version of XML that feeds are in",
         "A reader may refuse a version that it does not know.", "write version=\"1.0\"", "XML 1.0, section 2.8"},
    Rule{"contains-system-entity", Severity::info, "the entity {value} lies outside the document",
         "No careful reader fetches it, since such entities are a way to read private files.",
         "write the text itself into the document", "XML 1.0, section 4.2.2"},
    Rule{"validator-limit", Severity::error, "{exception}",
         "Readers have limits as well; a document beyond all measure is taken for an attack.",
         "make the document smaller; what follows was not looked at", ""},
    Rule{"bad-characters", Severity::warning, "{subject} holds characters that look like a wrong encoding ({value})",
         "Control characters from U+0080 to U+009F, or two signs where one letter was meant, show that text was taken for "
         "another encoding than it is in.",
         "convert the text from the encoding it is really in", ""},
    Rule{"invalid-doctype", Severity::error, "the DOCTYPE is that of another version of RSS than the document's",
         "The document contradicts itself about what it is.", "remove the DOCTYPE; no feed needs one", ""},
    Rule{"deprecated-dtd", Severity::error, "the document type definition of Netscape's RSS 0.91 is withdrawn",
         "Its address answers no more, and readers that look for it wait or fail.", "remove the DOCTYPE", ""},
    Rule{"schema", Severity::error, "the document does not match the schema: {exception}",
         "The grammar in schemas/ says no where no rule has anything to say. Every such case is worth a report to us.",
         "compare the place with the specification", ""},
    Rule{"unknown-rule", Severity::warning, "the document asks for silence about \"{value}\", and there is no such rule",
         "What is meant speaks on, and nobody sees why.", "write {nearest}, or remove the name", ""},
    Rule{"user-schema", Severity::error, "by {schema}: {exception}",
         "The schema that was given with --schema does not allow it.", "write what the schema wants here, or mend the schema", ""},
};
// clang-format on

}  // namespace syndicat::validate
