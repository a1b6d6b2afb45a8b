#pragma once
// syndicat convert: a feed in one format into another.

#include <cstdint>
#include <optional>
#include <string>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "formats/format.hpp"

namespace syndicat::cli {

class ConvertCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  Result<formats::Reading> read(std::string bytes) const;
  // Puts what was given into the feed where it has nothing of its own.
  Result<void> complete(model::Feed& feed) const;

  std::string input_ = "-", output_ = "-";
  std::string to_, from_;
  std::string title_, link_, self_, language_, id_, author_, description_, rights_, icon_;
  std::string base_uri_, charset_;
  std::uint64_t max_size_ = kDefaultMaxSize;
  std::optional<text::Instant> now_;
  bool strict_ = false;
};

}  // namespace syndicat::cli
