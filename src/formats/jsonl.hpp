#pragma once
// JSON Lines of our own: on the first line the feed without its items, on each other line an item, both as JSON Feed
// has them.

#include "formats/format.hpp"

namespace syndicat::formats::jsonl {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::jsonl
