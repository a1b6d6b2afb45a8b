#pragma once
// `syndicat publish CONFIG`: sources -> feeds -> validated -> written -> pushed, as one gated step.

#include <optional>
#include <string>

#include "cli/command.hpp"

namespace syndicat::cli {

class PublishCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string config_ = "newsroom.toml", store_, format_ = "text";
  std::optional<text::Instant> now_;
  double wait_ = 0;
  bool dry_run_ = false, verbose_ = false;
};

}  // namespace syndicat::cli
