#include "validate/suppress.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

// The rules that a comment names; nothing where it is another comment.
std::optional<std::vector<std::string>> read(std::string_view comment) {
  constexpr std::string_view kMark = "syndicat:";
  comment = text::trim(comment);
  if (!comment.starts_with(kMark)) return std::nullopt;
  comment = text::trim(comment.substr(kMark.size()));
  if (!comment.starts_with("ignore")) return std::nullopt;
  comment.remove_prefix(6);
  std::vector<std::string> rules;
  while (!comment.empty()) {
    const auto start = comment.find_first_not_of(" \t\r\n,");
    if (start == std::string_view::npos) break;
    const auto end = comment.find_first_of(" \t\r\n,", start);
    rules.emplace_back(comment.substr(start, end - start));
    comment = end == std::string_view::npos ? std::string_view() : comment.substr(end);
  }
  return rules;
}

}  // namespace

std::vector<Suppression> suppressions(const xml::Document& document) {
  std::vector<Suppression> asked;
  if (document.text().find("syndicat:") == std::string::npos) return asked;
  for (const auto node : document.prologue())
    if (node.kind() == xml::Kind::comment && node.start_offset() < document.root().start_offset())
      if (auto rules = read(node.value())) asked.push_back({0, document.text().size() + 1, std::move(*rules)});
  for (std::size_t at = 0; at < document.node_count(); ++at) {
    const auto element = document.node(at);
    if (!element.is_element()) continue;
    std::vector<std::vector<std::string>> waiting;
    for (const auto part : element.nodes()) {
      if (part.kind() == xml::Kind::comment) {
        if (auto rules = read(part.value())) waiting.push_back(std::move(*rules));
      } else if (part.is_element()) {
        for (auto& rules : waiting) asked.push_back({part.start_offset(), part.end_offset(), std::move(rules)});
        waiting.clear();
      }
    }
  }
  return asked;
}

void suppress(std::vector<Finding>& findings, const std::vector<Suppression>& asked) {
  if (asked.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.rule == "sax-error" || finding.rule == "unicode-error" || finding.rule == "validator-limit")
      return false;
    return std::ranges::any_of(asked, [&](const Suppression& one) {
      if (finding.start.offset < one.start || finding.start.offset >= one.end) return false;
      return one.rules.empty() || std::ranges::find(one.rules, finding.rule) != one.rules.end();
    });
  });
}

}  // namespace syndicat::validate
