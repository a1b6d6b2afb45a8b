// Holds a document against a schema that has been read.

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "json/draft4.hpp"
#include "json/draft4_types.hpp"

namespace syndicat::json {
namespace {

constexpr std::size_t kDeepest = 1'500;  // schemas that are being looked at, one within the other
// Schemas that are held against values: so many, and some for each byte of the document, so that time is linear in its
// size.
constexpr std::uint64_t kFreeSteps = 2'000'000, kStepsPerByte = 16;

bool is_of_type(const Value& value, std::string_view type) {
  if (type == "array") return value.array() != nullptr;
  if (type == "boolean") return value.boolean() != nullptr;
  if (type == "null") return value.is_null();
  if (type == "object") return value.object() != nullptr;
  if (type == "string") return value.string() != nullptr;
  return value.number() != nullptr && (type == "number" || is_integer(*value.number()));
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

double number_of(const Value* value) { return value->number()->value; }

}  // namespace

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
        pointer_ += '/' + pointer_step(member.name);
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
    if (tell) pointer_ += '/' + pointer_step(step);
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

Result<std::vector<SchemaBreach>> Draft4::check(const Value& document) const { return Draft4Run(*this).run(document); }

}  // namespace syndicat::json
