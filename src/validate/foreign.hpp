#pragma once
// SVG and MathML within texts: what they are made of.

#include <string_view>

namespace syndicat::validate {

bool is_svg_element(std::string_view name);
bool is_math_element(std::string_view name);
// Attributes of either, and those that any element may have.
bool is_foreign_attribute(std::string_view name);

}  // namespace syndicat::validate
