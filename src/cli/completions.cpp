#include "cli/completions.hpp"

#include <array>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace syndicat::cli {
namespace {

std::vector<std::string> split_names(const Option& option) {
  std::vector<std::string> names;
  std::size_t start = 0;
  while (start <= option.names.size()) {
    const auto comma = std::min(option.names.find(',', start), option.names.size());
    names.push_back(option.names.substr(start, comma - start));
    start = comma + 1;
  }
  return names;
}

// Single-quoted for a shell; fish wants a backslash in front of a quotation mark, the others close and open again.
std::string quoted(std::string_view text, std::string_view quote) {
  std::string result = "'";
  for (const char c : text) c == '\'' ? result += quote : result += c;
  return result + "'";
}

std::string bash() {
  std::string names;
  std::string cases;
  for (const auto& row : commands()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", row.name);
    std::string words;
    std::string values;
    for (const auto& option : options_of(row)) {
      if (option.is_positional()) continue;
      for (const auto& name : split_names(option)) words += (words.empty() ? "" : " ") + name;
      if (!option.choices.empty())
        values += fmt::format("        {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n",
                              fmt::join(split_names(option), "|"), fmt::join(option.choices, " "));
    }
    cases += fmt::format("    {})\n", row.name);
    if (!values.empty()) cases += "      case $before in\n" + values + "      esac\n";
    cases += fmt::format("      options=\"{}\" ;;\n", words);
  }
  return "# bash completion for syndicat, made by `syndicat completions bash`\n"
         "_syndicat() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W \"" +
         names +
         " --help --version\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _syndicat syndicat\n";
}

// One specification of zsh's _arguments: '(-o --output)'{-o,--output}'[help]:FILE:_files'.
std::string zsh_specification(const Option& option) {
  if (option.is_positional()) return option.repeats ? "'*:file:_files'" : "'::file:_files'";
  std::string help;
  for (const char c : option.help) {
    if (c == '[' || c == ']' || c == ':') help += '\\';
    help += c;
  }
  std::string tail = fmt::format("[{}]", help);
  if (!option.choices.empty()) tail += fmt::format(":{}:({})", option.value_name, fmt::join(option.choices, " "));
  else if (!option.value_name.empty()) tail += fmt::format(":{}:_files", option.value_name);
  const auto names = split_names(option);
  std::string specification;
  for (const auto& name : names) {
    const std::string head = option.repeats ? "*" : names.size() > 1 ? fmt::format("({})", fmt::join(names, " ")) : "";
    specification += (specification.empty() ? "" : " ") + quoted(head + name + tail, "'\\''");
  }
  return specification;
}

std::string zsh() {
  std::string rows;
  std::string cases;
  for (const auto& row : commands()) {
    rows += "    " + quoted(fmt::format("{}:{}", row.name, row.summary), "'\\''") + "\n";
    cases += fmt::format("    {}) _arguments -S", row.name);
    for (const auto& option : options_of(row)) cases += " \\\n      " + zsh_specification(option);
    cases += " ;;\n";
  }
  return "#compdef syndicat\n"
         "# zsh completion for syndicat, made by `syndicat completions zsh`\n"
         "_syndicat() {\n"
         "  local -a rows=(\n" +
         rows +
         "  )\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _describe command rows\n"
         "    return\n"
         "  fi\n"
         "  local name=$words[2]\n"
         "  shift words\n"
         "  (( CURRENT-- ))\n"
         "  case $name in\n" +
         cases +
         "  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _syndicat ]; then _syndicat \"$@\"; else compdef _syndicat syndicat; fi\n";
}

std::string fish() {
  std::string lines =
      "# fish completion for syndicat, made by `syndicat completions fish`\n"
      "complete -c syndicat -n __fish_use_subcommand -l help -d 'show the commands'\n"
      "complete -c syndicat -n __fish_use_subcommand -l version -d 'tell the version'\n";
  for (const auto& row : commands()) {
    lines += fmt::format("complete -c syndicat -f -n __fish_use_subcommand -a {} -d {}\n", row.name,
                         quoted(row.summary, "\\'"));
    for (const auto& option : options_of(row)) {
      if (option.is_positional()) continue;
      lines += fmt::format("complete -c syndicat -n '__fish_seen_subcommand_from {}'", row.name);
      for (const auto& name : split_names(option))
        lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) lines += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
      else if (!option.value_name.empty()) lines += " -r";
      lines += " -d " + quoted(option.help, "\\'") + "\n";
    }
  }
  return lines;
}

constexpr std::array kShells = {Shell{"bash", bash}, Shell{"zsh", zsh}, Shell{"fish", fish}};

}  // namespace

std::span<const Shell> shells() { return kShells; }

}  // namespace syndicat::cli
