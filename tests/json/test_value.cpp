#include <limits>

#include "catch.hpp"
#include "json/value.hpp"

using namespace syndicat;

TEST_CASE("a value knows where it stands", "[json]") {
  const std::string text = R"( {"a": [1, "x\u0041"], "b" : {"c":null}, "a":true } )";
  const auto value = json::parse(text);
  REQUIRE(value);
  CHECK(text.substr(value->offset, value->end - value->offset) == text.substr(1, text.size() - 2));
  const auto& members = *value->object();
  REQUIRE(members.size() == 3);
  CHECK(text.substr(members[0].offset, 3) == "\"a\"");
  const auto& array = members[0].value();
  CHECK(text.substr(array.offset, array.end - array.offset) == R"([1, "x\u0041"])");
  CHECK(*(*array.array())[1].string() == "xA");
  CHECK(text.substr((*array.array())[1].offset, 9) == R"("x\u0041")");
  CHECK(text.substr(members[1].value().offset, 10) == R"({"c":null})");
  CHECK(*value->find("a")->boolean());  // the last one counts
  CHECK(value->find("b")->find("c")->is_null());
  CHECK(value->find("none") == nullptr);
  CHECK(value->text("b").empty());
}

TEST_CASE("a number keeps its spelling", "[json]") {
  const auto value = json::parse("[12345678901234567890, -1.50e2, 0]");
  REQUIRE(value);
  CHECK((*value->array())[0].number()->written == "12345678901234567890");
  CHECK((*value->array())[1].number()->written == "-1.50e2");
  CHECK((*value->array())[1].number()->value == -150);
  CHECK(json::to_text(*value) == "[12345678901234567890,-1.50e2,0]");
}

TEST_CASE("a number beyond every double is read all the same", "[json]") {
  const std::string digits(400, '9');
  const auto value = json::parse("[1e400, -1E+400, 1e-400, " + digits + ", \"1e400\\\"2e400\", 7, 2.5e1]");
  REQUIRE(value);
  const auto& numbers = *value->array();
  REQUIRE(numbers.size() == 7);
  CHECK(numbers[0].number()->value == std::numeric_limits<double>::max());
  CHECK(numbers[1].number()->value == std::numeric_limits<double>::lowest());
  CHECK(numbers[2].number()->value == 0);
  CHECK(numbers[3].number()->value == std::numeric_limits<double>::max());
  CHECK(*numbers[4].string() == "1e400\"2e400");
  CHECK(numbers[6].number()->value == 25);
  CHECK(json::to_text(*value) == "[1e400,-1E+400,1e-400," + digits + ",\"1e400\\\"2e400\",7,2.5e1]");
  CHECK_FALSE(json::parse("[1e400, 01]"));
  CHECK_FALSE(json::parse("[1e400, 1.e5]"));
  CHECK_FALSE(json::parse("[1e400, 1e]"));
  CHECK_FALSE(json::parse("[1e400, 000]"));
  CHECK_FALSE(json::parse("[1e400, 11.]"));
  CHECK_FALSE(json::parse("[1e400, -]"));
}

TEST_CASE("what is no JSON is refused at its place", "[json]") {
  const auto [text, offset] = GENERATE(table<std::string, std::size_t>({
      {"", 0},
      {"   ", 3},
      {"{\"a\":1,}", 7},
      {"[1 2]", 3},
      {"{\"a\" 1}", 5},
      {"{} x", 3},
      {"[tru]", 4},
      {"\"\\x\"", 1},
      {"nope", 1},
  }));
  CAPTURE(text);
  const auto value = json::parse(text);
  REQUIRE_FALSE(value);
  CHECK(value.error().offset == offset);
  CHECK_FALSE(value.error().message.empty());
}

TEST_CASE("half a surrogate pair is no character", "[json]") {
  const auto text = GENERATE(as<std::string>{}, R"(["\udddd"])", R"(["\ud83d"])", R"({"\udc00": 1})", R"(["\ud83dx"])");
  CAPTURE(text);
  const auto value = json::parse(text);
  REQUIRE_FALSE(value);
  CHECK(value.error().message.find("half a surrogate pair") != std::string::npos);
  CHECK(value.error().offset > 0);
  CHECK(json::parse(R"(["\ud83d\ude8b", "\ud7ff", "\ue000"])"));
}

TEST_CASE("hostile JSON is answered, not obeyed", "[json]") {
  CHECK_FALSE(json::parse(std::string(1'000'000, '[')));
  CHECK_FALSE(json::parse("\"\xff\""));
  CHECK_FALSE(json::parse("\"\\ud800\""));
  CHECK_FALSE(json::parse("\"a\nb\""));
  CHECK_FALSE(json::parse(std::string_view("[1]\0[2]", 7)));
  CHECK_FALSE(json::parse("[1,2,3]", {.max_size = 6}));
  std::string deep = std::string(256, '[') + std::string(256, ']');
  CHECK(json::parse(deep));
  CHECK_FALSE(json::parse("[" + deep + "]"));
  // Whatever the limits say, no tree is deeper than who walks over it by recursion can go.
  const json::Limits no_limit{.max_depth = 1'000'000};
  deep = std::string(10'000, '[') + std::string(10'000, ']');
  const auto deepest = json::parse(deep, no_limit);
  REQUIRE(deepest);
  CHECK(json::to_text(*deepest) == deep);
  CHECK(json::parse("[" + deep + "]", no_limit).error().message == "objects and arrays lie more than 10000 deep");
}
