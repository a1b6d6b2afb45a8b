#pragma once
// JSON Feed: reads 1 and 1.1, writes 1.1 (https://jsonfeed.org/version/1.1).

#include "formats/format.hpp"

namespace syndicat::formats::json_feed {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::json_feed

namespace syndicat::formats {

// One item as an object of JSON Feed, compact, and back: as the store keeps it and a webhook sends it. The item must
// have its id. Reading fails as `unreadable` for what is no JSON object.
std::string write_item(const model::Item& item);
Result<model::Item> read_item(std::string_view json);

}  // namespace syndicat::formats
