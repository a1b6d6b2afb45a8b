#pragma once
// Findings that are known already: only what is new is told.

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

class Baseline {
 public:
  // Reads what `--format jsonl` wrote. Fails as `misuse` on a line that is no finding.
  Result<void> add(std::string_view lines);

  // Takes out of the report what was known: the same file, rule and parameters, as often as it stands there. Lines
  // count for nothing, since they move.
  void remove_known(std::string_view file, Report& report) const;

 private:
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace syndicat::validate
