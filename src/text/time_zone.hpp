#pragma once
// Time zones by their IANA names, from the system's tzdata.

#include <optional>
#include <string>

#include "text/date.hpp"

namespace syndicat::text {

// Whether the system knows a zone of that name ("Europe/Minsk").
bool is_time_zone(const std::string& name);

// `instant`, which was written without an offset and so taken for UTC, as the same clock time in `zone`, with the
// offset that was in force there. An instant with an offset comes back as it is; nothing for an unknown zone.
std::optional<Instant> place_in_zone(const Instant& instant, const std::string& zone);

}  // namespace syndicat::text
