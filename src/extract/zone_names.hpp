#pragma once
// Names of time zones as people write them behind a time of day: "10:30 ET", "14:05 МСК".

#include <cstdint>
#include <optional>
#include <string_view>

namespace syndicat::extract {

// How far east of Greenwich the zone is, in minutes. `word` as it stands: Latin names count in capitals only, since
// "et" is a word. `seconds`: the clock's time as if it were UTC; it decides where the name is the same in summer
// ("ET"). Nothing for what is no name of a zone, or of several ("IST", "CST" outside of America is not told apart).
std::optional<int> zone_named(std::string_view word, std::int64_t seconds);

}  // namespace syndicat::extract
