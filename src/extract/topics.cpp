#include "extract/topics.hpp"

#include <algorithm>

#include "extract/class_marks.hpp"
#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostTags = 30;
constexpr std::size_t kLongestTag = 60;  // bytes
constexpr std::size_t kLongestClasses = 300;
constexpr std::uint32_t kCrumbBoxes = 60;     // of a breadcrumb trail that are looked at
constexpr std::uint32_t kLongestTrail = 250;  // letters

std::string without_hash(std::string_view words) {
  words = text::trim(words);
  while (words.starts_with('#') || words.starts_with(',')) words = text::trim(words.substr(1));
  while (words.ends_with(',')) words = text::trim(words.substr(0, words.size() - 1));
  return std::string(words);
}

// The innermost place above the article: neither the front page, which comes first, nor the article itself.
void claim_trail(std::vector<std::string> trail, const Place& place, std::string_view source, Claims& claims) {
  while (!trail.empty() && (trail.back().empty() || same_words(trail.back(), place.words))) trail.pop_back();
  if (trail.size() >= 2 && trail.back().size() <= kLongestTag) claims.add(Field::section, trail.back(), source, 40);
}

bool is_trail(const Box& box) {
  const auto says = [&](std::string_view name) {
    const auto value = text::to_lower_ascii(box.node.attribute(name).substr(0, kLongestClasses));
    return value.find("breadcrumb") != std::string::npos;
  };
  return box.text > 0 && box.text <= kLongestTrail && (says("class") || says("id") || says("aria-label"));
}

}  // namespace

void claim_topics(const Tree& tree, const Place& place, const Surroundings& around,
                  const std::vector<std::string>& breadcrumbs, Claims& claims) {
  claim_trail(breadcrumbs, place, "json-ld BreadcrumbList", claims);
  std::size_t tags = 0;
  bool trail = false;
  for (std::uint32_t number = 1; number < tree.boxes().size(); ++number) {
    const auto& box = tree.box(number);
    const auto property = box.node.attribute("itemprop");
    const bool tagged = (box.tag == Tag::a && lists_word(box.node.attribute("rel"), "tag")) ||
                        lists_word(box.node.attribute("class").substr(0, kLongestClasses), "p-category");
    if (!trail && is_trail(box)) {
      trail = true;
      std::vector<std::string> names;
      for (auto inside = number + 1; inside < std::min(box.end, number + kCrumbBoxes); ++inside) {
        if (tree.box(inside).tag == Tag::a) names.push_back(around.words_of(inside));
      }
      claim_trail(std::move(names), place, "breadcrumbs", claims);
    }
    if (property == "articleSection" || property == "keywords") {
      if (around.is_beside_the_article(number)) continue;
      const auto said = box.node.attribute("content");
      const auto value = said.empty() ? around.words_of(number) : std::string(said);
      if (property == "articleSection") {
        claims.add(Field::section, value, "itemprop articleSection", 72);
        continue;
      }
      for (std::size_t start = 0; start < value.size() && ++tags <= kMostTags;) {
        const auto end = std::min(value.find(',', start), value.size());
        claims.add(Field::tag, std::string_view(value).substr(start, end - start), "itemprop keywords", 60);
        start = end + 1;
      }
    }
    if (!tagged || tags >= kMostTags || around.is_of_another(number) || around.is_under_another_heading(number))
      continue;
    const auto words = without_hash(around.words_of(number));
    if (words.empty() || words.size() > kLongestTag || phrase_of_line(words) != Phrase::none) continue;
    ++tags;
    claims.add(Field::tag, words, "rel tag", 50);
  }
}

}  // namespace syndicat::extract
