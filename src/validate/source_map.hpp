#pragma once
// From a place in a value back to the place in the document: "&lt;p>" is "<p>" in the value, and so is "\u003cp>" in
// JSON.

#include <cstddef>
#include <string_view>

#include "validate/check.hpp"

namespace syndicat::validate {

// Asked for places in rising order; the work of all questions together is linear.
class SourceMap {
 public:
  SourceMap(const Check& check, const Subject& subject);

  // Where the bytes from `start` to `end` of the subject's text stand in the document; the subject's own place where
  // that cannot be told (an entity of the document's own).
  Span span(std::size_t start, std::size_t end);

 private:
  std::size_t place(std::size_t offset);
  bool step();         // one character, reference or mark on
  bool step_string();  // the same in a string of JSON

  std::string_view source_;
  std::string_view value_;
  Span whole_;
  std::size_t source_at_, value_at_ = 0;
  bool direct_ = false, lost_ = false, in_cdata_ = false, is_json_;
};

}  // namespace syndicat::validate
