#pragma once
// RSS and Atom an item at a time.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include "formats/stream.hpp"
#include "xml/scanner.hpp"

namespace syndicat::formats {

class XmlStream : public Stream {
 public:
  explicit XmlStream(Source source) : Stream(std::move(source)) { rewind(); }
  Result<std::optional<Reading>> next() override;

 protected:
  Result<bool> skim() override;
  std::unique_ptr<Stream> again() const override;

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

  void rewind();
  // Goes to the next item, or to the end of the document and gives nothing.
  Result<std::optional<Place>> find_item();
  // Goes behind the item; the scanner holds all of it, or lets go of it on the way.
  Result<void> finish_item(Place& item, Hold hold);
  Result<Reading> read_piece(std::uint64_t start, const Place& last);
  std::string closing(std::size_t from, std::size_t to) const;
  void count_lines(std::uint64_t to);

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
};

}  // namespace syndicat::formats
