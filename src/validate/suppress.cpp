#include "validate/suppress.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text/unicode.hpp"
#include "validate/rule.hpp"

namespace syndicat::validate {
namespace {

// A rule as it is named, and where.
void take(std::string_view name, Span span, std::string_view pointer, std::vector<std::string>& rules, Check& check) {
  if (find_rule(name) == nullptr) {
    const auto nearest = nearest_rule(name);
    check.report(
        "unknown-rule", span,
        {{"value", name}, {"nearest", nearest.empty() ? "one of `syndicat rules`" : std::string_view(nearest)}},
        pointer);
  }
  rules.emplace_back(name);
}

// The rules that a comment names; nothing where it is another comment.
std::optional<std::vector<std::string>> read(std::string_view text, xml::Node comment, Check& check) {
  constexpr std::string_view kMark = "syndicat:", kWord = "ignore", kBlank = " \t\r\n,";
  constexpr std::size_t kOpen = 4, kClose = 3;  // of "<!--" and "-->"
  auto at = comment.start_offset() + kOpen;
  const std::size_t end = std::max<std::size_t>(at, comment.end_offset() - kClose);
  const auto words = text.substr(0, end);
  for (const auto word : {kMark, kWord}) {
    at = std::min(words.find_first_not_of(kBlank, at), end);
    if (!words.substr(at).starts_with(word)) return std::nullopt;
    at += word.size();
  }
  std::vector<std::string> rules;
  while ((at = words.find_first_not_of(kBlank, at)) != std::string_view::npos) {
    const auto stop = std::min(words.find_first_of(kBlank, at), end);
    take(words.substr(at, stop - at), {at, stop}, {}, rules, check);
    at = stop;
  }
  return rules;
}

void read(const json::Value& object, Span holds, const std::string& pointer, std::vector<Suppression>& asked,
          Check& check) {
  const auto* own = object.find("_syndicat");
  const auto* ignored = own == nullptr ? nullptr : own->find("ignore");
  if (ignored == nullptr) return;
  if (ignored->boolean() != nullptr && *ignored->boolean()) asked.push_back({holds.start, holds.end, {}});
  if (ignored->array() == nullptr) return;
  Suppression suppression{holds.start, holds.end, {}};
  for (std::size_t at = 0; at < ignored->array()->size(); ++at) {
    const auto& one = (*ignored->array())[at];
    if (one.string() != nullptr)
      take(*one.string(), {one.offset, one.end}, fmt::format("{}/_syndicat/ignore/{}", pointer, at), suppression.rules,
           check);
  }
  if (!suppression.rules.empty()) asked.push_back(std::move(suppression));
}

constexpr std::array kNeverSilent =
    std::to_array<std::string_view>({"sax-error", "unicode-error", "validator-limit", "json-error", "unknown-rule"});

}  // namespace

std::vector<Suppression> suppressions(const xml::Document& document, Check& check) {
  std::vector<Suppression> asked;
  const std::string_view text = document.text();
  if (text.find("syndicat:") == std::string_view::npos) return asked;
  for (const auto node : document.prologue())
    if (node.kind() == xml::Kind::comment && node.start_offset() < document.root().start_offset())
      if (auto rules = read(text, node, check)) asked.push_back({0, text.size() + 1, std::move(*rules)});
  for (std::size_t at = 0; at < document.node_count(); ++at) {
    const auto element = document.node(at);
    if (!element.is_element()) continue;
    std::vector<std::vector<std::string>> waiting;
    for (const auto part : element.nodes()) {
      if (part.kind() == xml::Kind::comment) {
        if (auto rules = read(text, part, check)) waiting.push_back(std::move(*rules));
      } else if (part.is_element()) {
        for (auto& rules : waiting) asked.push_back({part.start_offset(), part.end_offset(), std::move(rules)});
        waiting.clear();
      }
    }
  }
  return asked;
}

std::vector<Suppression> suppressions(const json::Value& feed, Check& check) {
  std::vector<Suppression> asked;
  if (check.text().find("\"_syndicat\"") == std::string_view::npos) return asked;
  read(feed, {0, check.text().size() + 1}, {}, asked, check);
  const auto* items = feed.find("items");
  if (items == nullptr || items->array() == nullptr) return asked;
  for (std::size_t at = 0; at < items->array()->size(); ++at) {
    const auto& item = (*items->array())[at];
    read(item, {item.offset, item.end}, fmt::format("/items/{}", at), asked, check);
  }
  return asked;
}

std::vector<Suppression> suppressions_of_item(const json::Value& item, Check& check) {
  std::vector<Suppression> asked;
  read(item, {item.offset, item.end}, {}, asked, check);
  return asked;
}

void suppress(std::vector<Finding>& findings, const std::vector<Suppression>& asked) {
  if (asked.empty()) return;
  // The spans lie within each other or apart, as elements do, so that those around a place are a stack.
  std::vector<const Suppression*> waiting, open;
  for (const auto& one : asked) waiting.push_back(&one);
  std::ranges::stable_sort(waiting, {}, [](const Suppression* one) { return one->start; });
  auto next = waiting.begin();
  std::erase_if(findings, [&](const Finding& finding) {
    const auto place = finding.start.offset;
    for (; next != waiting.end() && (*next)->start <= place; ++next) {
      while (!open.empty() && open.back()->end <= (*next)->start) open.pop_back();
      open.push_back(*next);
    }
    while (!open.empty() && open.back()->end <= place) open.pop_back();
    if (std::ranges::find(kNeverSilent, finding.rule) != kNeverSilent.end()) return false;
    return std::ranges::any_of(open, [&](const Suppression* one) {
      return one->rules.empty() || std::ranges::find(one->rules, finding.rule) != one->rules.end();
    });
  });
}

}  // namespace syndicat::validate
