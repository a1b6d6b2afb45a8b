#pragma once
// What every reader's fuzz target does: whatever is read can be written in each format, is well-formed there, and is
// read again as the same.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/format.hpp"
#include "formats/markup.hpp"
#include "text/uri.hpp"
#include "xml/document.hpp"

namespace syndicat::fuzz {

inline void fill(model::Feed& feed) {
  if (formats::plain(feed.title).empty()) feed.title = {model::Text::Kind::plain, "T"};
  if (feed.home_page_url.empty() || !text::is_iri_reference(feed.home_page_url) ||
      text::leads_nowhere(feed.home_page_url))
    feed.home_page_url = "https://n.example/";
}

inline void read_and_write(std::string_view bytes, std::string_view format_name) {
  formats::ReadOptions as_it_comes, strict;
  as_it_comes.base_uri = "https://n.example/base/";
  strict.strict = true;
  auto reading = formats::find_format(format_name)->read(std::string(bytes), as_it_comes);
  if (!reading) return;
  fill(reading->feed);
  for (const auto& format : formats::formats()) {
    if (format.write == nullptr) continue;
    formats::WriteOptions at_first;
    at_first.now = text::Instant{0, 0, 0};
    const auto written = format.write(reading->feed, at_first);
    if (!format.lossless) continue;
    if (!written) {
      std::fprintf(stderr, "%s\n", written.error().message.c_str());
      std::abort();
    }
    auto again = format.read(*written, strict);
    if (!again) {
      std::fprintf(stderr, "%s\n%s\n", again.error().message.c_str(), written->c_str());
      std::abort();
    }
    if (again->feed.items.size() != reading->feed.items.size()) std::abort();
  }
}

}  // namespace syndicat::fuzz
