#include "extract/inline_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

std::string_view without_indent(std::string_view line) {
  while (!line.empty() && text::is_space(line.front())) line.remove_prefix(1);
  return line;
}

bool is_address_start(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// A bare address up to the blank behind it, without the punctuation of the sentence around it.
std::string_view bare_address(std::string_view text) {
  auto address = text.substr(0, text.find_first_of(" \t\n<>\""));
  for (;;) {
    if (address.empty()) return address;
    const char last = address.back();
    const bool open_bracket = last == ')' && address.find('(') != std::string_view::npos;
    if (open_bracket || std::string_view(".,;:!?)]}'*").find(last) == std::string_view::npos) return address;
    address.remove_suffix(1);
  }
}

// "images/ship.png", "#engine": a place beside the text; what has a scheme is none.
bool is_relative(std::string_view address) {
  return !address.empty() && address.find_first_of("./#") != std::string_view::npos &&
         text::is_iri_reference(address) && !text::split_uri(address).scheme;
}

std::string link(std::string_view address, std::string_view words) {
  return fmt::format(
      "<a href=\"{}\">{}</a>",
      text::escape_xml_attribute(is_relative(address) ? std::string(address) : text::resolve({}, address)), words);
}

struct MarkdownLink {
  std::string_view words;
  std::string address;
  std::size_t length = 0;  // bytes; 0: none
};

// CommonMark, 6.3: [words](address "title"), [words][label] and [label], here without nested brackets. An image needs
// no words. `relative`: whether an address without a host counts, as it does where the text is known to be Markdown.
MarkdownLink markdown_link(std::string_view text, const References& references, bool relative = false,
                           bool image = false) {
  if (!text.starts_with('[')) return {};
  const auto close = text.find(']');
  if (close == std::string_view::npos || (close == 1 && !image)) return {};
  const auto words = text.substr(1, close - 1);
  if (text.substr(close + 1, 1) == "(") {
    const auto end = text.find(')', close);
    if (end == std::string_view::npos) return {};
    auto address = text::trim(text.substr(close + 2, end - close - 2));
    address = address.substr(0, address.find(' '));
    if (!text::is_web_url(address) && !(relative && is_relative(address))) return {};
    return {words, std::string(address), end + 1};
  }
  auto label = words;
  auto length = close + 1;
  if (text.substr(close + 1, 1) == "[") {
    const auto end = text.find(']', close + 1);
    if (end == std::string_view::npos) return {};
    if (end > close + 2) label = text.substr(close + 2, end - close - 2);
    length = end + 1;
  }
  const auto found = references.find(text::to_lower_ascii(label));
  if (found == references.end()) return {};
  return {words, found->second, length};
}

// Marks that open and close a stretch of words, the longest first.
struct Mark {
  std::string_view mark, open, close;
};

// clang-format off
constexpr auto kMarks = std::to_array<Mark>({
    {"***", "<strong><em>", "</em></strong>"},
    {"**", "<strong>", "</strong>"},
    {"__", "<strong>", "</strong>"},
    {"~~", "<del>", "</del>"},
    {"*", "<em>", "</em>"},
    {"_", "<em>", "</em>"},
});
// clang-format on

constexpr int kDeepestMark = 3;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string inline_html(std::string_view line, bool markdown, const References& references, int depth);

// What stands between the marks at the start of `rest`, as HTML, and how long all is; 0 where no mark opens there.
// `before` is the character in front.
std::size_t marked(std::string_view rest, char before, const References& references, int depth, std::string& html) {
  if (rest[0] == '`') {
    const auto close = rest.find('`', 1);
    if (close == std::string_view::npos || close == 1) return 0;
    html += fmt::format("<code>{}</code>", text::escape_xml(rest.substr(1, close - 1)));
    return close + 1;
  }
  for (const auto& [mark, open, close_tag] : kMarks) {
    if (!rest.starts_with(mark)) continue;
    // An underscore inside a word is part of it (CommonMark, 6.2).
    if (mark[0] == '_' && is_word_byte(before)) return 0;
    const auto close = rest.find(mark, mark.size());
    if (close == std::string_view::npos || close == mark.size()) continue;
    const auto after = close + mark.size();
    if (mark[0] == '_' && after < rest.size() && is_word_byte(rest[after])) return 0;
    if (rest[mark.size()] == ' ' || rest[close - 1] == ' ') continue;
    html += open;
    html += inline_html(rest.substr(mark.size(), close - mark.size()), depth < kDeepestMark, references, depth + 1);
    html += close_tag;
    return after;
  }
  return 0;
}

}  // namespace

ListMarker list_marker(std::string_view line) {
  const auto rest = without_indent(line);
  const auto indent = line.size() - rest.size();
  constexpr std::array<std::string_view, 10> kBullets = {"・", "•", "●", "▪", "‣", "◦", "·", "-", "*", "+"};
  for (std::size_t number = 0; number < kBullets.size(); ++number) {
    const auto bullet = kBullets[number];
    if (!rest.starts_with(bullet)) continue;
    const auto behind = rest.substr(bullet.size());
    // The first four are nothing else; the others need a blank behind them.
    if (number < 4 && !behind.empty()) return {indent + bullet.size(), false};
    if (!behind.empty() && (behind[0] == ' ' || behind[0] == '\t')) return {indent + bullet.size() + 1, false};
  }
  std::size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2 || digits + 1 >= rest.size()) return {};
  if ((rest[digits] != '.' && rest[digits] != ')') || rest[digits + 1] != ' ') return {};
  return {indent + digits + 2, true};
}

int quote_depth(std::string_view line) {
  int depth = 0;
  for (const char c : without_indent(line)) {
    if (c == '>') ++depth;
    else if (c != ' ') break;
  }
  return depth;
}

std::string_view without_quote_marks(std::string_view line) {
  const auto start = line.find_first_not_of("> \t");
  return start == std::string_view::npos ? std::string_view{} : line.substr(start);
}

int heading_level(std::string_view line) {
  const auto level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ' ? static_cast<int>(level) : 0;
}

std::string heading_text(std::string_view line) {
  if (heading_level(line) > 0) {
    line.remove_prefix(line.find_first_not_of('#'));
    while (!line.empty() && (line.back() == '#' || text::is_space(line.back()))) line.remove_suffix(1);
  }
  return text::collapse_space(line);
}

bool is_underline(std::string_view line) {
  const auto bare = text::trim(line);
  return bare.size() >= 3 && (bare[0] == '=' || bare[0] == '-') &&
         bare.find_first_not_of(bare[0]) == std::string_view::npos;
}

bool is_markdown(std::string_view line) {
  if (heading_level(line) > 0) return true;
  for (auto at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1)) {
    if (markdown_link(line.substr(at), {}).length > 0) return true;
    if (at > 2000) return false;
  }
  return false;
}

namespace {

std::string inline_html(std::string_view line, bool markdown, const References& references, int depth) {
  std::string html;
  std::size_t plain = 0;  // what is not written yet starts here
  const auto flush = [&](std::size_t end) { html += text::escape_xml(line.substr(plain, end - plain)); };
  // A mark that opens looks for the one that closes it some times in a line only, so that the work stays linear.
  std::size_t searches = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto rest = line.substr(at);
    if (rest[0] == 'h' && is_address_start(rest)) {
      const auto address = bare_address(rest);
      if (text::is_web_url(address)) {
        const bool bracketed = markdown && at > 0 && line[at - 1] == '<' && rest.substr(address.size(), 1) == ">";
        flush(bracketed ? at - 1 : at);
        html += link(address, text::escape_xml(address));
        plain = at += address.size() + (bracketed ? 1 : 0);
        continue;
      }
    }
    if (!markdown || searches >= 200) {
      ++at;
      continue;
    }
    // CommonMark, 2.4.
    if (rest[0] == '\\' && rest.size() > 1 &&
        std::string_view("\\`*_{}[]()#+-.!|~<>").find(rest[1]) != std::string_view::npos) {
      flush(at);
      plain = at + 1;
      at += 2;
      continue;
    }
    const bool image = rest.starts_with("![");
    if (rest.starts_with("[^")) {
      const auto close = rest.find(']');
      if (close != std::string_view::npos && close > 2 && close < 30) {
        flush(at);
        html += fmt::format("<sup>{}</sup>", text::escape_xml(rest.substr(2, close - 2)));
        plain = at += close + 1;
        continue;
      }
    }
    if (rest[0] == '[' || image) {
      ++searches;
      if (const auto found = markdown_link(rest.substr(image ? 1 : 0), references, true, image); found.length > 0) {
        flush(at);
        html += image ? fmt::format("<img src=\"{}\" alt=\"{}\">", text::escape_xml_attribute(found.address),
                                    text::escape_xml_attribute(found.words))
                      : link(found.address, inline_html(found.words, depth < kDeepestMark, {}, depth + 1));
        plain = at += found.length + (image ? 1 : 0);
        continue;
      }
    }
    if (rest[0] == '*' || rest[0] == '`' || rest[0] == '_' || rest.starts_with("~~")) {
      ++searches;
      std::string written;
      if (const auto length = marked(rest, at > 0 ? line[at - 1] : ' ', references, depth, written); length > 0) {
        flush(at);
        html += written;
        plain = at += length;
        continue;
      }
    }
    ++at;
  }
  flush(line.size());
  return html;
}

}  // namespace

std::string inline_html(std::string_view line, bool markdown, const References& references) {
  return inline_html(line, markdown, references, 0);
}

}  // namespace syndicat::extract
