#include "json/huge_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

namespace syndicat::json {
namespace {

// Shorter ones without exponent fit a double.
constexpr std::size_t kLeastDigits = 300;
// The shortest zero that is not "0" or "0.": only a number as long can be replaced.
constexpr std::size_t kLeastLength = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// Where the number that starts at `at` ends; `at` where there is none.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  const auto start = at;
  const auto next = [&](std::size_t place) { return place < text.size() ? text[place] : '\0'; };
  if (next(at) == '-') ++at;
  auto end = digits(text, at);
  if (end == at || (text[at] == '0' && end > at + 1)) return start;
  if (next(end) == '.') {
    at = end + 1;
    end = digits(text, at);
    if (end == at) return start;
  }
  if ((next(end) | 0x20) == 'e') {
    at = end + 1;
    if (next(at) == '+' || next(at) == '-') ++at;
    end = digits(text, at);
    if (end == at) return start;
  }
  return end;
}

}  // namespace

std::string without_huge_numbers(std::string_view text) {
  std::string out(text);
  bool is_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_string && text[at] == '\\') ++at;
    else if (text[at] == '"') is_string = !is_string;
    if (is_string || (text[at] != '-' && !is_digit(text[at]))) continue;
    const auto end = end_of_number(text, at);
    if (end == at) {
      // No number starts within what is none either: "000...", looked at once.
      at = std::max(digits(text, at + 1), at + 1) - 1;
      continue;
    }
    const auto zero = at + (text[at] == '-' ? 1 : 0);
    const bool may_be_huge =
        end - zero >= kLeastDigits || text.substr(zero, end - zero).find_first_of("eE") != text.npos;
    if (may_be_huge && end - zero >= kLeastLength) {
      out.replace(zero, end - zero, end - zero, '0');
      out[zero + 1] = '.';
    }
    at = end - 1;
  }
  return out;
}

double nearest_double(std::string_view written) {
  double number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc::result_out_of_range) return number;
  // Too large or too small, from_chars does not say which.
  number = std::strtod(std::string(written).c_str(), nullptr);
  constexpr double kLargest = std::numeric_limits<double>::max();
  return number > kLargest ? kLargest : number < -kLargest ? -kLargest : number;
}

}  // namespace syndicat::json
