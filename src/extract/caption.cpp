#include "extract/caption.hpp"

#include <algorithm>
#include <array>

#include "extract/agencies.hpp"
#include "extract/class_marks.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestCredit = 90;  // letters
constexpr std::uint32_t kLongestName = 30;
constexpr std::size_t kLabelWords = 3;
constexpr std::size_t kMostPieces = 4;  // of a credit, apart by strokes

// Without blanks and marks that part a caption from its credit; a full stop at the front goes, at the end it stays.
std::string_view without_marks(std::string_view text, bool front) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({" ", "|", "-", ",", ":", ";", "/", "–", "—", "·", "•", "：", "　"});
  return strip_marks(text, kMarks, front ? Ends::both : Ends::last);
}

bool starts_with_capital(std::string_view words) {
  std::size_t at = 0;
  const auto first = words.empty() ? U' ' : text::next_character(words, at);
  const auto script = script_of(first);
  const bool has_case = script == Script::latin || script == Script::cyrillic || script == Script::greek;
  return is_letter(first) && (!has_case || is_upper(first));
}

// The length in bytes of what only says that a credit follows: "Photo: ", "Foto von ", "© "; 0 where nothing does.
std::size_t label_size(std::string_view text) {
  for (const std::string_view sign : {"©", "(c)", "(C)", "Copyright"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  std::size_t found = 0;
  std::size_t end = 0;
  for (std::size_t words = 1; words <= kLabelWords && end < text.size(); ++words) {
    end = std::min(text.find_first_of(" :/", end + (words > 1 ? 1 : 0)), text.size());
    const auto wide = text.substr(0, end).find("：");
    if (wide != std::string_view::npos) return phrase_of_line(text.substr(0, wide)) == Phrase::credit ? wide + 3 : 0;
    if (end == 0 || phrase_of_line(text.substr(0, end)) != Phrase::credit) {
      if (end < text.size() && text[end] != ' ') break;
      continue;
    }
    // One word alone may begin a sentence ("Photo albums ..."): it takes the colon or the stroke.
    const auto behind = text.find_first_not_of(' ', end);
    const bool marked = behind != std::string_view::npos && (text[behind] == ':' || text[behind] == '/');
    if (marked) return behind + 1;
    if (words > 1) found = end;
  }
  return found;
}

// Whether a sentence follows the name: the credit stands in the middle then, and the caption around it.
bool goes_on(std::string_view text) {
  const auto stop = text.find(". ");
  if (stop == std::string_view::npos || !ends_sentence(text)) return false;
  const auto word = text.substr(0, stop);
  return word.size() - (word.rfind(' ') + 1) > 2 && count_words(text.substr(stop)) > kLabelWords;
}

// "AP Photo/Ann Roe", "dpa/Ann Roe"
bool names_agency_first(std::string_view text) {
  const auto stroke = text.find('/');
  if (stroke == std::string_view::npos) return false;
  return is_agency(text.substr(0, stroke)) || is_agency(text.substr(0, std::min(text.find(' '), stroke)));
}

bool could_be_person(std::string_view words) {
  std::size_t at = 0;
  const auto first = words.empty() ? U' ' : text::next_character(words, at);
  const bool without_case = is_letter(first) && !is_upper(first) && !starts_small(words);
  return (is_letter(first) && looks_like_name(words)) || (without_case && reading_length(words) <= kLongestName);
}

// "Li Wei / AFP", "Reuters/Li Wei/File": an agency and a person apart by strokes, in any order.
bool names_agency_and_person(std::string_view text) {
  std::size_t agencies = 0, people = 0, pieces = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find('/', start), text.size());
    const auto piece = text::trim(text.substr(start, end - start));
    const auto first = piece.substr(0, piece.find(' '));
    if (++pieces > kMostPieces || piece.empty()) return false;
    if (is_agency(piece) || (is_agency(first) && count_words(piece) == 2)) ++agencies;
    else if (could_be_person(piece)) ++people;
    else if (starts_small(piece) || count_words(piece) > 1) return false;  // "File", "Pool"
    start = end + 1;
  }
  return agencies > 0 && people > 0;
}

// "新华社记者李伟摄": the last word says who took it; the text without it, or empty.
std::string_view taken_by(std::string_view text) {
  for (const std::string_view word : {"摄影", "摄", "攝影", "攝", "撮影"}) {
    if (text.ends_with(word) && text.size() > word.size() && reading_length(text) <= kLongestCredit &&
        count_sentence_ends(text) == 0)
      return text.substr(0, text.size() - word.size());
  }
  return {};
}

// The credit that the text is, without its label; empty where it is none.
std::string_view credit_in(std::string_view text) {
  text = without_marks(text, true);
  const auto size = label_size(text);
  if (size > 0) text = without_marks(text.substr(size), true);
  else if (const auto people = taken_by(text); !people.empty()) return people;
  else if (!is_agency(text) && !names_agency_first(text) && !names_agency_and_person(text)) return {};
  if (text.ends_with(')') && text.find('(') == std::string_view::npos) text.remove_suffix(1);
  if (const auto again = label_size(text); again > 0) text = without_marks(text.substr(again), true);  // "Photo: © ..."
  // "Agency." but "Muñoz C."
  if (text.ends_with('.') && text.size() - (text.rfind(' ') + 1) > 4) text.remove_suffix(1);
  if (text.empty() || reading_length(text) > kLongestCredit || goes_on(text)) return {};
  return text;
}

Caption apart(std::string_view words, std::string_view credit) {
  auto kept = without_marks(words, false);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view rest : {"(", "[", "（", "©"}) {
      if (!kept.ends_with(rest)) continue;
      kept = without_marks(kept.substr(0, kept.size() - rest.size()), false);
      again = true;
    }
  }
  return {std::string(kept), std::string(credit)};
}

// The credit in brackets at the end.
bool in_brackets(std::string_view words, Caption& split) {
  auto rest = words;
  if (rest.ends_with('.')) rest.remove_suffix(1);
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"[", "]"}, {"（", "）"}}) {
    if (!rest.ends_with(close)) continue;
    const auto start = rest.rfind(open);
    if (start == std::string_view::npos) continue;
    const auto inner = rest.substr(start + open.size(), rest.size() - start - open.size() - close.size());
    auto credit = credit_in(inner);
    // In brackets the label needs no colon: "(Foto Li Wei)".
    const auto blank = inner.find(' ');
    if (credit.empty() && blank != std::string_view::npos && phrase_of_line(inner.substr(0, blank)) == Phrase::credit &&
        looks_like_name(text::trim(inner.substr(blank))))
      credit = text::trim(inner.substr(blank));
    if (credit.empty()) continue;
    split = apart(words.substr(0, start), credit);
    return true;
  }
  return false;
}

// Whether a credit may begin at the place: the start, behind a mark, or a word with a capital.
bool may_begin(std::string_view words, std::size_t at) {
  if (at == 0) return true;
  const auto before = text::trim(words.substr(0, at));
  if (ends_sentence(before)) return true;
  for (const std::string_view mark : {"|", "-", "–", "—", "·", "•", "/", ",", ";"}) {
    if (before.ends_with(mark)) return true;
  }
  return false;
}

html::Node first_marked(const Tree& tree, html::Node within, std::uint32_t marks) {
  const auto number = tree.box_of(within);
  if (number == kNone) return {};
  for (auto inside = number + 1; inside < tree.box(number).end; ++inside) {
    if ((tree.box(inside).marks & marks) != 0 && tree.box(inside).tag != Tag::img) return tree.box(inside).node;
  }
  return {};
}

std::string words_in(html::Node node) { return text::collapse_space(node.block_text()); }

}  // namespace

Caption split_caption(std::string_view words) {
  words = text::trim(words);
  Caption split;
  if (in_brackets(words, split)) return split;
  // From the front, so that "Photo: Ann Roe / Agency" is one.
  for (std::size_t at = 0; at < words.size();) {
    const bool sign = words.substr(at).starts_with("©") || words.substr(at).starts_with("(c)");
    const auto rest = words.substr(at);
    const bool near_end = rest.size() <= 4 * kLongestCredit && reading_length(rest) <= kLongestCredit;
    if (near_end && (sign || may_begin(words, at) || starts_with_capital(rest))) {
      const auto size = label_size(rest);
      const bool colon = size > 0 && (rest[size - 1] == ':' || rest.substr(0, size).ends_with("："));
      // In the middle of a line it takes a colon.
      if (size > 0 && (sign || colon || may_begin(words, at))) {
        if (const auto credit = credit_in(rest); !credit.empty()) return apart(words.substr(0, at), credit);
      }
      // "... of the crew. Bild Ann Roe"
      const auto blank = rest.find(' ');
      if (at > 0 && size == 0 && blank != std::string_view::npos && may_begin(words, at) &&
          phrase_of_line(rest.substr(0, blank)) == Phrase::credit && looks_like_name(text::trim(rest.substr(blank))))
        return apart(words.substr(0, at), text::trim(rest.substr(blank)));
      if (at > 0 && size == 0 && may_begin(words, at)) {
        const auto bare = without_marks(rest, true);
        if (is_agency(bare) || names_agency_and_person(bare)) return apart(words.substr(0, at), bare);
        if (const auto people = taken_by(bare); !people.empty()) return apart(words.substr(0, at), people);
      }
    }
    // The next word; dense scripts have none, so each of their characters may be one.
    const auto c = text::next_character(words, at);
    if (is_dense(script_of(c)) || c == 0x3002) continue;
    while (at < words.size() && words[at - 1] != ' ' && words[at - 1] != '.' && !words.substr(at).starts_with("©")) {
      auto next = at;
      const auto following = text::next_character(words, next);
      if (is_dense(script_of(following))) break;
      at = next;
    }
  }
  return {std::string(words), {}};
}

Caption caption_of(const Tree& tree, html::Node figure) {
  if (!figure) return {};
  auto caption = figure.is("figcaption") ? figure : figure.find("figcaption");
  if (!caption) caption = first_marked(tree, figure, kCaption);
  auto said = caption ? words_in(caption) : std::string{};
  auto marked = first_marked(tree, figure, kCredit);
  if (!marked && caption) marked = caption.find("small, cite");
  const auto credit = marked ? words_in(marked) : std::string{};
  if (credit.empty() || credit == said || reading_length(credit) > kLongestCredit) return split_caption(said);
  const auto bare = credit_in(credit);
  Caption split{said, std::string(bare.empty() ? std::string_view(credit) : bare)};
  if (const auto place = said.rfind(credit); place != std::string::npos)
    split = apart(said.substr(0, place), split.credit);
  return split;
}

}  // namespace syndicat::extract
