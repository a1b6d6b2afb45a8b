#pragma once
// A page or a text into an article.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "extract/site_rule.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

struct Options {
  std::string url;                  // where the bytes came from; empty: not known
  std::string charset;              // what the transport said
  std::string media_type;           // what the transport said
  bool clean_links = false;         // take out of addresses what only counts readers
  SiteRules* site_rules = nullptr;  // what a person knows of the pages; borrowed, null: nothing
  bool find_next_page = false;      // look where the article goes on
  std::string first_page = {};      // where the article begins, for its further pages; empty: here
  std::int64_t now = 0;  // the time of retrieval, Unix seconds, behind which no article is dated; 0: not known
  unsigned page = 1;     // which page of it this is, where `first_page` is given
};

// Whether the bytes are an HTML page, a plain text, or neither (an image, an archive ...).
enum class Shape { page, text, other };
Shape shape_of(std::string_view bytes, std::string_view media_type);

// What a page says of one field and where, for those who ask why a field is as it is: those of one field stand
// together, first the value that was taken, then its rivals, the most trusted first.
struct Statement {
  std::string field;   // "title", "published"
  std::string value;   // as written; of the one that was taken, as it stands in the item
  std::string source;  // "json-ld headline", "meta og:title"
  int trust = 0;       // only compared within a field
  bool taken = false;
};

// What else a page tells those who go on from it.
struct Onward {
  std::string single_page;         // where the whole article stands on one page, by a site's rule; absolute or empty
  std::string next_page;           // where the article goes on, absolute or empty
  bool by_rule = false;            // a site's rule says so
  unsigned number = 1;             // which page of its article this is
  std::string next_source;         // what says so: "link rel=next", "a \"2\"", "site rule paper.example.txt:7"
  std::vector<std::string> notes;  // what is wrong with a site's rule, or what it says of the page
};

// The article on a page. Fails as `nothing_usable` where there is no text in it, as `unreadable` for what is no text.
// Dates and authors are those the page states, never invented.
// `statements`, where given, receives all that was weighed; `onward` what leads on from the page.
Result<model::Item> article(std::string bytes, const Options& options, std::vector<Statement>* statements = nullptr,
                            Onward* onward = nullptr);

// The same for a text without markup: the first line as title, paragraphs as paragraphs.
Result<model::Item> article_from_text(std::string bytes, const Options& options);

// The id of an item that has none: model/identity.hpp's, here for those who extract.
Result<std::string> derive_id(const model::Item& item);

}  // namespace syndicat::extract
