#include "push/receiver.hpp"

#include <charconv>
#include <cstdlib>

#include "http/fields.hpp"
#include "json/value.hpp"
#include "push/signature.hpp"
#include "text/uri.hpp"

namespace syndicat::push {
namespace {

http::Response plain(int status, std::string words) {
  http::Response response;
  response.status = status;
  if (words.empty()) return response;
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.body = std::move(words);
  return response;
}

Receipt refuse(int status, const std::string& reason) {
  Receipt receipt;
  receipt.kind = Receipt::Kind::refused;
  receipt.reason = reason;
  receipt.response = plain(status, reason + "\n");
  return receipt;
}

Receipt take_question(const http::Request& request) {
  std::string_view query = request.url;
  query.remove_prefix(std::min(query.find('?'), query.size()));
  if (!query.empty()) query.remove_prefix(1);
  const auto mode = http::form_value(query, "hub.mode");
  const auto challenge = http::form_value(query, "hub.challenge");
  Receipt receipt;
  if (!challenge || (mode != "subscribe" && mode != "unsubscribe")) {
    receipt.response = plain(200, "syndicat listens here; post what there is\n");
    return receipt;
  }
  receipt.kind = Receipt::Kind::verification;
  receipt.topic = http::form_value(query, "hub.topic").value_or("");
  receipt.response = plain(200, *challenge);
  return receipt;
}

Receipt take_ping(const http::Request& request) {
  auto topic = http::form_value(request.body, "hub.url");
  if (!topic) topic = http::form_value(request.body, "hub.topic");
  if (!topic || !text::is_web_url(*topic)) return refuse(400, "the ping names no feed; give its URL as hub.url");
  Receipt receipt;
  receipt.kind = Receipt::Kind::ping;
  receipt.topic = *topic;
  receipt.response = plain(204, {});
  return receipt;
}

// Why the signature does not hold; empty where it does.
std::string flaw_of_signature(const http::Request& request, std::string_view id, const ReceiveOptions& options) {
  const auto timestamp = request.headers.get("webhook-timestamp");
  const auto signature = request.headers.get("webhook-signature");
  if (id.empty() || timestamp.empty() || signature.empty())
    return "it is not signed; send webhook-id, webhook-timestamp and webhook-signature";
  std::int64_t sent = 0;
  const auto [end, error] = std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), sent);
  if (error != std::errc() || end != timestamp.data() + timestamp.size() || sent < 0)
    return "webhook-timestamp is no number of seconds";
  // An old delivery may be one that somebody took down and sends again.
  if (options.tolerance_seconds > 0 && std::llabs(options.now - sent) > options.tolerance_seconds)
    return "webhook-timestamp is too far from this clock; check both clocks";
  const auto good = verify(options.keys, id, timestamp, request.body, signature);
  if (!good) return good.error().message;
  return *good ? "" : "the signature is not by the secret that is known here";
}

Receipt take_webhook(const http::Request& request, const ReceiveOptions& options) {
  Receipt receipt;
  receipt.kind = Receipt::Kind::webhook;
  receipt.id = request.headers.get("webhook-id");
  if (!options.keys.empty()) {
    if (const auto flaw = flaw_of_signature(request, receipt.id, options); !flaw.empty()) return refuse(401, flaw);
    receipt.verified = true;
  }
  const auto body = json::parse(request.body);
  if (!body)
    return refuse(400, fmt::format("the body is no JSON: {} at byte {}", body.error().message, body.error().offset));
  if (const auto* data = body->find("data")) {
    receipt.topic = data->text("topic");
    const auto* items = data->find("items");
    if (items != nullptr && items->array() != nullptr)
      for (const auto& item : *items->array()) {
        const auto title = item.text("title");
        receipt.titles.push_back(title.empty() ? item.text("id") : title);
      }
  }
  receipt.response = plain(204, {});
  return receipt;
}

}  // namespace

Receipt receive(const http::Request& request, const ReceiveOptions& options) {
  if (request.method == "GET" || request.method == "HEAD") return take_question(request);
  if (request.method != "POST") {
    auto receipt = refuse(405, fmt::format("{} is not for here; use POST", request.method));
    receipt.response.headers.set("Allow", "GET, HEAD, POST");
    return receipt;
  }
  const auto type = http::parse_media_type(request.headers.get("Content-Type")).type;
  if (type == "application/x-www-form-urlencoded" && http::form_value(request.body, "hub.mode") == "publish")
    return take_ping(request);
  if (!request.headers.get("webhook-id").empty() || !options.keys.empty()) return take_webhook(request, options);
  Receipt receipt;
  receipt.response = plain(204, {});
  return receipt;
}

}  // namespace syndicat::push
