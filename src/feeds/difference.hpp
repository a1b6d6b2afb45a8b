#pragma once
// What changed between two feeds, whatever formats they came in.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::feeds {

// What a field says on one side.
struct Said {
  std::string words;                                  // of a list those of its entries, apart by commas
  std::optional<std::vector<std::string>> entries{};  // of a list: each in words
  bool operator==(const Said&) const = default;
};

// A field that is not the same on both sides.
struct Change {
  std::string_view field;  // as JSON Feed or syndicat-json(7) names it
  Said before, after;
};

struct ItemChange {
  const model::Item* before = nullptr;  // null: it is new
  const model::Item* after = nullptr;   // null: it is gone
  std::string id;                       // of the later one where there are both
  std::vector<Change> changes;          // of an item that is on both sides
};

// Points into the two feeds, which must outlive it.
struct Difference {
  std::vector<Change> feed;  // of the feed itself
  std::vector<ItemChange> added, changed, gone;
  std::size_t same = 0;  // items that say the same
  bool empty() const { return feed.empty() && added.empty() && changed.empty() && gone.empty(); }
};

// Items are the same one where their ids are; among those left, where their addresses are (an id may be spelt
// otherwise in another format). Their order is no difference, nor is how a date or an address is spelt, nor when we
// got an item. Fields in `ignored` are not looked at. Fails where ids have to be derived and cannot be.
Result<Difference> compare(const model::Feed& before, const model::Feed& after,
                           const std::vector<std::string>& ignored = {});

// All fields that a change may name, of feed and item.
std::vector<std::string> names_of_compared();

}  // namespace syndicat::feeds
