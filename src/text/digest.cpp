#include "text/digest.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdint>

#include "base/shared_library.hpp"

namespace syndicat::text {
namespace {

// What we use of libcrypto.
struct Crypto {
  decltype(&EVP_sha256) sha256 = nullptr;
  decltype(&EVP_Digest) digest = nullptr;
  decltype(&HMAC) hmac = nullptr;
};

Result<Crypto> load_crypto() {
  auto library = SharedLibrary::open("libcrypto.so.3", "libssl3");
  if (!library) return Failure(library.error());
  Crypto crypto;
  library->get("EVP_sha256", crypto.sha256).get("EVP_Digest", crypto.digest).get("HMAC", crypto.hmac);
  if (auto complete = library->complete(); !complete) return Failure(complete.error());
  return crypto;
}

const Result<Crypto>& crypto() {
  static const Result<Crypto> loaded = load_crypto();
  return loaded;
}

constexpr std::string_view kHexadecimal = "0123456789abcdef";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string hexadecimal(std::string_view bytes) {
  std::string digits;
  digits.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    digits += kHexadecimal[byte >> 4U];
    digits += kHexadecimal[byte & 15U];
  }
  return digits;
}

const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Failure not_base64() { return fail(Cause::misuse, "not base64; give letters, digits, + and /, padded with ="); }

}  // namespace

Result<std::string> sha256_hex(std::string_view bytes) {
  const auto& use = crypto();
  if (!use) return Failure(use.error());
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (use->digest(bytes.data(), bytes.size(), digest.data(), &size, use->sha256(), nullptr) != 1)
    return fail(Cause::storage, "libcrypto: SHA-256 is not to be had; look into its configuration (openssl.cnf)");
  return hexadecimal({reinterpret_cast<const char*>(digest.data()), size});
}

Result<std::string> hmac_sha256(std::string_view key, std::string_view bytes) {
  const auto& use = crypto();
  if (!use) return Failure(use.error());
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  // A null key would mean "the one of the last call" to libcrypto; an empty view may well be null.
  const std::string own_key(key);
  if (own_key.size() > INT_MAX || use->hmac(use->sha256(), own_key.data(), static_cast<int>(own_key.size()),
                                            octets(bytes), bytes.size(), digest.data(), &size) == nullptr)
    return fail(Cause::storage, "libcrypto: HMAC-SHA256 is not to be had; look into its configuration (openssl.cnf)");
  return std::string(reinterpret_cast<const char*>(digest.data()), size);
}

std::string base64_encode(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  while (!bytes.empty()) {
    const auto group = bytes.substr(0, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) text += i <= group.size() ? kBase64[bits >> (18U - 6U * i) & 63U] : '=';
    bytes.remove_prefix(group.size());
  }
  return text;
}

Result<std::string> base64_decode(std::string_view text) {
  if (text.size() % 4 != 0) return not_base64();
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  text.remove_suffix(padding);

  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : text) {
    const auto digit = kBase64.find(c);
    if (digit == std::string_view::npos) return not_base64();
    bits = (bits << 6U | static_cast<std::uint32_t>(digit)) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xFFU);
  }
  // Section 3.5: bits that belong to no byte are zero, so that each value has one spelling.
  if ((bits & ((1U << held) - 1U)) != 0) return not_base64();
  return bytes;
}

Result<std::string> random_bytes(std::size_t count) {
  // Straight from the kernel: it needs no library and cannot be badly configured.
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const auto got = getrandom(bytes.data() + filled, count - filled, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(Cause::storage, "the kernel gives no random bytes (getrandom)");
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::string fingerprint(std::string_view bytes) {
  // FNV-1a in 128 bits (draft-eastlake-fnv, section 5).
  __extension__ using Wide = unsigned __int128;
  constexpr Wide kPrime = (Wide{0x0000000001000000ULL} << 64U) | 0x000000000000013BULL;
  Wide hash = (Wide{0x6C62272E07BB0142ULL} << 64U) | 0x62B821756295C58DULL;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= kPrime;
  }
  std::string digits;
  for (unsigned shift = 128; shift > 0; shift -= 4)
    digits += kHexadecimal[static_cast<std::size_t>(hash >> (shift - 4U)) & 15U];
  return digits;
}

}  // namespace syndicat::text
