#pragma once
// Rules about how a document is served.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kTransportRules = {
    Rule{"http-error", Severity::error, "the server answered {status}", "Readers do not look at what comes with such an answer.",
         "let the server answer 200", "RFC 9110, section 15"},
    Rule{"http-error-with-possible-feed", Severity::error, "the server answered {status} and sent a feed all the same",
         "Readers do not look at what comes with such an answer, and unsubscribe after a while.", "let the server answer 200", "RFC 9110, section 15"},
    Rule{"http-protocol-error", Severity::error, "\"{header}\" is no name of an HTTP header", "Proxies and readers refuse the whole answer.",
         "mend the server's configuration", "RFC 9110, section 5.1"},
    Rule{"temp-redirect", Severity::info, "the server redirects for the time being ({status})",
         "Readers come back to the old address for ever.", "answer 301 or 308 where the feed has moved for good", "RFC 9110, section 15.4"},
    Rule{"text-xml", Severity::info, "the feed is served as text/xml without a charset",
         "Clients of old take it for US-ASCII, whatever the document says.", "serve it as application/xml, or add charset=utf-8", "RFC 7303, section 3"},
    Rule{"unexpected-content-type", Severity::warning, "{type} is served as {contentType}",
         "Browsers and readers choose by the media type, and take the feed for something else.", "serve it as {wanted}", "RFC 4287, section 7; RSS 2.0"},
    Rule{"non-specific-media-type", Severity::warning, "the media type {contentType} does not say what kind of XML or JSON it is",
         "Browsers show the source instead of offering to subscribe.", "serve it as {wanted}", "RFC 4287, section 7"},
    Rule{"uncompressed", Severity::info, "the answer of {size} bytes is not compressed", "Feeds shrink to a fifth, and are fetched again and again.",
         "let the server compress with gzip", "RFC 9110, section 8.4"},
    Rule{"no-validators", Severity::warning, "the answer has neither ETag nor Last-Modified",
         "Readers fetch the whole feed each time, since they cannot ask whether it changed.", "let the server send one of them",
         "RFC 9110, section 8.8"},
};
// clang-format on

}  // namespace syndicat::validate
