#include <array>

#include "cli/command.hpp"
#include "cli/command_completions.hpp"
#include "cli/command_listen.hpp"

namespace syndicat::cli {
namespace {

constexpr std::array kCommands = {
    CommandRow{"listen", "take pings and webhooks as a subscriber would, and print what came", make<ListenCommand>},
    CommandRow{"completions", "write a completion script for a shell", make<CompletionsCommand>},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }

}  // namespace syndicat::cli
