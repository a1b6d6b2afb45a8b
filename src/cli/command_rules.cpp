#include "cli/command_rules.hpp"

#include "cli/exit_status.hpp"
#include "validate/reporter.hpp"
#include "validate/rule.hpp"

namespace syndicat::cli {

void RulesCommand::declare(Arguments& arguments) {
  arguments.choice("--format", "FORMAT", format_, {"text", "json"}, "how to write the table");
  arguments.positional("RULE", rule_, "only this rule, explained");
}

int RulesCommand::run(Terminal& terminal) {
  if (!rule_.empty()) {
    const auto* rule = validate::find_rule(rule_);
    if (rule == nullptr) return terminal.fail({Cause::misuse, validate::unknown_rule(rule_)});
    terminal.print(format_ == "json" ? validate::rule_as_json(*rule) : validate::explain(rule_));
    return terminal.finish(kDone);
  }
  terminal.print(format_ == "json" ? validate::rules_as_json() : validate::rules_as_text());
  return terminal.finish(kDone);
}

}  // namespace syndicat::cli
