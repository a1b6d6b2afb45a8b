#include "push/webhook.hpp"

#include "json/writer.hpp"
#include "push/answer.hpp"
#include "push/signature.hpp"

namespace syndicat::push::webhook {
namespace {

std::string body_of(const Update& update, const Shipment& shipment, const text::Instant& now) {
  json::Writer writer(json::Writer::Style::compact);
  writer.begin_object();
  writer.key("type").value("feed.updated");
  writer.key("timestamp").value(text::to_rfc3339(now));
  writer.key("data").begin_object();
  writer.key("topic").value(update.topic);
  writer.member("title", update.title);
  writer.member("home_page_url", update.home_page_url);
  writer.key("items").begin_array();
  for (const auto& item : shipment.items) writer.raw(item.json);
  writer.end_array().end_object().end_object();
  return writer.take();
}

}  // namespace

Result<void> ready(const Means& means) {
  const auto keys = read_secrets(means.webhook_secret);
  if (!keys) return Failure(keys.error());
  return {};
}

Outcome deliver(const Target& target, const Update& update, const Shipment& shipment, const Means& means) {
  const auto keys = read_secrets(means.webhook_secret);
  if (!keys) return failed(target, keys.error());

  http::Request request;
  request.method = "POST";
  request.url = target.address;
  request.body = body_of(update, shipment, means.now);
  const auto timestamp = std::to_string(means.now.seconds);
  const auto signature = sign(*keys, shipment.id, timestamp, request.body);
  if (!signature) return failed(target, signature.error());
  request.headers.set("Content-Type", "application/json");
  request.headers.set("webhook-id", shipment.id);
  request.headers.set("webhook-timestamp", timestamp);
  request.headers.set("webhook-signature", *signature);
  return outcome_of(target, shipment, means.send(request));
}

}  // namespace syndicat::push::webhook
