#include "extract/next_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/class_marks.hpp"
#include "extract/page_number.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestLink = 60;      // bytes; a link to a page is no sentence
constexpr std::uint32_t kListedHeadings = 3;  // so many headings that are links make a list of articles

// Beginnings of words for "next", "further"; arrows are told by having no letters.
// clang-format off
constexpr auto kNext = std::to_array<std::string_view>({
    "next", "continue", "weiter", "nächste", "suivant", "suite", "siguiente", "próxim", "seguinte", "success", "avanti",
    "volgende", "næste", "neste", "nästa", "seuraava", "następn", "dalej", "další", "ďalš", "sljedeć", "naslednj", "следующ", "далее", "дальше",
    "наступн", "далей", "далі", "следва", "følg", "επόμεν", "sonraki", "következő", "berikut", "tiếp", "järgmi", "nākam",
    "kit", "următ", "下一", "次", "التالي", "بعدی", "הבא", "अगल", "ถัดไป", "다음",
});
// clang-format on

bool holds_word(std::string_view list, std::string_view word) {
  const auto folded = fmt::format(" {} ", text::collapse_space(text::to_lower_ascii(list)));
  return folded.find(fmt::format(" {} ", word)) != std::string::npos;
}

// "2", "Page 2", "2. oldal": the only number in a few words.
unsigned number_said(std::string_view words) {
  unsigned number = 0;
  std::size_t numbers = 0;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at] < '0' || words[at] > '9') {
      ++at;
      continue;
    }
    const auto start = at;
    unsigned value = 0;
    while (at < words.size() && words[at] >= '0' && words[at] <= '9') {
      if (at - start < 6) value = value * 10 + static_cast<unsigned>(words[at] - '0');
      ++at;
    }
    // "2/3" and "2 of 3" name the page first.
    if (numbers++ == 0) number = value;
  }
  return numbers <= 2 ? number : 0;
}

bool says_next(std::string_view words) {
  const auto folded = fold(words);
  for (const auto word : split_words(folded)) {
    if (std::ranges::any_of(kNext, [&](std::string_view start) { return word.starts_with(start); })) return true;
  }
  // "→", "»", ">"
  const auto trimmed = text::trim(words);
  return count_words(trimmed) == 0 && !trimmed.empty() && trimmed.size() <= 6;
}

bool is_among_comments(const Tree& tree, std::uint32_t number) {
  for (; number != kNone; number = tree.box(number).parent) {
    if ((tree.box(number).marks & kComments) != 0) return true;
  }
  return false;
}

class Finder {
 public:
  Finder(const Tree& tree, const Body& body, const std::string& base, const std::string& first, unsigned number)
      : tree_(tree), body_(body), base_(base), first_(first), number_(number) {}

  // The link's address where it leads on; `said`: its words and the rest that describes it.
  std::string lead(std::string_view href, std::string_view said, bool rel_next) const {
    if (href.empty() || href.starts_with('#') || said.size() > kLongestLink) return {};
    const auto told = number_said(said);
    const bool numbered = told == number_ + 1;
    if (!numbered && !rel_next && (told != 0 || !says_next(said))) return {};
    auto url = text::resolve(base_, href);
    url.resize(std::min(url.find('#'), url.size()));
    if (!text::is_web_url(url)) return {};
    const auto found = page_number(first_, url);
    if (found.number == 0 && found.form != NumberForm::worded) return {};
    if (found.form == NumberForm::doubtful && !numbered) return {};
    // Some count from zero: ?page=1 is the second page there.
    const bool next = found.number == number_ + 1;
    const bool from_zero = found.number == number_ && numbered && found.form == NumberForm::worded;
    return next || from_zero ? url : std::string{};
  }

  // Whether a list of articles stands between the body's start and the link.
  bool is_list_before(std::uint32_t end) const {
    std::uint32_t headings = 0;
    std::uint32_t texts = 0;
    std::uint32_t start = 0;
    if (!body_.parts.empty()) start = tree_.box(body_.parts.front()).first_block;
    for (auto at = std::min(start, end); at < end; ++at) {
      const auto& block = tree_.blocks()[at];
      const bool heading = is_heading(tree_.box(block.box).tag);
      if (heading && block.link_length * 10 >= block.length * 9 && block.length >= 10) ++headings;
      if (!heading && block.prose > 0) ++texts;
    }
    return headings >= kListedHeadings && texts < 3 * headings;
  }

 private:
  const Tree& tree_;
  const Body& body_;
  const std::string& base_;
  const std::string& first_;
  unsigned number_;
};

}  // namespace

NextPage find_next_page(const html::Document& page, const Tree& tree, const Body& body, const std::string& base,
                        const std::string& first, unsigned number) {
  const Finder finder(tree, body, base, first, number);
  std::uint32_t end = 0;  // of the body
  for (const auto part : body.parts) end = std::max(end, tree.box(part).last_block);
  for (const auto link : page.head().children()) {
    if (!link.is("link") || !holds_word(link.attribute("rel"), "next")) continue;
    auto url = finder.lead(text::trim(link.attribute("href")), {}, true);
    if (!url.empty() && !finder.is_list_before(end)) return {std::move(url), "link rel=next"};
  }
  NextPage found;
  for (std::uint32_t at = 0; at < tree.boxes().size(); ++at) {
    const auto& box = tree.boxes()[at];
    if (box.tag != Tag::a) continue;
    const auto href = text::trim(box.node.attribute("href"));
    if (href.empty()) continue;
    const bool rel_next = holds_word(box.node.attribute("rel"), "next");
    auto said = text::collapse_space(box.node.text());
    if (said.empty()) said = text::collapse_space(box.node.attribute("aria-label"));
    if (said.empty()) said = text::collapse_space(box.node.attribute("title"));
    auto url = finder.lead(href, said, rel_next);
    if (url.empty() || is_among_comments(tree, at) || finder.is_list_before(std::max(box.first_block, 1U))) continue;
    found = {std::move(url), rel_next ? std::string("a rel=next") : fmt::format("a \"{}\"", said)};
    break;
  }
  return found;
}

}  // namespace syndicat::extract
