#pragma once
// Where the fields of an article come from, for people and as JSON.

#include <string>
#include <vector>

#include "extract/extract.hpp"

namespace syndicat::cli {

// One line for each field with its value and source, and below it, set in, the rivals that it beat.
std::string explain(const std::string& source, const std::vector<extract::Statement>& statements);

// An object: the source of each field by the field's name.
std::string sources_as_json(const std::vector<extract::Statement>& statements);

}  // namespace syndicat::cli
