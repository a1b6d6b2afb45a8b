#include "cli/clock.hpp"

#include <chrono>

namespace syndicat::cli {

text::Instant clock_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {
      .seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count(), .nanoseconds = 0, .offset_minutes = 0};
}

}  // namespace syndicat::cli
