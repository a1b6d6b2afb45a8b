// The older encodings, by iconv where it agrees with the Encoding Standard and mended where it does not.

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "text/encoding.hpp"
#include "text/encoding_decoders.hpp"
#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

class Converter {
 public:
  explicit Converter(const char* from) : descriptor_(iconv_open("UTF-8", from)) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (*this) iconv_close(descriptor_);
  }
  explicit operator bool() const { return descriptor_ != reinterpret_cast<iconv_t>(-1); }

  // Appends what the beginning of `bytes` means and gives how many bytes that were; it stops at a flaw.
  std::size_t convert(std::string_view bytes, std::string& text) {
    char* in = const_cast<char*>(bytes.data());  // iconv(3) reads only; its parameter is older than const
    std::size_t left = bytes.size();
    while (left > 0) {
      const std::size_t before = left;
      std::array<char, 4096> buffer;
      char* out = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t status = iconv(descriptor_, &in, &left, &out, &room);
      const int error = errno;
      text.append(buffer.data(), buffer.size() - room);
      if (status == static_cast<std::size_t>(-1) && (error != E2BIG || before == left)) break;
    }
    return bytes.size() - left;
  }

  // Some encodings hold a letter back until they have seen whether an accent follows.
  void finish(std::string& text) {
    std::array<char, 64> buffer;
    char* out = buffer.data();
    std::size_t room = buffer.size();
    iconv(descriptor_, nullptr, nullptr, &out, &room);
    text.append(buffer.data(), buffer.size() - room);
  }

 private:
  iconv_t descriptor_;
};

// Where the standard's index has another character than glibc.
struct Mend {
  std::string_view encoding;
  unsigned char byte;
  char32_t character;
};
// clang-format off
constexpr std::array kMends = {
    Mend{"KOI8-U", 0xAE, 0x045E},         Mend{"KOI8-U", 0xBE, 0x040E},
    Mend{"macintosh", 0xBD, 0x03A9},      Mend{"macintosh", 0xDB, 0x20AC},
    Mend{"macintosh", 0xF0, 0xF8FF},      Mend{"macintosh", 0xC6, 0x2206},
    Mend{"x-mac-cyrillic", 0xFF, 0x20AC}, Mend{"x-mac-cyrillic", 0xA2, 0x0490},
    Mend{"x-mac-cyrillic", 0xB6, 0x0491}, Mend{"windows-1255", 0xCA, 0x05BA},
};
// clang-format on

std::array<char32_t, 128> upper_half(const Encoding& encoding) {
  std::array<char32_t, 128> table{};
  Converter converter(encoding.iconv_name);
  for (unsigned i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    std::string character;
    if (converter) {
      if (converter.convert({&byte, 1}, character) == 0) character.clear();
      converter.finish(character);
    }
    std::size_t position = 0;
    table[i] = character.empty() ? kReplacement : next_character(character, position);
    // The indexes give C1 controls to the gaps among 0x80 to 0x9F.
    if (table[i] == kReplacement && i < 0x20) table[i] = 0x80 + i;
  }
  for (const Mend& mend : kMends) {
    if (mend.encoding == encoding.name) table[mend.byte - 0x80U] = mend.character;
  }
  return table;
}

constexpr bool is_gb_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_lead(unsigned char byte) { return byte >= 0x81 && byte <= 0xFE; }

// How many bytes one U+FFFD stands for: the decoders give an ASCII byte back that follows a lead byte, so that no
// flaw ever swallows a "<".
std::size_t flaw_length(std::string_view bytes, std::string_view encoding) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (!is_lead(lead) || bytes.size() < 2) return 1;
  if (encoding == "Shift_JIS" && (lead == 0xA0 || (lead >= 0xA1 && lead <= 0xDF) || lead > 0xFC)) return 1;
  if (encoding == "EUC-JP") {
    if (lead != 0x8E && lead != 0x8F && lead < 0xA1) return 1;
    if (lead == 0x8F && byte(1) >= 0xA1 && byte(1) != 0xFF) return bytes.size() < 3 || byte(2) < 0x80 ? 2 : 3;
  }
  if (encoding == "gb18030" && is_gb_digit(byte(1))) {
    if (bytes.size() < 4) {
      const bool cut = bytes.size() == 2 || is_lead(byte(2));
      return cut ? bytes.size() : 1;
    }
    return is_lead(byte(2)) && is_gb_digit(byte(3)) ? 4 : 1;
  }
  return byte(1) < 0x80 ? 1 : 2;
}

// Single bytes that a decoder knows and glibc does not.
std::optional<char32_t> lone_byte(unsigned char byte, std::string_view encoding) {
  if (byte != 0x80) return std::nullopt;
  if (encoding == "gb18030") return 0x20AC;  // the euro sign of Windows code page 936
  if (encoding == "Shift_JIS") return 0x80;
  return std::nullopt;
}

}  // namespace

char32_t windows_1252(char byte) {
  static const auto table = upper_half(*std::ranges::find(kEncodings, "windows-1252", &Encoding::name));
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x80 ? value : table[value - 0x80U];
}

std::string decode_one_byte(std::string_view bytes, const Encoding& encoding) {
  const auto table = upper_half(encoding);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    text.append(bytes.substr(copied, i - copied));
    append_utf8(text, table[byte - 0x80U]);
    copied = i + 1;
  }
  text.append(bytes.substr(copied));
  return text;
}

std::string decode_many_bytes(std::string_view bytes, const Encoding& encoding) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  Converter converter(encoding.iconv_name);
  if (!converter) return decode_utf8(bytes);
  while (true) {
    bytes.remove_prefix(converter.convert(bytes, text));
    converter.finish(text);  // and back to the first state
    if (bytes.empty()) return text;
    const auto lone = lone_byte(static_cast<unsigned char>(bytes[0]), encoding.name);
    append_utf8(text, lone.value_or(kReplacement));
    bytes.remove_prefix(lone ? 1 : std::min(bytes.size(), flaw_length(bytes, encoding.name)));
  }
}

bool is_other_encoding(std::string_view label) {
  label = trim(label);
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
  };
  if (label.empty() || label.size() > 40 || !std::ranges::all_of(label, is_fit) || encoding_for_label(label))
    return false;
  // UTF-7 hides markup from whoever looks at the bytes.
  const auto lower = to_lower_ascii(label);
  if (lower.find("utf-7") != std::string::npos || lower.find("utf7") != std::string::npos) return false;
  return static_cast<bool>(Converter(std::string(label).c_str()));
}

std::string decode_other(std::string_view bytes, std::string_view label) {
  std::string text;
  const auto name = to_lower_ascii(trim(label));
  const std::size_t unit = name.starts_with("utf-32") || name.starts_with("ucs-4") || name.starts_with("ucs4") ? 4 : 1;
  Converter converter(name.c_str());
  if (!converter) return decode_utf8(bytes);
  while (true) {
    bytes.remove_prefix(converter.convert(bytes, text));
    converter.finish(text);
    if (bytes.empty()) break;
    append_utf8(text, kReplacement);
    bytes.remove_prefix(std::min(bytes.size(), unit));
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

// Section 12.2.1. iconv's own decoder stops at what the standard reads on, so we walk the states here and ask
// EUC-JP for the double-byte characters, whose bytes are the same with the high bits set.
std::string decode_iso_2022_jp(std::string_view bytes) {
  enum class State { ascii, roman, katakana, kanji };
  std::string text;
  Converter converter("EUC-JP-MS");
  if (!converter) return decode_utf8(bytes);
  State state = State::ascii;
  bool just_escaped = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0x1B) {
      const std::string_view escape = bytes.substr(i + 1, 2);
      std::optional<State> next;
      if (escape == "(B") next = State::ascii;
      if (escape == "(J") next = State::roman;
      if (escape == "(I") next = State::katakana;
      if (escape == "$@" || escape == "$B") next = State::kanji;
      if (!next || just_escaped) text.append(kReplacementUtf8);
      if (next) {
        state = *next;
        i += 2;
      }
      just_escaped = next.has_value();
      continue;
    }
    just_escaped = false;
    const bool graphic = byte >= 0x21 && byte <= 0x7E;
    switch (state) {
      case State::ascii:
      case State::roman:
        if (byte > 0x7F || byte == 0x0E || byte == 0x0F) {
          text.append(kReplacementUtf8);
        } else if (state == State::roman && (byte == 0x5C || byte == 0x7E)) {
          append_utf8(text, byte == 0x5C ? 0xA5 : 0x203E);
        } else {
          text += bytes[i];
        }
        break;
      case State::katakana:
        append_utf8(text, byte >= 0x21 && byte <= 0x5F ? 0xFF61U - 0x21U + byte : kReplacement);
        break;
      case State::kanji: {
        if (!graphic) {
          text.append(kReplacementUtf8);
          break;
        }
        const auto trail = i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0x1BU;
        if (trail == 0x1B) {  // the escape is read as one
          text.append(kReplacementUtf8);
          break;
        }
        ++i;
        const std::array<char, 2> pair = {static_cast<char>(byte | 0x80U), static_cast<char>(trail | 0x80U)};
        const bool known = trail >= 0x21 && trail <= 0x7E && converter.convert({pair.data(), 2}, text) == 2;
        converter.finish(text);
        if (!known) text.append(kReplacementUtf8);
        break;
      }
    }
  }
  return text;
}

}  // namespace syndicat::text
