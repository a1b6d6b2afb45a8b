#include "catch.hpp"
#include "push/receiver.hpp"
#include "push/signature.hpp"
#include "push/target.hpp"

using namespace syndicat;
using Kind = push::Receipt::Kind;

namespace {

http::Request post(const std::string& type, const std::string& body) {
  http::Request request;
  request.method = "POST";
  request.url = "/";
  request.headers.set("Content-Type", type);
  request.body = body;
  return request;
}

http::Request webhook(const std::string& key, const std::string& timestamp, const std::string& body) {
  auto request = post("application/json", body);
  request.headers.set("webhook-id", "msg_1");
  request.headers.set("webhook-timestamp", timestamp);
  request.headers.set("webhook-signature", push::sign({key}, "msg_1", timestamp, body).value());
  return request;
}

}  // namespace

TEST_CASE("what push sends, a receiver takes", "[push]") {
  push::ReceiveOptions options;
  options.keys = {"secret"};
  options.now = 1000;
  std::vector<push::Receipt> receipts;
  const auto store = store::open(":memory:").value();
  push::Means means;
  means.send = [&](const http::Request& request) -> Result<http::Response> {
    receipts.push_back(push::receive(request, options));
    return receipts.back().response;
  };
  means.store = store.get();
  means.now.seconds = 1000;
  means.webhook_secret = "secret";
  const push::Update update{"https://paper.example/feed",
                            "",
                            "",
                            {{"a", "1", "{\"id\":\"a\",\"title\":\"One\"}"}, {"b", "1", "{\"id\":\"b\"}"}}};
  for (const auto* name : {"webhook:https://hook.example/", "websub:https://hub.example/"})
    CHECK(push::deliver(push::parse_target(name).value(), update, means)->state == push::Outcome::State::delivered);
  REQUIRE(receipts.size() == 2);
  CHECK(receipts[0].kind == Kind::webhook);
  CHECK(receipts[0].verified);
  CHECK(receipts[0].topic == update.topic);
  CHECK(receipts[0].titles == std::vector<std::string>{"One", "b"});
  CHECK(receipts[0].id.substr(0, 4) == "msg_");
  CHECK(receipts[1].kind == Kind::ping);
  CHECK(receipts[1].topic == update.topic);
}

TEST_CASE("a webhook that is not by the secret, too old or unsigned is answered 401", "[push]") {
  push::ReceiveOptions options;
  options.keys = {"secret"};
  options.now = 10000;
  CHECK(push::receive(webhook("secret", "10000", "{}"), options).kind == Kind::webhook);
  CHECK(push::receive(webhook("secret", "9700", "{}"), options).kind == Kind::webhook);
  auto altered = webhook("secret", "10000", "{}");
  altered.body = "{\"a\":1}";
  for (const auto& request :
       {webhook("other", "10000", "{}"), webhook("secret", "9699", "{}"), webhook("secret", "10301", "{}"),
        webhook("secret", "soon", "{}"), webhook("secret", "-1", "{}"), post("application/json", "{}"), altered}) {
    const auto receipt = push::receive(request, options);
    CHECK(receipt.kind == Kind::refused);
    CHECK(receipt.response.status == 401);
    CHECK_FALSE(receipt.verified);
  }
  options.tolerance_seconds = 0;
  CHECK(push::receive(webhook("secret", "1", "{}"), options).kind == Kind::webhook);
}

TEST_CASE("without a secret nothing is verified, and JSON is still asked for", "[push]") {
  const auto receipt = push::receive(webhook("any", "1", "{\"data\":{\"items\":[1,null,{}]}}"), {});
  CHECK(receipt.kind == Kind::webhook);
  CHECK_FALSE(receipt.verified);
  CHECK(receipt.titles == std::vector<std::string>{"", "", ""});
  CHECK(push::receive(webhook("any", "1", "{\"data\":7}"), {}).kind == Kind::webhook);
  const auto broken = push::receive(webhook("any", "1", "{"), {});
  CHECK(broken.kind == Kind::refused);
  CHECK(broken.response.status == 400);
}

TEST_CASE("a ping must name a feed", "[push]") {
  const auto form = "application/x-www-form-urlencoded; charset=utf-8";
  CHECK(push::receive(post(form, "hub.topic=https%3A%2F%2Fpaper.example%2F&hub.mode=publish"), {}).topic ==
        "https://paper.example/");
  CHECK(push::receive(post(form, "hub.mode=publish"), {}).response.status == 400);
  CHECK(push::receive(post(form, "hub.mode=publish&hub.url=javascript:alert(1)"), {}).response.status == 400);
  CHECK(push::receive(post(form, "hub.mode=subscribe"), {}).kind == Kind::other);
}

TEST_CASE("a hub that asks whether a subscription is meant gets its challenge back", "[push]") {
  http::Request request;
  request.url =
      "/in?hub.mode=subscribe&hub.topic=https%3A%2F%2Fpaper.example%2F&hub.challenge=a%20b&hub.lease_seconds=9";
  const auto receipt = push::receive(request, {});
  CHECK(receipt.kind == Kind::verification);
  CHECK(receipt.topic == "https://paper.example/");
  CHECK(receipt.response.body == "a b");
  request.url = GENERATE("", "/", "/?", "/?hub.challenge=x", "/?hub.mode=denied&hub.challenge=x");
  CHECK(push::receive(request, {}).kind == Kind::other);
  request.method = "DELETE";
  CHECK(push::receive(request, {}).response.status == 405);
}
