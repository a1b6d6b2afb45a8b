// CSS is read by what may stand in it, not by what may not: a declaration with an escape, a string, an unknown
// function or anything else that needs thought is left out as a whole (CSS Syntax 3 for where declarations end).

#include "html/sanitize_style.hpp"

#include <algorithm>

#include "html/sanitize_table.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

constexpr std::size_t kLongestValue = 200;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Comments are nothing at all between two tokens; here each is a blank.
std::string without_comments(std::string_view style) {
  std::string result;
  for (;;) {
    const std::size_t start = style.find("/*");
    result += style.substr(0, start);
    if (start == std::string_view::npos) return result;
    const std::size_t end = style.find("*/", start + 2);
    result += ' ';
    if (end == std::string_view::npos) return result;
    style.remove_prefix(end + 2);
  }
}

// Where the declaration that starts at `at` ends: at a semicolon outside strings and brackets.
std::size_t declaration_end(std::string_view style, std::size_t at) {
  int depth = 0;
  for (char quote = 0; at < style.size(); ++at) {
    const char c = style[at];
    if (c == '\\') {
      ++at;
    } else if (quote != 0) {
      if (c == quote || c == '\n') quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      --depth;
    } else if (c == ';' && depth == 0) {
      return at;
    }
  }
  return style.size();
}

class Value {
 public:
  explicit Value(std::string_view text) : rest_(text) {}

  // The value in one spelling; empty where it is not allowed.
  std::string clean() {
    if (rest_.size() > kLongestValue) return {};
    while (skip_space(), !rest_.empty()) {
      if (!read_important() && !read_separator() && !read_colour() && !read_number() && !read_word()) return {};
    }
    return clean_;
  }

 private:
  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(text::kSpace), rest_.size())); }
  void put(std::string_view token) {
    if (!clean_.empty() && token != "," && clean_.back() != '(') clean_ += ' ';
    clean_ += token;
  }
  template <typename Is>
  std::string_view take(const Is& is) {
    std::size_t length = 0;
    while (length < rest_.size() && is(rest_[length])) ++length;
    const auto taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }
  // It is for the page around to say what comes first.
  bool read_important() {
    if (rest_.front() != '!') return false;
    rest_.remove_prefix(1);
    skip_space();
    return text::equals_ignoring_case(take(is_letter), "important");
  }
  bool read_separator() {
    if (rest_.front() != ',' && rest_.front() != '/') return false;
    if (clean_.empty()) return false;
    put(rest_.substr(0, 1));
    rest_.remove_prefix(1);
    return true;
  }
  bool read_colour() {
    if (rest_.front() != '#') return false;
    const auto before = rest_;
    rest_.remove_prefix(1);
    const auto digits = take(is_hex);
    if (digits.size() < 3 || digits.size() > 8) return false;
    put(before.substr(0, digits.size() + 1));
    return true;
  }
  // No negative ones: they pull content over its neighbours.
  bool read_number() {
    if (!is_digit(rest_.front()) && rest_.front() != '.') return false;
    const auto before = rest_;
    const auto number = take([](char c) { return is_digit(c) || c == '.'; });
    if (number.size() > 8 || number == "." || std::count(number.begin(), number.end(), '.') > 1) return false;
    std::size_t unit = take(is_letter).size();
    if (unit > 4) return false;
    if (unit == 0 && !rest_.empty() && rest_.front() == '%') {
      rest_.remove_prefix(1);
      unit = 1;
    }
    put(before.substr(0, number.size() + unit));
    return true;
  }
  bool read_word() {
    const auto word = take([](char c) { return is_letter(c) || c == '-'; });
    if (word.empty() || word.front() == '-') return false;
    if (rest_.empty() || rest_.front() != '(') {
      put(text::to_lower_ascii(word));
      return true;
    }
    const std::string function = text::to_lower_ascii(word);
    if (!allowed::is_style_function(function)) return false;
    put(function + "(");
    rest_.remove_prefix(1);
    while (skip_space(), !rest_.empty() && rest_.front() != ')') {
      if (!read_separator() && !read_number()) return false;
    }
    if (rest_.empty()) return false;
    clean_ += ')';
    rest_.remove_prefix(1);
    return true;
  }
  std::string_view rest_;
  std::string clean_;
};

}  // namespace

std::string clean_style(std::string_view style) {
  const std::string text = without_comments(style);
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = declaration_end(text, at);
    const auto declaration = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string property = text::to_lower_ascii(text::trim(declaration.substr(0, colon)));
    if (!allowed::is_property(property)) continue;
    const std::string value = Value(declaration.substr(colon + 1)).clean();
    if (value.empty()) continue;
    if (!clean.empty()) clean += "; ";
    clean.append(property).append(": ").append(value);
  }
  return clean;
}

}  // namespace syndicat::html
