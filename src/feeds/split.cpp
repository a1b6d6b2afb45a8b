#include "feeds/split.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "feeds/facts.hpp"
#include "model/identity.hpp"
#include "text/digest.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::feeds {
namespace {

constexpr std::size_t kLongestWord = 80;  // bytes; file systems take 255 for the whole name

// The small letter of a capital in the scripts that have both and are close at hand: Latin, Greek, Cyrillic, Armenian.
char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB && c != 0x3A2) || (c >= 0x410 && c <= 0x42F))
    return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x531 && c <= 0x556) return c + 48;
  const bool is_pair = (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
                       (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) ||
                       (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
  if (is_pair) return c | 1U;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x4C1 && c <= 0x4CE))
    return c % 2 == 1 ? c + 1 : c;
  return c;
}

// One spelling for values that differ in case only.
std::string folded(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at < value.size();) text::append_utf8(text, lower(text::next_character(value, at)));
  return text;
}

// Signs that show nothing or turn the direction of what is read: no part of a name.
bool is_hidden(char32_t c) {
  return (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x3000 || c == 0xFEFF || c == 0xFFFD || c >= 0xE0000;
}

std::vector<std::string> values_of(const model::Item& item, const model::Feed& feed, By by) {
  if (by == By::language) {
    const auto& written = language_of(item, feed);
    const auto usual = text::normalize_language(written);
    return {usual.empty() ? std::string(kUnknownLanguage) : usual};
  }
  std::vector<std::string> values;
  for (const auto& category : item.categories)
    if (auto tag = text::collapse_space(category.term); !tag.empty()) values.push_back(std::move(tag));
  if (values.empty()) values.emplace_back(kUntagged);
  return values;
}

// Words that several parts would share, or that say too little, get a fingerprint of the value behind them.
void tell_apart(std::vector<Part>& parts) {
  std::map<std::string, int> uses;
  for (auto& part : parts) ++uses[folded(part.file_word)];
  for (auto& part : parts) {
    const bool is_cut = part.file_word.size() > kLongestWord;
    if (!is_cut && !part.file_word.empty() && uses[folded(part.file_word)] == 1) continue;
    part.file_word = text::cut_utf8(part.file_word, kLongestWord);
    if (!part.file_word.empty()) part.file_word += '-';
    part.file_word += text::fingerprint(folded(part.value)).substr(0, 8);
  }
}

// A UUID has no parts, and neither has one part.
std::string id_of_part(const std::string& id, const std::string& word) {
  if (id.starts_with("urn:uuid:") || id.find('#') != std::string::npos)
    return "urn:syndicat:" + text::fingerprint(id + "\n" + word);
  return id + "#" + text::percent_encode(word);
}

}  // namespace

std::string file_word(std::string_view value) {
  std::string word;
  for (std::size_t at = 0; at < value.size();) {
    const auto c = text::next_character(value, at);
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    if (is_plain || (c >= 0x80 && !is_hidden(c))) text::append_utf8(word, lower(c));
    else if (!word.empty() && word.back() != '-') word += '-';
  }
  while (word.ends_with('-') || word.ends_with('.')) word.pop_back();
  const auto first = word.find_first_not_of("-._");
  return first == std::string::npos ? std::string() : word.substr(first);
}

Result<std::vector<Part>> split(const model::Feed& feed, By by) {
  const auto id = model::id_of(feed);
  if (!id) return Failure(id.error());
  model::Feed rest = feed;
  rest.items.clear();
  rest.feed_url.clear();

  std::vector<Part> parts;
  std::unordered_map<std::string, std::size_t> places;
  for (const auto& item : feed.items) {
    std::vector<std::size_t> taken;
    for (auto& value : values_of(item, feed, by)) {
      const auto [known, is_new] = places.try_emplace(folded(value), parts.size());
      // A language has a usual spelling, and letters and dashes only.
      if (is_new) parts.push_back({value, by == By::language ? value : file_word(value), rest});
      if (std::find(taken.begin(), taken.end(), known->second) != taken.end()) continue;
      taken.push_back(known->second);
      parts[known->second].feed.items.push_back(item);
    }
  }
  tell_apart(parts);
  for (auto& part : parts) {
    part.feed.id = id_of_part(*id, part.file_word);
    if (by == By::language) part.feed.language = part.value == kUnknownLanguage ? std::string() : part.value;
  }
  return parts;
}

}  // namespace syndicat::feeds
