#include "xml/tree.hpp"

#include <algorithm>

namespace syndicat::xml {
namespace {

std::size_t count(std::string_view utf8) {
  std::size_t characters = 0;
  for (const char c : utf8) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return characters;
}

}  // namespace

// The seed differs from run to run, so that nobody can prepare names that fall into one slot; no result
// depends on it.
Names::Names() : seed_(reinterpret_cast<std::uintptr_t>(this) * 0x9E3779B97F4A7C15ULL), slots_(256, kNone) {}

std::uint64_t Names::hash(std::string_view text) const {
  std::uint64_t value = seed_ ^ text.size();
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    value = (value ^ word) * 0xFF51AFD7ED558CCDULL;
    value ^= value >> 32U;
    text.remove_prefix(8);
  }
  std::uint64_t word = 0;
  if (!text.empty()) std::memcpy(&word, text.data(), text.size());
  value = (value ^ word) * 0xC4CEB9FE1A85EC53ULL;
  return value ^ (value >> 29U);
}

std::uint32_t Names::id(std::string_view text) {
  const auto value = hash(text);
  auto slot = value & (slots_.size() - 1);
  while (slots_[slot] != kNone) {
    const auto found = slots_[slot];
    if (hashes_[found] == value && texts_[found] == text) return found;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  const auto fresh = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(text);
  hashes_.push_back(value);
  slots_[slot] = fresh;
  if (texts_.size() * 2 > slots_.size()) grow();
  return fresh;
}

void Names::grow() {
  slots_.assign(slots_.size() * 2, kNone);
  for (std::uint32_t id = 0; id < hashes_.size(); ++id) {
    auto slot = hashes_[id] & (slots_.size() - 1);
    while (slots_[slot] != kNone) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id;
  }
}

void Lines::measure(std::string_view text) {
  starts_.push_back(0);
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  constexpr std::size_t kStep = 4096;
  std::uint32_t before = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    characters_.push_back(before);
    before += static_cast<std::uint32_t>(count(text.substr(at, kStep)));
  }
  measured_ = true;
}

std::size_t Lines::characters_before(std::string_view text, std::size_t offset) const {
  const auto block = offset / 4096;
  return characters_[block] + count(text.substr(block * 4096, offset - block * 4096));
}

Position Lines::position(std::string_view text, std::size_t offset) {
  if (!measured_) measure(text);
  offset = std::min(offset, text.size());
  const auto line = std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin();
  const auto start = starts_[static_cast<std::size_t>(line) - 1];
  const auto column = offset - start < 4096
                          ? count(text.substr(start, offset - start))
                          : characters_before(text, offset) - characters_before(text, start);
  return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column + 1), offset};
}

}  // namespace syndicat::xml
