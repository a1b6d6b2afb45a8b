#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

#include "base/file.hpp"
#include "text/unicode.hpp"

namespace syndicat::cli {

namespace {

constexpr char32_t kFlaw = 0xFFFD;

// What a terminal would take for an order, and what is no UTF-8, may come from any input that a message speaks of.
std::string harmless(std::string_view words) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    const auto start = at;
    const char32_t character = text::next_character(words, at);
    const auto written = words.substr(start, at - start);
    const bool is_control =
        (character < 0x20 && character != '\n' && character != '\t') || (character >= 0x7F && character < 0xA0);
    if (is_control || (character == kFlaw && written.size() == 1))
      text += fmt::format("\\x{:02x}",
                          static_cast<unsigned>(is_control ? character : static_cast<unsigned char>(written[0])));
    else text += written;
  }
  return text;
}

}  // namespace

void Terminal::print(std::string_view data) {
  if (broken_) return;
  const auto written = write_file("-", data);
  if (written) return;
  broken_ = true;
  fail(written.error());
}

void Terminal::note(std::string_view words) {
  // Nowhere is left to tell that standard error cannot be written.
  [[maybe_unused]] const auto written = write_all(STDERR_FILENO, fmt::format("{}: {}\n", command_, harmless(words)));
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
