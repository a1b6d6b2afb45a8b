#include "extract/edition_address.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/language.hpp"
#include "extract/links.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostParts = 40;  // of a path or a query

// The language that a part of an address names: "be", "BY", "en-gb", "pt_BR", "eng". Empty: none.
std::string language_in(std::string_view part) {
  if (part.size() < 2 || part.size() > 7) return {};
  const auto mark = part.find_first_of("-_");
  auto language = language_named(part.substr(0, mark));
  if (language.empty() || mark == std::string_view::npos) return language;
  const auto region = part.substr(mark + 1);
  if (region.size() != 2 && region.size() != 4) return {};
  return text::normalize_language(language + "-" + std::string(region));
}

std::vector<std::string> parts_of(std::string_view text, char mark) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size() && parts.size() <= kMostParts;) {
    const auto end = std::min(text.find(mark, start), text.size());
    if (end > start) parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool is_language_parameter(std::string_view pair) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"lang", "language", "locale", "hl", "lng", "l", "lg", "setlang", "idioma", "sprache"});
  const auto name = text::to_lower_ascii(pair.substr(0, pair.find('=')));
  return std::ranges::find(kNames, name) != kNames.end() &&
         !language_in(pair.substr(std::min(pair.find('=') + 1, pair.size()))).empty();
}

struct Address {
  std::string host, path, query;
};

Address read_address(std::string_view written) {
  const auto uri = text::split_uri(without_tracking(text::normalize_uri(written)));
  Address address{text::to_lower_ascii(uri.authority.value_or("")), uri.path, uri.query.value_or("")};
  if (address.host.starts_with("www.")) address.host.erase(0, 4);
  while (address.path.ends_with('/')) address.path.pop_back();
  return address;
}

// One list is the other with one part that names a language put in, or with another one in its place.
EditionAddress in_parts(const std::vector<std::string>& own, const std::vector<std::string>& other) {
  if (own.size() > kMostParts || other.size() > kMostParts || other.size() < own.size() ||
      other.size() > own.size() + 1)
    return {};
  std::size_t at = 0;
  while (at < own.size() && own[at] == other[at]) ++at;
  if (at == other.size()) return {};
  const bool inserted = other.size() > own.size();
  const auto rest = other.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  if (!std::equal(own.begin() + static_cast<std::ptrdiff_t>(inserted ? at : at + 1), own.end(), rest, other.end()))
    return {};
  auto language = language_in(other[at]);
  if (language.empty() || (!inserted && language_in(own[at]).empty())) return {};
  return {std::move(language), !inserted};
}

EditionAddress in_query(const std::string& own, const std::string& other) {
  const auto ones = parts_of(own, '&');
  const auto others = parts_of(other, '&');
  std::vector<std::string> left_own;
  std::vector<std::string> left_other;
  std::string before;
  std::string after;
  for (const auto& pair : ones) {
    if (is_language_parameter(pair)) before = pair;
    else left_own.push_back(pair);
  }
  for (const auto& pair : others) {
    if (is_language_parameter(pair)) after = pair;
    else left_other.push_back(pair);
  }
  if (after.empty() || after == before || left_own != left_other) return {};
  // A parameter for the language says that it is one.
  return {language_in(std::string_view(after).substr(after.find('=') + 1)), true};
}

}  // namespace

EditionAddress edition_address(std::string_view own, std::string_view other) {
  const auto one = read_address(own);
  const auto two = read_address(other);
  if (one.host.empty()) return {};
  if (one.host == two.host && one.path == two.path) return in_query(one.query, two.query);
  if (one.query != two.query || one.path.empty()) return {};
  if (one.host == two.host) return in_parts(parts_of(one.path, '/'), parts_of(two.path, '/'));
  if (one.path != two.path) return {};
  return in_parts(parts_of(one.host, '.'), parts_of(two.host, '.'));
}

bool is_front_page(std::string_view address) {
  const auto read = read_address(address);
  const auto parts = parts_of(read.path, '/');
  const bool plain = std::ranges::all_of(parts_of(read.query, '&'), is_language_parameter);
  return plain && (parts.empty() || (parts.size() == 1 && !language_in(parts.front()).empty()));
}

}  // namespace syndicat::extract
