#pragma once
// JSON Schema (draft 4) by RapidJSON: the schema verdict on a document.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat::json {

struct SchemaFlaw {
  std::string pointer;  // JSON Pointer (RFC 6901) to the value
  std::string keyword;  // the schema's keyword that it breaks
};

// Nothing where the text is valid by the schema. Fails as `misuse` where the schema is no draft 4 schema (another
// draft named in "$schema" is refused), as `unreadable` where the text is no JSON.
Result<std::optional<SchemaFlaw>> check_schema(std::string_view text, std::string_view schema);

}  // namespace syndicat::json
