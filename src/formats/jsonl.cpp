#include "formats/jsonl.hpp"

#include <algorithm>
#include <iterator>

#include "formats/json_feed_parts.hpp"
#include "formats/markup.hpp"
#include "formats/sniff.hpp"
#include "model/identity.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats::jsonl {

namespace {

// Fails where the line is of no use, or the options are strict and something would have to be mended.
Result<void> read_line(std::string_view text, const ReadOptions& options, bool is_first, Lines& lines) {
  auto& [reading, base] = lines;
  const auto told = reading.notes.size();
  const auto parsed = json_feed::parse(text, options, reading.notes);
  if (!parsed) return Failure(parsed.error());
  const auto& [value, mended, flaw] = *parsed;
  // Half a line is half an item.
  if (mended && mended->is_cut_off) {
    reading.notes.resize(told);
    return fail(Cause::unreadable, "{}", flaw);
  }
  json_feed::Places places(text, reading.notes, options.origin, mended ? &*mended : nullptr);
  if (value.object() == nullptr) return fail(Cause::unreadable, "{}: this line is no object", places.at(value.offset));
  // An item may have any member beside its own.
  const bool says_so = value.text("version").find(json_feed::kVersion) != std::string::npos;
  if (says_so || (value.find("id") == nullptr && json_feed::is_feed(value))) {
    auto feed = json_feed::read_feed(value, places, options.base_uri);
    base = json_feed::base_of(feed, options.base_uri);
    if (is_first) {
      reading.feed = std::move(feed);
    } else {
      // Files that were put behind each other.
      places.mend(value.offset, "another feed starts here, of which only the items are read; give its file for itself");
      std::ranges::move(feed.items, std::back_inserter(reading.feed.items));
    }
  } else if (json_feed::is_item(value)) {
    reading.feed.items.push_back(json_feed::read_item(value, places, base));
  } else {
    return fail(Cause::unreadable, "{}: this line says nothing that an item has", places.at(value.offset));
  }
  if (options.strict && places.first_mend() != nullptr) return fail(Cause::unreadable, "{}", *places.first_mend());
  return {};
}

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // RFC 8259, section 8.1: it may be ignored

}  // namespace

bool looks_like(std::string_view bytes) {
  // A whole object on one line, and another one behind it.
  if (!looks_like_json(bytes)) return false;
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) return false;
  auto first = text::trim(bytes.substr(0, end));
  if (first.starts_with(kMark)) first.remove_prefix(kMark.size());
  return first.ends_with("}") && text::trim(bytes.substr(end, 4096)).starts_with("{") &&
         json::parse(first, {.max_size = first.size(), .max_depth = json::kGreatestDepth}).has_value();
}

Result<Lines> read_lines(std::string_view bytes, const ReadOptions& options, std::string base, bool is_beginning) {
  if (bytes.size() > options.max_size)
    return fail(Cause::unreadable, "holds more than {} bytes; raise it with --max-size", options.max_size);
  Lines lines{{}, std::move(base)};
  auto of_line = options;
  std::uint32_t line = options.origin.line - 1;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++line;
    if (text::is_blank(text)) continue;
    of_line.origin = {0, line, 1};
    if (auto good = read_line(text, of_line, is_beginning, lines); !good) {
      if (options.strict) return Failure(good.error());
      lines.reading.notes.push_back({good.error().message + "; the line is left out"});
    }
    is_beginning = false;
    if (lines.reading.feed.items.size() > options.max_items)
      return fail(Cause::unreadable, "holds more than the limit of {} items; raise it with --max-items",
                  options.max_items);
  }
  return lines;
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  auto lines = read_lines(std::string_view(bytes).substr(bytes.starts_with(kMark) ? kMark.size() : 0), options,
                          options.base_uri, true);
  if (!lines) return Failure(lines.error());
  auto& reading = lines->reading;
  if (reading.feed == model::Feed() && !reading.notes.empty())
    return fail(Cause::unreadable, "{}; no line is a feed or an item", reading.notes.front().message);
  return std::move(reading);
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
