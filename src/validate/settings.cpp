#include "validate/settings.hpp"

#include <algorithm>
#include <filesystem>

#include "text/uri.hpp"

namespace syndicat::validate {
namespace {

namespace fs = std::filesystem;

// As the patterns see it: from the settings' folder, without "./" and "..".
std::string seen_from(const std::string& folder, const std::string& path) {
  if (path == "-" || text::is_web_url(path)) return path;
  std::error_code error;
  const auto whole = fs::absolute(path, error).lexically_normal();
  const auto from = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal() / "";
  return whole.lexically_proximate(from).string();
}

bool is_about(const SettingsAt& at, const std::string& path) {
  return std::ranges::any_of(at.patterns, [&](const std::string& pattern) { return matches_path(pattern, path); });
}

}  // namespace

bool matches_path(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos && path.find("://") == std::string_view::npos)
    path = path.substr(path.find_last_of('/') + 1);
  // reached[n]: what was read of the pattern can stand for the first n characters of the path.
  std::vector<char> reached(path.size() + 1, 0);
  reached[0] = 1;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    std::vector<char> next(path.size() + 1, 0);
    if (pattern[at] == '*') {
      const bool anything = pattern.substr(at).starts_with("**");
      for (std::size_t n = 0; n <= path.size(); ++n)
        next[n] = reached[n] != 0 || (n > 0 && next[n - 1] != 0 && (anything || path[n - 1] != '/')) ? 1 : 0;
      if (anything) {
        ++at;
        // "a/**/b" is "a/b" as well.
        if (pattern.substr(at + 1).starts_with("/") && (at < 2 || pattern[at - 2] == '/')) {
          for (std::size_t n = 0; n <= path.size(); ++n)
            if (reached[n] == 0 && !(n > 0 && path[n - 1] == '/')) next[n] = 0;
          ++at;
        }
      }
    } else {
      for (std::size_t n = 0; n < path.size(); ++n)
        if (reached[n] != 0 && (path[n] == pattern[at] || (pattern[at] == '?' && path[n] != '/'))) next[n + 1] = 1;
    }
    reached = std::move(next);
  }
  return reached[path.size()] != 0;
}

std::string Settings::profile_for(const std::string& path) const {
  auto chosen = profile;
  const auto seen = seen_from(folder, path);
  for (const auto& at : places)
    if (!at.profile.empty() && is_about(at, seen)) chosen = at.profile;
  return chosen;
}

std::vector<SeverityChange> Settings::severities_for(const std::string& path) const {
  auto all = severities;
  const auto seen = seen_from(folder, path);
  for (const auto& at : places)
    if (is_about(at, seen)) all.insert(all.end(), at.severities.begin(), at.severities.end());
  return all;
}

}  // namespace syndicat::validate
