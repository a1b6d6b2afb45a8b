#pragma once
// Gets the bytes of a source: a URL (http, https, file), a path, or standard input.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/http.hpp"
#include "store/store.hpp"

namespace syndicat::fetch {

struct Page {
  std::string bytes;
  std::string media_type;  // "text/html", as the server said; empty for files
  std::string charset;     // as the server said
  std::string url;         // where the bytes came from; a file: URL for paths, empty for standard input
  store::Validators validators;
  std::vector<std::string> hubs;  // rel=hub in the answer's Link fields (WebSub, section 4), absolute
  std::string self;               // rel=self there
};

// The page at `source`, or nothing where it is the one that `seen` describes (304, or the same bytes). Fails as
// `unreadable` (no such file, more than `max_size` bytes), `network` or `refused` (an HTTP status of 400 and above);
// the words name the source.
Result<std::optional<Page>> get(const std::string& source, const std::optional<store::Validators>& seen,
                                const http::Send& send, std::uint64_t max_size);

}  // namespace syndicat::fetch
