#include "extract/bylines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/agencies.hpp"
#include "extract/class_marks.hpp"
#include "extract/date_lines.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/signed_line.hpp"
#include "extract/words.hpp"
#include "text/date_words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kNear = 12;              // blocks
constexpr std::uint32_t kSignedWithin = 12;      // of the text's end
constexpr std::uint32_t kLongestHeadline = 200;  // letters
constexpr std::uint32_t kLongestPortrait = 800;
constexpr std::uint32_t kLongestName = 30;
constexpr std::uint32_t kDatelineWithin = 4;  // blocks of the text
constexpr std::size_t kPlaceWords = 4;
constexpr std::size_t kDateLineWords = 4;   // behind the date, of a line that ends as a sentence
constexpr std::uint32_t kAgencyWithin = 4;  // blocks above the text
constexpr std::uint32_t kLongestByline = 140;
constexpr std::size_t kHeadlineWords = 5;
constexpr std::size_t kLongestFolder = 12;  // bytes of an address's part that names a kind
constexpr std::uint32_t kLineBoxes = 20;    // of a line that are looked at
constexpr int kOwnerLevels = 5;             // from a statement up to the box that owns it
constexpr std::size_t kOwnerChildren = 200;
constexpr std::uint32_t kOwnerBlocks = 60;  // of that box

bool has_word(std::string_view list, std::string_view word) {
  const auto place = text::to_lower_ascii(list).find(word);
  if (place == std::string::npos) return false;
  const auto end = place + word.size();
  return (place == 0 || list[place - 1] == ' ') && (end == list.size() || list[end] == ' ');
}

// Words that say a date is not the first one.
bool says_updated(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"update",     "modified",   "edited",      "обновлен",   "абноўлена",  "оновлено",  "изменен",    "aktualisiert",
       "geändert",   "mis à jour", "modifié",     "actualizad", "aggiornat",  "atualizad", "bijgewerkt", "gewijzigd",
       "aktualizac", "aktualizov", "atnaujint",   "päivitetty", "uppdaterad", "opdateret", "oppdatert",  "güncelle",
       "frissítve",  "actualizat", "ενημερώθηκε", "ažurirano",  "تحديث",      "עודכן",     "更新",       "수정"});
  const auto folded = fold(text);
  return std::ranges::any_of(kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// Parts of addresses behind which people stand.
bool is_folder_of_people(std::string_view part) {
  constexpr auto kFolders = std::to_array<std::string_view>(
      {"people",    "person",    "persons", "team",    "staff",   "profile",      "profiles",
       "user",      "users",     "u",       "member",  "members", "contributors", "columnists",
       "reporters", "redaktion", "auteurs", "autores", "autori",  "redakcja",     "avtor"});
  return std::ranges::find(kFolders, text::to_lower_ascii(part)) != kFolders.end();
}

class Reader {
 public:
  Reader(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language,
         Claims& claims)
      : tree_(tree), suspects_(suspects), place_(place), language_(language), claims_(claims) {
    links_home_.reserve(tree.boxes().size() + 1);
    links_home_.push_back(0);
    for (const auto& box : tree.boxes()) links_home_.push_back(links_home_.back() + (leads_home(box) ? 1 : 0));
  }

  void run() {
    const auto& boxes = tree_.boxes();
    for (std::uint32_t number = 1; number < boxes.size(); ++number) element(number);
    const auto from = place_.title == kNone ? (place_.start == kNone || place_.start < 6 ? 0 : place_.start - 6)
                                            : place_.title - std::min<std::uint32_t>(place_.title, 6);
    auto to = place_.start == kNone ? from + kNear : place_.start + 3;
    if (place_.title != kNone) to = std::max(to, place_.title + 5);
    to = std::min<std::uint32_t>(to, static_cast<std::uint32_t>(tree_.blocks().size()));
    if (to > from + 60) to = from + 60;
    for (auto at = from; at < to; ++at) block(at, false);
    // At the text's ends only a line that says what it is counts.
    if (place_.end == kNone) return;
    const auto last = std::min<std::uint32_t>(place_.end + 8, static_cast<std::uint32_t>(tree_.blocks().size()));
    for (auto at = to; at < std::min(place_.start + 8, last); ++at) block(at, true);
    for (auto at = std::max(to, place_.end - std::min<std::uint32_t>(place_.end, 4)); at < last; ++at) block(at, true);
    for (auto at = place_.start; at < std::min(place_.start + kDatelineWithin, place_.end); ++at) dateline(at);
    if (place_.end > place_.start) {
      signature();
      agencies(agencies_at_end(tree_.text(tree_.blocks()[place_.end - 1])));
    }
    // "(Reuters)" in a line of its own, which is no part of the text.
    const auto above = place_.start - std::min(place_.start, kAgencyWithin);
    for (auto line = above; line <= place_.end && line < tree_.blocks().size(); ++line) {
      if (line == place_.start) line = place_.end;
      if (line < tree_.blocks().size() && line != place_.title && !is_beside_the_article(tree_.blocks()[line].box))
        agencies(agency_line(tree_.text(tree_.blocks()[line])));
    }
    for (auto at = place_.end - std::min(place_.end - place_.start, kSignedWithin); at < last; ++at) signed_date(at);
    for (std::uint32_t at = 0; at < tree_.blocks().size(); ++at) labelled_date(at);
  }

 private:
  // How well a place on the page suits a byline: 10 right at the title, less further off, -25 away from the article.
  int nearness(std::uint32_t at) const {
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
  bool holds_article(const Box& box) const {
    const auto holds = [&](std::uint32_t at) { return at != kNone && at >= box.first_block && at < box.last_block; };
    return holds(place_.title) || holds(place_.start);
  }

  // Behind the text a line that is mostly a link as long as a headline leads to another article.
  bool is_long_link(std::uint32_t at) const {
    if (place_.end == kNone || at < place_.end || at >= tree_.blocks().size()) return false;
    const auto& line = tree_.blocks()[at];
    if (line.links > 1 || line.length == 0 || line.link_length * 2 < line.length || line.length > kLongestHeadline)
      return false;
    return count_words(tree_.text(line)) >= kHeadlineWords;
  }

  // A heading that is a link to another article.
  bool is_linked_heading(std::uint32_t at) const {
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
  bool leads_to_author(const Block& line) const {
    const auto is_authors = [&](std::uint32_t number) {
      const auto& box = tree_.box(number);
      if (box.tag != Tag::a) return false;
      if (has_word(box.node.attribute("rel"), "author")) return true;
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

  std::size_t headlines_in(std::uint32_t number) const {
    std::size_t count = 0;
    for (auto at = tree_.box(number).first_block; at < tree_.box(number).last_block; ++at)
      count += is_linked_heading(at) || is_long_link(at) ? 1 : 0;
    return count;
  }

  // The smallest box around that holds such a headline owns the statement, unless the article is in there as well, or
  // the headlines are a list that the statement only stands beside.
  bool is_of_another(std::uint32_t number) const {
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

  // In furniture whose dates and names are of something else. A footer or a share bar right at the article is not.
  bool is_beside_the_article(std::uint32_t number) const {
    if (is_of_another(number)) return true;
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

  // <a href="/">, <a href="https://paper.example/">: to the site's front page.
  static bool leads_home(const Box& box) {
    if (box.tag != Tag::a) return false;
    const auto href = text::trim(box.node.attribute("href"));
    const auto path = href.substr(std::min(href.find("://"), href.size()));
    return href == "/" || (path.size() > 3 && path.find('/', 3) >= path.size() - 1);
  }

  // Above the title, in the page's head, which leads home: the day on which a paper is shown, not the one on
  // which the article was written. A time of day says that it is the latter.
  bool is_in_masthead(std::uint32_t number, std::string_view shown) const {
    const auto anchor = place_.title != kNone ? place_.title : place_.start;
    if (anchor == kNone || tree_.box(number).first_block >= anchor) return false;
    if (const auto found = find_date(shown, language_); found && found->with_time) return false;
    bool head = false;
    for (auto at = number; at != kNone && !holds_article(tree_.box(at)); at = tree_.box(at).parent) {
      const auto& box = tree_.box(at);
      const bool home = links_home_[box.end] > links_home_[at];
      head = head || (home && (box.tag == Tag::header || (box.marks & kHeader) != 0));
      number = at;
    }
    if (!head) return false;
    for (auto at = number; at != kNone; at = tree_.box(at).parent) {
      if (tree_.box(at).tag == Tag::article || (tree_.box(at).marks & kArticleBody) != 0) return false;
    }
    return true;
  }

  void element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto itemprop = box.node.attribute("itemprop");
    if (!itemprop.empty()) microdata(number, itemprop);
    else if (box.tag != Tag::meta && box.node.has_attribute("property")) rdfa(number, box.node.attribute("property"));
    if (box.tag == Tag::time) time_element(number);
    const bool author = (box.marks & kAuthor) != 0 ||
                        (box.tag == Tag::a && has_word(box.node.attribute("rel"), "author")) || box.tag == Tag::address;
    if (author && box.text < 150) author_element(number);
    else if (author) portrait(number);
    if ((box.marks & kDate) != 0 && box.text < 120 && box.tag != Tag::time) date_element(number);
  }

  // The text of an element, also where it is only a part of a block.
  std::string words_of(std::uint32_t number) const {
    const auto& box = tree_.box(number);
    return box.first_block == box.last_block ? text::collapse_space(box.node.text()) : tree_.text_of(number);
  }

  void microdata(std::uint32_t number, std::string_view itemprop) {
    const auto& box = tree_.box(number);
    if (is_beside_the_article(number)) return;
    const auto at = box.first_block;
    const auto value = [&] {
      for (const std::string_view name : {"content", "datetime"}) {
        if (const auto said = box.node.attribute(name); !said.empty()) return std::string(said);
      }
      return words_of(number);
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
        if (name.empty()) name = words_of(inside);
      }
      if (name.empty()) name = value();
      if (!split_authors(name).empty())
        claims_.add(Field::author, name, "itemprop author", 68 + std::min(nearness(at), 0));
    }
  }

  // RDFa on what readers see: "dc:date dc:created" with the machine's value in `content`.
  void rdfa(std::uint32_t number, std::string_view properties) {
    const auto& box = tree_.box(number);
    if (is_beside_the_article(number)) return;
    const auto says = [&](std::string_view name) {
      return has_word(properties, name) || has_word(properties, std::string("schema:") + std::string(name));
    };
    const bool published = says("datepublished") || says("datecreated") || has_word(properties, "dc:date") ||
                           has_word(properties, "dc:created") || has_word(properties, "dcterms:created") ||
                           has_word(properties, "dcterms:issued");
    if (says("author") || says("creator") || has_word(properties, "dc:creator")) {
      std::string name(box.node.attribute("content"));
      for (auto inside = number + 1; inside < box.end && name.empty(); ++inside) {
        const auto property = tree_.box(inside).node.attribute("property");
        if (has_word(property, "name") || has_word(property, "schema:name") || has_word(property, "foaf:name"))
          name = words_of(inside);
      }
      if (name.empty()) name = words_of(number);
      if (could_be_author(name))
        claims_.add(Field::author, name, "rdfa author", 66 + std::min(nearness(box.first_block), 0));
      return;
    }
    if (!published && !says("datemodified")) return;
    auto value = std::string(box.node.attribute("content"));
    if (value.empty()) value = box.node.attribute("datetime");
    if (value.empty()) value = words_of(number);
    date(value, fmt::format("rdfa {}", properties), 70 + std::min(nearness(box.first_block), 0), !published);
  }

  void date(std::string_view words, std::string_view source, int trust, bool modified) {
    if (read_date(words, language_)) claims_.add(modified ? Field::modified : Field::published, words, source, trust);
  }

  // What stands in the same line or box before the words: "Updated on: ".
  std::string label_of(std::uint32_t number, std::string_view words) const {
    const auto parent = tree_.box(number).parent;
    if (parent == kNone || tree_.box(parent).text > 150) return {};
    const auto around = words_of(parent);
    const auto place = around.find(words);
    if (place == std::string::npos) return {};
    auto label = text::trim(std::string_view(around).substr(0, place));
    // A date before this one ends what the label can reach.
    if (const auto earlier = find_date(label, language_))
      label = label.substr(label.find(earlier->written) + earlier->written.size());
    return std::string(label);
  }

  // An embedded post has a date of its own.
  bool is_quoted(std::uint32_t number) const {
    for (auto at = number; at != kNone; at = tree_.box(at).parent) {
      if (tree_.box(at).tag == Tag::blockquote) return tree_.box(at).text < 600;  // longer ones may be the text itself
    }
    return false;
  }

  void time_element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto shown = words_of(number);
    if (is_beside_the_article(number) || is_quoted(number) || is_in_masthead(number, shown)) return;
    auto value = std::string(box.node.attribute("datetime"));
    if (!read_date(value, language_)) value = shown;
    const auto classes = text::to_lower_ascii(box.node.attribute("class"));
    const bool published = box.node.has_attribute("pubdate") || classes.find("publish") != std::string::npos;
    const bool modified = says_updated(classes) || says_updated(shown) || says_updated(label_of(number, shown));
    date(value, "time", (published ? 70 : 62) + nearness(box.first_block), modified && !published);
  }

  void date_element(std::uint32_t number) {
    const auto& box = tree_.box(number);
    const auto shown = words_of(number);
    if (is_beside_the_article(number) || is_quoted(number) || is_in_masthead(number, shown)) return;
    const auto found = find_date(shown, language_);
    if (!found) {
      // <abbr class="published" title="2026-02-03T14:05:00Z">two days ago</abbr>
      for (const std::string_view name : {"title", "content", "datetime", "data-date", "data-datetime"}) {
        const auto value = box.node.attribute(name);
        if (value.size() >= 10 && value.size() <= 40)
          date(value, "date line", 54 + nearness(box.first_block), says_updated(box.node.attribute("class")));
      }
      return;
    }
    const auto label = label_of(number, shown) + " " + shown.substr(0, shown.find(found->written));
    date(shown, "date line", 56 + nearness(box.first_block), says_updated(label));
  }

  void author_element(std::uint32_t number) {
    if (is_beside_the_article(number)) return;
    const auto& box = tree_.box(number);
    // The innermost element that is marked says it best: an outer one holds the date as well.
    for (auto inside = number + 1; inside < box.end; ++inside) {
      const auto& part = tree_.box(inside);
      if (((part.marks & kAuthor) != 0 || has_word(part.node.attribute("rel"), "author")) &&
          could_be_author(words_of(inside)))
        return;
    }
    const auto shown = before_date(first_words(number));
    const auto names = split_authors(shown);
    if (names.empty() || says_updated(shown)) return;
    // HTML's <address> is often where a house stands.
    if (box.tag == Tag::address && (box.marks & kAuthor) == 0 && !looks_like_name(names.front())) return;
    const bool rel = has_word(box.node.attribute("rel"), "author");
    claims_.add(Field::author, whole_byline(number, shown, names.size()), rel ? "rel author" : "byline",
                (rel ? 62 : 56) + nearness(box.first_block));
  }

  // A box about the writer: the name in a line of its own, and who she is.
  void portrait(std::uint32_t number) {
    const auto& box = tree_.box(number);
    if (box.text > kLongestPortrait || box.last_block - box.first_block < 2 || nearness(box.first_block) < -3 ||
        is_beside_the_article(number))
      return;
    const auto& line = tree_.blocks()[box.first_block];
    const auto said = tree_.text(line);
    if (line.length > kLongestName || !looks_like_name(said) || names_a_post(said) || box.first_block == place_.title ||
        phrase_of_line(said) != Phrase::none || same_words(said, place_.words))
      return;
    claims_.add(Field::author, said, "portrait", 28 + nearness(box.first_block));
  }

  // "By <a rel=author>Ann Roe</a> and Li Wei": the line around a marked name, where it names others as well; else what
  // the element shows.
  std::string whole_byline(std::uint32_t number, const std::string& shown, std::size_t named) const {
    const auto& box = tree_.box(number);
    if (box.first_block != box.last_block || box.first_block >= tree_.blocks().size()) return shown;
    const auto& line = tree_.blocks()[box.first_block];
    const auto said = tree_.text(line);
    // What is in brackets may tell that the other took the pictures.
    if (line.length > kLongestByline || phrase_at_start(said) != Phrase::by || said.find('(') != std::string_view::npos)
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
      auto words = words_of(number);
      const auto named = named_by_sentence(words);
      return named ? *named : words;
    }
    std::string words;
    for (auto at = box.first_block; at < box.last_block; ++at) {
      const auto said = tree_.text(tree_.blocks()[at]);
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
    if (is_quoted(tree_.blocks()[at].box)) return;
    agencies(agencies_at_start(tree_.text(tree_.blocks()[at])));
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
    const bool placed = before.ends_with('(');  // "MINSK (15 March 2026)"
    if ((marked || placed || behind.empty()) && count_words(start.substr(0, place)) <= kPlaceWords)
      date(found->written, "dateline", 24, false);
  }

  // "Minsk, 15 March 2026" in a line of its own, as letters and press releases end.
  void signed_date(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 45 || one.links > 0 || suspects_[one.box] || is_of_another(one.box)) return;
    const auto said = tree_.text(one);
    const auto found = find_date(said, language_);
    if (!found) return;
    const auto place = said.find(found->written);
    const bool ends = said.size() - place - found->written.size() <= 2;
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
    if (!label || is_beside_the_article(one.box) || is_in_masthead(one.box, said)) return;
    const auto before = at > 0 ? tree_.text(tree_.blocks()[at - 1]) : std::string_view{};
    if (const auto found = find_date(said, language_); found && !tells_a_story(said, *found)) {
      const bool modified =
          says_updated(said.substr(0, said.find(found->written))) || (before.size() < 40 && says_updated(before));
      date(found->written, "date line", 30, modified);
    }
  }

  // "Ann Roe, March 4, 2026", "25.10.2022 - Jane Doe".
  void name_beside_date(std::uint32_t at) {
    const auto& one = tree_.blocks()[at];
    if (at == place_.title || is_heading(tree_.box(one.box).tag)) return;
    const auto names = names_beside_date(tree_.text(one), language_);
    claims_.add(Field::author, names, "name beside the date", 32 + nearness(at));
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

  // "On 3 May 2019 the port closed for a day.": a sentence with a date in it, no line that says when it was written.
  static bool tells_a_story(std::string_view said, const FoundDate& found) {
    if (!ends_sentence(said)) return false;
    const auto start = phrase_at_start(said);
    // "On", "Am", "Le" begin date lines and stories alike.
    const bool label = (start == Phrase::posted || start == Phrase::by) && std::min(said.find(' '), said.size()) > 2;
    const auto place = said.find(found.written);
    if (label || place == std::string_view::npos) return false;
    return count_words(said.substr(place + found.written.size())) > kDateLineWords;
  }

  void block(std::uint32_t at, bool labelled) {
    const auto& one = tree_.blocks()[at];
    if (one.length > 140 || is_beside_the_article(one.box) || is_quoted(one.box)) return;
    const auto said = tree_.text(one);
    if (labelled && phrase_at_start(said) != Phrase::by && phrase_at_start(said) != Phrase::posted) return;
    if (const auto found = find_date(said, language_); found && !is_in_masthead(one.box, said) && one.length < 90 &&
                                                       one.sentences <= 2 && !tells_a_story(said, *found)) {
      date(said, "date line", 44 + nearness(at), says_updated(said.substr(0, said.find(found->written))));
    }
    // A bare name right beside a date is who wrote; so is one above the post it holds.
    const auto is_post = [&](std::uint32_t other) {
      return other < tree_.blocks().size() && tree_.blocks()[other].length <= 60 &&
             names_a_post(tree_.text(tree_.blocks()[other]));
    };
    if (!labelled && one.length <= 30 && looks_like_name(said) && phrase_of_line(said) == Phrase::none &&
        !names_a_post(said) && at != place_.title && nearness(at) >= 6 &&
        (is_dated(at + 1) || (at > 0 && is_dated(at - 1)) || is_post(at + 1))) {
      claims_.add(Field::author, said, "name beside the date", 30 + nearness(at));
    }
    if (!labelled) name_beside_date(at);
    // "Author" or "by" in a line of its own, and the name in the next.
    if (one.length <= 30 && phrase_of_line(said) == Phrase::by && at + 1 < tree_.blocks().size() &&
        tree_.blocks()[at + 1].length <= 60) {
      const auto next = tree_.text(tree_.blocks()[at + 1]);
      const auto authors = split_authors(next);
      if (!authors.empty() && looks_like_name(authors.front()))
        claims_.add(Field::author, next, "byline", 50 + nearness(at));
    }
    if (phrase_at_start(said) == Phrase::by && one.length < 90) {
      if (const auto name = linked_name(one); !name.empty())
        claims_.add(Field::author, name, "byline", 50 + nearness(at));
      const auto words = before_date(std::string(said));
      const bool dated = words.size() < said.size();
      const auto authors = split_authors(words);
      const bool shorter = !authors.empty() && authors.front().size() + 2 < text::trim(said).size();
      // "De vil have ...": a small word of another language, and a sentence.
      if (!dated && one.sentences > 0 && count_words(said) > 4 && !std::ranges::all_of(authors, looks_like_name))
        return;
      if (shorter && count_words(authors.front()) <= 5) claims_.add(Field::author, words, "byline", 50 + nearness(at));
    }
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
      const auto name = words_of(inside);
      const auto place = said.find(name);
      const bool behind_label = place != std::string_view::npos && phrase_of_line(said.substr(0, place)) == Phrase::by;
      return behind_label && looks_like_name(name) ? name : std::string{};
    }
    return {};
  }

  const Tree& tree_;
  const std::vector<bool>& suspects_;
  const Place& place_;
  std::string_view language_;
  Claims& claims_;
  std::vector<std::uint32_t> links_home_;  // how many stand before each box
};

}  // namespace

void claim_bylines(const Tree& tree, const std::vector<bool>& suspects, const Place& place, std::string_view language,
                   Claims& claims) {
  Reader(tree, suspects, place, language, claims).run();
}

}  // namespace syndicat::extract
