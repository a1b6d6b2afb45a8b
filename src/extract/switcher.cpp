#include "extract/switcher.hpp"

#include <algorithm>
#include <array>

#include "extract/edition_address.hpp"
#include "extract/language.hpp"
#include "extract/words.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostEditions = 100;
constexpr std::size_t kLongestName = 40;    // bytes of a language's name
constexpr std::size_t kShortestTitle = 12;  // bytes
constexpr std::size_t kLongestCode = 5;     // bytes of "be", "en-gb"

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

std::string_view main_of(std::string_view language) { return language.substr(0, language.find('-')); }

// What the addresses of all editions have in common, to pass over most links at once: the end of the path, without what
// may name the language. Empty for a front page.
std::string_view tail_of(std::string_view own) {
  auto path = own.substr(0, own.find_first_of("?#"));
  path.remove_prefix(std::min(path.find("://") == std::string_view::npos ? 0 : path.find("://") + 3, path.size()));
  for (int level = 0; level < 2; ++level) {
    while (path.ends_with('/')) path.remove_suffix(1);
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    const auto part = path.substr(slash + 1);
    if (part.size() > 3 && (part.size() > kLongestCode || part.find_first_of("-_") != 2)) return part;
    path = path.substr(0, slash);
  }
  return {};
}

// What Open Graph calls the page's other editions: <meta property="og:locale:alternate" content="be_BY">.
std::vector<std::string> other_locales(const html::Document& page) {
  std::vector<std::string> locales;
  for (const auto node : page.head().children()) {
    if (!node.is("meta") || !text::equals_ignoring_case(node.attribute("property"), "og:locale:alternate")) continue;
    auto written = std::string(text::trim(node.attribute("content")));
    std::ranges::replace(written, '_', '-');
    if (auto tag = text::normalize_language(written); !tag.empty() && locales.size() < kMostEditions)
      locales.push_back(std::move(tag));
  }
  return locales;
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

std::vector<model::Translation> editions_on_page(const html::Document& page, const Tree& tree, const std::string& base,
                                                 const std::string& own) {
  const auto locales = other_locales(page);
  const auto is_locale = [&](const std::string& language) {
    return std::ranges::any_of(locales,
                               [&](const std::string& locale) { return main_of(locale) == main_of(language); });
  };
  const auto tail = tail_of(own);
  const bool own_is_front = own.empty() || is_front_page(own);
  std::vector<model::Translation> editions;
  const auto add = [&](std::string language, std::string url, std::string title) {
    url.resize(std::min(url.find('#'), url.size()));
    if (language.empty() || !text::is_web_url(url) || editions.size() >= kMostEditions) return;
    // A switcher that leads to the front page of another language knows of no edition of this article.
    if (!own_is_front && is_front_page(url)) return;
    if (main_of(language_named(title)) == main_of(language) || title.size() < kShortestTitle) title.clear();
    for (auto& other : editions) {
      if (other.language != language && other.url != url) continue;
      if (other.title.empty() && other.url == url) other.title = std::move(title);
      return;
    }
    editions.push_back({std::move(language), std::move(url), std::move(title)});
  };
  for (const auto& box : tree.boxes()) {
    if (box.tag != Tag::a) continue;
    const auto href = text::trim(box.node.attribute("href"));
    if (href.empty() || href.starts_with('#')) continue;
    auto words = text::collapse_space(box.node.text());
    auto language = text::normalize_language(box.node.attribute("hreflang"));
    if (!language.empty()) {
      // The link's words may be the other title.
      add(std::move(language), text::resolve(base, href), std::move(words));
      continue;
    }
    auto named = words.size() > kLongestName ? std::string{} : language_named(words);
    // A link's words name a language: within a switcher line that is enough, or where the page says that there is such
    // an edition.
    if (!named.empty()) {
      const auto line =
          box.first_block < tree.blocks().size() ? tree.text(tree.blocks()[box.first_block]) : std::string_view{};
      const bool in_line =
          line.find(words) != std::string_view::npos && is_switcher_line(line) && count_words(line) > 1;
      if (in_line || is_locale(named)) add(std::move(named), text::resolve(base, href), {});
    }
    // Else its address differs from the page's own in nothing but the language.
    if (tail.empty() || (href.find(tail) == std::string_view::npos && !href.starts_with('?'))) continue;
    auto url = text::resolve(base, href);
    auto edition = edition_address(own, url);
    if (edition.language.empty() || !(edition.both_named || is_locale(edition.language) ||
                                      main_of(language_named(words)) == main_of(edition.language)))
      continue;
    add(std::move(edition.language), std::move(url), std::move(words));
  }
  return editions;
}

}  // namespace syndicat::extract
