#include "validate/rule.hpp"

#include <array>

#include <fmt/format.h>

#include "text/nearest.hpp"
#include "validate/rule_ref.hpp"

namespace syndicat::validate {
namespace {

using Change = Profile::Change;

// What people publish and read today: advice that nobody follows any more stays unsaid.
// clang-format off
constexpr std::array kDefault = {
    Change{"character-data", std::nullopt},
    Change{"avoid-text-input", Severity::info},
    Change{"missing-encoding", std::nullopt},
    Change{"nonstd-encoding", Severity::warning},
    Change{"avoid-namespace-prefix", Severity::info},
    Change{"duplicate-updated", Severity::info},
    Change{"media-group-without-alternatives", Severity::warning},
};
// clang-format on

// The letter of the specifications only: no advice.
constexpr std::array kSpec = {
    Change{"character-data", std::nullopt},
    Change{"avoid-text-input", std::nullopt},
    Change{"misplaced-item", std::nullopt},
    Change{"missing-encoding", std::nullopt},
    Change{"missing-recommended-member", std::nullopt},
    Change{"need-description-before-content", std::nullopt},
    Change{"slash-date", std::nullopt},
    Change{"use-zero-for-midnight", std::nullopt},
};

// That validator's opinions, for who compares.
constexpr std::array kW3c = {
    Change{"no-cross-origin", std::nullopt},
    Change{"large-document", std::nullopt},
    Change{"moved-for-good", std::nullopt},
    Change{"misplaced-metadata", Severity::error},
};

// The Best Practices Profile of the RSS Advisory Board, all of it.
constexpr std::array kRssProfile = {
    Change{"missing-encoding", std::nullopt},
    Change{"email-format", Severity::error},
    Change{"missing-guid", Severity::error},
    Change{"missing-atom-self-link", Severity::error},
};

// A show that all directories take.
constexpr std::array kPodcast = {
    Change{"character-data", std::nullopt},
    Change{"missing-encoding", std::nullopt},
    Change{"avoid-text-input", Severity::info},
    Change{"missing-guid", Severity::error},
    Change{"missing-itunes-element", Severity::error},
    Change{"missing-itunes-email", Severity::warning},
    Change{"podcast-guid-version", Severity::error},
    Change{"duplicate-enclosure", Severity::error},
};

// What Apple refuses.
constexpr std::array kApple = {
    Change{"character-data", std::nullopt},
    Change{"missing-encoding", std::nullopt},
    Change{"avoid-text-input", Severity::info},
    Change{"missing-guid", Severity::error},
    Change{"missing-itunes-element", Severity::error},
    Change{"obsolete-itunes-category", Severity::error},
    Change{"unsupported-itunes-format", Severity::error},
    Change{"not-utf8", Severity::error},
    Change{"duplicate-enclosure", Severity::error},
};

// What Google News passes over.
constexpr std::array kGoogleNews = {
    Change{"character-data", std::nullopt},
    Change{"missing-encoding", std::nullopt},
    Change{"old-news", Severity::error},
    Change{"implausible-date", Severity::error},
};

constexpr std::array kProfiles = {
    Profile{"default", "today's practice", kDefault},
    Profile{"spec", "the letter of the specifications", kSpec},
    Profile{"w3c", "the opinions of the W3C's feed validator", kW3c},
    Profile{"rss-profile", "the RSS Advisory Board's best practices", kRssProfile},
    Profile{"podcast", "what all podcast directories take", kPodcast},
    Profile{"apple", "what Apple Podcasts takes", kApple},
    Profile{"google-news", "what Google News takes", kGoogleNews},
    Profile{"strict", "as default, and no warning is let pass", kDefault, true},
};

}  // namespace

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: break;
  }
  return "info";
}

std::span<const std::span<const Rule>> rule_tables() { return kRuleTables; }

const Rule* find_rule(std::string_view id) {
  for (const auto table : kRuleTables)
    for (const auto& rule : table)
      if (rule.id == id) return &rule;
  return nullptr;
}

std::string nearest_rule(std::string_view id) {
  std::vector<std::string> ids;
  for (const auto table : kRuleTables)
    for (const auto& rule : table) ids.emplace_back(rule.id);
  return text::nearest(id, ids);
}

std::string unknown_rule(std::string_view id) {
  const auto nearest = nearest_rule(id);
  return fmt::format("{}: no such rule; {}", id,
                     nearest.empty() ? "see `syndicat rules`" : fmt::format("did you mean {}?", nearest));
}

std::span<const Profile> profiles() { return kProfiles; }

const Profile* find_profile(std::string_view name) {
  for (const auto& profile : kProfiles)
    if (profile.name == name) return &profile;
  return nullptr;
}

}  // namespace syndicat::validate
