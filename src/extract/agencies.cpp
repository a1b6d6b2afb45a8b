#include "extract/agencies.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kDatelineSize = 120;  // bytes
constexpr std::size_t kPieceSize = 60;
constexpr std::size_t kPieceWords = 5;

// Folded. What is a word of some language as well ("sid", "pap") counts in capitals only; see below.
// clang-format off
constexpr auto kAgencies = std::to_array<std::string_view>(
    {"reuters", "thomson reuters", "associated press", "the associated press", "afp", "agence france presse", "dpa",
      "dpa infocom", "dpa tmn", "apa", "epd", "kna", "sda", "keystone sda", "keystone ats", "ats", "efe",
      "agencia efe", "europa press", "ansa", "agi", "adnkronos", "askanews", "lapresse", "lusa", "belga", "anp",
      "ritzau", "ntb", "stt", "tt", "tt nyhetsbyrån", "bns", "elta", "leta", "ert", "mti", "agerpres", "mediafax",
      "bta", "tanjug", "tanyug", "beta", "hina", "sta", "čtk", "tasr", "sita", "pap", "polska agencja prasowa",
      "belta", "belapan", "tass", "itar tass", "interfax", "interfax west", "ria novosti", "rbc", "ukrinform",
      "unian", "interfax ukraine", "kyodo", "kyodo news", "jiji", "jiji press", "xinhua", "yonhap", "cna", "pti",
      "ani", "ians", "app", "irna", "isna", "mehr", "fars", "anadolu", "anadolu agency", "aa", "dha", "iha", "wafa",
      "petra", "mena", "spa", "wam", "bernama", "antara", "vna", "ap", "upi", "pa media", "press association", "aap",
      "canadian press", "the canadian press", "notimex", "telam", "télam", "prensa latina", "agência brasil",
      "agencia brasil", "estadão conteúdo", "folhapress", "bloomberg", "sid", "getty images", "picture alliance",
      "imago", "epa", "ipn", "azertac", "azərtac", "trend", "armenpress", "interpressnews", "kazinform", "akipress",
      "kabar", "uza", "moldpres", "infotag", "рейтер", "рейтерс", "белта", "бэлта", "белапан", "тасс", "итар тасс",
      "интерфакс", "интерфакс запад", "риа новости", "рбк", "укрінформ", "укринформ", "уніан", "униан",
      "інтерфакс україна", "афп", "ап", "дпа", "синьхуа", "казинформ", "бта", "танјуг", "бета", "απε μπε", "رويترز",
      "أ ف ب", "د ب أ", "وام", "واس", "وفا", "ایرنا", "ایسنا", "新华社", "新華社", "中新社", "共同", "時事", "路透社", "法新社", "美联社",
      "연합뉴스"});
// clang-format on

// Names that are words besides: in capitals they are the agency.
constexpr auto kWords = std::to_array<std::string_view>(
    {"aa",  "ap",    "app", "ani", "ats", "beta", "ert", "imago", "mehr", "mena",  "petra", "sid", "spa",
     "sta", "trend", "tt",  "uza", "wam", "sita", "agi", "cna",   "pap",  "kabar", "ап",    "бета"});

bool is_one(std::string_view words) {
  const auto folded = fold(words);
  const auto name = text::trim(folded);
  if (std::ranges::find(kAgencies, name) == kAgencies.end()) return false;
  if (std::ranges::find(kWords, name) == kWords.end()) return true;
  for (std::size_t at = 0; at < words.size();) {
    const auto c = text::next_character(words, at);
    if (is_letter(c) && !is_upper(c)) return false;
  }
  return true;
}

std::vector<std::string> split(std::string_view words) {
  std::vector<std::string> names;
  for (std::size_t start = 0; start <= words.size();) {
    const auto end = std::min(words.find_first_of("/,", start), words.size());
    names.emplace_back(text::trim(words.substr(start, end - start)));
    start = end + 1;
  }
  return names;
}

// A piece of a dateline: a place, a day, an agency.
bool is_short(std::string_view piece) { return count_words(piece) <= kPieceWords && piece.size() <= kPieceSize; }

}  // namespace

std::vector<std::string> agencies_at_start(std::string_view text) {
  text = text::cut_utf8(text::trim(text), kDatelineSize);
  constexpr auto kEnds = std::to_array<std::string_view>({" - ", " – ", " — ", "(", ")", ". ", ": ", " -- "});
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = std::string_view::npos;
    std::string_view mark;
    for (const auto one : kEnds) {
      const auto place = text.find(one, start);
      if (place < end) {
        end = place;
        mark = one;
      }
    }
    if (end == std::string_view::npos) return {};  // the sentence has begun
    const auto piece = text::trim(text.substr(start, end - start));
    if (is_agency(piece)) return split(piece);
    if (!is_short(piece)) return {};
    start = end + mark.size();
  }
  return {};
}

std::vector<std::string> agencies_at_end(std::string_view text) {
  text = text::trim(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  if (!text.ends_with(')') && !text.ends_with(']')) return {};
  const auto start = text.find_last_of("([");
  if (start == std::string_view::npos) return {};
  const auto inner = text.substr(start + 1, text.size() - start - 2);
  return is_agency(inner) ? split(inner) : std::vector<std::string>{};
}

std::vector<std::string> agency_line(std::string_view line) {
  line = text::trim(line);
  if (line.size() > kPieceSize) return {};
  while (line.starts_with('(') || line.starts_with('[')) line.remove_prefix(1);
  while (line.ends_with(')') || line.ends_with(']') || line.ends_with('.')) line.remove_suffix(1);
  return is_agency(line) ? split(line) : std::vector<std::string>{};
}

bool is_agency(std::string_view words) {
  if (words.empty() || words.size() > 120) return false;
  for (std::size_t start = 0; start <= words.size();) {
    const auto end = std::min(words.find_first_of("/,", start), words.size());
    if (!is_one(text::trim(words.substr(start, end - start)))) return false;
    start = end + 1;
  }
  return true;
}

}  // namespace syndicat::extract
