#include "push/answer.hpp"

#include "http/fields.hpp"

namespace syndicat::push {
namespace {

std::string_view advice(int status) {
  if (status >= 300 && status < 400) return "name that address instead";
  if (status == 401 || status == 403) return "check the secret and what its owner allows";
  if (status == 410) return "it is gone for good; take the target out";
  if (status == 408 || status == 429 || status >= 500) return "the next run tries again";
  return "check the address; the next run tries again";
}

}  // namespace

Outcome outcome_of(const Target& target, const Shipment& shipment, const Result<http::Response>& response) {
  if (!response) return failed(target, response.error());
  Outcome outcome;
  outcome.target = target.name;
  outcome.status = response->status;
  if (response->status >= 200 && response->status < 300) {
    outcome.state = Outcome::State::delivered;
    outcome.items = shipment.items.size();
    return outcome;
  }
  outcome.cause = Cause::refused;
  outcome.message = fmt::format("{}; {}", http::describe_refusal(*response), advice(response->status));
  return outcome;
}

Outcome failed(const Target& target, const Error& error) {
  Outcome outcome;
  outcome.target = target.name;
  outcome.cause = error.cause;
  outcome.message = error.message;
  // The target's name stands before these words already.
  const auto address = http::without_password(target.address) + ": ";
  if (outcome.message.compare(0, address.size(), address) == 0) outcome.message.erase(0, address.size());
  return outcome;
}

}  // namespace syndicat::push
