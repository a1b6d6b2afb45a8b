#pragma once
// What validation saw: one finding, one place, one rule.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace syndicat::validate {

enum class Severity : std::uint8_t { info, warning, error };

std::string_view name(Severity severity);

struct Place {
  std::uint32_t line = 0, column = 0;  // from 1, columns in characters; 0: the document as a whole
  std::size_t offset = 0;              // bytes of the UTF-8 text
};

// A correction that changes nothing else: the bytes from `start` to `end` of the UTF-8 text become `text`.
struct Edit {
  std::size_t start = 0, end = 0;
  std::string text;
};

struct Finding {
  std::string_view rule;  // its id in the table of rules
  Severity severity = Severity::error;
  std::string message;                                      // what is wrong here
  std::string advice;                                       // what to write instead
  Place start, end;                                         // end: behind the last character
  std::string pointer;                                      // JSON Pointer, for JSON
  std::vector<std::pair<std::string, std::string>> params;  // element, parent, attr, value ...
  std::optional<Edit> edit;                                 // where a safe correction is known
};

// That a rule speaks otherwise than its table and the profile have it; no severity: it is silent.
struct SeverityChange {
  std::string rule;
  std::optional<Severity> severity;
};

// What the document itself asks silence about: these rules, or all where there are none, between two places.
struct Suppression {
  std::size_t start = 0, end = 0;  // offsets into the text
  std::vector<std::string> rules;
};

}  // namespace syndicat::validate
