#include "push/target.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "http/fields.hpp"
#include "push/answer.hpp"
#include "push/webhook.hpp"
#include "push/websub.hpp"
#include "text/digest.hpp"
#include "text/uri.hpp"

namespace syndicat::push {
namespace {

// clang-format off
constexpr std::array kKinds = {
    Kind{"websub", "a WebSub hub, told that the feed changed", Kind::Scope::feed, nullptr, websub::deliver},
    Kind{"webhook", "a webhook that gets the changed items, signed", Kind::Scope::items, webhook::ready, webhook::deliver},
};
// clang-format on

// One request holds no more than this, so that a receiver's own bound is not met and a long feed arrives in parts.
constexpr std::size_t kMaxItems = 100;
constexpr std::size_t kMaxBytes = 1UL << 20U;

const Kind* find_kind(std::string_view name) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found != kKinds.end() ? found : nullptr;
}

using Known = std::map<std::string, store::Delivery>;

bool is_known(const Known& known, const Change& change) {
  const auto entry = known.find(change.id);
  return entry != known.end() && entry->second.fingerprint == change.fingerprint;
}

// What the target has not got. An id that stands in the feed twice counts once, or it would be new at every run.
std::vector<Change> pending_items(const Update& update, const Known& known) {
  std::vector<Change> pending;
  std::set<std::string_view> seen;
  for (const auto& item : update.items)
    if (seen.insert(item.id).second && !is_known(known, item)) pending.push_back(item);
  return pending;
}

// The feed as one thing that changes when anything in it does. It is remembered under the empty id, which no item has.
Change whole_feed(const Update& update) {
  std::string all = fmt::format("{}\n{}\n", update.title, update.home_page_url);
  for (const auto& item : update.items) all += fmt::format("{}:{}{}\n", item.id.size(), item.id, item.fingerprint);
  return {{}, text::fingerprint(all), {}};
}

// See Shipment::id. What the target had before is part of the name: an item that goes from one text to another and
// back is news each time.
Result<std::string> shipment_id(const Update& update, std::span<const Change> items, const Known& known) {
  std::string all = fmt::format("{}:{}", update.topic.size(), update.topic);
  for (const auto& item : items) {
    all += fmt::format("\n{}:{}{}", item.id.size(), item.id, item.fingerprint);
    if (const auto entry = known.find(item.id); entry != known.end())
      all += fmt::format(" after {} {}", entry->second.fingerprint, entry->second.delivered_at);
  }
  const auto digest = text::sha256_hex(all);
  if (!digest) return digest;
  return fmt::format("msg_{}", digest->substr(0, 32));
}

// How many of the items go into the next request.
std::size_t next_part(std::span<const Change> items, std::size_t most) {
  std::size_t count = 0;
  std::size_t bytes = 0;
  while (count < items.size() && count < most) {
    bytes += items[count].json.size();
    if (count > 0 && bytes > kMaxBytes) break;
    ++count;
  }
  return count;
}

Result<void> remember(const Target& target, const Update& update, std::span<const Change> items, const Means& means) {
  std::vector<store::Delivery> deliveries;
  for (const auto& item : items) deliveries.push_back({item.id, item.fingerprint, means.now.seconds});
  auto kept = means.store->put_deliveries(target.name, update.topic, deliveries);
  if (kept || means.remember_only) return kept;
  return fail(kept.error().cause, "{}; {} has got what was sent and will get it again", kept.error().message,
              http::without_password(target.name));
}

// Sends the items in as many requests as it takes and remembers each that arrived; ends at the first that does not.
Result<Outcome> send_items(const Kind& kind, const Target& target, const Update& update, std::span<const Change> items,
                           const Known& known, const Means& means) {
  Outcome outcome;
  std::size_t sent = 0;
  std::size_t most = kMaxItems;
  while (!items.empty()) {
    const auto part = items.first(next_part(items, most));
    const auto id = shipment_id(update, part, known);
    if (!id) return Failure(id.error());
    outcome = kind.deliver(target, update, {part, *id}, means);
    if (outcome.status == 413 && part.size() > 1) {
      most = part.size() / 2;  // too much at once for this one (RFC 9110, section 15.5.14)
      continue;
    }
    if (!outcome.delivered()) break;
    if (auto kept = remember(target, update, part, means); !kept) return Failure(kept.error());
    sent += part.size();
    items = items.subspan(part.size());
  }
  outcome.items = sent;
  if (!outcome.delivered() && sent > 0)
    outcome.message += fmt::format(" ({} of {} items went before)", sent, sent + items.size());
  return outcome;
}

// Tells once of all that is new, and remembers it all.
Result<Outcome> send_feed(const Kind& kind, const Target& target, const Update& update, std::span<const Change> changes,
                          const Known& known, const Means& means) {
  const auto id = shipment_id(update, changes, known);
  if (!id) return Failure(id.error());
  auto outcome = kind.deliver(target, update, {changes, *id}, means);
  if (!outcome.delivered()) return outcome;
  if (auto kept = remember(target, update, changes, means); !kept) return Failure(kept.error());
  return outcome;
}

}  // namespace

std::span<const Kind> kinds() { return kKinds; }

Result<Target> parse_target(std::string_view written) {
  const auto colon = written.find(':');
  const auto kind = written.substr(0, colon);
  const auto shown = http::without_password(written);
  if (colon == std::string_view::npos || find_kind(kind) == nullptr) {
    std::string names;
    for (const auto& row : kKinds) names += fmt::format("{}{}:", names.empty() ? "" : " or ", row.name);
    return fail(Cause::misuse, "{}: no kind of target; begin it with {}, as in websub:https://hub.example/", shown,
                names);
  }
  const auto address = written.substr(colon + 1);
  if (!text::is_web_url(address))
    return fail(Cause::misuse, "{}: has no http or https URL behind {}:; write {}:https://...", shown, kind, kind);
  return Target{std::string(written), std::string(kind), std::string(address)};
}

bool one_topic_each(const Target& target) {
  const Kind* kind = find_kind(target.kind);
  return kind != nullptr && kind->scope == Kind::Scope::feed;
}

Result<void> ready(const Target& target, const Means& means) {
  const Kind* kind = find_kind(target.kind);
  if (kind == nullptr) return fail(Cause::misuse, "{}: no kind of target", target.kind);
  if (kind->ready == nullptr || means.remember_only) return {};
  return kind->ready(means);
}

Result<Outcome> deliver(const Target& target, const Update& update, const Means& means) {
  if (const auto is_ready = ready(target, means); !is_ready) return failed(target, is_ready.error());
  const Kind* kind = find_kind(target.kind);
  const auto known = means.store->deliveries(target.name, update.topic);
  if (!known) return Failure(known.error());

  Outcome outcome;
  outcome.target = target.name;
  outcome.state = Outcome::State::nothing_new;
  auto pending = pending_items(update, *known);
  const auto items = pending.size();
  // A feed can change without any new item: one was taken out, or the feed has another title.
  const auto whole = whole_feed(update);
  const bool by_feed = kind->scope == Kind::Scope::feed;
  if (by_feed && !update.items.empty() && !is_known(*known, whole)) pending.push_back(whole);
  if (pending.empty()) return outcome;

  outcome.items = items;
  if (means.dry_run) {
    outcome.state = Outcome::State::planned;
    return outcome;
  }
  if (means.remember_only) {
    if (auto kept = remember(target, update, pending, means); !kept) return Failure(kept.error());
    return outcome;
  }
  // A store that cannot be written is found out before anything is sent, or every run would send it all again.
  if (auto writable = means.store->put_deliveries(target.name, update.topic, {}); !writable)
    return Failure(writable.error());
  auto sent = (by_feed ? send_feed : send_items)(*kind, target, update, pending, *known, means);
  if (sent && by_feed) sent->items = sent->delivered() ? items : 0;
  return sent;
}

}  // namespace syndicat::push
