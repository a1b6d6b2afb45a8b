#pragma once
// Two versions of one feed: what subscribers hold on to must not change between them.

#include <string_view>

#include "model/feed.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

// Adds what is wrong between `before` and `now`, the feed that the report's document was read as: ids that changed,
// were given to another item or were lost, dates that moved, items that vanished from the midst. That old items fall
// off the end is how feeds work. `name`: what the older document is called in messages.
void check_versions(Report& report, const Options& options, const model::Feed& now, const model::Feed& before,
                    std::string_view name);

}  // namespace syndicat::validate
