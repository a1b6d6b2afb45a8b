#include "extract/replies.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestName = 30;  // letters
constexpr std::uint32_t kNameWithin = 6;    // blocks of a post's start or end
constexpr std::uint32_t kLeastPost = 20;    // letters
constexpr std::uint32_t kMostBlocks = 300;  // of a post
constexpr std::uint32_t kMostBoxes = 2000;
constexpr std::uint32_t kLeastBesides = 600;  // letters of running text outside; then the article is there
constexpr int kForumLevels = 6;               // above a post

bool may_be_post(Tag tag) {
  return tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::li || tag == Tag::table ||
         tag == Tag::tr || tag == Tag::custom;
}

struct Post {
  std::uint32_t number = 0;
  std::string writer;
  bool dated = false;
};

// A short line in a box that is marked as the writer's, or one that is nothing but a link.
bool names_writer(const Tree& tree, const Block& line) {
  if (line.length == 0 || line.length > kLongestName || line.sentences > 0) return false;
  const bool link = line.links > 0 && line.link_length * 10 >= line.length * 9;
  auto marks = tree.box(line.box).marks;
  if (tree.box(line.box).parent != kNone) marks |= tree.box(tree.box(line.box).parent).marks;
  if (!link && (marks & kAuthor) == 0) return false;
  const auto said = tree.text(line);
  if (phrase_of_line(said) != Phrase::none || find_date(said, {})) return false;
  return std::ranges::any_of(fold(said), [](char c) { return c != ' ' && (c < '0' || c > '9'); });
}

Post read_post(const Tree& tree, std::uint32_t number) {
  const auto& box = tree.box(number);
  Post post{.number = number, .writer = {}, .dated = false};
  for (auto inside = number + 1; inside < box.end && !post.dated; ++inside)
    post.dated = tree.box(inside).tag == Tag::time || (tree.box(inside).marks & kDate) != 0;
  for (auto at = box.first_block; at < box.last_block; ++at) {
    const bool edge = at < box.first_block + kNameWithin || at + kNameWithin >= box.last_block;
    if (!edge) continue;
    const auto& line = tree.blocks()[at];
    if (post.writer.empty() && names_writer(tree, line)) post.writer = fold(tree.text(line));
    if (!post.dated && line.length <= 2 * kLongestName) post.dated = find_date(tree.text(line), {}).has_value();
  }
  return post;
}

// A heading of its own makes it a story; one that only says what is answered does not.
bool has_own_heading(const Tree& tree, std::uint32_t number, std::uint32_t first) {
  const auto heading_of = [&](std::uint32_t post) -> std::string_view {
    for (auto at = tree.box(post).first_block; at < tree.box(post).last_block; ++at) {
      const auto& line = tree.blocks()[at];
      if (is_heading(tree.box(line.box).tag) && line.length > kLongestName / 2) return tree.text(line);
    }
    return {};
  };
  const auto own = heading_of(number);
  return !own.empty() && !text::to_lower_ascii(own).starts_with("re:") && !same_words(own, heading_of(first));
}

bool is_forum(std::string_view words) {
  const auto folded = fold(text::cut_utf8(words, 300));
  constexpr auto kWords = std::to_array<std::string_view>(
      {" forum ", " forums ", " thread ", " threads ", " topic ", " viewtopic ", " showthread ", " discussion ",
       " discussions ", " message ", " reply ", " replies ", " comment ", " comments ", " commentaire ", " kommentar ",
       " foro ", " tema ", " thema "});
  return std::ranges::any_of(kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool calls_itself_forum(const Tree& tree, std::uint32_t number, std::string_view path) {
  if (is_forum(path)) return true;
  for (int level = 0; level < kForumLevels && number != kNone; ++level, number = tree.box(number).parent) {
    const auto& box = tree.box(number);
    if ((box.marks & (kPost | kComments)) != 0 || is_forum(box.node.attribute("class")) ||
        is_forum(box.node.attribute("id")))
      return true;
  }
  return false;
}

void mark_row(Tree& tree, const std::vector<std::uint32_t>& row, std::string_view path) {
  std::vector<Post> posts;
  for (const auto number : row) posts.push_back(read_post(tree, number));
  std::vector<std::string_view> writers;
  for (const auto& post : posts) {
    if (post.dated && !post.writer.empty() && !has_own_heading(tree, post.number, row.front()))
      writers.push_back(post.writer);
  }
  // An advertisement or a notice may stand among them, but not first.
  if (writers.empty() || writers.front() != posts.front().writer || writers.size() * 5 < posts.size() * 4) return;
  std::ranges::sort(writers);
  if (writers.front() == writers.back() || !calls_itself_forum(tree, row.front(), path)) return;
  std::uint32_t inside = 0;
  for (const auto& post : posts) inside += tree.box(post.number).prose;
  const bool besides = tree.box(0).prose - inside >= std::max(kLeastBesides, tree.box(row.front()).prose);
  for (auto place = besides ? 0U : 1U; place < row.size(); ++place) tree.add_marks(row[place], kComments);
}

}  // namespace

void mark_replies(Tree& tree, std::string_view url) {
  const auto path = text::split_uri(url).path;
  for (std::uint32_t parent = 1; parent < tree.boxes().size(); ++parent) {
    if (tree.box(parent).links < 2 || tree.box(parent).prose == 0) continue;
    // Rows of one kind: the same element with the same first class.
    std::map<std::pair<Tag, std::string_view>, std::vector<std::uint32_t>> rows;
    for (auto child = parent + 1; child < tree.box(parent).end; child = tree.box(child).end) {
      const auto& box = tree.box(child);
      if (!may_be_post(box.tag) || box.text < kLeastPost || box.prose == 0 || box.links == 0) continue;
      if (box.last_block - box.first_block > kMostBlocks || box.end - child > kMostBoxes) continue;
      const auto classes = text::trim(box.node.attribute("class"));
      rows[{box.tag, classes.substr(0, classes.find(' '))}].push_back(child);
    }
    for (const auto& [kind, row] : rows) {
      if (row.size() >= 2) mark_row(tree, row, path);
    }
  }
}

}  // namespace syndicat::extract
