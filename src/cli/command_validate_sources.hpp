#pragma once
// What a person names, as single documents.

#include <string>
#include <vector>

#include "base/result.hpp"

namespace syndicat::cli {

// A folder becomes the feeds in it and below, by their names (.xml, .rss, .atom, .rdf, .json, .opml), a pattern what
// matches it, "@FILE" its lines. Order is that of the words, within one of them by name. Fails as `unreadable` where a
// folder, a pattern or a list gives nothing, or a list cannot be read.
Result<std::vector<std::string>> expand_sources(const std::vector<std::string>& named);

}  // namespace syndicat::cli
