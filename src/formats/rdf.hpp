#pragma once
// RSS in RDF: RSS 0.90, 1.0 and 1.1 are read with all other RSS; RSS 1.0 is written
// (http://web.resource.org/rss/1.0/spec).

#include "formats/format.hpp"

namespace syndicat::formats::rdf {

bool looks_like(std::string_view bytes);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::rdf
