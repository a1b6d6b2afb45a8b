#include <csignal>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/exit_status.hpp"
#include "cli/help.hpp"
#include "text/nearest.hpp"

namespace syndicat::cli {
namespace {

const CommandRow* find_command(std::string_view name) {
  for (const auto& row : commands())
    if (row.name == name) return &row;
  return nullptr;
}

int no_such_command(Terminal& terminal, const std::string& word) {
  std::vector<std::string> names;
  for (const auto& row : commands()) names.emplace_back(row.name);
  const auto closest = text::nearest(word, names);
  const char* what = word.starts_with('-') ? "option" : "command";
  return terminal.fail({Cause::misuse, closest.empty()
                                           ? fmt::format("{}: no such {}; see --help", word, what)
                                           : fmt::format("{}: no such {}; did you mean {}?", word, what, closest)});
}

int run_command(const CommandRow& row, const std::vector<std::string>& words) {
  Terminal terminal(fmt::format("syndicat {}", row.name));
  Arguments arguments;
  Common common;
  const auto command = row.make();
  command->declare(arguments);
  declare_common(arguments, common);
  // Help comes first: it is asked for most where the rest is wrong or missing.
  for (const auto& word : words) {
    if (word == "--") break;
    if (word != "--help" && word != "-h") continue;
    terminal.print(help(row));
    return terminal.finish(kDone);
  }
  if (const auto parsed = arguments.parse(words); !parsed) return terminal.fail(parsed.error());
  terminal.set_color(common.color);
  return terminal.finish(command->run(terminal));
}

}  // namespace

int run(int argc, char* argv[]) {
  // A closed pipe ends us quietly, whatever the parent has set.
  std::signal(SIGPIPE, SIG_DFL);
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  Terminal terminal("syndicat");
  if (words.empty()) {
    terminal.fail({Cause::misuse, "a command is missing; see --help"});
    return static_cast<int>(Cause::misuse);
  }
  if (words[0] == "--version") {
    terminal.print("syndicat " SYNDICAT_VERSION "\n");
    return terminal.finish(kDone);
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    const auto* row = words.size() > 1 ? find_command(words[1]) : nullptr;
    terminal.print(row != nullptr ? help(*row) : help());
    return terminal.finish(kDone);
  }
  if (const auto* row = find_command(words[0])) return run_command(*row, {words.begin() + 1, words.end()});
  return no_such_command(terminal, words[0]);
}

}  // namespace syndicat::cli
