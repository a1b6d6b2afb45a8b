#pragma once
// A feed that is too large to be held at once: what it says of itself, then its items, some at a time.
//
// The document is cut between items, and each piece is read, by the format's own reader, as a small feed: behind the
// document's beginning, which has its declarations, entities, namespaces and base. So an item is the same whether it was
// read so or in the whole.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/random_access.hpp"
#include "formats/format.hpp"
#include "xml/scanner.hpp"

namespace syndicat::formats {

class Stream {
 public:
  // Goes over the document once, for what stands outside of items. Null where it has to be read as a whole: it is no
  // RSS and no Atom, has no items, or is in an encoding that spells "<" otherwise than ASCII. `format` null: by content.
  // The file must outlive the stream.
  // `piece`: bytes that are read at once, at least.
  static Result<std::unique_ptr<Stream>> open(const RandomAccess& file, const Format* format, const ReadOptions& options,
                                              std::size_t piece = 1UL << 20U);

  // The feed without its items, and what was mended outside of them.
  const Reading& feed() const { return feed_; }
  // Some more items, with what was mended in them; nothing when all have been read.
  Result<std::optional<Reading>> next();
  // The id that an item has or is to have, as model::ids_of gives it. Where items have none the document is gone over
  // once more, for those that would come to the same one.
  Result<std::string> id_of(const model::Item& item);

 private:
  // Follows the tags outside of items.
  class Course {
   public:
    bool begins_item(const xml::Scanner::Event& event);
    std::string root, channel;  // names as written

   private:
    bool channel_seen_ = false, in_channel_ = false;
  };
  // Where an item stands, and within how many elements.
  struct Place {
    std::uint64_t start = 0, behind = 0;  // behind its start tag, then behind all of it
    std::size_t depth = 0;
    bool is_open = false;
    bool cut_off = false;
  };
  enum class Hold : bool { no, yes };

  Stream(const RandomAccess& file, const Format& format, ReadOptions options, std::size_t piece, std::size_t mark)
      : file_(file), format_(format), options_(std::move(options)), piece_(piece), mark_(mark) {}
  void rewind();
  Result<bool> skim();
  // Goes to the next item, or to the end of the document and gives nothing.
  Result<std::optional<Place>> find_item();
  // Goes behind the item; the scanner holds all of it, or lets go of it on the way.
  Result<void> finish_item(Place& item, Hold hold);
  Result<Reading> read_piece(std::uint64_t start, const Place& last);
  std::string closing(std::size_t from, std::size_t to) const;
  void count_lines(std::uint64_t to);
  Result<void> look_for_equal_ids();

  const RandomAccess& file_;
  const Format& format_;
  ReadOptions options_;
  std::size_t piece_;
  std::size_t mark_;  // bytes of a byte order mark
  Reading feed_;
  std::unordered_set<std::string> told_;  // what was noted outside of items
  std::string head_;                      // the document up to the first item
  std::size_t head_depth_ = 0;            // how many elements are open there

  std::unique_ptr<xml::Scanner> scanner_;
  Course course_;
  std::optional<Place> waiting_;  // an item that was found and belongs to the next piece
  std::uint64_t end_ = 0;         // of the document, once it is reached
  std::uint64_t counted_ = 0;     // lines and columns are counted up to here
  std::uint32_t line_ = 1, column_ = 1;
  bool done_ = false;
  std::optional<std::unordered_set<std::uint64_t>> equal_ids_;  // digests of derived ids that several items come to
};

}  // namespace syndicat::formats
