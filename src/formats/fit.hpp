#pragma once
// What no format lets stand in its own places.

#include <optional>

#include "formats/extras.hpp"
#include "model/feed.hpp"

namespace syndicat::formats {

// The item, and the feed, as a writer may put it into its format's own words: without a language that is no tag, a
// media type, a mail address or an address of another form than those have, a cloud of no known protocol. What is
// taken out or spelt in another way stands whole among the extras. `room` holds the changed copy where there has to be
// one; what comes back is that, or the original. Addresses that are relative stay: they may be good where the document
// lies.
// What the format takes: RFC 3987's, or those of RFC 3986 alone, and as RSS any words for a category's scheme.
enum class Addresses : std::uint8_t { iri, uri, uri_and_names };
const model::Item& fitted(const model::Item& item, std::optional<model::Item>& room, Extra& extras,
                          Addresses addresses);
const model::Feed& fitted(const model::Feed& feed, std::optional<model::Feed>& room, Extra& extras,
                          Addresses addresses);

}  // namespace syndicat::formats
