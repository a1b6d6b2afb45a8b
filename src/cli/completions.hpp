#pragma once
// Completion scripts, made from the tables of commands and their options.

#include <span>
#include <string>
#include <string_view>

namespace syndicat::cli {

struct Shell {
  std::string_view name;
  std::string (*script)();
};

// bash, zsh and fish.
std::span<const Shell> shells();

}  // namespace syndicat::cli
