#include "cli/inputs.hpp"

#include <filesystem>

#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

constexpr std::size_t kMostNotes = 10;

}  // namespace

std::string name_of(const std::string& input) { return input == "-" ? "standard input" : input; }

Result<void> check_files(const std::vector<std::string>& inputs, std::string_view command) {
  for (const auto& input : inputs) {
    std::error_code error;
    if (text::is_web_url(input) && !std::filesystem::exists(input, error))
      return fail(Cause::misuse, "{0}: is an address, no file; write `syndicat fetch {0} | {1}`", input, command);
  }
  return {};
}

Error at_input(const Error& error, const std::string& input) {
  const auto& words = error.message;
  const bool has_place = !words.empty() && words[0] >= '0' && words[0] <= '9';
  return {error.cause, name_of(input) + (has_place ? ":" : ": ") + words};
}

void Notes::tell(const std::vector<formats::Note>& notes) {
  for (const auto& note : notes) {
    if (count_ < kMostNotes) terminal_.warn(name_ + ":" + note.message);
    count_ += note.times;
  }
}

void Notes::finish() {
  if (count_ > kMostNotes) terminal_.warn(fmt::format("{}: and {} more such places", name_, count_ - kMostNotes));
}

}  // namespace syndicat::cli
