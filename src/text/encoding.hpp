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

// What the first bytes of XML say: a byte order mark, UTF-32's too, or "<" as UTF-16, UTF-32 and EBCDIC spell it
// (XML 1.0, appendix F.1). The length is that of the mark, 0 where there is none; nothing where the bytes may be ASCII.
std::optional<ByteOrderMark> first_bytes(std::string_view bytes);

// Whether the label is none of the standard's but of an encoding that the system can read: EBCDIC, UTF-32, code pages
// of DOS, as IANA names them.
bool is_other_encoding(std::string_view label);

// Whether the bytes are UTF-8 without a flaw (no overlong forms, no surrogates, nothing cut off).
bool is_utf8(std::string_view bytes);

// UTF-8 for bytes in `encoding`, a name or label. What is no character there becomes U+FFFD, one for each maximal
// part as the standard says; an unknown encoding counts as windows-1252. A byte order mark of the encoding is dropped.
// What `is_other_encoding` has is read by the system's converter.
std::string decode(std::string_view bytes, std::string_view encoding);

// The bytes that stand for the text in `encoding`, a name or label, without a byte order mark: `decode` the other way
// round. Nothing where a character has no bytes there, and for encodings that are only read (ISO-2022-JP, those of the
// system, what the standard calls replacement).
std::optional<std::string> encode(std::string_view utf8, std::string_view encoding);

// The character that a byte stands for in windows-1252.
char32_t windows_1252(char byte);

// UTF-8 for bytes that are UTF-8 but for a few, which count as windows-1252; a character that was cut short is U+FFFD.
// Nothing where more of what is beyond ASCII is no UTF-8 than is, or four times as much where those bytes look like
// windows-1252 anyway.
struct MendedUtf8 {
  std::string text;
  std::size_t mended = 0;  // bytes that were no UTF-8
};
std::optional<MendedUtf8> mend_utf8(std::string_view bytes);

// The most likely encoding of undeclared bytes: UTF-8 where they are that (and hold a multi-byte character or only
// ASCII), then what uchardet makes of them, then windows-1252. A name of the standard.
std::string detect_encoding(std::string_view bytes);

}  // namespace syndicat::text
