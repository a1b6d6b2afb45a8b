#include "json/draft4.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace syndicat::json {
namespace {

constexpr std::size_t kDeepest = 1'500;  // schemas that are being looked at, one within the other
// Schemas that are held against values: so many, and some for each byte of the document, so that time is linear in its
// size.
constexpr std::uint64_t kFreeSteps = 2'000'000, kStepsPerByte = 16;

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

// Section 3.5 of the core: an integer is a number without fraction and exponent.
bool is_integer(const Number& number) { return number.written.find_first_of(".eE") == std::string::npos; }

bool is_of_type(const Value& value, std::string_view type) {
  if (type == "array") return value.array() != nullptr;
  if (type == "boolean") return value.boolean() != nullptr;
  if (type == "null") return value.is_null();
  if (type == "object") return value.object() != nullptr;
  if (type == "string") return value.string() != nullptr;
  return value.number() != nullptr && (type == "number" || is_integer(*value.number()));
}

std::string_view type_of(const Value& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "a boolean";
  if (value.number() != nullptr) return is_integer(*value.number()) ? "an integer" : "a number";
  if (value.string() != nullptr) return "a string";
  return value.array() != nullptr ? "an array" : "an object";
}

std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

// One text for all values that are equal (core, section 3.6): numbers by what they are, members in any order.
void write_usual(const Value& value, std::string& out) {
  if (const auto* number = value.number()) {
    out += fmt::format("{}", number->value == 0 ? 0.0 : number->value);
  } else if (const auto* array = value.array()) {
    out += '[';
    for (const auto& one : *array) {
      write_usual(one, out);
      out += ',';
    }
    out += ']';
  } else if (const auto* object = value.object()) {
    std::vector<const Member*> members;
    for (const auto& member : *object) members.push_back(&member);
    std::ranges::stable_sort(members, {}, [](const Member* member) -> const std::string& { return member->name; });
    out += '{';
    for (const auto* member : members) {
      out += fmt::format("{}:{}:", member->name.size(), member->name);
      write_usual(member->value(), out);
      out += ',';
    }
    out += '}';
  } else if (const auto* text = value.string()) {
    out += fmt::format("\"{}:{}", text->size(), *text);
  } else {
    out += value.is_null() ? "null" : *value.boolean() ? "true" : "false";
  }
}

std::string usual(const Value& value) {
  std::string out;
  write_usual(value, out);
  return out;
}

std::string shown(const Value& value) {
  constexpr std::size_t kMost = 60;
  auto words = to_text(value);
  if (words.size() <= kMost) return words;
  words.resize(kMost);
  while (!words.empty() && (words.back() & 0x80) != 0) words.pop_back();  // no half a character
  return words + "...";
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
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

double number_of(const Value* value) { return value->number()->value; }

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

// One document held against the schema.
class Draft4Run {
 public:
  explicit Draft4Run(const Draft4& schema) : schema_(schema) {}

  Result<std::vector<SchemaBreach>> run(const Value& document) {
    most_steps_ = kFreeSteps + kStepsPerByte * (document.end - document.offset);
    holds(document, *schema_.root_, true);
    if (error_) return Failure(*error_);
    std::ranges::stable_sort(breaches_, {}, &SchemaBreach::start);
    return std::move(breaches_);
  }

 private:
  // Whether the value keeps the schema; `tell`: each breach is written down.
  bool holds(const Value& value, const Value& schema, bool tell) {
    if (error_) return true;
    if (++steps_ > most_steps_ || depth_ >= kDeepest) {
      error_ = Error{Cause::misuse, depth_ >= kDeepest ? "the schema refers to itself without an end"
                                                       : "the schema takes too many steps on this document"};
      return true;
    }
    ++depth_;
    const bool good = holds_keywords(value, schema, tell);
    --depth_;
    return good;
  }

  bool holds_keywords(const Value& value, const Value& schema, bool tell) {
    // JSON Reference, section 3: what stands beside "$ref" counts for nothing.
    if (const auto* reference = schema.find("$ref"))
      return holds(value, *schema_.references_.at(*reference->string()), tell);
    bool good = true;
    const auto breach = [&](std::string_view keyword, std::string message, std::size_t start, std::size_t end) {
      good = false;
      if (tell) breaches_.push_back({pointer_, std::string(keyword), std::move(message), start, end});
    };
    const auto wrong = [&](std::string_view keyword, std::string message) {
      // Of an object or array the bracket; all of it would be a page.
      const bool whole = value.object() == nullptr && value.array() == nullptr;
      breach(keyword, std::move(message), value.offset, whole ? value.end : value.offset + 1);
    };
    // A keyword at a time, in the order of the schema; those that lean on others are seen with them.
    for (const auto& member : *schema.object()) {
      const auto& keyword = member.name;
      const auto& wanted = member.value();
      if (keyword == "type") {
        check_type(value, wanted, wrong);
      } else if (keyword == "enum") {
        const auto own = usual(value);
        if (std::ranges::none_of(*wanted.array(), [&](const Value& one) { return usual(one) == own; }))
          wrong(keyword, fmt::format("{} is none of {}", shown(value), shown(wanted)));
      } else if (keyword == "allOf") {
        for (const auto& one : *wanted.array()) good = holds(value, one, tell) && good;
      } else if (keyword == "anyOf") {
        if (std::ranges::none_of(*wanted.array(), [&](const Value& one) { return holds(value, one, false); }))
          wrong(keyword, fmt::format("matches none of the {} forms that are allowed", wanted.array()->size()));
      } else if (keyword == "oneOf") {
        const auto count =
            std::ranges::count_if(*wanted.array(), [&](const Value& one) { return holds(value, one, false); });
        if (count != 1)
          wrong(keyword, fmt::format("matches {} of the {} forms, and must match one", count, wanted.array()->size()));
      } else if (keyword == "not") {
        if (holds(value, wanted, false)) wrong(keyword, "matches what the schema forbids");
      } else if (value.number() != nullptr) {
        check_number(value, schema, keyword, wanted, wrong);
      } else if (value.string() != nullptr) {
        check_text(*value.string(), keyword, wanted, wrong);
      } else if (value.array() != nullptr) {
        good = check_array(value, schema, keyword, wanted, wrong, tell) && good;
      } else if (value.object() != nullptr) {
        good = check_object(value, keyword, wanted, wrong, tell) && good;
      }
    }
    if (value.object() != nullptr) good = check_members(value, schema, breach, tell) && good;
    return good;
  }

  template <typename Wrong>
  static void check_type(const Value& value, const Value& wanted, const Wrong& wrong) {
    std::vector<std::string_view> types;
    if (wanted.string() != nullptr) types.push_back(*wanted.string());
    else
      for (const auto& one : *wanted.array()) types.push_back(*one.string());
    if (std::ranges::any_of(types, [&](std::string_view type) { return is_of_type(value, type); })) return;
    wrong("type", fmt::format("is {}, and must be of the type {}", type_of(value), fmt::join(types, " or ")));
  }

  template <typename Wrong>
  static void check_number(const Value& value, const Value& schema, std::string_view keyword, const Value& wanted,
                           const Wrong& wrong) {
    const double number = value.number()->value;
    const auto exclusive = [&](std::string_view name) {
      const auto* found = schema.find(name);
      return found != nullptr && *found->boolean();
    };
    const auto& written = value.number()->written;
    if (keyword == "multipleOf") {
      const double quotient = number / number_of(&wanted);
      if (!(std::abs(quotient - std::round(quotient)) <= 1e-9 * std::max(1.0, std::abs(quotient))))
        wrong(keyword, fmt::format("{} is no multiple of {}", written, wanted.number()->written));
    } else if (keyword == "maximum") {
      const bool strict = exclusive("exclusiveMaximum");
      if (number > number_of(&wanted) || (strict && number == number_of(&wanted)))
        wrong(keyword, fmt::format("{} is not {} {}", written, strict ? "below" : "at most", wanted.number()->written));
    } else if (keyword == "minimum") {
      const bool strict = exclusive("exclusiveMinimum");
      if (number < number_of(&wanted) || (strict && number == number_of(&wanted)))
        wrong(keyword,
              fmt::format("{} is not {} {}", written, strict ? "above" : "at least", wanted.number()->written));
    }
  }

  template <typename Wrong>
  void check_text(const std::string& text, std::string_view keyword, const Value& wanted, const Wrong& wrong) {
    if (keyword == "maxLength" || keyword == "minLength") {
      const auto length = count_characters(text);
      const auto limit = number_of(&wanted);
      const bool good =
          keyword == "maxLength" ? static_cast<double>(length) <= limit : static_cast<double>(length) >= limit;
      if (!good)
        wrong(keyword, fmt::format("has {}, and must have at {} {}", counted(length, "character"),
                                   keyword == "maxLength" ? "most" : "least", wanted.number()->written));
    } else if (keyword == "pattern") {
      if (!matches(*wanted.string(), text)) wrong(keyword, fmt::format("does not match {}", *wanted.string()));
    } else if (keyword == "format") {
      if (!schema_.means_.format(*wanted.string(), text)) wrong(keyword, fmt::format("is no {}", *wanted.string()));
    }
  }

  template <typename Wrong>
  bool check_array(const Value& value, const Value& schema, std::string_view keyword, const Value& wanted,
                   const Wrong& wrong, bool tell) {
    const auto& array = *value.array();
    bool good = true;
    if (keyword == "items") {
      const auto* list = wanted.array();
      const auto* more = schema.find("additionalItems");
      for (std::size_t at = 0; at < array.size(); ++at) {
        const Value* one = list == nullptr ? &wanted : at < list->size() ? &(*list)[at] : more;
        if (one == nullptr) break;
        if (one->boolean() == nullptr) {
          good = below(std::to_string(at), array[at], *one, tell) && good;
        } else if (!*one->boolean()) {
          wrong("additionalItems", fmt::format("has {}, and may have {}", counted(array.size(), "item"), list->size()));
          break;
        }
      }
    } else if (keyword == "maxItems" || keyword == "minItems") {
      const auto limit = number_of(&wanted);
      const auto count = static_cast<double>(array.size());
      if (keyword == "maxItems" ? count > limit : count < limit)
        wrong(keyword, fmt::format("has {}, and must have at {} {}", counted(array.size(), "item"),
                                   keyword == "maxItems" ? "most" : "least", wanted.number()->written));
    } else if (keyword == "uniqueItems" && *wanted.boolean()) {
      std::unordered_set<std::string> seen;
      for (const auto& one : array)
        if (!seen.insert(usual(one)).second) {
          wrong(keyword, fmt::format("holds {} twice", shown(one)));
          break;
        }
    }
    return good;
  }

  template <typename Wrong>
  bool check_object(const Value& value, std::string_view keyword, const Value& wanted, const Wrong& wrong, bool tell) {
    bool good = true;
    const auto need = [&](const Value& names, std::string_view because) {
      for (const auto& name : *names.array())
        if (value.find(*name.string()) == nullptr)
          wrong(keyword, because.empty() ? fmt::format("has no \"{}\"", *name.string())
                                         : fmt::format("has \"{}\" and no \"{}\"", because, *name.string()));
    };
    if (keyword == "required") {
      need(wanted, {});
    } else if (keyword == "maxProperties" || keyword == "minProperties") {
      const auto limit = number_of(&wanted);
      const auto count = static_cast<double>(value.object()->size());
      if (keyword == "maxProperties" ? count > limit : count < limit)
        wrong(keyword, fmt::format("has {}, and must have at {} {}", counted(value.object()->size(), "member"),
                                   keyword == "maxProperties" ? "most" : "least", wanted.number()->written));
    } else if (keyword == "dependencies") {
      for (const auto& member : *wanted.object()) {
        if (value.find(member.name) == nullptr) continue;
        if (member.value().array() != nullptr) need(member.value(), member.name);
        else good = holds(value, member.value(), tell) && good;
      }
    }
    return good;
  }

  // "properties", "patternProperties" and "additionalProperties" share the members among them (section 5.4.4).
  template <typename Breach>
  bool check_members(const Value& value, const Value& schema, const Breach& breach, bool tell) {
    const auto* named = schema.find("properties");
    const auto* patterns = schema.find("patternProperties");
    const auto* others = schema.find("additionalProperties");
    bool good = true;
    if (named == nullptr && patterns == nullptr && others == nullptr) return good;
    for (const auto& member : *value.object()) {
      bool known = false;
      if (const auto* own = named == nullptr ? nullptr : named->find(member.name)) {
        known = true;
        good = below(member.name, member.value(), *own, tell) && good;
      }
      if (patterns != nullptr)
        for (const auto& [written, offset, schemas] : *patterns->object())
          if (matches(written, member.name)) {
            known = true;
            good = below(member.name, member.value(), schemas.front(), tell) && good;
          }
      if (known || others == nullptr) continue;
      if (others->boolean() == nullptr) {
        good = below(member.name, member.value(), *others, tell) && good;
      } else if (!*others->boolean()) {
        const auto above = pointer_;
        pointer_ += '/' + escaped(member.name);
        breach("additionalProperties", fmt::format("\"{}\" is no member that the schema knows here", member.name),
               member.offset, member.offset + member.name.size() + 2);
        pointer_ = above;
        good = false;
      }
    }
    return good;
  }

  bool below(const std::string& step, const Value& value, const Value& schema, bool tell) {
    const auto length = pointer_.size();
    if (tell) pointer_ += '/' + escaped(step);
    const bool good = holds(value, schema, tell);
    if (tell) pointer_.resize(length);
    return good;
  }

  bool matches(const std::string& pattern, const std::string& text) {
    const auto found = schema_.patterns_.at(pattern)(text);
    if (!found && !error_) error_ = found.error();
    return found.value_or(true);
  }

  const Draft4& schema_;
  std::vector<SchemaBreach> breaches_;
  std::optional<Error> error_;
  std::string pointer_;
  std::uint64_t steps_ = 0, most_steps_ = 0;
  std::size_t depth_ = 0;
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

Result<std::vector<SchemaBreach>> Draft4::check(const Value& document) const { return Draft4Run(*this).run(document); }

}  // namespace syndicat::json
