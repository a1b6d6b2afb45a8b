#include "formats/stream_json.hpp"

#include <algorithm>

#include "formats/json_feed_parts.hpp"
#include "formats/jsonl.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

// Follows JSON text byte by byte: how deep it is, and what the members of the outermost object are called.
class Walk {
 public:
  explicit Walk(int depth = 0) : depth_(depth) {}

  void take(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
        is_odd_ = is_odd_ || (depth_ == 1 && !in_value_);
      } else if (c == '"') {
        in_string_ = false;
      }
      if (in_string_ && depth_ == 1 && !in_value_ && name_.size() < kLongestName) name_ += c;
      return;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        if (depth_ == 1 && !in_value_) name_.clear();
        break;
      case '{':
      case '[':
        is_items_ = depth_ == 1 && in_value_ && c == '[' && name_ == "items";
        ++depth_;
        break;
      case '}':
      case ']': --depth_; break;
      case ':':
        if (depth_ == 1 && !in_value_) times_ += name_ == "items" ? 1 : 0;
        if (depth_ == 1) in_value_ = true;
        break;
      case ',':
        if (depth_ == 1) in_value_ = false;
        break;
      case '/': is_odd_ = true; break;
      default: break;
    }
  }

  // How many bytes at the beginning of `text` are the inside of a string and change nothing.
  std::size_t idle(std::string_view text) const {
    if (!in_string_ || escaped_ || (depth_ == 1 && !in_value_)) return 0;
    std::size_t at = 0;
    while (at < text.size() && text[at] != '"' && text[at] != '\\') ++at;
    return at;
  }

  int depth() const { return depth_; }  // objects and arrays that are open
  int times() const { return times_; }  // that "items" is a member's name
  bool in_string() const { return in_string_; }
  // Whether a member's name has an escape, and may be "items" in another spelling, or a comment may begin, in which
  // nothing is what it looks like.
  bool is_odd() const { return is_odd_; }
  // Whether the bracket just taken opens the items.
  bool opens_items() const { return is_items_ && depth_ == 2; }

 private:
  static constexpr std::size_t kLongestName = 16;
  int depth_, times_ = 0;
  bool in_string_ = false, escaped_ = false, in_value_ = false, is_items_ = false, is_odd_ = false;
  std::string name_;
};

}  // namespace

// What stands among the items and is no object: their reader leaves it to the feed.
class LooseEntries {
 public:
  // Takes what stands between the brackets of the items, bit by bit, `depth` as it is before.
  void take(std::string_view text, int depth, bool in_string) {
    if (depth == kAmongItems && !in_string) {
      if (text == ",") return end();
      if (!is_inside_ && !text::is_blank(text)) {
        is_inside_ = true;
        is_object_ = text.starts_with('{');
      }
    }
    if (is_inside_ && !is_object_ && all_.size() + one_.size() <= kMostOutside) one_ += text;
  }

  // The entries, apart by commas.
  std::string& all() {
    end();
    return all_;
  }

 private:
  static constexpr int kAmongItems = 2;
  void end() {
    if (!one_.empty()) all_ += (all_.empty() ? "" : ",") + one_;
    one_.clear();
    is_inside_ = false;
  }

  std::string all_, one_;
  bool is_inside_ = false, is_object_ = false;
};

// As much blank as a text takes up, so that what stands behind it keeps its line and column.
class Room {
 public:
  void take(std::string_view text) {
    if (const auto end = text.rfind('\n'); end != std::string_view::npos) {
      lines_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
      columns_ = 0;
      text.remove_prefix(end + 1);
    }
    columns_ += text::count_characters(text);
  }
  // None where that is too much to hold: then places behind it are told as if nothing stood there.
  std::string blanks() const {
    if (lines_ + columns_ > kMostOutside / 2) return {};
    return std::string(lines_, '\n') + std::string(columns_, ' ');
  }

 private:
  std::size_t lines_ = 0, columns_ = 0;
};

// The whole but its items. Where "items" comes twice or is not closed the whole has to tell.
Result<bool> JsonStream::skim() {
  Walk walk;
  LooseEntries loose;
  Room room;
  std::string piece;
  bool found = false;
  for (auto at = source_.start; at < source_.file.size(); at += piece.size()) {
    piece.clear();
    if (auto read = source_.file.read(at, source_.piece, piece); !read) return Failure(read.error());
    if (piece.empty()) return false;
    for (std::size_t place = 0; place < piece.size(); ++place) {
      const auto idle = walk.idle(std::string_view(piece).substr(place));
      const bool is_among = found && last_ == 0;
      if (is_among && idle > 0) {
        loose.take(std::string_view(piece).substr(place, idle), walk.depth(), true);
        room.take(std::string_view(piece).substr(place, idle));
      }
      place += idle;
      if (place == piece.size()) break;
      const int before = walk.depth();
      const bool was_in_string = walk.in_string();
      walk.take(piece[place]);
      if (is_among && (before > 2 || walk.depth() >= 2)) {
        loose.take(std::string_view(piece).substr(place, 1), before, was_in_string);
        room.take(std::string_view(piece).substr(place, 1));
      }
      if (walk.depth() == before) continue;
      if (walk.depth() > before && walk.opens_items()) {
        if (found) return false;
        found = true;
        first_ = at + place + 1;
      } else if (found && last_ == 0 && walk.depth() == 1) {
        last_ = at + place;
      }
    }
  }
  const auto outside = source_.file.size() - source_.start - (last_ - first_) + loose.all().size();
  if (last_ == 0 || walk.times() > 1 || walk.is_odd() || outside > kMostOutside) return false;
  std::string text;
  if (auto read = source_.file.read(source_.start, first_ - source_.start, text); !read) return Failure(read.error());
  origin_ = {1, 1, 1};
  move_on(origin_, text);
  const auto head = text.size();
  text += room.blanks();
  if (auto read = source_.file.read(last_, source_.file.size() - last_, text); !read) return Failure(read.error());
  auto reading = source_.format.read(text, source_.options);
  if (!reading) return Failure(reading.error());
  feed_ = std::move(*reading);
  if (!loose.all().empty()) {
    // What is told of them is told among the items, where they stand.
    text.insert(head, "{}," + loose.all());
    auto with_loose = source_.format.read(std::move(text), source_.options);
    if (!with_loose) return Failure(with_loose.error());
    feed_.feed = std::move(with_loose->feed);
  }
  at_ = first_;
  base_ = json_feed::base_of(feed_.feed, source_.options.base_uri);
  return true;
}

std::unique_ptr<Stream> JsonStream::again() const {
  auto stream = std::make_unique<JsonStream>(source_);
  stream->first_ = stream->at_ = first_;
  stream->last_ = last_;
  stream->base_ = source_.options.base_uri;
  return stream;
}

// Before some items, so that they are a feed: one line, which is not the document's own.
constexpr std::string_view kBeforeItems = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[\n";

Result<std::optional<Reading>> JsonStream::next() {
  Walk walk(2);
  std::size_t place = 0, end = 0, items = 0;  // in what is held; behind the last whole item
  while (at_ < last_ && items < kMostItemsInPiece && end < source_.piece) {
    if (place == held_.size()) {
      if (held_.size() > std::max(kMostItem, 2 * source_.options.max_text))
        return fail(Cause::unreadable, "an item is longer than {} bytes", held_.size());
      const auto from = at_ + held_.size();
      if (auto read = source_.file.read(
              from,
              static_cast<std::size_t>(std::min<std::uint64_t>(std::max(source_.piece, held_.size()), last_ - from)),
              held_);
          !read)
        return Failure(read.error());
      if (place == held_.size()) {
        end = place;
        break;
      }
    }
    place += walk.idle(std::string_view(held_).substr(place));
    if (place == held_.size()) continue;
    const bool is_comma = held_[place] == ',' && walk.depth() == 2 && !walk.in_string();
    walk.take(held_[place++]);
    if (!is_comma) continue;
    end = place;
    ++items;
  }
  if (end == 0) return std::nullopt;
  // What the whole would say of a comma it says here: one that parts two pieces is left out.
  auto piece = held_.substr(0, end);
  const bool is_last = at_ + end == last_;
  auto text = std::string(kBeforeItems) + (is_last ? piece : piece.substr(0, piece.size() - 1)) + "]}";
  auto options = source_.options;
  options.origin = origin_;
  options.base_uri = base_;
  options.max_size = std::max<std::uint64_t>(options.max_size, text.size());
  auto reading = source_.format.read(std::move(text), options);
  if (!reading) return Failure(reading.error());
  move_on(origin_, piece);
  at_ += end;
  held_.erase(0, end);
  return std::optional(std::move(*reading));
}

// The first line is the feed's own, where it is none of an item.
Result<bool> LinesStream::skim() {
  std::string line;
  if (auto read = source_.file.read(source_.start, kMostOutside, line); !read) return Failure(read.error());
  const auto end = line.find('\n', std::min(line.find_first_not_of(text::kSpace), line.size()));
  if (end == std::string::npos) return false;
  line.resize(end + 1);
  auto first = jsonl::read_lines(line, source_.options, source_.options.base_uri, true);
  if (!first) return Failure(first.error());
  auto* reading = &first->reading;
  base_ = source_.options.base_uri;
  // A feed that brings items of its own is one of several.
  auto without_items = reading->feed;
  without_items.items.clear();
  if (!reading->feed.items.empty() && !(without_items == model::Feed())) return false;
  at_ = source_.start;
  // What an item says comes again.
  if (reading->feed.items.empty()) {
    at_ += line.size();
    origin_.line = 1 + static_cast<std::uint32_t>(std::count(line.begin(), line.end(), '\n'));
    feed_ = std::move(*reading);
    base_ = std::move(first->base);
  }
  return true;
}

std::unique_ptr<Stream> LinesStream::again() const {
  auto stream = std::make_unique<LinesStream>(source_);
  stream->at_ = source_.start;
  stream->base_ = base_;
  return stream;
}

Result<std::optional<Reading>> LinesStream::next() {
  const auto size = source_.file.size();
  std::size_t end = 0, lines = 0;  // behind the last whole line
  while (at_ < size && lines < kMostItemsInPiece && end < source_.piece) {
    const auto found = held_.find('\n', end);
    if (found != std::string::npos) {
      end = found + 1;
      ++lines;
      continue;
    }
    if (at_ + held_.size() >= size) {
      end = held_.size();
      break;
    }
    if (held_.size() > std::max(kMostItem, 2 * source_.options.max_text))
      return fail(Cause::unreadable, "{}:1: the line is longer than {} bytes", origin_.line + lines, held_.size());
    const auto before = held_.size();
    if (auto read = source_.file.read(at_ + before, std::max(source_.piece, before), held_); !read)
      return Failure(read.error());
    if (held_.size() == before) {
      end = before;
      break;
    }
  }
  if (end == 0) return std::nullopt;
  auto options = source_.options;
  options.origin = origin_;
  options.max_size = std::max<std::uint64_t>(options.max_size, end);
  const auto piece = held_.substr(0, end);
  auto some = jsonl::read_lines(piece, options, std::move(base_), at_ == source_.start);
  if (!some) return Failure(some.error());
  base_ = std::move(some->base);
  move_on(origin_, piece);
  at_ += end;
  held_.erase(0, end);
  return std::optional(std::move(some->reading));
}

}  // namespace syndicat::formats
