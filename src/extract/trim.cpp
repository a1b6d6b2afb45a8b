// The second pass: furniture inside the article taken out.

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "extract/agencies.hpp"
#include "extract/between.hpp"
#include "extract/body.hpp"
#include "extract/byline_line.hpp"
#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/date_statements.hpp"
#include "extract/furniture_line.hpp"
#include "extract/linked_content.hpp"
#include "extract/media.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/signed_line.hpp"
#include "extract/switcher.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kShortText = 80;       // letters; an article may be as short
constexpr std::size_t kLongestDateLine = 4;    // words of one that ends as a sentence does
constexpr std::uint32_t kShortestDouble = 60;  // letters; a refrain is shorter
constexpr std::uint32_t kShortestLead = 30;
constexpr std::uint32_t kLongestClock = 30;
constexpr std::size_t kEntries = 100;     // of a live report that are looked at
constexpr std::uint32_t kHeadBlocks = 6;  // of the text
constexpr std::uint32_t kLongestAppeal = 160;
constexpr std::uint32_t kLongestBio = 400;
constexpr std::uint32_t kStandfirst = 2;  // paragraphs with which the text goes on for certain
constexpr std::uint32_t kHeadLines = 12;  // blocks above the text
constexpr std::uint32_t kLineBoxes = 20;  // elements of a line that are looked at
constexpr std::uint32_t kLongestLabel = 25;
constexpr std::size_t kLabelWords = 4;
constexpr std::size_t kHeadlineWords = 3;

class Trimmer {
 public:
  Trimmer(const Tree& tree, const std::vector<bool>& suspects, const Witness& witness, Body& body)
      : tree_(tree),
        suspects_(suspects),
        witness_(witness),
        body_(body),
        own_(find_own_words(tree)),
        facts_(tree.blocks().size()) {
    for (const auto part : body.parts) {
      prose_ += tree.box(part).prose;
      for (auto at = tree.box(part).first_block; at < tree.box(part).last_block; ++at) {
        if (!suspects[tree.blocks()[at].box]) clean_prose_ += tree.blocks()[at].prose;
      }
    }
  }

  void run() {
    for (const auto part : body_.parts) {
      part_ = part;
      children(part);
    }
    for (const auto part : body_.parts) drop_labelled(part);
    for (const auto part : body_.parts) blocks_inside(part);
    drop_bylines();
    drop_doubles();
    trim_start();
    trim_end();
    drop_orphan_headings();
  }

 private:
  struct Kin {
    std::size_t count = 0;
    std::uint32_t prose = 0;
  };
  using Kinds = std::map<std::pair<Tag, std::string_view>, Kin>;

  const Box& box(std::uint32_t number) const { return tree_.box(number); }
  const Block& block(std::uint32_t number) const { return tree_.blocks()[number]; }
  std::string_view said(std::uint32_t number) const { return tree_.text(block(number)); }

  void children(std::uint32_t parent) {
    for (auto child = parent + 1; child < box(parent).end; child = box(child).end) {
      if (is_furniture(child)) {
        drop(child);
      } else if (is_table_of_facts(tree_, child)) {
        keep(child);
      } else {
        children(child);
      }
    }
  }

  void drop(std::uint32_t number) {
    body_.dropped_boxes[number] = true;
    for (auto at = box(number).first_block; at < box(number).last_block; ++at) body_.dropped_blocks[at] = true;
  }

  // What is in a table of facts is in it for good.
  void keep(std::uint32_t number) {
    for (auto at = box(number).first_block; at < box(number).last_block; ++at) facts_[at] = true;
  }

  // A box that begins with "Related articles", "Comments" or the like is what it says.
  void drop_labelled(std::uint32_t part) {
    for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
      if (body_.dropped_blocks[at] || block(at).length > 60) continue;
      const auto phrase = phrase_of_line(said(at));
      // "Author", a name, and what she does.
      const bool portrait = phrase == Phrase::by && at + 2 < box(part).last_block && looks_like_name(said(at + 1));
      if (phrase != Phrase::pointer && phrase != Phrase::comments && phrase != Phrase::newsletter &&
          phrase != Phrase::about_author && !portrait)
        continue;
      auto whole = block(at).box;
      // A label at the end of a box ("continue reading" on a card) is about what is behind it, not about the box.
      if (box(whole).first_block != at) continue;
      while (whole != part && box(whole).parent != kNone && box(box(whole).parent).first_block == at &&
             box(whole).parent != part && is_small_or_cards(box(whole).parent)) {
        whole = box(whole).parent;
      }
      if (whole != part && is_small_or_cards(whole)) drop(whole);
    }
  }

  // A little of the text, or rows of headlines that lead elsewhere, which may be more.
  bool is_small_or_cards(std::uint32_t number) const {
    const auto& one = box(number);
    if (share(one) < 0.25) return true;
    if (share(one) > 0.6) return false;
    int away = 0, own = 0;
    for (auto at = one.first_block; at < one.last_block; ++at) {
      if (!is_heading(box(block(at).box).tag)) continue;
      ++(block(at).link_length * 10 >= block(at).length * 9 ? away : own);
    }
    return away >= 3 && own <= 1;
  }

  double share(const Box& one) const { return prose_ == 0 ? 0.0 : static_cast<double>(one.prose) / prose_; }

  bool is_furniture(std::uint32_t number) {
    const auto& one = box(number);
    if (one.first_block < one.last_block && facts_[one.first_block] && facts_[one.last_block - 1]) return one.hidden;
    if (one.tag == Tag::script) return media_address(one.node).empty();
    if (one.hidden || is_silent(one.tag) || is_control(one.tag))
      return one.tag != Tag::noscript && one.tag != Tag::iframe && one.tag != Tag::video && one.tag != Tag::audio &&
             one.tag != Tag::embed && one.tag != Tag::object;
    // A footer may be longer than a short text, and still is none.
    const bool footer = (one.tag == Tag::footer || (one.marks & kFooter) != 0) && clean_prose_ > 0;
    if (suspects_[number] && (footer || share(one) < 0.5)) {
      if ((one.marks & kReference) != 0 && one.sentences > 0 && (one.marks & (kRelated | kComments)) == 0) return false;
      return true;
    }
    const bool small = share(one) < 0.3;
    if (!small && (one.marks & kBio) == 0) return false;
    if (is_card(number)) return true;
    if ((one.marks & (kBio | kMeta)) != 0 && one.tag != Tag::p && !is_heading(one.tag) && !own_[number]) return true;
    const bool no_text = one.prose == 0 || (one.sentences == 0 && one.text < kShortText);
    if ((one.marks & (kAuthor | kDate)) != 0 && no_text && is_block(one.tag) && one.text < 200 && !is_heading(one.tag))
      return true;
    if (is_author_box(one) || is_portrait(one)) return true;
    if (!is_link_list(one) || is_table_of_facts(tree_, number)) return false;
    if (!is_list_in_text(tree_, number, part_)) return true;
    keep(number);
    return false;
  }

  // A portrait and some words of who wrote, as microdata or marks tell.
  static bool is_author_box(const Box& one) {
    if (!is_block(one.tag) || one.tag == Tag::p || is_heading(one.tag) || one.prose == 0) return false;
    const auto property = one.node.attribute("itemprop");
    const bool person = property == "author" || property == "creator" ||
                        one.node.attribute("itemtype").find("schema.org/Person") != std::string_view::npos;
    return person || ((one.marks & kAuthor) != 0 && one.images > 0 && one.links > 0);
  }

  // The same without a link: the name in a line of its own comes first.
  bool is_portrait(const Box& one) const {
    return (one.marks & kAuthor) != 0 && one.images > 0 && is_block(one.tag) && one.last_block - one.first_block > 1 &&
           looks_like_name(said(one.first_block));
  }

  // One of several boxes of the same kind, each with a heading or a picture that leads to a page of this site.
  bool is_card(std::uint32_t number) {
    const auto& one = box(number);
    if (one.links == 0 || one.outside * 2 > one.links || one.text > 500 || one.parent == kNone) return false;
    if (one.tag != Tag::div && one.tag != Tag::article && one.tag != Tag::section && one.tag != Tag::li &&
        one.tag != Tag::a)
      return false;
    if (one.tag == Tag::a && one.first_block == one.last_block) return false;  // a link in a line of text
    if (!leads_away(number)) return false;
    const auto& kin = kin_in(one.parent)[{one.tag, one.node.attribute("class")}];
    // Where they hold much of the text, the page is about them.
    return kin.count >= 2 && kin.prose * 3 < prose_;
  }

  // The boxes with links in a box by their kind, counted once.
  Kinds& kin_in(std::uint32_t parent) {
    const auto [found, first] = kinds_.try_emplace(parent);
    if (!first) return found->second;
    for (auto child = parent + 1; child < box(parent).end; child = box(child).end) {
      if (box(child).links == 0) continue;
      auto& kin = found->second[{box(child).tag, box(child).node.attribute("class")}];
      ++kin.count;
      kin.prose += box(child).prose;
    }
    return found->second;
  }

  // A heading that is a link, or a link around the whole.
  bool leads_away(std::uint32_t number) const {
    const auto& one = box(number);
    if (one.link_text * 10 >= one.text * 9)
      return one.tag != Tag::li && one.tag != Tag::a ? true : one.images > 0 || one.tag == Tag::a;
    for (auto at = one.first_block; at < one.last_block; ++at) {
      const auto& line = block(at);
      if (is_heading(box(line.box).tag) && line.link_length * 10 >= line.length * 9) return true;
    }
    return false;
  }

  // Menus and lists of other articles: many links and no sentences of their own.
  static bool is_link_list(const Box& one) {
    switch (one.tag) {
      case Tag::ul:
      case Tag::ol:
      case Tag::div:
      case Tag::section:
      case Tag::table:
      case Tag::dl:
      case Tag::article:
      case Tag::header:
      case Tag::footer:
      case Tag::center:
      case Tag::custom: break;
      default: return false;
    }
    if (one.text == 0 || one.links == 0) return false;
    // Links to elsewhere with words of their own are what the writer points to, not what the site does.
    if (one.outside * 3 >= one.links * 2 && one.link_text >= one.links * 9) return false;
    const auto density = static_cast<double>(one.link_text) / one.text;
    if (one.prose > 0 && density < 0.8) return false;
    return density > 0.75 || (density > 0.5 && one.links >= 3 && one.prose == 0);
  }

  void blocks_inside(std::uint32_t part) {
    for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
      if (!body_.dropped_blocks[at] && is_furniture_block(at)) body_.dropped_blocks[at] = true;
    }
  }

  bool is_furniture_block(std::uint32_t number) const {
    const auto& one = block(number);
    if (facts_[number]) return false;
    const auto words = said(number);
    if (one.length > 300) return false;
    const auto whole = phrase_of_line(words);
    switch (whole) {
      case Phrase::none: break;
      case Phrase::by:
      case Phrase::posted:
      case Phrase::credit: break;
      case Phrase::filed: return true;
      case Phrase::button:
        return !is_heading(box(one.box).tag) && box(one.box).tag != Tag::li && box(one.box).tag != Tag::td &&
               box(one.box).tag != Tag::th;
      default: return true;
    }
    // "Read also: <a>another article</a>".
    if (one.link_length * 10 >= one.length * 4 && one.links > 0) {
      const auto label = phrase_at_start(words);
      if (label == Phrase::pointer || label == Phrase::filed) return true;
    }
    if (one.link_length > 0 && is_switcher_line(words)) return true;
    const auto tag = box(one.box).tag;
    if (is_heading(tag) || tag == Tag::li || is_cell(tag)) return false;
    if (is_furniture_line(words)) return true;
    // A paragraph that is nothing but a link to another page of the site.
    if (one.links == 1 && one.outside == 0 && one.link_length * 100 >= one.length * 95 && !witness_.url.empty() &&
        !leads_within(one.box))
      return true;
    const auto start = phrase_at_start(words);
    const bool colon = words.substr(0, 30).find(':') != std::string_view::npos;
    if (start == Phrase::credit && colon && one.length < 70) return true;
    if (words.starts_with("©") && one.length < 70) return true;
    if ((start == Phrase::newsletter || start == Phrase::cookies || start == Phrase::rights) && one.length < 200 &&
        one.links > 0)
      return true;
    if (is_line_of_dates(words)) return true;
    // "On 3 May 2019 the port closed." is no date line.
    if (start == Phrase::posted && std::min(words.find(' '), words.size()) <= 2 && is_sentence(number)) return false;
    return start == Phrase::posted && one.length < 60 && find_date(words, {}).has_value();
  }

  // "[1]", from a footnote back to its place.
  bool leads_within(std::uint32_t number) const {
    for (auto inside = number + 1; inside < std::min(box(number).end, number + kLineBoxes); ++inside) {
      if (box(inside).tag == Tag::a) return box(inside).node.attribute("href").starts_with('#');
    }
    return false;
  }

  bool is_text_block(std::uint32_t number) const {
    const auto tag = box(block(number).box).tag;
    if (block(number).prose > 0) return true;
    if (block(number).link_length * 2 > block(number).length && block(number).outside < block(number).links)
      return false;
    return tag == Tag::li || tag == Tag::pre || tag == Tag::blockquote || tag == Tag::td || tag == Tag::dd ||
           tag == Tag::dt || tag == Tag::th || tag == Tag::figcaption;
  }

  // "yesterday", where an element around it says that it is when.
  bool is_stamp(std::uint32_t number) const {
    const auto& one = block(number);
    if (one.length > 40) return false;
    for (auto inside = one.box + 1; inside < box(one.box).end; ++inside) {
      const auto& part = box(inside);
      const bool when = part.tag == Tag::time || (part.marks & kDate) != 0;
      if (when && reading_length(part.node.text()) == one.length) return true;
    }
    return false;
  }

  bool holds_time(std::uint32_t number) const {
    for (auto inside = number; inside < box(number).end; ++inside) {
      if (box(inside).tag == Tag::time || (box(inside).marks & kDate) != 0) return true;
    }
    return false;
  }

  // The time at the start of a live report's entry, told by a box of the same kind with a time beside it.
  bool is_entry_time(std::uint32_t at) const {
    auto entry = block(at).box;
    for (int level = 0; level < 3 && box(entry).parent != kNone && box(entry).first_block == at; ++level) {
      const auto parent = box(entry).parent;
      if (is_part(entry)) return false;
      std::size_t looked_at = 0;
      for (auto other = parent + 1; other < box(parent).end && ++looked_at < kEntries; other = box(other).end) {
        const bool kin = other != entry && box(other).tag == box(entry).tag && box(other).text > box(entry).text / 8 &&
                         box(other).node.attribute("class") == box(entry).node.attribute("class");
        if (kin && box(other).last_block - box(other).first_block > 1 && holds_time(other)) return true;
      }
      entry = parent;
    }
    return false;
  }

  bool is_part(std::uint32_t number) const { return std::ranges::find(body_.parts, number) != body_.parts.end(); }

  // A line about the text rather than of it: a date, a name, a place to click.
  bool is_edge(std::uint32_t number) const {
    const auto& one = block(number);
    if (facts_[number]) return false;
    if (one.length < kLongestClock && holds_time(one.box) && is_entry_time(number)) return false;
    if (one.link_length * 2 > one.length && one.outside < one.links) return one.length < 100;
    if (asks_to_follow(said(number)) || leads_to_profiles(number)) return true;
    if (count_words(said(number)) == 0) return true;
    if (phrase_of_line(said(number)) != Phrase::none) return true;
    if (is_stamp(number) || !agency_line(said(number)).empty()) return true;
    const auto tag = box(one.box).tag;
    if (one.length < 90 && one.sentences < 2) {
      const auto phrase = phrase_at_start(said(number));
      const bool dated = find_date(said(number), {}).has_value();
      // "On Saturday the port gave way." is a last sentence.
      const bool sentence = is_sentence(number);
      if (dated && one.length < 60 && !sentence && !states_of_text(number)) return true;
      if (phrase == Phrase::posted && one.length < 60 && !sentence) return true;
      if (phrase == Phrase::filed && !sentence && said(number).substr(0, 30).find(':') != std::string_view::npos)
        return true;
      if (one.length < 60 && begins_as_byline(said(number)) && (!sentence || names_one(said(number)))) return true;
    }
    return one.length < 25 && tag != Tag::p && !is_heading(tag) && !greets(number) && !is_text_block(number) &&
           !ends_sentence(said(number));
  }

  // An embedded post names its writer and its day.
  bool is_quoted(std::uint32_t number) const {
    for (int level = 0; level < 3 && number != kNone; ++level, number = box(number).parent) {
      if (box(number).tag == Tag::blockquote) return true;
    }
    return false;
  }

  // "Hello everybody,": the first line of a text whose paragraphs are parted by line breaks.
  bool greets(std::uint32_t number) const {
    const auto& one = block(number);
    return number + 1 < tree_.blocks().size() && block(number + 1).box == one.box && block(number + 1).prose > 0 &&
           one.links == 0 && count_words(said(number)) > 1 && text::trim(said(number)).ends_with(',');
  }

  // "Deadline: 30 June 2027", a cell, a caption, an item of a list: a date that belongs to the text.
  bool states_of_text(std::uint32_t number) const {
    const auto& one = block(number);
    if (facts_[number] || is_cell(box(one.box).tag)) return true;
    const auto words = said(number);
    const auto found = find_date(words, {});
    const auto place = found ? words.find(found->written) : std::string_view::npos;
    if (place == std::string_view::npos) return false;
    const auto label = text::trim(words.substr(0, place));
    const auto phrase = phrase_at_start(words);
    return label.ends_with(':') && phrase != Phrase::posted && phrase != Phrase::by && !says_updated(label) &&
           number > head_end_;
  }

  static bool is_cell(Tag tag) {
    return tag == Tag::td || tag == Tag::th || tag == Tag::dd || tag == Tag::dt || tag == Tag::figcaption;
  }

  // Whether the line is a paragraph that says something, for all that it begins with "On" or "By".
  bool is_sentence(std::uint32_t number) const {
    const auto& one = block(number);
    return box(one.box).tag == Tag::p && ends_sentence(said(number)) && count_words(said(number)) > kLongestDateLine;
  }

  // Whether a byline names one person and hardly anything else.
  static bool names_one(std::string_view line) {
    const auto people = split_authors(line);
    if (people.size() != 1 || people.front().size() + 12 <= line.size()) return false;
    std::size_t at = 0;
    return looks_like_name(people.front()) || is_dense(script_of(text::next_character(people.front(), at)));
  }

  // Bylines and date lines also stand below the standfirst, and after the last words.
  void drop_bylines() {
    std::vector<std::uint32_t> left;
    for (const auto part : body_.parts) {
      for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
        if (!body_.dropped_blocks[at]) left.push_back(at);
      }
    }
    std::uint32_t paragraphs = 0;
    for (const auto at : left) {
      paragraphs += block(at).prose > 0 ? 1 : 0;
      if (paragraphs == kStandfirst && head_end_ == kNone) head_end_ = at;
    }
    for (std::size_t place = 0; place < left.size(); ++place) {
      if (place >= 6 && place + 3 < left.size()) continue;
      const auto at = left[place];
      const auto& one = block(at);
      if (is_heading(box(one.box).tag) || box(one.box).tag == Tag::li || is_quoted(one.box)) continue;
      if (states_of_text(at)) continue;
      if (!names_beside_date(said(at), {}).empty()) {
        body_.dropped_blocks[at] = true;
        continue;
      }
      if (one.length >= 60) continue;
      const bool by = begins_as_byline(said(at));
      const bool dated = find_date(said(at), {}).has_value();
      if ((by && dated && !is_sentence(at)) || (by && names_one(said(at))) ||
          (dated && one.sentences == 0 && one.length < 40))
        body_.dropped_blocks[at] = true;
    }
  }

  // A page for small and large screens may hold a paragraph twice, one copy right behind the other, and the standfirst
  // above and below the picture.
  void drop_doubles() {
    std::unordered_map<std::string_view, std::uint32_t> seen;
    std::uint32_t kept = 0;
    std::uint32_t heading = 0;  // the last one: what stands in two sections is said twice
    for (const auto part : body_.parts) {
      for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
        if (body_.dropped_blocks[at]) continue;
        const bool head = ++kept <= kHeadBlocks && block(at).length >= kShortestLead;
        if (kept <= kHeadBlocks && box(block(at).box).tag == Tag::h1 && same_words(said(at), witness_.words)) {
          body_.dropped_blocks[at] = true;
          continue;
        }
        const bool titles = is_heading(box(block(at).box).tag);
        if (titles) heading = at;
        if (!head && (block(at).length < kShortestDouble || block(at).sentences == 0)) continue;
        const auto [earlier, first] = seen.try_emplace(said(at), at);
        const bool apart = box(block(at).box).parent != box(block(earlier->second).box).parent;
        const bool same_section = titles || earlier->second >= heading;
        if (!first && apart && ((head && same_section) || at - earlier->second <= 2)) body_.dropped_blocks[at] = true;
        earlier->second = at;
      }
    }
  }

  // "Join our channel: t.me/paper": a line whose links all show a service and lead to somebody's place there.
  bool leads_to_profiles(std::uint32_t number) const {
    const auto& one = block(number);
    if (one.links == 0 || one.length > kLongestAppeal || one.sentences > 1) return false;
    for (auto inside = one.box; inside < std::min(box(one.box).end, one.box + kLineBoxes); ++inside) {
      if (box(inside).tag != Tag::a) continue;
      if (!is_profile(box(inside).node.attribute("href")) || !names_service(box(inside).node.text())) return false;
    }
    return box(one.box).end - one.box <= kLineBoxes;
  }

  // A few words right before links that are gone, in whatever language they name what those lead to.
  bool labels_what_is_gone(std::uint32_t at) const {
    const auto& one = block(at);
    if (one.length > kLongestLabel || one.sentences > 0 || one.links > 0 || at + 1 >= tree_.blocks().size())
      return false;
    const auto& next = block(at + 1);
    return body_.dropped_blocks[at + 1] && next.length > 0 && next.link_length * 10 >= next.length * 9 &&
           next.outside < next.links && count_words(tree_.text(next)) >= kHeadlineWords &&
           box(one.box).parent != kNone && count_words(said(at)) <= kLabelWords && !ends_sentence(said(at));
  }

  // "Ann Roe is a reporter in Minsk.": a last sentence about whom a line above the text names as its writer.
  bool tells_of_writer(std::uint32_t at) const {
    if (block(at).length > kLongestBio || is_quoted(block(at).box)) return false;
    const auto name = named_by_sentence(said(at));
    if (!name || name->empty()) return false;
    auto start = box(body_.parts.front()).first_block;
    const auto above =
        witness_.title != kNone && witness_.title < start ? witness_.title + 1 : start - std::min(start, kHeadLines);
    while (start < at && body_.dropped_blocks[start]) ++start;
    for (auto line = above; line < std::min(above + 2 * kHeadLines, start); ++line) {
      const auto words = said(line);
      const auto place = words.find(*name);
      if (block(line).length > kLongestAppeal || place == std::string_view::npos) continue;
      const bool alone = same_words(words, *name);
      if (alone || begins_as_byline(words) || find_date(words, {})) return true;
    }
    return false;
  }

  void trim_start() {
    if (body_.parts.empty() || prose_ == 0) return;
    for (const auto part : body_.parts) {
      for (auto at = box(part).first_block; at < box(part).last_block; ++at) {
        if (body_.dropped_blocks[at]) continue;
        const auto tag = box(block(at).box).tag;
        if (at == witness_.title || same_words(said(at), witness_.words) ||
            (tag == Tag::h1 && block(at).sentences == 0)) {
          body_.dropped_blocks[at] = true;
          continue;
        }
        if (is_heading(tag)) continue;
        if (!is_edge(at)) return;
        body_.dropped_blocks[at] = true;
      }
    }
  }

  void trim_end() {
    if (prose_ == 0) return;
    for (auto part = body_.parts.rbegin(); part != body_.parts.rend(); ++part) {
      for (auto at = box(*part).last_block; at-- > box(*part).first_block;) {
        if (body_.dropped_blocks[at]) continue;
        if (!is_edge(at) && !is_heading(box(block(at).box).tag) && !labels_what_is_gone(at) && !tells_of_writer(at))
          return;
        body_.dropped_blocks[at] = true;
      }
    }
  }

  // A heading whose section is gone goes with it.
  void drop_orphan_headings() {
    for (const auto part : body_.parts) {
      bool content = false;
      bool dropped = true;
      for (auto at = box(part).last_block; at-- > box(part).first_block;) {
        if (body_.dropped_blocks[at]) {
          dropped = true;
          continue;
        }
        const auto tag = box(block(at).box).tag;
        if (!is_heading(tag) || block(at).sentences > 0) {
          content = true;
          dropped = false;
          continue;
        }
        if (!content && dropped) {
          body_.dropped_blocks[at] = true;
          continue;
        }
        content = false;
        dropped = false;
      }
    }
  }

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  const Witness& witness_;
  Body& body_;
  const std::vector<bool> own_;                     // by number: the article's own words by their place
  std::unordered_map<std::uint32_t, Kinds> kinds_;  // by the box around them
  std::vector<bool> facts_;                         // by number of block: of a table or list that is the article's own
  std::uint32_t head_end_ = kNone;                  // the block from which on the text is more than its standfirst
  std::uint32_t part_ = kNone;                      // whose furniture is looked for
  std::uint32_t prose_ = 0;
  std::uint32_t clean_prose_ = 0;  // outside of suspects
};

// The parts with the furniture inside taken out where `prune`.
Body trimmed(const Tree& tree, const std::vector<bool>& suspects, const Witness& witness,
             std::vector<std::uint32_t> parts, bool prune) {
  const auto measure = [&](Body& body) {
    body.length = 0;
    for (const auto part : body.parts) {
      for (auto at = tree.box(part).first_block; at < tree.box(part).last_block; ++at) {
        if (!body.dropped_blocks[at]) body.length += tree.blocks()[at].length;
      }
    }
  };
  Body body;
  body.parts = std::move(parts);
  body.dropped_boxes.resize(tree.boxes().size());
  body.dropped_blocks.resize(tree.blocks().size());
  if (prune) Trimmer(tree, suspects, witness, body).run();
  measure(body);
  if (!prune || body.length > 0 || body.parts.empty()) return body;
  // A page of nothing but labels and links is shown as it is.
  body.dropped_boxes.assign(tree.boxes().size(), false);
  body.dropped_blocks.assign(tree.blocks().size(), false);
  measure(body);
  return body;
}

}  // namespace

Body body_of_parts(const Tree& tree, std::vector<bool>& suspects, const Witness& witness,
                   std::vector<std::uint32_t> parts, bool prune) {
  for (const auto part : parts) {
    if (!suspects[part]) continue;
    for (auto number = part; number < tree.box(part).end; ++number) suspects[number] = false;
  }
  return trimmed(tree, suspects, witness, std::move(parts), prune);
}

Body find_body(const Tree& tree, std::vector<bool>& suspects, const Witness& witness) {
  auto parts = choose_parts(tree, suspects, witness);
  return trimmed(tree, suspects, witness, std::move(parts), true);
}

}  // namespace syndicat::extract
