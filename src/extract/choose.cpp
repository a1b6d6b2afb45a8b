// Candidates for the article, compared by how much running text they hold and how little else.

#include <algorithm>

#include "extract/beside.hpp"
#include "extract/between.hpp"
#include "extract/body.hpp"
#include "extract/class_marks.hpp"
#include "extract/streams.hpp"
#include "extract/told.hpp"
#include "extract/words.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLeastShare = 65;   // per cent of the text that one place must hold to be the only one
constexpr std::uint32_t kLossInSeat = 12;   // per cent of the text that may be left behind inside a marked article
constexpr std::uint32_t kKinShare = 5;      // per cent of the text that makes a part of the same kind count
constexpr std::uint32_t kLeastProse = 100;  // letters
constexpr int kNeighbours = 3;              // on either side of a box
constexpr std::uint32_t kEntryHead = 2;     // blocks of a live report's entry in which its time stands

// Elements that text stands in by itself; a container of these is where an article is.
bool holds_text_itself(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::ul:
    case Tag::ol:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::tr:
    case Tag::tbody:
    case Tag::a:
    case Tag::span:
    case Tag::em:
    case Tag::strong:
    case Tag::b:
    case Tag::i:
    case Tag::font:
    case Tag::small:
    case Tag::time: return true;
    default: return false;
  }
}

std::uint32_t first_h1(const Tree& tree) {
  const auto& boxes = tree.boxes();
  for (std::uint32_t number = 0; number < boxes.size(); ++number) {
    if (boxes[number].tag == Tag::h1 && boxes[number].text > 0) return number;
  }
  return kNone;
}

// A sidebar may hold more text than a short article. One that is the article all the same holds the body's own mark,
// and nearly everything.
bool is_sidebar(const Tree& tree, std::uint32_t number, double share) {
  if (share < 0.75) return true;
  for (auto inside = number + 1; inside < tree.box(number).end; ++inside) {
    const auto& box = tree.box(inside);
    if (box.prose > 0 && ((box.marks & kArticleBody) != 0 || box.tag == Tag::article)) return false;
  }
  return true;
}

// Whether the box begins with a heading below the title's level.
bool is_headed(const Tree& tree, const Box& box) {
  if (box.first_block == box.last_block) return false;
  const auto tag = tree.box(tree.blocks()[box.first_block].box).tag;
  return is_heading(tag) && tag != Tag::h1 && tree.blocks()[box.first_block].box != tree.box_of(box.node);
}

// What stands in a row with paragraphs of the text and is paragraphs itself, with hardly a link and nothing to
// operate: no word of its class ("paywall", "disclaimer", "print-only") makes it furniture.
bool is_prose_among_prose(const Tree& tree, std::uint32_t number) {
  const auto& box = tree.box(number);
  if (box.sentences == 0 || box.prose * 10 < box.text * 9 || box.link_text * 10 > box.text || box.images > 0)
    return false;
  for (auto inside = number + 1; inside < box.end; ++inside) {
    if (is_control(tree.box(inside).tag) || tree.box(inside).tag == Tag::form) return false;
  }
  const auto is_paragraph = [&](html::Node node) {
    const auto other = tree.box_of(node);
    return other != kNone && tree.box(other).tag == Tag::p && tree.box(other).sentences > 0;
  };
  // Copyright and disclaimers are paragraphs too, and stand at the end.
  const bool foot = (box.marks & kFooter) != 0;
  auto before = box.node, behind = box.node;
  for (int steps = 0; steps < kNeighbours; ++steps) {
    if (before && !foot) before = before.previous_element();
    if (behind) behind = behind.next_element();
    if ((before && !foot && is_paragraph(before)) || (behind && is_paragraph(behind))) return true;
  }
  return false;
}

// What the words of a class say of prose in vain.
constexpr std::uint32_t kVain = kNavigation | kFooter | kAdvertisement | kNewsletter | kControls;

bool is_suspect(const Tree& tree, const std::vector<bool>& own, std::uint32_t number, std::uint32_t h1) {
  const auto& box = tree.box(number);
  const auto page = tree.box(0).prose;
  const auto share = page == 0 ? 0.0 : static_cast<double>(box.prose) / page;
  switch (box.tag) {
    case Tag::html:
    case Tag::body:
    case Tag::main: return false;
    case Tag::nav:
    case Tag::dialog:
    case Tag::menu:
    case Tag::search: return true;
    case Tag::footer: return h1 == kNone || !tree.is_inside(h1, number);
    case Tag::aside: return (box.marks & kReference) == 0 && is_sidebar(tree, number, share);
    case Tag::form:
    case Tag::fieldset: return share < 0.3;
    default: break;
  }
  if (own[number]) return false;
  auto marks = box.marks & kFurniture;
  // What leads elsewhere has links, or a headline; without, a "teaser" is the text's own first words.
  const bool summary = (box.marks & kSummary) != 0 || box.node.attribute("itemprop") == "description";
  if ((box.links == 0 && !is_headed(tree, box)) || (summary && box.prose > 0 && box.link_text * 3 < box.text))
    marks &= ~static_cast<std::uint32_t>(kRelated);
  if (box.tag == Tag::blockquote || box.tag == Tag::p)
    marks &= kComments | kAdvertisement | kRelated | kNewsletter | kCookies | kHidden;
  if ((marks & kVain) != 0 && is_prose_among_prose(tree, number)) marks &= ~kVain;
  if (marks == 0) return false;
  // The box around the title and most of the text is no furniture, whatever a theme calls it ("has-sidebar").
  if (h1 != kNone && tree.is_inside(h1, number) &&
      (share > 0.25 || (marks & (kNavigation | kFooter | kSidebar | kCookies)) == 0))
    return false;
  if ((box.marks & kArticleBody) != 0 && share > 0.2) return false;
  if ((marks & kComments) != 0) return true;
  if ((box.marks & kContent) != 0 && share > 0.35) return false;
  return share < 0.5;
}

// The boxes at the page's foot, where what tells of the site stands: however long that is, it is not the article of a
// page that says something under its title or in its <main>. None where it does not.
std::vector<bool> find_feet(const Tree& tree, const std::vector<bool>& suspects) {
  const auto& boxes = tree.boxes();
  const auto h1 = first_h1(tree);
  const auto is_foot = [&](std::uint32_t number) {
    const auto& box = boxes[number];
    return (box.tag == Tag::footer || (is_block(box.tag) && (box.marks & kFooter) != 0)) &&
           (box.marks & kArticleBody) == 0 && (h1 == kNone || !tree.is_inside(h1, number));
  };
  std::vector<bool> feet(boxes.size()), in_main(boxes.size());
  for (std::uint32_t number = 1; number < boxes.size(); ++number) {
    feet[number] = feet[boxes[number].parent] || is_foot(number);
    in_main[number] = in_main[boxes[number].parent] || boxes[number].tag == Tag::main;
  }
  std::uint32_t last = kNone;  // the last block of text above the feet
  for (std::uint32_t at = 0; at < tree.blocks().size(); ++at) {
    const auto& block = tree.blocks()[at];
    const bool own = block.sentences > 0 && block.link_length == 0 && !suspects[block.box] && !feet[block.box];
    if (own && (in_main[block.box] || (h1 != kNone && at >= boxes[h1].last_block))) last = at;
  }
  for (std::uint32_t number = 1; number < boxes.size(); ++number)
    feet[number] = feet[number] && last != kNone && boxes[number].first_block > last;
  return feet;
}

// The page's prose without suspects, summed up for each box.
std::vector<std::uint32_t> sum_prose(const Tree& tree, const std::vector<bool>& suspects) {
  const auto& boxes = tree.boxes();
  std::vector<std::uint32_t> sums(boxes.size());
  for (const auto& block : tree.blocks()) {
    if (!suspects[block.box]) sums[block.box] += block.prose;
  }
  for (auto number = boxes.size(); number-- > 1;) sums[boxes[number].parent] += sums[number];
  return sums;
}

bool holds_h1(const Tree& tree, const Box& box) {
  for (auto at = box.first_block; at < box.last_block; ++at) {
    if (tree.box(tree.blocks()[at].box).tag == Tag::h1) return true;
  }
  return false;
}

bool holds_article(const Tree& tree, const Box& box) {
  for (auto number = tree.box_of(box.node); number < box.end; ++number) {
    if (tree.box(number).tag == Tag::article) return true;
  }
  return false;
}

// The next article, which some pages load behind the first: both have a title of their own.
bool is_next_article(const Tree& tree, const Box& first, const Box& other) {
  return holds_article(tree, first) && holds_article(tree, other) && holds_h1(tree, first) && holds_h1(tree, other);
}

bool are_kin(const Box& a, const Box& b) {
  if (a.tag != b.tag) return false;
  const auto first = a.node.attribute("class");
  return first == b.node.attribute("class") || ((a.marks & b.marks) & kArticleBody) != 0;
}

// An entry of a live report: a time at its start, words, and no headline that leads away.
bool is_entry(const Tree& tree, std::uint32_t number) {
  const auto& box = tree.box(number);
  if (box.text == 0 || box.link_text * 3 > box.text) return false;
  for (auto inside = number + 1; inside < box.end && tree.box(inside).first_block < box.first_block + kEntryHead;
       ++inside) {
    if (tree.box(inside).tag == Tag::time || (tree.box(inside).marks & kDate) != 0) return true;
  }
  return false;
}

// From the whole page down to the box that holds the text itself.
std::uint32_t descend(const Tree& tree, const std::vector<bool>& suspects, const std::vector<std::uint32_t>& prose,
                      std::uint32_t title) {
  const auto& boxes = tree.boxes();
  // The text under the title is the article, other texts may be as long; so is the one that the page marks as such.
  std::vector<bool> marked(boxes.size());
  std::size_t articles = 0;
  for (const auto& box : boxes) articles += box.tag == Tag::article ? 1 : 0;
  for (auto number = boxes.size(); number-- > 1;) {
    const bool own =
        ((boxes[number].marks & kArticleBody) != 0 || (boxes[number].tag == Tag::article && articles == 1)) &&
        prose[number] > 0;
    if (own || marked[number]) marked[number] = marked[boxes[number].parent] = true;
  }
  const auto weight = [&](std::uint32_t number) {
    const auto& box = boxes[number];
    const bool titled = title != kNone && title >= box.first_block && title < box.last_block && box.tag != Tag::header;
    return prose[number] * (titled ? 2U : 1U) * (titled && marked[number] ? 2U : 1U);
  };
  std::uint32_t current = 0;
  bool seated = false;  // inside of what the page marks as its article
  for (;;) {
    const auto& box = boxes[current];
    seated = seated || (box.marks & kArticleBody) != 0 || (box.tag == Tag::article && articles == 1);
    std::uint32_t best = kNone;
    std::uint32_t loose = prose[current];  // text of this box itself and of paragraphs right in it
    for (auto child = current + 1; child < box.end; child = boxes[child].end) {
      if (holds_text_itself(boxes[child].tag)) continue;
      loose -= prose[child];
      if (best == kNone || weight(child) > weight(best)) best = child;
    }
    if (best == kNone) return current;
    for (auto child = current + 1; child < best; child = boxes[child].end) {
      if (prose[child] < kLeastProse || !is_next_article(tree, boxes[child], boxes[best])) continue;
      best = child;  // the first one is what the address stands for
      break;
    }
    auto all = prose[current];
    bool kin = false;
    const bool entry = is_entry(tree, best);
    for (auto child = current + 1; child < box.end; child = boxes[child].end) {
      // However short, an entry beside an entry is one of the same report.
      if (entry && child != best && !suspects[child] && are_kin(boxes[child], boxes[best]) && is_entry(tree, child) &&
          !is_next_article(tree, boxes[best], boxes[child]))
        kin = true;
      if (child == best || prose[child] < kLeastProse || prose[child] * 100 < prose[current] * kKinShare) continue;
      if (is_next_article(tree, boxes[best], boxes[child])) all -= prose[child];
      else if (are_kin(boxes[child], boxes[best])) kin = true;
    }
    if (weight(best) * 100 < all * kLeastShare || loose * 10 > all) return current;
    const bool split = kin || (seated && (all - prose[best]) * 100 > all * kLossInSeat);
    if (split) return current;
    current = best;
  }
}

// A caption, a credit, a writer's portrait: by its own marks or those right above it.
bool is_beside(const Tree& tree, std::uint32_t number) {
  for (int level = 0; level < 3 && number != kNone; ++level, number = tree.box(number).parent) {
    if ((tree.box(number).marks & (kCaption | kCredit | kBio)) != 0) return true;
    if (level == 0 && (tree.box(number).marks & kMeta) != 0) return true;
  }
  return false;
}

// Whether `number` stands below the box two levels above `part`.
bool shares_grandparent(const Tree& tree, std::uint32_t number, std::uint32_t part) {
  for (int level = 0; level < 2 && tree.box(part).parent != kNone; ++level) part = tree.box(part).parent;
  return tree.is_inside(number, part);
}

std::uint32_t body_of(const Tree& tree) {
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number) {
    if (tree.box(number).tag == Tag::body) return number;
  }
  return 0;
}

// What stands between the title and the text in a place of its own: the standfirst.
void add_lead(const Tree& tree, const std::vector<bool>& suspects, const Witness& witness,
              std::vector<std::uint32_t>& parts) {
  const auto start = tree.box(parts.front()).first_block;
  auto title = witness.title;
  for (const auto& box : tree.boxes()) {
    if (title != kNone) break;
    if (box.tag == Tag::h1 && box.text > 0 && box.last_block <= start) title = box.first_block;
  }
  const bool titled = title != kNone && title < start && start - title <= 40;
  std::vector<std::uint32_t> lead;
  for (auto at = titled ? title + 1 : start - std::min<std::uint32_t>(start, 12); at < start; ++at) {
    const auto& block = tree.blocks()[at];
    if (suspects[block.box] || block.length < 40 || block.link_length * 2 > block.length) continue;
    const auto& box = tree.box(block.box);
    // Without a title above, or without a sentence, it takes a mark: the page's own description, or a lead's class.
    const bool marked =
        ((box.marks | tree.box(box.parent == kNone ? 0 : box.parent).marks) & kSummary) != 0 ||
        (!witness.summary.empty() && fold(witness.summary).starts_with(fold(tree.text(block)).substr(0, 60)));
    if (!marked && (!titled || block.prose == 0 || block.sentences == 0)) continue;
    if (same_words(tree.text(block), witness.words)) continue;
    if (is_beside(tree, block.box) || box.tag == Tag::figcaption || box.tag == Tag::li) continue;
    if (!titled && !shares_grandparent(tree, block.box, parts.front())) continue;
    // A box that holds the text proper as well is no part of its own.
    if (tree.is_inside(parts.front(), block.box) || (!lead.empty() && tree.is_inside(block.box, lead.back()))) continue;
    if (box.last_block - box.first_block > 6) continue;
    lead.push_back(block.box);
  }
  if (lead.size() <= 3) parts.insert(parts.begin(), lead.begin(), lead.end());
}

}  // namespace

std::vector<bool> find_suspects(const Tree& tree) {
  const auto& boxes = tree.boxes();
  const auto h1 = first_h1(tree);
  const auto own = find_own_words(tree);
  std::vector<bool> suspects(boxes.size());
  for (std::uint32_t number = 1; number < boxes.size(); ++number) {
    suspects[number] = suspects[boxes[number].parent] || is_suspect(tree, own, number, h1);
  }
  const auto feet = find_feet(tree, suspects);
  for (std::uint32_t number = 1; number < boxes.size(); ++number) suspects[number] = suspects[number] || feet[number];
  mark_streams(tree, suspects);
  return suspects;
}

std::vector<std::uint32_t> choose_parts(const Tree& tree, std::vector<bool>& suspects, const Witness& witness) {
  if (tree.blocks().empty()) return {};
  auto prose = sum_prose(tree, suspects);
  if (prose[0] < 200) {
    const auto feet = find_feet(tree, suspects);
    auto all = sum_prose(tree, feet);
    if (all[0] > 2 * prose[0]) prose = std::move(all);
  }
  if (prose[0] == 0) return {body_of(tree)};
  std::vector<std::uint32_t> parts = {descend(tree, suspects, prose, witness.title)};
  if (const auto told = told_elsewhere(tree, parts, witness.article_body); told != kNone) {
    parts = {told};
    // What made its surroundings suspect says nothing of the article itself.
    const auto h1 = first_h1(tree);
    const auto own = find_own_words(tree);
    suspects[told] = false;
    for (auto number = told + 1; number < tree.box(told).end; ++number) {
      suspects[number] = suspects[tree.box(number).parent] || is_suspect(tree, own, number, h1);
    }
  }
  add_beside(tree, suspects, witness.title, parts);
  add_lead(tree, suspects, witness, parts);
  return parts;
}

}  // namespace syndicat::extract
