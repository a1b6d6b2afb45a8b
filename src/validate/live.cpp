#include "validate/live.hpp"

#include <algorithm>
#include <unordered_set>

#include "http/fields.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/check.hpp"
#include "validate/item_places.hpp"
#include "validate/picture.hpp"

namespace syndicat::validate {
namespace {

bool is_good(int status) { return status >= 200 && status < 300; }

void ask_again(Check& check, const Transport& first, const std::string& url, const http::Send& send) {
  const auto etag = first.get("ETag"), modified = first.get("Last-Modified");
  if (first.status != 200 || (etag.empty() && modified.empty())) return;
  http::Request request;
  request.url = url;
  if (!etag.empty()) request.headers.set("If-None-Match", etag);
  if (!modified.empty()) request.headers.set("If-Modified-Since", modified);
  const auto again = send(request);
  // A feed may change between two requests; then it has another validator.
  if (!again || again->status == 304) return;
  const auto other = transport_of(*again);
  const bool changed = !etag.empty() ? other.get("ETag") != etag : other.get("Last-Modified") != modified;
  if (is_good(again->status) && changed) return;
  check.report("conditional-get-ignored", Span{0, 1}, {{"status", std::to_string(again->status)}});
}

void check_links(Check& check, const Transport& transport, const std::string& url, const model::Feed& feed,
                 const SaidAt& place) {
  http::Headers headers;
  headers.fields = transport.headers;
  const auto names = [&](const std::string& hub) {
    return std::ranges::any_of(
        feed.hubs, [&](const auto& own) { return text::normalize_uri(own.url) == text::normalize_uri(hub); });
  };
  for (const auto& written : http::links(headers, "hub")) {
    const auto hub = text::resolve(url, written);
    if (!feed.hubs.empty() && !names(hub))
      check.report("hub-header-differs", place.span, {{"value", hub}}, place.pointer);
  }
  for (const auto& written : http::links(headers, "self")) {
    const auto self = text::resolve(url, written);
    if (!url.empty() && text::normalize_uri(self) != text::normalize_uri(url))
      check.report("self-header-differs", place.span, {{"value", self}}, place.pointer);
  }
  if (!feed.hubs.empty() && feed.feed_url.empty() && http::links(headers, "self").empty())
    check.report("hub-without-self", place.span, {}, place.pointer);
}

// Asks for what a feed names and tells about it where the feed does.
class Probe {
 public:
  Probe(Check& check, const ItemPlaces& places, const http::Send& send, std::size_t most)
      : check_(check), places_(places), send_(send), most_(most) {}

  void enclosures(const model::Feed& feed) {
    std::unordered_set<std::string_view> asked;
    for (std::size_t at = 0; at < feed.items.size(); ++at)
      for (const auto& attachment : feed.items[at].attachments) {
        if (asked.size() == most_) return;
        if (text::is_web_url(attachment.url) && asked.insert(attachment.url).second) enclosure(attachment, at);
      }
  }

  void pictures(const model::Feed& feed, bool is_show) {
    std::unordered_set<std::string_view> asked;
    const auto look = [&](const model::Image& image, bool is_cover, const SaidAt& place) {
      if (asked.size() < most_ && text::is_web_url(image.url) && asked.insert(image.url).second)
        picture(image.url, is_cover, place);
    };
    look(feed.icon, is_show, places_.feed(Said::whole));
    look(feed.logo, false, places_.feed(Said::whole));
    look(feed.favicon, false, places_.feed(Said::whole));
    for (std::size_t at = 0; at < feed.items.size(); ++at) {
      look(feed.items[at].image, false, places_.item(at, Said::whole));
      look(feed.items[at].banner_image, false, places_.item(at, Said::whole));
    }
  }

 private:
  struct Asked {
    std::optional<http::Response> response;
    std::string reason;  // why there is none that is good
  };

  Asked ask(std::string_view method, const std::string& url, std::string_view range = {}) {
    http::Request request;
    request.method = method;
    request.url = url;
    if (!range.empty()) request.headers.set("Range", range);
    auto response = send_(request);
    if (!response) return {std::nullopt, response.error().message};
    const auto status = response->status;
    if (is_good(status)) return {std::move(*response), {}};
    return {std::nullopt, fmt::format("the server answered {}{}{}", status,
                                      http::reason_phrase(status).empty() ? "" : " ", http::reason_phrase(status))};
  }

  // The address itself where the document spells it as it was read; else the item's own place.
  SaidAt place_of(const std::string& url, SaidAt otherwise) const {
    const auto text = check_.text();
    const auto start = otherwise.span.start;
    for (const auto& spelt : {url, text::escape_xml_attribute(url)}) {
      const auto at = text.find(spelt, start);
      if (at == std::string_view::npos) continue;
      otherwise.span = {at, at + spelt.size()};
      break;
    }
    return otherwise;
  }

  void enclosure(const model::Attachment& attachment, std::size_t item) {
    const auto place = place_of(attachment.url, places_.item(item, Said::enclosure));
    const auto head = ask("HEAD", attachment.url);
    // A server that says of itself that it gives parts is believed; one that does not is asked for the first byte. It
    // may send all of the file then, and more than is read.
    const bool says_so =
        head.response && text::equals_ignoring_case(head.response->headers.get("Accept-Ranges"), "bytes");
    const auto part = says_so ? Asked{} : ask("GET", attachment.url, "bytes=0-0");
    if (!head.response && !part.response) {
      check_.report("enclosure-unreachable", place.span, {{"value", attachment.url}, {"reason", part.reason}},
                    place.pointer);
      return;
    }
    if (!says_so && (!part.response || part.response->status != 206))
      check_.report("no-byte-ranges", place.span, {{"value", attachment.url}}, place.pointer);
    const auto& answer = head.response ? *head.response : *part.response;
    const auto type = http::parse_media_type(answer.headers.get("Content-Type")).type;
    if (!attachment.mime_type.empty() && !type.empty() && !is_same_type(type, attachment.mime_type))
      check_.report("enclosure-type-differs", place.span, {{"type", attachment.mime_type}, {"value", type}},
                    place.pointer);
    const auto size = size_of(answer);
    if (size && attachment.size_in_bytes && *attachment.size_in_bytes > 0 && *size != *attachment.size_in_bytes)
      check_.report("enclosure-length-differs", place.span,
                    {{"length", std::to_string(*attachment.size_in_bytes)}, {"value", std::to_string(*size)}},
                    place.pointer);
  }

  static bool is_same_type(std::string_view a, std::string_view b) {
    return text::equals_ignoring_case(a, text::trim(b.substr(0, b.find(';'))));
  }

  // "bytes 0-0/1234", or Content-Length of an answer that is the whole.
  static std::optional<std::uint64_t> size_of(const http::Response& answer) {
    const auto range = answer.headers.get("Content-Range");
    auto digits = answer.headers.get("Content-Length");
    if (answer.status == 206) digits = text::trim(range.substr(std::min(range.find('/') + 1, range.size())));
    if (digits.empty() || digits.size() > 18 || digits.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    return std::stoull(std::string(digits));
  }

  void picture(const std::string& url, bool is_cover, const SaidAt& otherwise) {
    const auto place = place_of(url, otherwise);
    const auto got = ask("GET", url);
    if (!got.response) {
      check_.report("artwork-unreachable", place.span, {{"value", url}, {"reason", got.reason}}, place.pointer);
      return;
    }
    const auto found = read_picture(got.response->body);
    const bool is_usual = found && (found->format == "PNG" || found->format == "JPEG");
    if (!found || (is_cover && !is_usual)) {
      const auto what = found ? fmt::format("a {}", found->format) : std::string("none that is known");
      check_.report("artwork-format", place.span, {{"value", what}}, place.pointer);
    }
    if (!is_cover || !is_usual || found->width == 0) return;
    if (found->width != found->height || found->width < 1400 || found->width > 3000)
      check_.report("artwork-size", place.span,
                    {{"width", std::to_string(found->width)}, {"height", std::to_string(found->height)}},
                    place.pointer);
  }

  Check& check_;
  const ItemPlaces& places_;
  const http::Send& send_;
  std::size_t most_;
};

// A show has sound or pictures that move, and says what directories want of it.
bool is_show(const model::Feed& feed, std::string_view text) {
  return text.find("itunes.com/dtds/podcast-1.0.dtd") != std::string_view::npos &&
         std::ranges::any_of(feed.items, [](const auto& item) { return !item.attachments.empty(); });
}

}  // namespace

Transport transport_of(const http::Response& response) {
  Transport transport;
  transport.status = response.status;
  transport.headers = response.headers.fields;
  transport.redirects = response.redirect_statuses;
  return transport;
}

void check_again(Report& report, const Options& options, const model::Feed& feed, const http::Send& send) {
  if (!options.transport) return;
  const ItemPlaces places(report.text, feed.items.size(), options.limits);
  Check check(options, places.syntax(), report.text);
  ask_again(check, *options.transport, options.base_uri, send);
  add_findings(report, check);
}

void check_link_fields(Report& report, const Options& options, const model::Feed& feed) {
  if (!options.transport) return;
  const ItemPlaces places(report.text, feed.items.size(), options.limits);
  Check check(options, places.syntax(), report.text);
  check_links(check, *options.transport, options.base_uri, feed, places.feed(Said::whole));
  add_findings(report, check);
}

void probe(Report& report, const Options& options, const model::Feed& feed, const http::Send& send, std::size_t most) {
  const ItemPlaces places(report.text, feed.items.size(), options.limits);
  Check check(options, places.syntax(), report.text);
  Probe asking(check, places, send, most);
  asking.enclosures(feed);
  asking.pictures(feed, is_show(feed, report.text));
  add_findings(report, check);
}

}  // namespace syndicat::validate
