#pragma once
// The table of rules: what each is called, how grave it is, what it says, why it matters and what to write instead.
// `--explain`, `syndicat rules` and syndicat-rules(7) are made of it. The rows lie by theme in rules_*.hpp.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "validate/finding.hpp"

namespace syndicat::validate {

// The words may hold {subject} (the value looked at: "<link>", "href of <link>"), {element}, {parent}, {attr},
// {value} and any other parameter of the finding.
struct Rule {
  std::string_view id;
  Severity severity;
  std::string_view message;  // one line, lower case, no full stop
  std::string_view why;      // sentences
  std::string_view instead;  // one line of advice, lower case, no full stop
  std::string_view section;  // "RFC 4287, section 4.1.2"
};

// All rules, by theme.
std::span<const std::span<const Rule>> rule_tables();

// The rule of that id, or null.
const Rule* find_rule(std::string_view id);

// The id that a person may have meant by another, or an empty text.
std::string nearest_rule(std::string_view id);

// What to tell of an id that is none: "missing-guidd: no such rule; did you mean missing-guid?".
std::string unknown_rule(std::string_view id);

// A set of opinions: which rules speak, and how gravely.
struct Profile {
  std::string_view name;
  std::string_view summary;
  struct Change {
    std::string_view rule;
    std::optional<Severity> severity;  // nothing: the rule is silent
    std::string_view reason;           // why, as a clause without a full stop
  };
  std::span<const Change> changes;  // against the table of rules
  bool strict = false;              // whatever is a warning counts as an error
};

std::span<const Profile> profiles();
const Profile* find_profile(std::string_view name);

}  // namespace syndicat::validate
