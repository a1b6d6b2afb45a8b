#include "text/language.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace syndicat::text {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool all_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// RFC 5646, section 2.1: the tags that were registered before there was a grammar.
constexpr std::array<std::string_view, 26> kGrandfathered = {
    "en-gb-oed",   "i-ami",  "i-bnn",  "i-default", "i-enochian", "i-hak",     "i-klingon",  "i-lux",     "i-mingo",
    "i-navajo",    "i-pwn",  "i-tao",  "i-tay",     "i-tsu",      "sgn-be-fr", "sgn-be-nl",  "sgn-ch-de", "art-lojban",
    "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu",  "zh-hakka",   "zh-min",    "zh-min-nan", "zh-xiang"};

// The subtags, or none at all where one is empty, too long or of other characters.
std::vector<std::string_view> subtags_of(std::string_view tag) {
  std::vector<std::string_view> subtags;
  for (;;) {
    const std::size_t end = std::min(tag.find('-'), tag.size());
    const std::string_view subtag = tag.substr(0, end);
    const bool fits = !subtag.empty() && subtag.size() <= 8 &&
                      std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_letter(c) || is_digit(c); });
    if (!fits) return {};
    subtags.push_back(subtag);
    if (end == tag.size()) return subtags;
    tag.remove_prefix(end + 1);
  }
}

bool is_variant(std::string_view subtag) { return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0])); }

// Whether the subtags from `at` on are extensions and private use ones, each with something behind its singleton.
bool is_tail(const std::vector<std::string_view>& subtags, std::size_t at) {
  while (at < subtags.size()) {
    if (subtags[at].size() != 1) return false;
    if (lower(subtags[at][0]) == 'x') return at + 1 < subtags.size();
    const std::size_t first = ++at;
    while (at < subtags.size() && subtags[at].size() >= 2) ++at;
    if (at == first) return false;
  }
  return true;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  std::string plain(tag);
  std::transform(plain.begin(), plain.end(), plain.begin(), lower);
  if (std::find(kGrandfathered.begin(), kGrandfathered.end(), plain) != kGrandfathered.end()) return true;

  const auto subtags = subtags_of(tag);
  if (subtags.empty()) return false;
  if (lower(subtags[0][0]) == 'x' && subtags[0].size() == 1) return is_tail(subtags, 0);

  std::size_t at = 0;
  if (subtags[0].size() < 2 || !all_letters(subtags[0])) return false;
  const bool may_extend = subtags[at++].size() <= 3;
  for (int count = 0; may_extend && count < 3; ++count)
    if (at < subtags.size() && subtags[at].size() == 3 && all_letters(subtags[at])) ++at;
  if (at < subtags.size() && subtags[at].size() == 4 && all_letters(subtags[at])) ++at;  // script
  if (at < subtags.size() &&
      ((subtags[at].size() == 2 && all_letters(subtags[at])) || (subtags[at].size() == 3 && all_digits(subtags[at]))))
    ++at;  // region
  while (at < subtags.size() && is_variant(subtags[at])) ++at;
  return is_tail(subtags, at);
}

std::string_view direction_of_language(std::string_view tag) {
  // Scripts and languages as ISO 15924 and ISO 639 name them; languages by what CLDR says that they are mostly written
  // in.
  constexpr auto kScripts = std::to_array<std::string_view>(
      {"adlm", "arab", "aran", "armi", "avst", "chrs", "cprt", "elym", "hatr", "hebr", "hung", "khar", "lydi",
       "mand", "mani", "mend", "merc", "mero", "narb", "nbat", "nkoo", "orkh", "ougr", "palm", "phli", "phlp",
       "phnx", "prti", "rohg", "samr", "sarb", "sogd", "sogo", "syrc", "syre", "syrj", "syrn", "thaa", "yezi"});
  constexpr auto kLanguages = std::to_array<std::string_view>(
      {"acm", "aeb", "apc", "apd", "ar",  "arc", "arq", "ars", "ary", "arz", "azb", "bal", "bgn", "bqi", "brh",
       "ckb", "dv",  "fa",  "glk", "haz", "hbo", "he",  "hnd", "iw",  "ji",  "khw", "ks",  "lrc", "luz", "mzn",
       "nqo", "pbt", "pes", "pnb", "prs", "ps",  "sd",  "sdh", "skr", "syr", "ug",  "ur",  "yi",  "ydd", "zdj"});
  if (tag.empty()) return {};
  std::string lowered(tag);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) { return c == '_' ? '-' : lower(c); });
  const auto subtags = subtags_of(lowered);
  if (subtags.empty()) return "ltr";
  const auto is_in = [](const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  // Behind the language stand up to three extensions of it, then the script (RFC 5646, section 2.1).
  std::size_t at = 1;
  while (at < subtags.size() && at < 4 && subtags[at].size() == 3 && all_letters(subtags[at])) ++at;
  if (at < subtags.size() && subtags[at].size() == 4 && all_letters(subtags[at]))
    return is_in(kScripts, subtags[at]) ? "rtl" : "ltr";
  return is_in(kLanguages, subtags[0]) ? "rtl" : "ltr";
}

std::string normalize_language(std::string_view written) {
  const std::size_t first = written.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  std::string tag(written.substr(first, written.find_last_not_of(" \t\r\n") + 1 - first));
  std::replace(tag.begin(), tag.end(), '_', '-');  // as locales are written
  if (!is_language_tag(tag)) return {};

  // Section 2.1.1: all lower case, but two letters upper and four with a capital, where they stand neither first
  // nor behind a singleton.
  std::transform(tag.begin(), tag.end(), tag.begin(), lower);
  bool behind_singleton = false;
  for (std::size_t at = 0; at < tag.size();) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    const std::size_t length = end - at;
    if (at > 0 && !behind_singleton && length == 2) {
      tag[at] = upper(tag[at]);
      tag[at + 1] = upper(tag[at + 1]);
    }
    if (at > 0 && !behind_singleton && length == 4) tag[at] = upper(tag[at]);
    behind_singleton = behind_singleton || length == 1;
    at = end + 1;
  }
  return tag;
}

}  // namespace syndicat::text
