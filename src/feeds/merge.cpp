#include "feeds/merge.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "feeds/facts.hpp"
#include "model/identity.hpp"
#include "text/digest.hpp"
#include "text/uri.hpp"

namespace syndicat::feeds {
namespace {

// Clears what not all feeds say alike.
template <typename... Members>
void keep_agreed(model::Feed& merged, const std::vector<model::Feed>& feeds, Members... members) {
  const auto keep = [&](auto member) {
    for (const auto& feed : feeds)
      if (!(feed.*member == feeds.front().*member)) {
        merged.*member = {};
        return;
      }
  };
  (keep(members), ...);
}

const text::Instant* instant_of(const std::optional<model::Date>& date) {
  return date && date->instant ? &*date->instant : nullptr;
}

model::Feed agreed(const std::vector<model::Feed>& feeds) {
  using model::Feed;
  Feed merged = feeds.front();
  merged.items.clear();
  keep_agreed(merged, feeds, &Feed::id, &Feed::title, &Feed::subtitle, &Feed::home_page_url, &Feed::feed_url,
              &Feed::next_url, &Feed::user_comment, &Feed::language, &Feed::authors, &Feed::contributors,
              &Feed::managing_editor, &Feed::web_master, &Feed::icon, &Feed::favicon, &Feed::logo, &Feed::categories,
              &Feed::generator, &Feed::generator_url, &Feed::generator_version, &Feed::docs, &Feed::rights, &Feed::hubs,
              &Feed::cloud, &Feed::ttl_minutes, &Feed::skip_hours, &Feed::skip_days, &Feed::rating, &Feed::expired,
              &Feed::links, &Feed::instructions, &Feed::foreign);
  // It changed when the last of them did. Formats spell a date differently: one instant is one date.
  for (const auto& feed : feeds) {
    const auto *published = instant_of(feed.published), *first = instant_of(feeds.front().published);
    const bool one =
        published != nullptr && first != nullptr && !is_before(*published, *first) && !is_before(*first, *published);
    if (!one && !(feed.published == feeds.front().published)) merged.published.reset();
    const auto* instant = instant_of(feed.modified);
    if (instant != nullptr &&
        (instant_of(merged.modified) == nullptr || is_before(*merged.modified->instant, *instant)))
      merged.modified = feed.modified;
  }
  return merged;
}

// "The Paper, Depot News, Minutes and 2 more"
std::string joined_titles(const std::vector<model::Feed>& feeds) {
  std::vector<std::string> titles;
  for (const auto& feed : feeds)
    if (auto title = words_of(feed.title);
        !title.empty() && std::find(titles.begin(), titles.end(), title) == titles.end())
      titles.push_back(std::move(title));
  constexpr std::size_t kMostTitles = 4;
  const auto more = titles.size() > kMostTitles ? titles.size() - kMostTitles : 0;
  titles.resize(titles.size() - more);
  return fmt::format("{}{}", fmt::join(titles, ", "), more > 0 ? fmt::format(", +{}", more) : "");
}

const text::Instant* changed_at(const model::Item& item) {
  const auto* modified = instant_of(item.modified);
  return modified != nullptr ? modified : instant_of(item.published);
}

bool changed_later(const model::Item& item, const model::Item& than) {
  const auto* instant = changed_at(item);
  const auto* other = changed_at(than);
  return instant != nullptr && (other == nullptr || is_before(*other, *instant));
}

model::Source source_from(const model::Feed& feed, const std::string& id) {
  model::Source source;
  source.id = id;
  source.title = words_of(feed.title);
  source.url = feed.home_page_url;
  source.feed_url = feed.feed_url;
  source.modified = feed.modified.value_or(model::Date());
  return source;
}

class Merger {
 public:
  explicit Merger(std::vector<model::Feed> feeds) : feeds_(std::move(feeds)) {}

  Result<Merged> run() {
    std::vector<std::string> ids;
    for (const auto& feed : feeds_) {
      auto id = model::id_of(feed);
      if (!id) return Failure(id.error());
      ids.push_back(std::move(*id));
    }
    merged_.feed = agreed(feeds_);
    one_feed_ = std::all_of(ids.begin(), ids.end(), [&](const auto& id) { return id == ids.front(); });
    for (std::size_t at = 0; at < feeds_.size(); ++at)
      if (auto added = add(feeds_[at], ids[at]); !added) return Failure(added.error());
    if (auto good = set_instead(std::move(ids)); !good) return Failure(good.error());
    return std::move(merged_);
  }

 private:
  Result<void> add(model::Feed& feed, const std::string& feed_id) {
    const auto ids = model::ids_of(feed);
    if (!ids) return Failure(ids.error());
    for (std::size_t at = 0; at < feed.items.size(); ++at) {
      auto& item = feed.items[at];
      speak_for(feed, feed_id, item);
      auto [known, is_new] = places_.try_emplace((*ids)[at], merged_.feed.items.size());
      if (!is_new && is_another(item, merged_.feed.items[known->second])) {
        item.id = feed_id + "#" + item.id;
        std::tie(known, is_new) = places_.try_emplace(item.id, merged_.feed.items.size());
      }
      if (is_new) merged_.feed.items.push_back(std::move(item));
      else if (auto& there = merged_.feed.items[known->second]; changed_later(item, there)) there = std::move(item);
    }
    return {};
  }

  // An id such as "123" is unique on its site only (RSS 2.0, guid).
  static bool is_another(const model::Item& item, const model::Item& other) {
    if (item.id.empty() || text::is_absolute_iri(item.id)) return false;
    const auto host = text::host_of(item.url), other_host = text::host_of(other.url);
    return !host.empty() && !other_host.empty() && host != other_host;
  }

  // What the feed said for all of its items.
  void speak_for(const model::Feed& feed, const std::string& feed_id, model::Item& item) const {
    const auto& all = merged_.feed;
    if (item.authors.empty() && !(all.authors == feed.authors)) item.authors = feed.authors;
    if (item.language.empty() && all.language != feed.language) item.language = feed.language;
    if (item.rights.empty() && !(all.rights == feed.rights)) item.rights = feed.rights;
    if (one_feed_ || (item.source && !item.source->empty())) return;
    item.source = source_from(feed, feed_id);
  }

  Result<void> set_instead(std::vector<std::string> ids) {
    auto& instead = merged_.instead;
    instead.title.value = joined_titles(feeds_);
    for (const auto& feed : feeds_)
      if (instead.home_page_url.empty()) instead.home_page_url = feed.home_page_url;
    if (one_feed_) {
      // Where none of them says its id nobody has to.
      for (const auto& feed : feeds_)
        if (instead.id.empty()) instead.id = feed.id;
      return {};
    }
    // The same for the same feeds, in whatever order they are named.
    std::sort(ids.begin(), ids.end());
    const auto digest = text::sha256_hex(fmt::format("{}", fmt::join(ids, "\n")));
    if (!digest) return Failure(digest.error());
    instead.id = "urn:sha256:" + *digest;
    return {};
  }

  std::vector<model::Feed> feeds_;
  Merged merged_;
  bool one_feed_ = false;
  std::unordered_map<std::string, std::size_t> places_;  // of the items, by id
};

}  // namespace

Result<Merged> merge(std::vector<model::Feed> feeds) {
  if (feeds.empty()) return Merged{};
  return Merger(std::move(feeds)).run();
}

Result<model::Source> source_of(const model::Feed& feed) {
  auto id = model::id_of(feed);
  if (!id) return Failure(id.error());
  return source_from(feed, *id);
}

void list_all(Merged& merged, const std::vector<model::Source>& feeds) {
  for (const auto& feed : feeds) {
    const auto& items = merged.feed.items;
    const bool is_there = std::any_of(items.begin(), items.end(), [&](const auto& item) {
      return item.source && item.source->feed_url == feed.feed_url;
    });
    if (is_there || feed.feed_url.empty()) continue;
    model::Item item;
    item.id = feed.feed_url;
    item.url = feed.url;
    item.title.value = feed.title;
    item.source = feed;
    merged.feed.items.push_back(std::move(item));
  }
}

void fill_in(Merged& merged) {
  auto& [feed, instead] = merged;
  if (feed.title.empty()) feed.title = instead.title;
  if (feed.home_page_url.empty()) feed.home_page_url = instead.home_page_url;
  // A feed that has an address of its own is known by that.
  if (feed.id.empty() && feed.feed_url.empty()) feed.id = instead.id;
}

}  // namespace syndicat::feeds
