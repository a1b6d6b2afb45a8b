#pragma once
// The webhook's secret, from a file or the environment and never from the command line, where all can see it.

#include <string>

#include "base/result.hpp"

namespace syndicat::cli {

// What the file holds, or SYNDICAT_WEBHOOK_SECRET where no file is named; empty where neither is there.
Result<std::string> read_secret(const std::string& file);

}  // namespace syndicat::cli
