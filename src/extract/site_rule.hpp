#pragma once
// What a person says of the pages of one site, for what no heuristic can know: where body, title, authors and date
// stand, what is to be taken out, where the whole article is on one page. Rules come from `[site."host"]` in a
// configuration (pipeline/config.hpp) and from files in the fivefilters site-config format (site_config.hpp).

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "html/selector.hpp"

namespace syndicat::extract {

// Finds places on a page: a CSS selector, or an expression of XPath 1.0.
struct Locator {
  std::optional<html::Selector> selector;  // nothing: `written` is XPath
  std::string written;
  std::string place;  // "newsroom.toml:12:9", where it was written; for --explain and for complaints
};

// Text that begins with "/", "./" or "(" is XPath, or is after "xpath:"; all else is a selector. Fails as `misuse` with
// what is wrong, without the place.
Result<Locator> parse_locator(std::string_view written, std::string place);
// The same for what can be nothing but XPath.
Result<Locator> parse_xpath(std::string_view written, std::string place);

struct SiteRule {
  std::string host;   // "paper.example", as the pages' addresses have it
  std::string place;  // where the rule was written
  std::string words;  // all of it as written, to tell whether it has changed

  // Of each the first that finds something counts; of `strip` all do.
  std::vector<Locator> body, title, author, date, single_page_link, next_page_link;
  std::vector<Locator> strip, native_ad_clue;
  std::vector<std::string> strip_id_or_class, strip_image_src;       // parts of the attributes' values
  std::vector<std::pair<std::string, std::string>> replacements;     // in the page's text, before it is read
  std::vector<std::pair<std::string, std::string>> request_headers;  // to ask for the site's pages with
  bool prune = true;                                                 // furniture inside of the body goes
  bool skip_json_ld = false;                                         // what JSON-LD says of these pages is wrong
  bool autodetect_on_failure = true;  // where no `body` finds anything, the page is read as any other
};

// The rules of many sites. Files of a folder are read when a page of their site comes up, each once.
class SiteRules {
 public:
  // A rule for its host and all hosts below. One host has one rule.
  void add(SiteRule rule);

  // Takes rules from `folder` too: "paper.example.txt" for that host and its "www.", ".paper.example.txt" for all hosts
  // below, "global.txt" for all pages. Fails as `misuse` where there is no such folder.
  Result<void> add_folder(const std::string& folder);

  // The rule for the page at `url`: that of the most specific host; of equals, the configuration's. Null where there is
  // none. Not for several threads at once.
  const SiteRule* find(std::string_view url);

  // The complaints about files that were read since the last call.
  std::vector<std::string> take_notes() { return std::exchange(notes_, {}); }

  bool empty() const { return rules_.empty() && folder_.empty(); }

 private:
  const SiteRule* from_file(const std::string& name);
  const SiteRule* most_specific(const std::string& host);

  std::map<std::string, SiteRule, std::less<>> rules_;  // by host
  std::string folder_;
  std::vector<std::string> notes_;
  std::map<std::string, std::optional<SiteRule>, std::less<>> files_;  // by name, those that were asked for
  std::map<std::string, SiteRule, std::less<>> joined_;                // with global.txt behind, by the rule's place
};

}  // namespace syndicat::extract
