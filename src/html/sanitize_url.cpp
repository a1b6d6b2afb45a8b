#include "html/sanitize_url.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::html {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control_or_blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }

// What is left when the URL parser has taken its first steps: no control characters and blanks around, no tabs and
// line ends within; and a backslash counts as a slash where the scheme is one of the web's.
std::string as_browsers_see(std::string_view written) {
  while (!written.empty() && is_control_or_blank(written.front())) written.remove_prefix(1);
  while (!written.empty() && is_control_or_blank(written.back())) written.remove_suffix(1);
  std::string seen;
  seen.reserve(written.size());
  for (const char c : written) {
    if (c != '\t' && c != '\n' && c != '\r') seen += c;
  }
  return seen;
}

struct Scheme {
  bool valid = false;  // whether it may be one at all
  std::string name;    // lower case
};

// What stands before a colon that comes before any slash, question mark or number sign.
std::optional<Scheme> scheme_of(std::string_view address) {
  const std::size_t end = address.find_first_of(":/?#\\");
  if (end == std::string_view::npos || address[end] != ':') return std::nullopt;
  const auto name = address.substr(0, end);
  const bool valid = !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return Scheme{valid, text::to_lower_ascii(name)};
}

bool is_allowed(std::string_view address, const Scheme& scheme, std::string_view schemes) {
  if (!scheme.valid) return false;
  if (scheme.name != "data") return is_in_list(scheme.name, schemes);
  const std::string start = text::to_lower_ascii(address.substr(0, 64));
  const std::size_t end = start.find_first_of(";,");
  return end != std::string::npos && is_in_list(std::string_view(start).substr(0, end), schemes);
}

void turn_backslashes(std::string& address, const std::optional<Scheme>& scheme) {
  if (scheme && scheme->name != "http" && scheme->name != "https") return;
  for (char& c : address) {
    if (c == '?' || c == '#') return;
    if (c == '\\') c = '/';
  }
}

// "640w", "1.5x"; anything else is no descriptor.
bool is_descriptor(std::string_view text) {
  if (text.size() < 2 || text.size() > 16 || (text.back() != 'w' && text.back() != 'x' && text.back() != 'h'))
    return false;
  text.remove_suffix(1);
  return std::count(text.begin(), text.end(), '.') <= 1 && is_digit(text.front()) && is_digit(text.back()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

}  // namespace

bool is_in_list(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

std::optional<std::string> clean_url(std::string_view written, std::string_view schemes, std::string_view base) {
  std::string address = as_browsers_see(written);
  auto scheme = scheme_of(address);
  if (address.empty() || (scheme && !is_allowed(address, *scheme, schemes))) return std::nullopt;
  turn_backslashes(address, scheme);
  address = text::resolve(base, address);
  scheme = scheme_of(address);  // it may be the base's now
  if (address.empty() || (scheme && !is_allowed(address, *scheme, schemes))) return std::nullopt;
  return address;
}

std::string clean_candidates(std::string_view srcset, const CleanUrl& clean) {
  std::string result;
  std::size_t at = 0;
  for (;;) {
    while (at < srcset.size() && (text::is_space(srcset[at]) || srcset[at] == ',')) ++at;
    if (at == srcset.size()) return result;
    const std::size_t start = at;
    while (at < srcset.size() && !text::is_space(srcset[at])) ++at;
    std::string_view address = srcset.substr(start, at - start), descriptor;
    if (address.back() == ',') {
      address = address.substr(0, address.find_last_not_of(',') + 1);
    } else {
      // Descriptors end at a comma that is not in parentheses.
      const std::size_t from = at;
      for (bool inside = false; at < srcset.size() && (inside || srcset[at] != ','); ++at) {
        if (srcset[at] == '(') inside = true;
        if (srcset[at] == ')') inside = false;
      }
      descriptor = text::trim(srcset.substr(from, at - from));
    }
    if (!descriptor.empty() && !is_descriptor(descriptor)) continue;
    auto cleaned = clean(address);
    if (!cleaned || cleaned->empty()) continue;
    if (cleaned->front() == ',') cleaned->replace(0, 1, "%2C");
    if (cleaned->back() == ',') cleaned->replace(cleaned->size() - 1, 1, "%2C");
    if (!result.empty()) result += ", ";
    result += *cleaned;
    if (!descriptor.empty()) result.append(" ").append(descriptor);
  }
}

}  // namespace syndicat::html
