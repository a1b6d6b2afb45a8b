#include "cli/editions.hpp"

#include <algorithm>

namespace syndicat::cli {
namespace {

constexpr std::size_t kMostEditions = 24;  // the official languages of the European Union

}  // namespace

void add_editions(model::Feed& feed, const std::function<Result<model::Item>(const std::string& url)>& article,
                  const std::function<void(const Error&)>& failed) {
  if (feed.items.size() != 1) return;
  const auto told = feed.items.front().translations;
  std::vector<model::Translation> all = {
      {feed.items.front().language, feed.items.front().url, feed.items.front().title.value}};
  for (const auto& translation : told) {
    if (all.size() >= kMostEditions) break;
    const auto known = [&](const model::Translation& other) { return other.url == translation.url; };
    if (std::any_of(all.begin(), all.end(), known)) continue;
    auto item = article(translation.url);
    if (!item) {
      failed(item.error());
      all.push_back(translation);
      continue;
    }
    // What the other page says of its own language and title is nearer than a link to it.
    all.push_back({item->language.empty() ? translation.language : item->language,
                   item->url.empty() ? translation.url : item->url, item->title.value});
    const auto same = [&](const model::Item& other) { return other.id == item->id; };
    if (std::none_of(feed.items.begin(), feed.items.end(), same)) feed.items.push_back(std::move(*item));
  }
  for (auto& item : feed.items) {
    item.translations.clear();
    for (const auto& edition : all)
      if (edition.url != item.url) item.translations.push_back(edition);
  }
}

}  // namespace syndicat::cli
