#pragma once
// A newsroom's configuration, syndicat.conf(5): sources, feeds, targets. Unknown keys are errors.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "validate/settings.hpp"
#include "extract/site_rule.hpp"

namespace syndicat::pipeline {

struct SourceConfig {
  std::string name;      // for messages and for feeds to choose by; the address where none is given
  std::string address;   // a URL, or a path or pattern ("pages/*.html") seen from the configuration's folder
  std::string articles;  // a selector of links on the page; each is an article to fetch. Empty: the page is the article
  std::string kind;      // "feed", "page" or "text"; empty: what it was the first time
  std::string author, language, time_zone, user_agent;  // what counts where the source does not say it
  std::uint64_t pages = 1;  // of an article that is split over several, at most so many are joined
};

struct OutputConfig {
  std::string format;  // as `--to` has it
  std::string path;    // seen from the configuration's folder
  std::string url;     // where subscribers find it
};

struct FeedConfig {
  std::string name, title, link, description, language, author, id;
  std::vector<OutputConfig> outputs;
  std::vector<std::string> sources;    // names; empty: all
  std::vector<std::string> hubs;       // told in the feed, for subscribers
  std::vector<std::string> targets;    // names; empty: all
  std::uint64_t items = 50;            // at most so many
  double keep_seconds = 90 * 86400.0;  // how long an item stays after its source last had it
};

struct TargetConfig {
  std::string name;
  std::string to;                 // "websub:https://hub.example/", "webhook:https://..."
  std::string secret_file;        // seen from the configuration's folder
  std::string secret_place = {};  // where the configuration says so, "newsroom.toml:3:5"
};

// [site."paper.example"], a rule for the pages of one site; and where files of such rules lie.
struct SitesConfig {
  std::vector<extract::SiteRule> rules;
  std::string folder;  // as written; empty: none
};

struct Config {
  std::string name;    // of the newsroom: what is remembered is filed under it
  std::string folder;  // where the configuration lies; relative paths start there
  std::string store;   // empty: the default place
  std::string user_agent;
  double timeout_seconds = 60;
  std::uint64_t max_size = 64ULL << 20U;
  std::vector<SourceConfig> sources;
  std::vector<FeedConfig> feeds;
  std::vector<TargetConfig> targets;
  validate::Settings validation;  // of what is written
  SitesConfig sites;
};

// Reads TOML 1.0. Fails as `misuse` with `path:line:column` in front and, for an unknown key, the nearest known one.
Result<Config> read_config(std::string_view toml, const std::string& path);

// The table [validate] of such a file alone; the rest must be what a configuration may hold, and need not be there.
Result<validate::Settings> read_validation(std::string_view toml, const std::string& path);
// The same for those who only want its rules for sites: sources and feeds need not be there.
Result<Config> read_config_for_sites(std::string_view toml, const std::string& path);

// The rules of a configuration, with its folder of rules. Fails as `misuse` where there is no such folder.
Result<extract::SiteRules> site_rules(const Config& config);

// `path` seen from the configuration's folder.
std::string in_folder(const Config& config, const std::string& path);

}  // namespace syndicat::pipeline
