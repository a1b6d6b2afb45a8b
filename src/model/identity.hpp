#pragma once
// Ids for items whose source gives none. They are derived from what the item says, so that they are the same in
// every run; syndicat-convert(1), IDS, tells users how.

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::model {

// The item's URL; else that of its first attachment; else "urn:sha256:" and the digest of its title and date of
// publication; else, where it has no title, of its content. Fails where libcrypto is needed and missing.
Result<std::string> derive_id(const Item& item);

// The id of an item that shares the one derived above with another: "urn:sha256:" and the digest of its address, title,
// date and content.
Result<std::string> derive_own_id(const Item& item);

// The id that each of the feed's items has or is to have, in their order. Where derived ones meet (two items of one
// title and date), those take their content into account as well.
Result<std::vector<std::string>> ids_of(const Feed& feed);

// The same for a document in which no id may stand twice, as in RSS and JSON Feed: where the source gave one to several
// items the first keeps it, and each other has the one that `derive_own_id` gives.
Result<std::vector<std::string>> distinct_ids_of(const Feed& feed);

// A feed's id: the one it has, else its own address, else that of its page, else "urn:sha256:" and the digest of
// its title.
Result<std::string> id_of(const Feed& feed);

}  // namespace syndicat::model
