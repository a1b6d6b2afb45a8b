// Addresses and ids: URIs (RFC 3986), IRIs (RFC 3987), tag: (RFC 4151), urn: (RFC 8141).

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/opinions.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

// From the IANA registry "Uniform Resource Identifier (URI) Schemes": what may turn up in a feed, permanent and
// provisional, sorted.
// clang-format off
constexpr std::array kSchemes = std::to_array<std::string_view>({
    "aaa",      "about",  "acap",     "acct",    "acr",      "afp",      "apt",      "attachment", "bitcoin",
    "blob",     "callto", "cap",      "chrome",  "cid",      "coap",     "content",  "crid",       "cvs",
    "data",     "dav",    "dict",     "did",     "dns",      "doi",      "ed2k",     "example",    "facetime",
    "fax",      "feed",   "file",     "fish",    "ftp",      "gemini",   "geo",      "git",        "go",
    "gopher",   "gtalk",  "h323",     "http",    "https",    "iax",      "icap",     "icon",       "im",
    "imap",     "info",   "ipfs",     "ipn",     "ipp",      "irc",      "irc6",     "ircs",       "iris",
    "itms",     "jabber", "jar",      "lastfm",  "ldap",     "ldaps",    "magnet",   "mailserver", "mailto",
    "maps",     "market", "matrix",   "message", "mid",      "mms",      "modem",    "msnim",      "mtqp",
    "mumble",   "mupdate", "news",    "nfs",     "ni",       "nntp",     "opaquelocktoken", "palm", "payto",
    "pkcs11",   "pop",    "pres",     "prospero", "proxy",   "psyc",     "query",    "res",        "resource",
    "rmi",      "rsync",  "rtmp",     "rtsp",    "rtsps",    "rtspu",    "secondlife", "service",  "session",
    "sftp",     "sgn",    "shttp",    "sip",     "sips",     "skype",    "smb",      "sms",        "snews",
    "snmp",     "spotify", "ssh",     "steam",   "stun",     "svn",      "tag",      "teamspeak",  "tel",
    "telnet",   "tftp",   "tip",      "turn",    "tv",       "udp",      "urn",      "ventrilo",   "view-source",
    "wais",     "webcal", "ws",       "wss",     "wtai",     "xcon",     "xfire",    "xmlrpc.beep", "xmpp",
    "xri",      "ymsgr",  "z39.50",   "z39.50r", "z39.50s",
});
// clang-format on

// Those among them that are registered for the time being only; the W3C's validator does not take them.
// clang-format off
constexpr std::array kProvisional = std::to_array<std::string_view>({
    "acr", "afp", "apt", "attachment", "bitcoin", "blob", "callto", "chrome", "content", "cvs", "did", "doi", "ed2k", "facetime", "feed", "fish",
    "gemini", "git", "gtalk", "icon", "ipfs", "ipn", "irc", "irc6", "ircs", "itms", "jar", "lastfm", "magnet", "maps", "market", "matrix", "message",
    "mms", "msnim", "mumble", "palm", "payto", "proxy", "psyc", "query", "res", "resource", "rmi", "rsync", "rtmp", "secondlife", "sftp", "sgn",
    "skype", "smb", "sms", "spotify", "ssh", "steam", "svn", "teamspeak", "udp", "ventrilo", "view-source", "webcal", "wtai", "xfire", "xri", "ymsgr",
});
// clang-format on

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The first character that may stand in no URI, escaped ones apart; empty: none.
std::string_view forbidden_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool bad = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
                     std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
    if (bad) return text.substr(at, 1);
  }
  return {};
}

// What every address must be; gives whether it may be looked at further.
bool sound(Check& check, const Subject& subject, std::string_view written, bool iri) {
  if (const auto c = forbidden_character(written); !c.empty()) {
    check.report("invalid-uri-char", subject, {{"value", name_of_character(c)}});
    return false;
  }
  if (!text::is_iri_reference(written)) {
    const auto c = check.strict_as_w3c() ? std::string_view() : unescaped_character(written);
    if (!c.empty()) {
      check.report("invalid-uri-char", subject, {{"value", name_of_character(c)}});
      return false;
    }
    if (iri) check.report("invalid-iri", subject);
    else check.report("invalid-link", subject);
    return false;
  }
  if (!iri && !is_ascii(written)) {
    check.report("uri-not-iri", subject);
    return false;
  }
  return true;
}

// A scheme that is registered, and a host where the scheme has one.
void known_scheme(Check& check, const Subject& subject, const text::Uri& uri, std::string_view written) {
  const auto scheme = text::to_lower_ascii(*uri.scheme);
  if ((scheme == "http" || scheme == "https" || scheme == "ftp") && text::host_of(written).empty()) {
    check.report("invalid-link", subject);
    return;
  }
  const bool provisional =
      as_w3c(check, "provisional-schemes") && std::ranges::find(kProvisional, scheme) != kProvisional.end();
  if (!is_registered_scheme(scheme) || provisional) check.report("scheme-not-iana-registered", subject);
}

// tag:authority,date:specific (RFC 4151, section 2.1)
bool is_tag(std::string_view written) {
  written.remove_prefix(4);
  const auto comma = written.find(',');
  if (comma == std::string_view::npos) return false;
  const auto authority = written.substr(0, comma);
  auto rest = written.substr(comma + 1);
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos) return false;
  const auto date = rest.substr(0, colon);
  const auto specific = rest.substr(colon + 1);

  const auto at_sign = authority.find('@');
  if (at_sign != std::string_view::npos) {
    const auto user = authority.substr(0, at_sign);
    if (user.empty() ||
        !std::ranges::all_of(user, [](char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == '_'; }))
      return false;
  }
  auto host = authority.substr(at_sign == std::string_view::npos ? 0 : at_sign + 1);
  if (host.empty()) return false;
  while (!host.empty()) {
    const auto dot = host.find('.');
    const auto label = host.substr(0, dot);
    if (label.empty() || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(label, [](char c) { return is_alphanumeric(c) || c == '-'; })) return false;
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
    if (host.empty()) return false;
  }
  const auto digits = [](std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  };
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  if (!digits(date.substr(0, 4))) return false;
  if (date.size() >= 7) {
    const auto month = date.substr(5, 2);
    if (date[4] != '-' || !digits(month) || month < "01" || month > "12") return false;
  }
  if (date.size() == 10) {
    const auto day = date.substr(8, 2);
    if (date[7] != '-' || !digits(day) || day < "01" || day > "31") return false;
  }
  return is_ascii(specific) && text::is_iri_reference(specific) && specific.find('[') == std::string_view::npos;
}

// urn:NID:NSS (RFC 8141, section 2; RFC 2141 is stricter about the NID's letters and no more).
enum class Urn : std::uint8_t { sound, bad, bad_uuid, bad_specific };
Urn judge_urn(std::string_view written) {
  auto rest = written.substr(4);
  const auto colon = rest.find(':');
  if (colon == std::string_view::npos || colon < 2 || colon > 32) return Urn::bad;
  const auto nid = rest.substr(0, colon);
  const auto specific = rest.substr(colon + 1);
  if (nid.front() == '-' || nid.back() == '-' || text::equals_ignoring_case(nid, "urn")) return Urn::bad;
  if (!std::ranges::all_of(nid, [](char c) { return is_alphanumeric(c) || c == '-'; })) return Urn::bad;
  if (specific.empty()) return Urn::bad;
  if (text::equals_ignoring_case(nid, "uuid")) {
    constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (specific.size() != kShape.size()) return Urn::bad_uuid;
    for (std::size_t at = 0; at < kShape.size(); ++at) {
      const char c = static_cast<char>(specific[at] | 0x20);
      const bool good = kShape[at] == '-' ? specific[at] == '-'
                                          : (specific[at] >= '0' && specific[at] <= '9') || (c >= 'a' && c <= 'f');
      if (!good) return Urn::bad_uuid;
    }
    return Urn::sound;
  }
  // RFC 2141, section 2.2, with the "/" and "~" and "&" that RFC 8141 added.
  for (std::size_t at = 0; at < specific.size(); ++at) {
    const char c = specific[at];
    if (c == '%') {
      const auto is_hex = [](char h) { return (h >= '0' && h <= '9') || ((h | 0x20) >= 'a' && (h | 0x20) <= 'f'); };
      if (at + 2 >= specific.size() || !is_hex(specific[at + 1]) || !is_hex(specific[at + 2])) return Urn::bad_specific;
      continue;
    }
    if (!is_alphanumeric(c) && std::string_view("()+,-.:=@;$_!*'/~&?#").find(c) == std::string_view::npos)
      return Urn::bad_specific;
  }
  return specific.front() == '/' ? Urn::bad_specific : Urn::sound;
}

}  // namespace

std::string_view unescaped_character(std::string_view written) {
  if (const auto c = forbidden_character(written); !c.empty()) return c;
  const auto is_hex = [&](std::size_t place) {
    return place < written.size() &&
           std::string_view("0123456789abcdefABCDEF").find(written[place]) != std::string_view::npos;
  };
  const auto slashes = written.find("//");
  const auto host_end = slashes == std::string_view::npos ? 0 : written.find_first_of("/?#", slashes + 2);
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool is_bracket = (written[at] == '[' || written[at] == ']') && at >= host_end;
    if (is_bracket || (written[at] == '%' && !(is_hex(at + 1) && is_hex(at + 2)))) return written.substr(at, 1);
  }
  return {};
}

std::string name_of_character(std::string_view character) {
  const char c = character.front();
  if (c == ' ') return "a blank";
  if (c == '\n' || c == '\r') return "a line end";
  if (c == '\t') return "a tab";
  return std::string(character);
}

bool is_registered_scheme(std::string_view scheme) { return std::ranges::binary_search(kSchemes, scheme); }

bool identifier(Check& check, std::string_view value, const Subject& subject) {
  if (text::equals_ignoring_case(value.substr(0, 4), "tag:") && !is_tag(value)) {
    check.report("invalid-tag", subject);
    return false;
  }
  if (!text::equals_ignoring_case(value.substr(0, 4), "urn:")) return true;
  switch (judge_urn(value)) {
    case Urn::sound: return true;
    case Urn::bad_uuid:
      check.report("invalid-uuid", subject, {{"example", "urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af6"}});
      break;
    case Urn::bad:
    case Urn::bad_specific: check.report("invalid-urn", subject); break;
  }
  return false;
}

namespace {

// Whether a relative address is most likely none: a scheme was forgotten before a host or a mail address, or the
// template that should have filled it in did not. Nobody can say what to put in front of it.
bool is_meant_otherwise(std::string_view reference) {
  if (reference.starts_with("///") || reference.find_first_of("{}[]|<>") != std::string_view::npos) return true;
  for (auto at = reference.find('%'); at != std::string_view::npos; at = reference.find('%', at + 1)) {
    const auto is_hex = [&](std::size_t place) {
      return place < reference.size() &&
             std::string_view("0123456789abcdefABCDEF").find(reference[place]) != std::string_view::npos;
    };
    if (!is_hex(at + 1) || !is_hex(at + 2)) return true;
  }
  const auto first = reference.substr(0, reference.find_first_of("/?#"));
  if (first.empty()) return false;
  if (first.find('@') != std::string_view::npos || text::to_lower_ascii(first.substr(0, 4)) == "www.") return true;
  // "news.example/1" is a host in front of a path; "story.html" is a file, as ".." is a folder.
  const auto dot = first.rfind('.');
  if (first.size() == reference.size() || reference[first.size()] != '/' || dot == std::string_view::npos || dot == 0)
    return false;
  const auto last = first.substr(dot + 1);
  return last.size() > 1 && std::ranges::all_of(last, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

}  // namespace

void offer_whole_address(Finding* finding, const Check& check, std::string_view reference, std::size_t start) {
  const auto& base = check.base();
  reference = text::trim(reference);
  if (finding == nullptr || reference.empty() || !text::is_web_url(base) || is_meant_otherwise(reference)) return;
  const auto here = check.text().substr(std::min(start, check.text().size()));
  // JSON may write a slash with a backslash before it; what is put in front does not mind.
  const bool is_escaped = check.syntax() == Check::Syntax::json && reference.front() == '/' && here.starts_with("\\/");
  if (!is_escaped && !here.starts_with(reference.front())) return;
  const auto whole = text::resolve(base, reference);
  const auto is_plain = [](std::string_view text) { return text.find_first_of("&<>\"'\\") == std::string_view::npos; };
  // What is put in front means the same in text, in an attribute and in escaped HTML; so does what needs no escape.
  if (whole.ends_with(reference)) {
    const auto front = whole.substr(0, whole.size() - reference.size());
    if (is_plain(front)) finding->edit = Edit{start, start, front};
  } else if (is_plain(whole) && here.starts_with(reference)) {
    finding->edit = Edit{start, start + reference.size(), whole};
  }
}

// RSS 2.0: a URL whose scheme is there, registered by IANA.
void full_link(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("not-blank", subject);
    return;
  }
  if (!identifier(check, written, subject) || !sound(check, subject, written, false)) return;
  const auto uri = text::split_uri(written);
  if (!uri.scheme) {
    offer_whole_address(check.report("invalid-full-link", subject), check, written, subject.span.start);
    return;
  }
  known_scheme(check, subject, uri, written);
}

void link_reference(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("not-blank", subject);
    return;
  }
  if (!sound(check, subject, written, false)) return;
  const auto uri = text::split_uri(written);
  if (uri.scheme) known_scheme(check, subject, uri, written);
}

// RFC 4287, section 2: wherever it says URI, an IRI may stand.
void iri_reference(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    if (subject.attribute.empty()) check.report("not-blank", subject);
    return;
  }
  if (written.size() != subject.text.size()) {
    if (subject.attribute.empty()) check.report("unexpected-whitespace", subject);
    else check.report("invalid-uri-char", subject, {{"value", "white space"}});
    return;
  }
  if (!identifier(check, written, subject) || !sound(check, subject, written, true)) return;
  const auto uri = text::split_uri(written);
  if (uri.scheme) known_scheme(check, subject, uri, written);
}

void full_iri(Check& check, const Subject& subject) {
  iri_reference(check, subject);
  const auto written = text::trim(subject.text);
  if (text::is_iri_reference(written) && !text::split_uri(written).scheme) check.report("invalid-full-link", subject);
}

void web_url_attribute(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (!forbidden_character(written).empty() || !text::is_iri_reference(written) || !text::split_uri(written).scheme) {
    if (text::split_uri(written).scheme && !check.strict_as_w3c())
      if (const auto c = unescaped_character(written); !c.empty()) {
        check.report("invalid-uri-char", subject, {{"value", name_of_character(c)}});
        return;
      }
    auto* finding = check.report("invalid-url-attribute", subject);
    if (text::is_iri_reference(written)) offer_whole_address(finding, check, written, subject.span.start);
    return;
  }
  if (!is_ascii(written)) {
    check.report("uri-not-iri", subject);
    return;
  }
  const auto uri = text::split_uri(written);
  const auto scheme = text::to_lower_ascii(*uri.scheme);
  if (scheme == "http" || scheme == "https") known_scheme(check, subject, uri, written);
  else check.report("not-http-url", subject);
}

// RFC 4287, section 4.2.6: an IRI that is whole, compared letter by letter, so that its usual form is the best.
void atom_id(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("invalid-full-link", subject);
    return;
  }
  if (written.size() != subject.text.size()) {
    check.report("unexpected-whitespace", subject);
    return;
  }
  if (!identifier(check, written, subject) || !sound(check, subject, written, true)) return;
  const auto uri = text::split_uri(written);
  if (!uri.scheme) {
    check.report("invalid-full-link", subject);
    return;
  }
  known_scheme(check, subject, uri, written);
  const auto usual = text::normalize_uri(written);
  if (usual != written) check.report("non-canonical-uri", subject, {{"uri", written}, {"curi", usual}});
}

}  // namespace syndicat::validate
