#pragma once
// A webhook that gets the new and changed items as JSON, signed as Standard Webhooks 1.0 has it.

#include "push/target.hpp"

namespace syndicat::push::webhook {

Result<void> ready(const Means& means);
Outcome deliver(const Target& target, const Update& update, const Shipment& shipment, const Means& means);

}  // namespace syndicat::push::webhook
