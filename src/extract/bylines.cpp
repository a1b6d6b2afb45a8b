#include "extract/bylines.hpp"

#include <algorithm>
#include <array>

#include "extract/agencies.hpp"
#include "extract/byline_line.hpp"
#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/date_statements.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/signed_line.hpp"
#include "extract/words.hpp"
#include "text/date_words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestPortrait = 800;  // letters
constexpr std::uint32_t kLongestName = 30;
constexpr std::uint32_t kLongestByline = 140;
constexpr std::uint32_t kDatelineWithin = 4;  // blocks of the text
constexpr std::size_t kMostWords = 600;       // bytes of an element's text
constexpr int kDeepest = 12;
constexpr std::uint32_t kAgencyWithin = 4;  // blocks above the text
constexpr std::uint32_t kLongestAround = 1000;
constexpr std::uint32_t kMarkedBoxes = 100;  // of a marked element that are looked at
constexpr std::uint32_t kLineBoxes = 20;     // of a line that are looked at

class Reader {
 public:
  Reader(const Tree& tree, const Place& place, const Surroundings& around, std::string_view language, Claims& claims)
      : tree_(tree), place_(place), around_(around), language_(language), claims_(claims) {}

  void run() {
    const auto& boxes = tree_.boxes();
    for (std::uint32_t number = 1; number < boxes.size(); ++number) element(number);
    for (const auto& line : around_.lines()) block(line.block, line.must_say_so);
    if (place_.end == kNone) return;
    for (auto at = place_.start; at < std::min(place_.start + kDatelineWithin, place_.end); ++at) dateline(at);
    if (place_.end > place_.start) {
      signature();
      agencies(agencies_at_end(tree_.text(tree_.blocks()[place_.end - 1])));
    }
    // "(Reuters)" in a line of its own, which is no part of the text.
    const auto above = place_.start - std::min(place_.start, kAgencyWithin);
    for (auto line = above; line <= place_.end && line < tree_.blocks().size(); ++line) {
      if (line == place_.start) line = place_.end;
      if (line < tree_.blocks().size() && line != place_.title &&
          !around_.is_beside_the_article(tree_.blocks()[line].box))
        agencies(agency_line(tree_.text(tree_.blocks()[line])));
    }
  }

 private:
  void element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto itemprop = box.node.attribute("itemprop");
    if (!itemprop.empty()) microdata(number, itemprop);
    else if (box.tag != Tag::meta && box.node.has_attribute("property")) rdfa(number, box.node.attribute("property"));
    const bool author = (box.marks & kAuthor) != 0 ||
                        (box.tag == Tag::a && lists_word(box.node.attribute("rel"), "author")) ||
                        box.tag == Tag::address;
    if (author && box.text < 150) author_element(number);
    else if (author) portrait(number);
  }

  void microdata(std::uint32_t number, std::string_view itemprop) {
    const auto& box = tree_.box(number);
    if (around_.is_beside_the_article(number)) return;
    const auto at = box.first_block;
    const auto value = [&] {
      for (const std::string_view name : {"content", "datetime"}) {
        if (const auto said = box.node.attribute(name); !said.empty()) return std::string(said);
      }
      return around_.words_of(number);
    };
    if (itemprop == "headline") claims_.add(Field::title, value(), "itemprop headline", 72);
    if (itemprop == "author" || itemprop == "creator") {
      std::string name;
      for (auto inside = number + 1; inside < box.end && name.empty(); ++inside) {
        const auto& part = tree_.box(inside);
        if (part.node.attribute("itemprop") != "name") continue;
        name = part.node.attribute("content");
        if (name.empty()) name = around_.words_of(inside);
      }
      if (name.empty()) name = value();
      const auto trust = 68 + std::min(around_.nearness(at), 0);
      if (box.node.attribute("itemtype").ends_with("Organization"))
        claims_.add_organisation(name, "itemprop author", trust);
      else if (!split_authors(name).empty()) claims_.add(Field::author, name, "itemprop author", trust);
    }
  }

  // RDFa on what readers see: "dc:date dc:created" with the machine's value in `content`.
  void rdfa(std::uint32_t number, std::string_view properties) {
    const auto& box = tree_.box(number);
    if (around_.is_beside_the_article(number)) return;
    const auto says = [&](std::string_view name) {
      return lists_word(properties, name) || lists_word(properties, std::string("schema:") + std::string(name));
    };
    if (!says("author") && !says("creator") && !lists_word(properties, "dc:creator")) return;
    std::string name(box.node.attribute("content"));
    for (auto inside = number + 1; inside < box.end && name.empty(); ++inside) {
      const auto property = tree_.box(inside).node.attribute("property");
      if (lists_word(property, "name") || lists_word(property, "schema:name") || lists_word(property, "foaf:name"))
        name = around_.words_of(inside);
    }
    if (name.empty()) name = around_.words_of(number);
    if (could_be_author(name))
      claims_.add(Field::author, name, "rdfa author", 66 + std::min(around_.nearness(box.first_block), 0));
  }

  void author_element(std::uint32_t number) {
    if (around_.is_beside_the_article(number)) return;
    const auto& box = tree_.box(number);
    // Within a line an element's own size is not known; a long line is no byline.
    const bool in_line = box.first_block == box.last_block && box.first_block < tree_.blocks().size();
    if (in_line && tree_.blocks()[box.first_block].length > kLongestAround) return;
    // The innermost element that is marked says it best: an outer one holds the date as well.
    for (auto inside = number + 1; inside < std::min(box.end, number + kMarkedBoxes); ++inside) {
      const auto& part = tree_.box(inside);
      if (((part.marks & kAuthor) != 0 || lists_word(part.node.attribute("rel"), "author")) &&
          could_be_author(around_.words_of(inside)))
        return;
    }
    const auto shown = before_date(first_words(number));
    const auto names = split_authors(shown);
    if (names.empty() || says_updated(shown)) return;
    // HTML's <address> is often where a house stands.
    if (box.tag == Tag::address && (box.marks & kAuthor) == 0 && !looks_like_name(names.front())) return;
    const bool rel = lists_word(box.node.attribute("rel"), "author");
    claims_.add(Field::author, whole_byline(number, shown, names.size()), rel ? "rel author" : "byline",
                (rel ? 62 : 56) + around_.nearness(box.first_block));
  }

  // A box about the writer: the name in a line of its own, and who she is.
  void portrait(std::uint32_t number) {
    const auto& box = tree_.box(number);
    if (box.text > kLongestPortrait || box.last_block - box.first_block < 2 || around_.nearness(box.first_block) < -3 ||
        around_.is_beside_the_article(number))
      return;
    const auto& line = tree_.blocks()[box.first_block];
    const auto said = tree_.text(line);
    if (line.length > kLongestName || !looks_like_name(said) || names_a_post(said) || box.first_block == place_.title ||
        phrase_of_line(said) != Phrase::none || same_words(said, place_.words))
      return;
    claims_.add(Field::author, said, "portrait", 28 + around_.nearness(box.first_block));
  }

  // "By <a rel=author>Ann Roe</a> and Li Wei": the line around a marked name, where it names others as well; else what
  // the element shows.
  std::string whole_byline(std::uint32_t number, const std::string& shown, std::size_t named) const {
    const auto& box = tree_.box(number);
    if (box.first_block != box.last_block || box.first_block >= tree_.blocks().size()) return shown;
    const auto& line = tree_.blocks()[box.first_block];
    const auto said = tree_.text(line);
    // What is in brackets may tell that the other took the pictures.
    if (line.length > kLongestByline || !begins_as_byline(said) || said.find('(') != std::string_view::npos)
      return shown;
    auto words = before_date(std::string(said));
    const auto all = split_authors(words);
    return all.size() > named && std::ranges::all_of(all, looks_like_name) ? words : shown;
  }

  // "Jane Doe on Friday", with the date behind it and what leads to it cut off.
  std::string before_date(std::string words) const {
    const auto found = find_date(words, language_);
    if (!found) return words;
    const auto place = words.find(found->written);
    if (place == std::string::npos || place == 0) return words;
    auto kept = std::string(text::trim(std::string_view(words).substr(0, place)));
    // "oldsalt » Tue": the day's name belongs to the date.
    if (const auto blank = kept.find_last_of(' '); blank != std::string::npos && blank > 0) {
      const auto mark = std::string_view(kept).substr(0, blank).substr(kept.find_last_of(' ', blank - 1) + 1);
      const bool apart = count_words(mark) == 0 || mark.ends_with(',');
      if (apart && text::is_filler(text::to_lower_ascii(kept.substr(blank + 1)))) kept.resize(blank);
    }
    while (!kept.empty() && (kept.back() == ',' || kept.back() == '|' || kept.back() == '-')) kept.pop_back();
    const auto last = kept.find_last_of(' ');
    const auto before = last == std::string::npos || last == 0 ? last : kept.find_last_of(' ', last - 1);
    if (before == std::string::npos) return kept;
    const auto small = std::string_view(kept).substr(before + 1, last - before - 1);
    if (small == "on" || small == "am" || small == "le" || small == "el" || small == "il" || small == "op" ||
        small == "den")
      kept.resize(before);
    return kept;
  }

  // Up to the first block that is a date or a label.
  std::string first_words(std::uint32_t number) const {
    const auto& box = tree_.box(number);
    if (box.first_block == box.last_block) {
      auto words = parted_words(box.node);
      const auto named = named_by_sentence(words);
      return named ? *named : words;
    }
    std::string words;
    for (auto at = box.first_block; at < box.last_block; ++at) {
      const auto said = parted_line(tree_.blocks()[at]);
      if (const auto named = named_by_sentence(said)) {
        if (words.empty()) words = *named;
        break;
      }
      if (find_date(said, language_) || phrase_of_line(said) == Phrase::reading_time) break;
      if (!words.empty()) words += ", ";
      words += said;
      if (words.size() > 200) break;
    }
    return words;
  }

  void agencies(const std::vector<std::string>& names) {
    for (const auto& name : names) claims_.add(Field::author, name, "agency", 20);
  }

  // "Minsk, 15 March 2026 (Agency) - The drivers ...", as agencies begin.
  void dateline(std::uint32_t at) {
    if (!around_.is_quoted(tree_.blocks()[at].box)) agencies(agencies_at_start(tree_.text(tree_.blocks()[at])));
  }

  // "Ann Roe, March 4, 2026", "25.10.2022 - Jane Doe".
  void name_beside_date(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (at == place_.title || is_heading(tree_.box(one.box).tag)) return;
    const auto names = names_beside_date(tree_.text(one), language_);
    claims_.add(Field::author, names, "name beside the date", 32 + around_.nearness(at));
  }

  // A name alone in bold or slanted letters as the text's last line.
  void signature() {
    const auto at = place_.end - 1;
    const auto& one = tree_.blocks()[at];
    const auto said = tree_.text(one);
    const auto tag = tree_.box(one.box).tag;
    if (one.length > 30 || one.links > 0 || !looks_like_name(said) || is_heading(tag) || tag == Tag::li ||
        tag == Tag::figcaption || tag == Tag::td || (tree_.box(one.box).marks & (kCaption | kCredit)) != 0)
      return;
    bool marked = one.strong_length == one.length;
    for (auto inside = one.box + 1; inside < tree_.box(one.box).end; ++inside) {
      const auto inner = tree_.box(inside).tag;
      marked = marked || inner == Tag::em || inner == Tag::i;
    }
    if (marked && phrase_of_line(said) == Phrase::none && !names_a_post(said))
      claims_.add(Field::author, said, "signature", 25);
  }

  bool is_dated(std::uint32_t at) const {
    if (at >= tree_.blocks().size() || tree_.blocks()[at].length > 60) return false;
    const auto said = tree_.text(tree_.blocks()[at]);
    return find_date(said, language_).has_value();
  }

  void block(std::uint32_t at, bool labelled) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 140 || around_.is_beside_the_article(one.box) || around_.is_quoted(one.box)) return;
    const auto said = tree_.text(one);
    if (labelled && !begins_as_byline(said) && phrase_at_start(said) != Phrase::posted) return;
    // A bare name right beside a date is who wrote; so is one above the post it holds.
    const auto is_post = [&](std::uint32_t other) {
      return other < tree_.blocks().size() && tree_.blocks()[other].length <= 60 &&
             names_a_post(tree_.text(tree_.blocks()[other]));
    };
    if (!labelled && one.length <= 30 && looks_like_name(said) && phrase_of_line(said) == Phrase::none &&
        said.find(':') == std::string_view::npos && !names_a_post(said) && at != place_.title && one.links <= 1 &&
        around_.nearness(at) >= 6 && !around_.is_in_masthead(one.box, said) &&
        (is_dated(at + 1) || (at > 0 && is_dated(at - 1)) || is_post(at + 1))) {
      claims_.add(Field::author, said, "name beside the date", 30 + around_.nearness(at));
    }
    if (!labelled) name_beside_date(at);
    // "Author" or "by" in a line of its own, and the name in the next.
    if (one.length <= 30 && phrase_of_line(said) == Phrase::by && at + 1 < tree_.blocks().size() &&
        tree_.blocks()[at + 1].length <= 60) {
      const auto next = tree_.text(tree_.blocks()[at + 1]);
      const auto authors = split_authors(next);
      if (!authors.empty() && looks_like_name(authors.front()))
        claims_.add(Field::author, next, "byline", 50 + around_.nearness(at));
    }
    if (one.length < 90 && (begins_as_byline(said) || without_particle(std::string(said)) != said)) {
      if (const auto name = linked_name(one); !name.empty())
        claims_.add(Field::author, name, "byline", 50 + around_.nearness(at));
      const auto parted = parted_line(one);
      const auto before = before_date(parted);
      const auto words = without_particle(before);
      const bool dated = before.size() < parted.size();
      const auto authors = split_authors(words);
      const bool shorter = !authors.empty() && authors.front().size() + 2 < text::trim(said).size();
      // "De vil have ...": a small word of another language, and a sentence.
      if (!dated && one.sentences > 0 && count_words(said) > 4 && !std::ranges::all_of(authors, looks_like_name))
        return;
      if (shorter && count_words(authors.front()) <= 5)
        claims_.add(Field::author, words, "byline", 50 + around_.nearness(at));
    }
  }

  // "Di Anna Rossi": a small word that is a label in the page's language and a part of names in others.
  std::string without_particle(const std::string& words) const {
    constexpr auto kParticles = std::to_array<std::pair<std::string_view, std::string_view>>({{"it", "Di "},
                                                                                              {"ro", "De "},
                                                                                              {"sv", "Av "},
                                                                                              {"nb", "Av "},
                                                                                              {"no", "Av "},
                                                                                              {"nn", "Av "},
                                                                                              {"da", "Af "},
                                                                                              {"ca", "Per "},
                                                                                              {"sq", "Nga "},
                                                                                              {"bg", "От "},
                                                                                              {"mk", "Од "},
                                                                                              {"pt", "Por "},
                                                                                              {"nl", "Door "}});
    const auto main = language_.substr(0, language_.find('-'));
    for (const auto& [language, particle] : kParticles) {
      if (main == language && words.starts_with(particle) && looks_like_name(words.substr(particle.size())))
        return words.substr(particle.size());
    }
    return words;
  }

  // A line with a mark between elements that are parted by their style alone: "<b>Ann Roe</b><i>Staff writer</i>".
  std::string parted_line(const Block& line) const {
    const auto& box = tree_.box(line.box);
    return box.last_block - box.first_block == 1 ? parted_words(box.node) : std::string(tree_.text(line));
  }

  static std::string parted_words(html::Node node) {
    std::string words;
    part_words(node, words, 0);
    return text::collapse_space(words);
  }

  static void part_words(html::Node node, std::string& words, int depth) {
    for (auto child = node.first_child(); child && words.size() < kMostWords; child = child.next()) {
      if (child.is_element()) {
        const auto size = words.size();
        if (depth < kDeepest && !is_silent(tag_of(child.name()))) part_words(child, words, depth + 1);
        mark_seam(words, size);
        continue;
      }
      const auto size = words.size();
      words += child.text();
      mark_seam(words, size);
    }
  }

  // A small letter and a capital right behind it were two elements.
  static void mark_seam(std::string& words, std::size_t at) {
    if (at == 0 || at >= words.size()) return;
    auto start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(words[start]) & 0xC0U) == 0x80U) --start;
    std::size_t next = at;
    const auto rest = std::string_view(words);
    if (starts_small(rest.substr(start, at - start)) && is_upper(text::next_character(rest, next)))
      words.insert(at, " | ");
  }

  // "By <a>Ann Roe</a>" and more that is no name in the same line: the link right behind the label. Empty where the
  // line names nobody else but names, or the link is none.
  std::string linked_name(const Block& line) const {
    const auto said = tree_.text(line);
    if (line.links == 0 || std::ranges::all_of(split_authors(before_date(std::string(said))), looks_like_name))
      return {};
    const auto last = std::min(tree_.box(line.box).end, line.box + kLineBoxes);
    for (auto inside = line.box + 1; inside < last; ++inside) {
      if (tree_.box(inside).tag != Tag::a) continue;
      const auto name = around_.words_of(inside);
      const auto place = said.find(name);
      const bool behind_label = place != std::string_view::npos && phrase_of_line(said.substr(0, place)) == Phrase::by;
      return behind_label && looks_like_name(name) ? name : std::string{};
    }
    return {};
  }

  const Tree& tree_;
  const Place& place_;
  const Surroundings& around_;
  std::string_view language_;
  Claims& claims_;
};

}  // namespace

void claim_bylines(const Tree& tree, const Place& place, const Surroundings& around, std::string_view language,
                   Claims& claims) {
  Reader(tree, place, around, language, claims).run();
}

}  // namespace syndicat::extract
