#pragma once
// Bytes turn into UTF-8 text here, once, at the door. Names and labels are those of the WHATWG Encoding Standard.

#include <optional>
#include <string>
#include <string_view>

namespace syndicat::text {

// The encoding's name for one of the standard's labels, white space and case apart ("latin1" gives
// "windows-1252", "gb2312" gives "gb18030"), or nothing for a label that the standard does not know.
std::optional<std::string_view> encoding_for_label(std::string_view label);

// What a byte order mark says: "UTF-8", "UTF-16LE", "UTF-16BE" and its length in bytes, or nothing.
struct ByteOrderMark {
  std::string_view encoding;
  std::size_t length;
};
std::optional<ByteOrderMark> byte_order_mark(std::string_view bytes);

// Whether the bytes are UTF-8 without a flaw (no overlong forms, no surrogates, nothing cut off).
bool is_utf8(std::string_view bytes);

// UTF-8 for bytes in `encoding`, a name or label. What is no character there becomes U+FFFD, one for each maximal
// part as the standard says; an unknown encoding counts as windows-1252. A byte order mark of the encoding is dropped.
std::string decode(std::string_view bytes, std::string_view encoding);

// The most likely encoding of undeclared bytes: UTF-8 where they are that (and hold a multi-byte character or only
// ASCII), then what uchardet makes of them, then windows-1252. A name of the standard.
std::string detect_encoding(std::string_view bytes);

}  // namespace syndicat::text
