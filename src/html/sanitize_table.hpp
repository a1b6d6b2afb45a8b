#pragma once
// What the sanitiser lets through, as data: everything that is not in these tables is taken out.

#include <cstdint>
#include <string_view>

namespace syndicat::html::allowed {

// What becomes of an element. One that stands in no table is taken out, its content stays.
enum class Treatment : std::uint8_t {
  keep,
  rename,  // to `becomes`: obsolete elements, and blocks that are taken out but must not let texts stick together
  drop,    // with everything inside
};

struct Element {
  std::string_view name;
  Treatment treatment = Treatment::keep;
  std::string_view becomes = {};
};

// What an attribute may hold. Values that do not fit are taken out with their attribute, or mended.
enum class Value : std::uint8_t {
  text,         // anything: it is only shown
  flag,         // its presence counts
  number,       // a whole number
  dimension,    // a whole number, maybe with a percent sign
  word,         // one of `choices`
  words,        // those of `choices`
  token,        // letters, digits and -_./+:%, as in languages, media types, dates
  link,         // where a reader may go: `choices` are the schemes
  media,        // what a reader's program fetches by itself
  candidates,   // srcset: such addresses with their descriptors
  identifier,   // gets a prefix, so that no name of the page around it is taken
  identifiers,  // such ones apart by blanks
  style,        // CSS declarations: kProperties
  class_names,  // those of `choices`, which are beginnings
};

struct Attribute {
  std::string_view element;  // "*": any that is kept
  std::string_view name;
  Value value;
  std::string_view choices = {};  // apart by blanks
};

// Nothing where the table has no row.
const Element* find_element(std::string_view name);
const Element* find_math_element(std::string_view name);
const Attribute* find_attribute(std::string_view element, std::string_view name);
const Attribute* find_math_attribute(std::string_view name);
bool is_property(std::string_view name);
bool is_style_function(std::string_view name);  // "rgb", "calc"

// MathML's elements that hold text only.
bool is_math_token(std::string_view name);

}  // namespace syndicat::html::allowed
