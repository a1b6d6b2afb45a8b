#pragma once
// RSS 0.91 to 2.0 (rssboard.org): the document without a namespace.

#include "validate/grammar.hpp"

namespace syndicat::validate::rss {

extern const Type kRss;

}  // namespace syndicat::validate::rss
