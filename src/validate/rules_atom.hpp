#pragma once
// Rules that only Atom has.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kAtomRules = {
    Rule{"missing-self", Severity::warning, "{parent} has no link with rel=\"self\"",
         "It tells a reader who has only the bytes where the feed lives, after it was moved or passed on.",
         "add <link rel=\"self\" href=\"https://...\"/>", "RFC 4287, section 4.1.1"},
    Rule{"relative-self", Severity::warning, "the self link is relative",
         "Its use is to say where the feed lives to who does not know it.", "write the whole address",
         "RFC 4287, section 4.1.1"},
    Rule{"self-doesnt-match-location", Severity::warning, "the self link \"{value}\" is not where the feed was found",
         "Readers that follow it subscribe to another address than this.", "write the address at which the feed is served",
         "RFC 4287, section 4.1.1"},
    Rule{"self-not-atom", Severity::warning, "the self link says that the feed is \"{value}\"",
         "A self link points to this very feed, which is Atom.", "write type=\"application/atom+xml\", or no type",
         "RFC 4287, section 4.2.7.2"},
    Rule{"missing-content-or-alternate", Severity::error, "{parent} has neither content nor a link with rel=\"alternate\"",
         "There is nothing that a reader could show or open.", "give it a content or an alternate link",
         "RFC 4287, section 4.1.2"},
    Rule{"invalid-content-mode", Severity::error, "the mode of {element} is \"{value}\"",
         "Atom 0.3 knew three modes and Atom 1.0 none; readers that heed it do not know this one.", "leave it out; type says all that is needed",
         "RFC 4287, section 4.1.3"},
    Rule{"missing-summary", Severity::error, "{parent} has no summary, and its content lies elsewhere or in base64",
         "A reader cannot show such a content in a list.", "give it a summary", "RFC 4287, section 4.1.2"},
    Rule{"missing-textual-content", Severity::warning, "{element} has no text for readers: neither summary nor textual content",
         "Readers show nothing but the title.", "give it a summary", "RFC 4287, section 4.1.1.1"},
    Rule{"duplicate-atom-link", Severity::error, "there is another alternate link with the same type and hreflang",
         "A reader cannot choose between the two.", "keep one, or tell them apart by type or hreflang",
         "RFC 4287, section 4.1.2"},
    Rule{"duplicate-entries", Severity::warning, "another entry has the same id \"{value}\"",
         "Readers take both for one and show only one of them.", "give each entry its own id",
         "RFC 4287, section 4.1.1"},
    Rule{"duplicate-ids", Severity::error, "all entries have the same id \"{value}\"",
         "Readers take all for one and show only one of them.", "give each entry its own id", "RFC 4287, section 4.2.6"},
    Rule{"duplicate-updated", Severity::warning, "another entry has the same updated \"{value}\"",
         "Entries made by hand rarely change in the same second; readers cannot sort them.",
         "write when each entry really changed", "RFC 4287, section 4.2.15"},
    Rule{"atom-link-not-empty", Severity::warning, "{element} holds text", "All that a link says is in its attributes.",
         "write <link href=\"...\"/>", "RFC 4287, section 4.2.7"},
    Rule{"unregistered-atom-link-rel", Severity::warning, "the link relation \"{value}\" is not registered",
         "Readers pass over relations that they do not know.", "use a registered one, or a whole URI of your own",
         "RFC 4287, section 4.2.7.2; IANA Link Relations"},
    Rule{"missing-type-attr", Severity::warning, "{element} has no attribute {attr}",
         "Readers choose by it what to do with the content.", "give it type=\"audio/mpeg\", or what it is",
         "RFC 4287, section 4.1.3.2"},
    Rule{"invalid-text-type", Severity::error, "\"{value}\" is no type of a text",
         "Readers know text, html and xhtml, and take others for plain text.", "write text, html or xhtml",
         "RFC 4287, section 3.1.1"},
    Rule{"missing-xhtml-div", Severity::error, "{parent} of type xhtml has no div",
         "With type=\"xhtml\" there is exactly one div of XHTML, which is not part of the text.",
         "put the text into <div xmlns=\"http://www.w3.org/1999/xhtml\">", "RFC 4287, section 3.1.1.3"},
    Rule{"misplaced-xhtml-content", Severity::error, "something stands beside the div of {element}",
         "Only what is in the div is the text.", "put it into the div", "RFC 4287, section 3.1.1.3"},
    Rule{"not-inline", Severity::warning, "{subject} is said to hold elements, and holds escaped tags ({value})",
         "Readers show the tags themselves.", "write the tags as they are, or type=\"html\"", "RFC 4287, section 3.1.1.3"},
    Rule{"not-escaped", Severity::error, "{subject} is said to be escaped, and holds elements",
         "With type=\"html\" the tags are written as text: &lt;p&gt;.", "escape the tags, or write type=\"xhtml\"",
         "RFC 4287, section 3.1.1.2"},
    Rule{"html-fragment", Severity::warning, "the media type \"{type}\" is used for a part of a page",
         "It stands for a whole document.", "write type=\"html\" or type=\"xhtml\"", "RFC 4287, section 4.1.3.1"},
    Rule{"same-document-reference", Severity::warning, "{subject} is a reference to this very document",
         "An empty or fragment reference means the feed itself, which is rarely what is wanted.",
         "write the whole address", "RFC 3986, section 4.4"},
    Rule{"missing-source-element", Severity::warning, "{parent} has no {element}",
         "A source that was left without id, title and updated no longer tells where the entry came from.",
         "copy {element} from the feed that the entry came from", "RFC 4287, section 4.2.11"},
};
// clang-format on

}  // namespace syndicat::validate
