#include "validate/reporter.hpp"

#include <algorithm>
#include <array>

#include "json/writer.hpp"
#include "validate/opinions.hpp"
#include "validate/report_github.hpp"
#include "validate/report_html.hpp"
#include "validate/report_json.hpp"
#include "validate/report_junit.hpp"
#include "validate/report_sarif.hpp"
#include "validate/report_text.hpp"

namespace syndicat::validate {
namespace {

std::string nothing() { return {}; }

constexpr std::array kReporters = {
    Reporter{"text", nothing, text_report, nothing},
    Reporter{"json", json_begin, json_report, json_end, false, json_failed},
    Reporter{"jsonl", nothing, json_lines, nothing},
    Reporter{"sarif", sarif_begin, sarif_report, sarif_end, true},
    Reporter{"junit", junit_begin, junit_report, junit_end, false, junit_failed},
    Reporter{"github", nothing, github_report, nothing, false, github_failed},
    Reporter{"html", html_begin, html_report, html_end},
};

// The words of a rule without a case at hand: what would be filled in stands as a name.
std::string in_general(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '{') out += '<';
    else if (c == '}') out += '>';
    else out += c;
  }
  return out;
}

void write(json::Writer& writer, const Rule& rule) {
  writer.begin_object();
  writer.member("id", rule.id).member("severity", name(rule.severity)).member("message", rule.message);
  writer.member("why", rule.why).member("instead", rule.instead).member("section", rule.section);
  writer.key("profiles").begin_object();
  for (const auto& profile : profiles())
    for (const auto& change : profile.changes)
      if (change.rule == rule.id) writer.member(profile.name, change.severity ? name(*change.severity) : "silent");
  writer.end_object();
  writer.key("reasons").begin_object();
  for (const auto& profile : profiles())
    for (const auto& change : profile.changes)
      if (change.rule == rule.id) writer.member(profile.name, change.reason);
  writer.end_object();
  writer.key("opinions").begin_array();
  for (const auto& opinion : kOpinions)
    if (opinion.rule == rule.id)
      writer.begin_object()
          .member("id", opinion.id)
          .member("w3c", opinion.w3c)
          .member("ours", opinion.ours)
          .member("why", opinion.why)
          .end_object();
  writer.end_array().end_object();
}

}  // namespace

std::span<const Reporter> reporters() { return kReporters; }

bool counts_as_failure(const Finding& finding, std::string_view fail_on) {
  if (const auto* rule = find_rule(fail_on); rule != nullptr) return finding.rule == rule->id;
  if (fail_on == "info") return true;
  return finding.severity == Severity::error || (fail_on == "warning" && finding.severity == Severity::warning);
}

const Reporter* find_reporter(std::string_view name) {
  const auto* found = std::ranges::find(kReporters, name, &Reporter::name);
  return found == kReporters.end() ? nullptr : found;
}

std::string explain(std::string_view rule_id) {
  const auto* rule = find_rule(rule_id);
  if (rule == nullptr) return {};
  auto text =
      fmt::format("{}: {}\n\n  {}\n\n{}\n", rule->id, name(rule->severity), in_general(rule->message), rule->why);
  if (!rule->instead.empty()) text += fmt::format("What to do: {}.\n", in_general(rule->instead));
  if (!rule->section.empty()) text += fmt::format("See: {}.\n", rule->section);
  for (const auto& profile : profiles())
    for (const auto& change : profile.changes)
      if (change.rule == rule->id)
        text += fmt::format("In the profile {}: {}, as {}.\n", profile.name,
                            change.severity ? name(*change.severity) : "silent", change.reason);
  for (const auto& opinion : kOpinions)
    if (opinion.rule == rule->id)
      text += fmt::format("For the W3C's validator {}; here {}. {}\n", opinion.w3c, opinion.ours, opinion.why);
  return text;
}

std::string rules_as_json() {
  json::Writer writer;
  writer.begin_array();
  for (const auto table : rule_tables())
    for (const auto& rule : table) write(writer, rule);
  writer.end_array();
  return writer.take();
}

std::string rule_as_json(const Rule& rule) {
  json::Writer writer;
  write(writer, rule);
  return writer.take();
}

std::string rules_as_text() {
  std::string text;
  for (const auto table : rule_tables())
    for (const auto& rule : table)
      text += fmt::format("{:<34} {:<8} {}\n", rule.id, name(rule.severity), in_general(rule.message));
  return text;
}

}  // namespace syndicat::validate
