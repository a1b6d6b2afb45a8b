#pragma once
// A page or a text into an article.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

struct Options {
  std::string url;           // where the bytes came from; empty: not known
  std::string charset;       // what the transport said
  std::string media_type;    // what the transport said
  bool clean_links = false;  // take out of addresses what only counts readers
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

// The article on a page. Fails as `nothing_usable` where there is no text in it, as `unreadable` for what is no text.
// Dates and authors are those the page states, never invented.
// `statements`, where given, receives all that was weighed.
Result<model::Item> article(std::string bytes, const Options& options, std::vector<Statement>* statements = nullptr);

// The same for a text without markup: the first line as title, paragraphs as paragraphs.
Result<model::Item> article_from_text(std::string bytes, const Options& options);

// The id of an item that has none: model/identity.hpp's, here for those who extract.
Result<std::string> derive_id(const model::Item& item);

}  // namespace syndicat::extract
