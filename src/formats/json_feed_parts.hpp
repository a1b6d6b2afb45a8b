#pragma once
// JSON Feed's objects, as its own reader and writer have them and as JSON Lines has one a line.

#include <string>
#include <string_view>
#include <vector>

#include "formats/format.hpp"
#include "formats/json_mending.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "text/lines.hpp"

namespace syndicat::formats::json_feed {

constexpr std::string_view kVersion = "jsonfeed.org/version/";  // stands in what a feed's version says

// Tells where in the text something stands.
class Places {
 public:
  // `mended`: what the offsets count in, where that is not the text itself; borrowed, may be null.
  Places(std::string_view text, std::vector<Note>& notes, const text::Origin& origin = {},
         const MendedJson* mended = nullptr)
      : text_(text), notes_(notes), lines_(origin), mended_(mended) {}

  std::string at(std::size_t offset);  // "line:column"
  void note(std::size_t offset, std::string_view words);
  // Of what is not as JSON Feed has it: "what is wrong; what is made of it".
  void mend(std::size_t offset, std::string_view words);
  // What was wrong there first, and where; null where nothing was mended.
  const std::string* first_mend() const { return first_mend_.empty() ? nullptr : &first_mend_; }

 private:
  std::string_view text_;
  std::vector<Note>& notes_;
  text::Lines lines_;
  const MendedJson* mended_;
  std::string first_mend_;
};

// Parses a text and mends what can be mended, each of it a note. Fails with the place of the first flaw: of every one
// where the options are strict, of one that cuts the text off where they want it whole.
struct Text {
  json::Value value;
  std::optional<MendedJson> mended{};  // what the value's places count in, where that is not the text
  std::string flaw{};                  // what was in the way of reading it as it stands: "1:5: ..."
};
Result<Text> parse(std::string_view text, const ReadOptions& options, std::vector<Note>& notes);

// Where relative addresses are seen from: what the caller says, else the feed's page, else its own address.
std::string base_of(const model::Feed& feed, const std::string& base_uri);

model::Item read_item(const json::Value& object, Places& places, std::string_view base);
model::Feed read_feed(const json::Value& object, Places& places, std::string_view base_uri);

// Whether an object says that it is a feed, by its version or by items that are objects; whether it says something of
// an item.
bool is_feed(const json::Value& object);
bool is_item(const json::Value& object);

void write_item(json::Writer& writer, const model::Item& item, const std::string& id, const WriteOptions& options);
// All members of the feed but its items, within an object that is open.
void write_members(json::Writer& writer, const model::Feed& feed, const WriteOptions& options);

}  // namespace syndicat::formats::json_feed
