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

std::string link(std::string_view address, std::string_view words) {
  return fmt::format("<a href=\"{}\">{}</a>", text::escape_xml_attribute(text::resolve({}, address)), words);
}

struct MarkdownLink {
  std::string_view words, address;
  std::size_t length = 0;  // bytes; 0: none
};

// CommonMark, 6.3: [words](address "title"), here without nested brackets.
MarkdownLink markdown_link(std::string_view text) {
  if (!text.starts_with('[')) return {};
  const auto close = text.find(']');
  if (close == std::string_view::npos || close == 1 || text.substr(close + 1, 1) != "(") return {};
  const auto end = text.find(')', close);
  if (end == std::string_view::npos) return {};
  auto address = text::trim(text.substr(close + 2, end - close - 2));
  address = address.substr(0, address.find(' '));
  if (!text::is_web_url(address)) return {};
  return {text.substr(1, close - 1), address, end + 1};
}

}  // namespace

ListMarker list_marker(std::string_view line) {
  const auto rest = without_indent(line);
  const auto indent = line.size() - rest.size();
  constexpr std::array<std::string_view, 8> kBullets = {"•", "‣", "◦", "▪", "●", "·", "-", "*"};
  for (const auto bullet : kBullets) {
    if (!rest.starts_with(bullet)) continue;
    const auto behind = rest.substr(bullet.size());
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
    if (markdown_link(line.substr(at)).length > 0) return true;
    if (at > 2000) return false;
  }
  return false;
}

std::string inline_html(std::string_view line, bool markdown) {
  std::string html;
  std::size_t plain = 0;  // what is not written yet starts here
  const auto flush = [&](std::size_t end) { html += text::escape_xml(line.substr(plain, end - plain)); };
  // A mark that opens looks for the one that closes it once in a line only, so that the work stays linear.
  std::size_t searches = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto rest = line.substr(at);
    if (rest[0] == 'h' && is_address_start(rest)) {
      const auto address = bare_address(rest);
      if (text::is_web_url(address)) {
        flush(at);
        html += link(address, text::escape_xml(address));
        plain = at += address.size();
        continue;
      }
    }
    if (markdown && searches < 200 && (rest[0] == '[' || (rest[0] == '!' && rest.substr(1, 1) == "["))) {
      ++searches;
      const bool image = rest[0] == '!';
      if (const auto found = markdown_link(rest.substr(image ? 1 : 0)); found.length > 0) {
        flush(at);
        html += image ? fmt::format("<img src=\"{}\" alt=\"{}\">", text::escape_xml_attribute(found.address),
                                    text::escape_xml_attribute(found.words))
                      : link(found.address, text::escape_xml(found.words));
        plain = at += found.length + (image ? 1 : 0);
        continue;
      }
    }
    if (markdown && searches < 200 && (rest[0] == '*' || rest[0] == '`')) {
      ++searches;
      const std::string_view mark = rest.starts_with("**") ? "**" : rest.substr(0, 1);
      const auto close = rest.find(mark, mark.size());
      const bool tight =
          close != std::string_view::npos && close > mark.size() && rest[mark.size()] != ' ' && rest[close - 1] != ' ';
      if (tight) {
        const std::string_view tag = mark == "`" ? "code" : mark == "**" ? "strong" : "em";
        flush(at);
        const auto inside = rest.substr(mark.size(), close - mark.size());
        html += fmt::format("<{0}>{1}</{0}>", tag, text::escape_xml(inside));
        plain = at += close + mark.size();
        continue;
      }
    }
    ++at;
  }
  flush(line.size());
  return html;
}

}  // namespace syndicat::extract
