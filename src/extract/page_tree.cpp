#include "extract/page_tree.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/class_marks.hpp"
#include "extract/headings.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestClasses = 300;  // bytes
constexpr std::uint32_t kFewLinks = 5;        // to one site; fewer may be the writer's
constexpr std::uint32_t kShortestLine = 12;   // letters
constexpr std::size_t kMostInButton = 40;     // nodes that are looked at
constexpr std::size_t kManyWords = 5;         // of an id: a title's, not a box's
constexpr std::uint32_t kMostProse = 1500;    // one block counts no more, so that a licence text does not win alone

bool hides(std::string_view style) {
  // "display: none" and "visibility:hidden" with any blanks; nothing else of CSS is read.
  std::string tight;
  for (const char c : style.substr(0, 400)) {
    if (!text::is_space(c)) tight += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
}

// "hidden", "d-none": hidden at every width of the screen, where no other class shows it at some.
bool hides_by_class(std::string_view classes) {
  constexpr auto kHiding =
      std::to_array<std::string_view>({"hidden", "d-none", "is-hidden", "u-hidden", "display-none"});
  bool hidden = false;
  classes = classes.substr(0, kLongestClasses);
  for (std::size_t start = 0; start < classes.size();) {
    const auto end = std::min(classes.find_first_of(" \t\n", start), classes.size());
    const auto word = classes.substr(start, end - start);
    start = end + 1;
    if (std::ranges::find(kHiding, word) != kHiding.end()) hidden = true;
    // "d-md-block", "md:flex"
    else if (word.find(':') != std::string_view::npos || (word.starts_with("d-") && word.size() > 3)) return false;
  }
  return hidden;
}

// The host without its first labels: "paper.example" of "www.paper.example", "paper.co.example" of ".co.example".
std::string site_of(std::string_view url) {
  const auto host = text::host_of(url);
  std::string_view rest = host;
  auto last = rest.rfind('.');
  if (last == std::string_view::npos || last == 0) return host;
  auto before = rest.rfind('.', last - 1);
  // A second-level label of three letters and less is a country's own kind ("co", "com", "org").
  if (before != std::string_view::npos && before > 0 && last - before <= 4) before = rest.rfind('.', before - 1);
  return before == std::string_view::npos ? host : std::string(rest.substr(before + 1));
}

// An id that is made of the words of a heading ("sharing-with-many") says nothing of what kind of box it is.
bool is_slug(std::string_view id, html::Node node) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : id.substr(0, 200)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter && !inside) ++words;
    inside = letter;
  }
  if (words >= kManyWords) return true;
  for (auto child = node.first_child(); child; child = child.next()) {
    if (!child.is_element()) continue;
    return is_heading(tag_of(child.name())) && fold(child.text()).starts_with(fold(id));
  }
  return false;
}

// Whether a button holds a picture and no words, in a figure or with a caption of its own.
bool enlarges(html::Node button, Tag around) {
  bool picture = false, caption = around == Tag::figure || button.parent().is("figure");
  std::size_t looked_at = 0;
  for (auto inside = button.first_child(); inside && ++looked_at <= kMostInButton;
       inside = inside.next_within(button)) {
    picture = picture || inside.is("img");
    caption = caption || inside.is("figcaption");
    if (inside.is_text() && !text::is_blank(inside.value()) && !caption) return false;
  }
  return picture && caption;
}

// The site of a page whose address is not known, by where its links lead: a page leads to its own site most of all.
// Empty where none stands out, as where the page's own links are relative.
std::string likely_site(html::Node root) {
  std::unordered_map<std::string, std::uint32_t> counts;
  std::uint32_t all = 0;
  for (const auto node : root.descendants()) {
    if (!node.is("a")) continue;
    const auto href = text::trim(node.attribute("href"));
    if (href.empty() || href.starts_with('#')) continue;
    ++all;
    if (text::is_web_url(href)) ++counts[site_of(href)];
  }
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most != counts.end() && most->second >= kFewLinks && most->second * 2 > all ? most->first : std::string{};
}

}  // namespace

std::uint32_t prose_of(const Block& block) {
  const auto own = block.length - std::min(block.link_length, block.length);
  if (own * 2 < block.length) return 0;  // mostly links
  if (block.sentences > 0 && own >= 30) return std::min(own, kMostProse);
  if (own >= 80) return std::min(own, kMostProse) / 2;
  return 0;
}

struct Tree::Walk {
  Tree& tree;
  std::string site{};
  Hidden read_hidden = Hidden::left_out;
  Block open{};
  bool blank = false;                    // a blank waits for the next letter
  std::vector<std::uint32_t> pending{};  // text nodes of the open block
  int link_depth = 0;
  int strong_depth = 0;

  void close_block(std::uint32_t box) {
    if (open.size > 0) {
      const auto said = std::string_view(tree.text_).substr(open.start, open.size);
      open.box = box;
      open.length = reading_length(said);
      open.sentences = static_cast<std::uint32_t>(count_sentence_ends(said));
      open.prose = prose_of(open);
      // Short lines without an end are text as well where a paragraph or the marked body holds them: verses, captions
      // of a slide show, a list's items.
      const auto& owner = tree.boxes_[box];
      const bool line = owner.tag == Tag::p || (owner.marks & kArticleBody) != 0;
      if (open.prose == 0 && line && open.link_length * 5 < open.length && open.length >= kShortestLine)
        open.prose = open.length / 3;
      const auto number = static_cast<std::uint32_t>(tree.blocks_.size());
      for (const auto index : pending) put(tree.block_of_, index, number);
      tree.blocks_.push_back(open);
      tree.text_ += '\n';
    }
    pending.clear();
    open = Block{};
    open.start = tree.text_.size();
    blank = false;
  }

  static void put(std::vector<std::uint32_t>& table, std::uint32_t index, std::uint32_t value) {
    if (index >= table.size()) table.resize(std::max<std::size_t>(index + 1, table.size() * 2), kNone);
    table[index] = value;
  }

  void add_text(html::Node node) {
    const auto value = node.value();
    const auto before = tree.text_.size();
    for (std::size_t at = 0; at < value.size();) {
      const auto byte = static_cast<unsigned char>(value[at]);
      // White space, U+00A0 with it, collapses; U+200B and U+FEFF are none at all.
      std::size_t space = byte <= ' ' ? 1 : 0;
      if (byte == 0xC2 && value.substr(at).starts_with("\xC2\xA0")) space = 2;
      if (byte == 0xE2 && value.substr(at).starts_with("\xE2\x80\x8B")) {
        at += 3;
        continue;
      }
      if (byte == 0xEF && value.substr(at).starts_with("\xEF\xBB\xBF")) {
        at += 3;
        continue;
      }
      if (space > 0) {
        blank = true;
        at += space;
        continue;
      }
      if (blank && open.size > 0) tree.text_ += ' ';
      blank = false;
      tree.text_ += value[at++];
      open.size = tree.text_.size() - open.start;
    }
    if (tree.text_.size() == before) return;
    const auto length = reading_length(std::string_view(tree.text_).substr(before));
    if (link_depth > 0) open.link_length += length;
    if (strong_depth > 0) open.strong_length += length;
    pending.push_back(node.index());
  }

  void element(html::Node node, std::uint32_t parent, std::uint32_t block_box) {
    Tag tag = node.element_namespace() == html::Namespace::html               ? tag_of(node.name())
              : node.name() == "svg" || node.name().starts_with("annotation") ? Tag::svg
                                                                              : Tag::other;
    // A heading that unfolds its section is a heading, a picture that opens larger is a picture.
    const auto around = tree.boxes_.empty() ? Tag::other : tree.boxes_[block_box].tag;
    const bool operated = tag == Tag::button || node.attribute("role") == "button";
    const bool unfolds = operated && (is_heading(around) || enlarges(node, around));
    if (tag == Tag::button && unfolds) tag = Tag::span;
    const auto number = static_cast<std::uint32_t>(tree.boxes_.size());
    tree.boxes_.emplace_back();
    put(tree.box_of_, node.index(), number);
    {
      auto& box = tree.boxes_.back();
      box.node = node;
      box.parent = parent;
      box.tag = tag;
      for (const auto& attribute : node.attributes()) {
        const auto name = attribute.name;
        if (name == "class" || name == "itemprop" || name == "data-component" || name == "data-testid") {
          box.marks |= marks_of_words(attribute.value);
          if (name == "class" && hides_by_class(attribute.value)) box.marks |= kHidden;
        } else if (name == "id") {
          if (!is_slug(attribute.value, node)) box.marks |= marks_of_words(attribute.value);
        } else if (name == "role") {
          box.marks |= marks_of_role(attribute.value);
        } else if (name == "hidden") {
          box.hidden = attribute.value != "until-found";
        } else if (name == "style") {
          box.hidden = box.hidden || hides(attribute.value);
        } else if (name == "aria-modal" && attribute.value == "true") {
          box.marks |= kPopup;
        }
      }
      if (unfolds) box.marks &= ~static_cast<std::uint32_t>(kControls);
    }
    const bool block = is_block(tag);
    // An element left open in <noscript> swallows the page; where the rest holds nothing, it is read.
    const bool swallowed = tag == Tag::noscript && read_hidden == Hidden::read;
    const bool choice = tag == Tag::select || tag == Tag::textarea;  // every country of the world
    const bool silent = (is_silent(tag) && !swallowed) || choice || is_place_link(node) ||
                        (tree.boxes_[number].hidden && read_hidden == Hidden::left_out);
    if (block || tag == Tag::br) close_block(block_box);
    tree.boxes_[number].first_block = static_cast<std::uint32_t>(tree.blocks_.size());
    const auto href = tag == Tag::a ? node.attribute("href") : std::string_view{};
    // A heading's link to itself or to the table of contents leads nowhere.
    const bool leads = tag == Tag::a && !(href.starts_with('#') && is_heading(tree.boxes_[block_box].tag));
    if (leads) {
      ++link_depth;
      ++open.links;
      ++tree.boxes_[number].links;
      if (text::is_web_url(href) && site_of(href) != site) {
        ++tree.boxes_[number].outside;
        ++open.outside;
      }
    }
    if (tag == Tag::strong || tag == Tag::b) ++strong_depth;
    if (tag == Tag::img) ++tree.boxes_[number].images;

    const auto inner = block ? number : block_box;
    if (!silent) {
      for (auto child = node.first_child(); child; child = child.next()) {
        if (child.is_element()) element(child, number, inner);
        else if (child.is_text()) add_text(child);
      }
    }
    if (block) close_block(number);
    if (leads) --link_depth;
    if (tag == Tag::strong || tag == Tag::b) --strong_depth;
    auto& box = tree.boxes_[number];
    box.end = static_cast<std::uint32_t>(tree.boxes_.size());
    box.last_block = static_cast<std::uint32_t>(tree.blocks_.size());
  }
};

Tree::Tree(html::Node root, std::string_view url, Hidden hidden) {
  Walk walk{.tree = *this, .site = url.empty() ? likely_site(root) : site_of(url), .read_hidden = hidden};
  walk.open.start = 0;
  walk.element(root, kNone, 0);
  walk.close_block(0);
  for (const auto& block : blocks_) {
    auto& box = boxes_[block.box];
    box.text += block.length;
    box.link_text += block.link_length;
    box.prose += block.prose;
    box.sentences += block.sentences;
  }
  // Children come after their parents, so one pass from the end adds everything up.
  for (auto number = boxes_.size(); number-- > 1;) {
    const auto& box = boxes_[number];
    auto& above = boxes_[box.parent];
    above.text += box.text;
    above.link_text += box.link_text;
    above.links += box.links;
    above.outside += box.outside;
    above.prose += box.prose;
    above.sentences += box.sentences;
    above.images += box.images;
  }
}

std::uint32_t Tree::block_with(std::string_view words) const {
  const auto place = text_.find(words);
  if (place == std::string::npos) return kNone;
  const auto behind = std::ranges::upper_bound(blocks_, place, {}, &Block::start);
  return behind == blocks_.begin() ? kNone : static_cast<std::uint32_t>(behind - blocks_.begin()) - 1;
}

std::string Tree::text_of(std::uint32_t number) const {
  const auto& box = boxes_[number];
  std::string joined;
  for (auto at = box.first_block; at < box.last_block; ++at) {
    if (!joined.empty()) joined += ' ';
    joined += text(blocks_[at]);
  }
  return joined;
}

}  // namespace syndicat::extract
