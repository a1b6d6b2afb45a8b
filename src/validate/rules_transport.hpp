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
    Rule{"missing-content-type", Severity::warning, "the answer has no Content-Type",
         "Browsers guess what it is, and some readers refuse what they are not told.", "let the server name the feed's media type",
         "RFC 9110, section 8.3"},
    Rule{"invalid-etag", Severity::warning, "the ETag is written {value}, which is none",
         "Readers that send it back get the whole feed each time, or are refused.", "write it in quotation marks: ETag: \"a1\"",
         "RFC 9110, section 8.8.3"},
    Rule{"invalid-last-modified", Severity::warning, "the date \"{value}\" in Last-Modified is none as HTTP has it",
         "Readers that send it back get the whole feed each time.", "write it like Sun, 06 Nov 1994 08:49:37 GMT",
         "RFC 9110, section 5.6.7"},
    Rule{"uncompressed", Severity::info, "the answer of {size} bytes is not compressed", "Feeds shrink to a fifth, and are fetched again and again.",
         "let the server compress with gzip", "RFC 9110, section 8.4"},
    Rule{"no-validators", Severity::warning, "the answer has neither ETag nor Last-Modified",
         "Readers fetch the whole feed each time, since they cannot ask whether it changed.", "let the server send one of them",
         "RFC 9110, section 8.8"},
    Rule{"moved-for-good", Severity::info, "the address has moved for good ({status})",
         "Readers that heed it ask the new address from now on; those that do not take two requests each time.",
         "name the new address wherever the old one is named", "RFC 9110, section 15.4"},
    Rule{"no-cross-origin", Severity::info, "the answer has no Access-Control-Allow-Origin",
         "Readers that run in a browser cannot fetch the feed themselves.", "let the server send Access-Control-Allow-Origin: * with the feed",
         "Fetch Standard, section 3.2"},
    Rule{"large-document", Severity::info, "the answer has {size} bytes, more than {max}",
         "Some readers stop before its end, and each fetches all of it again and again.",
         "keep the newest items, and give the older ones in archives (RFC 5005)", "RFC 5005"},
    Rule{"conditional-get-ignored", Severity::warning, "asked with the validators of its first answer, the server sent {status} instead of 304",
         "Readers fetch the whole feed each time, since the server does not tell them that nothing changed.",
         "let the server compare If-None-Match with the ETag and If-Modified-Since with the date", "RFC 9110, section 13"},
    Rule{"hub-without-self", Severity::warning, "the feed names a hub and not its own address",
         "A subscriber asks the hub for that address; without it nobody can subscribe.", "add a link with rel=\"self\"", "WebSub, section 4"},
    Rule{"hub-header-differs", Severity::warning, "the answer's Link field names the hub {value}, which the document does not name",
         "Subscribers go by the field and pass over the document's hub.", "name the same hubs in both", "WebSub, section 4"},
    Rule{"self-header-differs", Severity::warning, "the answer's Link field says that the feed is at {value}, and it was found elsewhere",
         "Subscribers ask the hub for the address in the field.", "name the address at which the feed is served", "WebSub, section 4"},
    Rule{"enclosure-unreachable", Severity::error, "the enclosure cannot be fetched: {reason}", "Nobody can play it.",
         "put the file there, or mend the address", "RSS 2.0, enclosure"},
    Rule{"enclosure-length-differs", Severity::warning, "the length is said to be {length}, and the server says {value}",
         "Players show how much there is to load, and some stop where the feed says that it ends.", "write length=\"{value}\"", "RSS 2.0, enclosure"},
    Rule{"enclosure-type-differs", Severity::warning, "the type is said to be {type}, and the server says {value}",
         "A player chooses by the feed's word and is given something else.", "let the feed and the server say the same", "RSS 2.0, enclosure"},
    Rule{"no-byte-ranges", Severity::warning, "the server does not give parts of the enclosure",
         "Players cannot jump within it nor go on where they stopped; Apple Podcasts asks for it.", "let the server answer Range with 206", "RFC 9110, section 14"},
    Rule{"artwork-unreachable", Severity::warning, "the picture cannot be fetched: {reason}", "Readers show an empty place.",
         "put the file there, or mend the address", ""},
    Rule{"artwork-format", Severity::warning, "the picture is {value}", "Readers show JPEG and PNG, and few of them more.",
         "give a JPEG or a PNG", ""},
    Rule{"artwork-size", Severity::warning, "the show's picture has {width} by {height} pixels",
         "Apple Podcasts takes squares of 1,400 to 3,000 pixels.", "give a square of 3,000 by 3,000 pixels", "Apple Podcasts, artwork"},
};
// clang-format on

}  // namespace syndicat::validate
