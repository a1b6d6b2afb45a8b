#pragma once
// Where a command speaks: data on standard output, words on standard error.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat::cli {

class Terminal {
 public:
  // `command` stands in front of every word on standard error: "syndicat convert: ...".
  explicit Terminal(std::string command) : command_(std::move(command)) {}

  // Data for standard output; what could not be written (a full disk) is told, and is the status at the end.
  void print(std::string_view data);
  // Words for standard error.
  void warn(std::string_view words);
  void note(std::string_view words);      // the same without "warning:"
  void data(std::string_view lines);      // lines for a program, as they stand
  void progress(std::string_view words);  // only where standard error is a terminal
  // Tells the error and gives its exit status.
  int fail(const Error& error);
  // `status`, or 8 where something that was printed did not arrive.
  int finish(int status) const;

  // Whether standard output may be coloured: by --color, else where it is a terminal and NO_COLOR is not set.
  bool color() const;
  void set_color(std::string_view when) { color_ = when; }  // "auto", "always", "never"

 private:
  std::string command_;
  std::string color_ = "auto";
  bool broken_ = false;
};

}  // namespace syndicat::cli
