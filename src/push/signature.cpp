#include "push/signature.hpp"

#include <algorithm>

#include "text/digest.hpp"
#include "text/unicode.hpp"

namespace syndicat::push {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::string_view kVersion = "v1,";

Result<std::string> sign_one(const std::string& key, std::string_view id, std::string_view timestamp,
                             std::string_view body) {
  const auto digest = text::hmac_sha256(key, fmt::format("{}.{}.{}", id, timestamp, body));
  if (!digest) return Failure(digest.error());
  return fmt::format("{}{}", kVersion, text::base64_encode(*digest));
}

bool same(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < one.size(); ++i) difference |= static_cast<unsigned char>(one[i] ^ other[i]);
  return difference == 0;
}

}  // namespace

Result<std::vector<std::string>> read_secrets(std::string_view written) {
  std::vector<std::string> keys;
  while (!written.empty()) {
    const auto end = std::min(written.find('\n'), written.size());
    const auto line = text::trim(written.substr(0, end));
    written.remove_prefix(std::min(written.size(), end + 1));
    if (line.empty()) continue;
    if (line.substr(0, kPrefix.size()) != kPrefix) {
      keys.emplace_back(line);
      continue;
    }
    // Many tools leave the padding off.
    std::string encoded(line.substr(kPrefix.size()));
    while (encoded.size() % 4 != 0) encoded += '=';
    auto key = text::base64_decode(encoded);
    if (!key || key->empty())
      return fail(Cause::misuse,
                  "the secret of the webhook begins with {} and goes on with no base64; copy it again, whole", kPrefix);
    keys.push_back(std::move(*key));
  }
  if (keys.empty())
    return fail(Cause::misuse,
                "a webhook needs a secret to sign with; set SYNDICAT_WEBHOOK_SECRET or name a file with --secret-file");
  return keys;
}

Result<std::string> sign(const std::vector<std::string>& keys, std::string_view id, std::string_view timestamp,
                         std::string_view body) {
  std::string signatures;
  for (const auto& key : keys) {
    const auto signature = sign_one(key, id, timestamp, body);
    if (!signature) return signature;
    if (!signatures.empty()) signatures += ' ';
    signatures += *signature;
  }
  return signatures;
}

Result<bool> verify(const std::vector<std::string>& keys, std::string_view id, std::string_view timestamp,
                    std::string_view body, std::string_view signatures) {
  constexpr std::size_t kMost = 2000;  // some twenty signatures: more than anyone sends
  signatures = signatures.substr(0, kMost);
  bool found = false;
  for (const auto& key : keys) {
    const auto wanted = sign_one(key, id, timestamp, body);
    if (!wanted) return Failure(wanted.error());
    for (auto rest = text::trim(signatures); !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      found = same(rest.substr(0, end), *wanted) || found;
      rest = text::trim(rest.substr(end));
    }
  }
  return found;
}

}  // namespace syndicat::push
