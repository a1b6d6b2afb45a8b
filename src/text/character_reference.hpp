#pragma once
// "&amp;" and its kind (the HTML Standard, sections 13.2.5.72 to 80).

#include <string>
#include <string_view>

namespace syndicat::text {

struct Reference {
  std::size_t length = 0;        // of the reference in bytes, from the "&"; 0: it is none
  std::string_view error;        // by the standard's name; empty: none
  std::size_t error_at = 0;      // bytes behind the "&" where the error is
  std::string_view value_error;  // what is wrong with the number, if it is one
};

// Reads the reference at the beginning of `text`, which is a "&", and appends what it stands for.
Reference read_reference(std::string_view text, bool in_attribute, std::string& characters);

}  // namespace syndicat::text
