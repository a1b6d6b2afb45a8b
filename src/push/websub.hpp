#pragma once
// A WebSub hub, told that a feed has changed: the publisher's ping.

#include "push/target.hpp"

namespace syndicat::push::websub {

Outcome deliver(const Target& target, const Update& update, const Shipment& shipment, const Means& means);

}  // namespace syndicat::push::websub
