#pragma once
// JSON Feed: reads 1 and 1.1, writes 1.1 (https://jsonfeed.org/version/1.1).

#include "formats/format.hpp"

namespace syndicat::formats::json_feed {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::json_feed

namespace syndicat::formats {

// One item as JSON Feed has it, on one line: what webhooks get and the store keeps. An item without an id has an
// empty one.
std::string write_item(const model::Item& item);

// An item that `write_item` wrote. Fails as `unreadable` where it is no JSON object.
Result<model::Item> read_item(std::string_view json);

}  // namespace syndicat::formats
