#pragma once
// Pages of one article put together.

#include <string>
#include <unordered_set>
#include <vector>

#include "extract/extract.hpp"

namespace syndicat::extract {

// Whether two pages say of themselves that they are the same article: titles that are alike, numbers of pages apart.
// The statements are those of both pages; a page without a title says nothing against it.
bool is_same_article(const std::string& title, const std::vector<Statement>& first, const std::string& other_title,
                     const std::vector<Statement>& other);

// The contents of pages one behind the other. What every page repeats (a title, a byline, a picture, a note) stays
// once.
class JoinedContent {
 public:
  explicit JoinedContent(const std::string& title) : title_(title) {}
  // Whether anything of it was new.
  bool add(const std::string& content_html);
  std::string take() { return std::move(html_); }

 private:
  std::string title_, html_;
  std::unordered_set<std::string> seen_;
};

}  // namespace syndicat::extract
