#include "cli/command_publish.hpp"

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/exit_status.hpp"
#include "cli/publish_report.hpp"
#include "pipeline/publish.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

// What a dry run looks at: the store as it is, or an empty one where there is none yet.
std::string place_for_dry_run(const std::string& place) {
  std::error_code ignored;
  return std::filesystem::exists(place, ignored) ? place : ":memory:";
}

}  // namespace

void PublishCommand::declare(Arguments& arguments) {
  arguments.positional("CONFIG", config_, "the newsroom's configuration (newsroom.toml), - for standard input");
  arguments.flag("-n,--dry-run", dry_run_, "say what would be written and sent; change nothing");
  arguments.choice("--format", "FORMAT", format_, {"text", "json", "jsonl"},
                   "the report: text on standard error, or json, jsonl on standard output");
  arguments.option("--store", "FILE", store_,
                   "what is remembered between runs (the configuration's, else under XDG_STATE_HOME)");
  arguments.seconds("--wait", wait_, "wait so long for another run to end (0)");
  arguments.time("--now", now_, "the time of this run, for runs that can be repeated");
  arguments.flag("-v,--verbose", verbose_, "tell of what went well too, as on a terminal");
}

int PublishCommand::run(Terminal& terminal) {
  const auto toml = read_file(config_, 1U << 20U);
  if (!toml) return terminal.fail({Cause::misuse, toml.error().message});
  const auto config = pipeline::read_config(*toml, config_);
  if (!config) return terminal.fail(config.error());

  std::string place = store_.empty() ? pipeline::in_folder(*config, config->store) : store_;
  if (place.empty()) place = store::default_place();
  if (dry_run_) place = place_for_dry_run(place);
  // First the store, so that one that is refused gets no lock beside it.
  const auto store = store::open(place);
  if (!store) return terminal.fail(store.error());
  std::optional<Lock> lock;
  if (place != ":memory:") {
    auto taken = Lock::take(fmt::format("{}.{}.lock", place, text::percent_encode(config->name)), wait_);
    if (!taken) return terminal.fail(taken.error());
    lock = std::move(*taken);
  }

  const char* secret = std::getenv("SYNDICAT_WEBHOOK_SECRET");
  const pipeline::PublishMeans means{.client =
                                         [&](const std::string& user_agent) {
                                           http::Limits limits;
                                           limits.total_seconds = config->timeout_seconds;
                                           limits.max_size = config->max_size;
                                           limits.user_agent = user_agent;
                                           return http::client(limits);
                                         },
                                     .store = store->get(),
                                     .now = now_ ? *now_ : clock_now(),
                                     .dry_run = dry_run_,
                                     .webhook_secret = secret != nullptr ? secret : ""};
  const auto report = pipeline::publish(*config, means);
  if (!report) return terminal.fail(report.error());

  const int status = status_of(*report);
  tell(*report, terminal, verbose_);
  if (format_ == "json") terminal.print(to_json(*report, status));
  if (format_ == "jsonl") terminal.print(to_json_lines(*report));
  return status;
}

}  // namespace syndicat::cli
