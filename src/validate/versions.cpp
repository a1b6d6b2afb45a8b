#include "validate/versions.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "feeds/facts.hpp"
#include "text/uri.hpp"
#include "validate/check.hpp"
#include "validate/item_places.hpp"
#include "validate/pairing.hpp"

namespace syndicat::validate {
namespace {

using model::Feed;
using model::Item;

// Items of one id that have neither title nor address nor date in common: nobody edits all of that at once.
bool is_other(const Item& before, const Item& now) {
  const auto old_title = feeds::words_of(before.title), new_title = feeds::words_of(now.title);
  if (old_title.empty() || new_title.empty() || old_title == new_title) return false;
  if (is_same_instant(before.published, now.published)) return false;
  if (before.url.empty() != now.url.empty()) return false;
  if (!before.url.empty()) return text::normalize_uri(before.url) != text::normalize_uri(now.url);
  // Without addresses the dates must speak, and what the items say.
  return before.published && now.published && words_of_content(before) != words_of_content(now);
}

// Which way a feed runs, by the dates of its items, where it runs at all: a list of the best has no end to fall off.
// A few may stand elsewhere, such as one that is kept on top.
enum class Order { newest_first, oldest_first, none };

Order order_of(const Feed& feed) {
  const auto read = [&](const auto& instant_of) {
    std::size_t rising = 0, falling = 0;
    const text::Instant* last = nullptr;
    for (const auto& item : feed.items) {
      const text::Instant* instant = instant_of(item);
      if (instant == nullptr) continue;
      if (last != nullptr && feeds::is_before(*last, *instant)) ++rising;
      if (last != nullptr && feeds::is_before(*instant, *last)) ++falling;
      last = instant;
    }
    const auto exceptions = std::min(rising, falling);
    if (exceptions > 1 && exceptions * 10 > rising + falling) return Order::none;
    return rising > falling ? Order::oldest_first : Order::newest_first;
  };
  const auto order = read(feeds::instant_of);
  if (order != Order::none) return order;
  return read([](const Item& item) -> const text::Instant* {
    return item.modified && item.modified->instant ? &*item.modified->instant : nullptr;
  });
}

struct Versions {
  Check& check;
  const ItemPlaces& places;
  const Feed& now;
  const Feed& before;
  std::string_view name;
  Pairing pairing;  // first: before, second: now

  void report(RuleRef rule, const SaidAt& at, std::string_view title, std::string_view was, std::string_view is) const {
    check.report(rule, at.span,
                 {{"element", at.element}, {"title", title}, {"before", was}, {"value", is}, {"old", name}},
                 at.pointer);
  }

  void ids() const {
    std::unordered_map<std::string_view, std::size_t> old_ids;
    for (std::size_t at = 0; at < before.items.size(); ++at)
      if (!before.items[at].id.empty()) old_ids.emplace(before.items[at].id, at);
    for (std::size_t at = 0; at < now.items.size(); ++at) {
      const auto& item = now.items[at];
      const auto partner = pairing.of_second[at];
      if (partner != kNoPartner) {
        const auto& old = before.items[partner];
        if (old.id.empty() || old.id == item.id) continue;
        report(item.id.empty() ? RuleRef("lost-id") : RuleRef("changed-id"), places.item(at, Said::id), name_of(item),
               old.id, item.id);
      }
      const auto known = item.id.empty() ? old_ids.end() : old_ids.find(item.id);
      if (known != old_ids.end() && known->second != partner && is_other(before.items[known->second], item))
        report("reused-id", places.item(at, Said::id), name_of(item), name_of(before.items[known->second]), item.id);
    }
    if (!before.id.empty() && !now.id.empty() && before.id != now.id)
      report("changed-feed-id", places.feed(Said::id), {}, before.id, now.id);
  }

  void dates() const {
    for (std::size_t at = 0; at < now.items.size(); ++at) {
      if (pairing.of_second[at] == kNoPartner) continue;
      const auto& item = now.items[at];
      const auto& old = before.items[pairing.of_second[at]];
      if (is_known(old.published) && is_known(item.published) && !is_same_instant(old.published, item.published))
        report("moved-date", places.item(at, Said::published), name_of(item), written(*old.published),
               written(*item.published));
      if (!is_known(old.modified) || !is_known(item.modified)) continue;
      if (feeds::is_before(*item.modified->instant, *old.modified->instant)) {
        report("updated-backwards", places.item(at, Said::updated), name_of(item), written(*old.modified),
               written(*item.modified));
      } else if (is_same_instant(old.modified, item.modified)) {
        const bool title = feeds::words_of(old.title) != feeds::words_of(item.title);
        if (title || words_of_content(old) != words_of_content(item))
          report("updated-unchanged", places.item(at, Said::updated), name_of(item), title ? "title" : "content",
                 written(*item.modified));
      }
    }
    if (is_known(before.modified) && is_known(now.modified) &&
        feeds::is_before(*now.modified->instant, *before.modified->instant))
      report("updated-backwards", places.feed(Said::updated), feeds::words_of(now.title), written(*before.modified),
             written(*now.modified));
  }

  // An item falls off the old end; one is missed where others that were older, and nearer to that end, are there still.
  void vanished() const {
    const bool any = std::ranges::any_of(pairing.of_first, [](std::size_t partner) { return partner != kNoPartner; });
    if (!any) {
      const bool all_deleted = std::ranges::all_of(
          before.items, [&](const Item& item) { return !item.id.empty() && places.is_deleted(item.id); });
      if (!before.items.empty() && !all_deleted)
        report("nothing-in-common", places.feed(Said::whole), {}, std::to_string(before.items.size()), {});
      return;
    }
    const auto order = order_of(before);
    if (order == Order::none) return;
    bool undated = false;
    const text::Instant* oldest = nullptr;  // of those that are still there, from the old end on
    std::size_t behind = 0;                 // the one of them that was met last, in the newer document
    std::vector<std::pair<std::size_t, std::size_t>> missed;
    for (std::size_t step = 0; step < before.items.size(); ++step) {
      const auto at = order == Order::newest_first ? before.items.size() - 1 - step : step;
      const auto& item = before.items[at];
      const auto* instant = feeds::instant_of(item);
      if (pairing.of_first[at] != kNoPartner) {
        behind = pairing.of_first[at];
        if (instant == nullptr) undated = true;
        else if (oldest == nullptr || feeds::is_before(*instant, *oldest)) oldest = instant;
        continue;
      }
      const bool older_is_there = instant == nullptr
                                      ? undated || oldest != nullptr
                                      : undated || (oldest != nullptr && feeds::is_before(*oldest, *instant));
      if (older_is_there && !(!item.id.empty() && places.is_deleted(item.id))) missed.emplace_back(at, behind);
    }
    std::ranges::sort(missed);
    for (const auto& [at, neighbour] : missed)
      report("vanished-item", places.item(neighbour, Said::whole), name_of(before.items[at]), before.items[at].id, {});
  }

  static bool is_known(const std::optional<model::Date>& date) { return date && date->instant; }
};

}  // namespace

void check_versions(Report& report, const Options& options, const Feed& now, const Feed& before,
                    std::string_view name) {
  const ItemPlaces places(report.text, now.items.size(), options.limits);
  Check check(options, places.syntax(), report.text);
  const Versions versions{check, places, now, before, name, pair_items(before, now, false, is_other)};
  versions.ids();
  versions.dates();
  versions.vanished();
  add_findings(report, check);
}

}  // namespace syndicat::validate
