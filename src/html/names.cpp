#include "html/names.hpp"

#include <cstring>
#include <random>

namespace syndicat::html {
namespace {

using names::kKnownNames;

constexpr std::uint32_t kSlots = 2048;  // a power of two, over four times the number of known names
static_assert(kKnownNames * 3 < kSlots);

constexpr std::uint32_t known_hash(std::string_view text) {
  // The ends and the length tell nearly all names apart; a page's common ones never meet.
  std::uint32_t hash = static_cast<std::uint32_t>(text.size()) * 0x9E3779B1U;
  for (std::size_t i = 0; i < text.size() && i < 6; ++i) {
    hash = (hash ^ static_cast<unsigned char>(text[i])) * 0x01000193U;
  }
  hash ^= static_cast<unsigned char>(text.back()) * 0x85EBCA6BU;
  return (hash ^ hash >> 15U) & (kSlots - 1);
}

constexpr auto kKnownSlots = [] {
  std::array<std::uint16_t, kSlots> slots{};
  for (std::uint16_t name = 1; name < kKnownNames; ++name) {
    std::uint32_t slot = known_hash(names::kTexts[name]);
    while (slots[slot] != 0) slot = (slot + 1) & (kSlots - 1);
    slots[slot] = name;
  }
  return slots;
}();

template <std::size_t size>
constexpr auto adjustments(const names::Adjusted (&pairs)[size]) {
  std::array<std::uint16_t, kKnownNames> table{};
  for (std::uint16_t name = 0; name < kKnownNames; ++name) table[name] = name;
  for (const auto& pair : pairs) table[pair.from] = static_cast<std::uint16_t>(pair.to);
  return table;
}
constexpr auto kSvgElementNames = adjustments(names::kSvgElements);
constexpr auto kSvgAttributeNames = adjustments(names::kSvgAttributes);
constexpr auto kMathAttributeNames = adjustments(names::kMathAttributes);

constexpr auto kIsForeignAttribute = [] {
  std::array<bool, kKnownNames> table{};
  for (const auto name : names::kForeignAttributes) table[name] = true;
  return table;
}();

// Names that a page brings are hashed with a number nobody outside knows, so none can be made to collide.
std::uint32_t process_seed() {
  static const std::uint32_t seed = std::random_device{}();
  return seed;
}

}  // namespace

Name known_name(std::string_view text) {
  if (text.empty()) return names::kNoName;
  for (std::uint32_t slot = known_hash(text); kKnownSlots[slot] != 0; slot = (slot + 1) & (kSlots - 1)) {
    if (names::kTexts[kKnownSlots[slot]] == text) return kKnownSlots[slot];
  }
  return names::kNoName;
}

Name svg_element_name(Name lower) { return lower < kKnownNames ? kSvgElementNames[lower] : lower; }
Name svg_attribute_name(Name lower) { return lower < kKnownNames ? kSvgAttributeNames[lower] : lower; }
Name math_attribute_name(Name lower) { return lower < kKnownNames ? kMathAttributeNames[lower] : lower; }
bool is_foreign_attribute(Name name) { return name < kKnownNames && kIsForeignAttribute[name]; }

NameTable::NameTable() : seed_(process_seed()) {}

std::uint32_t NameTable::hash_of(std::string_view text) const {
  std::uint64_t hash = seed_ ^ text.size() * 0x9E3779B97F4A7C15ULL;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    hash = (hash ^ word) * 0xFF51AFD7ED558CCDULL;
    hash ^= hash >> 32U;
  }
  std::uint64_t word = 0;
  if (i < text.size()) std::memcpy(&word, text.data() + i, text.size() - i);
  hash = (hash ^ word ^ (static_cast<std::uint64_t>(seed_) << 32U)) * 0xC4CEB9FE1A85EC53ULL;
  hash ^= hash >> 29U;
  hash *= 0xFF51AFD7ED558CCDULL;
  return static_cast<std::uint32_t>(hash >> 32U);
}

Name NameTable::find(std::string_view text) const {
  if (const Name known = known_name(text)) return known;
  return find_own(text, hash_of(text));
}

Name NameTable::find_own(std::string_view text, std::uint32_t hash) const {
  if (slots_.empty()) return names::kNoName;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot].name != names::kNoName; slot = (slot + 1) & mask) {
    if (slots_[slot].hash == hash && own_[slots_[slot].name - kKnownNames] == text) return slots_[slot].name;
  }
  return names::kNoName;
}

Name NameTable::add(std::string_view text, std::uint32_t hash) {
  own_.push_back(text);
  const Name name = size() - 1;
  const auto place = [this](const Slot& entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = entry.hash & mask;
    while (slots_[slot].name != names::kNoName) slot = (slot + 1) & mask;
    slots_[slot] = entry;
  };
  if (own_.size() * 4 > slots_.size() * 3) {
    std::vector<Slot> before(slots_.empty() ? 64 : slots_.size() * 2);
    before.swap(slots_);
    for (const Slot& entry : before) {
      if (entry.name != names::kNoName) place(entry);
    }
  }
  place({hash, name});
  return name;
}

}  // namespace syndicat::html
