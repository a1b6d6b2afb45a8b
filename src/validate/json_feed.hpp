#pragma once
// JSON Feed 1 and 1.1 (jsonfeed.org).

#include "validate/validate.hpp"

namespace syndicat::validate {

// Fails as `unreadable` where the text is JSON and no JSON Feed at all.
Result<Report> check_json(std::string bytes, const Options& options);

}  // namespace syndicat::validate
