#pragma once
// A rule named in code: `report("missing-element", ...)`. A name that is not in the table does not compile.

#include <array>

#include "validate/rules_archive.hpp"
#include "validate/rules_atom.hpp"
#include "validate/rules_comparing.hpp"
#include "validate/rules_json_feed.hpp"
#include "validate/rules_media.hpp"
#include "validate/rules_modules.hpp"
#include "validate/rules_rss.hpp"
#include "validate/rules_structure.hpp"
#include "validate/rules_transport.hpp"
#include "validate/rules_values.hpp"
#include "validate/rules_xml.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kRuleTables = {
    std::span<const Rule>(kXmlRules),  std::span<const Rule>(kStructureRules), std::span<const Rule>(kValueRules),
    std::span<const Rule>(kRssRules),  std::span<const Rule>(kAtomRules),      std::span<const Rule>(kJsonFeedRules),
    std::span<const Rule>(kMediaRules), std::span<const Rule>(kArchiveRules),   std::span<const Rule>(kModuleRules),
    std::span<const Rule>(kTransportRules), std::span<const Rule>(kComparingRules),
};
// clang-format on

class RuleRef {
 public:
  consteval RuleRef(const char* id) : rule_(find(id)) {}  // NOLINT(google-explicit-constructor): it reads as a name
  constexpr const Rule& operator*() const { return *rule_; }
  constexpr const Rule* operator->() const { return rule_; }
  bool operator==(const RuleRef&) const = default;

 private:
  static consteval const Rule* find(std::string_view id) {
    for (const auto table : kRuleTables)
      for (const auto& rule : table)
        if (rule.id == id) return &rule;
    throw "no such rule";  // only ever seen by the compiler
  }
  const Rule* rule_;
};

}  // namespace syndicat::validate
