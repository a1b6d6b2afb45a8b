#pragma once
// RSS 0.91 to 2.0 (rssboard.org): the document without a namespace.

#include "validate/grammar.hpp"

namespace syndicat::validate::rss {

extern const Type kRss;
extern const Type kLiveItem;  // Podcasting 2.0: an item that is on air

}  // namespace syndicat::validate::rss
