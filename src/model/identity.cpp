#include "model/identity.hpp"

#include <unordered_map>

#include "text/digest.hpp"
#include "text/uri.hpp"

namespace syndicat::model {
namespace {

Result<std::string> urn_of(const std::string& words) {
  const auto digest = text::sha256_hex(words);
  if (!digest) return Failure(digest.error());
  return "urn:sha256:" + *digest;
}

// What tells the item from others, without its content. An instant, not the words it was written in: formats write
// them differently.
std::string heading_of(const Item& item) {
  std::string words = item.title.value;
  if (item.published && item.published->instant)
    words.append("\n").append(std::to_string(item.published->instant->seconds));
  return words;
}

const std::string& content_of(const Item& item) {
  if (!item.content_html.empty()) return item.content_html;
  return item.content_text.empty() ? item.summary.value : item.content_text;
}

// The address that can stand for the item, or nothing.
std::string address_of(const Item& item) {
  if (!item.url.empty() && !text::leads_nowhere(item.url)) return item.url;
  return item.attachments.empty() ? std::string() : item.attachments.front().url;
}

}  // namespace

Result<std::string> derive_id(const Item& item) {
  const auto address = address_of(item);
  if (!address.empty()) return address;
  return urn_of(item.title.empty() ? content_of(item) : heading_of(item));
}

Result<std::string> derive_own_id(const Item& item) {
  return urn_of(address_of(item) + "\n" + heading_of(item) + "\n" + content_of(item));
}

Result<std::vector<std::string>> ids_of(const Feed& feed) {
  std::vector<std::string> ids;
  ids.reserve(feed.items.size());
  std::unordered_map<std::string, int> derived;
  for (const auto& item : feed.items) {
    auto id = item.id.empty() ? derive_id(item) : item.id;
    if (!id) return Failure(id.error());
    if (item.id.empty()) ++derived[*id];
    ids.push_back(std::move(*id));
  }
  for (std::size_t at = 0; at < ids.size(); ++at) {
    const auto& item = feed.items[at];
    if (!item.id.empty() || derived[ids[at]] < 2) continue;
    auto id = derive_own_id(item);
    if (!id) return Failure(id.error());
    ids[at] = std::move(*id);
  }
  return ids;
}

Result<std::vector<std::string>> distinct_ids_of(const Feed& feed) {
  auto ids = ids_of(feed);
  if (!ids) return ids;
  std::unordered_map<std::string, std::size_t> times;
  times.reserve(ids->size());
  for (std::size_t at = 0; at < ids->size(); ++at) {
    auto& id = (*ids)[at];
    if (times[id]++ == 0) continue;
    auto own = derive_own_id(feed.items[at]);
    if (!own) return Failure(own.error());
    // Items that are alike to the last word are told apart by their number alone.
    const auto before = *own == id ? times[id] - 1 : times[*own]++;
    if (before > 0) own->append(":").append(std::to_string(before + 1));
    id = std::move(*own);
  }
  return ids;
}

Result<std::string> id_of(const Feed& feed) {
  if (!feed.id.empty()) return feed.id;
  if (!feed.feed_url.empty()) return feed.feed_url;
  if (!feed.home_page_url.empty()) return feed.home_page_url;
  return urn_of(feed.title.value);
}

}  // namespace syndicat::model
