// A text without markup: what a reader's eye does with it, lines taken by their nature and their place.

#include <algorithm>
#include <vector>

#include "extract/date_lines.hpp"
#include "extract/extract.hpp"
#include "extract/furniture_line.hpp"
#include "extract/inline_text.hpp"
#include "extract/language.hpp"
#include "extract/mail.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/switcher.hpp"
#include "extract/text_blocks.hpp"
#include "extract/text_head.hpp"
#include "extract/words.hpp"
#include "html/sanitize.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kSentenceLength = 60;  // letters; shorter lines may be titles, labels, buttons
constexpr std::uint32_t kLongestTitle = 220;   // letters
constexpr std::uint32_t kLabelLength = 25;     // letters; "News", "Home", "World / Europe"
constexpr std::size_t kMenuWords = 3;          // of a label in a menu
constexpr std::size_t kMenuLabels = 3;

std::string to_text(std::string_view bytes, const Options& options) {
  if (const auto mark = text::byte_order_mark(bytes)) return text::decode(bytes, mark->encoding);
  if (text::is_utf8(bytes)) return std::string(bytes);
  if (const auto named = text::encoding_for_label(options.charset)) return text::decode(bytes, *named);
  return text::decode(bytes, text::detect_encoding(bytes));
}

bool is_sentence(const Line& line) {
  const auto length = reading_length(line.text);
  return (length >= kSentenceLength && ends_sentence(line.text)) || length >= 3 * kSentenceLength;
}

bool is_list_line(std::string_view line) { return list_marker(line).length > 0; }

bool is_furniture(const Line& line) {
  if (phrase_of_line(line.text) != Phrase::none || is_switcher_line(line.text)) return true;
  const auto start = phrase_at_start(line.text);
  const bool notice = start == Phrase::cookies || start == Phrase::rights || start == Phrase::newsletter;
  return notice && reading_length(line.text) < 3 * kSentenceLength;
}

// "Read also: another story" in a line of its own, a mark of the end.
bool is_pointer(const Line& line) {
  const auto start = phrase_at_start(line.text);
  const auto colon = std::string_view(line.text).substr(0, 60).find(':') != std::string_view::npos;
  return start == Phrase::pointer && colon && reading_length(line.text) < 3 * kSentenceLength &&
         !is_list_line(line.text);
}

// A short line at the end that is no sentence: a button, a label, the name of a page's part.
bool is_loose_end(const Line& line) {
  return !ends_sentence(line.text) && count_words(line.text) <= 5 && reading_length(line.text) < 2 * kLabelLength &&
         !is_list_line(line.text) && !looks_like_name(line.text) && line.text.find("://") == std::string::npos;
}

// "Home | News | Sport": three labels at least, apart by one mark.
bool is_menu(std::string_view line) {
  for (const std::string_view mark : {"|", "·", "•", ">", "»", "›"}) {
    std::size_t labels = 0;
    bool all = true;
    for (std::size_t start = 0; start <= line.size() && all;) {
      const auto end = std::min(line.find(mark, start), line.size());
      const auto label = text::trim(line.substr(start, end - start));
      const auto words = count_words(label);
      all = words >= 1 && words <= kMenuWords && reading_length(label) <= kLabelLength && !ends_sentence(label) &&
            !find_date(label, {});
      ++labels;
      start = end + mark.size();
    }
    if (all && labels >= kMenuLabels) return true;
  }
  return false;
}

void take_editions(const Line& line, std::vector<model::Translation>& translations) {
  if (!is_switcher_line(line.text)) return;
  for (auto& edition : editions_in_line(line.text)) translations.push_back(std::move(edition));
}

// Takes furniture from both ends of the text.
void trim_ends(Lines& lines, std::vector<model::Translation>& translations) {
  auto first = lines.begin();
  while (first != lines.end() && is_furniture(*first)) take_editions(*first++, translations);
  // A menu above what could be a title; alone it is the title.
  const auto behind = first == lines.end() ? first : first + 1;
  if (behind != lines.end() && is_menu(first->text) && !is_sentence(*behind) && !is_menu(behind->text)) first = behind;
  lines.erase(lines.begin(), first);

  // From "Related articles" or "Comments" on nothing belongs to the text where no sentence follows.
  for (std::size_t at = lines.size(); at-- > 1 && !is_sentence(lines[at]);) {
    const auto phrase = phrase_of_line(lines[at].text);
    if (phrase == Phrase::pointer || phrase == Phrase::comments || phrase == Phrase::filed) lines.resize(at);
  }
  const bool has_sentence = std::ranges::any_of(lines, is_sentence);
  while (lines.size() > 1) {
    const auto& last = lines.back();
    const bool appeal = has_sentence && asks_to_follow(last.text);
    if (!is_furniture(last) && !is_rule(last.text) && !is_pointer(last) && !appeal && !is_furniture_line(last.text) &&
        !(has_sentence && is_loose_end(last)))
      break;
    take_editions(last, translations);
    lines.pop_back();
  }
}

// The title: the first line, but for labels ("News") above a longer one, which go to `section`; nothing where the text
// starts with its body.
std::string take_title(Lines& lines, std::string_view language, std::string& section) {
  if (lines.empty() || (lines.size() == 1 && is_sentence(lines[0])) || count_sentence_ends(lines[0].text) > 2)
    return {};
  std::size_t above = 0;  // how many lines stand above the first sentence
  while (above < lines.size() && !is_sentence(lines[above])) ++above;

  std::size_t first = 0;  // a byline or a date may stand above the title
  while (first < above && first + 1 < lines.size() && is_detail(lines[first].text, language)) ++first;
  auto at = first;
  const auto is_label = [&](const Line& line) {
    return count_words(line.text) <= 2 && reading_length(line.text) <= kLabelLength && heading_level(line.text) == 0;
  };
  const auto is_fuller = [&](const Line& line) {
    return count_words(line.text) >= 3 && !is_list_line(line.text) && !is_detail(line.text, language);
  };
  if (above < lines.size() && is_label(lines[first])) {
    const auto start = lines.begin() + static_cast<std::ptrdiff_t>(first);
    const auto fuller = std::find_if(start, lines.begin() + static_cast<std::ptrdiff_t>(above), is_fuller);
    const auto place = static_cast<std::size_t>(fuller - lines.begin());
    // One label of two words is as likely a title itself, with a heading below ("Star Wars").
    const bool title = place == first + 1 && count_words(lines[first].text) > 1;
    if (place < above && !title && std::all_of(start, fuller, is_label)) at = place;
  }
  if (reading_length(lines[at].text) > kLongestTitle || is_list_line(lines[at].text)) return {};
  auto title = heading_text(lines[at].text);
  const auto start = lines.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto label = first; label < at; ++label) section += (section.empty() ? "" : " / ") + lines[label].text;
  const auto rest = lines.erase(start, lines.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  if (rest != lines.end() && is_underline(rest->text)) lines.erase(rest);
  return title;
}

}  // namespace

Result<model::Item> article_from_text(std::string bytes, const Options& options) {
  if (shape_of(bytes, {}) == Shape::other) {
    return fail(Cause::unreadable, "is no text; give a page, a text or a feed");
  }
  auto text = to_text(bytes, options);
  std::erase(text, '\0');

  model::Item item;
  item.url = options.url;
  if (auto mail = take_mail(text, item); mail.is_html) {
    auto page = article(std::move(mail.body), options);
    if (!page) return Failure(page.error());
    item.content_html = std::move(page->content_html);
    item.language = page->language;
    item.direction = page->direction;
    if (item.title.empty()) item.title = page->title;
    return item;
  } else if (mail.is_mail) {
    text = std::move(mail.body);
  }
  take_front_matter(text, item);
  auto lines = split_lines(text);
  if (item.language.empty()) item.language = detect_language(text);
  trim_ends(lines, item.translations);
  std::erase_if(lines, [](const Line& line) {
    const auto phrase = phrase_of_line(line.text);
    return phrase == Phrase::skip_link || phrase == Phrase::advertisement || is_pointer(line);
  });
  const bool markdown = is_markdown_text(lines);
  if (item.title.empty()) item.title.value = take_title(lines, item.language, item.section);
  else if (!lines.empty() && same_words(heading_text(lines.front().text), item.title.value)) lines.erase(lines.begin());
  take_details(lines, item.language, item);
  item.content_html = blocks_html(std::move(lines), markdown);
  // Markdown's links and pictures may be written from where the text stands.
  if (markdown && !options.url.empty()) item.content_html = html::sanitize(item.content_html, {options.url, false});
  if (item.title.empty() && item.content_html.empty()) {
    return fail(Cause::nothing_usable, "holds no text; give a page, a text or a feed");
  }
  item.direction = text::direction_of_language(item.language);
  std::erase_if(item.translations,
                [&](const model::Translation& edition) { return edition.language == item.language; });
  return item;
}

}  // namespace syndicat::extract
