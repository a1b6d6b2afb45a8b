#include <array>

#include "cli/command.hpp"
#include "cli/command_completions.hpp"
#include "cli/command_convert.hpp"
#include "cli/command_fetch.hpp"
#include "cli/command_init.hpp"
#include "cli/command_listen.hpp"
#include "cli/command_rules.hpp"
#include "cli/command_validate.hpp"

namespace syndicat::cli {
namespace {

constexpr std::array kCommands = {
    CommandRow{"validate", "check feeds against their schemas and the rules", make<ValidateCommand>},
    CommandRow{"rules", "list what validate looks for", make<RulesCommand>},
    CommandRow{"listen", "take pings and webhooks as a subscriber would, and print what came", make<ListenCommand>},
    CommandRow{"completions", "write a completion script for a shell", make<CompletionsCommand>},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }

}  // namespace syndicat::cli
