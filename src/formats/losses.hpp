#pragma once
// What a feed said and a document written from it does not say.

#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/format.hpp"
#include "model/feed.hpp"

namespace syndicat::formats {

struct Loss {
  enum class Of { feed, items };
  Of of = Of::feed;
  std::string member;      // in the words of syndicat-json(7): "rights", "attachments.duration_in_seconds"
  std::size_t count = 0;   // how often
  std::string first_item;  // of items: the id of the first one that lost it
};

// What `written`, which `format` made of the feed, has lost: it is read again and held against the feed, member by
// member. In the order of syndicat-json(7), the feed's own before those of items; none for a format that holds all.
// Fails as `misuse` for a format that cannot be read again.
Result<std::vector<Loss>> losses(const model::Feed& feed, const Format& format, const std::string& written);

}  // namespace syndicat::formats
