#include "extract/text_head.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/date_lines.hpp"
#include "extract/date_statements.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/switcher.hpp"
#include "extract/words.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestMatter = 20'000;  // bytes
constexpr std::size_t kMostDetails = 12;        // lines
constexpr std::uint32_t kLongestDetail = 90;    // letters

std::string_view unquoted(std::string_view value) {
  value = text::trim(value);
  if (value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
    return value.substr(1, value.size() - 2);
  return value;
}

// "a", "[a, b]".
std::vector<std::string> list_of(std::string_view value) {
  value = text::trim(value);
  const bool bracketed = value.starts_with('[') && value.ends_with(']');
  if (!bracketed)
    return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string(unquoted(value))};
  value = value.substr(1, value.size() - 2);
  std::vector<std::string> list;
  for (std::size_t start = 0; start < value.size();) {
    const auto end = std::min(value.find(',', start), value.size());
    if (const auto one = unquoted(value.substr(start, end - start)); !one.empty()) list.emplace_back(one);
    start = end + 1;
  }
  return list;
}

void take_matter(std::string_view key, const std::vector<std::string>& values, model::Item& item) {
  if (values.empty()) return;
  const auto& value = values.front();
  if (key == "title") item.title.value = value;
  if (key == "description" || key == "summary" || key == "excerpt") item.summary.value = value;
  if (key == "lang" || key == "language") item.language = text::normalize_language(value);
  if (key == "author" || key == "authors") {
    for (const auto& name : values) item.authors.push_back({name, {}, {}, {}});
  }
  if (key == "tags" || key == "categories" || key == "keywords") {
    for (const auto& tag : values) item.categories.push_back({tag, {}, {}});
  }
  if (key == "date" || key == "published") {
    if (const auto found = read_date(value, {})) item.published = model::Date{found->instant, value};
  }
  if (key == "updated" || key == "modified" || key == "lastmod") {
    if (const auto found = read_date(value, {})) item.modified = model::Date{found->instant, value};
  }
}

std::string without_marks(std::string_view line) {
  std::string plain(text::trim(line));
  std::erase_if(plain, [](char c) { return c == '*' || c == '_' || c == '`'; });
  return plain;
}

struct Detail {
  std::vector<std::string> authors;
  std::optional<FoundDate> date;
  bool nothing_else = false;
};

bool are_names(const std::vector<std::string>& names) {
  return !names.empty() && std::ranges::all_of(names, [](const std::string& name) {
    return looks_like_name(name.substr(0, name.find(',')));
  });
}

Detail read_detail(std::string_view line, std::string_view language) {
  Detail detail;
  const auto plain = without_marks(line);
  if (reading_length(plain) > kLongestDetail || count_sentence_ends(plain) > 2) return detail;
  detail.date = find_date(plain, language);
  auto rest = plain;
  if (detail.date) {
    const auto place = rest.find(detail.date->written);
    if (place == std::string::npos) return {};
    rest.replace(place, detail.date->written.size(), "|");
  }
  // What is left on both sides of the date.
  bool other = false;
  for (std::size_t start = 0; start <= rest.size();) {
    const auto end = std::min(rest.find('|', start), rest.size());
    auto piece = text::trim(std::string_view(rest).substr(start, end - start));
    const bool label = detail.date && end < rest.size() && piece.ends_with(':') && count_words(piece) <= 4;
    while (!piece.empty() && std::string_view(",;:-()/").find(piece.back()) != std::string_view::npos)
      piece = text::trim(piece.substr(0, piece.size() - 1));
    while (!piece.empty() && std::string_view(",;:-()/").find(piece.front()) != std::string_view::npos)
      piece = text::trim(piece.substr(1));
    start = end + 1;
    if (count_words(piece) == 0 || label) continue;  // "For immediate release: 3 May 2026"
    const auto whole = phrase_of_line(piece);
    const bool by = phrase_at_start(piece) == Phrase::by;
    auto names = split_authors(piece);
    if (whole == Phrase::posted || whole == Phrase::reading_time) continue;
    // After the date the hour's words may stand ("Uhr"), before it a weekday.
    if (detail.date && !by && count_words(piece) == 1) continue;
    if (detail.authors.empty() &&
        ((by && !names.empty() && names.front().size() < piece.size()) || (detail.date && are_names(names))))
      detail.authors = std::move(names);
    else other = true;
  }
  detail.nothing_else = !other && (detail.date || !detail.authors.empty());
  return detail;
}

}  // namespace

void take_front_matter(std::string& text, model::Item& item) {
  const std::string_view whole = text;
  const bool toml = whole.starts_with("+++");
  if (!toml && !whole.starts_with("---")) return;
  const auto mark = whole.substr(0, 3);
  std::size_t at = whole.find('\n');
  if (at == std::string_view::npos || !text::is_blank(whole.substr(3, at - 3))) return;
  ++at;
  model::Item found = item;
  std::string key;
  std::vector<std::string> values;
  bool any = false;
  while (at < whole.size() && at < kLongestMatter) {
    const auto end = std::min(whole.find('\n', at), whole.size());
    const auto line = whole.substr(at, end - at);
    const auto bare = text::trim(line);
    at = std::min(end + 1, whole.size());
    if (bare == mark) {
      take_matter(key, values, found);
      if (!any) return;
      item = std::move(found);
      text.erase(0, at);
      return;
    }
    if (bare.empty() || bare.starts_with('#')) continue;
    if (bare.starts_with("- ")) {  // an item of the list that a key began
      if (const auto one = unquoted(bare.substr(2)); !one.empty()) values.emplace_back(one);
      continue;
    }
    if (text::is_space(line[0])) continue;
    const auto parting = line.find(toml ? '=' : ':');
    if (parting == std::string_view::npos) return;  // a text between two rules
    take_matter(key, values, found);
    key = text::to_lower_ascii(text::trim(line.substr(0, parting)));
    values = list_of(line.substr(parting + 1));
    any = true;
  }
}

bool is_detail(std::string_view line, std::string_view language) { return read_detail(line, language).nothing_else; }

void take_details(Lines& lines, std::string_view language, model::Item& item) {
  std::size_t at = 0;
  for (std::size_t seen = 0; seen < kMostDetails && at < lines.size() && lines.size() > 1; ++seen) {
    const auto& line = lines[at].text;
    if (reading_length(line) > kLongestDetail) return;
    if (is_line_of_dates(line)) {
      for (const auto& one : date_statements(line, language)) {
        auto& field = one.of_change ? item.modified : item.published;
        if (!field) field = model::Date{one.date.instant, one.date.written};
      }
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
      if (at < lines.size()) lines[at].after_gap = true;
      continue;
    }
    const auto detail = read_detail(line, language);
    const bool named = looks_like_name(without_marks(line)) && at + 1 < lines.size() &&
                       read_detail(lines[at + 1].text, language).nothing_else;
    const auto phrase = phrase_of_line(line);
    const bool furniture = (phrase != Phrase::none && phrase != Phrase::by) || is_switcher_line(line);
    if (!detail.nothing_else && !named && !furniture) {
      if (ends_sentence(line)) return;
      ++at;  // a standfirst
      continue;
    }
    if (item.authors.empty()) {
      for (const auto& name : named ? split_authors(without_marks(line)) : detail.authors)
        item.authors.push_back({name, {}, {}, {}});
    }
    if (detail.date && detail.nothing_else) {
      auto& field = says_updated(line) ? item.modified : item.published;
      if (!field) field = model::Date{detail.date->instant, detail.date->written};
    }
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
    if (at < lines.size()) lines[at].after_gap = true;
  }
}

}  // namespace syndicat::extract
