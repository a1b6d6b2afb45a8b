#pragma once
// An HTTP listener by libmicrohttpd, loaded when first needed.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/http.hpp"

namespace syndicat::http {

using Answer = std::function<Response(const Request&)>;  // the request's url is path and query; called from one thread

struct ListenOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;                 // 0: any free one
  std::uint64_t max_body = 16ULL << 20U;  // bytes; a larger request is answered 413
  double idle_seconds = 30;
  unsigned connections = 256;
};

// Serves until it is destroyed.
class Listener {
 public:
  // Fails as `storage` where the address is taken or may not be used.
  static Result<Listener> start(const ListenOptions& options, Answer answer);
  Listener(Listener&&) noexcept;
  Listener& operator=(Listener&&) noexcept;
  ~Listener();

  std::uint16_t port() const;

 private:
  struct State;
  explicit Listener(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace syndicat::http
