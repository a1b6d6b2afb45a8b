#include "text/markup.hpp"

#include <array>

namespace syndicat::text {
namespace {

// What an escaping loop does at a byte; all others are copied in runs.
enum class Step : unsigned char { copy, escape, drop, look };

// XML 1.0, section 2.2: no control characters but tab, line feed and carriage return; no U+FFFE, no U+FFFF and no
// surrogates. The last two begin with 0xEF and 0xED in UTF-8.
constexpr std::array<Step, 256> steps(bool attribute) {
  std::array<Step, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = Step::drop;
  table['\t'] = table['\n'] = attribute ? Step::escape : Step::copy;
  table['\r'] = Step::escape;  // a parser would read it as a line feed
  table['<'] = table['>'] = table['&'] = Step::escape;
  if (attribute) table['"'] = Step::escape;
  table[0xED] = table[0xEF] = Step::look;
  return table;
}
constexpr auto kContentSteps = steps(false);
constexpr auto kAttributeSteps = steps(true);

std::string_view reference(char c) {
  switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    default: return "&#13;";
  }
}

// Whether the three bytes at `at` are a surrogate, U+FFFE or U+FFFF.
bool is_forbidden(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (static_cast<unsigned char>(text[at]) == 0xED) return second >= 0xA0;
  return second == 0xBF && third >= 0xBE;
}

void append(std::string& to, std::string_view text, const std::array<Step, 256>& table) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Step step = table[static_cast<unsigned char>(text[at])];
    if (step == Step::copy || (step == Step::look && !is_forbidden(text, at))) continue;
    to.append(text, copied, at - copied);
    if (step == Step::escape) to += reference(text[at]);
    if (step == Step::look) at += 2;
    copied = at + 1;
  }
  to.append(text, copied);
}

}  // namespace

void append_escaped_xml(std::string& to, std::string_view text) { append(to, text, kContentSteps); }
void append_escaped_xml_attribute(std::string& to, std::string_view text) { append(to, text, kAttributeSteps); }

std::string escape_xml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  append(escaped, text, kContentSteps);
  return escaped;
}

std::string escape_xml_attribute(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 16);
  append(escaped, text, kAttributeSteps);
  return escaped;
}

std::string text_to_html(std::string_view text) {
  std::string html;
  bool in_paragraph = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t first = line.find_first_not_of(" \t\r\f");
    if (first == std::string_view::npos) {
      if (in_paragraph) html += "</p>\n";
      in_paragraph = false;
      continue;
    }
    line = line.substr(first, line.find_last_not_of(" \t\r\f") + 1 - first);
    html += in_paragraph ? "<br>\n" : "<p>";
    append_escaped_xml(html, line);
    in_paragraph = true;
  }
  if (in_paragraph) html += "</p>\n";
  if (!html.empty()) html.pop_back();  // no line end behind the last one
  return html;
}

}  // namespace syndicat::text
