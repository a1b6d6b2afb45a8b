#include "text/lines.hpp"

#include <algorithm>

namespace syndicat::text {
namespace {

constexpr std::size_t kStep = 4096;

// Plain counting, which the compiler turns into wide instructions.
std::size_t count(std::string_view utf8) {
  std::size_t characters = 0;
  for (const char c : utf8) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return characters;
}

}  // namespace

LineAndColumn seen_from(const Origin& origin, LineAndColumn here) {
  if (here.line <= origin.skipped) return here;
  const auto own = here.line - origin.skipped;
  return {origin.line + own - 1, own == 1 ? here.column + origin.column - 1 : here.column};
}

void Lines::measure(std::string_view text) {
  starts_.push_back(0);
  const auto begin = [&](std::size_t at) { starts_.push_back(static_cast<std::uint32_t>(at + 1)); };
  if (text.find('\r') == std::string_view::npos) {
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) begin(at);
  } else {
    // A carriage return alone ends a line too (XML 1.0, section 2.11).
    for (auto at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at + 1))
      if (text[at] == '\n' || at + 1 == text.size() || text[at + 1] != '\n') begin(at);
  }
  std::uint32_t before = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    characters_.push_back(before);
    before += static_cast<std::uint32_t>(count(text.substr(at, kStep)));
  }
  measured_ = true;
}

LineAndColumn Lines::at(std::string_view text, std::size_t offset) {
  if (!measured_) measure(text);
  offset = std::min(offset, text.size());
  const auto line = std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin();
  const std::size_t start = starts_[static_cast<std::size_t>(line) - 1];
  std::size_t column = 0;
  if (offset - start < kStep) {
    column = count(text.substr(start, offset - start));
  } else {
    const auto before = [&](std::size_t place) {
      const auto block = place / kStep;
      return characters_[block] + count(text.substr(block * kStep, place - block * kStep));
    };
    column = before(offset) - before(start);
  }
  return seen_from(origin_, {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column + 1)});
}

std::string_view Lines::line(std::string_view text, std::uint32_t number) {
  if (!measured_) measure(text);
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t start = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] - 1 : text.size();
  auto line = text.substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace syndicat::text
