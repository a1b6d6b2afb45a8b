#include "feeds/facts.hpp"

#include <utility>

#include "html/document.hpp"
#include "text/unicode.hpp"

namespace syndicat::feeds {

const text::Instant* instant_of(const model::Item& item) {
  if (item.published && item.published->instant) return &*item.published->instant;
  if (item.modified && item.modified->instant) return &*item.modified->instant;
  return nullptr;
}

bool is_before(const text::Instant& a, const text::Instant& b) {
  return std::pair(a.seconds, a.nanoseconds) < std::pair(b.seconds, b.nanoseconds);
}

std::string words_of(const model::Text& text) {
  if (text.kind == model::Text::Kind::plain || text.value.find_first_of("<&") == std::string::npos)
    return text::collapse_space(text.value);
  return text::collapse_space(html::parse_fragment(text.value).root().block_text());
}

const std::string& language_of(const model::Item& item, const model::Feed& feed) {
  return item.language.empty() ? feed.language : item.language;
}

}  // namespace syndicat::feeds
