#pragma once
// Microsoft's Channel Definition Format (W3C note NOTE-CDFsubmit): read only.

#include "formats/format.hpp"

namespace syndicat::formats::cdf {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);

}  // namespace syndicat::formats::cdf
