#pragma once
// Where on a page its article stands, and what in there is not part of it.

#include <cstdint>
#include <string>
#include <vector>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

// What is known of the article before its body is looked for.
struct Witness {
  std::string words;            // the title, as settled
  std::uint32_t title = kNone;  // the block that shows the title
  std::string url;              // of the page
  std::string summary;          // the page's description
  std::string article_body;     // JSON-LD's, often cut
};

struct Body {
  std::vector<std::uint32_t> parts;  // boxes in tree order, none inside another
  std::vector<bool> dropped_boxes;   // by number: these and all below are furniture
  std::vector<bool> dropped_blocks;
  std::uint32_t length = 0;  // of what is left
};

// Whether a box, by its own marks and shape or by those above it, is furniture rather than article.
std::vector<bool> find_suspects(const Tree& tree);

// The article's parts: the places where its running text stands. Empty where there is no text on the page. Where a
// part turns out to stand in what looked suspect, `suspects` is mended.
std::vector<std::uint32_t> choose_parts(const Tree& tree, std::vector<bool>& suspects, const Witness& witness);

// They, with the furniture inside taken out.
Body find_body(const Tree& tree, std::vector<bool>& suspects, const Witness& witness);

// Parts that are known, with the furniture inside taken out where `prune`. They are above suspicion.
Body body_of_parts(const Tree& tree, std::vector<bool>& suspects, const Witness& witness,
                   std::vector<std::uint32_t> parts, bool prune);

}  // namespace syndicat::extract
