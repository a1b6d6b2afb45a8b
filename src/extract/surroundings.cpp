#include "extract/surroundings.hpp"

#include <algorithm>
#include <array>

#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kNear = 12;              // blocks
constexpr std::uint32_t kMostHead = 60;          // blocks
constexpr std::uint32_t kLongestHeadline = 200;  // letters
constexpr std::size_t kHeadlineWords = 5;
constexpr std::size_t kLongestFolder = 12;  // bytes of an address's part that names a kind
constexpr std::uint32_t kLineBoxes = 20;    // of a line that are looked at
constexpr int kOwnerLevels = 5;             // from a statement up to the box that owns it
constexpr std::size_t kOwnerChildren = 200;
constexpr std::uint32_t kOwnerBlocks = 60;  // of that box
constexpr std::uint32_t kCardBlocks = 10;   // of a small box
constexpr std::uint32_t kMenuLinks = 2;
constexpr std::uint32_t kWeekday = 12;  // letters

// Parts of addresses behind which people stand.
bool is_folder_of_people(std::string_view part) {
  constexpr auto kFolders = std::to_array<std::string_view>(
      {"people",    "person",    "persons", "team",    "staff",   "profile",      "profiles",
       "user",      "users",     "u",       "member",  "members", "contributors", "columnists",
       "reporters", "redaktion", "auteurs", "autores", "autori",  "redakcja",     "avtor"});
  return std::ranges::find(kFolders, text::to_lower_ascii(part)) != kFolders.end();
}

// <a href="/">, <a href="https://paper.example/">: to the site's front page.
bool leads_home(const Box& box) {
  if (box.tag != Tag::a) return false;
  const auto href = text::trim(box.node.attribute("href"));
  const auto path = href.substr(std::min(href.find("://"), href.size()));
  return href == "/" || (path.size() > 3 && path.find('/', 3) >= path.size() - 1);
}

// "article-header", "post-meta": what belongs to one piece, wherever it stands.
bool is_named_for_article(const Box& box) {
  constexpr auto kWords = std::to_array<std::string_view>({"article", "post", "entry", "story", "blog"});
  const auto classes = text::to_lower_ascii(box.node.attribute("class"));
  return std::ranges::any_of(kWords, [&](std::string_view word) { return classes.find(word) != std::string::npos; });
}

}  // namespace

Surroundings::Surroundings(const Tree& tree, const std::vector<bool>& suspects, const Place& place,
                           std::string_view language)
    : tree_(tree), suspects_(suspects), place_(place), language_(language) {
  links_home_.reserve(tree.boxes().size() + 1);
  links_home_.push_back(0);
  for (const auto& box : tree.boxes()) links_home_.push_back(links_home_.back() + (leads_home(box) ? 1 : 0));
  links_before_.reserve(tree.blocks().size() + 1);
  links_before_.push_back(0);
  for (const auto& block : tree.blocks()) links_before_.push_back(links_before_.back() + block.links);
}

Surroundings::Head Surroundings::head() const {
  const auto first = place_.title == kNone ? (place_.start == kNone || place_.start < 6 ? 0 : place_.start - 6)
                                           : place_.title - std::min<std::uint32_t>(place_.title, 6);
  auto last = place_.start == kNone ? first + kNear : place_.start + 3;
  if (place_.title != kNone) last = std::max(last, place_.title + 5);
  last = std::min<std::uint32_t>(last, static_cast<std::uint32_t>(tree_.blocks().size()));
  return {first, std::min(last, first + kMostHead)};
}

std::vector<Surroundings::Line> Surroundings::lines() const {
  const auto [from, to] = head();
  std::vector<Line> lines;
  for (auto at = from; at < to; ++at) lines.push_back({at, false});
  if (place_.end == kNone) return lines;
  const auto last = std::min<std::uint32_t>(place_.end + 8, static_cast<std::uint32_t>(tree_.blocks().size()));
  for (auto at = to; at < std::min(place_.start + 8, last); ++at) lines.push_back({at, true});
  const auto end = std::max(to, place_.end - std::min<std::uint32_t>(place_.end, 4));
  for (auto at = end; at < last; ++at) lines.push_back({at, true});
  return lines;
}

int Surroundings::nearness(std::uint32_t at) const {
  // Behind the text the next message or article begins, however short the text is.
  if (place_.end != kNone && at >= place_.end) return at <= place_.end + 6 ? -3 : -25;
  if (place_.title != kNone) {
    if (at >= place_.title && at <= place_.title + kNear) return 10;
    if (at < place_.title && place_.title - at <= 5) return 8;
  }
  if (place_.start != kNone) {
    if (at + kNear >= place_.start && at < place_.start + 4) return 6;
    if (at >= place_.start && at < place_.end) return -8;
  }
  return -25;
}

// Whether the box holds a part of the article: its title or the beginning of its text.
bool Surroundings::holds_article(const Box& box) const {
  const auto holds = [&](std::uint32_t at) { return at != kNone && at >= box.first_block && at < box.last_block; };
  return holds(place_.title) || holds(place_.start);
}

// Behind the text a line that is mostly a link as long as a headline leads to another article.
bool Surroundings::is_long_link(std::uint32_t at) const {
  if (place_.end == kNone || at < place_.end || at >= tree_.blocks().size()) return false;
  const auto& line = tree_.blocks()[at];
  if (line.links > 1 || line.length == 0 || line.link_length * 2 < line.length || line.length > kLongestHeadline)
    return false;
  return count_words(tree_.text(line)) >= kHeadlineWords;
}

bool Surroundings::is_linked_heading(std::uint32_t at) const {
  const auto& line = tree_.blocks()[at];
  // The link may stand around the whole box.
  if (line.length == 0 || line.link_length * 10 < line.length * 9 || line.length > kLongestHeadline) return false;
  bool heading = false;
  for (auto number = line.box; number != kNone && !heading; number = tree_.box(number).parent) {
    const auto& box = tree_.box(number);
    heading = is_heading(box.tag);
    if (box.last_block - box.first_block > 1) break;
  }
  return heading && !leads_to_author(line) && !same_words(tree_.text(line), place_.words);
}

// "/author/ann-roe", <a rel="author">: in the line or around it.
bool Surroundings::leads_to_author(const Block& line) const {
  const auto is_authors = [&](std::uint32_t number) {
    const auto& box = tree_.box(number);
    if (box.tag != Tag::a) return false;
    if (lists_word(box.node.attribute("rel"), "author")) return true;
    const auto href = box.node.attribute("href");
    for (std::size_t start = 0; start < href.size();) {
      const auto end = std::min(href.find('/', start), href.size());
      const auto part = href.substr(start, end - start);
      if (part.size() <= kLongestFolder && ((marks_of_words(part) & kAuthor) != 0 || is_folder_of_people(part)))
        return true;
      start = end + 1;
    }
    return false;
  };
  const auto last = std::min(tree_.box(line.box).end, line.box + kLineBoxes);
  for (auto inside = line.box; inside < last; ++inside) {
    if (is_authors(inside)) return true;
  }
  auto around = tree_.box(line.box).parent;
  for (int level = 0; level < kOwnerLevels && around != kNone; ++level, around = tree_.box(around).parent) {
    if (is_authors(around)) return true;
  }
  return false;
}

std::size_t Surroundings::headlines_in(std::uint32_t number) const {
  std::size_t count = 0;
  for (auto at = tree_.box(number).first_block; at < tree_.box(number).last_block; ++at)
    count += is_linked_heading(at) || is_long_link(at) ? 1 : 0;
  return count;
}

bool Surroundings::is_of_another(std::uint32_t number) const {
  const auto& own = tree_.box(number);
  if (is_long_link(own.first_block)) return true;
  // A line that stands loose beside the headline.
  const auto lines = own.last_block - own.first_block;
  if (lines > 1 && lines <= kOwnerBlocks && !holds_article(own) && headlines_in(number) > 0) return true;
  auto inner = number;
  for (int level = 0; level < kOwnerLevels && tree_.box(inner).parent != kNone; ++level) {
    const auto outer = tree_.box(inner).parent;
    const auto& box = tree_.box(outer);
    if (holds_article(box) || box.last_block - box.first_block > kOwnerBlocks) return false;
    if (headlines_in(outer) > headlines_in(inner)) {
      std::size_t looked_at = 0;
      for (auto child = outer + 1; child < box.end && ++looked_at < kOwnerChildren; child = tree_.box(child).end) {
        if (child != inner && headlines_in(child) == 1) return true;
      }
      return false;
    }
    inner = outer;
  }
  return false;
}

bool Surroundings::is_under_another_heading(std::uint32_t number) const {
  const auto own = tree_.box(number).first_block;
  if (place_.end == kNone || own < place_.end || own >= tree_.blocks().size()) return false;
  // A line that is labelled stands for itself.
  const auto label = phrase_at_start(tree_.text(tree_.blocks()[own]));
  if (label == Phrase::by || label == Phrase::posted) return false;
  for (int level = 0; level < kOwnerLevels && number != kNone; ++level, number = tree_.box(number).parent) {
    const auto& box = tree_.box(number);
    if (box.first_block < place_.end || box.last_block - box.first_block > kCardBlocks) return false;
    if ((box.marks & kBio) != 0) return false;
    if ((box.marks & kRelated) != 0) return true;
    if (box.first_block < own && is_another_title(box.first_block)) return true;
  }
  return false;
}

// A heading that is no label of furniture and names nobody.
bool Surroundings::is_another_title(std::uint32_t at) const {
  const auto& line = tree_.blocks()[at];
  const auto& box = tree_.box(line.box);
  if (line.length > kLongestHeadline || (!is_heading(box.tag) && (box.marks & kTitle) == 0)) return false;
  const auto said = tree_.text(line);
  return phrase_of_line(said) == Phrase::none && phrase_at_start(said) == Phrase::none && !looks_like_name(said) &&
         !names_a_post(said) && !find_date(said, language_) && !same_words(said, place_.words);
}

bool Surroundings::is_beside_the_article(std::uint32_t number) const {
  if (is_of_another(number) || is_under_another_heading(number)) return true;
  const auto near = nearness(tree_.box(number).first_block);
  const bool close = near > -5;
  for (auto at = number; at != kNone; at = tree_.box(at).parent) {
    if (!suspects_[at]) return false;
    const auto marks = tree_.box(at).marks;
    if ((marks & (kComments | kRelated)) != 0) return true;
    if (near < 8 && ((marks & kSidebar) != 0 || tree_.box(at).tag == Tag::aside)) return true;
    if (!close &&
        ((marks & (kFooter | kNavigation)) != 0 || tree_.box(at).tag == Tag::footer || tree_.box(at).tag == Tag::nav))
      return true;
  }
  return false;
}

bool Surroundings::is_quoted(std::uint32_t number) const {
  for (auto at = number; at != kNone; at = tree_.box(at).parent) {
    if (tree_.box(at).tag == Tag::blockquote) return tree_.box(at).text < 600;  // longer ones may be the text itself
  }
  return false;
}

bool Surroundings::is_in_masthead(std::uint32_t number, std::string_view shown) const {
  const auto anchor = place_.title != kNone ? place_.title : place_.start;
  const auto first = tree_.box(number).first_block;
  if (anchor == kNone || first >= anchor) return false;
  const auto found = find_date(shown, language_);
  if (found && found->with_time) return false;
  // With the day's name at most beside it.
  const auto& line = tree_.blocks()[first];
  const bool alone = reading_length(shown) + kWeekday >= line.length &&
                     (!found || reading_length(found->written) + kWeekday >= reading_length(shown));
  bool header = false, home = false, titled = false, own = false;
  for (auto at = number; at != kNone && !holds_article(tree_.box(at)); at = tree_.box(at).parent) {
    const auto& box = tree_.box(at);
    const bool head = box.tag == Tag::header || (box.marks & kHeader) != 0;
    header = header || head;
    own = own || is_named_for_article(box);
    home = home || (head && links_home_[box.end] > links_home_[at]);
    number = at;
  }
  for (auto at = tree_.box(number).first_block; at < tree_.box(number).last_block && !titled; ++at)
    titled = tree_.box(tree_.blocks()[at].box).tag == Tag::h1;
  if (is_in_article(number)) return false;
  // Where the article has an element of its own, its date is in there; a menu may stand between as well.
  const bool apart = is_in_article(tree_.blocks()[anchor].box) || is_in_main(number, tree_.blocks()[anchor].box);
  const bool menu = links_before_[anchor] - links_before_[first] >= kMenuLinks;
  return home || (apart && alone && !titled && !own && (header || menu));
}

bool Surroundings::is_in_article(std::uint32_t number) const {
  for (; number != kNone; number = tree_.box(number).parent) {
    const auto& box = tree_.box(number);
    if (box.tag == Tag::article || (box.marks & kArticleBody) != 0) return true;
  }
  return false;
}

// Whether the page's main part holds the one box without the other.
bool Surroundings::is_in_main(std::uint32_t other, std::uint32_t number) const {
  for (; number != kNone; number = tree_.box(number).parent) {
    if (tree_.box(number).tag == Tag::main) return !tree_.is_inside(other, number);
  }
  return false;
}

std::string Surroundings::words_of(std::uint32_t number) const {
  const auto& box = tree_.box(number);
  return box.first_block == box.last_block ? text::collapse_space(box.node.text()) : tree_.text_of(number);
}

bool lists_word(std::string_view list, std::string_view word) {
  const auto place = text::to_lower_ascii(list).find(word);
  if (place == std::string::npos) return false;
  const auto end = place + word.size();
  return (place == 0 || list[place - 1] == ' ') && (end == list.size() || list[end] == ' ');
}

}  // namespace syndicat::extract
