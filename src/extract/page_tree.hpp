#pragma once
// A page measured once: its elements in tree order with what stands in them, and its blocks, the runs of text that a
// reader sees as lines or paragraphs.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tags.hpp"
#include "html/document.hpp"

namespace syndicat::extract {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// One element. Sums are over the blocks below it, so that an element within a line has none; lengths are in
// reading_length's unit.
struct Box {
  html::Node node;
  std::uint32_t parent = kNone;
  std::uint32_t end = 0;          // the boxes below are those from the own number + 1 up to this one
  std::uint32_t first_block = 0;  // and the blocks below from here
  std::uint32_t last_block = 0;   // up to here
  Tag tag = Tag::other;
  bool hidden = false;      // itself, not by those above
  std::uint32_t marks = 0;  // class_marks.hpp
  std::uint32_t text = 0, link_text = 0;
  std::uint32_t links = 0;
  std::uint32_t outside = 0;  // links to other sites
  std::uint32_t prose = 0;    // evidence of running text
  std::uint32_t sentences = 0;
  std::uint32_t images = 0;
};

// A run of text without a line break.
struct Block {
  std::uint32_t box = 0;            // the nearest block element around it
  std::size_t start = 0, size = 0;  // in Tree::text, spaces collapsed
  std::uint32_t length = 0, link_length = 0, strong_length = 0;
  std::uint32_t links = 0, outside = 0;
  std::uint32_t sentences = 0;
  std::uint32_t prose = 0;
};

class Tree {
 public:
  // What a tree takes for text. Pages that show themselves by script hide all of it at first.
  enum class Hidden : std::uint8_t { left_out, read };

  // Measures what is below `root`, which stays valid as long as its document. `url`, the page's, tells links to other
  // sites from those within; it may be empty.
  explicit Tree(html::Node root, std::string_view url = {}, Hidden hidden = Hidden::left_out);

  const std::vector<Box>& boxes() const { return boxes_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const Box& box(std::uint32_t number) const { return boxes_[number]; }
  std::string_view text(const Block& block) const { return std::string_view(text_).substr(block.start, block.size); }

  // What a look at several boxes together tells of one.
  void add_marks(std::uint32_t number, std::uint32_t marks) { boxes_[number].marks |= marks; }

  // All text in the box, its blocks apart by blanks.
  std::string text_of(std::uint32_t box) const;

  // The first block that holds the words as they stand; kNone where none does.
  std::uint32_t block_with(std::string_view words) const;

  // The number of an element's box, of the block that a text node is part of; kNone where there is none.
  std::uint32_t box_of(html::Node element) const { return at(box_of_, element.index()); }
  std::uint32_t block_of(html::Node text) const { return at(block_of_, text.index()); }

  bool is_inside(std::uint32_t box, std::uint32_t ancestor) const {
    return box >= ancestor && box < boxes_[ancestor].end;
  }

 private:
  struct Walk;
  static std::uint32_t at(const std::vector<std::uint32_t>& table, std::uint32_t index) {
    return index < table.size() ? table[index] : kNone;
  }

  std::vector<Box> boxes_;
  std::vector<Block> blocks_;
  std::string text_;
  std::vector<std::uint32_t> box_of_, block_of_;
};

// The evidence of running text in a block: its letters outside of links where they form sentences, less where they
// do not, nothing for labels.
std::uint32_t prose_of(const Block& block);

}  // namespace syndicat::extract
