#pragma once
// A feed that is too large to be held at once: what it says of itself, then its items, some at a time.
//
// The document is cut between items, and each piece is read, by the format's own reader, as a small feed, behind what
// gives it its meaning: an XML document's beginning has its declarations, entities, namespaces and base. So an item is
// the same whether it was read so or in the whole.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/random_access.hpp"
#include "formats/format.hpp"

namespace syndicat::formats {

class Stream {
 public:
  // Goes over the document once, for what stands outside of items. Null where it has to be read as a whole: it has no
  // items, is in another format than RSS, Atom, JSON Feed and JSON Lines, or in an encoding that spells "<" otherwise
  // than ASCII. `format` null: by content. `piece`: bytes that are read at once, at least. The file must outlive the
  // stream.
  static Result<std::unique_ptr<Stream>> open(const RandomAccess& file, const Format* format,
                                              const ReadOptions& options, std::size_t piece = 1UL << 20U);
  virtual ~Stream() = default;

  // The feed without its items, and what was mended outside of them.
  const Reading& feed() const { return feed_; }
  // Some more items, with what was mended in them; nothing when all have been read.
  virtual Result<std::optional<Reading>> next() = 0;
  // What is done to an item before it is written, and so before an id is made for it; to be set before `id_of`.
  void prepare_by(std::function<void(model::Item&)> prepare) { prepare_ = std::move(prepare); }
  // The id that an item has or is to have, as model::ids_of gives it. Where items have none the document is gone over
  // once more, for those that would come to the same one.
  Result<std::string> id_of(const model::Item& item);

 protected:
  // What a stream of each kind is made from.
  struct Source {
    const RandomAccess& file;
    const Format& format;
    ReadOptions options;
    std::size_t piece;
    std::uint64_t start;  // behind a byte order mark
  };
  explicit Stream(Source source) : source_(std::move(source)) {}
  // Reads what stands outside of items into `feed_`. False where that cannot be done.
  virtual Result<bool> skim() = 0;
  // The same items once more, from the first on.
  virtual std::unique_ptr<Stream> again() const = 0;

  Source source_;
  Reading feed_;

 private:
  Result<void> look_for_equal_ids();
  std::function<void(model::Item&)> prepare_;
  std::optional<std::unordered_set<std::uint64_t>> equal_ids_;  // digests of derived ids that several items come to
};

// How much is held of what has no end of its own.
constexpr std::size_t kMostOutside = 16UL << 20U;  // bytes outside of items
constexpr std::uint64_t kMostItem = 32ULL << 20U;  // bytes of one item
constexpr std::size_t kMostItemsInPiece = 2000;    // an item in memory is larger than "<item/>"

// Where the bytes behind `text` stand, if it starts at `origin`.
void move_on(text::Origin& origin, std::string_view text);

}  // namespace syndicat::formats
