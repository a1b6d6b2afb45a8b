#include <array>

#include "cli/command.hpp"
#include "cli/command_completions.hpp"
#include "cli/command_convert.hpp"
#include "cli/command_listen.hpp"
#include "cli/command_push.hpp"

namespace syndicat::cli {
namespace {

constexpr std::array kCommands = {
    CommandRow{"convert", "write a feed in another format", make<ConvertCommand>},
    CommandRow{"push", "tell hubs and webhooks what is new in a feed", make<PushCommand>},
    CommandRow{"listen", "take pings and webhooks as a subscriber would, and print what came", make<ListenCommand>},
    CommandRow{"completions", "write a completion script for a shell", make<CompletionsCommand>},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }

}  // namespace syndicat::cli
