#pragma once
// One feed in several formats: whether they say the same, as far as the formats let them.

#include <string_view>

#include "model/feed.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

// A feed and the format that it was read from: "atom", "rss", "rdf", "json" ...; what a format cannot say is asked of
// none.
struct Edition {
  const model::Feed& feed;
  std::string_view format;
  std::string_view name;  // what the document is called in messages
};

// Adds where `own`, the feed that the report's document was read as, and `other` differ: items that only one of them
// has, ids, titles, links, dates (as instants), what they say, authors, enclosures.
void check_editions(Report& report, const Options& options, const Edition& own, const Edition& other);

}  // namespace syndicat::validate
