#pragma once
// `syndicat push FILE|URL --to TARGET...`: tells hubs and webhooks what is new in a feed.

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace syndicat::cli {

class PushCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string source_, topic_, secret_file_, store_, format_ = "text", user_agent_;
  std::vector<std::string> targets_;
  std::optional<text::Instant> now_;
  std::uint64_t max_size_ = 64ULL << 20U;
  double timeout_ = 60, wait_ = 0;
  bool discover_ = false, dry_run_ = false, remember_only_ = false, verbose_ = false;
};

}  // namespace syndicat::cli
