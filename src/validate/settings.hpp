#pragma once
// What a person says for many runs: whose opinions, which rules speak and how gravely, and where otherwise.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validate/validate.hpp"

namespace syndicat::validate {

// For documents at certain places.
struct SettingsAt {
  std::vector<std::string> patterns;
  std::string profile;  // empty: as everywhere
  std::vector<SeverityChange> severities;
};

struct Settings {
  std::string folder;            // that relative patterns start at
  std::string profile, fail_on;  // empty: not said
  std::vector<SeverityChange> severities;
  std::vector<SettingsAt> places;  // in their order; a later one goes before an earlier

  // The profile and the severities for the document at `path`, a path or a URL.
  std::string profile_for(const std::string& path) const;
  std::vector<SeverityChange> severities_for(const std::string& path) const;
};

// Whether a path is what a pattern means: "*" and "?" stand for what is no slash, "**" for anything. A pattern without
// a slash is about the file's name alone. Takes as many steps as path times pattern at most.
bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace syndicat::validate
