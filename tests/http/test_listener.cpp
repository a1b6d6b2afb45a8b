#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "catch.hpp"
#include "http/listener.hpp"

using namespace syndicat;

namespace {

http::Limits short_limits() {
  http::Limits limits;
  limits.connect_seconds = 5;
  limits.stall_seconds = 5;
  limits.total_seconds = 10;
  return limits;
}

std::string at(const http::Listener& listener, const std::string& rest) {
  return fmt::format("http://127.0.0.1:{}{}", listener.port(), rest);
}

int connect_to(std::uint16_t port) {
  const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(number);
    return -1;
  }
  return number;
}

}  // namespace

TEST_CASE("a request arrives whole, and so does its answer", "[http]") {
  http::Request seen;
  auto listener = http::Listener::start({}, [&](const http::Request& request) {
    seen = request;
    http::Response response;
    response.status = 201;
    response.headers.set("X-Answer", "yes");
    response.body = std::string("a\0b", 3);
    return response;
  });
  REQUIRE(listener);
  const auto send = http::client(short_limits());
  http::Request request;
  request.method = "POST";
  request.url = at(*listener, "/p%20q?r=s%26t");
  request.headers.set("X-Question", "why");
  request.headers.set("Content-Type", "text/plain");
  request.body = std::string(100000, 'x') + std::string("\0y", 2);
  const auto response = send(request);
  REQUIRE(response);
  CHECK(response->status == 201);
  CHECK(response->headers.get("x-answer") == "yes");
  CHECK(response->body == std::string("a\0b", 3));
  CHECK(seen.method == "POST");
  CHECK(seen.url == "/p%20q?r=s%26t");
  CHECK(seen.headers.get("x-question") == "why");
  CHECK(seen.headers.get("expect").empty());
  CHECK(seen.headers.get("user-agent").substr(0, 9) == "syndicat/");
  CHECK(seen.body == request.body);
}

TEST_CASE("the listener answers 413 to a body above its bound, and serves on", "[http]") {
  http::ListenOptions options;
  options.max_body = 1000;
  int calls = 0;
  auto listener = http::Listener::start(options, [&](const http::Request&) {
    ++calls;
    http::Response response;
    response.status = 204;
    return response;
  });
  REQUIRE(listener);
  const auto send = http::client(short_limits());
  http::Request request;
  request.method = "POST";
  request.url = at(*listener, "/");
  request.body = std::string(1001, 'x');
  CHECK(send(request)->status == 413);
  // Without a length the bound is met on the way.
  request.headers.set("Transfer-Encoding", "chunked");
  CHECK(send(request)->status == 413);
  CHECK(calls == 0);
  request.body.pop_back();
  CHECK(send(request)->status == 204);
  CHECK(calls == 1);
}

TEST_CASE("half-open clients do not keep others waiting", "[http]") {
  auto listener = http::Listener::start({}, [](const http::Request&) {
    http::Response response;
    response.status = 200;
    return response;
  });
  REQUIRE(listener);
  std::vector<int> half_open;
  for (int i = 0; i < 200; ++i) {
    half_open.push_back(connect_to(listener->port()));
    REQUIRE(half_open.back() >= 0);
    CHECK(write(half_open.back(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Le", 36) == 36);
  }
  http::Request request;
  request.url = at(*listener, "/");
  const auto response = http::client(short_limits())(request);
  REQUIRE(response);
  CHECK(response->status == 200);
  for (const int number : half_open) close(number);
}

TEST_CASE("an address that cannot be listened on is said clearly", "[http]") {
  const auto answer = [](const http::Request&) { return http::Response{}; };
  auto first = http::Listener::start({}, answer);
  REQUIRE(first);
  http::ListenOptions options;
  options.port = first->port();
  const auto second = http::Listener::start(options, answer);
  REQUIRE_FALSE(second);
  CHECK(second.error().cause == Cause::storage);
  CHECK(second.error().message ==
        fmt::format("127.0.0.1 port {}: is taken by another program; choose another port", options.port));
  options.address = "nowhere";
  CHECK(http::Listener::start(options, answer).error().cause == Cause::misuse);
}
