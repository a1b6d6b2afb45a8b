#include "formats/stream_xml.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

using Event = xml::Scanner::Event;
using Kind = Event::Kind;

constexpr std::size_t kMostHead = 64UL << 10U;  // bytes before the first item; they go before each piece
constexpr std::size_t kMostTold = 1000;         // notes that are remembered

std::string_view prefix_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_of(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::uint32_t lines_in(std::string_view text) {
  return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

// Gives whether an item begins with this tag: beside or within the channel, or within the feed.
bool XmlStream::Course::begins_item(const Event& event) {
  if (event.kind == Kind::close && event.depth <= 1) in_channel_ = false;
  if (event.kind != Kind::open && event.kind != Kind::empty) return false;
  const auto local = local_of(event.name), prefix = prefix_of(event.name);
  if (event.depth == 0) root = event.name;
  if (event.depth == 1 && !channel_seen_ && text::equals_ignoring_case(local, "channel")) {
    channel_seen_ = true;
    in_channel_ = event.kind == Kind::open;
    channel = event.name;
    return false;
  }
  const bool in_place = event.depth == 1 || (event.depth == 2 && in_channel_);
  const bool is_item = local_of(root) == "feed" ? local == "entry" : text::equals_ignoring_case(local, "item");
  if (!in_place || !is_item) return false;
  return prefix.empty() || prefix == prefix_of(root) || prefix == prefix_of(channel);
}

std::unique_ptr<Stream> XmlStream::again() const {
  auto stream = std::make_unique<XmlStream>(source_);
  stream->head_ = head_;
  stream->head_depth_ = head_depth_;
  return stream;
}

void XmlStream::rewind() {
  auto more = [this, at = source_.start](std::string& buffer, std::size_t size) mutable -> Result<void> {
    const auto before = buffer.size();
    auto read = source_.file.read(at, size, buffer);
    at += buffer.size() - before;
    return read;
  };
  scanner_ =
      std::make_unique<xml::Scanner>(std::move(more), std::max(kMostItem, 2 * source_.options.max_text), source_.piece);
  course_ = {};
  waiting_.reset();
  counted_ = 0;
  line_ = column_ = 1;
  done_ = false;
}

Result<std::optional<XmlStream::Place>> XmlStream::find_item() {
  for (;;) {
    const auto event = scanner_->next();
    if (!event) return Failure(event.error());
    if (event->kind == Kind::end) {
      end_ = event->behind;
      return std::nullopt;
    }
    if (course_.begins_item(*event))
      return Place{event->start, event->behind, event->depth, event->kind == Kind::open, false};
  }
}

Result<void> XmlStream::finish_item(Place& item, Hold hold) {
  while (item.is_open) {
    const auto event = scanner_->next();
    if (!event) return Failure(event.error());
    if (hold == Hold::no) {
      count_lines(event->start);
      scanner_->release(event->start);
    }
    if (event->kind == Kind::end) {
      item.cut_off = true;
      item.behind = end_ = event->behind;
      item.is_open = false;
    } else if (event->kind == Kind::close && event->depth <= item.depth) {
      // Its parent's end tag ends it too.
      item.behind = event->depth == item.depth ? event->behind : event->start;
      item.is_open = false;
      course_.begins_item(*event);
    }
  }
  return {};
}

void XmlStream::count_lines(std::uint64_t to) {
  if (to <= counted_) return;
  const auto text = scanner_->bytes(counted_, to);
  counted_ = to;
  text::Origin here{0, line_, column_};
  move_on(here, text);
  line_ = here.line;
  column_ = here.column;
}

// Reads what stands outside of items, as a document of its own. False where that cannot be done.
Result<bool> XmlStream::skim() {
  std::string outside;
  auto options = source_.options;
  std::uint64_t kept = 0;       // all that is outside has been taken up to there
  std::uint32_t tail_line = 0;  // where the last of it behind the first item ended; 0: there was none
  for (bool is_first = true;; is_first = false) {
    auto item = find_item();
    if (!item) return Failure(item.error());
    const auto end = *item ? (*item)->start : end_;
    const auto between = scanner_->bytes(kept, end);
    if (outside.size() + between.size() > kMostOutside) return false;
    if (is_first) {
      if (!*item || between.size() > kMostHead) return false;
      head_ = between;
      head_depth_ = (*item)->depth;
      outside = head_ + "\n";
    } else if (!text::is_blank(between) || !*item) {
      // Lines are told as they stand in the document: by the origin, or by empty ones in the place of items.
      if (tail_line == 0) options.origin = {lines_in(outside), line_, column_};
      else outside.append(std::min<std::size_t>(line_ - tail_line, kMostOutside - outside.size()), '\n');
      outside += between;
      count_lines(end);
      tail_line = line_;
    }
    if (!*item) break;
    if ((*item)->depth > head_depth_) return false;
    count_lines(end);
    if (auto finished = finish_item(**item, Hold::no); !finished) return Failure(finished.error());
    kept = (*item)->behind;
    count_lines(kept);
    scanner_->release(kept);
    // The reader of that item tells that the document is cut off.
    if ((*item)->cut_off) outside += closing(head_depth_, 0);
  }
  options.max_size = std::max<std::uint64_t>(options.max_size, outside.size());
  auto reading = source_.format.read(std::move(outside), options);
  if (!reading) return Failure(reading.error());
  feed_ = std::move(*reading);
  for (const auto& note : feed_.notes) told_.insert(note.message);
  rewind();
  return true;
}

// The end tags that lead from one depth to another.
std::string XmlStream::closing(std::size_t from, std::size_t to) const {
  std::string tags;
  for (auto depth = from; depth > to; --depth) tags += "</" + (depth == 1 ? course_.root : course_.channel) + ">";
  return tags;
}

Result<std::optional<Reading>> XmlStream::next() {
  if (done_) return std::nullopt;
  std::optional<Place> last;
  std::uint64_t start = 0;
  for (std::size_t count = 0; !done_ && count < kMostItemsInPiece; ++count) {
    auto item = waiting_ ? Result<std::optional<Place>>(std::exchange(waiting_, std::nullopt)) : find_item();
    if (!item) return Failure(item.error());
    if (!*item) {
      done_ = true;
      break;
    }
    if (last && (*item)->depth != last->depth) {
      waiting_ = **item;
      break;
    }
    if (!last) {
      start = (*item)->start;
      count_lines(start);
      scanner_->release(start);
    }
    last = **item;
    if (auto finished = finish_item(*last, Hold::yes); !finished) return Failure(finished.error());
    done_ = last->cut_off;
    if (last->behind - start >= source_.piece) break;
  }
  if (!last) return std::nullopt;
  auto reading = read_piece(start, *last);
  if (!reading) return Failure(reading.error());
  count_lines(last->behind);
  scanner_->release(last->behind);
  return std::optional(std::move(*reading));
}

Result<Reading> XmlStream::read_piece(std::uint64_t start, const Place& last) {
  std::string text = head_ + closing(head_depth_, last.depth) + "\n";
  auto options = source_.options;
  options.origin = {lines_in(text), line_, column_};
  text += scanner_->bytes(start, last.behind);
  if (!last.cut_off) text += closing(last.depth, 0);
  options.max_size = std::max<std::uint64_t>(options.max_size, text.size());
  auto reading = source_.format.read(std::move(text), options);
  if (!reading) return reading;
  std::erase_if(reading->notes, [&](const Note& note) { return told_.contains(note.message); });
  // What is said of the whole document would be said of each piece.
  for (const auto& note : reading->notes)
    if (told_.size() < kMostTold) told_.insert(note.message);
  return reading;
}

}  // namespace syndicat::formats
