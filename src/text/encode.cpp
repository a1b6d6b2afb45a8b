// UTF-8 back into the bytes that it came from.

#include <iconv.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/encoding.hpp"
#include "text/encoding_table.hpp"
#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

std::string to_utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  bytes.reserve(utf8.size() * 2);
  const auto add = [&](std::uint32_t unit) {
    const char high = static_cast<char>(unit >> 8U), low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint32_t character = next_character(utf8, at);
    if (character < 0x10000) {
      add(character);
      continue;
    }
    add(0xD800U + ((character - 0x10000U) >> 10U));
    add(0xDC00U + ((character - 0x10000U) & 0x3FFU));
  }
  return bytes;
}

std::optional<std::string> to_one_byte(std::string_view utf8, std::string_view encoding) {
  std::map<char32_t, char> byte_of;
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
    const char c = static_cast<char>(byte);
    const auto decoded = decode({&c, 1}, encoding);
    std::size_t at = 0;
    const auto character = next_character(decoded, at);
    if (character != 0xFFFD) byte_of.emplace(character, c);
  }
  std::string bytes;
  bytes.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto character = next_character(utf8, at);
    const auto found = byte_of.find(character);
    if (character >= 0x80 && found == byte_of.end()) return std::nullopt;
    bytes += character < 0x80 ? static_cast<char>(character) : found->second;
  }
  return bytes;
}

std::optional<std::string> to_many_bytes(std::string_view utf8, const char* iconv_name) {
  const auto descriptor = iconv_open(iconv_name, "UTF-8");
  if (descriptor == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  char* in = const_cast<char*>(utf8.data());  // iconv(3) reads only; its parameter is older than const
  std::size_t left = utf8.size();
  std::string bytes;
  while (left > 0) {
    const auto before = left;
    std::array<char, 4096> buffer;
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const auto status = iconv(descriptor, &in, &left, &out, &room);
    bytes.append(buffer.data(), buffer.size() - room);
    if (status == static_cast<std::size_t>(-1) && before == left) break;
  }
  iconv_close(descriptor);
  if (left > 0) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> encode(std::string_view utf8, std::string_view encoding) {
  const auto label = encoding_for_label(encoding);
  if (!label) return std::nullopt;
  const auto& known = *std::ranges::find(kEncodings, *label, &Encoding::name);
  switch (known.kind) {
    case EncodingKind::utf8: return std::string(utf8);
    case EncodingKind::utf16le: return to_utf16(utf8, false);
    case EncodingKind::utf16be: return to_utf16(utf8, true);
    case EncodingKind::one_byte: return to_one_byte(utf8, known.name);
    case EncodingKind::many_bytes: return to_many_bytes(utf8, known.iconv_name);
    case EncodingKind::iso_2022_jp:
    case EncodingKind::user_defined:
    case EncodingKind::replacement: break;
  }
  return std::nullopt;
}

}  // namespace syndicat::text
