#pragma once
// One exit status for a run of many parts (man page, EXIT STATUS).

#include <set>

#include "base/result.hpp"

namespace syndicat::cli {

constexpr int kDone = 0;
constexpr int kAnswerIsNo = 1;  // invalid, different
constexpr int kSomeFailed = 4;

// Counts how the parts ended: 2, 75 and 8 before all; 4 as soon as anything succeeded; else the one cause, or 5
// where causes differ.
class Tally {
 public:
  void success() { succeeded_ = true; }
  void failure(Cause cause) { causes_.insert(cause); }

  int status() const {
    for (const auto first : {Cause::misuse, Cause::locked, Cause::storage})
      if (causes_.contains(first)) return static_cast<int>(first);
    if (causes_.empty()) return kDone;
    if (succeeded_) return kSomeFailed;
    return static_cast<int>(causes_.size() == 1 ? *causes_.begin() : Cause::nothing_usable);
  }

 private:
  bool succeeded_ = false;
  std::set<Cause> causes_;
};

}  // namespace syndicat::cli
