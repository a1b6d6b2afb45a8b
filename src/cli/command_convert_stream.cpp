// convert, an item at a time: what a feed of a gigabyte needs.

#include "base/growing_file.hpp"
#include "base/random_access.hpp"
#include "cli/command_convert.hpp"
#include "cli/inputs.hpp"
#include "feeds/safe.hpp"
#include "formats/jsonl.hpp"
#include "formats/stream.hpp"

namespace syndicat::cli {
namespace {

constexpr std::size_t kPiece = 256UL << 10U;  // bytes written at once

}  // namespace

bool ConvertCommand::may_stream() const {
  // Sorting and splitting need all items, and so does the question whether none of them has an author.
  const bool item_by_item = (order_.empty() || order_ == "none") && split_.empty() && author_.empty();
  return to_ == "jsonl" && inputs_.size() == 1 && item_by_item && !plain_ && losses_.empty();
}

Result<bool> ConvertCommand::stream(Terminal& terminal) {
  const auto& input = inputs_.front();
  auto plain_file = RandomAccess::open(input);
  // Who raises the limit awaits more than should be held.
  if (!plain_file && input == "-" && max_size_ > kDefaultMaxSize) {
    auto spooled = RandomAccess::spool(max_size_);
    if (!spooled) return Failure(spooled.error());
    spooled_ = std::move(*spooled);
  }
  const auto* file = plain_file ? &*plain_file : spooled_ ? &*spooled_ : nullptr;
  if (file == nullptr || file->size() > max_size_) return false;
  const auto opened =
      formats::Stream::open(*file, from_.empty() ? nullptr : formats::find_format(from_), read_options());
  if (!opened) return Failure(opened.error());
  if (*opened == nullptr) return false;
  auto& stream = **opened;

  auto output = GrowingFile::open(output_);
  if (!output) return Failure(output.error());
  Notes notes(input, terminal);
  notes.tell(stream.feed().notes);
  auto feed = stream.feed().feed;
  complete(feed);
  const auto speaker = feed;  // who speaks for items that say nothing, when they are chosen
  if (sanitize_) {
    feeds::make_safe(feed);
    stream.prepare_by([](model::Item& item) { feeds::make_safe(item); });
  }
  formats::jsonl::LineWriter writer(write_options());
  std::string lines = writer.feed(feed);
  bool had_items = false, has_items = limit_ == 0;
  for (std::uint64_t written = 0; written < limit_;) {
    auto some = stream.next();
    if (!some) return Failure(at_input(some.error(), input));
    if (!*some) break;
    notes.tell((*some)->notes);
    for (auto& item : (*some)->feed.items) {
      had_items = true;
      const auto wanted = selection_.wants(item, speaker);
      if (!wanted) return Failure(wanted.error());
      if (!*wanted || written == limit_) continue;
      if (sanitize_) feeds::make_safe(item);
      const auto id = stream.id_of(item);
      if (!id) return Failure(id.error());
      lines += writer.item(item, *id);
      ++written;
      has_items = true;
    }
    if (lines.size() < kPiece) continue;
    if (auto appended = output->append(lines); !appended) return Failure(appended.error());
    lines.clear();
  }
  if (auto appended = output->append(lines); !appended) return Failure(appended.error());
  notes.finish();
  tell_selection(had_items && !has_items, terminal);
  if (auto finished = output->finish(); !finished) return Failure(finished.error());
  return true;
}

}  // namespace syndicat::cli
