#include "cli/command_completions.hpp"

#include "cli/completions.hpp"
#include "cli/exit_status.hpp"

namespace syndicat::cli {

void CompletionsCommand::declare(Arguments& arguments) {
  arguments.positional("SHELL", shell_, "bash, zsh or fish", true);
}

int CompletionsCommand::run(Terminal& terminal) {
  for (const auto& shell : shells()) {
    if (shell.name != shell_) continue;
    terminal.print(shell.script());
    return terminal.finish(kDone);
  }
  return terminal.fail({Cause::misuse, fmt::format("{}: no such shell; give bash, zsh or fish", shell_)});
}

}  // namespace syndicat::cli
