// Any text as the HTML of an item, escaped in XML and as a string of JSON: the checks tell the same of both, and each
// place lies within the document.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "json/writer.hpp"
#include "text/encoding.hpp"
#include "text/markup.hpp"
#include "validate/html.hpp"
#include "validate/validate.hpp"

using namespace syndicat;

namespace {

// What was found wrong with the HTML that stands between the two places, in order.
std::vector<std::string_view> found_in(std::string document, std::size_t first, std::size_t last) {
  constexpr std::string_view kOfHtml[] = {"not-html", "security-risk", "security-risk-attr", "dangerous-style-attr",
                                          "contains-rel-ref"};
  const auto report = validate::check(std::move(document), {});
  if (!report) return {};
  std::vector<std::string_view> rules;
  for (const auto& finding : report->findings) {
    if (finding.start.offset > finding.end.offset || finding.end.offset > report->text.size()) std::abort();
    if (std::ranges::find(kOfHtml, finding.rule) == std::end(kOfHtml)) continue;
    if (finding.start.offset < first || finding.end.offset > last) std::abort();
    rules.push_back(finding.rule);
  }
  std::ranges::sort(rules);
  return rules;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  // Other bytes are a matter of the formats that hold the text.
  const bool is_plain = text::is_utf8(html) && std::none_of(html.begin(), html.end(), [](char c) {
                          return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
                        });
  if (!is_plain || size > 64U << 10U) return 0;
  validate::find_markup(html);
  const std::string head =
      "<rss version=\"2.0\"><channel><title>T</title><link>https://n.example/</link>"
      "<description>D</description><item><guid>https://n.example/1</guid><description>";
  const auto escaped = text::escape_xml(html);
  const auto in_xml =
      found_in(head + escaped + "</description></item></channel></rss>", head.size(), head.size() + escaped.size());
  json::Writer writer(json::Writer::Style::compact);
  const auto string = writer.value(html).take();
  const std::string start =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"content_html\":";
  const auto in_json = found_in(start + string + "}]}", start.size(), start.size() + string.size());
  if (in_xml != in_json) {
    for (const auto& [name, rules] : {std::pair("XML", in_xml), {"JSON", in_json}})
      for (const auto rule : rules)
        std::fprintf(stderr, "%s: %.*s\n", name, static_cast<int>(rule.size()), rule.data());
    std::abort();
  }
  return 0;
}
