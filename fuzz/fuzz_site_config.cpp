// A rule of a site, then a NUL, then a page: whatever the rule says, it is read, asked, and the page becomes an article
// or none.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/site_answer.hpp"
#include "extract/site_config.hpp"
#include "html/document.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(bytes.find('\0'), bytes.size());
  std::vector<std::string> notes;
  const auto rule = extract::read_site_config(bytes.substr(0, end), "paper.example.txt", notes);
  auto page = html::parse(extract::with_replacements(rule, bytes.substr(std::min(end + 1, bytes.size()))));
  static_cast<void>(extract::ask(rule, page));
  static_cast<void>(page.root().text());
  return 0;
}
