#include "cli/command_validate.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/exit_status.hpp"
#include "text/nearest.hpp"
#include "fetch/fetch.hpp"
#include "http/http.hpp"
#include "text/uri.hpp"
#include "validate/rule.hpp"

namespace syndicat::cli {
namespace {

std::vector<std::string> names_of_reporters() {
  std::vector<std::string> names;
  for (const auto& reporter : validate::reporters()) names.emplace_back(reporter.name);
  return names;
}

std::vector<std::string> names_of_profiles() {
  std::vector<std::string> names;
  for (const auto& profile : validate::profiles()) names.emplace_back(profile.name);
  return names;
}

std::string counted(std::size_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); }

std::string summary(const std::string& source, const validate::Report& report) {
  std::size_t errors = 0, warnings = 0, infos = 0;
  for (const auto& finding : report.findings) {
    errors += finding.severity == validate::Severity::error ? 1 : 0;
    warnings += finding.severity == validate::Severity::warning ? 1 : 0;
    infos += finding.severity == validate::Severity::info ? 1 : 0;
  }
  auto words = fmt::format("{}: {} {}", source, errors > 0 ? "invalid" : "valid", report.format);
  if (errors > 0) words += ", " + counted(errors, "error");
  if (warnings > 0) words += ", " + counted(warnings, "warning");
  if (infos > 0) words += ", " + counted(infos, "note");
  return words;
}

}  // namespace

void ValidateCommand::declare(Arguments& arguments) {
  arguments.positionals("FILE", sources_, "feeds to check: files, URLs, or - for standard input");
  arguments.choice("--format", "FORMAT", format_, names_of_reporters(), "how to tell what was found");
  arguments.choice("--profile", "PROFILE", profile_, names_of_profiles(), "whose opinions to check by");
  arguments.option("--fail-on", "WHAT", fail_on_, "what makes the exit status 1: error, warning, info or a rule");
  arguments.option("--base-uri", "URL", base_uri_, "the document's address; with several files each path is added");
  arguments.option("--charset", "CHARSET", charset_, "the encoding that the server would name");
  arguments.size("--max-size", max_size_, "refuse documents of more bytes");
  arguments.seconds("--timeout", timeout_, "give up on a URL after so long (60)");
  arguments.time("--now", now_, "the time to check dates against");
  arguments.option("--explain", "RULE", explain_, "tell what a rule is about, and stop");
}

Result<void> ValidateCommand::check_options() const {
  if (sources_.empty()) return fail(Cause::misuse, "no document; name a file, a URL, or - for standard input");
  if (fail_on_ != "error" && fail_on_ != "warning" && fail_on_ != "info" && validate::find_rule(fail_on_) == nullptr)
    return fail(Cause::misuse, "--fail-on {}: no such rule; give error, warning, info or a rule of `syndicat rules`", fail_on_);
  return {};
}

Result<ValidateCommand::Input> ValidateCommand::read(const std::string& source) const {
  if (!text::is_web_url(source) && !source.starts_with("file:")) {
    auto bytes = read_file(source, max_size_);
    if (!bytes) return Failure(bytes.error());
    auto url = base_uri_;
    if (!url.empty() && sources_.size() > 1) url += source;
    return Input{std::move(*bytes), charset_, std::move(url)};
  }
  http::Limits limits;
  limits.max_size = max_size_;
  limits.total_seconds = timeout_;
  auto page = fetch::get(source, std::nullopt, http::client(limits), max_size_);
  if (!page) return Failure(page.error());
  if (!*page) return fail(Cause::network, "{}: the server sent nothing", source);
  auto& got = **page;
  return Input{std::move(got.bytes), charset_.empty() ? got.charset : charset_, base_uri_.empty() ? got.url : base_uri_};
}

Result<validate::Report> ValidateCommand::check(const std::string& source) const {
  auto input = read(source);
  if (!input) return Failure(input.error());
  validate::Options options;
  options.base_uri = input->url;
  options.charset = input->charset;
  options.now = now_ ? *now_ : clock_now();
  options.limits.max_size = max_size_;
  options.profile = profile_;
  auto report = validate::check(std::move(input->bytes), options);
  if (!report) return fail(report.error().cause, "{}: {}", source == "-" ? "standard input" : source, report.error().message);
  return report;
}

int ValidateCommand::run(Terminal& terminal) {
  if (!explain_.empty()) {
    const auto words = validate::explain(explain_);
    if (words.empty())
      return terminal.fail({Cause::misuse, fmt::format("{}: no such rule; see `syndicat rules`", explain_)});
    terminal.print(words);
    return terminal.finish(kDone);
  }
  if (const auto good = check_options(); !good) return terminal.fail(good.error());

  const auto& reporter = *validate::find_reporter(format_);
  const validate::Style style{terminal.color()};
  const auto* rule = validate::find_rule(fail_on_);
  const auto counts = [&](const validate::Finding& finding) {
    if (rule != nullptr) return finding.rule == rule->id;
    if (fail_on_ == "info") return true;
    return finding.severity == validate::Severity::error || (fail_on_ == "warning" && finding.severity == validate::Severity::warning);
  };

  Tally tally;
  bool invalid = false;
  std::size_t written = 0;
  terminal.print(reporter.begin());
  for (const auto& source : sources_) {
    const auto report = check(source);
    if (!report) {
      tally.failure(report.error().cause);
      terminal.fail(report.error());
      continue;
    }
    tally.success();
    invalid = invalid || std::ranges::any_of(report->findings, counts);
    terminal.print(reporter.document(source, *report, style, written++));
    if (format_ != "text") continue;
    if (report->findings.empty())
      terminal.progress(summary(source, *report));
    else
      terminal.note(summary(source, *report));
  }
  terminal.print(reporter.end());
  const auto status = tally.status();
  return terminal.finish(status != kDone ? status : invalid ? kAnswerIsNo : kDone);
}

}  // namespace syndicat::cli
