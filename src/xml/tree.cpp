#include "xml/tree.hpp"

namespace syndicat::xml {
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

}  // namespace syndicat::xml
