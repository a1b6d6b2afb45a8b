#include "formats/jsonl.hpp"

#include "formats/json_feed_parts.hpp"
#include "formats/markup.hpp"
#include "formats/sniff.hpp"
#include "model/identity.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats::jsonl {

bool looks_like(std::string_view bytes) {
  // A whole object on one line, and another one behind it.
  if (!looks_like_json(bytes)) return false;
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  const auto first = text::trim(bytes.substr(0, end));
  return first.ends_with("}") && text::trim(bytes.substr(end, 4096)).starts_with("{") && json::parse(first).has_value();
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_size)
    return fail(Cause::unreadable, "holds more than {} bytes; raise it with --max-size", options.max_size);
  Reading reading;
  std::size_t line = options.origin.line - 1;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++line;
    if (text::is_blank(text)) continue;
    if (reading.feed.items.size() >= options.max_items)
      return fail(Cause::unreadable, "holds more than the limit of {} items; raise it with --max-items",
                  options.max_items);
    const auto value = json::parse(text);
    if (!value || value->object() == nullptr) {
      const std::string words = value ? "this line is no object" : value.error().message;
      if (options.strict)
        return fail(Cause::unreadable, "{}:{}: {}", line, value ? 1 : value.error().offset + 1, words);
      reading.notes.push_back(
          {fmt::format("{}:{}: {}; the line is left out", line, value ? 1 : value.error().offset + 1, words)});
      continue;
    }
    std::vector<Note> notes;
    json_feed::Places places(text, notes);
    if (value->find("version") != nullptr || value->find("items") != nullptr) {
      auto items = std::move(reading.feed.items);
      reading.feed = json_feed::read_feed(*value, places, options.base_uri);
      items.insert(items.end(), reading.feed.items.begin(), reading.feed.items.end());
      reading.feed.items = std::move(items);
    } else {
      reading.feed.items.push_back(json_feed::read_item(*value, places, options.base_uri));
    }
    for (const auto& note : notes)
      reading.notes.push_back({fmt::format("{}{}", line, note.message.substr(note.message.find(':')))});
  }
  return reading;
}

std::string LineWriter::feed(const model::Feed& feed) {
  writer_.begin_object();
  json_feed::write_members(writer_, feed, options_);
  writer_.end_object();
  return writer_.take() + '\n';
}

std::string LineWriter::item(const model::Item& item, const std::string& id) {
  json_feed::write_item(writer_, item, id, options_);
  return writer_.take() + '\n';
}

Result<std::string> write(const model::Feed& feed, const WriteOptions& options) {
  const auto ids = model::ids_of(feed);
  if (!ids) return Failure(ids.error());
  LineWriter writer(options);
  std::string lines = writer.feed(feed);
  lines.reserve(expected_size(feed));
  for (std::size_t at = 0; at < feed.items.size(); ++at) lines += writer.item(feed.items[at], (*ids)[at]);
  return lines;
}

}  // namespace syndicat::formats::jsonl
