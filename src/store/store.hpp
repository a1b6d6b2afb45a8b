#pragma once
// What is remembered between runs, behind one seam: validators of sources, items of feeds, deliveries to targets.
// SQLite by default; the contract is tested once for every kind of store.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace syndicat::store {

// What a server said about a resource, for asking again only when it changed (RFC 9110, section 8.8).
struct Validators {
  std::string etag, last_modified;
  std::string digest;  // of the bytes
};

// An item of a feed as a run last saw it.
struct StoredItem {
  std::string id;
  std::string json;             // the item as a JSON Feed item
  std::string source;           // where it came from
  std::int64_t first_seen = 0;  // seconds since 1970
  std::int64_t last_seen = 0;   // seconds since 1970; when a source last had it
};

// One thing that a target has got: an item's id with the fingerprint of what was sent.
struct Delivery {
  std::string id, fingerprint;
  std::int64_t delivered_at = 0;  // seconds since 1970
};

// Every call fails as `storage` where the store cannot be read or written (damaged, full, held by another process);
// the words name the store. Nothing is half done: each call is one transaction.
class Store {
 public:
  virtual ~Store() = default;

  // `key`: the address and all that what is made of it depends on, the newsroom's name among it.
  virtual Result<std::optional<Validators>> validators(std::string_view key) = 0;
  virtual Result<void> put_validators(std::string_view key, const Validators& validators) = 0;

  // What the page of that key was when it was last taken, in the caller's own word; empty: it never was.
  virtual Result<std::string> kind(std::string_view key) = 0;
  virtual Result<void> put_kind(std::string_view key, std::string_view kind) = 0;

  virtual Result<std::vector<StoredItem>> items(std::string_view feed) = 0;  // by first_seen, then as they were put
  virtual Result<void> put_items(std::string_view feed,
                                 std::span<const StoredItem> items) = 0;  // first_seen of a known id stays
  virtual Result<void> remove_items(std::string_view feed, std::span<const std::string> ids) = 0;

  // What `target` has got of `topic` (a feed's address), by id.
  virtual Result<std::map<std::string, Delivery>> deliveries(std::string_view target, std::string_view topic) = 0;
  virtual Result<void> put_deliveries(std::string_view target, std::string_view topic,
                                      std::span<const Delivery> deliveries) = 0;
};

// Opens or makes a store. `place` is a file's path; ":memory:" for one that is gone with the object. Waits up to
// `wait_seconds` for another process that holds it, then fails as `locked`.
Result<std::unique_ptr<Store>> open(const std::string& place, double wait_seconds = 10);

// Where the store lies when nothing else is said: `state_folder()`/syndicat.db.
std::string default_place();

}  // namespace syndicat::store
