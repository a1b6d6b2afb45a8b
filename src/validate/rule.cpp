#include "validate/rule.hpp"

#include <array>

#include <fmt/format.h>

#include "text/nearest.hpp"
#include "validate/rule_ref.hpp"

namespace syndicat::validate {
namespace {

using Change = Profile::Change;

// clang-format off
// What people publish and read today: advice that nobody follows any more stays unsaid.
constexpr std::array kDefault = {
    Change{"character-data", std::nullopt, "readers have long settled how & and < in titles are read, and nobody writes them as numbers"},
    Change{"avoid-text-input", Severity::info, "it does no harm where no reader shows it"},
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"nonstd-encoding", Severity::warning, "a reader need not know any encoding but UTF-8 and UTF-16, and loses the feed"},
    Change{"avoid-namespace-prefix", Severity::info, "any XML parser reads both ways; only readers without one do not"},
    Change{"duplicate-updated", Severity::info, "programs that change all entries at once write one time for all"},
    Change{"media-group-without-alternatives", Severity::warning, "the specification lets a group of one be, and large sites write it"},
};

// The letter of the specifications only: no advice.
constexpr std::array kSpec = {
    Change{"character-data", std::nullopt, "readers have long settled how & and < in titles are read, and nobody writes them as numbers"},
    Change{"avoid-text-input", std::nullopt, "it is advice, and RSS 2.0 has the element"},
    Change{"misplaced-item", std::nullopt, "RSS 2.0 asks for no order"},
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"missing-recommended-member", std::nullopt, "it is advice"},
    Change{"need-description-before-content", std::nullopt, "RSS 2.0 asks for no order"},
    Change{"slash-date", std::nullopt, "it is advice"},
    Change{"use-zero-for-midnight", std::nullopt, "RSS 0.91 counted to 24"},
};

// That validator's opinions, for who compares.
constexpr std::array kW3c = {
    Change{"unknown-region", std::nullopt, "that validator has no such rule"},
    Change{"enclosure-without-length", std::nullopt, "that validator has no such rule"},
    Change{"missing-content-type", std::nullopt, "that validator has no such rule"},
    Change{"invalid-etag", std::nullopt, "that validator has no such rule"},
    Change{"invalid-last-modified", std::nullopt, "that validator has no such rule"},
    Change{"no-cross-origin", std::nullopt, "that validator has no such rule"},
    Change{"large-document", std::nullopt, "that validator has no such rule"},
    Change{"names-nothing", std::nullopt, "that validator has no such rule"},
    Change{"not-in-channel", std::nullopt, "that validator has no such rule"},
    Change{"items-without-order", std::nullopt, "that validator has no such rule"},
    Change{"not-http-url", std::nullopt, "that validator has no such rule"},
    Change{"moved-for-good", std::nullopt, "that validator has no such rule"},
    Change{"misplaced-metadata", Severity::error, "that validator wants a feed's metadata before its entries; RFC 4287 gives no order any meaning"},
    Change{"misplaced-xhtml-content", Severity::warning, "that validator warns; RFC 4287 says that there MUST be one div, and lets nothing stand beside it"},
    Change{"schema", std::nullopt, "that validator has no schema"},
};

// The Best Practices Profile of the RSS Advisory Board, all of it.
constexpr std::array kRssProfile = {
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"email-format", Severity::error, "the profile asks for address and name in this order"},
    Change{"missing-guid", Severity::error, "the profile asks for one"},
    Change{"missing-atom-self-link", Severity::error, "the profile asks for one"},
};

// A show that all directories take.
constexpr std::array kPodcast = {
    Change{"character-data", std::nullopt, "readers have long settled how & and < in titles are read, and nobody writes them as numbers"},
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"avoid-text-input", Severity::info, "it does no harm where no player shows it"},
    Change{"missing-guid", Severity::error, "directories tell episodes apart by it"},
    Change{"missing-itunes-element", Severity::error, "directories refuse the show without"},
    Change{"missing-itunes-email", Severity::warning, "directories send their questions there"},
    Change{"podcast-guid-version", Severity::error, "the show is not found under another"},
    Change{"duplicate-enclosure", Severity::error, "players take one of them, each another"},
};

// What Apple refuses.
constexpr std::array kApple = {
    Change{"character-data", std::nullopt, "readers have long settled how & and < in titles are read, and nobody writes them as numbers"},
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"avoid-text-input", Severity::info, "it does no harm where no player shows it"},
    Change{"missing-guid", Severity::error, "episodes are told apart by it"},
    Change{"missing-itunes-element", Severity::error, "the show is refused without"},
    Change{"obsolete-itunes-category", Severity::error, "the show is listed nowhere"},
    Change{"unsupported-itunes-format", Severity::error, "the episode does not play"},
    Change{"not-utf8", Severity::error, "the feed is refused"},
    Change{"duplicate-enclosure", Severity::error, "one episode is one file there"},
};

// What Google News passes over.
constexpr std::array kGoogleNews = {
    Change{"character-data", std::nullopt, "readers have long settled how & and < in titles are read, and nobody writes them as numbers"},
    Change{"missing-encoding", std::nullopt, "XML without a declaration is UTF-8, as feeds are"},
    Change{"old-news", Severity::error, "it is passed over"},
    Change{"implausible-date", Severity::error, "it is passed over"},
};

// clang-format on

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

constexpr bool all_have_reasons() {
  for (const auto& profile : kProfiles)
    for (const auto& change : profile.changes)
      if (change.reason.empty()) return false;
  return true;
}
static_assert(all_have_reasons(), "syndicat-rules(7) says why a profile differs");

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
