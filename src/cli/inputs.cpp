#include "cli/inputs.hpp"

namespace syndicat::cli {
namespace {

constexpr std::size_t kMostNotes = 10;

}  // namespace

std::string name_of(const std::string& input) { return input == "-" ? "standard input" : input; }

Error at_input(const Error& error, const std::string& input) {
  const auto& words = error.message;
  const bool has_place = !words.empty() && words[0] >= '0' && words[0] <= '9';
  return {error.cause, name_of(input) + (has_place ? ":" : ": ") + words};
}

void Notes::tell(const std::vector<formats::Note>& notes) {
  for (const auto& note : notes)
    if (++count_ <= kMostNotes) terminal_.warn(name_ + ":" + note.message);
}

void Notes::finish() {
  if (count_ > kMostNotes) terminal_.warn(fmt::format("{}: and {} more such places", name_, count_ - kMostNotes));
}

}  // namespace syndicat::cli
