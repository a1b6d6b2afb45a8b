#pragma once
// Help and completions, made from the tables of commands and their options.

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace syndicat::cli {

std::string help();                       // of the program
std::string help(const CommandRow& row);  // of one command

// The options that every command has.
struct Common {
  std::string color = "auto";
  bool help = false;
};
void declare_common(Arguments& arguments, Common& common);

// All options of a command, the common ones too, for reading only.
std::vector<Option> options_of(const CommandRow& row);

}  // namespace syndicat::cli
