#include "cli/command_rules.hpp"

#include "cli/exit_status.hpp"
#include "validate/reporter.hpp"

namespace syndicat::cli {

void RulesCommand::declare(Arguments& arguments) {
  arguments.choice("--format", "FORMAT", format_, {"text", "json"}, "how to write the table");
  arguments.positional("RULE", rule_, "only this rule, explained");
}

int RulesCommand::run(Terminal& terminal) {
  if (!rule_.empty()) {
    const auto words = validate::explain(rule_);
    if (words.empty())
      return terminal.fail({Cause::misuse, fmt::format("{}: no such rule; see `syndicat rules`", rule_)});
    terminal.print(words);
    return terminal.finish(kDone);
  }
  terminal.print(format_ == "json" ? validate::rules_as_json() : validate::rules_as_text());
  return terminal.finish(kDone);
}

}  // namespace syndicat::cli
