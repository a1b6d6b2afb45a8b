#pragma once
// JSON Feed's objects, as its own reader and writer have them and as JSON Lines has one a line.

#include <string>
#include <string_view>
#include <vector>

#include "formats/format.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace syndicat::formats::json_feed {

// Tells where in the text something stands. Offsets come in rising order, so that one pass does for all.
class Places {
 public:
  Places(std::string_view text, std::vector<Note>& notes, const text::Origin& origin = {})
      : text_(text), notes_(notes), origin_(origin) {}

  std::string at(std::size_t offset);  // "line:column"
  void note(std::size_t offset, std::string_view words);

 private:
  std::string_view text_;
  std::vector<Note>& notes_;
  text::Origin origin_;
  std::size_t at_ = 0, line_ = 1, column_ = 1;
};

model::Item read_item(const json::Value& object, Places& places, std::string_view base);
model::Feed read_feed(const json::Value& object, Places& places, std::string_view base);

void write_item(json::Writer& writer, const model::Item& item, const std::string& id, const WriteOptions& options);
// All members of the feed but its items, within an object that is open.
void write_members(json::Writer& writer, const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::json_feed
