#include "formats/stream_json.hpp"

#include <algorithm>

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
        if (depth_ == 1) in_value_ = true;
        break;
      case ',':
        if (depth_ == 1) in_value_ = false;
        break;
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
  bool in_string() const { return in_string_; }
  // Whether a member's name has an escape: it may be "items" in another spelling.
  bool is_odd() const { return is_odd_; }
  // Whether the bracket just taken opens the items.
  bool opens_items() const { return is_items_ && depth_ == 2; }

 private:
  static constexpr std::size_t kLongestName = 16;
  int depth_;
  bool in_string_ = false, escaped_ = false, in_value_ = false, is_items_ = false, is_odd_ = false;
  std::string name_;
};

}  // namespace

// The whole but its items. Where "items" comes twice or is not closed the whole has to tell.
Result<bool> JsonStream::skim() {
  Walk walk;
  std::string piece;
  bool found = false;
  for (auto at = source_.start; at < source_.file.size(); at += piece.size()) {
    piece.clear();
    if (auto read = source_.file.read(at, source_.piece, piece); !read) return Failure(read.error());
    if (piece.empty()) return false;
    for (std::size_t place = 0; place < piece.size(); ++place) {
      place += walk.idle(std::string_view(piece).substr(place));
      if (place == piece.size()) break;
      const int before = walk.depth();
      walk.take(piece[place]);
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
  const auto outside = source_.file.size() - source_.start - (last_ - first_);
  if (last_ == 0 || walk.is_odd() || outside > kMostOutside) return false;
  std::string text;
  if (auto read = source_.file.read(source_.start, first_ - source_.start, text); !read) return Failure(read.error());
  origin_ = {1, 1, 1};
  move_on(origin_, text);
  if (auto read = source_.file.read(last_, source_.file.size() - last_, text); !read) return Failure(read.error());
  auto reading = source_.format.read(std::move(text), source_.options);
  if (!reading) return Failure(reading.error());
  feed_ = std::move(*reading);
  at_ = first_;
  return true;
}

std::unique_ptr<Stream> JsonStream::again() const {
  auto stream = std::make_unique<JsonStream>(source_);
  stream->first_ = stream->at_ = first_;
  stream->last_ = last_;
  return stream;
}

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
  auto text = "{\"items\":[\n" + (is_last ? piece : piece.substr(0, piece.size() - 1)) + "]}";
  auto options = source_.options;
  options.origin = origin_;
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
  const auto end = line.find('\n');
  if (end == std::string::npos) return false;
  line.resize(end + 1);
  auto reading = source_.format.read(line, source_.options);
  if (!reading) return Failure(reading.error());
  at_ = source_.start;
  // What an item says comes again.
  if (reading->feed.items.empty()) {
    at_ += line.size();
    origin_.line = 2;
    feed_ = std::move(*reading);
  }
  return true;
}

std::unique_ptr<Stream> LinesStream::again() const {
  auto stream = std::make_unique<LinesStream>(source_);
  stream->at_ = source_.start;
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
  auto reading = source_.format.read(piece, options);
  if (!reading) return Failure(reading.error());
  move_on(origin_, piece);
  at_ += end;
  held_.erase(0, end);
  return std::optional(std::move(*reading));
}

}  // namespace syndicat::formats
