#pragma once
// What a page says of itself outside of its text: title, meta, link and script elements, the attributes of <html>.

#include <string>
#include <vector>

#include "extract/claims.hpp"
#include "extract/page_tree.hpp"
#include "html/document.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

struct PageFacts {
  std::string title;                           // of the title element, spaces collapsed
  std::string base;                            // what relative addresses are seen from
  std::string language, direction;             // <html lang dir>, as written
  std::vector<model::Translation> alternates;  // hreflang, absolute, "x-default" left out
  std::vector<std::string> json_ld;            // the scripts
};

// Reads them, and puts what they say of the article into `claims`. `url`: where the page came from, may be empty.
PageFacts read_facts(const html::Document& page, const Tree& tree, const std::string& url, Claims& claims);

}  // namespace syndicat::extract
