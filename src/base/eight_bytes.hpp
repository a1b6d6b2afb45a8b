#pragma once
// Long texts looked through eight bytes at a time, for the rare byte that means something.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace syndicat {

constexpr std::uint64_t kEachByte = 0x0101010101010101U;

inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// Not 0 where one of the eight is below `bound`, which is 0x80 at most.
constexpr std::uint64_t any_below(std::uint64_t word, std::uint8_t bound) {
  return (word - kEachByte * bound) & ~word & (kEachByte * 0x80U);
}

// Not 0 where one of the eight is `byte`.
constexpr std::uint64_t any_is(std::uint64_t word, char byte) {
  return any_below(word ^ (kEachByte * static_cast<unsigned char>(byte)), 1);
}

// The first place from `at` on whose eight bytes hold one that `is_found` (of a word) wants, or where fewer than eight
// are left. The byte itself stands there or in the seven behind it.
template <typename Found>
std::size_t skip_words(std::string_view text, std::size_t at, Found is_found) {
  while (at + 8 <= text.size() && is_found(eight_bytes(text.data() + at)) == 0) at += 8;
  return at;
}

}  // namespace syndicat
