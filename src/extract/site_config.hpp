#pragma once
// Files of rules in the fivefilters site-config format: one file a site, one instruction a line, XPath throughout.

#include <string>
#include <string_view>
#include <vector>

#include "extract/site_rule.hpp"

namespace syndicat::extract {

// Reads one file. What is not understood, and what the format has and we do not do, is told in `notes`, each with
// `path:line` in front; the rest of the file counts all the same. What is done is listed in syndicat-fetch(1).
SiteRule read_site_config(std::string_view bytes, const std::string& path, std::vector<std::string>& notes);

}  // namespace syndicat::extract
