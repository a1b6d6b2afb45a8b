#include "catch.hpp"
#include "json/writer.hpp"

using namespace syndicat;

TEST_CASE("pretty JSON is indented by two blanks", "[json]") {
  json::Writer writer;
  writer.begin_object().key("a").begin_array().value(std::int64_t{1}).value("x\"y\n").end_array();
  writer.member("none", "").member("b", "ü").key("c").raw(R"({"d":[1.10,null]})").key("e").begin_array().end_array();
  writer.end_object();
  CHECK(writer.take() == R"({
  "a": [
    1,
    "x\"y\n"
  ],
  "b": "ü",
  "c": {
    "d": [
      1.10,
      null
    ]
  },
  "e": []
}
)");
}

TEST_CASE("compact JSON stays on one line", "[json]") {
  json::Writer writer(json::Writer::Style::compact);
  writer.begin_array().value(true).value(0.5).null().raw("{ \"a\" : 1 }").value(std::string_view()).end_array();
  CHECK(writer.take() == R"([true,0.5,null,{"a":1},""])");
}

TEST_CASE("what lies very deep is not indented, so that depth costs no blanks", "[json]") {
  json::Writer writer;
  for (int depth = 0; depth < 10'000; ++depth) writer.begin_array();
  for (int depth = 0; depth < 10'000; ++depth) writer.end_array();
  const auto text = writer.take();
  CHECK(text.size() < 40'000);
  CHECK(text.starts_with("[\n  [\n    ["));
}
