#include "text/media_type.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::text {
namespace {

// RFC 2045, section 5.1.
bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return c > ' ' && c < 0x7F && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
  });
}

}  // namespace

bool is_media_type(std::string_view written) {
  const auto semicolon = written.find(';');
  const auto type = trim(written.substr(0, semicolon));
  const auto slash = type.find('/');
  if (slash == std::string_view::npos || !is_token(type.substr(0, slash)) || !is_token(type.substr(slash + 1)))
    return false;
  while (!written.empty()) {
    const auto next = written.find(';');
    if (next == std::string_view::npos) return true;
    written.remove_prefix(next + 1);
    const auto parameter = trim(written.substr(0, written.find(';')));
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos || !is_token(parameter.substr(0, equals))) return false;
    auto value = parameter.substr(equals + 1);
    const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    if (!is_quoted && !is_token(value)) return false;
  }
  return true;
}

}  // namespace syndicat::text
