#include "extract/page_number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/links.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostDigits = 3;

// "Page" as addresses have it; percent-encoded ones are decoded before.
constexpr auto kWords = std::to_array<std::string_view>(
    {"page",     "p",      "pg",       "paged",  "pagenum", "page_num", "pageno",  "page_no",  "pageid",   "part",
     "seite",    "teil",   "pagina",   "página", "pag",     "partie",   "parte",   "strona",   "str",      "strana",
     "stranica", "sida",   "side",     "sivu",   "oldal",   "sayfa",    "halaman", "trang",    "lk",       "lehekulg",
     "lapa",     "lpp",    "puslapis", "psl",    "stran",   "страница", "стр",     "старонка", "сторінка", "сторонка",
     "страна",   "σελίδα", "selida",   "עמוד",   "صفحة",    "صفحه",     "page-nr", "tiles",    "seq"});

bool is_page_word(std::string_view word) { return std::ranges::find(kWords, word) != kWords.end(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_mark(char c) { return std::string_view("/-_,.;:~=").find(c) != std::string_view::npos; }

std::optional<unsigned> read_number(std::string_view digits) {
  if (digits.empty() || digits.size() > kMostDigits || !std::ranges::all_of(digits, is_digit)) return {};
  unsigned number = 0;
  for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

struct Parameter {
  std::string name, value;
  bool operator==(const Parameter&) const = default;
};

struct Address {
  std::string host, path;  // the path decoded, in lower case, without a slash at the end
  std::vector<Parameter> query;
};

Address read_address(std::string_view written) {
  const auto uri = text::split_uri(without_tracking(text::normalize_uri(written)));
  Address address;
  address.host = text::to_lower_ascii(uri.authority.value_or(""));
  if (address.host.starts_with("www.")) address.host.erase(0, 4);
  address.path = text::to_lower_ascii(text::percent_decode(uri.path));
  while (address.path.ends_with('/')) address.path.pop_back();
  const auto query = uri.query.value_or("");
  for (std::size_t start = 0; start < query.size();) {
    const auto end = std::min(query.find_first_of("&;", start), query.size());
    const auto pair = std::string_view(query).substr(start, end - start);
    const auto equals = std::min(pair.find('='), pair.size());
    if (!pair.empty())
      address.query.push_back({text::to_lower_ascii(text::percent_decode(pair.substr(0, equals))),
                               std::string(pair.substr(std::min(equals + 1, pair.size())))});
    start = end + 1;
  }
  return address;
}

// ".html" at the end of the last part of a path; its length, or 0.
std::size_t extension_size(std::string_view path) {
  for (const std::string_view end : {".html", ".htm", ".shtml", ".xhtml", ".php", ".aspx", ".asp", ".jsp", ".cfm"}) {
    if (path.ends_with(end)) return end.size();
  }
  return 0;
}

// A number behind a word for a page, where both are a part of the path: "/page/2", "_seite-3", "/p2".
struct Marker {
  std::size_t start = 0, size = 0;  // of the digits
  unsigned number = 0;
};

std::optional<Marker> marker_in(std::string_view path) {
  for (auto at = path.size(); at-- > 0;) {
    if (!is_digit(path[at]) || (at + 1 < path.size() && is_digit(path[at + 1]))) continue;
    auto start = at + 1;
    while (start > 0 && is_digit(path[start - 1])) --start;
    const auto size = at + 1 - start;
    // What is behind it must be an end, too.
    const bool ends = at + 1 == path.size() || is_mark(path[at + 1]);
    auto word_end = start;
    if (word_end > 0 && is_mark(path[word_end - 1])) --word_end;
    auto word = word_end;
    while (word > 0 && !is_mark(path[word - 1]) && !is_digit(path[word - 1])) --word;
    const auto number = read_number(path.substr(start, size));
    const bool begins = word > 0 && is_mark(path[word - 1]);
    if (ends && number && begins && is_page_word(path.substr(word, word_end - word)))
      return Marker{start, size, *number};
    at = start;
  }
  return {};
}

// "/long_1.html" and "/long_2.html": the first page bears its number too. Only a one is taken for that: "/day-7.html"
// is an article of its own.
PageNumber number_in_place_of_one(std::string_view first, std::string_view other) {
  const auto extension = extension_size(first);
  const auto end = first.substr(first.size() - extension);
  first.remove_suffix(extension);
  if (!other.ends_with(end)) return {};
  other.remove_suffix(extension);
  auto start = first.size();
  while (start > 0 && is_digit(first[start - 1])) --start;
  const auto front = first.substr(0, start);
  if (start < 2 || !is_mark(front.back()) || front.back() == '/' || is_mark(front[start - 2])) return {};
  if (read_number(first.substr(start)) != 1U || !other.starts_with(front)) return {};
  const auto number = read_number(other.substr(start));
  return number ? PageNumber{*number, NumberForm::alone} : PageNumber{};
}

// The path with a number put in at its end, or before its extension.
PageNumber number_in_path(const std::string& first, const std::string& other) {
  if (first.empty()) return {};  // a front page has no pages
  // Another number at the same place.
  if (const auto marker = marker_in(first)) {
    const auto prefix = std::string_view(first).substr(0, marker->start);
    const auto suffix = std::string_view(first).substr(marker->start + marker->size);
    if (other.size() > prefix.size() + suffix.size() && other.starts_with(prefix) && other.ends_with(suffix)) {
      const auto digits = std::string_view(other).substr(prefix.size(), other.size() - prefix.size() - suffix.size());
      if (const auto number = read_number(digits)) return {*number, NumberForm::worded};
    }
    return {};
  }
  if (const auto counted = number_in_place_of_one(first, other); counted.number > 0) return counted;
  const auto extension = extension_size(first);
  auto stem = std::string_view(first).substr(0, first.size() - extension);
  // "story/index.html", "story/2.html"
  const bool index = stem.ends_with("/index");
  for (const auto& [front, with_extension] :
       {std::pair{stem, true}, std::pair{std::string_view(first), false},
        std::pair{index ? stem.substr(0, stem.size() - 6) : std::string_view("\n"), true}}) {
    if (!other.starts_with(front)) continue;
    auto rest = std::string_view(other).substr(front.size());
    if (with_extension && extension > 0) {
      if (rest.size() <= extension || !rest.ends_with(std::string_view(first).substr(first.size() - extension)))
        continue;
      rest.remove_suffix(extension);
    }
    const char mark = !rest.empty() && is_mark(rest.front()) ? rest.front() : '\0';
    if (mark != '\0') rest.remove_prefix(1);
    auto digits = rest.size();
    while (digits > 0 && is_digit(rest[digits - 1])) --digits;
    const auto number = read_number(rest.substr(digits));
    if (!number) continue;
    auto word = rest.substr(0, digits);
    if (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
    const bool own_part = mark != '\0' || front.ends_with("/index");
    if (word.empty() && digits == 0 && own_part)
      return {*number, mark == '-' || mark == '.' || mark == '\0' ? NumberForm::doubtful : NumberForm::alone};
    if (mark != '\0' && is_page_word(word)) return {*number, NumberForm::worded};
  }
  return {};
}

PageNumber number_in_query(std::vector<Parameter> first, std::vector<Parameter> other) {
  // What both have says nothing.
  for (auto at = first.begin(); at != first.end();) {
    const auto same = std::ranges::find(other, *at);
    if (same == other.end()) {
      ++at;
      continue;
    }
    other.erase(same);
    at = first.erase(at);
  }
  if (other.size() != 1 || first.size() > 1 || !is_page_word(other.front().name)) return {};
  const auto number = read_number(other.front().value);
  if (!number) return {};
  if (first.empty()) return {*number, NumberForm::worded};
  // A number that becomes another one; "?p=" is a blog's word for an article's number too.
  const auto before = read_number(first.front().value);
  if (first.front().name != other.front().name || !before || (first.front().name == "p" && *before > 20)) return {};
  return {*number, NumberForm::worded};
}

}  // namespace

PageNumber page_number(std::string_view first, std::string_view address) {
  const auto one = read_address(first);
  const auto two = read_address(address);
  if (one.host.empty() || one.host != two.host || one.query.size() > 50 || two.query.size() > 50) return {};
  if (one.path.empty() && one.query.empty()) return {};  // a front page goes on to older articles
  if (one.path == two.path) return number_in_query(one.query, two.query);
  return one.query == two.query ? number_in_path(one.path, two.path) : PageNumber{};
}

unsigned own_page_number(std::string_view first) {
  const auto address = read_address(first);
  if (const auto marker = marker_in(address.path)) return std::max(marker->number, 1U);
  for (const auto& parameter : address.query) {
    const auto number = read_number(parameter.value);
    if (number && is_page_word(parameter.name) && (parameter.name != "p" || *number <= 20))
      return std::max(*number, 1U);
  }
  return 1;
}

}  // namespace syndicat::extract
