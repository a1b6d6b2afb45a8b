#include "pipeline/config.hpp"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <filesystem>
#include <functional>
#include <set>

#include "formats/format.hpp"
#include "html/selector.hpp"
#include "push/target.hpp"
#include "text/language.hpp"
#include "text/nearest.hpp"
#include "text/time_zone.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/rule.hpp"

namespace syndicat::pipeline {
namespace {

// Reads one table by its keys; the first thing that is wrong is kept, and the rest is passed over.
class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  // What a key is read by: a name and what to do with the value.
  struct Key {
    std::string name;
    std::function<void(const toml::node&)> take;
    bool required = false;
  };

  void table(const toml::table& table, std::string_view what, const std::vector<Key>& keys) {
    for (const auto& [name, value] : table) {
      const auto known = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name.str(); });
      if (known != keys.end()) {
        known->take(value);
        continue;
      }
      std::vector<std::string> names;
      for (const auto& key : keys) names.push_back(key.name);
      const auto closest = text::nearest(name.str(), names);
      wrong(name.source(),
            closest.empty()
                ? fmt::format("{}: no such key in {}; there are {}", name.str(), what, fmt::join(names, ", "))
                : fmt::format("{}: no such key in {}; did you mean {}?", name.str(), what, closest));
    }
    for (const auto& key : keys)
      if (key.required && !table.contains(key.name))
        wrong(table.source(), fmt::format("{} has no {}; add it", what, key.name));
  }

  // Each table of an array of tables.
  Key tables(std::string name, std::function<void(const toml::table&)> each) {
    return {name, [this, name, each](const toml::node& node) {
              const auto* array = node.as_array();
              if (array == nullptr || !array->is_homogeneous<toml::table>())
                return wrong(node.source(), fmt::format("{0} must be tables; write [[{0}]]", name));
              for (const auto& entry : *array) each(*entry.as_table());
            }};
  }

  // Each table of a table, with the name it stands under: [site."paper.example"].
  Key named_tables(std::string name, std::function<void(const std::string&, const toml::table&)> each) {
    return {name, [this, name, each](const toml::node& node) {
              const auto* table = node.as_table();
              if (table == nullptr)
                return wrong(node.source(), fmt::format("{0} must be tables; write [{0}.\"NAME\"]", name));
              for (const auto& [key, entry] : *table) {
                if (const auto* inner = entry.as_table()) each(std::string(key.str()), *inner);
                else
                  wrong(key.source(),
                        fmt::format(
                            "{0}.{1} must be a table; write [{0}.\"{1}\"], and put a name with dots in quotation marks",
                            name, key.str()));
              }
            }};
  }

  // One text or a list of texts, each read by `take`, which gives what is wrong with it.
  Key each(std::string name, std::function<std::string(const std::string& value, const std::string& place)> take) {
    return {name, [this, name, take](const toml::node& node) {
              const auto one = [&](const toml::node& entry) {
                const auto* value = entry.as_string();
                if (value == nullptr)
                  return wrong(entry.source(),
                               fmt::format("{} must be text in quotation marks, or a list of such", name));
                const auto complaint = take(value->get(), place(entry.source()));
                if (!complaint.empty()) wrong(entry.source(), fmt::format("{}: {}", name, complaint));
              };
              if (const auto* array = node.as_array()) {
                for (const auto& entry : *array) one(entry);
              } else {
                one(node);
              }
            }};
  }

  Key yes_or_no(std::string name, bool& into) {
    return {name, [this, name, &into](const toml::node& node) {
              const auto* value = node.as_boolean();
              if (value == nullptr) return wrong(node.source(), fmt::format("{} must be true or false", name));
              into = value->get();
            }};
  }

  Key words(std::string name, std::string& into, bool required = false) {
    return {name,
            [this, name, &into](const toml::node& node) {
              const auto* value = node.as_string();
              if (value == nullptr)
                return wrong(node.source(), fmt::format("{} must be text in quotation marks", name));
              into = value->get();
            },
            required};
  }

  // Text that must pass a check; `otherwise` says what to write instead.
  Key words(std::string name, std::string& into, bool (*is_right)(const std::string&), std::string otherwise,
            bool required = false) {
    return {name,
            [this, name, &into, is_right, otherwise](const toml::node& node) {
              const auto* value = node.as_string();
              if (value == nullptr)
                return wrong(node.source(), fmt::format("{} must be text in quotation marks", name));
              into = value->get();
              if (!is_right(into)) wrong(node.source(), fmt::format("{}: '{}' is {}", name, into, otherwise));
            },
            required};
  }

  Key list(std::string name, std::vector<std::string>& into) {
    return {name, [this, name, &into](const toml::node& node) {
              const auto* array = node.as_array();
              if (array == nullptr || (!array->empty() && !array->is_homogeneous<std::string>()))
                return wrong(node.source(), fmt::format("{0} must be a list of texts; write {0} = [\"...\"]", name));
              for (const auto& entry : *array) into.push_back(entry.as_string()->get());
            }};
  }

  Key count(std::string name, std::uint64_t& into) {
    return {name, [this, name, &into](const toml::node& node) {
              const auto* value = node.as_integer();
              if (value == nullptr || value->get() < 1)
                return wrong(node.source(), fmt::format("{} must be a whole number from 1 on", name));
              into = static_cast<std::uint64_t>(value->get());
            }};
  }

  Key duration(std::string name, double& into) {
    return {name, [this, name, &into](const toml::node& node) {
              const auto* value = node.as_string();
              const std::string written = value != nullptr ? value->get() : "";
              const auto unit = written.empty() ? std::string::npos : std::string_view("smhdw").find(written.back());
              constexpr std::array kSeconds = {1.0, 60.0, 3600.0, 86400.0, 604800.0};
              char* end = nullptr;
              const double number = std::strtod(written.c_str(), &end);
              if (unit == std::string::npos || end != written.c_str() + written.size() - 1 || end == written.c_str() ||
                  !(number > 0))
                return wrong(node.source(),
                             fmt::format("{} must be a length of time; write \"90d\", \"12h\" or \"30s\"", name));
              into = number * kSeconds[unit];
            }};
  }

  void wrong(const toml::source_region& where, const std::string& what) {
    if (error_.empty()) error_ = fmt::format("{}: {}", place(where), what);
  }

  // "newsroom.toml:3:5"
  std::string place(const toml::source_region& where) const {
    return fmt::format("{}:{}:{}", path_, where.begin.line, where.begin.column);
  }

  const std::string& error() const { return error_; }

 private:
  std::string path_, error_;
};

bool is_language(const std::string& value) { return text::is_language_tag(value); }
bool is_selector(const std::string& value) { return value.empty() || html::Selector::parse(value).has_value(); }
bool is_there(const std::string& value) { return !text::is_blank(value); }
bool is_kind(const std::string& value) { return value == "feed" || value == "page" || value == "text"; }
bool is_url(const std::string& value) { return text::is_web_url(value); }
bool is_target(const std::string& value) { return push::parse_target(value).has_value(); }
bool is_writable(const std::string& value) {
  const auto* format = formats::find_format(value);
  return format != nullptr && format->write != nullptr;
}

std::string writable_formats() {
  std::vector<std::string_view> names;
  for (const auto& format : formats::formats())
    if (format.write != nullptr) names.push_back(format.name);
  return fmt::format("no format; write one of {}", fmt::join(names, ", "));
}

// Where a value stands, for the words of what is wrong with it; else where the whole begins.
toml::source_region place_of(const toml::table& table, const toml::node* node) {
  return node != nullptr ? node->source() : table.source();
}

constexpr auto kNoUrl = "no http or https address";

void read_source(Reader& reader, const toml::table& table, Config& config) {
  auto& source = config.sources.emplace_back();
  reader.table(
      table, "[[source]]",
      {reader.words("name", source.name), reader.words("address", source.address, true),
       reader.words("kind", source.kind, is_kind, "no kind of source; write \"feed\", \"page\" or \"text\""),
       reader.words("articles", source.articles, is_selector, "no CSS selector; write \"main a\" or \"h2 > a\""),
       reader.words("author", source.author),
       reader.words("language", source.language, is_language, "no language tag of BCP 47; write \"be\" or \"en-GB\""),
       reader.words("time_zone", source.time_zone, text::is_time_zone,
                    "no time zone that this machine knows; write \"Europe/Minsk\" (package tzdata)"),
       reader.words("user_agent", source.user_agent), reader.count("pages", source.pages)});
  if (source.name.empty()) source.name = source.address;
}

void read_output(Reader& reader, const toml::table& table, FeedConfig& feed) {
  auto& output = feed.outputs.emplace_back();
  reader.table(table, "[[feed.output]]",
               {reader.words("format", output.format, is_writable, writable_formats(), true),
                reader.words("path", output.path, true), reader.words("url", output.url, is_url, kNoUrl)});
}

void read_feed(Reader& reader, const toml::table& table, Config& config) {
  auto& feed = config.feeds.emplace_back();
  reader.table(
      table, "[[feed]]",
      {reader.words("name", feed.name),
       reader.words("title", feed.title, is_there, "empty; say what the feed is called", true),
       reader.words("link", feed.link, is_url, kNoUrl, true), reader.words("description", feed.description),
       reader.words("language", feed.language, is_language, "no language tag of BCP 47; write \"be\" or \"en-GB\""),
       reader.words("author", feed.author), reader.words("id", feed.id), reader.list("sources", feed.sources),
       reader.list("hubs", feed.hubs), reader.list("targets", feed.targets), reader.count("items", feed.items),
       reader.duration("keep", feed.keep_seconds),
       reader.tables("output", [&](const toml::table& output) { read_output(reader, output, feed); })});
  if (feed.outputs.empty())
    reader.wrong(table.source(), "[[feed]] has no output; add [[feed.output]] with format and path");
  if (feed.name.empty()) feed.name = feed.title;
}

void read_target(Reader& reader, const toml::table& table, Config& config) {
  auto& target = config.targets.emplace_back();
  reader.table(table, "[[target]]",
               {reader.words("name", target.name),
                reader.words("to", target.to, is_target,
                             "no target; write \"websub:https://hub.example/\" or \"webhook:https://...\"", true),
                reader.words("secret_file", target.secret_file)});
  target.secret_place = reader.place(place_of(table, table["secret_file"].node()));
  if (target.name.empty()) target.name = target.to;
}

void read_severities(Reader& reader, const toml::table& table, std::vector<validate::SeverityChange>& into) {
  for (const auto& [name, value] : table) {
    if (validate::find_rule(name.str()) == nullptr) {
      reader.wrong(name.source(), validate::unknown_rule(name.str()));
      continue;
    }
    const auto* word = value.as_string();
    const std::string written = word != nullptr ? word->get() : "";
    std::optional<validate::Severity> severity;
    for (const auto one : {validate::Severity::error, validate::Severity::warning, validate::Severity::info})
      if (validate::name(one) == written) severity = one;
    if (!severity && written != "off")
      reader.wrong(value.source(), fmt::format("{} must be \"error\", \"warning\", \"info\" or \"off\"", name.str()));
    into.push_back({std::string(name.str()), severity});
  }
}

Reader::Key severities_key(Reader& reader, std::vector<validate::SeverityChange>& into) {
  return {"severities", [&](const toml::node& node) {
            if (const auto* table = node.as_table()) return read_severities(reader, *table, into);
            reader.wrong(node.source(), "severities must be a table; write [validate.severities]");
          }};
}

bool is_profile(const std::string& value) { return validate::find_profile(value) != nullptr; }
bool is_threshold(const std::string& value) {
  return value == "error" || value == "warning" || value == "info" || validate::find_rule(value) != nullptr;
}

std::string profile_names() {
  std::vector<std::string_view> names;
  for (const auto& profile : validate::profiles()) names.push_back(profile.name);
  return fmt::format("no profile; write one of {}", fmt::join(names, ", "));
}

// A list of rules that are to be silent.
Reader::Key ignore_key(Reader& reader, std::vector<validate::SeverityChange>& into) {
  return {"ignore", [&](const toml::node& node) {
            const auto* array = node.as_array();
            if (array == nullptr || (!array->empty() && !array->is_homogeneous<std::string>()))
              return reader.wrong(node.source(), "ignore must be a list of rules; write ignore = [\"...\"]");
            for (const auto& entry : *array) {
              const auto& rule = entry.as_string()->get();
              if (validate::find_rule(rule) == nullptr) reader.wrong(entry.source(), validate::unknown_rule(rule));
              into.push_back({rule, std::nullopt});
            }
          }};
}

void read_validate_path(Reader& reader, const toml::table& table, validate::Settings& settings) {
  auto& at = settings.places.emplace_back();
  reader.table(table, "[[validate.path]]",
               {reader.list("match", at.patterns), reader.words("profile", at.profile, is_profile, profile_names()),
                ignore_key(reader, at.severities), severities_key(reader, at.severities)});
  if (at.patterns.empty())
    reader.wrong(table.source(), "[[validate.path]] has no match; write match = [\"archive/**\"]");
}

void read_validate(Reader& reader, const toml::node& node, validate::Settings& settings) {
  const auto* table = node.as_table();
  if (table == nullptr) return reader.wrong(node.source(), "validate must be a table; write [validate]");
  reader.table(
      *table, "[validate]",
      {reader.words("profile", settings.profile, is_profile, profile_names()),
       reader.words("fail_on", settings.fail_on, is_threshold,
                    "nothing to fail on; write \"error\", \"warning\", \"info\" or a rule of `syndicat rules`"),
       ignore_key(reader, settings.severities), severities_key(reader, settings.severities),
       reader.tables("path", [&](const toml::table& one) { read_validate_path(reader, one, settings); })});
}

bool is_host(std::string_view host) {
  return !host.empty() && host.front() != '.' && host.back() != '.' &&
         host.find_first_of("/:@?# \t*") == std::string::npos;
}

void read_site(Reader& reader, const std::string& host, const toml::table& table, Config& config) {
  if (!is_host(host))
    return reader.wrong(
        table.source(),
        fmt::format("[site.\"{}\"] is no host; write [site.\"paper.example\"], without https:// and without a path",
                    host));
  for (const auto& [key, value] : table)
    if (value.is_table())
      return reader.wrong(value.source(), fmt::format("site: put a name with dots in quotation marks, [site.\"{}.{}\"]",
                                                      host, key.str()));
  auto& rule = config.sites.rules.emplace_back();
  rule.host = host;
  rule.place = reader.place(table.source());
  const auto locators = [&](const std::string& name, std::vector<extract::Locator>& into) {
    return reader.each(name, [&rule, &into, name](const std::string& value, const std::string& place) -> std::string {
      rule.words += fmt::format("{}: {}\n", name, value);
      auto locator = extract::parse_locator(value, place);
      if (!locator) return locator.error().message;
      into.push_back(std::move(*locator));
      return {};
    });
  };
  reader.table(table, fmt::format("[site.\"{}\"]", host),
               {locators("body", rule.body), locators("title", rule.title), locators("author", rule.author),
                locators("date", rule.date), locators("strip", rule.strip),
                locators("single_page_link", rule.single_page_link), locators("next_page_link", rule.next_page_link),
                reader.yes_or_no("prune", rule.prune), reader.yes_or_no("skip_json_ld", rule.skip_json_ld)});
  rule.words += fmt::format("{} {}", rule.prune, rule.skip_json_ld);
}

// Names that feeds choose by must be there, and once.
template <typename Named>
void check_names(Reader& reader, const toml::table& table, std::string_view what, const std::vector<Named>& all) {
  std::set<std::string> seen;
  for (std::size_t at = 0; at < all.size(); ++at)
    if (!seen.insert(all[at].name).second)
      reader.wrong(place_of(table, table[what][at].node()),
                   fmt::format("two {}s are called '{}'; give each a name of its own", what, all[at].name));
}

template <typename Named>
void check_choice(Reader& reader, const toml::table& table, const toml::table* entry, const std::string& feed,
                  std::string_view what, const std::vector<std::string>& chosen, const std::vector<Named>& all) {
  std::vector<std::string> names;
  for (const auto& one : all) names.push_back(one.name);
  for (std::size_t at = 0; at < chosen.size(); ++at) {
    const auto& name = chosen[at];
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const auto closest = text::nearest(name, names);
    reader.wrong(place_of(table, entry != nullptr ? (*entry)[fmt::format("{}s", what)][at].node() : nullptr),
                 fmt::format("feed '{}' names the {} '{}', which is not there{}", feed, what, name,
                             closest.empty() ? "" : fmt::format("; did you mean '{}'?", closest)));
  }
}

void check_whole(Reader& reader, const toml::table& table, const Config& config) {
  check_names(reader, table, "source", config.sources);
  check_names(reader, table, "feed", config.feeds);
  check_names(reader, table, "target", config.targets);
  std::set<std::string> paths;
  for (std::size_t at = 0; at < config.feeds.size(); ++at) {
    const auto& feed = config.feeds[at];
    const auto* entry = table["feed"][at].as_table();
    check_choice(reader, table, entry, feed.name, "source", feed.sources, config.sources);
    check_choice(reader, table, entry, feed.name, "target", feed.targets, config.targets);
    for (std::size_t number = 0; number < feed.outputs.size(); ++number)
      if (!paths.insert(in_folder(config, feed.outputs[number].path)).second)
        reader.wrong(
            place_of(table, table["feed"][at]["output"][number]["path"].node()),
            fmt::format("two outputs are written to '{}'; give each a path of its own", feed.outputs[number].path));
  }
}

}  // namespace

namespace {

// Who asks: publishing wants sources and feeds, others may be content with less.
enum class For { publishing, parts };

// What is wrong within the tables, and for publishing what has to be there.
Result<Config> read_tables(std::string_view toml, const std::string& path, For purpose) {
  const auto parsed = toml::parse(toml, path);
  if (!parsed) {
    const auto& error = parsed.error();
    return fail(Cause::misuse, "{}:{}:{}: {}", path, error.source().begin.line, error.source().begin.column,
                error.description());
  }

  Config config;
  const std::filesystem::path place(path == "-" ? "" : path);
  config.folder = place.parent_path().string();
  config.name = place.stem().string();
  config.validation.folder = config.folder;
  Reader reader(path);
  double timeout = config.timeout_seconds;
  reader.table(parsed.table(), "the configuration",
               {reader.words("name", config.name),
                reader.words("store", config.store),
                reader.words("user_agent", config.user_agent),
                reader.duration("timeout", timeout),
                reader.count("max_size", config.max_size),
                reader.tables("source", [&](const toml::table& table) { read_source(reader, table, config); }),
                reader.tables("feed", [&](const toml::table& table) { read_feed(reader, table, config); }),
                reader.tables("target", [&](const toml::table& table) { read_target(reader, table, config); }),
                reader.words("site_rules", config.sites.folder),
                reader.named_tables("site", [&](const std::string& host,
                                                const toml::table& table) { read_site(reader, host, table, config); }),
                {"validate", [&](const toml::node& node) { read_validate(reader, node, config.validation); }}});
  config.timeout_seconds = timeout;
  std::error_code ignored;
  if (!config.sites.folder.empty() && !std::filesystem::is_directory(in_folder(config, config.sites.folder), ignored))
    reader.wrong(place_of(parsed.table(), parsed.table()["site_rules"].node()),
                 fmt::format("site_rules: '{}' is no folder; name one that holds files such as paper.example.txt",
                             config.sites.folder));
  const bool publishes = purpose == For::publishing;
  if (config.sources.empty() && publishes)
    reader.wrong(parsed.table().source(), "there is no source; add [[source]] with an address");
  if (config.feeds.empty() && publishes)
    reader.wrong(parsed.table().source(), "there is no feed; add [[feed]] with title, link and [[feed.output]]");
  check_whole(reader, parsed.table(), config);
  if (!reader.error().empty()) return Failure({Cause::misuse, reader.error()});
  return config;
}

}  // namespace

Result<Config> read_config(std::string_view toml, const std::string& path) {
  return read_tables(toml, path, For::publishing);
}

Result<validate::Settings> read_validation(std::string_view toml, const std::string& path) {
  auto config = read_tables(toml, path, For::parts);
  if (!config) return Failure(config.error());
  return std::move(config->validation);
}

Result<Config> read_config_for_sites(std::string_view toml, const std::string& path) {
  return read_tables(toml, path, For::parts);
}

Result<extract::SiteRules> site_rules(const Config& config) {
  extract::SiteRules rules;
  for (const auto& rule : config.sites.rules) rules.add(rule);
  if (config.sites.folder.empty()) return rules;
  if (const auto added = rules.add_folder(in_folder(config, config.sites.folder)); !added)
    return Failure(added.error());
  return rules;
}

std::string in_folder(const Config& config, const std::string& path) {
  if (path.empty() || path == "-") return path;
  return (std::filesystem::path(config.folder) / path).lexically_normal().string();
}

}  // namespace syndicat::pipeline
