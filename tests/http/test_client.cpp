#include <atomic>
#include <map>
#include <thread>

#include "catch.hpp"
#include "http/listener.hpp"

using namespace syndicat;

namespace {

// A listener that redirects as its table says; elsewhere it tells what it was asked.
struct Site {
  std::map<std::string, std::pair<int, std::string>> moved;
  std::vector<http::Request> asked;
  Result<http::Listener> listener = http::Listener::start({}, [this](const http::Request& request) {
    asked.push_back(request);
    http::Response response;
    response.status = 200;
    response.body = "here is " + request.url;
    if (const auto entry = moved.find(request.url); entry != moved.end()) {
      response.status = entry->second.first;
      response.headers.set("Location", entry->second.second);
    }
    return response;
  });

  std::string at(const std::string& path) const { return fmt::format("http://127.0.0.1:{}{}", listener->port(), path); }
};

Result<http::Response> get(const std::string& url, const http::Limits& limits = {}) {
  http::Request request;
  request.url = url;
  return http::client(limits)(request);
}

}  // namespace

TEST_CASE("redirects are followed and told", "[http]") {
  Site site;
  site.moved = {{"/a", {301, "/b"}}, {"/b", {308, "c?d=\xc3\xa9 f#g"}}};
  const auto response = get(site.at("/a"));
  REQUIRE(response);
  CHECK(response->status == 200);
  CHECK(response->url == site.at("/c?d=%C3%A9%20f"));
  CHECK(response->redirects == std::vector<std::string>{site.at("/a"), site.at("/b")});
  CHECK(response->permanent);

  site.moved["/b"].first = 302;
  CHECK_FALSE(get(site.at("/a"))->permanent);
}

TEST_CASE("redirects in a circle, too many, or to another scheme are failures in clear words", "[http]") {
  Site site;
  site.moved = {{"/a", {302, "/b"}}, {"/b", {302, "/a"}}, {"/file", {302, "file:///etc/passwd"}}, {"/1", {302, "/2"}},
                {"/2", {302, "/3"}}, {"/3", {302, "/4"}}, {"/ftp", {302, "ftp://127.0.0.1/"}}};
  const auto circle = get(site.at("/a"));
  REQUIRE_FALSE(circle);
  CHECK(circle.error().cause == Cause::network);
  CHECK(circle.error().message == fmt::format("{}: redirects in a circle ({} leads back to {}); tell its owner",
                                              site.at("/a"), site.at("/b"), site.at("/a")));
  http::Limits limits;
  limits.redirects = 2;
  const auto many = get(site.at("/1"), limits);
  REQUIRE_FALSE(many);
  CHECK(many.error().message ==
        fmt::format("{}: redirects more than 2 times, at last to {}; give the address where it ends", site.at("/1"),
                    site.at("/4")));
  limits.redirects = 3;
  CHECK(get(site.at("/1"), limits)->url == site.at("/4"));
  const auto file = get(site.at("/file"));
  REQUIRE_FALSE(file);
  CHECK(file.error().message ==
        fmt::format("{}: redirects to file:///etc/passwd; only http and https are followed", site.at("/file")));
  CHECK_FALSE(get(site.at("/ftp")));
}

TEST_CASE("a redirect of a POST is an answer", "[http]") {
  Site site;
  site.moved = {{"/a", {307, "/b"}}};
  http::Request request;
  request.method = "POST";
  request.url = site.at("/a");
  request.body = "x";
  const auto response = http::client({})(request);
  REQUIRE(response);
  CHECK(response->status == 307);
  CHECK(site.asked.size() == 1);
}

TEST_CASE("authorization is not handed on to another host", "[http]") {
  Site site, other;
  site.moved = {{"/away", {302, other.at("/")}}, {"/near", {302, "/here"}}};
  http::Request request;
  request.headers.set("Authorization", "Bearer secret");
  request.headers.set("X-Plain", "kept");
  const auto send = http::client({});
  request.url = site.at("/away");
  REQUIRE(send(request));
  CHECK(other.asked.back().headers.get("Authorization").empty());
  CHECK(other.asked.back().headers.get("X-Plain") == "kept");
  request.url = site.at("/near");
  REQUIRE(send(request));
  CHECK(site.asked.back().headers.get("Authorization") == "Bearer secret");
}

TEST_CASE("what is no http or https URL is misuse", "[http]") {
  const auto url = GENERATE("", "paper.example", "ftp://paper.example/", "file:///etc/passwd", "http://", "http://a b/",
                            "http://127.0.0.1:99999/", "http://127.0.0.1/\n");
  const auto response = get(url);
  REQUIRE_FALSE(response);
  CHECK(response.error().cause == Cause::misuse);
}

TEST_CASE("a header field cannot smuggle in another", "[http]") {
  Site site;
  http::Request request;
  request.url = site.at("/");
  request.headers.set("If-None-Match", "\"a\"\r\nX-Evil: yes");
  const auto response = http::client({})(request);
  REQUIRE_FALSE(response);
  CHECK(response.error().cause == Cause::misuse);
  CHECK(site.asked.empty());
}

TEST_CASE("nobody at the door is a network failure that hides the password", "[http]") {
  std::uint16_t port = 0;
  {
    Site site;
    port = site.listener->port();
  }
  const auto response = get(fmt::format("http://ann:secret@127.0.0.1:{}/", port));
  REQUIRE_FALSE(response);
  CHECK(response.error().cause == Cause::network);
  CHECK(response.error().message.find("secret") == std::string::npos);
  CHECK(response.error().message.find("no connection") != std::string::npos);
}

TEST_CASE("one client serves many threads, and its cookies live for one request", "[http]") {
  std::atomic<int> with_cookie = 0;
  auto listener = http::Listener::start({}, [&](const http::Request& request) {
    if (!request.headers.get("Cookie").empty()) ++with_cookie;
    http::Response response;
    response.status = 200;
    response.headers.set("Set-Cookie", "seen=yes");
    response.body = request.url;
    return response;
  });
  REQUIRE(listener);
  const auto send = http::client({});
  std::atomic<int> good = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 20; ++i) {
        http::Request request;
        request.url = fmt::format("http://127.0.0.1:{}/{}/{}", listener->port(), thread, i);
        const auto response = send(request);
        if (response && response->body == fmt::format("/{}/{}", thread, i)) ++good;
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(good == 160);
  CHECK(with_cookie == 0);
}

TEST_CASE("a door that sets a cookie and sends back to itself is no circle", "[http]") {
  auto listener = http::Listener::start({}, [](const http::Request& request) {
    http::Response response;
    const bool known = request.headers.get("Cookie") == "seen=yes";
    response.status = known ? 200 : 302;
    response.headers.set("Set-Cookie", "seen=yes");
    if (!known) response.headers.set("Location", "/");
    return response;
  });
  REQUIRE(listener);
  const auto response = get(fmt::format("http://127.0.0.1:{}/", listener->port()));
  REQUIRE(response);
  CHECK(response->status == 200);
}
