#include "catch.hpp"
#include "json/draft4.hpp"
#include "json/schema.hpp"

using namespace syndicat;

namespace {

// Enough for a test: "a" is found in what holds an a; the format "even" is for texts of an even length.
json::SchemaMeans means() {
  return {[](const std::string& written) -> Result<json::SchemaMeans::Matcher> {
            if (written == "(") return fail(Cause::misuse, "'(' is no regular expression");
            return
                [written](const std::string& text) -> Result<bool> { return text.find(written) != std::string::npos; };
          },
          [](const std::string& format, const std::string& text) { return format != "even" || text.size() % 2 == 0; }};
}

// "keyword pointer, keyword pointer"
std::string breaches(const std::string& document, const std::string& schema) {
  const auto read = json::Draft4::read(schema, means());
  if (!read) return "schema: " + read.error().message;
  const auto value = json::parse(document);
  REQUIRE(value);
  const auto found = read->check(*value);
  if (!found) return "run: " + found.error().message;
  std::string words;
  for (const auto& breach : *found) {
    CHECK(breach.start < breach.end);
    CHECK(breach.end <= document.size());
    words += (words.empty() ? "" : ", ") + breach.keyword + " " + breach.pointer;
  }
  return words;
}

}  // namespace

TEST_CASE("draft 4 keeps each keyword", "[json]") {
  const auto [schema, document, expected] = GENERATE(table<std::string, std::string, std::string>({
      {R"({"type":"integer"})", "1", ""},
      {R"({"type":"integer"})", "1.0", "type "},  // core, 3.5: a number without a fraction
      {R"({"type":["string","null"]})", "null", ""},
      {R"({"type":["string","null"]})", "[]", "type "},
      {R"({"multipleOf":0.1})", "0.3", ""},
      {R"({"multipleOf":2})", "3", "multipleOf "},
      {R"({"maximum":3})", "3", ""},
      {R"({"maximum":3,"exclusiveMaximum":true})", "3", "maximum "},
      {R"({"minimum":3,"exclusiveMinimum":false})", "3", ""},
      {R"({"minimum":3})", "\"2\"", ""},  // says nothing of what is no number
      {R"({"maxLength":2})", "\"\\u00e9\\u00e9\"", ""},
      {R"({"minLength":3})", "\"\\u00e9\\u00e9\"", "minLength "},
      {R"({"pattern":"a"})", "\"bab\"", ""},
      {R"({"pattern":"a"})", "\"b\"", "pattern "},
      {R"({"format":"even"})", "\"odd\"", "format "},
      {R"({"format":"of nobody"})", "\"odd\"", ""},
      {R"({"items":{"type":"null"}})", "[null,1,2]", "type /1, type /2"},
      {R"({"items":[{"type":"null"}],"additionalItems":false})", "[null,1]", "additionalItems "},
      {R"({"items":[{"type":"null"}],"additionalItems":{"type":"string"}})", "[null,\"a\",1]", "type /2"},
      {R"({"additionalItems":false})", "[1]", ""},  // 5.3.1.2: without "items" it says nothing
      {R"({"maxItems":1})", "[1,2]", "maxItems "},
      {R"({"minItems":1})", "[]", "minItems "},
      {R"({"uniqueItems":true})", R"([{"a":1,"b":2},{"b":2,"a":1.0}])", "uniqueItems "},
      {R"({"uniqueItems":true})", R"([1,"1",[1],true])", ""},
      {R"({"maxProperties":1})", R"({"a":1,"b":2})", "maxProperties "},
      {R"({"minProperties":1})", "{}", "minProperties "},
      {R"({"required":["a","b"]})", "{}", "required , required "},
      {R"({"properties":{"a":{"type":"null"}}})", R"({"a":1,"b":1})", "type /a"},
      {R"({"properties":{"b":{}},"patternProperties":{"a":{"type":"null"}},"additionalProperties":false})",
       R"({"xa":1,"b":1,"c":1})", "type /xa, additionalProperties /c"},
      {R"({"additionalProperties":{"type":"null"}})", R"({"a/b":1})", "type /a~1b"},
      {R"({"dependencies":{"a":["b"],"c":{"required":["d"]}}})", R"({"a":1,"c":1})", "dependencies , required "},
      {R"({"enum":[1,{"a":[]}]})", R"({"a":[]})", ""},
      {R"({"enum":[1,2]})", "3", "enum "},
      {R"({"allOf":[{"minimum":2},{"maximum":0}]})", "1", "minimum , maximum "},
      {R"({"anyOf":[{"type":"null"},{"type":"string"}]})", "1", "anyOf "},
      {R"({"oneOf":[{"minimum":0},{"maximum":9}]})", "5", "oneOf "},
      {R"({"oneOf":[{"minimum":0},{"maximum":-9}]})", "5", ""},
      {R"({"not":{"type":"null"}})", "null", "not "},
      {R"({"definitions":{"a/b":{"type":"null"}},"properties":{"x":{"$ref":"#/definitions/a~1b"}}})", R"({"x":1})",
       "type /x"},
      {R"({"properties":{"below":{"$ref":"#"}},"required":["id"]})", R"({"id":1,"below":{"below":{"id":1}}})",
       "required /below"},
      {R"({"properties":{"$ref":{"type":"string"},"const":{"type":"null"}}})", R"({"$ref":1,"const":1})",
       "type /$ref, type /const"},  // names of members are no keywords
      {R"({"$ref":"#/definitions/a","type":"null","definitions":{"a":{}}})", "1",
       ""},  // what is beside $ref is nothing
  }));
  INFO(schema << " on " << document);
  CHECK(breaches(document, schema) == expected);
}

TEST_CASE("what is no draft 4 is refused in words, never half checked", "[json]") {
  const auto [schema, words] = GENERATE(table<std::string, std::string>({
      {"[]", "a schema must be an object, and this is an array"},
      {R"({"$schema":"http://json-schema.org/draft-07/schema#"})", "the schema is of http://json-schema.org/draft-07"},
      {R"({"$schema":"http://json-schema.org/schema#"})", "only draft 4 is known here"},
      {R"({"const":1})", "\"const\" is of draft 6"},
      {R"({"properties":{"a":{"if":{}}}})", "\"if\" is of draft 7"},
      {R"({"$defs":{}})", "\"$defs\" is of draft 2019-09"},
      {R"({"unevaluatedProperties":false})", "\"unevaluatedProperties\" is of draft 2019-09"},
      {R"({"items":[{"prefixItems":[]}]})", "\"prefixItems\" is of draft 2020-12"},
      {R"({"properties":{"a":true}})", "true or false is of draft 6"},
      {R"({"exclusiveMinimum":3})", "as a number is of draft 6"},
      {R"({"exclusiveMinimum":true})", "needs \"minimum\" beside it"},
      {R"({"required":true})", "true or false is of draft 3"},
      {R"({"required":[]})", "must be an array of different strings"},
      {R"({"divisibleBy":2})", "\"divisibleBy\" is of draft 3"},
      {R"({"type":"any"})", "\"type\" must be one or several of"},
      {R"({"maxLength":-1})", "must be a whole number from 0 on"},
      {R"({"pattern":"("})", "is no regular expression"},
      {R"({"patternProperties":{"(":{}}})", "is no regular expression"},
      {R"({"$ref":"https://else.example/schema.json"})", "leads out of this file"},
      {R"({"$ref":"other.json#/a"})", "leads out of this file"},
      {R"({"$ref":"#/definitions/none"})", "there is nothing at #/definitions/none"},
      {R"({"definitions":{"a":{"id":"b.json","$ref":"#/c"}}})", "makes each \"$ref\" below it lead out"},
      {R"({"type":"null","type":"string"})", "stands in this schema twice"},
      {R"({"$ref":"#/definitions/a","definitions":{"a":{"const":1}}})", "\"const\" is of draft 6"},
      {R"({"$ref":"#/other","other":{"const":1}})", "\"const\" is of draft 6"},
  }));
  INFO(schema);
  const auto found = breaches("{}", schema);
  CHECK(found.starts_with("schema: "));
  CHECK(found.find(words) != std::string::npos);
}

TEST_CASE("a schema that goes round has an end", "[json]") {
  CHECK(breaches("{}", R"({"$ref":"#"})") == "run: the schema refers to itself without an end");
  CHECK(breaches("{}", R"({"allOf":[{"$ref":"#/definitions/a"}],"definitions":{"a":{"$ref":"#/allOf/0"}}})")
            .starts_with("run: the schema refers to itself"));
  std::string doubling = R"({"$ref":"#/definitions/a0","definitions":{)";
  for (int at = 0; at < 60; ++at)
    doubling += fmt::format(R"("a{}":{{"anyOf":[{{"$ref":"#/definitions/a{}"}},{{"$ref":"#/definitions/a{}"}}]}},)", at,
                            at + 1, at + 1);
  doubling += R"("a60":{"type":"null"}}})";
  CHECK(breaches("{}", doubling).starts_with("run: the schema takes too many steps"));
}

TEST_CASE("RapidJSON's verdict is the same", "[json]") {
  const auto schema = GENERATE(as<std::string>(), R"({"type":"object","required":["a"]})", R"({"maxLength":2})",
                               R"({"items":{"type":"string"}})", R"({"anyOf":[{"type":"null"},{"minimum":3}]})",
                               R"({"properties":{"a":{"enum":[1,2]}},"additionalProperties":false})",
                               R"({"oneOf":[{"minItems":1},{"maxItems":2}]})", R"({"not":{"required":["a"]}})");
  const auto document = GENERATE(as<std::string>(), "null", "2", "4", "\"abc\"", "[]", "[1]", "[\"a\",\"b\",\"c\"]",
                                 "{}", R"({"a":1})", R"({"a":3})", R"({"a":1,"b":1})");
  INFO(schema << " on " << document);
  CHECK(breaches(document, schema).empty() == !json::check_schema(document, schema)->has_value());
}
