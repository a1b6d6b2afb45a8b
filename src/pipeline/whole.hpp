#pragma once
// An article that does not stand on one page, or not on the page that was asked for.

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.hpp"
#include "fetch/fetch.hpp"
#include "http/http.hpp"
#include "pipeline/gather.hpp"

namespace syndicat::pipeline {

// Gets one more page.
using GetPage = std::function<Result<fetch::Page>(const std::string& url)>;

constexpr std::uint64_t kMostPages = 10;  // of one article, where nobody says otherwise

// As `gather`; where a site's rule says that the whole article stands on another page (single_page_link), that one is
// read by `get`, and its text taken. Else, where the article is split over several pages, up to `most_pages` of them
// are read and their text joined; 1: only `page`. Id, address and all but the text stay those of `page`. What cannot be
// had is told in the notes, and what was read before counts.
Result<Gathered> gather_whole(fetch::Page page, const GatherOptions& options, std::uint64_t most_pages,
                              const GetPage& get);

// `send`, with the header fields that the rules have for the address of each request. `rules` is borrowed.
http::Send with_site_headers(http::Send send, extract::SiteRules& rules);

}  // namespace syndicat::pipeline
