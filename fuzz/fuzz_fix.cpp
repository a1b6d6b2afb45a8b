// Any bytes as a feed that is corrected: what was well-formed stays so, no correction brings an error, and there is an
// end to it: once all is corrected, nothing is left to correct.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "validate/fix.hpp"
#include "validate/validate.hpp"

using namespace syndicat;

namespace {

constexpr int kMostRounds = 10;  // as `validate --fix` has it

bool is_well_formed(const validate::Report& report) {
  constexpr std::string_view kSyntax[] = {"sax-error",     "undefined-named-entity", "wp-blank-line",
                                          "unicode-error", "unknown-encoding",       "validator-limit",
                                          "json-error"};
  return std::ranges::none_of(report.findings, [&](const validate::Finding& finding) {
    return std::ranges::find(kSyntax, finding.rule) != std::end(kSyntax);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 64U << 10U) return 0;
  validate::Options options;
  options.base_uri = "https://news.example/feed";
  options.now = text::Instant{1'780'000'000, 0, 0};
  auto report = validate::check(std::string(reinterpret_cast<const char*>(data), size), options);
  if (!report) return 0;
  const bool was_well_formed = is_well_formed(*report);
  for (int round = 0;; ++round) {
    const auto fixed = validate::apply_edits(report->text, report->findings, report->further_edits);
    if (fixed.edits == 0) return 0;
    auto again = validate::check(fixed.text, options);
    // What was no XML may turn out to be no feed.
    if (!again && !was_well_formed) return 0;
    const bool is_broken = !again || (was_well_formed && !is_well_formed(*again));
    // The reader of XML stops telling flaws after a hundred; those behind them come in later rounds.
    if (round == kMostRounds && !was_well_formed) return 0;
    if (is_broken || round == kMostRounds) {
      std::fprintf(stderr, "%s\n%s\n%s\n", is_broken ? "broken:" : "no end:", report->text.c_str(), fixed.text.c_str());
      std::abort();
    }
    report = std::move(again);
  }
}
