#pragma once
// Regular expressions as Perl has them, by PCRE2, which is loaded when the first one is read.

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat::feeds {

class Pattern {
 public:
  // Text and pattern are UTF-8; `(?i)` at the start leaves case aside. Fails as `misuse` with what is wrong and where,
  // as `storage` where libpcre2 is missing.
  static Result<Pattern> compile(std::string_view written);

  // Whether it is found anywhere in the text. Fails as `misuse` where that would take too many steps: a pattern that
  // tries without an end is the writer's to mend, and "no" would be a guess.
  Result<bool> found_in(std::string_view text) const;

 private:
  struct Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace syndicat::feeds
