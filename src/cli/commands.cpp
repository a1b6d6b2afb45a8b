#include <array>

#include "cli/command.hpp"
#include "cli/command_completions.hpp"

namespace syndicat::cli {
namespace {

constexpr std::array kCommands = {
    CommandRow{"completions", "write a completion script for a shell", make<CompletionsCommand>},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }

}  // namespace syndicat::cli
