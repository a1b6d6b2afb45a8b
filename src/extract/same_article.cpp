#include "extract/same_article.hpp"

#include <algorithm>

#include "extract/titles.hpp"
#include "extract/words.hpp"
#include "html/document.hpp"
#include "html/serialize.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr double kAlike = 0.5;
constexpr std::uint32_t kShortLine = 12;  // letters; "***" and "Yes." may be there twice

// A title's words without the numbers that pages put into it.
std::string without_numbers(std::string_view title) {
  std::string words(title);
  std::ranges::replace_if(
      words, [](char c) { return c >= '0' && c <= '9'; }, ' ');
  return fold(words);
}

std::vector<std::string> titles_of(const std::string& title, const std::vector<Statement>& statements) {
  std::vector<std::string> titles;
  if (!title.empty()) titles.push_back(without_numbers(title));
  for (const auto& statement : statements) {
    if (statement.field == "title" && titles.size() < 10) titles.push_back(without_numbers(statement.value));
  }
  return titles;
}

}  // namespace

bool is_same_article(const std::string& title, const std::vector<Statement>& first, const std::string& other_title,
                     const std::vector<Statement>& other) {
  const auto ones = titles_of(title, first);
  const auto others = titles_of(other_title, other);
  if (ones.empty() || others.empty()) return true;
  const auto alike = [&](const std::string& a, const std::string& b) {
    if (likeness(a, b) >= kAlike) return true;
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    return count_words(shorter) >= 3 && longer.find(shorter) != std::string::npos;
  };
  // The title that was chosen for the first page must come up on the other.
  return std::ranges::any_of(others, [&](const std::string& one) { return alike(ones.front(), one); });
}

bool JoinedContent::add(const std::string& content_html) {
  const auto page = html::parse_fragment(content_html);
  const bool first = html_.empty();
  bool any = false;
  std::vector<std::string> keys;
  for (const auto node : page.root().nodes()) {
    if (!node.is_element()) {
      if (!node.is_text() || text::is_blank(node.value())) continue;
      html_ += text::escape_xml(node.value());
      any = true;
      continue;
    }
    const auto words = text::collapse_space(node.block_text());
    const auto image = node.is("img") ? node : node.find("img");
    auto key = words + '\n' + std::string(image.attribute("src"));
    const bool line = !image && reading_length(words) < kShortLine && !node.is("h2") && !node.is("h3");
    const bool repeats = seen_.contains(key) || (same_words(words, title_) && !image);
    if (!first && repeats && !line) continue;
    if (!line) any = true;
    if (!html_.empty() && !html_.ends_with('\n')) html_ += '\n';
    html_ += html::to_outer_html(node);
    keys.push_back(std::move(key));
  }
  seen_.insert(keys.begin(), keys.end());
  return any;
}

}  // namespace syndicat::extract
