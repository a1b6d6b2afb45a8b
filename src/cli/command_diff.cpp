#include "cli/command_diff.hpp"

#include <algorithm>

#include "cli/exit_status.hpp"
#include "cli/inputs.hpp"
#include "feeds/difference.hpp"
#include "feeds/report.hpp"
#include "formats/format.hpp"
#include "text/nearest.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {

void DiffCommand::declare(Arguments& arguments) {
  arguments.positionals("FILE", inputs_, "two feeds, the earlier one first; - for standard input", true);
  arguments.choice("--format", "FORMAT", format_, {"text", "json"}, "how to tell what changed");
  arguments.list("--ignore", "FIELD", ignored_, "a field that does not count, such as date_modified");
  arguments.size("--max-size", max_size_, "the most bytes to read of each (64M)");
}

Result<void> DiffCommand::check_options() const {
  if (inputs_.size() != 2)
    return fail(Cause::misuse, "{} given; give two feeds, the earlier one first",
                inputs_.size() == 1 ? "one feed is" : fmt::format("{} feeds are", inputs_.size()));
  if (inputs_[0] == "-" && inputs_[1] == "-")
    return fail(Cause::misuse, "-: standard input is named twice and can be read once");
  if (auto good = check_files(
          inputs_,
          fmt::format("syndicat diff {}", text::is_web_url(inputs_[0]) ? "- " + inputs_[1] : inputs_[0] + " -"));
      !good)
    return good;
  const auto known = feeds::names_of_compared();
  for (const auto& field : ignored_) {
    if (std::find(known.begin(), known.end(), field) != known.end()) continue;
    const auto closest = text::nearest(field, known);
    if (closest.empty())
      return fail(Cause::misuse, "--ignore: no such field as '{}'; give one of {}", field, fmt::join(known, ", "));
    return fail(Cause::misuse, "--ignore: no such field as '{}'; did you mean {}?", field, closest);
  }
  return {};
}

Result<model::Feed> DiffCommand::read(const std::string& input, Terminal& terminal) const {
  auto bytes = read_file(input, max_size_);
  if (!bytes) return Failure(bytes.error());
  formats::ReadOptions options;
  options.max_size = max_size_;
  auto reading = formats::read(std::move(*bytes), options);
  if (!reading) return Failure(at_input(reading.error(), input));
  // `validate` tells the rest; here it is enough to know that what is compared was mended.
  if (!reading->notes.empty()) terminal.warn(fmt::format("{}:{}", name_of(input), reading->notes.front().message));
  return std::move(reading->feed);
}

int DiffCommand::run(Terminal& terminal) {
  if (const auto good = check_options(); !good) return terminal.fail(good.error());
  const auto before = read(inputs_[0], terminal);
  if (!before) return terminal.fail(before.error());
  const auto after = read(inputs_[1], terminal);
  if (!after) return terminal.fail(after.error());
  const auto difference = feeds::compare(*before, *after, ignored_);
  if (!difference) return terminal.fail(difference.error());
  terminal.print(format_ == "json" ? feeds::to_json(*difference) : feeds::to_text(*difference, terminal.color()));
  return terminal.finish(difference->empty() ? kDone : kAnswerIsNo);
}

}  // namespace syndicat::cli
