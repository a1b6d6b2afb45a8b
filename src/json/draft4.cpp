// Reads a schema: is it one of draft 4, and does all that it refers to stand in it?

#include "json/draft4.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "json/draft4_types.hpp"

namespace syndicat::json {
namespace {

// What a keyword's own value must be (draft-fge-json-schema-validation-00, section 5).
enum class Shape : std::uint8_t {
  any,
  text,
  number,
  positive_number,
  count,
  boolean,
  names,   // different texts, at least one
  values,  // at least one
  type,    // a name of a type, or several
  schema,
  schema_or_boolean,
  schema_or_schemas,
  schemas,  // at least one
  schema_map,
  dependencies,  // by name, a schema or names
  draft,
};

struct Keyword {
  std::string_view name;
  Shape shape;
};

constexpr auto kKeywords = std::to_array<Keyword>({
    {"$ref", Shape::text},
    {"$schema", Shape::draft},
    {"additionalItems", Shape::schema_or_boolean},
    {"additionalProperties", Shape::schema_or_boolean},
    {"allOf", Shape::schemas},
    {"anyOf", Shape::schemas},
    {"default", Shape::any},
    {"definitions", Shape::schema_map},
    {"dependencies", Shape::dependencies},
    {"description", Shape::text},
    {"enum", Shape::values},
    {"exclusiveMaximum", Shape::boolean},
    {"exclusiveMinimum", Shape::boolean},
    {"format", Shape::text},
    {"id", Shape::text},
    {"items", Shape::schema_or_schemas},
    {"maxItems", Shape::count},
    {"maxLength", Shape::count},
    {"maxProperties", Shape::count},
    {"maximum", Shape::number},
    {"minItems", Shape::count},
    {"minLength", Shape::count},
    {"minProperties", Shape::count},
    {"minimum", Shape::number},
    {"multipleOf", Shape::positive_number},
    {"not", Shape::schema},
    {"oneOf", Shape::schemas},
    {"pattern", Shape::text},
    {"patternProperties", Shape::schema_map},
    {"properties", Shape::schema_map},
    {"required", Shape::names},
    {"title", Shape::text},
    {"type", Shape::type},
    {"uniqueItems", Shape::boolean},
});

// Keywords that assert something, in other drafts only: to pass over them would be to check half.
struct Stranger {
  std::string_view name;
  std::string_view draft;
};

constexpr auto kStrangers = std::to_array<Stranger>({
    {"$anchor", "2019-09"},
    {"$defs", "2019-09"},
    {"$dynamicAnchor", "2020-12"},
    {"$dynamicRef", "2020-12"},
    {"$id", "6"},
    {"$recursiveAnchor", "2019-09"},
    {"$recursiveRef", "2019-09"},
    {"$vocabulary", "2019-09"},
    {"const", "6"},
    {"contains", "6"},
    {"contentEncoding", "7"},
    {"contentMediaType", "7"},
    {"contentSchema", "2019-09"},
    {"dependentRequired", "2019-09"},
    {"dependentSchemas", "2019-09"},
    {"disallow", "3"},
    {"divisibleBy", "3"},
    {"else", "7"},
    {"extends", "3"},
    {"if", "7"},
    {"maxContains", "2019-09"},
    {"minContains", "2019-09"},
    {"prefixItems", "2020-12"},
    {"propertyNames", "6"},
    {"then", "7"},
    {"unevaluatedItems", "2019-09"},
    {"unevaluatedProperties", "2019-09"},
});

constexpr auto kTypes =
    std::to_array<std::string_view>({"array", "boolean", "integer", "null", "number", "object", "string"});

bool is_type(const Value& value) {
  return value.string() != nullptr && std::ranges::find(kTypes, *value.string()) != kTypes.end();
}

std::string percent_decoded(std::string_view written) {
  std::string out;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
  };
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] == '%' && at + 2 < written.size() && digit(written[at + 1]) >= 0 && digit(written[at + 2]) >= 0) {
      out += static_cast<char>(digit(written[at + 1]) * 16 + digit(written[at + 2]));
      at += 2;
    } else {
      out += written[at];
    }
  }
  return out;
}

// RFC 6901, section 4.
const Value* at_pointer(const Value& root, std::string_view pointer) {
  const Value* value = &root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);  // the slash
    std::string token;
    const auto end = std::min(pointer.find('/'), pointer.size());
    for (std::size_t at = 0; at < end; ++at) {
      if (pointer[at] != '~') token += pointer[at];
      else token += ++at < end && pointer[at] == '1' ? '/' : '~';
    }
    pointer.remove_prefix(end);
    if (const auto* array = value->array()) {
      std::size_t index = 0;
      for (const char c : token)
        index = c >= '0' && c <= '9' && index < array->size() ? index * 10 + (c - '0') : array->size();
      if (token.empty() || index >= array->size()) return nullptr;
      value = &(*array)[index];
    } else if (value = value->find(token); value == nullptr) {
      return nullptr;
    }
  }
  return value;
}

}  // namespace

// The schema itself is looked at, once, from the top and from each place that a reference names.
class Draft4Reading {
 public:
  explicit Draft4Reading(Draft4& into) : into_(into) {}

  std::optional<Flaw> run() {
    waiting_.push_back(into_.root_.get());
    while (!waiting_.empty() && !flaw_) {
      const auto* next = waiting_.back();
      waiting_.pop_back();
      schema(*next);
    }
    return flaw_;
  }

 private:
  void wrong(std::size_t offset, std::string words) {
    if (!flaw_) flaw_ = Flaw{std::move(words), offset};
  }

  void schema(const Value& value) {
    if (flaw_ || !seen_.insert(&value).second) return;
    if (value.object() == nullptr)
      return wrong(value.offset, value.boolean() != nullptr
                                     ? "a schema that is true or false is of draft 6; only draft 4 is known here"
                                     : fmt::format("a schema must be an object, and this is {}", type_of(value)));
    std::unordered_set<std::string_view> names;
    for (const auto& member : *value.object()) {
      if (!names.insert(member.name).second)
        return wrong(member.offset, fmt::format("\"{}\" stands in this schema twice", member.name));
      const auto* stranger = std::ranges::find(kStrangers, std::string_view(member.name), &Stranger::name);
      if (stranger != kStrangers.end())
        return wrong(member.offset,
                     fmt::format("\"{}\" is of draft {}; only draft 4 is known here", member.name, stranger->draft));
      const auto* keyword = std::ranges::find(kKeywords, std::string_view(member.name), &Keyword::name);
      if (keyword != kKeywords.end()) take(*keyword, member.value());
    }
    // Core, section 7.2: an address of its own gives all "$ref" below another base.
    if (const auto* id = value.find("id");
        id != nullptr && &value != into_.root_.get() && !flaw_ && !id->string()->starts_with('#'))
      wrong(id->offset, "an \"id\" within the schema makes each \"$ref\" below it lead out of this file; remove it");
    // Section 5.1.2.2 and 5.1.3.2: an exclusive limit is no limit of its own.
    for (const auto& [exclusive, limit] : {std::pair("exclusiveMaximum", "maximum"), {"exclusiveMinimum", "minimum"}})
      if (const auto* found = value.find(exclusive); found != nullptr && value.find(limit) == nullptr)
        wrong(found->offset, fmt::format("\"{}\" needs \"{}\" beside it", exclusive, limit));
    if (const auto* reference = value.find("$ref"); reference != nullptr && !flaw_) refer(*reference);
    if (const auto* pattern = value.find("pattern"); pattern != nullptr && !flaw_)
      compile(*pattern->string(), *pattern);
    if (const auto* patterns = value.find("patternProperties"); patterns != nullptr && !flaw_)
      for (const auto& member : *patterns->object()) compile(member.name, member.value());
  }

  void each(const Value& array) {
    for (const auto& one : *array.array()) schema(one);
  }

  void take(const Keyword& keyword, const Value& value) {
    const auto must = [&](bool good, std::string_view what) {
      if (!good) wrong(value.offset, fmt::format("\"{}\" must be {}", keyword.name, what));
      return good;
    };
    const auto are_names = [](const Value& names) {
      if (names.array() == nullptr || names.array()->empty()) return false;
      std::unordered_set<std::string_view> seen;
      return std::ranges::all_of(*names.array(), [&](const Value& one) {
        return one.string() != nullptr && seen.insert(*one.string()).second;
      });
    };
    switch (keyword.shape) {
      case Shape::any: return;
      case Shape::text: must(value.string() != nullptr, "a string"); return;
      case Shape::number: must(value.number() != nullptr, "a number"); return;
      case Shape::positive_number:
        must(value.number() != nullptr && value.number()->value > 0, "a number above 0");
        return;
      case Shape::count:
        must(value.number() != nullptr && is_integer(*value.number()) && value.number()->value >= 0,
             "a whole number from 0 on");
        return;
      case Shape::boolean:
        if (value.number() != nullptr)
          return wrong(value.offset,
                       fmt::format("\"{}\" as a number is of draft 6; only draft 4 is known here", keyword.name));
        must(value.boolean() != nullptr, "true or false");
        return;
      case Shape::names:
        if (value.boolean() != nullptr)
          return wrong(value.offset,
                       fmt::format("\"{}\": true or false is of draft 3; only draft 4 is known here", keyword.name));
        must(are_names(value), "an array of different strings");
        return;
      case Shape::values:
        must(value.array() != nullptr && !value.array()->empty(), "an array with at least one value");
        return;
      case Shape::type:
        must(is_type(value) || (are_names(value) && std::ranges::all_of(*value.array(), is_type)),
             fmt::format("one or several of {}", fmt::join(kTypes, ", ")));
        return;
      case Shape::schema: return schema(value);
      case Shape::schema_or_boolean:
        if (value.boolean() == nullptr) schema(value);
        return;
      case Shape::schema_or_schemas:
        if (value.array() != nullptr) each(value);
        else schema(value);
        return;
      case Shape::schemas:
        if (must(value.array() != nullptr && !value.array()->empty(), "an array with at least one schema")) each(value);
        return;
      case Shape::schema_map:
        if (must(value.object() != nullptr, "an object"))
          for (const auto& member : *value.object()) schema(member.value());
        return;
      case Shape::dependencies:
        if (!must(value.object() != nullptr, "an object")) return;
        for (const auto& member : *value.object()) {
          if (member.value().array() == nullptr) schema(member.value());
          else must(are_names(member.value()), "schemas or arrays of different strings");
        }
        return;
      case Shape::draft: return draft(value);
    }
  }

  void draft(const Value& value) {
    if (value.string() == nullptr) return wrong(value.offset, "\"$schema\" must be a string");
    auto address = *value.string();
    while (address.ends_with('#')) address.pop_back();
    if (!address.ends_with("://json-schema.org/draft-04/schema"))
      wrong(value.offset, fmt::format("the schema is of {}; only draft 4 is known here "
                                      "(http://json-schema.org/draft-04/schema#)",
                                      *value.string()));
  }

  void refer(const Value& reference) {
    const auto& written = *reference.string();
    if (written != "#" && !written.starts_with("#/"))
      return wrong(reference.offset,
                   fmt::format("\"$ref\": \"{}\" leads out of this file, and nothing else is read; move what it names "
                               "below \"definitions\" and write #/definitions/NAME",
                               written));
    const auto* target = at_pointer(*into_.root_, percent_decoded(std::string_view(written).substr(1)));
    if (target == nullptr) return wrong(reference.offset, fmt::format("\"$ref\": there is nothing at {}", written));
    into_.references_.emplace(written, target);
    waiting_.push_back(target);
  }

  void compile(const std::string& written, const Value& at) {
    if (into_.patterns_.contains(written)) return;
    auto matcher = into_.means_.pattern(written);
    if (!matcher) return wrong(at.offset, matcher.error().message);
    into_.patterns_.emplace(written, std::move(*matcher));
  }

  Draft4& into_;
  std::optional<Flaw> flaw_;
  std::unordered_set<const Value*> seen_;
  std::vector<const Value*> waiting_;
};

tl::expected<Draft4, Flaw> Draft4::read(std::string_view text, SchemaMeans means) {
  auto root = parse(text);
  if (!root) return tl::unexpected<Flaw>(root.error());
  Draft4 schema;
  schema.root_ = std::make_unique<const Value>(std::move(*root));
  schema.means_ = std::move(means);
  if (auto flaw = Draft4Reading(schema).run()) return tl::unexpected<Flaw>(std::move(*flaw));
  return schema;
}

}  // namespace syndicat::json
