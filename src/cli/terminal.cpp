#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

#include "base/file.hpp"

namespace syndicat::cli {

void Terminal::print(std::string_view data) {
  if (broken_) return;
  const auto written = write_file("-", data);
  if (written) return;
  broken_ = true;
  fail(written.error());
}

void Terminal::note(std::string_view words) {
  // Nowhere is left to tell that standard error cannot be written.
  [[maybe_unused]] const auto written = write_all(STDERR_FILENO, fmt::format("{}: {}\n", command_, words));
}

void Terminal::data(std::string_view lines) { [[maybe_unused]] const auto written = write_all(STDERR_FILENO, lines); }

void Terminal::warn(std::string_view words) { note(fmt::format("warning: {}", words)); }

void Terminal::progress(std::string_view words) {
  if (isatty(STDERR_FILENO) == 1) note(words);
}

int Terminal::fail(const Error& error) {
  note(error.message);
  return static_cast<int>(error.cause);
}

int Terminal::finish(int status) const { return broken_ ? static_cast<int>(Cause::storage) : status; }

bool Terminal::color() const {
  if (color_ != "auto") return color_ == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || no_color[0] == '\0');
}

}  // namespace syndicat::cli
