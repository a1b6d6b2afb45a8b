#pragma once
// The other end of a push: reads what arrives at a subscriber, checks its signature and says what it is.

#include <cstdint>
#include <string>
#include <vector>

#include "http/http.hpp"

namespace syndicat::push {

// What arrived.
struct Receipt {
  enum class Kind { ping, webhook, verification, other, refused };  // other: nothing that we know, taken all the same
  Kind kind = Kind::other;
  std::string topic;                // the feed's address
  std::string id;                   // of the webhook
  bool verified = false;            // signed by a key that we have
  std::vector<std::string> titles;  // of the items; the id where one has no title
  std::string reason;               // why it was refused
  http::Response response;          // what to answer
};

struct ReceiveOptions {
  std::vector<std::string> keys;         // none: signatures are not checked
  std::int64_t now = 0;                  // seconds since 1970
  std::int64_t tolerance_seconds = 300;  // how far the sender's clock may be from ours; 0: any
};

// A WebSub publisher's ping (hub.mode=publish), a webhook as Standard Webhooks has it, a hub's question whether a
// subscription is meant (WebSub, section 5.3), or anything else that is posted.
Receipt receive(const http::Request& request, const ReceiveOptions& options);

}  // namespace syndicat::push
