#include "catch.hpp"
#include "text/uri.hpp"

using namespace syndicat;

// RFC 3986, section 5.4: the examples that the standard itself gives.
TEST_CASE("references are resolved as the standard's examples", "[text]") {
  // clang-format off
  const auto [reference, target] = GENERATE(table<std::string, std::string>({
      {"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"},
      {"//g", "http://g"}, {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"}, {"g?y#s", "http://a/b/c/g?y#s"}, {";x", "http://a/b/c/;x"}, {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"}, {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"}, {"./", "http://a/b/c/"},
      {"..", "http://a/b/"}, {"../", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../..", "http://a/"},
      {"../../", "http://a/"}, {"../../g", "http://a/g"}, {"../../../g", "http://a/g"}, {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"}, {"/../g", "http://a/g"}, {"g.", "http://a/b/c/g."}, {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."}, {"..g", "http://a/b/c/..g"}, {"./../g", "http://a/b/g"}, {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"}, {"g/../h", "http://a/b/c/h"}, {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"}, {"g?y/./x", "http://a/b/c/g?y/./x"}, {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  }));
  // clang-format on
  CAPTURE(reference);
  CHECK(text::resolve("http://a/b/c/d;p?q", reference) == target);
}

TEST_CASE("addresses are mended on the way", "[text]") {
  CHECK(text::resolve("", " http://a/b c\n") == "http://a/b%20c");
  CHECK(text::resolve("http://a", "b|c%2f%zz") == "http://a/b%7Cc%2f%25zz");
  CHECK(text::resolve("http://a/", "навіны") == "http://a/навіны");
  CHECK(text::resolve("relative", "x") == "x");
  CHECK(text::resolve("mailto:a@b", "x") == "x");
  CHECK(text::resolve("http://a/b\tc", "#x") == "http://a/b\tc#x");
}

TEST_CASE("IRI references by the grammar", "[text]") {
  // clang-format off
  const auto [written, reference, absolute] = GENERATE(table<std::string, bool, bool>({
      {"http://a.example/b?c=d#e", true, true}, {"urn:isbn:1", true, true}, {"mailto:a@b", true, true}, {"tag:a,2026:x", true, true},
      {"", true, false}, {"/a", true, false}, {"a:b", true, true}, {"1a:b", false, false}, {"./1a:b", true, false},
      {"http://пример.example/навіны", true, true}, {"http://[::1]:80/", true, true}, {"http://[1:2:3:4:5:6:7:8]/", true, true},
      {"http://[::ffff:1.2.3.4]/", true, true}, {"http://[1::2::3]/", false, false}, {"http://[12345::]/", false, false},
      {"http://[v1.a:b]/", true, true}, {"http://a:b@c:80/", true, true}, {"http://a:8x/", false, false}, {"http://a b/", false, false},
      {"http://a/%zz", false, false}, {"http://a/%2", false, false}, {"http://a/<b>", false, false}, {"a b", false, false},
      {"http://a/[b]", false, false}, {"http://a/\xff", false, false}, {"http://[::1", false, false}, {"http://", true, true},
  }));
  // clang-format on
  CAPTURE(written);
  CHECK(text::is_iri_reference(written) == reference);
  CHECK(text::is_absolute_iri(written) == absolute);
}

TEST_CASE("web addresses have a host", "[text]") {
  CHECK(text::is_web_url("HTTPS://a.example/"));
  CHECK_FALSE(text::is_web_url("http:///x"));
  CHECK_FALSE(text::is_web_url("ftp://a/"));
  CHECK_FALSE(text::is_web_url("/a"));
}

TEST_CASE("one spelling for each address", "[text]") {
  // clang-format off
  const auto [written, normal] = GENERATE(table<std::string, std::string>({
      {"HTTP://Example.ORG:80", "http://example.org/"}, {"https://a:443/x", "https://a/x"}, {"https://a:8443/x", "https://a:8443/x"},
      {"http://a/%7euser/%2f%c3%a9", "http://a/~user/%2F%C3%A9"}, {"http://a/b/../c/./d", "http://a/c/d"}, {"http://a#x", "http://a/#x"},
      {"URN:x:Y", "urn:x:Y"}, {"http://a/?", "http://a/?"}, {"http://u:P@A/", "http://u:P@a/"}, {"a/../b", "a/../b"}, {"http://A::/x", "http://A::/x"},
  }));
  // clang-format on
  CHECK(text::normalize_uri(written) == normal);
}

TEST_CASE("hosts and escapes", "[text]") {
  CHECK(text::host_of("https://u@News.Example:8080/x") == "news.example");
  CHECK(text::host_of("http://[::1]:80/") == "::1");
  CHECK(text::host_of("mailto:a@b").empty());
  CHECK(text::percent_encode("a b/é~") == "a%20b%2F%C3%A9~");
  CHECK(text::percent_decode("a%20b%2F%C3%A9%zz%") == "a b/é%zz%");
}
