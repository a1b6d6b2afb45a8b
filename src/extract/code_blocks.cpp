#include "extract/code_blocks.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/tags.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr int kLevels = 3;                 // of boxes around the code
constexpr std::uint32_t kLabel = 20;       // letters that such a box may hold besides: "Copy", "main.py"
constexpr std::size_t kLongestName = 24;   // bytes of a language's
constexpr std::size_t kLongestList = 400;  // of a class
constexpr std::size_t kCells = 3;

Tag tag(html::Node element) {
  return element.element_namespace() == html::Namespace::html ? tag_of(element.name()) : Tag::svg;
}

void raw_text(html::Node node, std::string& text) {
  for (auto child = node.first_child(); child; child = child.next()) {
    if (child.is_text()) text += child.value();
    else if (child.is("br")) text += '\n';
    else if (child.is_element() && !is_silent(tag(child)) && !is_control(tag(child))) raw_text(child, text);
  }
}

// A language's name in small letters; empty for what is none.
std::string name_of(std::string_view word) {
  constexpr auto kNoLanguage =
      std::to_array<std::string_view>({"default", "none", "text", "plain", "plaintext", "nohighlight", "notranslate",
                                       "hljs", "light", "dark", "block"});
  auto name = text::to_lower_ascii(text::trim(word));
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#' || c == '-' || c == '.' || c == '_';
  };
  const bool good = !name.empty() && name.size() <= kLongestName && std::ranges::all_of(name, is_part) &&
                    std::ranges::find(kNoLanguage, std::string_view(name)) == kNoLanguage.end();
  return good ? name : std::string{};
}

// What the words of a class say, the first that says something.
std::string language_in(std::string_view classes) {
  constexpr auto kPrefixes =
      std::to_array<std::string_view>({"language-", "lang-", "highlight-source-", "highlight-", "src-", "brush:"});
  classes = classes.substr(0, kLongestList);
  std::string_view before;
  for (std::size_t start = 0; start < classes.size();) {
    if (text::is_space(classes[start])) {
      ++start;
      continue;
    }
    const auto end = std::min(classes.find_first_of(" \t\n", start), classes.size());
    auto word = classes.substr(start, end - start);
    if (word.ends_with(';')) word.remove_suffix(1);
    for (const auto prefix : kPrefixes) {
      if (!word.starts_with(prefix)) continue;
      // "highlight-source-rust" is told by the longer one.
      if (auto name = name_of(word.substr(prefix.size())); !name.empty()) return name;
      break;
    }
    // "hljs python", "sourceCode haskell", "brush: java".
    if (before == "hljs" || before == "sourceCode" || before == "brush:") {
      if (auto name = name_of(word); !name.empty()) return name;
    }
    before = word;
    start = end;
  }
  return {};
}

std::string language_on(html::Node element) {
  if (auto name = language_in(element.attribute("class")); !name.empty()) return name;
  for (const std::string_view attribute : {"data-lang", "data-language", "data-code-language", "data-code-lang"}) {
    if (auto name = name_of(element.attribute(attribute)); !name.empty()) return name;
  }
  return {};
}

bool holds_only_numbers(html::Node cell) {
  const auto words = cell.text();
  return words.find_first_of("0123456789") != std::string::npos &&
         words.find_first_not_of("0123456789 \t\r\n\f") == std::string::npos;
}

html::Node first_row(html::Node node) {
  for (auto child = node.first_child(); child; child = child.next()) {
    if (child.is("tr")) return child;
    if (child.is("tbody")) return first_row(child);
  }
  return {};
}

}  // namespace

std::string code_of(html::Node pre) {
  std::string text;
  raw_text(pre, text);
  const auto start = text.find_first_not_of('\n');
  if (start == std::string::npos) return {};
  auto end = text.size();
  while (end > start && text::is_space(text[end - 1])) --end;
  return text.substr(start, end - start);
}

std::string language_of_code(const Tree& tree, html::Node pre) {
  for (auto child = pre.first_child(); child; child = child.next()) {
    if (!child.is("code")) continue;
    if (auto name = language_on(child); !name.empty()) return name;
  }
  if (auto name = language_on(pre); !name.empty()) return name;
  const auto number = tree.box_of(pre);
  auto around = pre.parent();
  for (int level = 0; level < kLevels && around.is_element() && number != kNone; ++level, around = around.parent()) {
    const auto box = tree.box_of(around);
    if (box == kNone || tree.box(box).text > tree.box(number).text + kLabel) break;
    if (auto name = language_on(around); !name.empty()) return name;
  }
  return {};
}

html::Node numbered_code(html::Node table) {
  const auto row = first_row(table);
  if (!row || row.next().is("tr")) return {};
  html::Node numbers, code;
  std::size_t cells = 0;
  for (auto cell = row.first_child(); cell; cell = cell.next()) {
    if (!cell.is("td")) continue;
    if (++cells > kCells) return {};
    if (cell.find("pre") && !holds_only_numbers(cell)) code = cell;
    else if (holds_only_numbers(cell)) numbers = cell;
  }
  return cells == 2 && numbers ? code : html::Node{};
}

}  // namespace syndicat::extract
