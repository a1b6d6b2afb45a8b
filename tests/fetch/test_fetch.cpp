#include <unistd.h>

#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"
#include "fetch/fetch.hpp"

using namespace syndicat;

namespace {

constexpr std::uint64_t kLimit = 1000;

http::Send nobody() {
  return [](const http::Request& request) -> Result<http::Response> {
    return fail(Cause::network, "{}: asked", request.url);
  };
}

http::Send answer(int status, std::vector<std::pair<std::string, std::string>> fields, std::string body = {}) {
  return [=](const http::Request& request) -> Result<http::Response> {
    http::Response response;
    response.status = status;
    response.headers.fields = fields;
    response.body = body;
    response.url = request.url;
    return response;
  };
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "syndicat fetch.XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a page comes with what the server said of it", "[fetch]") {
  const auto page = fetch::get(
      "https://paper.example/a", {},
      answer(200, {{"content-type", "text/html; charset=windows-1251"}, {"ETag", "W/\"1\""}, {"Last-Modified", "then"}},
             "text"),
      kLimit);
  REQUIRE(page);
  REQUIRE(page->has_value());
  CHECK((*page)->bytes == "text");
  CHECK((*page)->media_type == "text/html");
  CHECK((*page)->charset == "windows-1251");
  CHECK((*page)->url == "https://paper.example/a");
  CHECK((*page)->validators.etag == "W/\"1\"");
  CHECK((*page)->validators.last_modified == "then");
  CHECK_FALSE((*page)->validators.digest.empty());
}

TEST_CASE("hubs and the topic are read from the answer's head", "[fetch]") {
  const auto page = fetch::get(
      "https://paper.example/feed", {},
      answer(200, {{"Link", "</hub>; rel=hub, <https://other.example/>; rel=\"hub\""}, {"link", "</topic>; rel=self"}},
             "text"),
      kLimit);
  REQUIRE(page);
  CHECK((*page)->hubs == std::vector<std::string>{"https://paper.example/hub", "https://other.example/"});
  CHECK((*page)->self == "https://paper.example/topic");
}

TEST_CASE("what was seen is asked for with its validators", "[fetch]") {
  http::Request asked;
  const http::Send send = [&](const http::Request& request) -> Result<http::Response> {
    asked = request;
    http::Response response;
    response.status = 304;
    return response;
  };
  const store::Validators seen{"\"1\"", "then", "x"};
  const auto page = fetch::get("https://paper.example/", seen, send, kLimit);
  REQUIRE(page);
  CHECK_FALSE(page->has_value());
  CHECK(asked.headers.get("If-None-Match") == "\"1\"");
  CHECK(asked.headers.get("If-Modified-Since") == "then");
  // A 304 to a question that was not conditional is no answer.
  const auto odd = fetch::get("https://paper.example/", {}, send, kLimit);
  REQUIRE_FALSE(odd);
  CHECK(odd.error().cause == Cause::refused);
  CHECK(asked.headers.get("If-None-Match").empty());
}

TEST_CASE("the same bytes are nothing new, whatever the server says", "[fetch]") {
  const auto first = fetch::get("https://paper.example/", {}, answer(200, {}, "text"), kLimit).value();
  const auto seen = first->validators;
  CHECK_FALSE(
      fetch::get("https://paper.example/", seen, answer(200, {{"ETag", "\"2\""}}, "text"), kLimit)->has_value());
  CHECK(fetch::get("https://paper.example/", seen, answer(200, {}, "other"), kLimit)->has_value());
}

TEST_CASE("a no from the server is refused, with its reason", "[fetch]") {
  const auto page =
      fetch::get("https://ann:secret@paper.example/", {}, answer(503, {{"Retry-After", "90"}}, "sorry"), kLimit);
  REQUIRE_FALSE(page);
  CHECK(page.error().cause == Cause::refused);
  CHECK(page.error().message ==
        "https://ann@paper.example/: answered 503 (Service Unavailable) and asks to wait 90 seconds; try again later");
  CHECK(fetch::get("https://paper.example/", {}, nobody(), kLimit).error().cause == Cause::network);
}

TEST_CASE("a file is read by its path and by its URL", "[fetch]") {
  const Folder folder;
  REQUIRE(write_file(folder.file("a b.html"), "text"));
  const auto by_path = fetch::get(folder.file("a b.html"), {}, nobody(), kLimit);
  REQUIRE(by_path);
  CHECK((*by_path)->bytes == "text");
  const auto url = (*by_path)->url;
  CHECK(url.substr(0, 8) == "file:///");
  CHECK(url.substr(url.size() - 10) == "a%20b.html");
  const auto by_url = fetch::get(url, {}, nobody(), kLimit);
  REQUIRE(by_url);
  CHECK((*by_url)->bytes == "text");
  CHECK((*by_url)->url == url);
  CHECK(fetch::get("FILE://localhost" + url.substr(7), {}, nobody(), kLimit));
  CHECK_FALSE(fetch::get(url, (*by_url)->validators, nobody(), kLimit)->has_value());
}

TEST_CASE("what is no source is said clearly", "[fetch]") {
  const Folder folder;
  REQUIRE(write_file(folder.file("large"), std::string(1001, 'x')));
  struct Row {
    std::string source;
    Cause cause;
    std::string words;
  };
  const std::vector<Row> rows = {
      {"", Cause::misuse, "the source is empty"},
      {folder.file("none"), Cause::unreadable, "no such file"},
      {folder.file(""), Cause::unreadable, "is a directory"},
      {folder.file("large"), Cause::unreadable, "more than the limit of 1000"},
      {"file://elsewhere/etc/passwd", Cause::misuse, "lies on the host elsewhere"},
      {"file:", Cause::misuse, "names no file"},
      {"file:///a%00b", Cause::misuse, "names no file"},
      {"ftp://paper.example/", Cause::misuse, "cannot be fetched"},
      {"gopher:nothing", Cause::unreadable, "no such file"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    const auto page = fetch::get(row.source, {}, nobody(), kLimit);
    REQUIRE_FALSE(page);
    CHECK(page.error().cause == row.cause);
    CHECK(page.error().message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("a body above the limit is not taken", "[fetch]") {
  CHECK_FALSE(fetch::get("https://paper.example/", {}, answer(200, {}, std::string(1001, 'x')), kLimit));
  CHECK(fetch::get("https://paper.example/", {}, answer(200, {}, std::string(1000, 'x')), kLimit));
}
