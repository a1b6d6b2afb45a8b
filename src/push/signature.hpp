#pragma once
// Signatures of webhooks as Standard Webhooks 1.0 has them: "v1," and base64 of HMAC-SHA256 over
// "id.timestamp.body".

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace syndicat::push {

// The keys in what a person wrote: one a line, "whsec_" and base64, or any other text as it stands. Fails as `misuse`
// where there is none or one is no base64; the words never hold the secret.
Result<std::vector<std::string>> read_secrets(std::string_view written);

// The value of webhook-signature: one signature for each key, apart by blanks.
Result<std::string> sign(const std::vector<std::string>& keys, std::string_view id, std::string_view timestamp,
                         std::string_view body);

// Whether one of the signatures is by one of the keys. Takes the same time whether they differ early or late.
Result<bool> verify(const std::vector<std::string>& keys, std::string_view id, std::string_view timestamp,
                    std::string_view body, std::string_view signatures);

}  // namespace syndicat::push
