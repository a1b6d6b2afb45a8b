#pragma once
// What Apple asks of a podcast as a whole.

#include "validate/grammar.hpp"

namespace syndicat::validate::itunes {

// Of a channel that uses the namespace: encoding, and what must be there.
void channel(Walk& walk, const Element& element);
// Of an item in such a channel: whether its enclosure can be played.
void enclosure(Walk& walk, const Element& item);

}  // namespace syndicat::validate::itunes
