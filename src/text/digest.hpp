#pragma once
// Digests and signatures by libcrypto, which is loaded when first needed.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat::text {

// Lower-case hexadecimal SHA-256 of the bytes. Fails as `storage` where libcrypto is missing.
Result<std::string> sha256_hex(std::string_view bytes);

// The raw 32 bytes of HMAC-SHA256.
Result<std::string> hmac_sha256(std::string_view key, std::string_view bytes);

// RFC 4648, section 4, with padding; decoding gives a `misuse` failure for what is not base64.
std::string base64_encode(std::string_view bytes);
Result<std::string> base64_decode(std::string_view text);

// `count` unpredictable bytes, for ids and secrets.
Result<std::string> random_bytes(std::size_t count);

// A short stable name for any text: 128 bits of FNV-1a as 32 hexadecimal digits. For fingerprints of content,
// never where somebody may gain by a collision.
std::string fingerprint(std::string_view bytes);

}  // namespace syndicat::text
