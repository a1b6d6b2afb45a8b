#include "validate/pairing.hpp"

#include <unordered_map>

#include <fmt/format.h>

#include "feeds/facts.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/check.hpp"

namespace syndicat::validate {
namespace {

using Key = std::string (*)(const model::Item&);

std::string id(const model::Item& item) { return item.id; }
std::string address(const model::Item& item) {
  return item.url.empty() ? std::string() : text::normalize_uri(item.url);
}
std::string title(const model::Item& item) { return feeds::words_of(item.title); }
std::string title_and_date(const model::Item& item) {
  const auto* instant = feeds::instant_of(item);
  const auto words = title(item);
  return instant == nullptr || words.empty() ? std::string()
                                             : fmt::format("{}\n{}.{}", words, instant->seconds, instant->nanoseconds);
}

// The items of each key that have no partner yet.
std::unordered_map<std::string, std::vector<std::size_t>> places(const model::Feed& feed,
                                                                 const std::vector<std::size_t>& partners, Key key) {
  std::unordered_map<std::string, std::vector<std::size_t>> places;
  for (std::size_t at = 0; at < feed.items.size(); ++at)
    if (partners[at] == kNoPartner)
      if (auto found = key(feed.items[at]); !found.empty()) places[std::move(found)].push_back(at);
  return places;
}

}  // namespace

Pairing pair_items(const model::Feed& first, const model::Feed& second, bool by_title,
                   const std::function<bool(const model::Item&, const model::Item&)>& is_other) {
  Pairing pairing{std::vector(first.items.size(), kNoPartner), std::vector(second.items.size(), kNoPartner)};
  const auto pair = [&](std::size_t a, std::size_t b) {
    pairing.of_first[a] = b;
    pairing.of_second[b] = a;
  };
  const auto ids_of_second = places(second, pairing.of_second, id);
  for (const auto& [key, mine] : places(first, pairing.of_first, id)) {
    const auto found = ids_of_second.find(key);
    if (found == ids_of_second.end()) continue;
    // An id that stands twice is an error of its own; they are taken in their order.
    for (std::size_t at = 0; at < std::min(mine.size(), found->second.size()); ++at)
      if (!is_other(first.items[mine[at]], second.items[found->second[at]])) pair(mine[at], found->second[at]);
  }
  std::vector<Key> keys = {address, title_and_date};
  if (by_title) keys.push_back(title);
  for (const auto key : keys) {
    const auto theirs = places(second, pairing.of_second, key);
    for (const auto& [value, mine] : places(first, pairing.of_first, key)) {
      const auto found = theirs.find(value);
      if (found != theirs.end() && mine.size() == 1 && found->second.size() == 1) pair(mine[0], found->second[0]);
    }
  }
  return pairing;
}

std::string words_of_content(const model::Item& item) {
  auto words = !item.content_html.empty()   ? feeds::words_of({model::Text::Kind::html, item.content_html})
               : !item.content_text.empty() ? feeds::words_of({model::Text::Kind::plain, item.content_text})
                                            : feeds::words_of(item.summary);
  std::erase_if(words, [](char c) { return text::is_space(c); });
  return words;
}

bool is_same_instant(const std::optional<model::Date>& a, const std::optional<model::Date>& b) {
  return a && b && a->instant && b->instant && !feeds::is_before(*a->instant, *b->instant) &&
         !feeds::is_before(*b->instant, *a->instant);
}

std::string name_of(const model::Item& item) {
  auto words = shorten(feeds::words_of(item.title));
  if (words.empty()) words = shorten(item.url);
  if (words.empty()) words = shorten(item.id);
  return words.empty() ? "without a title" : words;
}

std::string written(const model::Date& date) { return date.instant ? text::to_rfc3339(*date.instant) : date.written; }

}  // namespace syndicat::validate
