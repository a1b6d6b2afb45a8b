#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "text/nearest.hpp"

namespace syndicat::cli {
namespace {

// Digits with an optional fraction in front of a unit; the unit is left in `written`.
std::optional<double> take_number(std::string_view& written) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), number, std::chars_format::fixed);
  if (error != std::errc() || number < 0) return std::nullopt;
  written.remove_prefix(static_cast<std::size_t>(end - written.data()));
  return number;
}

std::string unknown_option(const std::string& word, const std::vector<Option>& options) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  for (const auto& option : options)
    if (!option.is_positional()) known.push_back(option.long_name());
  const auto closest = text::nearest(name, known);
  if (closest.empty()) return fmt::format("{}: no such option; see --help", name);
  return fmt::format("{}: no such option; did you mean {}?", name, closest);
}

}  // namespace

std::string Option::long_name() const {
  if (is_positional()) return names;
  const auto comma = names.rfind(',');
  return comma == std::string::npos ? names : names.substr(comma + 1);
}

void Arguments::flag(std::string names, bool& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = {},
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string&) {
                        into = true;
                        return std::string();
                      }});
}

void Arguments::option(std::string names, std::string value_name, std::string& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = std::move(value_name),
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) {
                        into = value;
                        return std::string();
                      }});
}

void Arguments::option(std::string names, std::string value_name, std::optional<std::string>& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = std::move(value_name),
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) {
                        into = value;
                        return std::string();
                      }});
}

void Arguments::choice(std::string names, std::string value_name, std::string& into, std::vector<std::string> choices,
                       std::string help) {
  auto take = [&into, choices](const std::string& value) -> std::string {
    into = value;
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
    const auto closest = text::nearest(value, choices);
    return fmt::format("no such value as '{}'; {}", value,
                       closest.empty() ? fmt::format("give one of {}", fmt::join(choices, ", "))
                                       : fmt::format("did you mean {}?", closest));
  };
  options_.push_back({.names = std::move(names),
                      .value_name = std::move(value_name),
                      .help = std::move(help),
                      .choices = std::move(choices),
                      .take = std::move(take)});
}

void Arguments::list(std::string names, std::string value_name, std::vector<std::string>& into, std::string help,
                     bool greedy) {
  options_.push_back({.names = std::move(names),
                      .value_name = std::move(value_name),
                      .help = std::move(help),
                      .choices = {},
                      .repeats = true,
                      .greedy = greedy,
                      .take = [&into](const std::string& value) {
                        into.push_back(value);
                        return std::string();
                      }});
}

void Arguments::number(std::string names, std::string value_name, std::uint64_t& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = std::move(value_name),
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) -> std::string {
                        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into);
                        if (error == std::errc() && end == value.data() + value.size()) return {};
                        return fmt::format("'{}' is no whole number from 0 on", value);
                      }});
}

void Arguments::size(std::string names, std::uint64_t& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = "SIZE",
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) -> std::string {
                        const auto bytes = parse_size(value);
                        if (!bytes) return fmt::format("'{}' is no size; write 500k, 64M or 2G", value);
                        into = *bytes;
                        return {};
                      }});
}

void Arguments::seconds(std::string names, double& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = "TIME",
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) -> std::string {
                        const auto duration = parse_seconds(value);
                        if (!duration) return fmt::format("'{}' is no length of time; write 30s, 10m or 7d", value);
                        into = *duration;
                        return {};
                      }});
}

void Arguments::time(std::string names, std::optional<text::Instant>& into, std::string help) {
  options_.push_back({.names = std::move(names),
                      .value_name = "DATE",
                      .help = std::move(help),
                      .choices = {},
                      .take = [&into](const std::string& value) -> std::string {
                        into = text::parse_rfc3339(value);
                        if (into) return {};
                        return fmt::format("'{}' is no date of RFC 3339; write 2026-06-18T09:30:00Z", value);
                      }});
}

void Arguments::positional(std::string name, std::string& into, std::string help, bool required) {
  option(std::move(name), {}, into, std::move(help));
  options_.back().required = required;
}

void Arguments::positionals(std::string name, std::vector<std::string>& into, std::string help, bool required) {
  list(std::move(name), {}, into, std::move(help));
  options_.back().required = required;
}

Result<void> Arguments::parse(const std::vector<std::string>& words) const {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::vector<std::string>> values(options_.size());
  std::vector<CLI::Option*> parsed;
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const auto& option = options_[i];
    const bool is_flag = option.value_name.empty() && !option.is_positional();
    auto* added = is_flag ? app.add_flag(option.names) : app.add_option(option.names, values[i]);
    if (!is_flag) {
      if (option.is_positional() ? option.repeats : option.greedy)
        added->expected(1, CLI::detail::expected_max_vector_size);
      else added->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      added->allow_extra_args(option.is_positional() ? option.repeats : option.greedy);
    }
    parsed.push_back(added);
  }

  // Behind "--" nothing is an option; CLI11 would still take "-q" there for one.
  const auto end = std::find(words.begin(), words.end(), "--");
  // CLI11 speaks by exceptions; they end here.
  try {
    app.parse(std::vector<std::string>(std::make_reverse_iterator(end), words.rend()));
  } catch (const CLI::ArgumentMismatch& error) {
    return fail(Cause::misuse, "{}; see --help", error.what());
  } catch (const CLI::Error& error) {
    return fail(Cause::misuse, "{}; see --help", error.what());
  }

  for (const auto& word : app.remaining()) {
    if (word.size() > 1 && word.front() == '-') return Failure({Cause::misuse, unknown_option(word, options_)});
    return fail(Cause::misuse, "{}: one argument too many; see --help", word);
  }
  for (auto word = end; word != words.end(); ++word) {
    if (word == end) continue;
    std::size_t i = 0;
    while (i < options_.size() && !(options_[i].is_positional() && (options_[i].repeats || values[i].empty()))) ++i;
    if (i == options_.size()) return fail(Cause::misuse, "{}: one argument too many; see --help", *word);
    values[i].push_back(*word);
  }
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const auto& option = options_[i];
    if (option.value_name.empty() && !option.is_positional()) {
      if (parsed[i]->count() > 0) option.take({});
      continue;
    }
    if (option.required && values[i].empty()) return fail(Cause::misuse, "{} is missing; see --help", option.names);
    if (!option.repeats && values[i].size() > 1)
      return fail(Cause::misuse, "{}: given twice, as {} and {}; give one", option.long_name(), values[i][0],
                  values[i][1]);
    for (const auto& value : values[i])
      if (const auto wrong = option.take(value); !wrong.empty())
        return fail(Cause::misuse, "{}: {}", option.long_name(), wrong);
  }
  return {};
}

std::optional<std::uint64_t> parse_size(std::string_view written) {
  const auto number = take_number(written);
  if (!number) return std::nullopt;
  double factor = 1;
  if (written == "k" || written == "K") factor = 1024.0;
  else if (written == "M") factor = 1024.0 * 1024;
  else if (written == "G") factor = 1024.0 * 1024 * 1024;
  else if (!written.empty()) return std::nullopt;
  const double bytes = *number * factor;
  if (bytes > 1e18) return std::nullopt;
  return static_cast<std::uint64_t>(bytes);
}

std::optional<double> parse_seconds(std::string_view written) {
  const auto number = take_number(written);
  if (!number) return std::nullopt;
  if (written.empty() || written == "s") return *number;
  if (written == "m") return *number * 60;
  if (written == "h") return *number * 3600;
  if (written == "d") return *number * 86400;
  if (written == "w") return *number * 604800;
  return std::nullopt;
}

}  // namespace syndicat::cli
