#pragma once
// What an answer over HTTP means for a delivery, the same for every kind of target.

#include "push/target.hpp"

namespace syndicat::push {

// Delivered where the status is 2xx; else failed, with why and what to do.
Outcome outcome_of(const Target& target, const Shipment& shipment, const Result<http::Response>& response);

Outcome failed(const Target& target, const Error& error);

}  // namespace syndicat::push
