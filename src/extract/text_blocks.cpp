#include "extract/text_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "extract/inline_text.hpp"
#include "extract/words.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongLine = 60;      // letters; two such sentences below each other are two paragraphs
constexpr std::uint32_t kLongHeading = 120;  // letters
constexpr int kDeepestList = 8;

std::size_t indent_of(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ') ++columns;
    else if (c == '\t') columns += 4 - columns % 4;
    else break;
  }
  return columns;
}

std::string_view fence_of(std::string_view line) {
  const auto bare = text::trim(line);
  return bare.starts_with("```") || bare.starts_with("~~~") ? bare.substr(0, 3) : std::string_view{};
}

bool is_long_sentence(std::string_view line) {
  const auto length = reading_length(line);
  return (length >= kLongLine && ends_sentence(line)) || length >= 3 * kLongLine;
}

// A speaker's line of a dialogue begins with a dash.
bool is_speech(std::string_view line) {
  const auto bare = text::trim(line);
  return bare.starts_with("— ") || bare.starts_with("– ") || bare.starts_with("— ");
}

bool starts_small(std::string_view line) {
  const auto bare = text::trim(line);
  std::size_t at = 0;
  const auto first = bare.empty() ? U' ' : text::next_character(bare, at);
  return is_letter(first) && !is_upper(first) && !is_dense(script_of(first));
}

std::vector<std::string_view> cells_of(std::string_view line) {
  line = text::trim(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  for (std::size_t start = 0; start <= line.size();) {
    auto end = start;
    while (end < line.size() && (line[end] != '|' || (end > 0 && line[end - 1] == '\\'))) ++end;
    cells.push_back(text::trim(line.substr(start, end - start)));
    start = end + 1;
  }
  return cells;
}

bool is_table_rule(std::string_view line) {
  const auto bare = text::trim(line);
  return bare.find('|') != std::string_view::npos && bare.find('-') != std::string_view::npos &&
         bare.find_first_not_of("|:- ") == std::string_view::npos;
}

class Blocks {
 public:
  Blocks(const Lines& lines, bool markdown, const References& references)
      : lines_(lines), markdown_(markdown), references_(references) {}

  std::string write() {
    while (at_ < lines_.size()) block();
    return std::move(html_);
  }

 private:
  std::string_view line(std::size_t number) const { return lines_[number].text; }
  std::string inside(std::string_view words) const { return inline_html(words, markdown_, references_); }

  bool is_underlined(std::size_t number) const {
    return number + 1 < lines_.size() && !lines_[number + 1].after_gap && is_underline(line(number + 1)) &&
           reading_length(line(number)) <= kLongHeading;
  }

  bool is_table(std::size_t number) const {
    return number + 1 < lines_.size() && !lines_[number + 1].after_gap &&
           line(number).find('|') != std::string_view::npos && is_table_rule(line(number + 1));
  }

  bool is_code(std::size_t number) const {
    return markdown_ && (lines_[number].after_gap || number == 0) && indent_of(line(number)) >= 4;
  }

  bool starts_block(std::size_t number) const {
    return list_marker(line(number)).length > 0 || quote_depth(line(number)) > 0 || heading_level(line(number)) > 0 ||
           !fence_of(line(number)).empty() || is_rule(line(number)) || is_underlined(number) || is_table(number);
  }

  void block() {
    const auto first = line(at_);
    if (!fence_of(first).empty()) {
      fenced();
    } else if (is_rule(first)) {
      if (!html_.empty() && at_ + 1 < lines_.size()) html_ += "<hr>\n";
      ++at_;
    } else if (is_table(at_)) {
      table();
    } else if (list_marker(first).length > 0) {
      html_ += list(0);
    } else if (quote_depth(first) > 0) {
      quotation();
    } else if (const int level = heading_level(first); level > 0) {
      html_ += fmt::format("<h{0}>{1}</h{0}>\n", std::clamp(level, 2, 6), inside(heading_text(first)));
      ++at_;
    } else if (is_underlined(at_)) {
      html_ += fmt::format("<h2>{}</h2>\n", inside(text::trim(first)));
      at_ += 2;
    } else if (is_code(at_)) {
      indented_code();
    } else {
      paragraph();
    }
  }

  // CommonMark, 4.5.
  void fenced() {
    const auto mark = fence_of(line(at_));
    const auto language = text::trim(text::trim(line(at_)).substr(3));
    std::string code;
    for (++at_; at_ < lines_.size(); ++at_) {
      const auto bare = text::trim(line(at_));
      if (bare.starts_with(mark) && bare.find_first_not_of(mark[0]) == std::string_view::npos) break;
      if (lines_[at_].after_gap && !code.empty()) code += '\n';
      code += std::string(line(at_)) + '\n';
    }
    if (at_ < lines_.size()) ++at_;
    while (code.ends_with('\n')) code.pop_back();
    const auto name = language.substr(0, language.find(' '));
    const bool plain = name.empty() || name.find_first_of("<>\"&{") != std::string_view::npos;
    html_ += fmt::format("<pre><code{}>{}</code></pre>\n",
                         plain ? std::string{} : fmt::format(" class=\"language-{}\"", name), text::escape_xml(code));
  }

  void indented_code() {
    std::string code;
    for (const auto first = at_; at_ < lines_.size() && indent_of(line(at_)) >= 4; ++at_) {
      if (lines_[at_].after_gap && at_ > first) code += '\n';
      const auto start = line(at_).find_first_not_of(" \t");
      code += std::string(indent_of(line(at_)) - 4, ' ') + std::string(line(at_).substr(start)) + '\n';
    }
    code.pop_back();
    html_ += fmt::format("<pre><code>{}</code></pre>\n", text::escape_xml(code));
  }

  // GitHub's tables: a head, a rule, rows.
  void table() {
    const auto row = [&](std::string_view written, std::string_view tag) {
      std::string cells;
      for (const auto cell : cells_of(written)) cells += fmt::format("<{0}>{1}</{0}>", tag, inside(cell));
      return fmt::format("<tr>{}</tr>\n", cells);
    };
    html_ += "<table>\n<thead>\n" + row(line(at_), "th") + "</thead>\n<tbody>\n";
    for (at_ += 2; at_ < lines_.size() && !lines_[at_].after_gap && line(at_).find('|') != std::string_view::npos;
         ++at_)
      html_ += row(line(at_), "td");
    html_ += "</tbody>\n</table>\n";
  }

  // Whether the line goes on with the item before it.
  bool continues(std::size_t number, std::size_t base, const std::string& item) const {
    if (number >= lines_.size() || starts_block(number)) return false;
    const auto indent = indent_of(line(number));
    if (lines_[number].after_gap) return indent >= base + 2;
    return indent > base || (!ends_sentence(item) && starts_small(line(number)));
  }

  std::string list(int depth) {
    const bool ordered = list_marker(line(at_)).ordered;
    const auto base = indent_of(line(at_));
    std::string items;
    while (at_ < lines_.size()) {
      const auto marker = list_marker(line(at_));
      if (marker.length == 0 || is_rule(line(at_)) || marker.ordered != ordered || indent_of(line(at_)) + 1 < base)
        break;
      std::string words(text::trim(line(at_).substr(marker.length)));
      if (words.starts_with("[ ] ") || words.starts_with("[x] ")) words.erase(0, 4);  // a task
      std::string more;                                                               // paragraphs and lists below
      for (++at_; at_ < lines_.size();) {
        const bool nested =
            list_marker(line(at_)).length > 0 && !is_rule(line(at_)) && indent_of(line(at_)) >= base + 2;
        if (nested && depth < kDeepestList) {
          more += "\n" + list(depth + 1);
        } else if (continues(at_, base, words)) {
          const auto next = text::trim(line(at_));
          if (lines_[at_].after_gap || !more.empty()) more += fmt::format("\n<p>{}</p>\n", inside(next));
          else words += " " + std::string(next);
          ++at_;
        } else {
          break;
        }
      }
      items += fmt::format("<li>{}{}</li>\n", inside(words), more);
    }
    return fmt::format("<{0}>\n{1}</{0}>\n", ordered ? "ol" : "ul", items);
  }

  void quotation() {
    Lines quoted;
    bool gap = true;
    for (; at_ < lines_.size() && quote_depth(line(at_)) > 0; ++at_) {
      const auto said = without_quote_marks(line(at_));
      if (!said.empty()) quoted.push_back({std::string(said), gap || lines_[at_].after_gap});
      gap = said.empty();
    }
    html_ += "<blockquote>\n" + Blocks(quoted, markdown_, references_).write() + "</blockquote>\n";
  }

  // Lines of one paragraph that an editor or a mailer broke at a margin.
  bool is_wrapped(std::size_t first, std::size_t last) const {
    if (last - first < 2) return false;
    for (auto at = first; at + 1 < last; ++at) {
      const auto length = text::count_characters(lines_[at].text);
      if (length < 45 || length > 110) return false;
    }
    return true;
  }

  void paragraph() {
    const auto first = at_++;
    while (at_ < lines_.size() && !lines_[at_].after_gap && !starts_block(at_)) ++at_;
    const bool wrapped = is_wrapped(first, at_) || (markdown_ && at_ - first > 1 && starts_small(line(first + 1)));
    html_ += "<p>";
    for (auto at = first; at < at_; ++at) {
      if (at > first) {
        const bool apart = is_speech(line(at)) || (is_long_sentence(line(at - 1)) && is_long_sentence(line(at)));
        const bool forced = line(at - 1).ends_with("  ");  // CommonMark, 6.7
        html_ += apart && !wrapped     ? "</p>\n<p>"
                 : is_speech(line(at)) ? "</p>\n<p>"
                 : wrapped && !forced  ? " "
                                       : "<br>";
      }
      html_ += inside(text::trim(line(at)));
    }
    html_ += "</p>\n";
  }

  const Lines& lines_;
  bool markdown_;
  const References& references_;
  std::size_t at_ = 0;
  std::string html_;
};

// "[1]: https://x.example/a" and "[^1]: The note." (CommonMark, 4.7): taken out of the lines.
struct Note {
  std::string label, text;
};

std::vector<Note> take_definitions(Lines& lines, References& references) {
  std::vector<Note> notes;
  std::erase_if(lines, [&](const Line& line) {
    const auto bare = text::trim(line.text);
    const auto close = bare.find("]:");
    if (!bare.starts_with('[') || close == std::string_view::npos || close < 2 || close > 60) return false;
    const auto label = bare.substr(1, close - 1);
    const auto value = text::trim(bare.substr(close + 2));
    if (label.starts_with('^')) {
      notes.push_back({std::string(label.substr(1)), std::string(value)});
      return true;
    }
    auto address = value.substr(0, value.find(' '));
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    if (!address.starts_with("http://") && !address.starts_with("https://")) return false;
    references.emplace(text::to_lower_ascii(label), std::string(address));
    return true;
  });
  return notes;
}

}  // namespace

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

bool is_rule(std::string_view line) {
  auto bare = std::string(text::trim(line));
  std::erase(bare, ' ');
  if (bare == "⁂" || bare == "***" || bare == "•••") return true;
  return bare.size() >= 3 && std::string_view("*-_=#~").find(bare[0]) != std::string_view::npos &&
         bare.find_first_not_of(bare[0]) == std::string::npos && !bare.starts_with("~~~");
}

bool is_markdown_text(const Lines& lines) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (is_markdown(lines[at].text) || fence_of(lines[at].text) == "```" || is_table_rule(lines[at].text)) return true;
    const auto bold = lines[at].text.find("**");
    if (bold != std::string::npos && lines[at].text.find("**", bold + 3) != std::string::npos) return true;
  }
  return false;
}

std::string blocks_html(Lines lines, bool markdown) {
  References references;
  const auto notes = markdown ? take_definitions(lines, references) : std::vector<Note>{};
  auto html = Blocks(lines, markdown, references).write();
  for (const auto& note : notes)
    html += fmt::format("<p><sup>{}</sup> {}</p>\n", text::escape_xml(note.label),
                        inline_html(note.text, markdown, references));
  return html;
}

}  // namespace syndicat::extract
