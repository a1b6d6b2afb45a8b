#pragma once
// Where the profile w3c does not only weigh a rule otherwise but looks at a document otherwise. Each such place in the
// code names its row here: `if (as_w3c(check, "old-rss"))`; a name without a row does not compile. The rows make up
// the list of differences in syndicat-rules(7).

#include <array>
#include <span>
#include <string_view>

#include "validate/check.hpp"

namespace syndicat::validate {

struct Opinion {
  std::string_view id;
  std::string_view rule;  // whose findings differ
  std::string_view w3c;   // what that validator holds, as a clause: "a blank type is blank and no more"
  std::string_view ours;  // what every other profile holds
  std::string_view why;   // a sentence
};

// clang-format off
inline constexpr std::array kOpinions = {
    Opinion{"blank-type", "invalid-text-type", "a blank type of a text or a content is a warning (attr-not-blank)", "it is an error, as any other type that is none",
            "RFC 4287 has three types of texts and media types, and the empty word is none of them."},
    Opinion{"type-of-text", "invalid-mime-type", "a type that is neither text, html nor xhtml must be a media type as well", "one finding is enough (invalid-text-type)",
            "Media types belonged there in Atom 0.3 only."},
    Opinion{"mode-of-old", "unexpected-attribute", "the attribute mode of Atom 0.3 may stand in Atom 1.0", "it is an attribute that Atom does not have",
            "Readers of Atom 1.0 do not heed it, so that base64 is shown as it stands."},
    Opinion{"blank-number", "invalid-positive-integer", "a number without a digit is a warning (not-blank)", "it is an error, as any other number that is none",
            "Readers that convert it fail; the grammars refuse it too."},
    Opinion{"blank-address", "invalid-addr-spec", "an e-mail address without a letter is a warning (not-blank)", "it is an error, as any other address that is none",
            "RFC 4287 asks for an addr-spec, which is never empty."},
    Opinion{"delivery-services", "invalid-service-type", "the service of a shipping is one of seven", "it is whatever it is called today",
            "The list of 2005 was dropped; shops write the name of the service."},
    Opinion{"rating-schemes", "invalid-media-rating", "a scheme that begins with urn: and is not in Media RSS allows no rating", "it allows any",
            "Media RSS lets everybody name a scheme, by a URN too."},
    Opinion{"names-of-namespaces", "sax-error", "a namespace whose name is no URI ends the reading", "it is one that nobody knows (unknown-namespace)",
            "No XML parser in use stops there."},
    Opinion{"attributes-in-rss", "use-of-extension-attr", "an attribute of a namespace on an element of RSS 2.0 is a warning", "it may stand there",
            "The RSS Advisory Board's specification allows it, and readers pass over it."},
    Opinion{"half-hours", "problematical-rfc822-date", "an offset with minutes, such as +0530, is a warning", "it is sound",
            "A fifth of all people live by such a clock, and programs of today read it."},
    Opinion{"opml-1", "unexpected-attribute", "an outline of OPML 1.0 has the attributes of OPML 2.0 only", "it may have any",
            "OPML 1.0 says that an outline may have any number of arbitrary attributes."},
    Opinion{"provisional-schemes", "scheme-not-iana-registered", "a scheme that is registered provisionally is not registered", "it is registered",
            "IANA's list has both; magnet, git and webcal are met daily."},
    Opinion{"explicit-of-old", "obsolete-itunes-explicit", "itunes:explicit must be true or false (invalid-true-false)", "yes, no, clean and explicit are a warning",
            "Apple asked for these words until 2019 and still reads them, and so does everyone else."},
    Opinion{"old-rss", "obsolete-version", "RSS 0.91 to 0.94 are as good as 2.0", "they are obsolete",
            "Each is a subset of RSS 2.0, which readers are made for."},
    Opinion{"rss-without-items", "missing-element", "RSS 1.0 may have no item", "it has at least one",
            "RSS 1.0 asks for one or more items (section 5.5)."},
    Opinion{"language-of-rss", "missing-dc-language", "a channel of RSS 2.0 without a language is worth an info", "only one of RSS 1.0 is",
            "In RSS 2.0 the element is optional, and one feed may hold several languages."},
    Opinion{"pages", "undefined-element", "an HTML page is a feed that is badly wrong", "it is unreadable as a feed (exit status 3)",
            "Who gives a page has the wrong address; a list of wrong elements does not say so."},
    Opinion{"mislabelled", "mislabelled-utf8", "bytes are read by the encoding that is declared, whatever they are",
            "UTF-8 that is declared as an encoding of single bytes is read as UTF-8, with one finding",
            "Otherwise every letter beyond ASCII would be a finding of its own."},
};
// clang-format on

// A row, named in code.
class OpinionRef {
 public:
  consteval OpinionRef(const char* id) { check(id); }  // NOLINT(google-explicit-constructor): it reads as a name

 private:
  static consteval void check(std::string_view id) {
    for (const auto& opinion : kOpinions)
      if (opinion.id == id) return;
    throw "no such opinion";  // only ever seen by the compiler
  }
};

// Whether the document is looked at as that validator does, in this matter.
inline bool as_w3c(const Check& check, OpinionRef) { return check.strict_as_w3c(); }

}  // namespace syndicat::validate
