#pragma once
// URIs and IRIs (RFC 3986, RFC 3987), without libcurl: reading, resolving, normalising.

#include <optional>
#include <string>
#include <string_view>

namespace syndicat::text {

// A URI reference in its five parts (RFC 3986, appendix B), as written; a part that is absent is not an empty one.
struct Uri {
  std::optional<std::string> scheme;
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;

  std::string to_string() const;  // RFC 3986, section 5.3
};

// Splits any text; never fails.
Uri split_uri(std::string_view written);

// Whether `written` is a valid IRI reference (RFC 3987: RFC 3986 with characters beyond ASCII); an absolute one
// has a scheme.
bool is_iri_reference(std::string_view written);
bool is_absolute_iri(std::string_view written);

// Whether an address cannot lead anywhere for all its grammar: "http:/one" has no host (RFC 9110, section 4.2), and a
// URN has a namespace of two letters and more, and something in it (RFC 8141, section 2).
bool leads_nowhere(std::string_view written);

// Whether it is an http or https URL with a host.
bool is_web_url(std::string_view written);

// `reference` seen from `base` (RFC 3986, section 5.2); `reference` itself, trimmed, where `base` is empty or
// relative. Spaces and other characters that no URI may hold are percent-encoded on the way.
std::string resolve(std::string_view base, std::string_view reference);

// An IRI as the URI that leads to the same place: what is beyond ASCII percent-encoded (RFC 3987, section 3.1).
std::string to_uri(std::string_view iri);

// One spelling for each address, for comparing: lower-case scheme and host, no default port, no dot segments,
// upper-case escapes and only where needed, "/" for an empty path of http(s). The fragment stays.
std::string normalize_uri(std::string_view written);

// The host of a URL, lower case, without port and brackets; empty where there is none.
std::string host_of(std::string_view written);

// Text with every byte outside RFC 3986's unreserved set percent-encoded; and back.
std::string percent_encode(std::string_view bytes);
std::string percent_decode(std::string_view written);

}  // namespace syndicat::text
