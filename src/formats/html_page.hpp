#pragma once
// An HTML page: read by its microformats (h-feed, h-entry), written as one readable page that needs nothing else.

#include "formats/format.hpp"

namespace syndicat::formats::html_page {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::html_page
