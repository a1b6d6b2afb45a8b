#include "json/schema.hpp"

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "json/huge_numbers.hpp"
#include "json/parse_flags.hpp"
#include "json/value.hpp"

namespace syndicat::json {
namespace {

// Numbers as numbers here: the validator compares them.
constexpr unsigned kSchemaFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;

// A JSON Pointer without the "#" and the escapes of its URI fragment form.
std::string pointer_text(const rapidjson::Pointer& pointer) {
  rapidjson::StringBuffer buffer;
  pointer.Stringify(buffer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

Result<std::optional<SchemaFlaw>> check_schema(std::string_view text, std::string_view schema) {
  const auto rules = parse(schema);
  if (!rules)
    return fail(Cause::misuse, "the schema is no JSON: byte {}: {}", rules.error().offset, rules.error().message);
  if (rules->object() == nullptr) return fail(Cause::misuse, "the schema is no JSON object");
  if (const auto draft = rules->text("$schema"); !draft.empty() && draft.find("draft-04") == std::string::npos)
    return fail(Cause::misuse, "the schema is of {}; only draft 4 is known here", draft);
  // Our parser first: it names the flaw, and bounds the depth for what follows.
  if (const auto value = parse(text); !value)
    return fail(Cause::unreadable, "byte {}: {}", value.error().offset, value.error().message);

  rapidjson::Document parsed;
  Stream schema_stream(schema);
  parsed.ParseStream<kSchemaFlags>(schema_stream);
  if (parsed.HasParseError()) return fail(Cause::misuse, "the schema is no JSON");
  const rapidjson::SchemaDocument document(parsed);
  rapidjson::SchemaValidator validator(document);
  Stream stream(text);
  rapidjson::Reader reader;
  if (reader.Parse<kSchemaFlags>(stream, validator).Code() == rapidjson::kParseErrorNumberTooBig) {
    validator.Reset();
    const auto readable = without_huge_numbers(text);
    Stream second(readable);
    reader.Parse<kSchemaFlags>(second, validator);
  }
  if (validator.IsValid()) return std::nullopt;
  const char* keyword = validator.GetInvalidSchemaKeyword();
  return SchemaFlaw{pointer_text(validator.GetInvalidDocumentPointer()), keyword != nullptr ? keyword : ""};
}

}  // namespace syndicat::json
