#pragma once
// RSS: reads all versions, writes 2.0.

#include "formats/format.hpp"

namespace syndicat::formats::rss {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::rss
