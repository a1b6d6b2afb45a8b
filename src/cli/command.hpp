#pragma once
// A subcommand: what a person may type after `syndicat`. Each has a file, a row in commands.cpp and a manual page.

#include <memory>
#include <span>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/terminal.hpp"

namespace syndicat::cli {

class Command {
 public:
  virtual ~Command() = default;

  // Names its options and arguments; each is bound to a member of the command.
  virtual void declare(Arguments& arguments) = 0;

  // Does the work, after the members have been set; gives the exit status.
  virtual int run(Terminal& terminal) = 0;
};

struct CommandRow {
  std::string_view name;
  std::string_view summary;  // one line, lower case, no full stop
  std::unique_ptr<Command> (*make)();
};

template <typename T>
std::unique_ptr<Command> make() {
  return std::make_unique<T>();
}

// The table of commands, in the order of the work.
std::span<const CommandRow> commands();

// Runs the program: picks the command, reads its arguments, gives the exit status.
int run(int argc, char* argv[]);

}  // namespace syndicat::cli
