#include "catch.hpp"
#include "json/value.hpp"
#include "push/signature.hpp"
#include "push/target.hpp"

using namespace syndicat;
using State = push::Outcome::State;

namespace {

// A receiver that takes down what it gets and answers as told.
struct Receiver {
  std::vector<http::Request> got;
  int status = 204;
  std::size_t max_items = 1000;

  http::Send send() {
    return [this](const http::Request& request) -> Result<http::Response> {
      got.push_back(request);
      http::Response response;
      response.status = items().size() > max_items ? 413 : status;
      if (response.status == 0)
        return fail(Cause::network, "{}: no connection (refused); try again later", request.url);
      return response;
    };
  }
  std::string id() const { return std::string(got.back().headers.get("webhook-id")); }
  std::vector<std::string> items() const {
    std::vector<std::string> ids;
    const auto body = json::parse(got.back().body);
    if (body)
      if (const auto* data = body->find("data"))
        for (const auto& item : *data->find("items")->array()) ids.push_back(item.text("id"));
    return ids;
  }
};

push::Change change(const std::string& id, const std::string& text) {
  return {id, text, fmt::format("{{\"id\":\"{}\",\"content_text\":\"{}\"}}", id, text)};
}

push::Update news(std::vector<push::Change> items) {
  return {"https://paper.example/feed?a=b&c", "The Paper", "https://paper.example/", std::move(items)};
}

struct Stage {
  Receiver receiver;
  std::unique_ptr<store::Store> store = store::open(":memory:").value();
  push::Target hook = push::parse_target("webhook:https://hook.example/in").value();
  push::Target hub = push::parse_target("websub:https://hub.example/").value();
  push::Means means;

  Stage() {
    means.send = receiver.send();
    means.store = store.get();
    means.now.seconds = 1781775000;  // 2026-06-18T09:30:00Z
    means.webhook_secret = "secret";
  }
  push::Outcome deliver(const push::Target& target, const push::Update& update) {
    return push::deliver(target, update, means).value();
  }
};

// A store that can be read and not be written, from a certain moment on.
class Failing : public store::Store {
 public:
  Failing(store::Store& below, int writes) : below_(below), writes_(writes) {}
  Result<std::optional<store::Validators>> validators(std::string_view url) override { return below_.validators(url); }
  Result<void> put_validators(std::string_view url, const store::Validators& row) override {
    return below_.put_validators(url, row);
  }
  Result<std::string> kind(std::string_view key) override { return below_.kind(key); }
  Result<void> put_kind(std::string_view key, std::string_view kind) override { return below_.put_kind(key, kind); }
  Result<std::vector<store::StoredItem>> items(std::string_view feed) override { return below_.items(feed); }
  Result<void> put_items(std::string_view feed, std::span<const store::StoredItem> rows) override {
    return below_.put_items(feed, rows);
  }
  Result<void> remove_items(std::string_view feed, std::span<const std::string> ids) override {
    return below_.remove_items(feed, ids);
  }
  Result<std::map<std::string, store::Delivery>> deliveries(std::string_view target, std::string_view topic) override {
    return below_.deliveries(target, topic);
  }
  Result<void> put_deliveries(std::string_view target, std::string_view topic,
                              std::span<const store::Delivery> rows) override {
    if (writes_-- <= 0) return fail(Cause::storage, "store: the disk is full; make room and run again");
    return below_.put_deliveries(target, topic, rows);
  }

 private:
  store::Store& below_;
  int writes_;
};

}  // namespace

TEST_CASE("targets are named by kind and URL", "[push]") {
  const auto target = push::parse_target("webhook:https://hook.example/a:b").value();
  CHECK(target.kind == "webhook");
  CHECK(target.address == "https://hook.example/a:b");
  const auto written = GENERATE("", "webhook", "webhook:", "webhook:hook.example", "https://hub.example/",
                                "mail:ann@paper.example", "websub:ftp://hub.example/", "WebSub:https://hub.example/");
  const auto wrong = push::parse_target(written);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().cause == Cause::misuse);
}

TEST_CASE("a webhook gets the items, signed, and then only what is new or changed", "[push]") {
  Stage stage;
  const auto first = stage.deliver(stage.hook, news({change("b", "1"), change("a", "1")}));
  CHECK(first.state == State::delivered);
  CHECK(first.items == 2);
  CHECK(first.status == 204);
  REQUIRE(stage.receiver.got.size() == 1);
  const auto& request = stage.receiver.got[0];
  CHECK(request.method == "POST");
  CHECK(request.url == "https://hook.example/in");
  CHECK(request.headers.get("content-type") == "application/json");
  CHECK(request.headers.get("webhook-timestamp") == "1781775000");
  CHECK(push::verify({"secret"}, request.headers.get("webhook-id"), request.headers.get("webhook-timestamp"),
                     request.body, request.headers.get("webhook-signature"))
            .value());
  CHECK(
      request.body ==
      "{\"type\":\"feed.updated\",\"timestamp\":\"2026-06-18T09:30:00Z\",\"data\":{\"topic\":\"https://paper.example/feed?a=b&c\","
      "\"title\":\"The Paper\",\"home_page_url\":\"https://paper.example/\",\"items\":[{\"id\":\"b\",\"content_text\":\"1\"},"
      "{\"id\":\"a\",\"content_text\":\"1\"}]}}");

  CHECK(stage.deliver(stage.hook, news({change("b", "1"), change("a", "1")})).state == State::nothing_new);
  CHECK(stage.receiver.got.size() == 1);
  CHECK(stage.deliver(stage.hook, news({change("c", "1"), change("b", "2"), change("a", "1")})).items == 2);
  CHECK(stage.receiver.items() == std::vector<std::string>{"c", "b"});
}

TEST_CASE("a hub is told once that the feed changed", "[push]") {
  Stage stage;
  const auto update = news({change("a", "1")});
  const auto outcome = stage.deliver(stage.hub, update);
  CHECK(outcome.state == State::delivered);
  CHECK(outcome.items == 1);
  REQUIRE(stage.receiver.got.size() == 1);
  CHECK(stage.receiver.got[0].headers.get("Content-Type") == "application/x-www-form-urlencoded");
  CHECK(
      stage.receiver.got[0].body ==
      "hub.mode=publish&hub.url=https%3A%2F%2Fpaper.example%2Ffeed%3Fa%3Db%26c&hub.topic=https%3A%2F%2Fpaper.example%2Ffeed%3Fa%3Db%26c");
  CHECK(stage.deliver(stage.hub, update).state == State::nothing_new);
  CHECK(stage.deliver(stage.hub, news({change("a", "2")})).state == State::delivered);
  // Back to what it said at first is a change again, and so is an item that is gone.
  CHECK(stage.deliver(stage.hub, update).state == State::delivered);
  CHECK(stage.deliver(stage.hub, news({change("a", "1"), change("b", "1")})).items == 1);
  const auto gone = stage.deliver(stage.hub, update);
  CHECK(gone.state == State::delivered);
  CHECK(gone.items == 0);
  CHECK(stage.receiver.got.size() == 5);
}

TEST_CASE("a hub that refuses is reported and told again at the next run", "[push]") {
  Stage stage;
  stage.receiver.status = 503;
  const auto outcome = stage.deliver(stage.hub, news({change("a", "1")}));
  CHECK(outcome.state == State::failed);
  CHECK_FALSE(outcome.delivered());
  CHECK(outcome.status == 503);
  CHECK(outcome.cause == Cause::refused);
  CHECK(outcome.message == "answered 503 (Service Unavailable); the next run tries again");
  stage.receiver.status = 0;
  const auto silent = stage.deliver(stage.hub, news({change("a", "1")}));
  CHECK(silent.cause == Cause::network);
  CHECK(silent.status == 0);
  CHECK(silent.message == "no connection (refused); try again later");
  stage.receiver.status = 202;
  CHECK(stage.deliver(stage.hub, news({change("a", "1")})).state == State::delivered);
}

TEST_CASE("sent again, the same news has the same id; other news has another", "[push]") {
  Stage stage;
  stage.receiver.status = 500;
  stage.deliver(stage.hook, news({change("a", "1")}));
  const auto id = stage.receiver.id();
  stage.means.now.seconds += 3600;
  stage.receiver.status = 200;
  stage.deliver(stage.hook, news({change("a", "1")}));
  CHECK(stage.receiver.id() == id);
  stage.deliver(stage.hook, news({change("a", "2")}));
  CHECK(stage.receiver.id() != id);
  // A correction taken back must not be dropped as a double of the first text.
  stage.deliver(stage.hook, news({change("a", "1")}));
  CHECK(stage.receiver.id() != id);
  CHECK(stage.receiver.got.size() == 4);
}

TEST_CASE("each target and each topic has an account of its own", "[push]") {
  Stage stage;
  auto update = news({change("a", "1")});
  stage.deliver(stage.hook, update);
  CHECK(stage.deliver(push::parse_target("webhook:https://other.example/").value(), update).state == State::delivered);
  update.topic = "https://paper.example/other";
  CHECK(stage.deliver(stage.hook, update).state == State::delivered);
}

TEST_CASE("an id that stands twice in a feed is not new for ever", "[push]") {
  Stage stage;
  const auto update = news({change("a", "1"), change("a", "2")});
  CHECK(stage.deliver(stage.hook, update).items == 1);
  CHECK(stage.deliver(stage.hook, update).state == State::nothing_new);
}

TEST_CASE("a long feed goes in parts, and what arrived is not sent again", "[push]") {
  Stage stage;
  std::vector<push::Change> items;
  for (int i = 0; i < 250; ++i) items.push_back(change(std::to_string(i), "1"));
  int calls = 0;
  stage.means.send = [&](const http::Request& request) -> Result<http::Response> {
    stage.receiver.status = ++calls == 3 ? 500 : 200;
    return stage.receiver.send()(request);
  };
  const auto first = stage.deliver(stage.hook, news(items));
  CHECK(first.state == State::failed);
  CHECK(first.items == 200);
  CHECK(first.message ==
        "answered 500 (Internal Server Error); the next run tries again (200 of 250 items went before)");
  const auto second = stage.deliver(stage.hook, news(items));
  CHECK(second.state == State::delivered);
  CHECK(second.items == 50);
  CHECK(stage.receiver.items().front() == "200");
}

TEST_CASE("large items go in smaller parts", "[push]") {
  Stage stage;
  std::vector<push::Change> items;
  for (int i = 0; i < 5; ++i) items.push_back(change(std::to_string(i), std::string(500000, 'x')));
  CHECK(stage.deliver(stage.hook, news(items)).items == 5);
  CHECK(stage.receiver.got.size() == 3);
}

TEST_CASE("a receiver that finds it too much gets less at a time", "[push]") {
  Stage stage;
  stage.receiver.max_items = 3;
  std::vector<push::Change> items;
  for (int i = 0; i < 10; ++i) items.push_back(change(std::to_string(i), "1"));
  CHECK(stage.deliver(stage.hook, news(items)).items == 10);
  stage.receiver.max_items = 0;
  const auto outcome = stage.deliver(stage.hook, news({change("new", "1")}));
  CHECK(outcome.state == State::failed);
  CHECK(outcome.status == 413);
}

TEST_CASE("a dry run sends and remembers nothing", "[push]") {
  Stage stage;
  stage.means.dry_run = true;
  const auto update = news({change("a", "1"), change("b", "1")});
  const auto outcome = stage.deliver(stage.hook, update);
  CHECK(outcome.state == State::planned);
  CHECK(outcome.items == 2);
  CHECK(stage.deliver(stage.hub, update).state == State::planned);
  CHECK(stage.receiver.got.empty());
  stage.means.dry_run = false;
  CHECK(stage.deliver(stage.hook, update).items == 2);
}

TEST_CASE("what is only remembered is not sent, now or later", "[push]") {
  Stage stage;
  stage.means.remember_only = true;
  stage.means.webhook_secret.clear();
  const auto outcome = stage.deliver(stage.hook, news({change("a", "1")}));
  CHECK(outcome.state == State::nothing_new);
  CHECK(outcome.items == 1);
  stage.means.remember_only = false;
  stage.means.webhook_secret = "secret";
  CHECK(stage.deliver(stage.hook, news({change("a", "1")})).state == State::nothing_new);
  CHECK(stage.receiver.got.empty());
}

TEST_CASE("without a secret no webhook is sent", "[push]") {
  Stage stage;
  stage.means.webhook_secret = " \n";
  const auto outcome = stage.deliver(stage.hook, news({change("a", "1")}));
  CHECK(outcome.state == State::failed);
  CHECK(outcome.cause == Cause::misuse);
  CHECK(outcome.message.find("SYNDICAT_WEBHOOK_SECRET") != std::string::npos);
  CHECK(stage.receiver.got.empty());
}

TEST_CASE("an empty feed is nothing new", "[push]") {
  Stage stage;
  CHECK(stage.deliver(stage.hook, news({})).state == State::nothing_new);
  CHECK(stage.deliver(stage.hub, news({})).state == State::nothing_new);
  CHECK(stage.receiver.got.empty());
}

TEST_CASE("nothing is sent where it could not be remembered", "[push]") {
  Stage stage;
  Failing full(*stage.store, 0);
  stage.means.store = &full;
  const auto outcome = push::deliver(stage.hook, news({change("a", "1")}), stage.means);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().cause == Cause::storage);
  CHECK(stage.receiver.got.empty());
}

TEST_CASE("a store that fills up behind the sending is told, and the next run sends under the same id", "[push]") {
  Stage stage;
  Failing full(*stage.store, 1);
  stage.means.store = &full;
  const auto outcome = push::deliver(stage.hook, news({change("a", "1")}), stage.means);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().message.find("has got what was sent and will get it again") != std::string::npos);
  const auto id = stage.receiver.id();
  stage.means.store = stage.store.get();
  CHECK(stage.deliver(stage.hook, news({change("a", "1")})).state == State::delivered);
  CHECK(stage.receiver.id() == id);
}
