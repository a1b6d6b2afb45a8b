#pragma once
// What a command takes, declared once: parsing (by CLI11), help and completions all read it.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/date.hpp"

namespace syndicat::cli {

struct Option {
  std::string names;                 // "-o,--output"; a bare word for an argument without a dash
  std::string value_name;            // "FILE"; empty for a flag
  std::string help;                  // one sentence, lower case, no full stop
  std::vector<std::string> choices;  // the only values there are, for help and completions
  bool repeats = false;              // may be given more than once
  bool greedy = false;               // takes all words that follow, up to the next option
  bool required = false;             // arguments only
  // Takes one value ("" for a flag); gives what is wrong with it, or an empty text.
  std::function<std::string(const std::string& value)> take;

  bool is_positional() const { return names.front() != '-'; }
  std::string long_name() const;  // "--output"; "-q" where there is only that; "FILE" for an argument
};

// The options of one command. The variables they are bound to must outlive the parse.
class Arguments {
 public:
  void flag(std::string names, bool& into, std::string help);
  void option(std::string names, std::string value_name, std::string& into, std::string help);
  void option(std::string names, std::string value_name, std::optional<std::string>& into, std::string help);
  void choice(std::string names, std::string value_name, std::string& into, std::vector<std::string> choices,
              std::string help);
  // May be given more than once; where `greedy`, also once with several words.
  void list(std::string names, std::string value_name, std::vector<std::string>& into, std::string help,
            bool greedy = false);
  void number(std::string names, std::string value_name, std::uint64_t& into, std::string help);
  void size(std::string names, std::uint64_t& into, std::string help);                 // bytes: "500", "64k", "2G"
  void seconds(std::string names, double& into, std::string help);                     // "30", "1.5", "10m", "2h", "7d"
  void time(std::string names, std::optional<text::Instant>& into, std::string help);  // RFC 3339

  // Words without a dash, in the order declared; a list takes all that are left.
  void positional(std::string name, std::string& into, std::string help, bool required = false);
  void positionals(std::string name, std::vector<std::string>& into, std::string help, bool required = false);

  const std::vector<Option>& options() const { return options_; }

  // Sets the variables from the words behind the command's name. Fails as `misuse`, naming the nearest option.
  Result<void> parse(const std::vector<std::string>& words) const;

 private:
  std::vector<Option> options_;
};

// "64k" as bytes (k, M, G by 1,024), "10m" as seconds (s, m, h, d, w); nothing for what is neither.
std::optional<std::uint64_t> parse_size(std::string_view written);
std::optional<double> parse_seconds(std::string_view written);

}  // namespace syndicat::cli
