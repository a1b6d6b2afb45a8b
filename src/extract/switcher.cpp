#include "extract/switcher.hpp"

#include <algorithm>
#include <array>

#include "extract/language.hpp"
#include "extract/words.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

// Beginnings of words that invite to read, and of words for a text, an edition or a language.
// clang-format off
constexpr std::array kInvitations = {
    "read", "view", "available", "version", "language", "translat", "switch", "чита", "чыта", "доступ", "верси",
    "версі", "язык", "мов", "перевод", "пераклад", "переклад", "lesen", "lies", "verfügbar", "sprach", "lire",
    "disponible", "langue", "leer", "lee", "leia", "ler", "leggi", "disponibil", "disponível", "idioma", "lingua", "czytaj", "przeczytaj",
    "język", "čtěte", "číst", "jazyk", "skaity", "kalb", "lasī", "valod", "loe", "keel", "läs", "språk", "lue", "kieli",
    "læs", "les", "sprog", "oku", "dil", "olvas", "nyelv", "cit", "διαβάστε", "γλώσσα", "اقرأ", "قراءة", "לקריאה", "阅读", "閱讀",
};
// clang-format on

// Where web addresses start in the text.
std::size_t next_address(std::string_view line, std::size_t from) {
  return std::min(line.find("http://", from), line.find("https://", from));
}

std::string_view address_at(std::string_view line, std::size_t start) {
  auto address = line.substr(start, line.find_first_of(" \t<>\"')]", start) - start);
  while (!address.empty() && std::string_view(".,;:!?").find(address.back()) != std::string_view::npos) {
    address.remove_suffix(1);
  }
  return address;
}

}  // namespace

bool is_switcher_line(std::string_view line) {
  if (line.size() > 600) return false;
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {  // addresses are no words
    const auto start = next_address(line, at);
    plain += line.substr(at, start - at);
    if (start == std::string_view::npos) break;
    plain += ' ';
    at = start + std::max<std::size_t>(address_at(line, start).size(), 1);
  }
  const auto folded = fold(plain);
  const auto words = split_words(folded);
  if (words.empty() || words.size() > 14) return false;
  std::size_t languages = 0;
  std::size_t short_words = 0;
  bool invitation = false;
  for (const auto word : words) {
    // Small words are codes only where they stand as codes do, in capitals: "be" and "it" are English as well.
    const bool code = word.size() == 2;
    if (code) {
      const auto at = text::to_lower_ascii(plain).find(word);
      const bool capitals = at != std::string::npos && plain[at] >= 'A' && plain[at] <= 'Z' && plain[at + 1] >= 'A' &&
                            plain[at + 1] <= 'Z';
      if (capitals && !language_named(word).empty()) ++languages;
      else if (text::count_characters(word) <= 2) ++short_words;
      continue;
    }
    if (!language_named(word).empty()) {
      ++languages;
    } else if (std::ranges::any_of(kInvitations, [&](std::string_view start) { return word.starts_with(start); })) {
      invitation = true;
    } else if (text::count_characters(word) <= 3) {
      ++short_words;
    }
  }
  if (languages == 0) return false;
  if (languages + short_words == words.size()) return languages >= 2 || words.size() == 1;
  return invitation && languages * 6 >= words.size() - short_words && !(languages == 1 && words.size() > 9);
}

std::vector<model::Translation> editions_in_line(std::string_view line) {
  std::vector<model::Translation> editions;
  std::size_t from = 0;
  for (auto start = next_address(line, 0); start != std::string_view::npos; start = next_address(line, from)) {
    const auto address = address_at(line, start);
    // The language is the last word before the address that is a language's name.
    std::string language;
    const auto folded = fold(line.substr(from, start - from));
    for (const auto word : split_words(folded)) {
      if (auto named = language_named(word); !named.empty()) language = std::move(named);
    }
    if (!language.empty()) editions.push_back({language, text::resolve({}, address), {}});
    from = start + std::max<std::size_t>(address.size(), 1);
  }
  return editions;
}

std::vector<model::Translation> editions_on_page(const Tree& tree, const std::string& base) {
  std::vector<model::Translation> editions;
  const auto add = [&](std::string language, std::string_view href) {
    auto url = text::resolve(base, href);
    if (language.empty() || !text::is_web_url(url) || editions.size() >= 100) return;
    const auto known = [&](const model::Translation& other) { return other.language == language || other.url == url; };
    if (std::ranges::none_of(editions, known)) editions.push_back({std::move(language), std::move(url), {}});
  };
  // A link's words name a language: within a switcher line that is enough, elsewhere it takes hreflang as well.
  for (const auto& box : tree.boxes()) {
    if (box.tag != Tag::a) continue;
    const auto href = text::trim(box.node.attribute("href"));
    if (href.empty() || href.starts_with('#')) continue;
    const auto language = text::normalize_language(box.node.attribute("hreflang"));
    if (!language.empty()) {
      add(language, href);
      continue;
    }
    const auto words = text::collapse_space(box.node.text());
    if (words.size() > 40) continue;
    auto named = language_named(words);
    if (named.empty()) continue;
    const auto line =
        box.first_block < tree.blocks().size() ? tree.text(tree.blocks()[box.first_block]) : std::string_view{};
    if (line.find(words) != std::string_view::npos && is_switcher_line(line) && count_words(line) > 1)
      add(std::move(named), href);
  }
  return editions;
}

}  // namespace syndicat::extract
