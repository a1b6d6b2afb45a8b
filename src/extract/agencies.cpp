#include "extract/agencies.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

// Folded. What is a word of some language as well ("sid", "pap") counts in capitals only; see below.
constexpr auto kAgencies = std::to_array<std::string_view>({"reuters",
                                                            "thomson reuters",
                                                            "associated press",
                                                            "the associated press",
                                                            "afp",
                                                            "agence france presse",
                                                            "dpa",
                                                            "dpa infocom",
                                                            "dpa tmn",
                                                            "apa",
                                                            "epd",
                                                            "kna",
                                                            "sda",
                                                            "keystone sda",
                                                            "keystone ats",
                                                            "ats",
                                                            "efe",
                                                            "agencia efe",
                                                            "europa press",
                                                            "ansa",
                                                            "agi",
                                                            "adnkronos",
                                                            "askanews",
                                                            "lapresse",
                                                            "lusa",
                                                            "belga",
                                                            "anp",
                                                            "ritzau",
                                                            "ntb",
                                                            "stt",
                                                            "tt",
                                                            "tt nyhetsbyrån",
                                                            "bns",
                                                            "elta",
                                                            "leta",
                                                            "ert",
                                                            "mti",
                                                            "agerpres",
                                                            "mediafax",
                                                            "bta",
                                                            "tanjug",
                                                            "tanyug",
                                                            "beta",
                                                            "hina",
                                                            "sta",
                                                            "čtk",
                                                            "tasr",
                                                            "sita",
                                                            "pap",
                                                            "polska agencja prasowa",
                                                            "belta",
                                                            "belapan",
                                                            "tass",
                                                            "itar tass",
                                                            "interfax",
                                                            "interfax west",
                                                            "ria novosti",
                                                            "rbc",
                                                            "ukrinform",
                                                            "unian",
                                                            "interfax ukraine",
                                                            "kyodo",
                                                            "kyodo news",
                                                            "jiji",
                                                            "jiji press",
                                                            "xinhua",
                                                            "yonhap",
                                                            "cna",
                                                            "pti",
                                                            "ani",
                                                            "ians",
                                                            "app",
                                                            "irna",
                                                            "isna",
                                                            "mehr",
                                                            "fars",
                                                            "anadolu",
                                                            "anadolu agency",
                                                            "aa",
                                                            "dha",
                                                            "iha",
                                                            "wafa",
                                                            "petra",
                                                            "mena",
                                                            "spa",
                                                            "wam",
                                                            "bernama",
                                                            "antara",
                                                            "vna",
                                                            "ap",
                                                            "upi",
                                                            "pa media",
                                                            "press association",
                                                            "aap",
                                                            "canadian press",
                                                            "the canadian press",
                                                            "notimex",
                                                            "telam",
                                                            "télam",
                                                            "prensa latina",
                                                            "agência brasil",
                                                            "agencia brasil",
                                                            "estadão conteúdo",
                                                            "folhapress",
                                                            "bloomberg",
                                                            "sid",
                                                            "getty images",
                                                            "picture alliance",
                                                            "imago",
                                                            "epa",
                                                            "ipn",
                                                            "azertac",
                                                            "azərtac",
                                                            "trend",
                                                            "armenpress",
                                                            "interpressnews",
                                                            "kazinform",
                                                            "akipress",
                                                            "kabar",
                                                            "uza",
                                                            "moldpres",
                                                            "infotag",
                                                            "рейтер",
                                                            "рейтерс",
                                                            "белта",
                                                            "бэлта",
                                                            "белапан",
                                                            "тасс",
                                                            "итар тасс",
                                                            "интерфакс",
                                                            "интерфакс запад",
                                                            "риа новости",
                                                            "рбк",
                                                            "укрінформ",
                                                            "укринформ",
                                                            "уніан",
                                                            "униан",
                                                            "інтерфакс україна",
                                                            "афп",
                                                            "ап",
                                                            "дпа",
                                                            "синьхуа",
                                                            "казинформ",
                                                            "бта",
                                                            "танјуг",
                                                            "бета",
                                                            "απε μπε",
                                                            "رويترز",
                                                            "أ ف ب",
                                                            "د ب أ",
                                                            "وام",
                                                            "واس",
                                                            "وفا",
                                                            "ایرنا",
                                                            "ایسنا",
                                                            "新华社",
                                                            "新華社",
                                                            "中新社",
                                                            "共同",
                                                            "時事",
                                                            "路透社",
                                                            "法新社",
                                                            "美联社",
                                                            "연합뉴스"});

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

}  // namespace

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
