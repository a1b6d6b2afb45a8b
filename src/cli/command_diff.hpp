#pragma once
// syndicat diff: what changed between two feeds, in any formats.

#include <cstdint>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "model/feed.hpp"

namespace syndicat::cli {

class DiffCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  Result<void> check_options() const;
  Result<model::Feed> read(const std::string& input, Terminal& terminal) const;

  std::vector<std::string> inputs_;
  std::string format_ = "text";
  std::vector<std::string> ignored_;
  std::uint64_t max_size_ = kDefaultMaxSize;
};

}  // namespace syndicat::cli
