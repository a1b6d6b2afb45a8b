#include "validate/picture.hpp"

#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t next = at; next < at + count && next < bytes.size(); ++next)
    number = (number << 8U) | static_cast<unsigned char>(bytes[next]);
  return number;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t number = 0;
  for (std::size_t next = count; next > 0; --next)
    if (at + next - 1 < bytes.size()) number = (number << 8U) | static_cast<unsigned char>(bytes[at + next - 1]);
  return number;
}

// ITU-T T.81, annex B: segments with their lengths, up to the one that begins a frame.
Picture jpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) break;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {
      ++at;  // filling
      continue;
    }
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) return {"JPEG", big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
    const auto length = big_endian(bytes, at + 2, 2);
    if (length < 2) break;
    at += 2 + length;
  }
  return {"JPEG"};
}

// RFC 9649, section 2.
Picture webp(std::string_view bytes) {
  const auto kind = bytes.substr(12, 4);
  if (kind == "VP8X") return {"WebP", little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
  if (kind == "VP8 ") return {"WebP", little_endian(bytes, 26, 2) & 0x3FFFU, little_endian(bytes, 28, 2) & 0x3FFFU};
  if (kind == "VP8L") {
    const auto bits = little_endian(bytes, 21, 4);
    return {"WebP", (bits & 0x3FFFU) + 1, ((bits >> 14U) & 0x3FFFU) + 1};
  }
  return {"WebP"};
}

}  // namespace

std::optional<Picture> read_picture(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24)
    return Picture{"PNG", big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg(bytes);
  if ((bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) && bytes.size() >= 10)
    return Picture{"GIF", little_endian(bytes, 6, 2), little_endian(bytes, 8, 2)};
  if (bytes.starts_with("RIFF") && bytes.size() >= 30 && bytes.substr(8, 4) == "WEBP") return webp(bytes);
  const auto head = bytes.substr(0, 1024);
  if (text::trim(head).starts_with("<") && head.find("<svg") != std::string_view::npos) return Picture{"SVG"};
  return std::nullopt;
}

}  // namespace syndicat::validate
