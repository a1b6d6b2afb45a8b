#pragma once
// The table of kinds of target, and one delivery. A new kind is a file and a row.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/http.hpp"
#include "store/store.hpp"
#include "text/date.hpp"

namespace syndicat::push {

// One item of a feed that is to be told about.
struct Change {
  std::string id;
  std::string fingerprint;  // of all that the item says; another one means that the item changed
  std::string json;         // the item as a JSON Feed item
};

// A published feed and its items.
struct Update {
  std::string topic;  // the feed's address (its self link)
  std::string title, home_page_url;
  std::vector<Change> items;  // all items of the feed; what a target has got already is left out per target
};

// A target as it was named: "websub:https://hub.example/".
struct Target {
  std::string name;  // the whole
  std::string kind, address;
};

// How a delivery ended.
struct Outcome {
  enum class State { delivered, nothing_new, planned, failed };  // planned: --dry-run
  std::string target;
  State state = State::failed;
  std::size_t items = 0;  // new and changed ones that were sent or told of, or would be; remembered, where that is all
  int status = 0;         // HTTP status of the answer; 0: none came
  std::string message;    // why it failed
  Cause cause = Cause::network;  // network or refused, where it failed; misuse where a secret is missing or wrong
  bool delivered() const { return state == State::delivered || state == State::nothing_new; }
};

struct Means {
  http::Send send;
  store::Store* store = nullptr;  // borrowed
  text::Instant now;
  std::string webhook_secret;  // "whsec_" and base64, or any text; several on lines of their own while they change
  bool dry_run = false;
  bool remember_only = false;  // what is there counts as delivered, nothing is sent (nothing_new)
};

// What goes out in one request.
struct Shipment {
  std::span<const Change> items;
  // Names this news for this target: the same when it has to be sent again because we were stopped before we could
  // remember it, another one when an item goes back to what it said before.
  std::string id;
};

struct Kind {
  std::string_view name;
  std::string_view summary;
  // Whether a target is told once that the feed changed, or gets the items that did.
  enum class Scope { feed, items } scope;
  // Fails as `misuse` where something is missing that no target of this kind can do without; null: nothing can be.
  Result<void> (*ready)(const Means& means);
  // Sends the shipment (at least one item); the answer in an Outcome.
  Outcome (*deliver)(const Target& target, const Update& update, const Shipment& shipment, const Means& means);
};

std::span<const Kind> kinds();

// Fails as `misuse` where the kind is not known or the address is no URL.
Result<Target> parse_target(std::string_view written);

// Whether such a target is told of each address of a feed for itself (a hub), or gets the items once.
bool one_topic_each(const Target& target);

// Fails as `misuse` where something is missing that the target cannot do without, such as a webhook's secret.
Result<void> ready(const Target& target, const Means& means);

// Delivers what `target` has not got yet, remembers what it took, and says how it went. Fails only where the store
// cannot be read or written. Each target gets all at least once: killed between sending and remembering, the next run
// sends the same again under the same id, by which a receiver can tell.
Result<Outcome> deliver(const Target& target, const Update& update, const Means& means);

}  // namespace syndicat::push
