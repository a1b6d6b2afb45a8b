#pragma once
// Links in the article's body: where they lead, and the ids of the places within it that they lead to, such as
// footnotes and the way back from them.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/body.hpp"
#include "extract/page_tree.hpp"

namespace syndicat::extract {

class BodyLinks {
 public:
  // Looks at the tree, the body and the base, which have to live on. With `clean_links` addresses lose what only
  // counts readers (links.hpp).
  BodyLinks(const Tree& tree, const Body& body, const std::string& base, bool clean_links);

  // The address that a link is written with: "#id" within the body, else resolved against the base; empty where it
  // leads nowhere that a reader could go.
  std::string address_of(html::Node a) const;

  // The attribute (` id="..."`) for what is written in a block's place: its own id, or that of something at its start
  // that is not written itself; empty where no link leads there. Each id is given once.
  std::string id_attribute(html::Node node);

  // The same for an element within a line.
  std::string own_id_attribute(html::Node node) const;

  // Whether a block stands somewhere inside of the box.
  bool holds_block(std::uint32_t box) const { return holds_block_[box]; }

 private:
  std::string_view place_in_page(html::Node a) const;
  void find_targets();
  bool is_target(std::uint32_t number) const;
  bool bears_own_id(std::uint32_t number) const;

  const Tree& tree_;
  const Body& body_;
  const std::string& base_;
  bool clean_links_;
  std::vector<bool> holds_block_;
  std::unordered_map<std::string_view, std::uint32_t> targets_;  // by id, boxes that links in the body lead to
  std::unordered_set<std::uint32_t> given_;                      // whose id is written already
};

}  // namespace syndicat::extract
