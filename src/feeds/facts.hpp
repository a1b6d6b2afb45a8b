#pragma once
// What several of this room's files ask of an item.

#include <string>
#include <string_view>

#include "model/feed.hpp"

namespace syndicat::feeds {

// The instant that an item is sorted and chosen by: of its publication, else of its change; null where neither could
// be read.
const text::Instant* instant_of(const model::Item& item);

// Whether `a` is earlier than `b`.
bool is_before(const text::Instant& a, const text::Instant& b);

// What a text says without its markup.
std::string words_of(const model::Text& text);

// The item's language, else that of its feed; empty: not known.
const std::string& language_of(const model::Item& item, const model::Feed& feed);

}  // namespace syndicat::feeds
