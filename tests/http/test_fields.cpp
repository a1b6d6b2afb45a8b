#include "catch.hpp"
#include "http/fields.hpp"

using namespace syndicat;

TEST_CASE("names of header fields compare without case", "[http]") {
  http::Headers headers;
  http::add_header_line(headers, "Content-Type:  text/html \r\n");
  http::add_header_line(headers, "LINK: <a>; rel=hub");
  http::add_header_line(headers, "Link: <b>; rel=self");
  CHECK(headers.get("content-type") == "text/html");
  CHECK(headers.get("Absent").empty());
  CHECK(headers.all("link") == std::vector<std::string_view>{"<a>; rel=hub", "<b>; rel=self"});
  headers.set("link", "<c>");
  CHECK(headers.all("Link") == std::vector<std::string_view>{"<c>"});
}

TEST_CASE("a folded line continues the field before it", "[http]") {
  http::Headers headers;
  http::add_header_line(headers, "  astray");
  http::add_header_line(headers, "X-Long: one");
  http::add_header_line(headers, "\ttwo \r\n");
  CHECK(headers.fields.size() == 1);
  CHECK(headers.get("x-long") == "one two");
}

TEST_CASE("what is no field is passed over", "[http]") {
  const auto line =
      GENERATE("", "\r\n", "no colon", ": no name", "a b: blank in the name", "name : blank before the colon");
  http::Headers headers;
  http::add_header_line(headers, line);
  CHECK(headers.fields.empty());
}

TEST_CASE("Content-Type gives the type and the charset", "[http]") {
  const auto [written, type, charset] = GENERATE(table<std::string, std::string, std::string>({
      {"", "", ""},
      {"text/html", "text/html", ""},
      {"Text/HTML; Charset=UTF-8", "text/html", "UTF-8"},
      {"text/html;charset=\"windows-1251\"", "text/html", "windows-1251"},
      {"text/html; a=\";charset=koi8-r\"; charset = utf-8 ", "text/html", "utf-8"},
      {"text/html; charset=\"a\\\"b\"", "text/html", "a\"b"},
      {"text/html; charset=", "text/html", ""},
      {"text/html; charset=\"open", "text/html", "open"},
      {"text/html; charset=one; charset=two", "text/html", "one"},
      {";charset=utf-8", "", "utf-8"},
  }));
  const auto media = http::parse_media_type(written);
  CHECK(media.type == type);
  CHECK(media.charset == charset);
}

TEST_CASE("Retry-After in words", "[http]") {
  const auto [written, words] = GENERATE(table<std::string, std::string>({
      {"120", "asks to wait 120 seconds"},
      {"1", "asks to wait 1 second"},
      {"Thu, 18 Jun 2026 09:30:00 GMT", "asks to wait until Thu, 18 Jun 2026 09:30:00 GMT"},
      {"", ""},
      {"-5", ""},
      {"soon", ""},
      {"99999999999999999999", ""},
      {"\x1b[31mThu, 18 Jun 2026 09:30:00 GMT", ""},
  }));
  http::Headers headers;
  headers.set("Retry-After", written);
  CHECK(http::waiting_time(headers) == words);
}

TEST_CASE("a refusal is told with all that helps", "[http]") {
  http::Response response;
  response.status = 503;
  response.headers.set("Retry-After", "60");
  CHECK(http::describe_refusal(response) == "answered 503 (Service Unavailable) and asks to wait 60 seconds");
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.body = "no such topic\nat all\n";
  CHECK(http::describe_refusal(response) ==
        "answered 503 (Service Unavailable) and says \"no such topic\" and asks to wait 60 seconds");
  http::Response moved;
  moved.status = 308;
  moved.headers.set("Location", "https://elsewhere.example/");
  CHECK(http::describe_refusal(moved) == "answered 308 (Permanent Redirect) and points to https://elsewhere.example/");
  http::Response odd;
  odd.status = 799;
  odd.headers.set("Content-Type", "text/plain");
  odd.body = "\x1b[2J";
  CHECK(http::describe_refusal(odd) == "answered 799");
}

TEST_CASE("a password in a URL is not shown", "[http]") {
  const auto [url, shown] = GENERATE(table<std::string, std::string>({
      {"https://paper.example/a", "https://paper.example/a"},
      {"https://ann:secret@paper.example/a?b", "https://ann@paper.example/a?b"},
      {"https://ann:se@cret@paper.example", "https://ann@paper.example"},
      {"https://ann@paper.example/", "https://ann@paper.example/"},
      {"https://paper.example/?mail=a:b@c", "https://paper.example/?mail=a:b@c"},
      {"-", "-"},
  }));
  CHECK(http::without_password(url) == shown);
}

TEST_CASE("forms are written and read as browsers do", "[http]") {
  CHECK(http::form_field("hub.url", "https://paper.example/?a=b&c=\xc5\xbe") ==
        "hub.url=https%3A%2F%2Fpaper.example%2F%3Fa%3Db%26c%3D%C5%BE");
  CHECK(http::form_value("a=1&hub.mode=publish&hub.url=http%3A%2F%2Fx%2F+y", "hub.url") == "http://x/ y");
  CHECK(http::form_value("a&b=%zz%4", "b") == "%zz%4");
  CHECK(http::form_value("a&b=1", "a") == "");
  CHECK_FALSE(http::form_value("a=1", "b"));
  CHECK_FALSE(http::form_value("", "b"));
}

TEST_CASE("links in the head of an answer, by relation", "[http]") {
  http::Headers headers;
  http::add_header_line(
      headers, "Link: <https://hub.example/?a=1,2;3>; rel=hub, </feed>; rel=\"self alternate\"; type=\"a,b;c\"");
  http::add_header_line(headers, "Link: <https://second.example/>;REL = HUB");
  http::add_header_line(
      headers, "Link: <https://no.example/>; rel=\"hubbub\", <https://other.example/>; rel=hub; anchor=\"#x\"");
  http::add_header_line(headers, "Link: <open; rel=hub");
  http::add_header_line(headers, "Link: bare; rel=hub, <>; rel=next,,");
  CHECK(http::links(headers, "hub") ==
        std::vector<std::string>{"https://hub.example/?a=1,2;3", "https://second.example/"});
  CHECK(http::links(headers, "self") == std::vector<std::string>{"/feed"});
  CHECK(http::links(headers, "next") == std::vector<std::string>{""});
  CHECK(http::links({}, "hub").empty());
}
