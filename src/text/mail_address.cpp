#include "text/mail_address.hpp"

#include <algorithm>

namespace syndicat::text {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// RFC 2822, section 3.2.4: the characters of an atom.
bool is_atom_text(char c) {
  return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

}  // namespace

bool is_addr_spec(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  auto local = text.substr(0, at);
  auto domain = text.substr(at + 1);
  if (!(local.size() >= 2 && local.front() == '"' && local.back() == '"')) {
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
    if (!std::ranges::all_of(local, [](char c) { return c == '.' || is_atom_text(c); })) return false;
  }
  // A host with a dot in it; a literal in brackets is let pass.
  if (domain.starts_with('[') && domain.ends_with(']')) return true;
  if (domain.find('.') == std::string_view::npos) return false;
  while (true) {
    const auto dot = domain.find('.');
    const auto label = domain.substr(0, dot);
    if (label.empty() || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(
            label, [](char c) { return c == '-' || static_cast<unsigned char>(c) >= 0x80 || is_alphanumeric(c); }))
      return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool holds_mail_address(std::string_view text) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    auto start = at, end = at + 1;
    while (start > 0 && at - start < 64 &&
           (text[start - 1] == '.' ||
            (is_atom_text(text[start - 1]) && static_cast<unsigned char>(text[start - 1]) < 0x80)))
      --start;
    while (end < text.size() && end - at < 256 && (text[end] == '.' || text[end] == '-' || is_alphanumeric(text[end])))
      ++end;
    auto candidate = text.substr(start, end - start);
    while (candidate.ends_with('.')) candidate.remove_suffix(1);
    if (is_addr_spec(candidate)) return true;
  }
  return false;
}

}  // namespace syndicat::text
