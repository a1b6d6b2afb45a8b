#include "text/uri.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_unreserved(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }
bool is_sub_delimiter(char c) { return std::string_view("!$&'()*+,;=").find(c) != std::string_view::npos; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
}

void append_escape(std::string& to, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  to += '%';
  to += kDigits[static_cast<unsigned char>(byte) >> 4U];
  to += kDigits[static_cast<unsigned char>(byte) & 15U];
}

// RFC 3987, section 2.2: ucschar, and iprivate where that may stand.
bool is_beyond_ascii(char32_t c, bool may_be_private) {
  if ((c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF)) return true;
  if (c >= 0x10000 && c <= 0xDFFFF) return (c & 0xFFFFU) <= 0xFFFDU;
  if (c >= 0xE1000 && c <= 0xEFFFD) return true;
  return may_be_private &&
         ((c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD));
}

// Whether the part holds only unreserved characters, sub-delimiters, escapes, and those in `more`.
bool is_made_of(std::string_view part, std::string_view more, bool may_be_private = false) {
  for (std::size_t at = 0; at < part.size();) {
    const char c = part[at];
    if (static_cast<unsigned char>(c) >= 0x80) {
      if (!is_beyond_ascii(next_character(part, at), may_be_private)) return false;
    } else if (is_escape(part, at)) {
      at += 3;
    } else if (is_unreserved(c) || is_sub_delimiter(c) || more.find(c) != std::string_view::npos) {
      ++at;
    } else {
      return false;
    }
  }
  return true;
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_ipv4(std::string_view text) {
  for (int part = 0; part < 4; ++part) {
    std::size_t digits = 0;
    int number = 0;
    while (digits < text.size() && digits < 3 && is_digit(text[digits])) number = number * 10 + (text[digits++] - '0');
    if (digits == 0 || number > 255 || (digits > 1 && text[0] == '0')) return false;
    text.remove_prefix(digits);
    if (part == 3) return text.empty();
    if (text.empty() || text[0] != '.') return false;
    text.remove_prefix(1);
  }
  return false;
}

// RFC 3986, section 3.2.2: eight groups of up to four digits, one run of zeros as "::", the last two maybe as IPv4.
bool is_ipv6(std::string_view text) {
  int groups = 0;
  bool shortened = false;
  if (text.substr(0, 2) == "::") {
    shortened = true;
    text.remove_prefix(2);
  }
  while (!text.empty()) {
    std::size_t digits = 0;
    while (digits < text.size() && hex_value(text[digits]) >= 0) ++digits;
    if (digits < text.size() && text[digits] == '.') {
      groups += 2;
      if (!is_ipv4(text)) return false;
      break;
    }
    if (digits == 0 || digits > 4) return false;
    ++groups;
    text.remove_prefix(digits);
    if (text.empty()) break;
    if (text[0] != ':') return false;
    text.remove_prefix(1);
    if (text.empty()) return false;
    if (text[0] == ':') {
      if (shortened) return false;
      shortened = true;
      text.remove_prefix(1);
    }
  }
  return shortened ? groups <= 7 : groups == 8;
}

bool is_ip_literal(std::string_view inside) {
  if (inside.empty()) return false;
  if (inside[0] != 'v' && inside[0] != 'V') return is_ipv6(inside);
  const std::size_t point = inside.find('.');
  if (point == std::string_view::npos || point < 2 || point + 1 == inside.size()) return false;
  const auto version = inside.substr(1, point - 1);
  return std::all_of(version.begin(), version.end(), [](char c) { return hex_value(c) >= 0; }) &&
         inside.find('%') == std::string_view::npos && is_made_of(inside.substr(point + 1), ":");
}

struct Authority {
  std::string_view user, host, port;
  bool has_user = false, has_port = false;
};

Authority split_authority(std::string_view written) {
  Authority parts;
  if (const auto at = written.rfind('@'); at != std::string_view::npos) {
    parts.has_user = true;
    parts.user = written.substr(0, at);
    written.remove_prefix(at + 1);
  }
  const std::size_t bracket = written.rfind(']');
  const std::size_t colon = written.rfind(':');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
    parts.has_port = true;
    parts.port = written.substr(colon + 1);
    written = written.substr(0, colon);
  }
  parts.host = written;
  return parts;
}

bool is_authority(std::string_view written) {
  const auto parts = split_authority(written);
  if (parts.has_user && !is_made_of(parts.user, ":")) return false;
  if (!std::all_of(parts.port.begin(), parts.port.end(), is_digit)) return false;
  if (!parts.host.empty() && parts.host.front() == '[')
    return parts.host.back() == ']' && parts.host.size() > 2 &&
           is_ip_literal(parts.host.substr(1, parts.host.size() - 2));
  return is_made_of(parts.host, "");
}

// RFC 3986, section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    if (path.substr(0, 3) == "../") {
      path.remove_prefix(3);
    } else if (path.substr(0, 2) == "./" || path.substr(0, 3) == "/./") {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.substr(0, 4) == "/../" || path == "/..") {
      if (path.size() == 3) path = "/";
      else path.remove_prefix(3);
      result.erase(std::min(result.rfind('/'), result.size()));
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      result += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return result;
}

// An address as people and pages write it, made one that a URI may be: no white space around it, no line ends
// within, and what no URI may hold percent-encoded. Brackets may stand around an address of IPv6 alone (section 3.2.2).
std::string mend(std::string_view written) {
  std::string_view trimmed = trim(written);
  // Line ends and tabs go first: without them it may end in another blank.
  std::string joined;
  if (trimmed.find_first_of("\t\r\n") != std::string_view::npos) {
    joined = trimmed;
    std::erase_if(joined, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    trimmed = trim(joined);
  }
  const auto slashes = trimmed.find("//");
  const auto host =
      slashes == std::string_view::npos ? 0 : std::min(trimmed.find_first_of("/?#", slashes + 2), trimmed.size());
  std::string mended;
  mended.reserve(trimmed.size());
  for (std::size_t at = 0; at < trimmed.size(); ++at) {
    const char c = trimmed[at];
    const bool forbidden = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
                           std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos ||
                           (c == '%' && !is_escape(trimmed, at)) || ((c == '[' || c == ']') && at >= host);
    if (forbidden) append_escape(mended, c);
    else mended += c;
  }
  return mended;
}

std::string lower(std::string_view text) { return to_lower_ascii(text); }

// Escapes in upper case, and none where the character may stand for itself.
std::string normalize_escapes(std::string_view part) {
  std::string result;
  result.reserve(part.size());
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (!is_escape(part, at)) {
      result += part[at];
      continue;
    }
    const char byte = static_cast<char>(hex_value(part[at + 1]) * 16 + hex_value(part[at + 2]));
    if (is_unreserved(byte)) result += byte;
    else append_escape(result, byte);
    at += 2;
  }
  return result;
}

std::string_view default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return "80";
  if (scheme == "https" || scheme == "wss") return "443";
  if (scheme == "ftp") return "21";
  return "";
}

}  // namespace

std::string Uri::to_string() const {
  std::string text;
  if (scheme) text.append(*scheme).append(":");
  if (authority) text.append("//").append(*authority);
  text += path;
  if (query) text.append("?").append(*query);
  if (fragment) text.append("#").append(*fragment);
  return text;
}

Uri split_uri(std::string_view written) {
  Uri uri;
  if (const auto at = written.find('#'); at != std::string_view::npos) {
    uri.fragment = std::string(written.substr(at + 1));
    written = written.substr(0, at);
  }
  if (const auto at = written.find('?'); at != std::string_view::npos) {
    uri.query = std::string(written.substr(at + 1));
    written = written.substr(0, at);
  }
  if (const auto at = written.find(':'); at != std::string_view::npos && is_scheme(written.substr(0, at))) {
    uri.scheme = std::string(written.substr(0, at));
    written.remove_prefix(at + 1);
  }
  if (written.substr(0, 2) == "//") {
    const std::size_t end = std::min(written.find('/', 2), written.size());
    uri.authority = std::string(written.substr(2, end - 2));
    written.remove_prefix(end);
  }
  uri.path = std::string(written);
  return uri;
}

bool is_iri_reference(std::string_view written) {
  const Uri uri = split_uri(written);
  if (uri.authority && !is_authority(*uri.authority)) return false;
  // Section 4.2: the first segment of a relative path holds no colon, or it would read as a scheme.
  if (!uri.scheme && !uri.authority &&
      std::string_view(uri.path).substr(0, uri.path.find('/')).find(':') != std::string_view::npos)
    return false;
  return is_made_of(uri.path, ":@/") && (!uri.query || is_made_of(*uri.query, ":@/?", true)) &&
         (!uri.fragment || is_made_of(*uri.fragment, ":@/?"));
}

bool is_absolute_iri(std::string_view written) {
  return split_uri(written).scheme.has_value() && is_iri_reference(written);
}

bool leads_nowhere(std::string_view written) {
  const auto colon = std::min(written.find(':'), written.size());
  const auto scheme = written.substr(0, colon);
  const auto rest = written.substr(std::min(written.size(), colon + 1));
  if (equals_ignoring_case(scheme, "http") || equals_ignoring_case(scheme, "https"))
    return colon < written.size() && (!rest.starts_with("//") || rest.size() == 2 || rest[2] == '/');
  if (!equals_ignoring_case(scheme, "urn") || colon == written.size()) return false;
  const auto end = rest.find(':');
  return end == std::string_view::npos || end < 2 || end + 1 == rest.size();
}

bool is_web_url(std::string_view written) {
  const Uri uri = split_uri(written);
  if (!uri.scheme || !uri.authority) return false;
  const std::string scheme = lower(*uri.scheme);
  return (scheme == "http" || scheme == "https") && !host_of(written).empty() && is_iri_reference(written);
}

std::string resolve(std::string_view base, std::string_view reference) {
  const std::string mended = mend(reference);
  Uri target = split_uri(mended);
  if (target.scheme) return mended;
  const Uri from = split_uri(trim(base));
  if (!from.scheme) return std::string(trim(reference));
  const bool has_hierarchy = from.authority || (!from.path.empty() && from.path[0] == '/');
  // Nothing can be seen from a mailto: or urn:, but a part of it.
  if (!has_hierarchy && (!target.path.empty() || target.authority || target.query)) return mended;

  // Section 5.2.2, strict.
  target.scheme = from.scheme;
  if (!target.authority) {
    target.authority = from.authority;
    if (target.path.empty()) {
      target.path = from.path;
      if (!target.query) target.query = from.query;
    } else {
      if (target.path[0] != '/') {
        const bool bare = from.authority && from.path.empty();
        target.path = bare ? "/" + target.path : from.path.substr(0, from.path.rfind('/') + 1) + target.path;
      }
      target.path = remove_dot_segments(target.path);
    }
  } else {
    target.path = remove_dot_segments(target.path);
  }
  return target.to_string();
}

std::string to_uri(std::string_view iri) {
  std::string uri;
  uri.reserve(iri.size());
  for (const char byte : iri) {
    if (static_cast<unsigned char>(byte) < 0x80) uri += byte;
    else append_escape(uri, byte);
  }
  return uri;
}

std::string normalize_uri(std::string_view written) {
  Uri uri = split_uri(mend(written));
  if (!uri.scheme) return uri.to_string();
  uri.scheme = lower(*uri.scheme);
  const bool is_web = *uri.scheme == "http" || *uri.scheme == "https";
  // First the escapes (RFC 3986, section 6.2.2): "%2e" is a dot segment.
  uri.path = normalize_escapes(uri.path);
  if (uri.authority) {
    // What is no authority has no host to lower and no port to leave out.
    if (is_authority(*uri.authority)) {
      const auto parts = split_authority(*uri.authority);
      std::string authority;
      if (parts.has_user) authority.append(parts.user).append("@");
      authority += lower(normalize_escapes(parts.host));
      if (!parts.port.empty() && parts.port != default_port(*uri.scheme)) authority.append(":").append(parts.port);
      uri.authority = authority;
    }
    uri.path = remove_dot_segments(uri.path);
    if (uri.path.empty() && is_web) uri.path = "/";
  }
  if (uri.query) uri.query = normalize_escapes(*uri.query);
  if (uri.fragment) uri.fragment = normalize_escapes(*uri.fragment);
  // A port that is left out may have stood behind a blank.
  return std::string(trim(uri.to_string()));
}

std::string host_of(std::string_view written) {
  const Uri uri = split_uri(trim(written));
  if (!uri.authority) return {};
  std::string host = lower(split_authority(*uri.authority).host);
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return host;
}

std::string percent_encode(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    if (is_unreserved(byte)) text += byte;
    else append_escape(text, byte);
  }
  return text;
}

std::string percent_decode(std::string_view written) {
  std::string bytes;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (is_escape(written, at)) {
      bytes += static_cast<char>(hex_value(written[at + 1]) * 16 + hex_value(written[at + 2]));
      at += 2;
    } else {
      bytes += written[at];
    }
  }
  return bytes;
}

}  // namespace syndicat::text
