#pragma once
// Where the tags of a document stand, without its tree: for documents that are too large to be held at once. It goes
// over flaws as the parser does (parser_tags.cpp), so that both see the same elements; what is wrong, the parser
// tells of the pieces that are given to it.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"

namespace syndicat::xml {

class Scanner {
 public:
  // Puts up to `size` more bytes of the document behind `buffer`; none at its end. The bytes are in UTF-8 or another
  // encoding whose ASCII is ASCII.
  using More = std::function<Result<void>(std::string& buffer, std::size_t size)>;
  // `step`: how many bytes are asked for at once, at least.
  Scanner(More more, std::uint64_t most_held, std::size_t step)
      : more_(std::move(more)), most_held_(most_held), step_(step) {}

  struct Event {
    enum class Kind : std::uint8_t { open, empty, close, end };  // end: of the document, or of what can be read of it
    Kind kind = Kind::end;
    std::uint64_t start = 0, behind = 0;  // of the tag, in bytes of the document
    // Of `open` and `empty`: how many elements it stands in. Of `close`: how many are left open; an end tag that closes
    // nothing is passed over.
    std::size_t depth = 0;
    std::string_view name;  // as written; until the next call
  };
  // Fails as `unreadable` where a single token is longer than may be held, or elements stand too deep.
  Result<Event> next();

  // The bytes between two places; from the last place that was released on.
  std::string_view bytes(std::uint64_t from, std::uint64_t to) const;
  // All before that place is not needed any more.
  void release(std::uint64_t before);
  // Whether the document ended within its root element.
  bool cut_off() const { return ended_ && !open_.empty(); }

 private:
  enum class Step : std::uint8_t { passed, found, starved };
  Step step(Event& event);
  Step markup(Event& event);
  Step start_tag(Event& event);
  Step end_tag(Event& event);
  Step doctype();
  Step skip_behind(std::size_t from, std::string_view end);
  bool attributes(std::size_t& at, bool& empty) const;
  Result<void> fill();
  std::uint64_t place(std::size_t at) const { return offset_ + at; }

  More more_;
  std::uint64_t most_held_;
  std::size_t step_;
  std::string buffer_;
  std::uint64_t offset_ = 0;  // of the buffer in the document
  std::size_t at_ = 0;        // in the buffer
  std::size_t searched_ = 0;  // an end that was looked for does not come before this
  std::size_t released_ = 0;  // so much at the buffer's front is not needed
  bool last_ = false;         // nothing comes behind the buffer
  bool ended_ = false;
  bool has_root_ = false;
  std::vector<std::uint64_t> open_;                        // digests of the names
  std::unordered_map<std::uint64_t, std::size_t> opened_;  // how often each is among them
};

}  // namespace syndicat::xml
