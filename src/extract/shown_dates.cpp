#include "extract/shown_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/date_statements.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestHeadline = 200;  // letters
constexpr std::uint32_t kLongestLine = 4000;
constexpr std::uint32_t kLongestDate = 40;
constexpr int kTeaserLevels = 4;
constexpr std::uint32_t kTeaserBlocks = 8;
constexpr std::uint32_t kSignedWithin = 12;   // blocks of the text's end
constexpr std::uint32_t kDatelineWithin = 4;  // blocks of the text
constexpr std::size_t kPlaceWords = 4;
constexpr std::size_t kPlaceBefore = 1;    // words before a date that may be where it was
constexpr std::size_t kShortestWord = 4;   // bytes; "on" and "am" begin stories as well
constexpr std::size_t kDateLineWords = 4;  // behind the date, of a line that ends as a sentence

class Reader {
 public:
  Reader(const Tree& tree, const std::vector<bool>& suspects, const Place& place, const Surroundings& around,
         std::string_view language, Claims& claims)
      : tree_(tree), suspects_(suspects), place_(place), around_(around), language_(language), claims_(claims) {}

  void run() {
    const auto& boxes = tree_.boxes();
    for (std::uint32_t number = 1; number < boxes.size(); ++number) element(number);
    for (const auto& line : around_.lines()) block(line.block, line.must_say_so);
    if (place_.end == kNone) return;
    const auto last = std::min<std::uint32_t>(place_.end + 8, static_cast<std::uint32_t>(tree_.blocks().size()));
    for (auto at = place_.start; at < std::min(place_.start + kDatelineWithin, place_.end); ++at) dateline(at);
    for (auto at = place_.end - std::min(place_.end - place_.start, kSignedWithin); at < last; ++at) signed_date(at);
    for (std::uint32_t at = 0; at < tree_.blocks().size(); ++at) labelled_date(at);
    for (auto at = place_.end; at < tree_.blocks().size(); ++at) own_teaser(at);
  }

 private:
  void element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto itemprop = box.node.attribute("itemprop");
    if (!itemprop.empty()) microdata(number, itemprop);
    else if (box.tag != Tag::meta && box.node.has_attribute("property")) rdfa(number, box.node.attribute("property"));
    // Within a line an element's own size is not known; no date stands in one as long as this.
    const bool in_line = box.first_block == box.last_block && box.first_block < tree_.blocks().size();
    if (in_line && tree_.blocks()[box.first_block].length > kLongestLine) return;
    if (box.tag == Tag::time) time_element(number);
    else if ((box.marks & kDate) != 0 && box.text < 120) date_element(number);
  }

  void microdata(std::uint32_t number, std::string_view itemprop) {
    const auto& box = tree_.box(number);
    if (around_.is_beside_the_article(number)) return;
    const auto at = box.first_block;
    const auto value = [&] {
      for (const std::string_view name : {"content", "datetime"}) {
        if (const auto said = box.node.attribute(name); !said.empty()) return std::string(said);
      }
      // <abbr title="2026-02-03T14:05:00Z">14:05</abbr>
      if (const auto said = box.node.attribute("title"); box.node.is("abbr") && read_date(said, language_))
        return std::string(said);
      return around_.words_of(number);
    };
    if (itemprop == "datePublished")
      date(value(), "itemprop datePublished", 80 + std::min(around_.nearness(at), 0) / 2, false);
    if (itemprop == "dateCreated") date(value(), "itemprop dateCreated", 66, false);
    if (itemprop == "dateModified") date(value(), "itemprop dateModified", 76, true);
  }

  // RDFa on what readers see: "dc:date dc:created" with the machine's value in `content`.
  void rdfa(std::uint32_t number, std::string_view properties) {
    const auto& box = tree_.box(number);
    if (around_.is_beside_the_article(number)) return;
    const auto says = [&](std::string_view name) {
      return lists_word(properties, name) || lists_word(properties, std::string("schema:") + std::string(name));
    };
    const bool published = says("datepublished") || says("datecreated") || lists_word(properties, "dc:date") ||
                           lists_word(properties, "dc:created") || lists_word(properties, "dcterms:created") ||
                           lists_word(properties, "dcterms:issued");
    if (says("author") || says("creator") || lists_word(properties, "dc:creator")) return;
    if (!published && !says("datemodified")) return;
    auto value = std::string(box.node.attribute("content"));
    if (value.empty()) value = box.node.attribute("datetime");
    if (value.empty()) value = around_.words_of(number);
    date(value, fmt::format("rdfa {}", properties), 70 + std::min(around_.nearness(box.first_block), 0), !published);
  }

  void date(std::string_view words, std::string_view source, int trust, bool modified) {
    if (read_date(words, language_)) claims_.add(modified ? Field::modified : Field::published, words, source, trust);
  }

  // What a line of dates says, each day with the words before it; `before`: what stands before the line itself.
  void line_of_dates(std::string_view line, std::string_view before, int trust) {
    const auto all = date_statements(line, language_);
    bool published = false;
    for (const auto& one : all) {
      const bool first = &one == all.data();
      const bool changed = one.of_change || (first && says_updated(before));
      // Behind a day of change a day counts that is called the one of publication.
      if (!changed && (published || (!first && !says_published(one.words)))) continue;
      published = published || !changed;
      date(all.size() == 1 ? line : text::trim(one.words), "date line", trust, changed);
    }
  }

  // Whether a word says that the day is the one of publication: "first published", "erstmals veröffentlicht am".
  static bool says_published(std::string_view words) {
    const auto folded = fold(words);
    return std::ranges::any_of(split_words(folded), [](std::string_view word) {
      return word.size() >= kShortestWord && phrase_of_line(word) == Phrase::posted;
    });
  }

  // What stands in the same line or box before the words: "Updated on: ".
  std::string label_of(std::uint32_t number, std::string_view words) const {
    const auto parent = tree_.box(number).parent;
    if (parent == kNone || tree_.box(parent).text > 150) return {};
    const auto around = around_.words_of(parent);
    const auto place = around.find(words);
    if (place == std::string::npos) return {};
    auto label = text::trim(std::string_view(around).substr(0, place));
    // A date before this one ends what the label can reach.
    if (const auto earlier = find_date(label, language_))
      label = label.substr(label.find(earlier->written) + earlier->written.size());
    return std::string(label);
  }

  void time_element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto shown = around_.words_of(number);
    if (around_.is_beside_the_article(number) || around_.is_quoted(number) || around_.is_in_masthead(number, shown))
      return;
    auto value = std::string(box.node.attribute("datetime"));
    if (!read_date(value, language_)) value = shown;
    const auto classes = text::to_lower_ascii(box.node.attribute("class"));
    const bool published = box.node.has_attribute("pubdate") || classes.find("publish") != std::string::npos;
    const auto all = date_statements(shown, language_);
    const bool says_so = all.empty() ? says_updated(shown) : all.front().of_change;
    const bool modified = says_updated(classes) || says_so || says_updated(label_of(number, shown));
    const auto trust = (published ? 70 : 62) + around_.nearness(box.first_block);
    date(value, "time", trust, modified && !published);
    if (all.size() > 1 && !modified) line_of_dates(shown, {}, trust - 10);
  }

  void date_element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto shown = around_.words_of(number);
    if (around_.is_beside_the_article(number) || around_.is_quoted(number) || around_.is_in_masthead(number, shown))
      return;
    if (!find_date(shown, language_)) {
      // <abbr class="published" title="2026-02-03T14:05:00Z">two days ago</abbr>
      for (const std::string_view name : {"title", "content", "datetime", "data-date", "data-datetime"}) {
        const auto value = box.node.attribute(name);
        if (value.size() >= 10 && value.size() <= 40)
          date(value, "date line", 54 + around_.nearness(box.first_block), says_updated(box.node.attribute("class")));
      }
      return;
    }
    line_of_dates(shown, label_of(number, shown), 56 + around_.nearness(box.first_block));
  }

  // "On 3 May 2019 the port closed for a day.": a sentence with a date in it, no line that says when it was written.
  static bool tells_a_story(std::string_view said, const FoundDate& found) {
    if (!ends_sentence(said)) return false;
    const auto start = phrase_at_start(said);
    // "On", "Am", "Le" begin date lines and stories alike.
    const bool label = (start == Phrase::posted || start == Phrase::by) && std::min(said.find(' '), said.size()) > 2;
    const auto place = said.find(found.written);
    if (label || place == std::string_view::npos) return false;
    const auto behind = count_words(said.substr(place + found.written.size()));
    // "Applications close 30 June 2027."
    const bool begun = start == Phrase::none && count_words(said.substr(0, place)) > kPlaceBefore &&
                       said.substr(0, place).find_first_of(",:|(") == std::string_view::npos;
    return behind > kDateLineWords || begun;
  }

  // "When: 12 June 2026", "Deadline | 30 June 2027", a caption: a date in the text that is the day of something else.
  bool is_of_something_else(std::uint32_t at, std::string_view said, const FoundDate& found) const {
    const auto& one = tree_.blocks()[at];
    const auto& box = tree_.box(one.box);
    const auto tag = box.tag;
    const auto start = phrase_at_start(said);
    if (start == Phrase::posted || start == Phrase::by) return false;
    if (tag == Tag::figcaption && box.last_block - box.first_block == 1) return true;
    if (place_.start == kNone || at < place_.start || at >= place_.end) return false;
    if (tag == Tag::td || tag == Tag::th || tag == Tag::dd || tag == Tag::dt) return true;
    const auto before = text::trim(said.substr(0, std::min(said.find(found.written), said.size())));
    return before.ends_with(':') && !says_updated(before);
  }

  // The full stops of "3. 5. 2024" end nothing.
  std::size_t sentences_beside_dates(const Block& line, std::string_view said) const {
    std::size_t within = 0;
    for (const auto& one : date_statements(said, language_)) within += count_sentence_ends(one.date.written);
    return line.sentences - std::min<std::size_t>(within, line.sentences);
  }

  void block(std::uint32_t at, bool labelled) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 140 || around_.is_beside_the_article(one.box) || around_.is_quoted(one.box)) return;
    const auto said = tree_.text(one);
    if (labelled && phrase_at_start(said) != Phrase::by && phrase_at_start(said) != Phrase::posted) return;
    if (one.length >= 90 || around_.is_in_masthead(one.box, said)) return;
    const auto found = find_date(said, language_);
    if (found && sentences_beside_dates(one, said) <= 2 && !tells_a_story(said, *found) &&
        !is_of_something_else(at, said, *found))
      line_of_dates(said, {}, 44 + around_.nearness(at));
  }

  // "Minsk, 15 March 2026 (Agency) - The drivers ...", as agencies begin.
  void dateline(std::uint32_t at) {
    if (around_.is_quoted(tree_.blocks()[at].box)) return;
    const auto start = text::cut_utf8(tree_.text(tree_.blocks()[at]), 90);
    const auto found = find_date(start, language_);
    const auto place = found ? start.find(found->written) : std::string_view::npos;
    if (place == std::string_view::npos) return;
    // A place at most before it, and a mark behind it: "On 3 May 2019 the port closed" is the story.
    const auto behind = text::trim(start.substr(place + found->written.size()));
    constexpr auto kMarks =
        std::to_array<std::string_view>({"-", "–", "—", "(", ":", "/", ".", "|", "г.", "р.", ",", "/", "讯", "电"});
    const bool marked = std::ranges::any_of(kMarks, [&](std::string_view mark) { return behind.starts_with(mark); });
    const auto before = text::trim(start.substr(0, place));
    // "She was born on 3 March 1999.": what leads to the date in small letters is a sentence's.
    const auto last = before.substr(std::min(before.rfind(' ') + 1, before.size()));
    const bool goes_on = behind.empty() || std::string_view(".,(").find(behind.front()) != std::string_view::npos;
    if (is_of_something_else(at, start, *found)) return;
    if (goes_on && !before.ends_with(',') && (starts_small(last) || phrase_of_line(before) == Phrase::posted)) return;
    const bool placed = before.ends_with('(');  // "MINSK (15 March 2026)"
    if ((marked || placed || behind.empty()) && count_words(start.substr(0, place)) <= kPlaceWords)
      date(found->written, "dateline", 24, false);
  }

  // "Minsk, 15 March 2026" in a line of its own, as letters and press releases end.
  void signed_date(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 45 || one.links > 0 || suspects_[one.box] || around_.is_of_another(one.box) ||
        around_.is_under_another_heading(one.box))
      return;
    const auto said = tree_.text(one);
    const auto found = find_date(said, language_);
    if (!found) return;
    const auto place = said.find(found->written);
    const bool ends = said.size() - place - found->written.size() <= 2;
    if (is_of_something_else(at, said, *found) || tells_a_story(said, *found)) return;
    if (ends && count_words(said.substr(0, place)) <= 4 && !says_updated(said.substr(0, place)))
      date(found->written, "dateline", 20, false);
  }

  // "Published: 15 March 2026", wherever it stands; the label may be a line of its own.
  void labelled_date(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 60) return;
    const auto said = tree_.text(one);
    const bool label = phrase_at_start(said) == Phrase::posted ||
                       (at > 0 && tree_.blocks()[at - 1].length < 25 &&
                        phrase_of_line(tree_.text(tree_.blocks()[at - 1])) == Phrase::posted);
    if (!label || around_.is_beside_the_article(one.box) || around_.is_in_masthead(one.box, said)) return;
    const auto before = at > 0 ? tree_.text(tree_.blocks()[at - 1]) : std::string_view{};
    if (const auto found = find_date(said, language_); found && !tells_a_story(said, *found)) {
      line_of_dates(said, before.size() < 40 ? before : std::string_view{}, 30);
    }
  }

  // The article in its own page's list of articles: a small box with its title, and a date.
  void own_teaser(std::uint32_t at) {
    const auto& line = tree_.blocks()[at];
    if (line.length > kLongestHeadline || line.size < kShortestWord || !same_words(tree_.text(line), place_.words))
      return;
    auto number = line.box;
    for (int level = 0; level < kTeaserLevels && number != kNone; ++level, number = tree_.box(number).parent) {
      const auto& box = tree_.box(number);
      if (box.last_block - box.first_block > kTeaserBlocks) return;
      for (auto other = box.first_block; other < box.last_block; ++other) {
        if (around_.is_linked_heading(other)) return;
      }
      for (auto other = box.first_block; other < box.last_block; ++other) {
        const auto& one = tree_.blocks()[other];
        const auto said = tree_.text(one);
        if (other == at || one.length > kLongestDate || !find_date(said, language_)) continue;
        line_of_dates(said, {}, 16);
        return;
      }
    }
  }

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  const Place& place_;
  const Surroundings& around_;
  std::string_view language_;
  Claims& claims_;
};

}  // namespace

void claim_shown_dates(const Tree& tree, const std::vector<bool>& suspects, const Place& place,
                       const Surroundings& around, std::string_view language, Claims& claims) {
  Reader(tree, suspects, place, around, language, claims).run();
}

}  // namespace syndicat::extract
