#include "extract/byline_line.hpp"

#include <algorithm>
#include <array>

#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestLabel = 30;  // bytes
constexpr std::size_t kLongestLine = 600;
constexpr std::uint32_t kLongestName = 30;  // letters
constexpr std::size_t kHanNames = 4;        // characters of a name, two at least

void replace_all(std::string& text, std::string_view one, std::string_view other) {
  for (auto at = text.find(one); at != std::string::npos; at = text.find(one, at + other.size()))
    text.replace(at, one.size(), other);
}

// A dot or a stroke in the colon's place: "文・田中花子", "文/李偉".
void narrow_label(std::string& line) {
  for (const std::string_view mark : {"・", "／", "/", "丨", "|"}) {
    const auto place = line.find(mark);
    if (place == std::string::npos || place > kLongestLabel) continue;
    const auto label = text::trim(std::string_view(line).substr(0, place));
    if (phrase_of_line(label) != Phrase::by && !is_text_label(label)) continue;
    line.replace(place, mark.size(), ": ");
    return;
  }
}

// "記者李偉／台北報導": the post right before the name, and the place behind a mark.
void name_behind_post(std::string& line) {
  for (const std::string_view post : {"本報記者", "本报记者", "記者", "记者"}) {
    if (!line.starts_with(post)) continue;
    auto end = post.size();
    std::size_t letters = 0;
    for (auto next = end; next < line.size(); end = next, ++letters) {
      if (script_of(text::next_character(line, next)) != Script::han) break;
    }
    const auto behind = std::string_view(line).substr(end);
    const bool marked = behind.empty() || behind.starts_with("/") || behind.starts_with("／") ||
                        behind.starts_with(" ") || behind.starts_with("|") || behind.starts_with("】");
    if (letters >= 2 && letters <= kHanNames && marked)
      line = std::string(post) + ": " + line.substr(post.size(), end - post.size());
    return;
  }
}

// "김철수 기자": the post behind the name.
void name_before_post(std::string& line) {
  for (const std::string_view post : {" 기자", " 선임기자", " 특파원"}) {
    if (!line.ends_with(post)) continue;
    const auto name = line.substr(0, line.size() - post.size());
    std::size_t at = 0;
    if (name.empty() || count_words(name) > 2 || script_of(text::next_character(name, at)) != Script::hangul) return;
    line = "기자: " + name;
    return;
  }
}

// Whether the line begins with the writer's label: with "By" or what stands for it, or "Text:".
bool begins_with_writer(std::string_view line) {
  const auto colon = line.find(':');
  return phrase_at_start(line) == Phrase::by ||
         (colon != std::string_view::npos && colon <= kLongestLabel && is_text_label(line.substr(0, colon)));
}

// Whether the word is a label that leads to who wrote: "Text:", "Autor:".
bool leads_to_writer(std::string_view word) {
  if (!word.ends_with(':')) return false;
  const auto label = word.substr(0, word.size() - 1);
  return phrase_of_line(label) == Phrase::by || is_text_label(label);
}

// Whether the word begins what somebody else did: "Foto:", and "Fotos" where no small word leads to it.
bool begins_credit(std::string_view word, std::string_view before, bool last) {
  if (word.ends_with(':')) return phrase_of_line(word.substr(0, word.size() - 1)) == Phrase::credit;
  return !last && !starts_small(before) && !before.ends_with(':') && phrase_of_line(word) == Phrase::credit;
}

// Up to the second label, where the first is the writer's; from it on, where the first is of a picture.
void cut_what_others_did(std::string& line) {
  const bool writer = begins_with_writer(line);
  std::string_view before;
  for (std::size_t start = 0; start < line.size();) {
    const auto end = std::min(line.find(' ', start), line.size());
    const auto word = std::string_view(line).substr(start, end - start);
    // The line's own label may be of two words: "Text und Fotos: ".
    const auto ahead = std::string_view(line).substr(0, start);
    const bool own = word.ends_with(':') && ahead.find(':') == std::string_view::npos &&
                     phrase_of_line(std::string_view(line).substr(0, end)) != Phrase::none;
    if (start > 0 && !own && !writer && phrase_at_start(line) == Phrase::credit && leads_to_writer(word)) {
      line.erase(0, start);
      return cut_what_others_did(line);
    }
    if (start > 0 && !own && (begins_credit(word, before, end == line.size()) || (writer && leads_to_writer(word)))) {
      line.resize(start);
      while (!line.empty() && std::string_view(" ,;|/-").find(line.back()) != std::string_view::npos) line.pop_back();
      return;
    }
    before = word;
    start = end + 1;
  }
}

// "Ann Roe (Text), Li Wei (Fotos)": what each did stands in brackets.
void choose_by_role(std::string& line) {
  std::string writers;
  for (std::size_t start = 0; start < line.size();) {
    const auto end = std::min(line.find(')', start), line.size());
    const auto open = line.find('(', start);
    if (open >= end || end == line.size()) break;
    const auto role = std::string_view(line).substr(open + 1, end - open - 1);
    auto name = text::trim(std::string_view(line).substr(start, open - start));
    while (name.starts_with(',') || name.starts_with('/') || name.starts_with(';')) name = text::trim(name.substr(1));
    if (is_text_label(role) && looks_like_name(name))
      writers += (writers.empty() ? "Text: " : ", ") + std::string(name);
    start = end + 1;
  }
  if (!writers.empty()) line = std::move(writers);
}

bool could_be_name(std::string_view name) {
  std::size_t at = 0;
  const auto first = name.empty() ? U' ' : text::next_character(name, at);
  const bool without_case = is_letter(first) && !is_upper(first) && !starts_small(name);
  return looks_like_name(name) || (without_case && reading_length(name) <= kLongestName);
}

bool could_be_names(std::string_view line) {
  const auto names = split_authors(line);
  return !names.empty() && std::ranges::all_of(names, could_be_name);
}

}  // namespace

bool begins_as_byline(std::string_view line) {
  if (phrase_at_start(line) == Phrase::by) return true;
  const auto plain = plain_byline(line);
  if (plain.starts_with("기자:") || plain.starts_with("記者:") || plain.starts_with("记者:")) return true;
  const auto colon = plain.find(':');
  if (colon == std::string::npos || colon > kLongestLabel) return false;
  return is_text_label(std::string_view(plain).substr(0, colon)) && could_be_names(plain);
}

std::string plain_byline(std::string_view line) {
  auto plain = text::collapse_space(line);
  if (plain.size() > kLongestLine) return plain;
  // The colon and the blank of Chinese and Japanese are as wide as a letter.
  replace_all(plain, "：", ": ");
  replace_all(plain, "　", " ");
  narrow_label(plain);
  plain = text::collapse_space(plain);
  choose_by_role(plain);
  name_behind_post(plain);
  name_before_post(plain);
  cut_what_others_did(plain);
  return plain;
}

}  // namespace syndicat::extract
