#pragma once
// How a document came: the answer's status and headers against what the document is.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace syndicat::validate {

class Check;

struct Transport {
  int status = 0;  // 0: not known
  std::vector<int> redirects{};  // the statuses of the answers that led here
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<std::string> bad_names{};  // lines that are no headers

  std::string_view get(std::string_view name) const;  // the first of that name, or empty
  std::string charset() const;                        // of Content-Type, or empty
};

// Reads what `curl -i` or `curl -D FILE` writes: a status line and headers; of several answers the last, and of those
// before it the redirects. Fails as
// `misuse` where there is neither.
Result<Transport> read_transport(std::string_view text);

// `format` is the report's: "Atom 1.0".
void check_transport(Check& check, const Transport& transport, std::string_view format);

}  // namespace syndicat::validate
