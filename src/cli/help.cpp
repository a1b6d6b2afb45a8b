#include "cli/help.hpp"

#include <algorithm>
#include <cctype>

namespace syndicat::cli {
namespace {

// "-o, --output FILE"
std::string left_side(const Option& option) {
  std::string left = option.names;
  if (const auto comma = left.find(','); comma != std::string::npos) left.insert(comma + 1, " ");
  if (left.starts_with("--")) left.insert(0, "    ");
  if (!option.value_name.empty()) left += " " + option.value_name;
  if (option.greedy) left += "...";
  return left;
}

std::string usage(const CommandRow& row, const std::vector<Option>& options) {
  std::string line = fmt::format("usage: syndicat {} [OPTION...]", row.name);
  for (const auto& option : options) {
    if (!option.is_positional()) continue;
    std::string word = option.names + (option.repeats ? "..." : "");
    line += option.required ? " " + word : " [" + word + "]";
  }
  return line + "\n";
}

// Text in lines of at most `width`, all but the first behind `indent` blanks.
std::string wrap(const std::string& text, std::size_t width, std::size_t indent) {
  std::string lines;
  std::size_t used = 0;
  std::size_t start = 0;
  while (start < text.size()) {
    const auto blank = std::min(text.find(' ', start), text.size());
    const auto word = text.substr(start, blank - start);
    if (used > 0 && used + 1 + word.size() > width) {
      lines += "\n" + std::string(indent, ' ');
      used = 0;
    } else if (used > 0) {
      lines += " ";
      ++used;
    }
    lines += word;
    used += word.size();
    start = blank + 1;
  }
  return lines;
}

}  // namespace

void declare_common(Arguments& arguments, Common& common) {
  arguments.choice("--color", "WHEN", common.color, {"auto", "always", "never"},
                   "colour: auto (on a terminal), always, never");
  arguments.flag("-h,--help", common.help, "show this");
}

std::vector<Option> options_of(const CommandRow& row) {
  Arguments arguments;
  Common common;
  const auto command = row.make();
  command->declare(arguments);
  declare_common(arguments, common);
  auto options = arguments.options();
  for (auto& option : options) option.take = nullptr;  // what it was bound to ends here
  return options;
}

std::string help() {
  std::string text =
      "usage: syndicat COMMAND [OPTION...] [ARGUMENT...]\n\n"
      "Takes news from a page to a subscriber.\n\n";
  for (const auto& row : commands()) text += fmt::format("  {:<12} {}\n", row.name, row.summary);
  return text +
         "\n`syndicat COMMAND --help` shows the options of one, `man syndicat-COMMAND` all about it.\n"
         "`syndicat --version` tells the version.\n";
}

std::string help(const CommandRow& row) {
  const auto options = options_of(row);
  std::string text = usage(row, options);
  std::string summary(row.summary);
  summary.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(summary.front())));
  text += "\n" + summary + ".\n\n";
  constexpr std::size_t kColumn = 28;
  constexpr std::size_t kWidth = 100;
  for (const auto& option : options) {
    std::string left = "  " + left_side(option);
    left += left.size() + 2 > kColumn ? "\n" + std::string(kColumn, ' ') : std::string(kColumn - left.size(), ' ');
    std::string words = option.help;
    if (!option.choices.empty() && words.find(option.choices.front()) == std::string::npos)
      words += fmt::format(": {}", fmt::join(option.choices, ", "));
    text += left + wrap(words, kWidth - kColumn, kColumn) + "\n";
  }
  return text;
}

}  // namespace syndicat::cli
