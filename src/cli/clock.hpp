#pragma once
// The one place where the program looks at the clock; `--now` overrules it.

#include "text/date.hpp"

namespace syndicat::cli {

// The present, to the second, in UTC.
text::Instant clock_now();

}  // namespace syndicat::cli
