#include "extract/site_rule.hpp"

#include <filesystem>

#include "base/file.hpp"
#include "extract/site_config.hpp"
#include "html/xpath.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint64_t kLargestFile = 1U << 20U;  // bytes; the longest there are have a few thousand
constexpr std::string_view kWww = "www.";

// "www.paper.example" and "paper.example" are one site.
std::string site_of(std::string_view host) {
  auto site = text::to_lower_ascii(host);
  if (site.starts_with(kWww)) site.erase(0, kWww.size());
  return site;
}

template <typename T>
void append(std::vector<T>& into, const std::vector<T>& more) {
  into.insert(into.end(), more.begin(), more.end());
}

// What is said for all pages comes behind what is said for one site.
SiteRule with_global(SiteRule rule, const SiteRule& global) {
  rule.words += global.words;
  append(rule.body, global.body);
  append(rule.title, global.title);
  append(rule.author, global.author);
  append(rule.date, global.date);
  append(rule.single_page_link, global.single_page_link);
  append(rule.next_page_link, global.next_page_link);
  append(rule.strip, global.strip);
  append(rule.native_ad_clue, global.native_ad_clue);
  append(rule.strip_id_or_class, global.strip_id_or_class);
  append(rule.strip_image_src, global.strip_image_src);
  append(rule.replacements, global.replacements);
  append(rule.request_headers, global.request_headers);
  rule.skip_json_ld = rule.skip_json_ld || global.skip_json_ld;
  return rule;
}

}  // namespace

Result<Locator> parse_xpath(std::string_view written, std::string place) {
  const std::string expression(text::trim(written));
  if (expression.empty()) return fail(Cause::misuse, "is empty; write an XPath such as //article");
  if (const auto checked = html::check_xpath(expression); !checked) return Failure(checked.error());
  return Locator{std::nullopt, expression, std::move(place)};
}

Result<Locator> parse_locator(std::string_view written, std::string place) {
  constexpr std::string_view kXPath = "xpath:";
  const auto trimmed = text::trim(written);
  if (trimmed.starts_with(kXPath)) return parse_xpath(trimmed.substr(kXPath.size()), std::move(place));
  if (trimmed.starts_with('/') || trimmed.starts_with('(') || trimmed.starts_with("./"))
    return parse_xpath(trimmed, std::move(place));
  if (trimmed.empty()) return fail(Cause::misuse, "is empty; write a selector such as \"div.story\"");
  auto selector = html::Selector::parse(trimmed);
  if (!selector) return Failure(selector.error());
  return Locator{std::move(*selector), std::string(trimmed), std::move(place)};
}

void SiteRules::add(SiteRule rule) {
  auto host = site_of(rule.host);
  rules_.insert_or_assign(std::move(host), std::move(rule));
}

Result<void> SiteRules::add_folder(const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return fail(Cause::misuse, "{}: is no folder; name one that holds files such as paper.example.txt", folder);
  folder_ = folder;
  return {};
}

const SiteRule* SiteRules::from_file(const std::string& name) {
  if (folder_.empty()) return nullptr;
  auto known = files_.find(name);
  if (known == files_.end()) {
    known = files_.emplace(name, std::nullopt).first;
    const auto path = (std::filesystem::path(folder_) / name).string();
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return nullptr;
    const auto bytes = read_file(path, kLargestFile);
    if (!bytes) {
      notes_.push_back(bytes.error().message);
      return nullptr;
    }
    known->second = read_site_config(*bytes, path, notes_);
  }
  return known->second ? &*known->second : nullptr;
}

const SiteRule* SiteRules::most_specific(const std::string& host) {
  for (std::string_view at = host; !at.empty();) {
    if (const auto found = rules_.find(at); found != rules_.end()) return &found->second;
    const bool own = at.size() == host.size();
    for (const auto& name : {fmt::format("{}.txt", at), fmt::format("www.{}.txt", at)}) {
      if (!own) continue;
      if (const auto* rule = from_file(name)) return rule;
    }
    if (const auto* rule = from_file(fmt::format(".{}.txt", at))) return rule;
    const auto dot = at.find('.');
    at = dot == std::string_view::npos ? std::string_view() : at.substr(dot + 1);
  }
  return nullptr;
}

const SiteRule* SiteRules::find(std::string_view url) {
  const auto host = site_of(text::host_of(url));
  // A host's name becomes a file's name.
  if (host.empty() || host.starts_with('.') || host.find_first_of("/\\") != std::string::npos) return nullptr;
  const auto* own = most_specific(host);
  const auto* global = from_file("global.txt");
  if (own == nullptr || global == nullptr) return own != nullptr ? own : global;
  auto joined = joined_.find(own->place);
  if (joined == joined_.end()) joined = joined_.emplace(own->place, with_global(*own, *global)).first;
  return &joined->second;
}

}  // namespace syndicat::extract
