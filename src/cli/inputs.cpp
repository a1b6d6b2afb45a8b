#include "cli/inputs.hpp"

#include <filesystem>

#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

constexpr std::size_t kMostOfKind = 10, kMostKinds = 20;

// The words of a note without its place, what it quotes and numbers.
std::string kind_of(std::string_view message) {
  std::string kind;
  char quote = '\0';
  for (auto at = std::min(message.find(": "), message.size()); at < message.size(); ++at) {
    const char c = message[at];
    // An apostrophe stands within a word.
    const bool opens = quote == '\0' && (c == '"' || c == '\'') && message[at - 1] == ' ';
    if (opens) quote = c;
    else if (c == quote) quote = '\0';
    else if (quote == '\0' && (c < '0' || c > '9')) kind += c;
  }
  return kind;
}

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
    untold_ += note.times;
    auto kind = kind_of(note.message);
    if (told_.size() >= kMostKinds && !told_.contains(kind)) continue;
    auto& told = told_[std::move(kind)];
    if (told >= kMostOfKind) continue;
    ++told;
    --untold_;
    terminal_.warn(name_ + ":" + note.message);
  }
}

void Notes::finish() {
  if (untold_ > 0) terminal_.warn(fmt::format("{}: and {} more such places", name_, untold_));
}

}  // namespace syndicat::cli
