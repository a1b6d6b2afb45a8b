#include "extract/linked_content.hpp"

#include "extract/class_marks.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostItemWords = 5;  // a headline has more
constexpr std::uint32_t kMostItems = 200;  // that are looked at
constexpr std::size_t kLabelWords = 2;     // before a colon
constexpr std::uint32_t kReachAhead = 2;   // blocks behind the list

bool introduces(const Tree& tree, const Block& line) {
  const auto said = tree.text(line);
  if (phrase_of_line(said) != Phrase::none || phrase_at_start(said) == Phrase::pointer) return false;
  const auto tag = tree.box(line.box).tag;
  if (is_heading(tag)) return tag != Tag::h1 && line.link_length * 2 < line.length;
  return line.link_length == 0 && text::trim(said).ends_with(':') && count_words(said) > kLabelWords;
}

}  // namespace

bool is_table_of_facts(const Tree& tree, std::uint32_t number) {
  const auto& table = tree.box(number);
  if (table.tag != Tag::table || (table.marks & kFurniture) != 0) return false;
  const auto role = table.node.attribute("role");
  if (role == "presentation" || role == "none") return false;
  std::uint32_t rows = 0, cells = 0, heads = 0, own = 0;
  for (auto at = number + 1; at < table.end; ++at) {
    const auto& box = tree.box(at);
    if (box.tag == Tag::table) return false;
    if (box.tag == Tag::tr) ++rows;
    if (box.tag == Tag::th) ++heads;
    if (box.tag != Tag::td && box.tag != Tag::th) continue;
    ++cells;
    own += box.text > 0 && box.link_text * 2 < box.text ? 1 : 0;
  }
  if (rows < 2 || cells < rows * 2) return false;
  return heads > 1 || own >= rows;
}

bool is_list_in_text(const Tree& tree, std::uint32_t number, std::uint32_t part) {
  const auto& list = tree.box(number);
  const auto& whole = tree.box(part);
  if ((list.marks & (kFurniture | kMeta | kBio)) != 0 || list.images > 0 || list.first_block <= whole.first_block ||
      list.last_block - list.first_block < 2 || list.last_block - list.first_block > kMostItems)
    return false;
  if (!introduces(tree, tree.blocks()[list.first_block - 1])) return false;
  for (auto at = number + 1; at < list.end; ++at) {
    // A table of contents is furniture.
    if (tree.box(at).tag == Tag::a && tree.box(at).node.attribute("href").starts_with('#')) return false;
  }
  std::size_t words = 0;
  for (auto at = list.first_block; at < list.last_block; ++at) words += count_words(tree.text(tree.blocks()[at]));
  if (words > kMostItemWords * (list.last_block - list.first_block)) return false;
  for (auto at = list.last_block; at < whole.last_block && at < list.last_block + kReachAhead; ++at) {
    if (tree.blocks()[at].prose > 0) return true;
  }
  return false;
}

}  // namespace syndicat::extract
