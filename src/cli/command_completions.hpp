#pragma once
// `syndicat completions SHELL`: a completion script for a shell.

#include <string>

#include "cli/command.hpp"

namespace syndicat::cli {

class CompletionsCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string shell_;
};

}  // namespace syndicat::cli
