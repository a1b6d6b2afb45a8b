#include "validate/transport.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/date.hpp"
#include "text/unicode.hpp"
#include "validate/check.hpp"

namespace syndicat::validate {
namespace {

// The media types that each kind of document goes by: the first say what it is, the others are let pass.
struct Kind {
  std::string_view format;  // how the report's begins
  std::array<std::string_view, 5> types;
  std::ptrdiff_t own = 1;  // so many of them say what it is
};
constexpr Kind kKinds[] = {
    // RSS 1.0, section 5.1: "the RDF (or preferably RSS) mime-type".
    {"RSS 1", {"application/rdf+xml", "application/rss+xml", "application/xml", "text/xml", ""}, 2},
    {"RSS 0.90", {"application/rdf+xml", "application/rss+xml", "application/xml", "text/xml", ""}, 2},
    {"RSS", {"application/rss+xml", "application/xml", "text/xml", "application/rdf+xml", ""}},
    {"JSON Feed", {"application/feed+json", "application/json", "", "", ""}},
    {"OPML", {"text/x-opml", "text/xml", "application/xml", "text/x-opml+xml", "application/xml+opml"}},
    // RFC 5023, section 16: an AtomPub document is no feed.
    {"AtomPub service", {"application/atomsvc+xml", "application/xml", "text/xml", "", ""}},
    {"AtomPub categories", {"application/atomcat+xml", "application/xml", "text/xml", "", ""}},
    {"Atom", {"application/atom+xml", "application/xml", "text/xml", "", ""}},
    {"OpenSearch", {"application/opensearchdescription+xml", "application/xml", "text/xml", "", ""}},
    {"sitemap", {"application/xml", "text/xml", "", "", ""}},
};

bool is_token(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

void check_type(Check& check, const Transport& transport, std::string_view format) {
  const auto written = transport.get("Content-Type");
  const auto type = text::to_lower_ascii(text::trim(written.substr(0, written.find(';'))));
  if (type.empty() && transport.status == 200 && !transport.headers.empty())
    check.report("missing-content-type", Span{0, 1}, {});
  if (type.empty() || format.empty()) return;
  for (const auto& kind : kKinds) {
    if (!format.starts_with(kind.format)) continue;
    const auto* found = std::ranges::find(kind.types, std::string_view(type));
    if (found == kind.types.end()) {
      check.report("unexpected-content-type", Span{0, 1},
                   {{"type", format}, {"contentType", type}, {"wanted", kind.types.front()}});
    } else if (found - kind.types.begin() >= kind.own) {
      check.report("non-specific-media-type", Span{0, 1}, {{"contentType", type}, {"wanted", kind.types.front()}});
    }
    break;
  }
  // RFC 7303, section 3: without a charset clients of old take text/xml for US-ASCII, whatever the document says.
  if (type == "text/xml" && transport.charset().empty()) check.report("text-xml", Span{0, 1}, {{"contentType", type}});
}

// From here on some readers stop reading, and phones pay for it.
constexpr std::size_t kLarge = 1U << 20U;

// The bytes on the wire where the server tells them, else those of the document.
std::size_t size_of(const Transport& transport, std::size_t text) {
  const auto told = transport.get("Content-Length");
  const bool is_number =
      !told.empty() && told.size() < 16 && told.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::stoull(std::string(told)) : text;
}

void check_redirects(Check& check, const Transport& transport) {
  auto statuses = transport.redirects;
  if (transport.status / 100 == 3) statuses.push_back(transport.status);
  const auto is_for_now = [](int status) { return status == 302 || status == 303 || status == 307; };
  const auto first = std::ranges::find_if(statuses, is_for_now);
  // Good for ever is only what comes before the first that is for now: behind that the old address stays the one to
  // ask.
  if (!statuses.empty() && (statuses.front() == 301 || statuses.front() == 308))
    check.report("moved-for-good", Span{0, 1}, {{"status", std::to_string(statuses.front())}});
  if (first != statuses.end()) check.report("temp-redirect", Span{0, 1}, {{"status", std::to_string(*first)}});
}

// RFC 9110, section 8.8.3: [ "W/" ] DQUOTE *etagc DQUOTE.
bool is_entity_tag(std::string_view written) {
  if (written.starts_with("W/")) written.remove_prefix(2);
  if (written.size() < 2 || written.front() != '"' || written.back() != '"') return false;
  return std::ranges::all_of(written.substr(1, written.size() - 2), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x21 || (byte >= 0x23 && byte != 0x7F);
  });
}

// RFC 9110, section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", the one form that may be sent.
bool is_http_date(std::string_view written) {
  return written.size() == 29 && written.substr(3, 2) == ", " && written.ends_with(" GMT") &&
         text::parse_rfc822(written).has_value();
}

void check_validators(Check& check, const Transport& transport) {
  const auto etag = transport.get("ETag"), modified = transport.get("Last-Modified");
  if (transport.status == 200 && etag.empty() && modified.empty()) check.report("no-validators", Span{0, 1}, {});
  if (!etag.empty() && !is_entity_tag(etag)) check.report("invalid-etag", Span{0, 1}, {{"value", etag}});
  if (!modified.empty() && !is_http_date(modified))
    check.report("invalid-last-modified", Span{0, 1}, {{"value", modified}});
}

}  // namespace

std::string_view Transport::get(std::string_view name) const {
  for (const auto& [own, value] : headers)
    if (text::equals_ignoring_case(own, name)) return value;
  return {};
}

std::string Transport::charset() const {
  std::string_view rest = get("Content-Type");
  while (true) {
    const auto next = rest.find(';');
    if (next == std::string_view::npos) return {};
    rest.remove_prefix(next + 1);
    const auto parameter = text::trim(rest.substr(0, rest.find(';')));
    if (!text::equals_ignoring_case(parameter.substr(0, 8), "charset=")) continue;
    auto value = parameter.substr(8);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
}

Result<Transport> read_transport(std::string_view text) {
  Transport transport;
  bool any = false;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (line.starts_with("HTTP/")) {
      auto passed = std::move(transport.redirects);
      if (transport.status / 100 == 3) passed.push_back(transport.status);
      transport = Transport{};
      transport.redirects = std::move(passed);
      const auto code = line.substr(std::min(line.find(' '), line.size() - 1) + 1, 3);
      for (const char c : code) transport.status = c >= '0' && c <= '9' ? transport.status * 10 + (c - '0') : 0;
      any = true;
      continue;
    }
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    if (colon == std::string_view::npos || !is_token(name)) {
      transport.bad_names.emplace_back(name);
      continue;
    }
    transport.headers.emplace_back(name, text::trim(line.substr(colon + 1)));
    any = true;
  }
  if (!any) return fail(Cause::misuse, "holds no HTTP headers; give what curl -D writes");
  return transport;
}

void check_transport(Check& check, const Transport& transport, std::string_view format) {
  const auto status = std::to_string(transport.status);
  for (const auto& name : transport.bad_names) check.report("http-protocol-error", Span{0, 1}, {{"header", name}});
  if (transport.status >= 400) {
    if (format.empty()) check.report("http-error", Span{0, 1}, {{"status", status}});
    else check.report("http-error-with-possible-feed", Span{0, 1}, {{"status", status}, {"type", format}});
  }
  check_redirects(check, transport);
  check_type(check, transport, format);
  // Below this, headers weigh more than what is saved.
  constexpr std::size_t kWorthIt = 4096;
  if (!transport.headers.empty() && transport.get("Content-Encoding").empty() && check.text().size() > kWorthIt)
    check.report("uncompressed", Span{0, 1}, {{"size", std::to_string(check.text().size())}});
  check_validators(check, transport);
  if (transport.status == 200 && !format.empty() && transport.get("Access-Control-Allow-Origin").empty())
    check.report("no-cross-origin", Span{0, 1}, {});
  const auto size = size_of(transport, check.text().size());
  if (size > kLarge)
    check.report("large-document", Span{0, 1}, {{"size", std::to_string(size)}, {"max", std::to_string(kLarge)}});
}

}  // namespace syndicat::validate
