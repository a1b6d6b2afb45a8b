#pragma once
// The decoders behind text/encoding.hpp, one for each kind of encoding. Each gives UTF-8 and never fails: what is
// no character in its encoding becomes U+FFFD.

#include <string>
#include <string_view>

#include "text/encoding_table.hpp"

namespace syndicat::text {

// How many bytes at the beginning are UTF-8 without a flaw.
std::size_t valid_utf8_length(std::string_view bytes);

std::string decode_utf8(std::string_view bytes);
std::string decode_utf16(std::string_view bytes, bool big_endian);
std::string decode_one_byte(std::string_view bytes, const Encoding& encoding);
std::string decode_many_bytes(std::string_view bytes, const Encoding& encoding);
std::string decode_iso_2022_jp(std::string_view bytes);
std::string decode_other(std::string_view bytes, std::string_view label);  // by iconv alone
std::string decode_user_defined(std::string_view bytes);

}  // namespace syndicat::text
