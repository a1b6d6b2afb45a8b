#pragma once
// Several feeds as one.

#include <vector>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::feeds {

struct Merged {
  model::Feed feed;     // what all feeds agree on stays; its items in the order of the feeds
  model::Feed instead;  // title, page and id for it where nobody gives others
};

// Items of one id are one item: the one that changed last, at the place of the first. What its feed said for all
// items (author, language, rights) is said by the item itself where the feeds do not agree; `source` tells the feed
// it came from, but for an item that has a source and where all are one feed. Ids that are no addresses count for
// their site only: two with pages on different hosts stay two, and the later one's id gets its feed's before it.
// Fails where ids have to be derived and cannot be.
Result<Merged> merge(std::vector<model::Feed> feeds);

// For a list of feeds: an item for each of `feeds` that has an address of its own and none of the merged items comes
// from, as when another feed has all of them.
void list_all(Merged& merged, const std::vector<model::Source>& feeds);
// A feed as the source of its items.
Result<model::Source> source_of(const model::Feed& feed);

// Sets what the merged feed has not got by now.
void fill_in(Merged& merged);

}  // namespace syndicat::feeds
