#pragma once
// JSON Schema draft 4 (draft-zyp-json-schema-04, draft-fge-json-schema-validation-00) over a tree with places: every
// flaw of a document, each where it stands. For schemas that a person brings; schema.hpp is the quick yes or no for our
// own. What is no draft 4 is refused when it is read, so that no document is ever half checked.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "json/value.hpp"

namespace syndicat::json {

// What a schema needs and this room does not have.
struct SchemaMeans {
  // Whether the expression is found in a text; fails where that cannot be told.
  using Matcher = std::function<Result<bool>(const std::string& text)>;
  // A regular expression of ECMA 262; fails where it is none.
  std::function<Result<Matcher>(const std::string& written)> pattern;
  // Whether a text is of a format ("date-time"); yes for a format that is not known, as section 7.1 allows.
  std::function<bool(const std::string& format, const std::string& text)> format;
};

struct SchemaBreach {
  std::string pointer;             // to the value (RFC 6901)
  std::string keyword;             // the schema's that it breaks
  std::string message;             // "is a number, and must be a string"
  std::size_t start = 0, end = 0;  // bytes of the document's text: the value, the name of a member, a bracket
};

class Draft4 {
 public:
  // Fails with the place in the schema: no JSON, of another draft (by "$schema" or by a keyword of later or earlier
  // ones), a keyword that is misused, a "$ref" that is no JSON Pointer into this very text.
  static tl::expected<Draft4, Flaw> read(std::string_view text, SchemaMeans means);

  // All breaches in the order of the document. Fails as `misuse` where the schema refers to itself without an end, or
  // would take more steps than an honest one.
  Result<std::vector<SchemaBreach>> check(const Value& document) const;

 private:
  friend class Draft4Reading;
  friend class Draft4Run;
  Draft4() = default;
  std::unique_ptr<const Value> root_;
  SchemaMeans means_;
  std::unordered_map<std::string, SchemaMeans::Matcher> patterns_;  // by how they are written
  std::unordered_map<std::string, const Value*> references_;        // likewise
};

}  // namespace syndicat::json
