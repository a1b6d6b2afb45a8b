#pragma once
// Sitemaps (https://www.sitemaps.org/protocol.html), with what Google News and hreflang links add.

#include "formats/format.hpp"

namespace syndicat::formats::sitemap {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::sitemap
