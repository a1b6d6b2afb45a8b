#pragma once
// OPML 2.0 (http://opml.org/spec2.opml) as a list of feeds: an item stands for each.

#include "formats/format.hpp"

namespace syndicat::formats::opml {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::opml
