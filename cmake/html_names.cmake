# Writes OUTPUT, the names in INPUT as an enumeration, their texts, what the parser has to know of HTML elements,
# and how names are spelled in foreign content.
file(STRINGS ${INPUT} lines REGEX "^[a-z]")
set(known "")
set(count 1)
set(texts "    \"\",\n")
set(traits "    0,\n")
set(constants "  kNoName = 0,\n")
set(adjust_svg_element "")
set(adjust_svg_attribute "")
set(adjust_math_attribute "")
set(foreign_attributes "")

# Sets `index` to the number of `name`, a new one where it is not known yet.
macro(intern name)
  string(MAKE_C_IDENTIFIER "${name}" key)  # a colon may not stand in a variable's name
  set(index "${number_of_${key}}")
  if(index STREQUAL "")
    set(index ${count})
    set("number_of_${key}" ${index})
    string(APPEND texts "    \"${name}\",\n")
    math(EXPR count "${count} + 1")
    set(traits_of_${index} "0")
    # annotation-xml becomes kAnnotationXml
    string(REGEX REPLACE "[-:]" ";" words "${name}")
    set(constant "k")
    foreach(word IN LISTS words)
      string(SUBSTRING "${word}" 0 1 first)
      string(SUBSTRING "${word}" 1 -1 rest)
      string(TOUPPER "${first}" first)
      string(APPEND constant "${first}${rest}")
    endforeach()
    string(APPEND constants "  ${constant} = ${index},\n")
  endif()
endmacro()

foreach(line IN LISTS lines)
  string(REPLACE " " ";" parts "${line}")
  list(POP_FRONT parts kind name)
  string(TOLOWER "${name}" lower)
  intern("${lower}")
  set(from ${index})
  intern("${name}")
  if(kind STREQUAL "element" OR kind STREQUAL "foreign-element")
    set(bits "0")
    if(kind STREQUAL "element")
      string(APPEND bits " | traits::html")
    endif()
    foreach(trait IN LISTS parts)
      string(APPEND bits " | traits::${trait}")
    endforeach()
    set(traits_of_${index} "${bits}")
  elseif(kind STREQUAL "svg-element")
    string(APPEND adjust_svg_element "    {${from}, ${index}},\n")
  elseif(kind STREQUAL "svg-attribute")
    string(APPEND adjust_svg_attribute "    {${from}, ${index}},\n")
  elseif(kind STREQUAL "math-attribute")
    string(APPEND adjust_math_attribute "    {${from}, ${index}},\n")
  elseif(kind STREQUAL "foreign-attribute")
    string(APPEND foreign_attributes "    ${index},\n")
  endif()
endforeach()
math(EXPR last "${count} - 1")
foreach(number RANGE 1 ${last})
  string(APPEND traits "    ${traits_of_${number}},\n")
endforeach()
string(REPLACE "traits::void" "traits::void_element" traits "${traits}")

file(WRITE ${OUTPUT} "// Made from src/html/data/names.txt.
#pragma once

#include <cstdint>
#include <string_view>

namespace syndicat::html::names {

namespace traits {
inline constexpr std::uint16_t special = 1, formatting = 2, void_element = 4, scope = 8, implied = 16, thorough = 32,
                               block = 64, breakout = 128, raw = 256, html = 512;
}

// The names that are known before any document is read; a document numbers its own on from kKnownNames.
enum Known : std::uint32_t {
${constants}};
inline constexpr std::uint32_t kKnownNames = ${count};

inline constexpr std::string_view kTexts[] = {
${texts}};

inline constexpr std::uint16_t kTraits[] = {
${traits}};

struct Adjusted {
  std::uint32_t from, to;
};
inline constexpr Adjusted kSvgElements[] = {
${adjust_svg_element}};
inline constexpr Adjusted kSvgAttributes[] = {
${adjust_svg_attribute}};
inline constexpr Adjusted kMathAttributes[] = {
${adjust_math_attribute}};
inline constexpr std::uint32_t kForeignAttributes[] = {
${foreign_attributes}};

}  // namespace syndicat::html::names
")
