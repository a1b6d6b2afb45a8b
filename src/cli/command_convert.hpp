#pragma once
// syndicat convert: feeds in any formats into one in another, or into one for each language or tag.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "base/random_access.hpp"
#include "cli/command.hpp"
#include "cli/exit_status.hpp"
#include "feeds/select.hpp"
#include "feeds/split.hpp"
#include "formats/format.hpp"

namespace syndicat::cli {

class ConvertCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  Result<void> check_options();
  formats::ReadOptions read_options() const;
  Result<formats::Reading> read(const std::string& input) const;
  // All inputs that can be read, as one feed.
  Result<model::Feed> read_all(Terminal& terminal);
  // Puts what was given into the feed where it has nothing of its own.
  void complete(model::Feed& feed) const;
  // Whether an option's value is to hold a part's word, and so goes before what the feed has.
  bool is_for_parts(const std::string& written) const;
  // Selects, sorts, limits, makes safe.
  Result<void> work_on(model::Feed& feed, Terminal& terminal);

  // Tells what the selection left out that one would not think of, and where it left nothing of a feed that has items.
  void tell_selection(bool is_empty, Terminal& terminal) const;

  // Whether all that was asked for can be done an item at a time.
  bool may_stream() const;
  // Converts a feed so, however large it is. Gives whether that could be done.
  Result<bool> stream(Terminal& terminal);

  formats::WriteOptions write_options() const;
  Result<std::string> write(const model::Feed& feed, Terminal& terminal) const;
  // Tells what the written document does not say.
  Result<void> tell_losses(const model::Feed& feed, const std::string& written, const std::string& name,
                           Terminal& terminal) const;
  Result<void> write_one(const model::Feed& feed, Terminal& terminal) const;
  Result<void> write_parts(const model::Feed& feed, Terminal& terminal) const;

  std::vector<std::string> inputs_;
  std::string output_ = "-";
  std::string to_, from_;
  std::string title_, link_, self_, language_, id_, author_, description_, rights_, icon_;
  std::string base_uri_, charset_, content_type_, stylesheet_;
  std::vector<std::string> matches_, excludes_;
  std::optional<std::string> since_;
  std::string order_, split_;
  std::uint64_t limit_ = kNoLimit;
  std::uint64_t max_size_ = kDefaultMaxSize;
  std::uint64_t max_items_ = formats::ReadOptions().max_items;
  std::uint64_t max_depth_ = formats::ReadOptions().max_depth;
  std::uint64_t max_tag_ = formats::ReadOptions().max_tag;
  std::uint64_t max_text_ = formats::ReadOptions().max_text;
  std::optional<text::Instant> now_;
  std::string losses_;
  bool strict_ = false, sanitize_ = false, plain_ = false;

  static constexpr std::uint64_t kNoLimit = UINT64_MAX;
  feeds::Selection selection_;
  std::optional<RandomAccess> spooled_;  // standard input, where it may be too large to hold
  Tally tally_;                          // of the inputs
};

}  // namespace syndicat::cli
