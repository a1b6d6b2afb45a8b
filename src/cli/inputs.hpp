#pragma once
// How commands speak of the feeds they read.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "cli/terminal.hpp"
#include "formats/format.hpp"

namespace syndicat::cli {

// "standard input" for "-".
std::string name_of(const std::string& input);

// Fails as `misuse` where an address is given in place of a file; `command`: what is to read what `fetch` makes of it.
Result<void> check_files(const std::vector<std::string>& inputs, std::string_view command);

// "news.xml:12:5: ..." for what has a place, "news.xml: ..." for what has none.
Error at_input(const Error& error, const std::string& input);

// What was mended in one input, told as warnings: the first few of each kind.
class Notes {
 public:
  Notes(const std::string& input, Terminal& terminal) : name_(name_of(input)), terminal_(terminal) {}
  void tell(const std::vector<formats::Note>& notes);
  void finish();  // tells how many more there were

 private:
  std::string name_;
  Terminal& terminal_;
  std::map<std::string, std::size_t> told_;  // of each kind
  std::size_t untold_ = 0;
};

}  // namespace syndicat::cli
