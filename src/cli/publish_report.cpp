#include "cli/publish_report.hpp"

#include "cli/exit_status.hpp"
#include "json/writer.hpp"

namespace syndicat::cli {
namespace {

using pipeline::FeedResult;
using pipeline::OutputResult;
using pipeline::SourceResult;

std::string_view name(OutputResult::State state) {
  switch (state) {
    case OutputResult::State::written: return "written";
    case OutputResult::State::unchanged: return "unchanged";
    case OutputResult::State::planned: return "planned";
    case OutputResult::State::kept: break;
  }
  return "kept";
}

std::string_view name(push::Outcome::State state) {
  switch (state) {
    case push::Outcome::State::delivered: return "delivered";
    case push::Outcome::State::nothing_new: return "nothing-new";
    case push::Outcome::State::planned: return "planned";
    case push::Outcome::State::failed: break;
  }
  return "failed";
}

std::string items(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "item" : "items"); }

std::string words_for(const SourceResult& source) {
  if (source.new_items + source.changed_items == 0) return fmt::format("{}: nothing new", source.name);
  return fmt::format("{}: {} new, {} changed", source.name, source.new_items, source.changed_items);
}

std::string words_for(const pipeline::TargetResult& told, const FeedResult& feed) {
  const auto& outcome = told.outcome;
  const auto target = fmt::format("{}: {}", told.target, told.topic.empty() ? feed.name : told.topic);
  switch (outcome.state) {
    case push::Outcome::State::delivered: return fmt::format("{}: {} delivered", target, items(outcome.items));
    case push::Outcome::State::nothing_new: return fmt::format("{}: nothing new, nothing sent", target);
    case push::Outcome::State::planned: return fmt::format("{}: {} would be sent", target, items(outcome.items));
    case push::Outcome::State::failed: break;
  }
  return fmt::format("{}: {}; it is tried again on the next run", target, outcome.message);
}

std::string words_for(const OutputResult& output, const FeedResult& feed) {
  switch (output.state) {
    case OutputResult::State::written: return fmt::format("{}: written, {}", output.path, items(feed.items));
    case OutputResult::State::unchanged: return fmt::format("{}: unchanged", output.path);
    case OutputResult::State::planned: return fmt::format("{}: would be written, {}", output.path, items(feed.items));
    case OutputResult::State::kept: break;
  }
  return output.error ? output.error->message
                      : fmt::format("{}: is not written, as another one of '{}' failed", output.path, feed.name);
}

void write_finding(json::Writer& json, const validate::Finding& finding) {
  json.begin_object()
      .member("rule", finding.rule)
      .member("severity", validate::name(finding.severity))
      .member("message", finding.message);
  json.key("line")
      .value(std::int64_t{finding.start.line})
      .key("column")
      .value(std::int64_t{finding.start.column})
      .end_object();
}

// Members of each part, within an object that is open.
void write_source(json::Writer& json, const SourceResult& source) {
  json.member("name", source.name).member("address", source.address);
  json.key("pages")
      .value(static_cast<std::int64_t>(source.pages))
      .key("unchanged")
      .value(static_cast<std::int64_t>(source.unchanged));
  json.key("new")
      .value(static_cast<std::int64_t>(source.new_items))
      .key("changed")
      .value(static_cast<std::int64_t>(source.changed_items));
  json.key("notes").begin_array();
  for (const auto& note : source.notes) json.value(std::string_view(note));
  json.end_array().key("errors").begin_array();
  for (const auto& error : source.errors) json.value(std::string_view(error.message));
  json.end_array();
}

void write_output(json::Writer& json, const OutputResult& output) {
  json.member("format", output.format).member("path", output.path).member("state", name(output.state));
  if (output.error) json.member("error", output.error->message);
  json.key("findings").begin_array();
  for (const auto& finding : output.findings) write_finding(json, finding);
  json.end_array();
}

void write_target(json::Writer& json, const pipeline::TargetResult& told) {
  const auto& outcome = told.outcome;
  json.member("target", told.target).member("topic", told.topic).member("state", name(outcome.state));
  json.key("items").value(static_cast<std::int64_t>(outcome.items));
  if (outcome.status != 0) json.key("status").value(std::int64_t{outcome.status});
  json.member("error", outcome.message);
}

}  // namespace

int status_of(const pipeline::Report& report) {
  Tally tally;
  for (const auto& source : report.sources) {
    if (source.pages + source.unchanged > 0) tally.success();
    for (const auto& error : source.errors) tally.failure(error.cause);
  }
  for (const auto& feed : report.feeds) {
    for (const auto& output : feed.outputs) {
      if (output.error) tally.failure(output.error->cause);
      else if (output.state != OutputResult::State::kept) tally.success();
    }
    for (const auto& [target, topic, outcome] : feed.targets) {
      if (outcome.delivered() || outcome.state == push::Outcome::State::planned) tally.success();
      else tally.failure(outcome.cause);
    }
  }
  return tally.status();
}

void tell(const pipeline::Report& report, Terminal& terminal, bool verbose) {
  const auto fine = [&](const std::string& words) { verbose ? terminal.note(words) : terminal.progress(words); };
  for (const auto& source : report.sources) {
    for (const auto& note : source.notes) terminal.warn(note);
    for (const auto& error : source.errors)
      terminal.note(error.message.starts_with(source.name) ? error.message
                                                           : fmt::format("{}: {}", source.name, error.message));
    if (source.errors.empty()) fine(words_for(source));
  }
  for (const auto& feed : report.feeds) {
    for (const auto& output : feed.outputs)
      output.state == OutputResult::State::kept ? terminal.note(words_for(output, feed))
                                                : fine(words_for(output, feed));
    for (const auto& told : feed.targets)
      told.outcome.state == push::Outcome::State::failed ? terminal.note(words_for(told, feed))
                                                         : fine(words_for(told, feed));
  }
}

std::string to_json(const pipeline::Report& report, int status) {
  json::Writer json;
  json.begin_object().key("status").value(std::int64_t{status}).key("sources").begin_array();
  for (const auto& source : report.sources) {
    json.begin_object();
    write_source(json, source);
    json.end_object();
  }
  json.end_array().key("feeds").begin_array();
  for (const auto& feed : report.feeds) {
    json.begin_object()
        .member("name", feed.name)
        .key("items")
        .value(static_cast<std::int64_t>(feed.items))
        .key("outputs")
        .begin_array();
    for (const auto& output : feed.outputs) {
      json.begin_object();
      write_output(json, output);
      json.end_object();
    }
    json.end_array().key("targets").begin_array();
    for (const auto& told : feed.targets) {
      json.begin_object();
      write_target(json, told);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string to_json_lines(const pipeline::Report& report) {
  std::string lines;
  const auto line = [&](std::string_view kind, const std::string& feed, const auto& members) {
    json::Writer json(json::Writer::Style::compact);
    json.begin_object().member("kind", kind).member("feed", feed);
    members(json);
    json.end_object();
    lines += json.take() + "\n";
  };
  for (const auto& source : report.sources) line("source", "", [&](json::Writer& json) { write_source(json, source); });
  for (const auto& feed : report.feeds) {
    for (const auto& output : feed.outputs)
      line("output", feed.name, [&](json::Writer& json) { write_output(json, output); });
    for (const auto& told : feed.targets)
      line("target", feed.name, [&](json::Writer& json) { write_target(json, told); });
  }
  return lines;
}

}  // namespace syndicat::cli
