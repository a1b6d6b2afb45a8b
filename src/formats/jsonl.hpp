#pragma once
// JSON Lines of our own: on the first line the feed without its items, on each other line an item, both as JSON Feed
// has them.

#include <string>

#include "formats/format.hpp"
#include "json/writer.hpp"

namespace syndicat::formats::jsonl {

bool looks_like(std::string_view bytes);
Result<Reading> read(std::string bytes, const ReadOptions& options);
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);

// Some lines of a document, of which none need be of use.
struct Lines {
  Reading reading;
  std::string base;  // where the addresses of items behind them are seen from
};
// `base`: that of the first ones. `is_beginning`: what the first line says may be the feed's.
Result<Lines> read_lines(std::string_view lines, const ReadOptions& options, std::string base, bool is_beginning);

// The same a line at a time, for a feed that is not held at once.
class LineWriter {
 public:
  explicit LineWriter(WriteOptions options) : options_(std::move(options)) {}
  std::string feed(const model::Feed& feed);  // without its items
  std::string item(const model::Item& item, const std::string& id);

 private:
  WriteOptions options_;
  json::Writer writer_{json::Writer::Style::compact};
};

}  // namespace syndicat::formats::jsonl
