// Any bytes as a feed: no crash, every place within the text, at most one error for what is not well-formed, and every
// way of telling it works.

#include <algorithm>
#include <cstdlib>
#include <string>

#include "validate/reporter.hpp"
#include "validate/validate.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  validate::Options options;
  options.base_uri = "https://news.example/feed";
  options.now = text::Instant{1'780'000'000, 0, 0};
  options.limits.max_size = 1U << 20U;
  options.limits.max_entities = 1U << 16U;
  if (size > 0 && data[0] % 2 == 0) options.profile = "w3c";
  const auto report = validate::check(std::string(reinterpret_cast<const char*>(data), size), options);
  if (!report) return 0;
  std::size_t not_well_formed = 0;
  for (const auto& finding : report->findings) {
    if (finding.start.offset > finding.end.offset || finding.end.offset > report->text.size() ||
        finding.start.line == 0)
      std::abort();
    if (finding.edit && (finding.edit->start > finding.edit->end || finding.edit->end > report->text.size()))
      std::abort();
    for (const auto rule : {"sax-error", "undefined-named-entity", "wp-blank-line", "unicode-error", "unknown-encoding",
                            "validator-limit", "json-error"})
      not_well_formed += finding.rule == rule ? 1 : 0;
  }
  if (not_well_formed > 1) std::abort();
  for (const auto& reporter : validate::reporters()) reporter.document("feed", *report, {.color = true}, 0);
  return 0;
}
