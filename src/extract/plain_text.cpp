// A text without markup: what a reader's eye does with it, lines taken by their nature and their place.

#include <algorithm>
#include <array>
#include <vector>

#include "extract/extract.hpp"
#include "extract/inline_text.hpp"
#include "extract/language.hpp"
#include "extract/mail.hpp"
#include "extract/people.hpp"
#include "extract/phrases.hpp"
#include "extract/switcher.hpp"
#include "extract/words.hpp"
#include "text/encoding.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kSentenceLength = 60;  // letters; shorter lines may be titles, labels, buttons
constexpr std::uint32_t kLongestTitle = 220;   // letters
constexpr std::uint32_t kLabelLength = 25;     // letters; "News", "Home", "World / Europe"

struct Line {
  std::string text;
  bool after_gap = false;  // an empty line stands before it
};

using Lines = std::vector<Line>;

std::string to_text(std::string_view bytes, const Options& options) {
  if (const auto mark = text::byte_order_mark(bytes)) return text::decode(bytes, mark->encoding);
  if (text::is_utf8(bytes)) return std::string(bytes);
  if (const auto named = text::encoding_for_label(options.charset)) return text::decode(bytes, *named);
  return text::decode(bytes, text::detect_encoding(bytes));
}

Lines split_lines(std::string_view text) {
  Lines lines;
  bool gap = true;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\n\r\f"), text.size());
    const auto line = text.substr(0, end);
    if (text::is_blank(line)) {
      gap = true;
    } else {
      lines.push_back({std::string(line), gap});
      gap = false;
    }
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
  }
  return lines;
}

bool is_sentence(const Line& line) {
  const auto length = reading_length(line.text);
  return (length >= kSentenceLength && ends_sentence(line.text)) || length >= 3 * kSentenceLength;
}

bool is_list_line(std::string_view line) { return list_marker(line).length > 0; }

bool is_furniture(const Line& line) { return phrase_of_line(line.text) != Phrase::none || is_switcher_line(line.text); }

// A short line at the end that is no sentence: a button, a label, the name of a page's part.
bool is_loose_end(const Line& line) {
  return !ends_sentence(line.text) && count_words(line.text) <= 5 && reading_length(line.text) < 2 * kLabelLength &&
         !is_list_line(line.text) && !looks_like_name(line.text) && line.text.find("://") == std::string::npos;
}

void take_editions(const Line& line, std::vector<model::Translation>& translations) {
  if (!is_switcher_line(line.text)) return;
  for (auto& edition : editions_in_line(line.text)) translations.push_back(std::move(edition));
}

// Takes furniture from both ends of the text.
void trim_ends(Lines& lines, std::vector<model::Translation>& translations) {
  auto first = lines.begin();
  while (first != lines.end() && is_furniture(*first)) take_editions(*first++, translations);
  lines.erase(lines.begin(), first);

  const bool has_sentence = std::ranges::any_of(lines, is_sentence);
  while (lines.size() > 1) {
    const auto& last = lines.back();
    if (!is_furniture(last) && !(has_sentence && is_loose_end(last))) break;
    take_editions(last, translations);
    lines.pop_back();
  }
}

// The title: the first line, but for labels ("News") above a longer one; nothing where the text starts with its body.
std::string take_title(Lines& lines) {
  if (lines.empty()) return {};
  std::size_t above = 0;  // how many lines stand above the first sentence
  while (above < lines.size() && !is_sentence(lines[above])) ++above;

  std::size_t at = 0;
  const auto is_label = [&](const Line& line) {
    return count_words(line.text) <= 2 && reading_length(line.text) <= kLabelLength && heading_level(line.text) == 0;
  };
  const auto is_fuller = [&](const Line& line) { return count_words(line.text) >= 3 && !is_list_line(line.text); };
  if (above < lines.size() && is_label(lines[0])) {
    const auto fuller = std::find_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(above), is_fuller);
    const auto place = static_cast<std::size_t>(fuller - lines.begin());
    if (place < above && std::all_of(lines.begin(), fuller, is_label)) at = place;
  }
  if (reading_length(lines[at].text) > kLongestTitle || is_list_line(lines[at].text)) return {};
  auto title = heading_text(lines[at].text);
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  if (!lines.empty() && is_underline(lines.front().text)) lines.erase(lines.begin());
  return title;
}

// Between title and body stand lines about the text: how long it reads, who shares it.
void trim_below_title(Lines& lines) {
  while (lines.size() > 1 && !is_sentence(lines.front())) {
    const auto phrase = phrase_of_line(lines.front().text);
    if (phrase == Phrase::none && !is_switcher_line(lines.front().text)) break;
    lines.erase(lines.begin());
  }
}

// Lines of one paragraph that an editor or a mailer broke at a margin.
bool is_wrapped(const Lines& lines, std::size_t first, std::size_t last) {
  if (last - first < 2) return false;
  for (auto at = first; at + 1 < last; ++at) {
    const auto length = text::count_characters(lines[at].text);
    if (length < 45 || length > 110) return false;
  }
  return true;
}

std::string paragraph(const Lines& lines, std::size_t first, std::size_t last, bool markdown) {
  std::string html = "<p>";
  const bool wrapped = is_wrapped(lines, first, last);
  for (auto at = first; at < last; ++at) {
    if (at > first) {
      const bool both_long = is_sentence(lines[at - 1]) && is_sentence(lines[at]);
      html += wrapped ? " " : both_long ? "</p>\n<p>" : "<br>";
    }
    html += inline_html(text::trim(lines[at].text), markdown);
  }
  return html + "</p>\n";
}

// Lists, quotations, headings and paragraphs, each from the lines that begin as they do.
std::string body_html(const Lines& lines, bool markdown) {
  std::string html;
  for (std::size_t at = 0; at < lines.size();) {
    const std::string_view line = lines[at].text;
    if (const auto marker = list_marker(line); marker.length > 0) {
      const std::string_view tag = marker.ordered ? "ol" : "ul";
      html += fmt::format("<{}>\n", tag);
      for (; at < lines.size(); ++at) {
        const auto next = list_marker(lines[at].text);
        if (next.length == 0 || next.ordered != marker.ordered) break;
        html += fmt::format("<li>{}</li>\n",
                            inline_html(text::trim(std::string_view(lines[at].text).substr(next.length)), markdown));
      }
      html += fmt::format("</{}>\n", tag);
      continue;
    }
    if (quote_depth(line) > 0) {
      std::string quoted;
      for (; at < lines.size() && quote_depth(lines[at].text) > 0; ++at) {
        const auto said = without_quote_marks(lines[at].text);
        if (!quoted.empty()) quoted += lines[at].after_gap || said.empty() ? "\n\n" : " ";
        quoted += said;
      }
      html += "<blockquote>\n" + body_html(split_lines(quoted), markdown) + "</blockquote>\n";
      continue;
    }
    if (const int level = heading_level(line); level > 0) {
      html += fmt::format("<h{0}>{1}</h{0}>\n", std::clamp(level, 2, 6), inline_html(heading_text(line), markdown));
      ++at;
      continue;
    }
    auto end = at + 1;
    while (end < lines.size() && !lines[end].after_gap && list_marker(lines[end].text).length == 0 &&
           quote_depth(lines[end].text) == 0 && heading_level(lines[end].text) == 0) {
      ++end;
    }
    html += paragraph(lines, at, end, markdown);
    at = end;
  }
  return html;
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
  take_mail_headers(text, item);
  auto lines = split_lines(text);
  trim_ends(lines, item.translations);
  std::erase_if(lines, [](const Line& line) {
    const auto phrase = phrase_of_line(line.text);
    return phrase == Phrase::skip_link || phrase == Phrase::advertisement;
  });
  const bool markdown = std::ranges::any_of(lines, [](const Line& line) { return is_markdown(line.text); });
  if (item.title.empty()) item.title.value = take_title(lines);
  trim_below_title(lines);
  item.content_html = body_html(lines, markdown);
  if (item.title.empty() && item.content_html.empty()) {
    return fail(Cause::nothing_usable, "holds no text; give a page, a text or a feed");
  }
  std::string words = item.title.value;
  for (const auto& line : lines) words += "\n" + line.text;
  item.language = detect_language(words);
  item.direction = direction_of_language(item.language);
  std::erase_if(item.translations,
                [&](const model::Translation& edition) { return edition.language == item.language; });
  return item;
}

}  // namespace syndicat::extract
