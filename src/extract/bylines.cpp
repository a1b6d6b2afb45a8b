#include "extract/bylines.hpp"

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

constexpr std::uint32_t kNear = 12;  // blocks

bool has_word(std::string_view list, std::string_view word) {
  const auto place = text::to_lower_ascii(list).find(word);
  if (place == std::string::npos) return false;
  const auto end = place + word.size();
  return (place == 0 || list[place - 1] == ' ') && (end == list.size() || list[end] == ' ');
}

// Words that say a date is not the first one.
bool says_updated(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"update", "modified", "edited", "обновлен", "абноўлена", "оновлено", "изменен", "aktualisiert", "geändert", "mis à jour", "modifié", "actualizad",
       "aggiornat", "atualizad", "bijgewerkt", "gewijzigd", "aktualizac", "aktualizov", "atnaujint", "päivitetty", "uppdaterad",
       "opdateret", "oppdatert", "güncelle", "frissítve", "actualizat", "ενημερώθηκε", "ažurirano", "تحديث", "עודכן", "更新", "수정"});
  const auto folded = fold(text);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

class Reader {
 public:
  Reader(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language, Claims& claims)
      : tree_(tree), suspects_(suspects), place_(place), language_(language), claims_(claims) {}

  void run() {
    const auto& boxes = tree_.boxes();
    for (std::uint32_t number = 1; number < boxes.size(); ++number) element(number);
    const auto from = place_.title == kNone ? (place_.start == kNone || place_.start < 6 ? 0 : place_.start - 6) : place_.title - std::min<std::uint32_t>(place_.title, 6);
    auto to = place_.start == kNone ? from + kNear : place_.start + 3;
    if (place_.title != kNone) to = std::max(to, place_.title + 5);
    to = std::min<std::uint32_t>(to, static_cast<std::uint32_t>(tree_.blocks().size()));
    if (to > from + 60) to = from + 60;
    for (auto at = from; at < to; ++at) block(at);
  }

 private:
  // How well a place on the page suits a byline: 10 right at the title, less further off, -25 away from the article.
  int nearness(std::uint32_t at) const {
    if (place_.title != kNone) {
      if (at >= place_.title && at <= place_.title + kNear) return 10;
      if (at < place_.title && place_.title - at <= 5) return 8;
    }
    if (place_.start != kNone) {
      if (at + kNear >= place_.start && at < place_.start + 4) return 6;
      if (at >= place_.start && at < place_.end) return -8;
      if (at >= place_.end && at <= place_.end + 6) return -3;
    }
    return -25;
  }

  bool in_comments(std::uint32_t number) const {
    for (auto at = number; at != kNone; at = tree_.box(at).parent) {
      if ((tree_.box(at).marks & (kComments | kRelated | kSidebar | kFooter | kNavigation)) != 0 && suspects_[at]) return true;
    }
    return false;
  }

  void element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto itemprop = box.node.attribute("itemprop");
    if (!itemprop.empty()) microdata(number, itemprop);
    if (box.tag == Tag::time) time_element(number);
    const bool author = (box.marks & kAuthor) != 0 || (box.tag == Tag::a && has_word(box.node.attribute("rel"), "author")) || box.tag == Tag::address;
    if (author && box.text > 0 && box.text < 150) author_element(number);
    if ((box.marks & kDate) != 0 && box.text > 0 && box.text < 120 && box.tag != Tag::time) date_element(number);
  }

  void microdata(std::uint32_t number, std::string_view itemprop) {
    const auto& box = tree_.box(number);
    if (in_comments(number)) return;
    const auto at = box.first_block;
    const auto value = [&] {
      for (const std::string_view name : {"content", "datetime"}) {
        if (const auto said = box.node.attribute(name); !said.empty()) return std::string(said);
      }
      return tree_.text_of(number);
    };
    if (itemprop == "datePublished") date(value(), "itemprop datePublished", 80 + std::min(nearness(at), 0) / 2, false);
    if (itemprop == "dateCreated") date(value(), "itemprop dateCreated", 66, false);
    if (itemprop == "dateModified") date(value(), "itemprop dateModified", 76, true);
    if (itemprop == "headline") claims_.add(Field::title, value(), "itemprop headline", 72);
    if (itemprop == "author" || itemprop == "creator") {
      std::string name;
      for (auto inside = number + 1; inside < box.end && name.empty(); ++inside) {
        const auto& part = tree_.box(inside);
        if (part.node.attribute("itemprop") != "name") continue;
        name = part.node.attribute("content");
        if (name.empty()) name = tree_.text_of(inside);
      }
      if (name.empty()) name = value();
      if (!split_authors(name).empty()) claims_.add(Field::author, name, "itemprop author", 68 + std::min(nearness(at), 0));
    }
  }

  void date(std::string_view words, std::string_view source, int trust, bool modified) {
    if (read_date(words, language_)) claims_.add(modified ? Field::modified : Field::published, words, source, trust);
  }

  void time_element(std::uint32_t number) {
    if (in_comments(number)) return;
    const auto& box = tree_.box(number);
    const auto shown = tree_.text_of(number);
    auto value = std::string(box.node.attribute("datetime"));
    if (!read_date(value, language_)) value = shown;
    std::string around = shown + " " + std::string(box.node.attribute("class"));
    if (box.parent != kNone && tree_.box(box.parent).text < 120) around += " " + tree_.text_of(box.parent) + " " + std::string(tree_.box(box.parent).node.attribute("class"));
    const bool modified = says_updated(std::string(shown) + " " + std::string(box.node.attribute("class"))) ||
                          (says_updated(around) && phrase_at_start(around) != Phrase::posted);
    const bool published = box.node.has_attribute("pubdate") || (has_word(box.node.attribute("class"), "published"));
    date(value, "time", (published ? 70 : 62) + nearness(box.first_block), modified && !published);
  }

  void date_element(std::uint32_t number) {
    if (in_comments(number)) return;
    const auto& box = tree_.box(number);
    const auto shown = tree_.text_of(number);
    if (!find_date(shown, language_)) return;
    date(shown, "date line", 56 + nearness(box.first_block), says_updated(shown));
  }

  void author_element(std::uint32_t number) {
    if (in_comments(number)) return;
    const auto& box = tree_.box(number);
    // The innermost element that is marked says it best: an outer one holds the date as well.
    for (auto inside = number + 1; inside < box.end; ++inside) {
      const auto& part = tree_.box(inside);
      if (part.text > 0 && ((part.marks & kAuthor) != 0 || has_word(part.node.attribute("rel"), "author"))) return;
    }
    const auto shown = first_words(number);
    if (split_authors(shown).empty() || says_updated(shown)) return;
    const bool rel = has_word(box.node.attribute("rel"), "author");
    claims_.add(Field::author, shown, rel ? "rel author" : "byline", (rel ? 62 : 56) + nearness(box.first_block));
  }

  // Up to the first block that is a date or a label.
  std::string first_words(std::uint32_t number) const {
    const auto& box = tree_.box(number);
    if (box.first_block == box.last_block) {  // inline: a part of a block
      return text::collapse_space(box.node.text());
    }
    std::string words;
    for (auto at = box.first_block; at < box.last_block; ++at) {
      const auto said = tree_.text(tree_.blocks()[at]);
      if (find_date(said, language_) || phrase_of_line(said) == Phrase::reading_time) break;
      if (!words.empty()) words += ", ";
      words += said;
      if (words.size() > 200) break;
    }
    return words;
  }

  void block(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 140 || suspects_[one.box]) return;
    const auto said = tree_.text(one);
    if (one.length < 90 && find_date(said, language_) && one.sentences <= 2) {
      date(said, "date line", 44 + nearness(at), says_updated(said));
    }
    if (phrase_at_start(said) == Phrase::by && one.length < 90) {
      auto words = std::string(said);
      if (const auto found = find_date(said, language_)) words = words.substr(0, words.find(found->written));
      const auto authors = split_authors(words);
      const bool shorter = !authors.empty() && authors.front().size() + 2 < text::trim(said).size();
      if (shorter && count_words(authors.front()) <= 5) claims_.add(Field::author, words, "byline", 50 + nearness(at));
    }
  }

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  const Place& place_;
  std::string_view language_;
  Claims& claims_;
};

}  // namespace

void claim_bylines(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language,
                   Claims& claims) {
  Reader(tree, suspects, place, language, claims).run();
}

}  // namespace syndicat::extract
