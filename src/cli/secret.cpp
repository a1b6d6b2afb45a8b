#include "cli/secret.hpp"

#include <cstdlib>

#include "base/file.hpp"

namespace syndicat::cli {

Result<std::string> read_secret(const std::string& file) {
  if (!file.empty()) {
    constexpr std::uint64_t kMost = 64UL << 10U;
    auto secret = read_file(file, kMost);
    if (!secret) return fail(Cause::misuse, "--secret-file: {}", secret.error().message);
    return secret;
  }
  const char* variable = std::getenv("SYNDICAT_WEBHOOK_SECRET");
  return std::string(variable != nullptr ? variable : "");
}

}  // namespace syndicat::cli
