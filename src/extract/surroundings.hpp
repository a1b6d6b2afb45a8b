#pragma once
// Where a statement stands on the page, and so whose it is: the article's, another one's that the page leads to, or the
// page's own. The nearer to the title, the more it is trusted.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

struct Place {
  std::string_view words;       // the title
  std::uint32_t title = kNone;  // its block, where it is on the page
  std::uint32_t start = kNone;  // the body's first block
  std::uint32_t end = kNone;    // behind its last one
};

// Looks at the tree, which has to live on. Boxes and blocks are given by their numbers in it.
class Surroundings {
 public:
  // `language` (BCP 47, may be empty) is the one that dates are read in.
  Surroundings(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language);

  // The blocks around title and beginning in which bylines and date lines stand, [first, last).
  struct Head {
    std::uint32_t first = 0, last = 0;
  };
  Head head() const;

  // The lines in which bylines and days are looked for: the head, then those at the text's ends, where only what says
  // what it is counts.
  struct Line {
    std::uint32_t block;
    bool must_say_so;
  };
  std::vector<Line> lines() const;

  // How well a block suits a byline: 10 right at the title, less further off, -25 away from the article.
  int nearness(std::uint32_t block) const;

  // Whether what stands in the box is of another article: the smallest box around that holds a headline which leads
  // there owns it, unless this article is in there as well, or the headlines are a list that it only stands beside.
  bool is_of_another(std::uint32_t box) const;

  // Behind the text, in a small box that begins with a heading of its own: about an event, or a story told in full.
  bool is_under_another_heading(std::uint32_t box) const;

  // In furniture whose dates and names are of something else. A footer or a share bar right at the article is not.
  bool is_beside_the_article(std::uint32_t box) const;

  // A heading that is a link to another article.
  bool is_linked_heading(std::uint32_t block) const;

  // In an embedded post, which has a writer and a date of its own.
  bool is_quoted(std::uint32_t box) const;

  // Above the title, in the page's head, which leads home or stands apart from the article's own element: the day on
  // which a paper is shown, not the one on which the article was written. A time of day says that it is the latter.
  bool is_in_masthead(std::uint32_t box, std::string_view shown) const;

  // The text of an element, also where it is only a part of a block.
  std::string words_of(std::uint32_t box) const;

 private:
  bool holds_article(const Box& box) const;
  bool is_in_article(std::uint32_t number) const;
  bool is_in_main(std::uint32_t other, std::uint32_t number) const;
  bool is_another_title(std::uint32_t at) const;
  bool is_long_link(std::uint32_t at) const;
  bool leads_to_author(const Block& line) const;
  std::size_t headlines_in(std::uint32_t number) const;

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  Place place_;
  std::string_view language_;
  std::vector<std::uint32_t> links_home_;    // how many stand before each box
  std::vector<std::uint32_t> links_before_;  // links of any kind before each block
};

// Whether a list apart by blanks, as of classes or `rel`, has the word; capitals do not count.
bool lists_word(std::string_view list, std::string_view word);

}  // namespace syndicat::extract
