#include "push/websub.hpp"

#include "http/fields.hpp"
#include "push/answer.hpp"

namespace syndicat::push::websub {

Outcome deliver(const Target& target, const Update& update, const Shipment& shipment, const Means& means) {
  // WebSub leaves the ping to each hub (section 2, "notify"); hub.mode and hub.url are what PubSubHubbub 0.4, section
  // 7, and all hubs since have. Some read hub.topic instead, which WebSub uses everywhere else.
  http::Request request;
  request.method = "POST";
  request.url = target.address;
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = fmt::format("{}&{}&{}", http::form_field("hub.mode", "publish"),
                             http::form_field("hub.url", update.topic), http::form_field("hub.topic", update.topic));
  return outcome_of(target, shipment, means.send(request));
}

}  // namespace syndicat::push::websub
