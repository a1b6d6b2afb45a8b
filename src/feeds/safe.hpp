#pragma once
// A feed whose content is safe to show.

#include "model/feed.hpp"

namespace syndicat::feeds {

// Markup goes through html::sanitize; addresses that run something when they are followed (javascript:, data: ...)
// are cleared, and so is all that is foreign: nobody knows what a reader makes of it.
void make_safe(model::Feed& feed);
void make_safe(model::Item& item);

}  // namespace syndicat::feeds
