#pragma once
// Types of values as draft 4 of JSON Schema has them (core, section 3.5): for who reads a schema and for who checks by
// it.

#include <string_view>

#include "json/value.hpp"

namespace syndicat::json {

// Whether a number is an integer: one without fraction and exponent.
inline bool is_integer(const Number& number) { return number.written.find_first_of(".eE") == std::string::npos; }

// "an array"
inline std::string_view type_of(const Value& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "a boolean";
  if (value.number() != nullptr) return is_integer(*value.number()) ? "an integer" : "a number";
  if (value.string() != nullptr) return "a string";
  return value.array() != nullptr ? "an array" : "an object";
}

}  // namespace syndicat::json
