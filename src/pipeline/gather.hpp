#pragma once
// From what a source is (a feed, a page, a text) to items.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "extract/extract.hpp"
#include "fetch/fetch.hpp"
#include "model/feed.hpp"

namespace syndicat::pipeline {

struct GatherOptions {
  std::string name;              // of the source, as a person gave it, for messages
  text::Instant now;             // the time of retrieval; stands in each item, never as its date
  std::string time_zone;         // of dates without one; empty: they count as UTC
  std::string author, language;  // of items that say none
  std::uint64_t max_size = 64ULL << 20U;
  extract::Options extract = {};  // how pages are read; the address, encoding and type are those of the page
};

struct Gathered {
  model::Feed feed;                            // of a page: the article, with what is known of its site
  std::vector<std::string> notes;              // what was mended on the way
  std::vector<extract::Statement> statements;  // of a page: all that was weighed
  extract::Onward onward;                      // of a page: where else its article stands; the notes are above
};

// What a page is, as `kind` in [[source]] has it: "feed", "page" (HTML), "text"; empty: none of them.
std::string kind_of(const fetch::Page& page);

// What the bytes hold: a feed's items, or the article of a page or a text. Each item has an id. Fails as
// `unreadable` for what is none of them (an image, nothing at all), as `nothing_usable` where there is no article.
Result<Gathered> gather(fetch::Page page, const GatherOptions& options);

}  // namespace syndicat::pipeline
