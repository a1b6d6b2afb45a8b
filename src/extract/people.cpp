#include "extract/people.hpp"

#include <algorithm>
#include <array>

#include "extract/byline_line.hpp"
#include "extract/date_lines.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostAuthors = 12;
constexpr std::size_t kShortestSentence = 6;  // words

// Beginnings of words that name a post, not a person.
// clang-format off
constexpr std::array kPosts = {
    "editor", "reporter", "correspondent", "columnist", "contributor", "journalist", "staff", "writer", "journaliste",
    "rédacteur", "correspondant", "redakteur", "korrespondent", "reporterin", "редактор", "корреспондент", "журналист", "обозреватель",
    "рэдактар", "карэспандэнт", "журналіст", "кореспондент", "periodista", "redactor", "corresponsal", "giornalista",
    "jornalista", "repórter", "dziennikarz", "dziennikarka", "redaktor", "novinář", "žurnalistas", "muhabir", "freelance",
    "photographer", "fotograf", "producer", "analyst", "director", "manager", "ceo", "cto", "founder", "cofounder", "specialist", "professor", "author", "consultant", "strategist", "officer",
    "president", "expert", "coach", "head", "marketing", "admin", "webmaster", "correspondante", "directora", "directeur",
};
// clang-format on

// Letters behind a name: degrees and generations.
bool is_suffix(std::string_view words) {
  constexpr auto kSuffixes = std::to_array<std::string_view>(
      {"jr", "sr", "phd", "md", "mba", "msc", "bsc", "esq", "rn", "dds", "llm", "ii", "iii", "ma"});
  const auto folded = fold(words);
  std::string tight(text::trim(folded));
  std::erase(tight, ' ');
  if (std::ranges::find(kSuffixes, tight) != kSuffixes.end()) return true;
  // "RD", "FAND", "MS": capitals alone, a few.
  const auto trimmed = text::trim(words);
  return trimmed.size() >= 2 && trimmed.size() <= 6 &&
         std::ranges::all_of(trimmed, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; });
}

// What kind of company a name is of: "Acme, LLC".
bool is_company_suffix(std::string_view words) {
  constexpr auto kSuffixes =
      std::to_array<std::string_view>({" inc ", " llc ", " llp ", " ltd ", " plc ", " corp ", " co ", " gmbh ", " ag ",
                                       " s a ", " sa ", " srl ", " s r l ", " bv ", " b v ", " oy ", " ab ", " as "});
  return std::ranges::find(kSuffixes, std::string_view(fold(words))) != kSuffixes.end();
}

// Accounts that write for everybody.
bool is_nobody(std::string_view words) {
  constexpr auto kAccounts = std::to_array<std::string_view>(
      {" admin ",      " administrator ", " root ",    " user ",   " superuser ", " webmaster ",    " wpadmin ",
       " the author ", " author ",        " unknown ", " null ",   " undefined ", " none ",         " anonymous ",
       " default ",    " super user ",    " autor ",   " auteur ", " админ ",     " администратор "});
  return std::ranges::find(kAccounts, std::string_view(fold(words))) != kAccounts.end();
}

// Without e-mail addresses, handles and links.
std::string without_addresses(std::string_view text) {
  std::string kept;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find(' ', start), text.size());
    auto word = text.substr(start, end - start);
    const bool address = word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
                         word.starts_with("www.");
    if (!address && !word.empty()) {
      if (!kept.empty()) kept += ' ';
      kept += word;
    }
    start = end + 1;
  }
  return kept;
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '<') ++depth;
    if (depth == 0) kept += c;
    if ((c == ')' || c == ']' || c == '>') && depth > 0) --depth;
  }
  return text::collapse_space(kept);
}

// "By", "Von", "Автор:" and what like them stands before a name. A word that may be part of a name itself ("Di",
// "De", "Le") counts with a colon behind it only, or where the text is a label by its first letter ("by").
std::string_view without_by(std::string_view text) {
  for (int turn = 0; turn < 3; ++turn) {
    text = text::trim(text);
    while (text.starts_with("|") || text.starts_with("-") || text.starts_with(",") || text.starts_with("/") ||
           text.starts_with(":") || text.starts_with("."))
      text = text::trim(text.substr(1));
    if (text.starts_with("–") || text.starts_with("—") || text.starts_with("•") || text.starts_with("·")) {
      std::size_t at = 0;
      text::next_character(text, at);
      text = text.substr(at);
      continue;
    }
    std::size_t cut = 0;
    bool found = false;
    // The longest of the first six words that is a byline's label.
    std::size_t end = 0;
    for (int count = 0; count < 6 && end < text.size(); ++count) {
      end = std::min(text.find_first_of(" :", end + (count > 0 ? 1 : 0)), text.size());
      const auto label = text.substr(0, end);
      if (label.empty()) break;
      const bool colon = end < text.size() && text[end] == ':';
      if (end < text.size() && (phrase_of_line(label) == Phrase::by || (colon && is_text_label(label)))) {
        const auto folded = fold(label);
        const auto bare = text::trim(folded);
        const bool part_of_name =
            bare == "di" || bare == "de" || bare == "av" || bare == "af" || bare == "o" || bare == "of";
        if (colon || !part_of_name || text[0] == 'd' || text[0] == 'a') {
          cut = end + 1;
          found = true;
        }
      }
      if (end < text.size() && text[end] == ':') break;
    }
    if (!found) break;
    text = text.substr(cut);
  }
  return text::trim(text);
}

// "ByJane Doe": a label and a name that stood in boxes of their own.
std::string_view without_glued_by(std::string_view text) {
  for (const std::string_view label : {"By", "Author", "Autor", "Auteur", "Von", "Por", "Par"}) {
    if (text.size() > label.size() + 2 && text.starts_with(label) && text[label.size()] >= 'A' &&
        text[label.size()] <= 'Z') {
      return text.substr(label.size());
    }
  }
  return text;
}

// "Jane Doe on" and "Jane Doe am", with the date behind it cut off.
void cut_small_words(std::string& name) {
  constexpr auto kSmall =
      std::to_array<std::string_view>({" on", " am", " le", " el", " il", " em", " at", " in", " |", " -", " –", " —"});
  for (const auto small : kSmall) {
    if (name.ends_with(small)) name.resize(name.size() - small.size());
  }
}

// Whether the words begin with a capital, as a place does.
bool is_upper_word(std::string_view words) {
  std::size_t at = 0;
  return !words.empty() && is_upper(text::next_character(words, at));
}

// "unserem Redaktionsmitglied Heike Sommer": whose she is, in small letters, before the name.
void cut_before_name(std::string& name) {
  if (!starts_small(name)) return;
  const auto second = name.find(' ');
  const auto third = second == std::string::npos ? second : name.find(' ', second + 1);
  if (third == std::string::npos) return;
  const auto post = fold(std::string_view(name).substr(0, third));
  constexpr auto kOurs = std::to_array<std::string_view>({"redaktion", "mitarbeiter", "korrespondent", "reporter"});
  const bool ours = std::ranges::any_of(kOurs, [&](auto word) { return post.find(word) != std::string::npos; });
  if (ours && looks_like_name(std::string_view(name).substr(third + 1))) name.erase(0, third + 1);
}

// "Jane Doe for the Paper", "Jane Doe Senior Reporter": what follows a whole name without a mark.
void cut_behind_name(std::string& name) {
  for (const std::string_view word : {" for ", " für ", " pour ", " para ", " dla ", " för ", " для "}) {
    const auto place = name.find(word);
    if (place != std::string::npos && looks_like_name(name.substr(0, place))) name.resize(place);
  }
  // "Jane Doe in Paris".
  if (const auto place = name.find(" in "); place != std::string::npos && looks_like_name(name.substr(0, place)) &&
                                            is_upper_word(std::string_view(name).substr(place + 4)))
    name.resize(place);
  constexpr auto kRanks = std::to_array<std::string_view>({"senior", "junior", "chief", "deputy", "lead", "special",
                                                           "guest", "political", "sports", "business", "foreign"});
  constexpr auto kDesks = std::to_array<std::string_view>(
      {"staff", "writer", "reporter", "correspondent", "editor", "contributor", "columnist", "journalist"});
  auto end = name.size();
  bool post = false;
  for (auto blank = name.rfind(' '); blank != std::string::npos && blank > 0; blank = name.rfind(' ', blank - 1)) {
    const auto word = std::string_view(name).substr(blank + 1, end - blank - 1);
    const bool is_post = std::ranges::find(kDesks, text::to_lower_ascii(word)) != kDesks.end();
    const bool is_rank = post && std::ranges::find(kRanks, text::to_lower_ascii(word)) != kRanks.end();
    if (!is_post && !is_rank && !(!post && starts_small(word))) break;
    post = post || is_post;
    end = blank;
  }
  if (post && looks_like_name(name.substr(0, end)) && !names_a_post(name.substr(0, end))) name.resize(end);
}

// "Jane Doe at 10:20 AM": the hour, and the small word that leads to it.
void cut_hour(std::string& name) {
  for (auto colon = name.find(':'); colon != std::string::npos && colon > 1; colon = name.find(':', colon + 1)) {
    const auto blank = name.rfind(' ', colon);
    if (blank == std::string::npos || colon - blank > 3 || colon - blank < 2) continue;
    if (name.find_first_not_of("0123456789", blank + 1) != colon) continue;
    name.resize(blank);
    const auto last = name.rfind(' ');
    if (last != std::string::npos && starts_small(std::string_view(name).substr(last + 1))) name.resize(last);
    return;
  }
}

// A full stop that belongs to the last letters: "Juan Muñoz C.", "Jane Doe Jr.".
bool ends_with_initial(std::string_view name) {
  const auto blank = name.find_last_of(' ');
  return blank != std::string_view::npos && text::count_characters(name.substr(blank + 1)) <= 3;
}

// "Jane Doe/dpa": the agency or the desk behind a stroke.
void cut_initials(std::string& name) {
  const auto stroke = name.rfind('/');
  if (stroke == std::string::npos || stroke == 0 || name.size() - stroke > 7) return;
  if (name.find(' ') < stroke && name.find(' ', stroke) == std::string::npos) name.resize(stroke);
}

std::string_view without_suffix(std::string_view name) { return name.substr(0, name.find(',')); }

std::vector<std::string> split_at_marks(std::string_view text) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({",", ";", "|", "·", "•", "⋅", "»", "→", "、", "，", "،", " / ", "\n"});
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const auto mark = std::ranges::find_if(kMarks, [&](std::string_view row) { return rest.starts_with(row); });
    if (mark != kMarks.end()) {
      parts.emplace_back();
      at += mark->size();
    } else {
      parts.back() += text[at++];
    }
  }
  return parts;
}

// "Jane Doe and Per Aas": only between whole names, so that "Simon and Schuster" stays.
void split_at_words(std::string_view part, std::vector<std::string>& names) {
  constexpr auto kJoiners = std::to_array<std::string_view>({" and ", " & ",  " und ", " et ", " y ",  " e ",   " und ",
                                                             " и ",   " і ",  " й ",   " ja ", " og ", " och ", " ir ",
                                                             " ve ",  " és ", " și ",  " i ",  " en ", " with "});
  for (const auto joiner : kJoiners) {
    const auto place = part.find(joiner);
    if (place == std::string_view::npos) continue;
    const auto left = part.substr(0, place);
    const auto right = part.substr(place + joiner.size());
    if (count_words(left) < 2 || count_words(right) < 2) continue;
    split_at_words(left, names);
    split_at_words(right, names);
    return;
  }
  names.emplace_back(text::trim(part));
}

// What stands beside names without being one: "Follow", "3 min read", "Photograph by ...", "updated by ...".
bool is_beside(std::string_view part) {
  const auto whole = phrase_of_line(part);
  if (whole != Phrase::none && whole != Phrase::by) return true;
  const auto start = phrase_at_start(part);
  if (start == Phrase::reading_time || start == Phrase::posted) return true;
  constexpr auto kStarts = std::to_array<std::string_view>(
      {" photo",         " foto",       " bild ",    " illustration", " updated ",    " edited ",
       " reviewed ",     " medically ", " fact ",    " translated",   " more about ", " expert reviewed",
       " insights from", " more posts", " share ",   " subscribe",    " vor ",        " hace ",
       " il y a ",       " ago ",       " revised ", " guest ",       " фото"});
  const auto folded = fold(part);
  return std::ranges::any_of(kStarts, [&](std::string_view one) { return folded.starts_with(one); }) ||
         folded.find(" ago ") != std::string::npos || folded.find(" by ") != std::string::npos;
}

}  // namespace

bool names_a_post(std::string_view words) {
  const auto folded = fold(words);
  for (const auto word : split_words(folded)) {
    if (std::ranges::any_of(kPosts, [&](std::string_view post) { return word.starts_with(post); })) return true;
  }
  return false;
}

bool looks_like_name(std::string_view text) {
  std::size_t words = 0;
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_character(text, at);
    if (c >= '0' && c <= '9') return false;
    if (after_blank && is_letter(c)) {
      if (!is_upper(c)) return false;
      ++words;
    }
    after_blank = c == ' ' || c == '.' || c == '-';
  }
  return words >= 2 && words <= 4;
}

std::optional<std::string> named_by_sentence(std::string_view words) {
  words = text::trim(words);
  std::size_t at = 0;
  const auto first = words.empty() ? U' ' : text::next_character(words, at);
  if (!is_upper(first) || !ends_sentence(words) || count_words(words) < kShortestSentence ||
      phrase_at_start(words) == Phrase::by)
    return {};
  std::size_t end = 0;  // of the words with a capital
  for (std::size_t start = 0; start < words.size();) {
    const auto next = std::min(words.find(' ', start), words.size());
    const auto word = words.substr(start, next - start);
    if (starts_small(word)) return std::string(looks_like_name(words.substr(0, end)) ? words.substr(0, end) : "");
    end = next;
    if (word.ends_with(',') || word.ends_with(';')) return {};  // a list of names
    start = next + 1;
  }
  return {};
}

bool could_be_author(std::string_view words) {
  const auto trimmed = text::trim(words);
  if (trimmed.empty() || text::count_characters(trimmed) > 70 || count_words(trimmed) > 7) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < trimmed.size();) {
    const auto c = text::next_character(trimmed, at);
    if (is_letter(c)) ++letters;
    if (c >= '0' && c <= '9') ++digits;
    if (c == '{' || c == '}' || c == '=' || c == '<' || c == '>') return false;
  }
  return letters >= 2 && digits <= 4 && !find_date(trimmed, {});
}

std::vector<std::string> split_authors(std::string_view byline) {
  std::vector<std::string> authors;
  if (byline.size() > 600) return authors;
  const auto collapsed = plain_byline(byline);
  if (collapsed.starts_with("http://") || collapsed.starts_with("https://")) return authors;
  const auto bare = without_brackets(without_addresses(without_by(without_glued_by(collapsed))));

  std::vector<std::string> parts;
  for (const auto& piece : split_at_marks(bare)) {
    const auto trimmed = text::trim(piece);
    if (trimmed.empty()) continue;
    const bool belongs = is_company_suffix(trimmed) || is_suffix(trimmed);
    if (!parts.empty() && (is_company_suffix(trimmed) || (belongs && count_words(parts.back()) >= 2))) {
      parts.back() += ", " + std::string(trimmed);
      continue;
    }
    std::string_view rest = without_by(trimmed);
    if (rest.starts_with("and ") || rest.starts_with("und ")) rest = rest.substr(4);
    split_at_words(rest, parts);
  }
  const bool all_posts = std::ranges::all_of(parts, names_a_post);
  for (auto& part : parts) {
    cut_initials(part);
    cut_hour(part);
    cut_before_name(part);
    // "Jane Doe, heart surgeon, North Hospital": what is behind a post in small letters is where she holds it.
    if (!authors.empty() && starts_small(part) && looks_like_name(without_suffix(authors.back()))) break;
    if (parts.size() > 1 && phrase_of_line(part) == Phrase::by) continue;
    // " - Political correspondent" behind the name.
    for (const std::string_view dash : {" - ", " – ", " — "}) {
      const auto place = part.find(dash);
      if (place != std::string::npos && place > 0) part.resize(place);
    }
    if (authors.empty() || part.find(" in ") != std::string::npos) cut_behind_name(part);
    cut_small_words(part);
    while (part.ends_with('.') && !is_suffix(part) && !ends_with_initial(part) && part.size() > 12) part.pop_back();
    if (!could_be_author(part) || is_nobody(part) || is_beside(part) || (!all_posts && names_a_post(part))) continue;
    const auto same = [&](const std::string& other) { return same_words(other, part); };
    if (std::ranges::none_of(authors, same) && authors.size() < kMostAuthors) authors.push_back(part);
  }
  return authors;
}

}  // namespace syndicat::extract
