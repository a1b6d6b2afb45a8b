#pragma once
// The table of reporters: findings for people, for programs and for other people's tools.

#include <span>
#include <string>
#include <string_view>

#include "validate/rule.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

struct Style {
  bool color = false;
  std::string_view fail_on = "error";  // what counts as a failure: error, warning, info or a rule
};

// Whether the finding is one that makes a run fail by that word.
bool counts_as_failure(const Finding& finding, std::string_view fail_on);

// A report is written document by document, so that many files need no more memory than one.
struct Reporter {
  std::string_view name;  // as --format has it
  std::string (*begin)();
  // `before` is what was written already: documents, and in SARIF findings (`counts_findings`).
  std::string (*document)(std::string_view file, const Report& report, const Style& style, std::size_t before);
  std::string (*end)();
  bool counts_findings = false;
  // A document that could not be read, in words; null where that has no place among findings.
  std::string (*failed)(std::string_view file, std::string_view words, std::size_t before) = nullptr;
};

std::span<const Reporter> reporters();

// The reporter of that name, or null.
const Reporter* find_reporter(std::string_view name);

// The rule in words for a person, as `--explain` shows it.
std::string explain(std::string_view rule_id);

// The table of rules as JSON, and one of them.
std::string rules_as_json();
std::string rule_as_json(const Rule& rule);
// One line a rule: id, severity, message.
std::string rules_as_text();

}  // namespace syndicat::validate
