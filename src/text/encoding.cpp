#include "text/encoding.hpp"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>

#include "base/handle.hpp"
#include "text/encoding_decoders.hpp"
#include "text/encoding_table.hpp"
#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

using Detector = Handle<uchardet, uchardet_delete>;

constexpr std::string_view kFallback = "windows-1252";
// uchardet reads some 20 MB a second; what it has not seen here it will not learn from the rest.
constexpr std::size_t kDetectionSize = 256U << 10U;  // bytes

const Encoding& encoding_named(std::string_view name) {
  const auto label = encoding_for_label(name).value_or(kFallback);
  for (const Encoding& encoding : kEncodings) {
    if (encoding.name == label) return encoding;
  }
  return kEncodings.front();
}

// Labels that uchardet has for encodings of the standard which the standard calls otherwise.
std::string_view label_of_detected(std::string_view name) {
  if (equals_ignoring_case(name, "UHC")) return "EUC-KR";
  if (equals_ignoring_case(name, "MAC-CYRILLIC")) return "x-mac-cyrillic";
  if (equals_ignoring_case(name, "ISO-8859-11")) return "windows-874";
  return name;
}

}  // namespace

std::optional<std::string_view> encoding_for_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  if (label.empty() || label.find(' ') != std::string_view::npos) return std::nullopt;
  for (const Encoding& encoding : kEncodings) {
    std::string_view labels = encoding.labels;
    while (!labels.empty()) {
      const std::size_t end = std::min(labels.find(' '), labels.size());
      if (equals_ignoring_case(labels.substr(0, end), label)) return encoding.name;
      labels.remove_prefix(std::min(end + 1, labels.size()));
    }
  }
  return std::nullopt;
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return ByteOrderMark{"UTF-8", 3};
  if (bytes.starts_with("\xFE\xFF")) return ByteOrderMark{"UTF-16BE", 2};
  if (bytes.starts_with("\xFF\xFE")) return ByteOrderMark{"UTF-16LE", 2};
  return std::nullopt;
}

std::optional<ByteOrderMark> first_bytes(std::string_view bytes) {
  using namespace std::string_view_literals;
  struct Beginning {
    std::string_view bytes;
    ByteOrderMark says;
  };
  // The longer ones first: UTF-32's mark begins with UTF-16's.
  static constexpr auto kBeginnings = std::to_array<Beginning>({
      {"\xFF\xFE\0\0"sv, {"UTF-32LE", 4}},
      {"\0\0\xFE\xFF"sv, {"UTF-32BE", 4}},
      {"<\0\0\0"sv, {"UTF-32LE", 0}},
      {"\0\0\0<"sv, {"UTF-32BE", 0}},
      {"\xEF\xBB\xBF"sv, {"UTF-8", 3}},
      {"\xFE\xFF"sv, {"UTF-16BE", 2}},
      {"\xFF\xFE"sv, {"UTF-16LE", 2}},
      {"<\0"sv, {"UTF-16LE", 0}},
      {"\0<"sv, {"UTF-16BE", 0}},
      {"\x4C\x6F\xA7\x94"sv, {"IBM037", 0}},  // "<?xm" in EBCDIC
  });
  for (const auto& [beginning, says] : kBeginnings)
    if (bytes.starts_with(beginning)) return says;
  return std::nullopt;
}

bool is_utf8(std::string_view bytes) { return valid_utf8_length(bytes) == bytes.size(); }

std::string decode(std::string_view bytes, std::string_view encoding) {
  if (is_other_encoding(encoding)) return decode_other(bytes, encoding);
  const Encoding& known = encoding_named(encoding);
  if (const auto mark = byte_order_mark(bytes); mark && mark->encoding == known.name) {
    bytes.remove_prefix(mark->length);
  }
  switch (known.kind) {
    case EncodingKind::utf8: return decode_utf8(bytes);
    case EncodingKind::utf16le: return decode_utf16(bytes, false);
    case EncodingKind::utf16be: return decode_utf16(bytes, true);
    case EncodingKind::one_byte: return decode_one_byte(bytes, known);
    case EncodingKind::many_bytes: return decode_many_bytes(bytes, known);
    case EncodingKind::iso_2022_jp: return decode_iso_2022_jp(bytes);
    case EncodingKind::user_defined: return decode_user_defined(bytes);
    // Encodings that were used to smuggle markup past filters: the standard reads none of it.
    case EncodingKind::replacement: return bytes.empty() ? "" : "\xEF\xBF\xBD";
  }
  return {};
}

std::string detect_encoding(std::string_view bytes) {
  // A page of ASCII may still be ISO-2022-JP, whose escapes are seven-bit.
  const bool has_escape = bytes.find('\x1B') != std::string_view::npos;
  if (!has_escape && is_utf8(bytes)) return "UTF-8";

  const Detector detector(uchardet_new());
  const std::string_view sample = bytes.substr(0, kDetectionSize);
  if (detector && uchardet_handle_data(detector.get(), sample.data(), sample.size()) == 0) {
    uchardet_data_end(detector.get());
    const std::string_view detected = label_of_detected(uchardet_get_charset(detector.get()));
    const auto name = encoding_for_label(detected);
    const bool plausible = name && *name != "UTF-8" && *name != "UTF-16LE" && *name != "UTF-16BE";
    if (plausible && (!has_escape || *name == "ISO-2022-JP" || !is_utf8(bytes))) return std::string(*name);
  }
  return is_utf8(bytes) ? "UTF-8" : std::string(kFallback);
}

}  // namespace syndicat::text
