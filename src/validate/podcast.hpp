#pragma once
// Podcasting 2.0: the parts of its live item, which is an item of RSS with more to it.

#include "validate/grammar.hpp"

namespace syndicat::validate::podcast {

void status(Check& check, const Subject& subject);   // pending, live, ended
void live_item(Walk& walk, const Element& element);  // what must be in it

}  // namespace syndicat::validate::podcast
