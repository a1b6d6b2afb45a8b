#include <array>

#include "cli/command.hpp"
#include "cli/command_completions.hpp"
#include "cli/command_convert.hpp"
#include "cli/command_diff.hpp"
#include "cli/command_fetch.hpp"
#include "cli/command_init.hpp"
#include "cli/command_listen.hpp"
#include "cli/command_publish.hpp"
#include "cli/command_push.hpp"
#include "cli/command_rules.hpp"
#include "cli/command_validate.hpp"

namespace syndicat::cli {
namespace {

constexpr std::array kCommands = {
    CommandRow{"fetch", "read pages, texts and feeds as one feed", make<FetchCommand>},
    CommandRow{"convert", "write feeds in another format; merge, select, split them", make<ConvertCommand>},
    CommandRow{"diff", "tell what changed between two feeds", make<DiffCommand>},
    CommandRow{"validate", "check feeds against their format's rules", make<ValidateCommand>},
    CommandRow{"rules", "list the rules that feeds are checked against", make<RulesCommand>},
    CommandRow{"push", "tell hubs and webhooks what is new in a feed", make<PushCommand>},
    CommandRow{"publish", "from sources to subscribers, as one gated step", make<PublishCommand>},
    CommandRow{"init", "write a first configuration for a site", make<InitCommand>},
    CommandRow{"listen", "take pings and webhooks as a subscriber would, and print what came", make<ListenCommand>},
    CommandRow{"completions", "write a completion script for a shell", make<CompletionsCommand>},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }

}  // namespace syndicat::cli
