#include "cli/command_validate.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/command_validate_sources.hpp"
#include "cli/exit_status.hpp"
#include "fetch/fetch.hpp"
#include "http/fields.hpp"
#include "http/http.hpp"
#include "pipeline/config.hpp"
#include "text/encoding.hpp"
#include "text/uri.hpp"
#include "validate/fix.hpp"
#include "validate/live.hpp"
#include "validate/rule.hpp"

namespace syndicat::cli {
namespace {

constexpr std::uint64_t kMostProbed = 10ULL << 20U;  // bytes of a picture

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

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summary(const std::string& source, const validate::Report& report) {
  std::size_t errors = 0, warnings = 0, infos = 0;
  for (const auto& finding : report.findings) {
    errors += finding.severity == validate::Severity::error ? 1 : 0;
    warnings += finding.severity == validate::Severity::warning ? 1 : 0;
    infos += finding.severity == validate::Severity::info ? 1 : 0;
  }
  auto words = fmt::format("{}: {} {}", source, errors > 0 ? "invalid" : "valid",
                           report.format.empty() ? "document" : report.format);
  if (errors > 0) words += ", " + counted(errors, "error");
  if (warnings > 0) words += ", " + counted(warnings, "warning");
  if (infos > 0) words += ", " + counted(infos, "note");
  return words;
}

}  // namespace

void ValidateCommand::declare(Arguments& arguments) {
  arguments.positionals("FILE", sources_,
                        "feeds to check: files, folders, patterns, URLs, @LIST, or - for standard input");
  arguments.choice("--format", "FORMAT", format_, names_of_reporters(), "how to tell what was found");
  arguments.choice("--profile", "PROFILE", profile_, names_of_profiles(), "whose opinions to check by");
  arguments.list("--schema", "FILE", schema_paths_,
                 "hold the document against this RELAX NG, XML Schema or JSON Schema too; may be given again");
  arguments.option("--against", "OLD", against_,
                   "an older version of the document: tell which ids, dates and items changed that must not");
  arguments.list("--same", "FILE", same_, "other formats of the document: tell where they do not say the same", true);
  arguments.option("--fail-on", "WHAT", fail_on_, "what makes the exit status 1: error, warning, info or a rule");
  arguments.list("--ignore", "RULE", ignored_, "keep silent about a rule; may be given again");
  arguments.option("--config", "FILE", config_, "severities and more from the table [validate] there (.syndicat.toml)");
  arguments.option("--baseline", "FILE", baseline_, "tell only what this earlier --format jsonl does not have");
  arguments.flag("--probe", probe_, "ask for the enclosures and pictures that the feed names, and tell what is wrong");
  arguments.flag("--fix", fix_, "apply the safe corrections in place");
  arguments.flag("--dry-run", dry_run_, "with --fix: show what would change, and write nothing");
  arguments.option("-o,--output", "FILE", output_, "with --fix: write the corrected document there");
  arguments.number("--jobs", "N", jobs_, "check so many documents at once (as many as there are processors)");
  arguments.option("--base-uri", "URL", base_uri_, "the document's address; with several files each path is added");
  arguments.option("--charset", "CHARSET", charset_, "the encoding that the server would name");
  arguments.option("--http-headers", "FILE", http_headers_,
                   "the answer that brought the document, as curl -D writes it");
  arguments.size("--max-size", max_size_, "refuse documents of more bytes");
  arguments.seconds("--timeout", timeout_, "give up on a URL after so long (60)");
  arguments.time("--now", now_, "the time to check dates against");
  arguments.option("--explain", "RULE", explain_, "tell what a rule is about, and stop");
}

Result<void> ValidateCommand::check_options() const {
  if (sources_.empty()) return fail(Cause::misuse, "no document; name a file, a URL, or - for standard input");
  if (std::ranges::count(sources_, "-") + std::ranges::count(same_, "-") + std::ranges::count(schema_paths_, "-") +
          (against_ == "-" ? 1 : 0) >
      1)
    return fail(Cause::misuse, "-: standard input is named twice and can be read once");
  if (!fail_on_.empty() && fail_on_ != "error" && fail_on_ != "warning" && fail_on_ != "info" &&
      validate::find_rule(fail_on_) == nullptr)
    return fail(Cause::misuse, "--fail-on: give error, warning, info or a rule; {}", validate::unknown_rule(fail_on_));
  for (const auto& rule : ignored_)
    if (validate::find_rule(rule) == nullptr) return fail(Cause::misuse, "--ignore {}", validate::unknown_rule(rule));
  if (!charset_.empty() && !text::encoding_for_label(charset_))
    return fail(Cause::misuse,
                "--charset {}: no encoding that is known; write utf-8, windows-1251 or another of the web's", charset_);
  if (!base_uri_.empty() && !text::is_absolute_iri(base_uri_))
    return fail(Cause::misuse,
                "--base-uri {}: no whole address; write it with its scheme, such as https://paper.example/", base_uri_);
  if (!fix_ && (dry_run_ || !output_.empty()))
    return fail(Cause::misuse, "{} needs --fix", dry_run_ ? "--dry-run" : "--output");
  return {};
}

std::string ValidateCommand::address_of(const std::string& source) const {
  if (base_uri_.empty()) return text::is_web_url(source) ? source : std::string();
  return several_ ? base_uri_ + source : base_uri_;
}

Result<ValidateCommand::Input> ValidateCommand::read(const std::string& source) const {
  if (!text::is_web_url(source) && !source.starts_with("file:")) {
    auto bytes = read_file(source, max_size_);
    if (!bytes) return Failure(bytes.error());
    return Input{std::move(*bytes), charset_, address_of(source)};
  }
  if (source.starts_with("file:")) {
    auto page = fetch::get(source, std::nullopt, {}, max_size_);
    if (!page) return Failure(page.error());
    return Input{std::move((*page)->bytes), charset_, base_uri_.empty() ? (*page)->url : base_uri_};
  }
  http::Request request;
  request.url = source;
  request.headers.set(
      "Accept", "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8");
  auto answer = client(max_size_)(request);
  if (!answer) return Failure(answer.error());
  Input input{std::move(answer->body), charset_, base_uri_.empty() ? answer->url : base_uri_, {}};
  input.answer = std::move(*answer);
  return input;
}

http::Send ValidateCommand::client(std::uint64_t max_size) const {
  http::Limits limits;
  limits.max_size = max_size;
  limits.total_seconds = timeout_;
  return http::client(limits);
}

void ValidateCommand::check_live(validate::Report& report, const validate::Options& options, const Input& input) const {
  if (fix_ || (!options.transport && !probe_)) return;
  const auto own = read_own(report, options);
  if (!own) return;  // what is no feed names nothing
  validate::check_link_fields(report, options, own->feed);
  if (input.answer) validate::check_again(report, options, own->feed, client(max_size_));
  if (probe_) validate::probe(report, options, own->feed, client(kMostProbed));
}

Result<validate::Report> ValidateCommand::check(const std::string& source) const {
  auto input = read(source);
  if (!input) return Failure(input.error());
  return check(source, std::move(*input));
}

Result<validate::Report> ValidateCommand::check(const std::string& source, Input input) const {
  validate::Options options;
  options.base_uri = std::move(input.url);
  options.charset = std::move(input.charset);
  options.transport = transport_;
  if (input.answer && !transport_) options.transport = validate::transport_of(*input.answer);
  options.now = now_ ? *now_ : clock_now();
  options.limits.max_size = max_size_;
  options.profile = !profile_.empty() ? profile_ : settings_.profile_for(source);
  if (options.profile.empty()) options.profile = "default";
  options.severities = settings_.severities_for(source);
  options.keeps_bytes = fix_;
  auto report = validate::check(std::move(input.bytes), options);
  // A page that says what is wrong is no document to look at.
  if (input.answer && input.answer->status >= 400 && (!report || report->format.empty()))
    return fail(Cause::refused, "{}: {}", http::without_password(source), http::describe_refusal(*input.answer));
  if (!report)
    return fail(report.error().cause, "{}: {}", source == "-" ? "standard input" : source, report.error().message);
  for (const auto& schema : schemas_)
    if (schema.is_for(*report))
      if (const auto done = schema.check(*report, options); !done)
        return fail(done.error().cause, "{}: --schema {}", source, done.error().message);
  check_live(*report, options, input);
  if (const auto done = compare(*report, options); !done)
    return fail(done.error().cause, "{}: {}", source == "-" ? "standard input" : source, done.error().message);
  std::erase_if(report->findings, [&](const validate::Finding& finding) {
    return std::ranges::find(ignored_, finding.rule) != ignored_.end();
  });
  return report;
}

Result<void> ValidateCommand::read_settings() {
  constexpr auto kUsual = ".syndicat.toml";
  std::error_code none;
  if (config_.empty() && std::filesystem::is_regular_file(kUsual, none)) config_ = kUsual;
  if (!config_.empty()) {
    const auto toml = read_file(config_);
    if (!toml) return fail(Cause::misuse, "--config {}", toml.error().message);
    auto settings = pipeline::read_validation(*toml, config_);
    if (!settings) return Failure(settings.error());
    settings_ = std::move(*settings);
  }
  // What is said on the command line goes before.
  if (fail_on_.empty()) fail_on_ = settings_.fail_on.empty() ? "error" : settings_.fail_on;
  return {};
}

Result<void> ValidateCommand::read_schemas() {
  for (const auto& path : schema_paths_) {
    auto bytes = read_file(path, max_size_);
    if (!bytes) return fail(Cause::misuse, "--schema {}", bytes.error().message);
    auto schema = validate::UserSchema::read(std::move(*bytes), path);
    if (!schema) return fail(Cause::misuse, "--schema {}", schema.error().message);
    schemas_.push_back(std::move(*schema));
  }
  return {};
}

Result<void> ValidateCommand::read_others(const std::string& source) {
  const auto read_one = [&](const std::string& path) -> Result<OtherFeed> {
    auto input = read(path);
    if (!input) return Failure(input.error());
    formats::ReadOptions how;
    // Relative addresses are seen from the same place in both, unless each has a place of its own.
    how.base_uri = !input->url.empty() || !text::is_web_url(source) ? input->url : source;
    how.charset = input->charset;
    how.max_size = max_size_;
    return read_other(path == "-" ? "standard input" : path, std::move(input->bytes), how);
  };
  if (!against_.empty()) {
    auto older = read_one(against_);
    if (!older) return fail(older.error().cause, "--against {}", older.error().message);
    older_ = std::move(*older);
  }
  for (const auto& path : same_) {
    auto edition = read_one(path);
    if (!edition) return fail(edition.error().cause, "--same {}", edition.error().message);
    editions_.push_back(std::move(*edition));
  }
  return {};
}

Result<void> ValidateCommand::compare(validate::Report& report, const validate::Options& options) const {
  if (older_)
    if (auto done = compare_versions(report, options, *older_); !done) return done;
  return editions_.empty() ? Result<void>() : compare_editions(report, options, editions_);
}

Result<void> ValidateCommand::read_baseline(validate::Baseline& into) const {
  if (baseline_.empty()) return {};
  const auto lines = read_file(baseline_);
  if (!lines) return fail(Cause::misuse, "--baseline {}", lines.error().message);
  const auto good = into.add(*lines);
  if (!good) return fail(good.error().cause, "{}: {}", baseline_, good.error().message);
  return {};
}

bool ValidateCommand::is_without_schema(const validate::Report& report) const {
  return std::ranges::none_of(schemas_, [&](const auto& schema) { return schema.is_for(report); });
}

void ValidateCommand::check_all(const std::vector<std::string>& sources,
                                const std::function<void(const std::string&, Result<validate::Report>)>& next) const {
  const auto wanted = jobs_ > 0 ? jobs_ : std::max(1U, std::thread::hardware_concurrency());
  std::size_t done = 0;
  // The first one alone: what is made once for all is made then.
  if (!sources.empty()) next(sources.front(), check(sources.front())), done = 1;
  // A few more than there are threads at a time, so that reports do not pile up.
  while (done < sources.size()) {
    const auto count = std::min<std::size_t>(sources.size() - done, wanted * 8);
    std::vector<std::optional<Result<validate::Report>>> reports(count);
    std::atomic<std::size_t> taken = 0;
    const auto work = [&] {
      for (auto at = taken++; at < count; at = taken++) reports[at] = check(sources[done + at]);
    };
    std::vector<std::thread> threads;
    for (std::size_t more = 1; more < std::min<std::size_t>(wanted, count); ++more) threads.emplace_back(work);
    work();
    for (auto& thread : threads) thread.join();
    for (std::size_t at = 0; at < count; ++at) next(sources[done + at], std::move(*reports[at]));
    done += count;
  }
}

Result<void> ValidateCommand::fix(Terminal& terminal, const std::string& source, const validate::Report& report) const {
  auto fixed = validate::apply_edits(report.text, report.findings, report.further_edits);
  // What was no XML could not be looked at further; now it can.
  constexpr int kMostRounds = 10;
  for (int round = 1; round < kMostRounds && fixed.edits > 0; ++round) {
    auto bytes = validate::as_it_came(report, fixed.text);
    if (!bytes) break;  // told below
    const auto again = check(source, Input{std::move(*bytes), charset_, address_of(source)});
    if (!again) break;
    auto more = validate::apply_edits(again->text, again->findings, again->further_edits);
    if (more.edits == 0) break;
    fixed = {std::move(more.text), fixed.edits + more.edits};
  }
  if (dry_run_) {
    terminal.print(validate::line_diff(source, report.text, fixed.text));
    return {};
  }
  const bool in_place = output_.empty();
  if (in_place && (source == "-" || text::is_web_url(source)))
    return fail(Cause::misuse, "{}: cannot be written in place; name a file with -o", source);
  if (in_place && fixed.edits == 0) return {};
  const auto bytes = fixed.edits == 0 ? Result<std::string>(report.bytes) : validate::as_it_came(report, fixed.text);
  if (!bytes) return fail(bytes.error().cause, "{}: {}", source, bytes.error().message);
  const auto written = write_file(in_place ? source : output_, *bytes);
  if (!written) return Failure(written.error());
  terminal.note(fmt::format("{}: {} applied", source, counted(fixed.edits, "correction")));
  return {};
}

int ValidateCommand::run(Terminal& terminal) {
  // "--same feed.rss feed.atom feed.json": the first is held against the others.
  if (sources_.empty() && same_.size() > 1) {
    sources_.push_back(same_.front());
    same_.erase(same_.begin());
  }
  if (!explain_.empty()) {
    const auto words = validate::explain(explain_);
    if (words.empty())
      return terminal.fail({Cause::misuse, fmt::format("--explain {}", validate::unknown_rule(explain_))});
    terminal.print(words);
    return terminal.finish(kDone);
  }
  if (const auto good = check_options(); !good) return terminal.fail(good.error());
  if (const auto good = read_settings(); !good) return terminal.fail(good.error());

  const auto& reporter = *validate::find_reporter(format_);
  const validate::Style style{terminal.color(), fail_on_};
  const auto counts = [&](const validate::Finding& finding) { return validate::counts_as_failure(finding, fail_on_); };

  if (!http_headers_.empty()) {
    const auto text = read_file(http_headers_);
    if (!text) return terminal.fail({Cause::misuse, "--http-headers " + text.error().message});
    auto transport = validate::read_transport(*text);
    if (!transport)
      return terminal.fail({transport.error().cause, fmt::format("{}: {}", http_headers_, transport.error().message)});
    transport_ = std::move(*transport);
  }
  const auto sources = expand_sources(sources_);
  if (!sources) return terminal.fail(sources.error());
  several_ = sources->size() > 1;
  if (!output_.empty() && several_)
    return terminal.fail({Cause::misuse, "-o takes one document, and there are several"});
  if ((!against_.empty() || !same_.empty()) && sources->size() > 1)
    return terminal.fail({Cause::misuse, fmt::format("{} takes one document, and there are several",
                                                     against_.empty() ? "--same" : "--against")});
  if (const auto good = read_others(sources->empty() ? "" : sources->front()); !good)
    return terminal.fail(good.error());
  if (const auto good = read_schemas(); !good) return terminal.fail(good.error());
  validate::Baseline baseline;
  if (const auto good = read_baseline(baseline); !good) return terminal.fail(good.error());

  Tally tally;
  bool invalid = false;
  std::size_t written = 0;
  const bool silent = fix_;  // what is corrected is told by the correction
  if (!silent) terminal.print(reporter.begin());
  check_all(*sources, [&](const std::string& source, Result<validate::Report> report) {
    if (!report) {
      tally.failure(report.error().cause);
      terminal.fail(report.error());
      if (silent || reporter.failed == nullptr) return;
      terminal.print(reporter.failed(source, report.error().message, written));
      written += reporter.counts_findings ? 0 : 1;
      return;
    }
    if (fix_) {
      if (const auto good = fix(terminal, source, *report); !good) {
        tally.failure(good.error().cause);
        terminal.fail(good.error());
        return;
      }
      tally.success();
      return;
    }
    tally.success();
    if (!schemas_.empty() && is_without_schema(*report))
      terminal.warn(fmt::format("{}: no --schema is for {}", source, report->format));
    baseline.remove_known(source, *report);
    invalid = invalid || std::ranges::any_of(report->findings, counts);
    terminal.print(reporter.document(source, *report, style, written));
    written += reporter.counts_findings ? report->findings.size() : 1;
    if (format_ != "text") return;
    if (report->findings.empty()) terminal.progress(summary(source, *report));
    else terminal.note(summary(source, *report));
  });
  if (!silent) terminal.print(reporter.end());
  const auto status = tally.status();
  return terminal.finish(status != kDone ? status : invalid ? kAnswerIsNo : kDone);
}

}  // namespace syndicat::cli
