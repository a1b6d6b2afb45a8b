#pragma once
// Atom: reads 0.3 and 1.0, entry documents too, and writes 1.0 (RFC 4287).

#include "formats/format.hpp"

namespace syndicat::formats::atom {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::atom
