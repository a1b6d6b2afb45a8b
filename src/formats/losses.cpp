#include "formats/losses.hpp"

#include <algorithm>
#include <unordered_map>

#include "formats/extras.hpp"
#include "model/identity.hpp"

namespace syndicat::formats {
namespace {

class Count {
 public:
  Count(Loss::Of of, std::vector<Loss>& losses) : of_(of), losses_(losses) {}

  void begin_item(const std::string& id) { id_ = &id; }

  void add(const std::string& member) {
    for (auto& loss : losses_)
      if (loss.of == of_ && loss.member == member) {
        ++loss.count;
        return;
      }
    losses_.push_back({of_, member, 1, id_ == nullptr ? std::string() : *id_});
  }

  // What `before` says and `after` does not.
  void compare(const Extra& before, const Extra& after, const std::string& path) {
    for (const auto& child : before.children) {
      const std::string name = path.empty() ? child.name : path + "." + child.name;
      const auto* other = after.find(child.name);
      if (other == nullptr) add_all(child, name);
      else if (child.kind == Extra::Kind::object) compare(child, *other, name);
      else if (child.kind == Extra::Kind::list) compare_lists(child, *other, name);
      else if (child.text != other->text) add(name);
    }
  }

 private:
  void add_all(const Extra& lost, const std::string& name) {
    const std::size_t times = lost.kind == Extra::Kind::list ? lost.children.size() : 1;
    for (std::size_t time = 0; time < times; ++time) add(name);
  }

  void compare_lists(const Extra& before, const Extra& after, const std::string& name) {
    if (before.children.size() == after.children.size()) {
      for (std::size_t at = 0; at < before.children.size(); ++at) {
        if (before.children[at].text != after.children[at].text) add(name);
        compare(before.children[at], after.children[at], name);
      }
      return;
    }
    for (const auto& entry : before.children)
      if (std::find(after.children.begin(), after.children.end(), entry) == after.children.end()) add(name);
  }

  Loss::Of of_;
  std::vector<Loss>& losses_;
  const std::string* id_ = nullptr;
};

// Where each item stands in the document that was read again; -1: nowhere. Item by item where none is missing, else
// by id and address.
std::vector<std::ptrdiff_t> places_of(const model::Feed& before, const std::vector<std::string>& ids,
                                      const model::Feed& after) {
  std::vector<std::ptrdiff_t> places(before.items.size(), -1);
  std::unordered_map<std::string_view, std::ptrdiff_t> known;
  const bool is_whole = before.items.size() == after.items.size();
  for (std::size_t at = 0; at < after.items.size(); ++at) {
    if (is_whole) places[at] = static_cast<std::ptrdiff_t>(at);
    if (!after.items[at].id.empty()) known.emplace(after.items[at].id, at);
    if (!after.items[at].url.empty()) known.emplace(after.items[at].url, at);
  }
  if (is_whole) return places;
  for (std::size_t at = 0; at < before.items.size(); ++at)
    for (const std::string_view key : {std::string_view(ids[at]), std::string_view(before.items[at].url)})
      if (const auto found = known.find(key); places[at] < 0 && found != known.end()) places[at] = found->second;
  return places;
}

// In a list of feeds a line may stand for the feed itself: it says the feed's addresses, and is no item.
void take_own_line(const model::Feed& before, model::Feed& after) {
  if (before.feed_url.empty() || !after.feed_url.empty()) return;
  const auto is_listed = [&](const model::Item& item) {
    return item.source && item.source->feed_url == before.feed_url;
  };
  if (std::any_of(before.items.begin(), before.items.end(), is_listed)) return;
  const auto line = std::find_if(after.items.begin(), after.items.end(), is_listed);
  if (line == after.items.end()) return;
  after.feed_url = line->source->feed_url;
  after.home_page_url = line->source->url;
  after.items.erase(line);
}

}  // namespace

Result<std::vector<Loss>> losses(const model::Feed& feed, const Format& format, const std::string& written) {
  if (format.read == nullptr)
    return fail(Cause::misuse, "{} is for people to read, and cannot be read again; nothing tells what it has lost",
                format.title);
  ReadOptions options;
  options.max_size = std::max<std::uint64_t>(options.max_size, written.size());
  options.max_items = std::max<std::uint64_t>(options.max_items, feed.items.size());
  auto again = format.read(written, options);
  if (!again) return Failure(again.error());
  const auto ids = model::ids_of(feed);
  if (!ids) return Failure(ids.error());

  take_own_line(feed, again->feed);
  std::vector<Loss> found;
  Count(Loss::Of::feed, found).compare(everything(feed), everything(again->feed), {});
  Count count(Loss::Of::items, found);
  const auto places = places_of(feed, *ids, again->feed);
  for (std::size_t at = 0; at < feed.items.size(); ++at) {
    count.begin_item((*ids)[at]);
    if (places[at] < 0) count.add("item");
    else
      count.compare(everything(feed.items[at]), everything(again->feed.items[static_cast<std::size_t>(places[at])]),
                    {});
  }
  return found;
}

}  // namespace syndicat::formats
