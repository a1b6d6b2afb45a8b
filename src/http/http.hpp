#pragma once
// HTTP as the rest of the program sees it: a request, a response, and a function that turns one into the other.
// Tests hand in a lambda; the program hands in `http::client()`.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace syndicat::http {

// Header fields in the order they came; names compare without case (RFC 9110, section 5.1).
struct Headers {
  std::vector<std::pair<std::string, std::string>> fields;

  // The first field of that name, trimmed, or an empty view.
  std::string_view get(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  void set(std::string_view name, std::string_view value);  // replaces all of that name
};

struct Request {
  std::string method = "GET";
  std::string url;
  Headers headers;
  std::string body;
};

struct Response {
  int status = 0;
  Headers headers;
  std::string body;
  std::string url;                       // where the answer came from, after redirects
  std::vector<std::string> redirects{};  // the addresses passed on the way
  std::vector<int> redirect_statuses{};  // what each of them answered
  bool permanent = true;                 // all redirects were permanent ones (301, 308)
};

// Fails as `network` where no answer came (name, connection, TLS, time, redirects in a circle), as `unreadable` where
// one is larger than the limit. An answer of any status is an answer. The words name the URL, without a password.
using Send = std::function<Result<Response>(const Request&)>;

// What bounds one transfer.
struct Limits {
  std::uint64_t max_size = 64ULL << 20U;  // bytes of the body as decoded
  double connect_seconds = 10;
  double total_seconds = 60;  // redirects and all
  double stall_seconds = 30;  // for so long not one byte may come or go
  int redirects = 10;
  std::string user_agent;  // empty: "syndicat/VERSION (+https://syndicat.example/)"
};

// Sends by libcurl, loaded at the first call; http, https and nothing else, redirects too. Follows redirects for
// GET and HEAD, and hands no authorization on to another host. Keeps connections open between calls; may be called from
// several threads at once. A proxy comes from the environment (http_proxy, https_proxy, all_proxy, no_proxy), own
// certificates by CURL_CA_BUNDLE, SSL_CERT_FILE or SSL_CERT_DIR, as with curl(1). An address that is no http or https
// URL fails as `misuse`.
Send client(const Limits& limits);

}  // namespace syndicat::http
