#include "catch.hpp"
#include "json/schema.hpp"

using namespace syndicat;

namespace {
const std::string kSchema = R"({
  "$schema": "http://json-schema.org/draft-04/schema#",
  "type": "object", "required": ["version"],
  "properties": {"version": {"type": "string"}, "items": {"type": "array", "items": {"$ref": "#/definitions/item"}}},
  "definitions": {"item": {"type": "object", "required": ["id"]}}
})";
}

TEST_CASE("a schema's verdict names the place and the keyword", "[json]") {
  CHECK_FALSE(*json::check_schema(R"({"version":"1","items":[{"id":"a"}]})", kSchema));
  const auto flaw = *json::check_schema(R"({"version":"1","items":[{"id":"a"},{}]})", kSchema);
  REQUIRE(flaw);
  CHECK(flaw->pointer == "/items/1");
  CHECK(flaw->keyword == "required");
  CHECK((*json::check_schema(R"({"version":1})", kSchema))->pointer == "/version");
  CHECK((*json::check_schema("{}", kSchema))->pointer.empty());
}

TEST_CASE("no schema and no JSON are told apart", "[json]") {
  CHECK(json::check_schema("{}", "[]").error().cause == Cause::misuse);
  CHECK(json::check_schema("{}", R"({"$schema":"http://json-schema.org/draft-07/schema#"})").error().cause ==
        Cause::misuse);
  CHECK(json::check_schema("{", "{}").error().cause == Cause::unreadable);
}
