#include "extract/site_config.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostInstructions = 2000;  // of one file
constexpr std::size_t kMostNotes = 20;           // told of one file

using Locators = std::vector<Locator> SiteRule::*;
using Words = std::vector<std::string> SiteRule::*;
using Switch = bool SiteRule::*;

struct ExpressionRow {
  std::string_view key;
  Locators into;
};
constexpr auto kExpressions = std::to_array<ExpressionRow>({
    {"title", &SiteRule::title},
    {"body", &SiteRule::body},
    {"author", &SiteRule::author},
    {"date", &SiteRule::date},
    {"strip", &SiteRule::strip},
    {"single_page_link", &SiteRule::single_page_link},
    {"next_page_link", &SiteRule::next_page_link},
    {"native_ad_clue", &SiteRule::native_ad_clue},
});

struct WordRow {
  std::string_view key;
  Words into;
};
constexpr auto kWords = std::to_array<WordRow>({
    {"strip_id_or_class", &SiteRule::strip_id_or_class},
    {"strip_image_src", &SiteRule::strip_image_src},
});

struct SwitchRow {
  std::string_view key;
  Switch into;
};
constexpr auto kSwitches = std::to_array<SwitchRow>({
    {"prune", &SiteRule::prune},
    {"skip_json_ld", &SiteRule::skip_json_ld},
    {"autodetect_on_failure", &SiteRule::autodetect_on_failure},
});

// What asks for nothing here: our parser is the only one, mends what it reads, writes neither styles nor double line
// breaks, and tests of a file are its writers'.
constexpr auto kWithoutEffect =
    std::to_array<std::string_view>({"parser", "tidy", "test_url", "test_contains", "convert_double_br_tags",
                                     "strip_attr", "strip_attribute", "autodetect_next_page"});

// What is not done, and told.
constexpr auto kNotDone = std::to_array<std::string_view>(
    {"dissolve", "footnotes", "if_page_contains", "insert_detected_image", "language", "move_into", "wrap_in",
     "src_lazy_load_attr", "requires_login", "login_uri", "login_username_field", "login_password_field",
     "login_extra_fields", "not_logged_in_xpath", "single_page_link_in_feed", "replace_xpath"});

// Fields that change what is sent beyond how the program presents itself are not taken from a file.
constexpr auto kHeaders =
    std::to_array<std::string_view>({"user-agent", "referer", "accept", "accept-language", "cookie"});

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// "paper.example" of "folder/.paper.example.txt".
std::string host_of_file(const std::string& path) {
  auto name = std::filesystem::path(path).filename().string();
  if (name.ends_with(".txt")) name.resize(name.size() - 4);
  if (name.starts_with('.')) name.erase(0, 1);
  return name;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& path, std::vector<std::string>& notes)
      : bytes_(bytes), path_(path), notes_(notes) {
    rule_.host = host_of_file(path);
    rule_.place = path;
    rule_.words = bytes;
  }

  SiteRule read() {
    auto bytes = bytes_;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::size_t instructions = 0;
    while (!bytes.empty()) {
      const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
      const auto text = text::trim(bytes.substr(0, end));
      const bool pair = bytes.substr(end).starts_with("\r\n");
      bytes.remove_prefix(std::min(end + (pair ? 2 : 1), bytes.size()));
      ++line_;
      if (text.empty() || text.starts_with('#')) continue;
      if (++instructions > kMostInstructions) {
        note("holds too many instructions; those from here on are left out");
        break;
      }
      instruction(text);
    }
    if (find_) note("find_string has no replace_string behind it; it is left out", find_line_);
    if (told_ > kMostNotes) notes_.push_back(fmt::format("{}: {} more lines like these", path_, told_ - kMostNotes));
    return std::move(rule_);
  }

 private:
  void note(const std::string& words, std::size_t line = 0) {
    if (++told_ <= kMostNotes) notes_.push_back(fmt::format("{}:{}: {}", path_, line == 0 ? line_ : line, words));
  }

  void instruction(std::string_view line) {
    // "http_header(user-agent): ...", "replace_string(a: b): c": the colon that counts is behind the bracket.
    const auto bracket = line.find('(');
    auto colon = line.find(':');
    std::string_view argument;
    bool has_argument = false;
    if (bracket != std::string_view::npos && bracket < colon) {
      const auto close = line.find("):", bracket);
      if (close == std::string_view::npos) return note("is no instruction; write KEY(VALUE): VALUE");
      argument = line.substr(bracket + 1, close - bracket - 1);
      has_argument = true;
      colon = close + 1;
    }
    if (colon == std::string_view::npos) return note("is no instruction; write KEY: VALUE, or # before a comment");
    const auto key = text::to_lower_ascii(text::trim(line.substr(0, has_argument ? bracket : colon)));
    const auto value = text::trim(line.substr(colon + 1));
    if (has_argument) return with_argument(key, argument, value);
    plain(key, value);
  }

  void with_argument(const std::string& key, std::string_view argument, std::string_view value) {
    if (key == "replace_string") {
      if (argument.empty()) return note("replace_string() looks for nothing; write replace_string(OLD): NEW");
      rule_.replacements.emplace_back(argument, value);
    } else if (key == "http_header") {
      const auto name = text::to_lower_ascii(text::trim(argument));
      if (!holds(kHeaders, name))
        return note(fmt::format("http_header({}) is not sent; there are {}", name, fmt::join(kHeaders, ", ")));
      if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; }))
        return note("http_header holds characters that no field may hold; it is left out");
      rule_.request_headers.emplace_back(name, value);
    } else {
      plain(key, value);
    }
  }

  void plain(const std::string& key, std::string_view value) {
    for (const auto& row : kExpressions) {
      if (row.key != key) continue;
      auto locator = parse_xpath(value, fmt::format("{}:{}", path_, line_));
      if (!locator) return note(fmt::format("{}: {}; the line is left out", key, locator.error().message));
      (rule_.*row.into).push_back(std::move(*locator));
      return;
    }
    for (const auto& row : kWords) {
      if (row.key != key) continue;
      // Some files put quotation marks around the words.
      auto words = value;
      if (words.size() >= 2 && (words.front() == '"' || words.front() == '\'') && words.back() == words.front())
        words = words.substr(1, words.size() - 2);
      if (words.empty()) return note(fmt::format("{}: is empty; the line is left out", key));
      (rule_.*row.into).emplace_back(words);
      return;
    }
    for (const auto& row : kSwitches) {
      if (row.key != key) continue;
      const auto word = text::to_lower_ascii(value);
      if (word != "yes" && word != "no" && word != "true" && word != "false")
        return note(fmt::format("{}: '{}' is neither yes nor no; the line is left out", key, value));
      rule_.*row.into = word == "yes" || word == "true";
      return;
    }
    if (key == "find_string") {
      if (find_) note("find_string has no replace_string behind it; it is left out", find_line_);
      find_.reset();
      if (value.empty()) return note("find_string: is empty; the line is left out");
      find_ = std::string(value);
      find_line_ = line_;
    } else if (key == "replace_string") {
      if (!find_) return note("replace_string has no find_string before it; it is left out");
      rule_.replacements.emplace_back(std::move(*find_), value);
      find_.reset();
    } else if (holds(kNotDone, key)) {
      note(fmt::format("{}: is not supported; the line is left out", key));
    } else if (!holds(kWithoutEffect, key)) {
      unknown(key);
    }
  }

  void unknown(const std::string& key) {
    std::vector<std::string> keys = {"find_string", "replace_string", "http_header"};
    for (const auto& row : kExpressions) keys.emplace_back(row.key);
    for (const auto& row : kWords) keys.emplace_back(row.key);
    for (const auto& row : kSwitches) keys.emplace_back(row.key);
    const auto closest = text::nearest(key, keys);
    note(closest.empty() ? fmt::format("{}: no such instruction; the line is left out", key)
                         : fmt::format("{}: no such instruction, did you mean {}? The line is left out", key, closest));
  }

  std::string_view bytes_;
  const std::string& path_;
  std::vector<std::string>& notes_;
  SiteRule rule_;
  std::size_t line_ = 0, told_ = 0, find_line_ = 0;
  std::optional<std::string> find_;
};

}  // namespace

SiteRule read_site_config(std::string_view bytes, const std::string& path, std::vector<std::string>& notes) {
  return Reader(bytes, path, notes).read();
}

}  // namespace syndicat::extract
