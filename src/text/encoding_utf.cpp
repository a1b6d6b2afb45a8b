// UTF-8, UTF-16 and x-user-defined (the Encoding Standard, sections 8.1.1, 14.2 and 14.5).

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/encoding.hpp"
#include "text/encoding_decoders.hpp"
#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::uint64_t eight_bytes(const char* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// The length of the character at `position`, or 0; `bad` is then the length of the maximal part to replace.
std::size_t character_length(std::string_view bytes, std::size_t position, std::size_t& bad) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[position + i]); };
  const unsigned lead = byte(0);
  bad = 1;
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  const std::size_t left = bytes.size() - position;
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= left || byte(i) < (i == 1 ? lowest : 0x80) || byte(i) > (i == 1 ? highest : 0xBF)) {
      bad = i;
      return 0;
    }
  }
  return length;
}

}  // namespace

std::size_t valid_utf8_length(std::string_view bytes) {
  std::size_t position = 0, bad = 0;
  while (position < bytes.size()) {
    if (static_cast<unsigned char>(bytes[position]) < 0x80) {
      while (bytes.size() - position >= 8 && (eight_bytes(bytes.data() + position) & 0x8080808080808080ULL) == 0) {
        position += 8;
      }
      while (position < bytes.size() && static_cast<unsigned char>(bytes[position]) < 0x80) ++position;
      continue;
    }
    const std::size_t length = character_length(bytes, position, bad);
    if (length == 0) return position;
    position += length;
  }
  return position;
}

std::string decode_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = valid_utf8_length(bytes);
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    std::size_t bad = 1;
    character_length(bytes, 0, bad);
    text.append(kReplacement);
    bytes.remove_prefix(bad);
  }
  return text;
}

std::optional<MendedUtf8> mend_utf8(std::string_view bytes) {
  // What most of it is shows before anything is made of it.
  std::size_t good_characters = 0, bad_bytes = 0;
  for (auto rest = bytes; !rest.empty();) {
    const std::size_t good = valid_utf8_length(rest);
    good_characters += static_cast<std::size_t>(
        std::count_if(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(good),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U; }));
    rest.remove_prefix(good);
    if (rest.empty()) break;
    std::size_t bad = 1;
    character_length(rest, 0, bad);
    rest.remove_prefix(bad);
    bad_bytes += bad;
  }
  // Some good ones come about by chance: an accented letter before a quotation mark. Of a few bytes a detector knows
  // nothing.
  constexpr std::size_t kFew = 16, kAtMost = 4;
  const auto may_be_mended = [&] {
    return bad_bytes <= kAtMost * good_characters && (bad_bytes < kFew || detect_encoding(bytes) == "windows-1252");
  };
  if (bad_bytes > good_characters && !may_be_mended()) return std::nullopt;
  MendedUtf8 mended;
  mended.mended = bad_bytes;
  mended.text.reserve(bytes.size() + bytes.size() / 64);
  while (!bytes.empty()) {
    const std::size_t good = valid_utf8_length(bytes);
    mended.text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    std::size_t bad = 1;
    character_length(bytes, 0, bad);
    if (bad > 1) mended.text.append(kReplacement);
    else append_utf8(mended.text, windows_1252(bytes.front()));
    bytes.remove_prefix(bad);
  }
  return mended;
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? static_cast<char32_t>(first << 8U | second) : static_cast<char32_t>(second << 8U | first);
  };
  std::size_t i = 0;
  while (i + 1 < bytes.size()) {
    const char32_t first = unit(i);
    i += 2;
    if (first < 0xD800 || first > 0xDFFF) {
      append_utf8(text, first);
      continue;
    }
    if (first < 0xDC00 && i + 1 < bytes.size()) {
      if (const char32_t second = unit(i); second >= 0xDC00 && second <= 0xDFFF) {
        append_utf8(text, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
        i += 2;
        continue;
      }
    }
    // A high surrogate cut off by the end takes the odd byte along: one flaw, not two.
    if (first < 0xDC00 && i < bytes.size() && i + 1 >= bytes.size()) ++i;
    text.append(kReplacement);
  }
  if (i < bytes.size()) text.append(kReplacement);
  return text;
}

std::string decode_user_defined(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte < 0x80 ? byte : 0xF780U + byte - 0x80U);
  }
  return text;
}

}  // namespace syndicat::text
