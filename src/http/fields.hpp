#pragma once
// Header fields taken apart: what servers write there is read with patience and never trusted.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/http.hpp"

namespace syndicat::http {

// Content-Type (RFC 9110, section 8.3): "text/html" in lower case, and the charset as written, without quotes.
struct MediaType {
  std::string type;
  std::string charset;
};
MediaType parse_media_type(std::string_view written);

// Adds one line of a header section, with or without its line end, to the fields; a line that begins with a blank
// continues the one before (RFC 9112, section 5.2). What is no field is passed over.
void add_header_line(Headers& headers, std::string_view line);

// Retry-After (RFC 9110, section 10.2.3) in words for a person: "asks to wait 120 seconds", "asks to wait until
// Thu, 18 Jun 2026 09:30:00 GMT"; empty where it is absent or makes no sense.
std::string waiting_time(const Headers& headers);

// What a person wants to know of an answer that is a no: "answered 404 (Not Found)", with Retry-After, the new address
// of a redirect that was not followed, and the first words of a plain-text body.
std::string describe_refusal(const Response& response);

// The standard words for a status (RFC 9110, section 15), or an empty view.
std::string_view reason_phrase(int status);

// The targets of all links with that relation in the Link fields (RFC 8288), as written: relative ones are seen from
// the response's URL. Links with an anchor are about something else and left out.
std::vector<std::string> links(const Headers& headers, std::string_view relation);

// A URL as it may be shown: without the password before its host.
std::string without_password(std::string_view url);

// The value of the first field of that name in an application/x-www-form-urlencoded text, decoded.
std::optional<std::string> form_value(std::string_view form, std::string_view name);

// One field of such a text: "hub.url=https%3A%2F%2Fpaper.example%2F".
std::string form_field(std::string_view name, std::string_view value);

}  // namespace syndicat::http
