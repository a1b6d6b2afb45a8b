#pragma once
// JSON as a read-only tree whose every value knows its place, filled by RapidJSON's SAX reader.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace syndicat::json {

struct Value;

struct Member {
  std::string name;
  std::size_t offset;         // of the name's opening quotation mark
  std::vector<Value> value_;  // exactly one; a vector, since Value is not complete here
  const Value& value() const { return value_.front(); }
};

struct Number {
  double value;
  std::string written;  // as it stood, so that nothing is lost
};

using Array = std::vector<Value>;
using Object = std::vector<Member>;  // in order; a name may come twice, the checks want to see it

struct Value {
  std::variant<std::monostate, bool, Number, std::string, Array, Object> data;  // monostate: null
  std::size_t offset = 0;                                                       // bytes from the start of the text
  std::size_t end = 0;                                                          // behind the last byte

  bool is_null() const { return std::holds_alternative<std::monostate>(data); }
  const std::string* string() const { return std::get_if<std::string>(&data); }
  const Number* number() const { return std::get_if<Number>(&data); }
  const bool* boolean() const { return std::get_if<bool>(&data); }
  const Array* array() const { return std::get_if<Array>(&data); }
  const Object* object() const { return std::get_if<Object>(&data); }
  // The member of that name (the last one, as most readers take it), or null where there is none or this is no object.
  const Value* find(std::string_view name) const;
  // Its text, or an empty one where it is absent or of another type.
  std::string text(std::string_view name) const;
};

// No tree is deeper, whatever the limits are: who walks over one may do so by recursion.
constexpr unsigned kGreatestDepth = 10'000;

struct Limits {
  std::uint64_t max_size = 64ULL << 20U;  // bytes
  unsigned max_depth = 256;               // objects and arrays within each other
};

// What is wrong with a text as JSON, and where.
struct Flaw {
  std::string message;
  std::size_t offset;
};

// Parses UTF-8 text (RFC 8259). Fails with the place of the first flaw.
tl::expected<Value, Flaw> parse(std::string_view text, const Limits& limits = {});

// The value as compact JSON text.
std::string to_text(const Value& value);

// A member's name as a step of a JSON Pointer (RFC 6901, section 3).
std::string pointer_step(std::string_view name);

}  // namespace syndicat::json
