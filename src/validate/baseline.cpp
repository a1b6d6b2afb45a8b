#include "validate/baseline.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

std::string key_of(std::string_view file, std::string_view rule,
                   std::vector<std::pair<std::string, std::string>> params) {
  std::ranges::sort(params);
  std::string key = fmt::format("{}\n{}", file, rule);
  for (const auto& [name, value] : params)
    if (name != "line" && name != "column" && name != "exception") key += fmt::format("\n{}={}", name, value);
  return key;
}

}  // namespace

Result<void> Baseline::add(std::string_view lines) {
  std::size_t number = 0;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const auto line = text::trim(lines.substr(0, end));
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
    ++number;
    if (line.empty()) continue;
    const auto value = json::parse(line);
    const auto* file = value ? value->find("file") : nullptr;
    const auto* rule = value ? value->find("rule") : nullptr;
    const auto* params = value ? value->find("params") : nullptr;
    if (file == nullptr || rule == nullptr || file->string() == nullptr || rule->string() == nullptr)
      return fail(Cause::misuse, "line {} is no finding; give what --format jsonl wrote", number);
    std::vector<std::pair<std::string, std::string>> pairs;
    if (params != nullptr && params->object() != nullptr)
      for (const auto& member : *params->object())
        if (member.value().string() != nullptr) pairs.emplace_back(member.name, *member.value().string());
    ++known_[key_of(*file->string(), *rule->string(), std::move(pairs))];
  }
  return {};
}

void Baseline::remove_known(std::string_view file, Report& report) const {
  if (known_.empty()) return;
  std::unordered_map<std::string, std::size_t> seen;
  std::erase_if(report.findings, [&](const Finding& finding) {
    const auto key = key_of(file, finding.rule, finding.params);
    const auto known = known_.find(key);
    return known != known_.end() && ++seen[key] <= known->second;
  });
}

}  // namespace syndicat::validate
