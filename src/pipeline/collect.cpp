#include "pipeline/collect.hpp"

#include <glob.h>

#include <algorithm>
#include <set>

#include "base/handle.hpp"
#include "fetch/fetch.hpp"
#include "formats/json_feed.hpp"
#include "html/document.hpp"
#include "html/encoding.hpp"
#include "pipeline/whole.hpp"
#include "text/digest.hpp"
#include "text/uri.hpp"

namespace syndicat::pipeline {
namespace {

constexpr std::size_t kMaxArticles = 100;  // links followed from one page

using Glob = Handle<glob_t, globfree>;

// The paths that a pattern names, in order; the address itself where it is a URL or no pattern.
std::vector<std::string> expand(const Config& config, const std::string& address) {
  if (address.find("://") != std::string::npos || address.starts_with("file:")) return {address};
  const auto path = in_folder(config, address);
  if (address.find_first_of("*?[") == std::string::npos) return {path};
  glob_t found{};
  const Glob owner(&found);
  std::vector<std::string> paths;
  if (glob(path.c_str(), 0, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  return paths;
}

// The addresses of the articles that a page links, each once.
std::vector<std::string> articles_on(const fetch::Page& page, const std::string& selector) {
  const auto document = html::parse(html::decode(page.bytes, page.charset).text);
  std::vector<std::string> addresses;
  for (const auto link : document.root().find_all(selector)) {
    const auto anchor = link.is("a") ? link : link.find("a[href]");
    if (!anchor || anchor.attribute("href").empty()) continue;
    auto address = text::resolve(page.url, anchor.attribute("href"));
    address.resize(std::min(address.find('#'), address.size()));
    if (address != page.url && std::find(addresses.begin(), addresses.end(), address) == addresses.end())
      addresses.push_back(std::move(address));
    if (addresses.size() == kMaxArticles) break;
  }
  return addresses;
}

std::string_view words_for_kind(std::string_view kind) {
  return kind == "feed" ? "a feed" : kind == "page" ? "an HTML page" : "a text";
}

// An item as it is remembered; when it was got is no part of what it says.
std::string words_of(model::Item item) {
  item.retrieved.reset();
  item.first_seen.reset();
  return formats::write_item(item);
}

class Collector {
 public:
  Collector(const SourceConfig& source, const Config& config, const PublishMeans& means, extract::SiteRules& rules)
      : source_(source),
        config_(config),
        means_(means),
        rules_(rules),
        file_(config.name + "/" + source.name),
        settings_(text::fingerprint(fmt::format("{}\n{}\n{}\n{}\n{}", SYNDICAT_VERSION, source.author, source.language,
                                                source.time_zone, source.pages))),
        send_(
            with_site_headers(means.client(source.user_agent.empty() ? config.user_agent : source.user_agent), rules)) {
    collection_.result = {.name = source.name, .address = source.address, .notes = {}, .errors = {}};
  }

  Result<Collection> run(double keep_seconds) {
    auto stored = means_.store->items(file_);
    if (!stored) return Failure(stored.error());
    for (auto& item : *stored) known_.emplace(item.id, std::move(item));

    const auto addresses = expand(config_, source_.address);
    if (addresses.empty())
      collection_.result.errors.push_back(
          {Cause::unreadable, fmt::format("{}: no file has such a name", source_.address)});
    for (const auto& address : addresses) {
      auto read = source_.articles.empty() ? read_page(address) : read_index(address);
      if (!read) return Failure(read.error());
    }
    if (auto kept = forget(keep_seconds); !kept) return Failure(kept.error());
    return give();
  }

 private:
  // One page or feed; what fails here is the page's, not the run's.
  Result<void> read_page(const std::string& address) {
    const auto key = key_of(address);
    auto seen = means_.store->validators(key);
    if (!seen) return Failure(seen.error());
    auto page = fetch::get(address, *seen, send_, config_.max_size);
    if (!page) return note(page.error());
    if (!*page) return still_there(address);

    const auto kind = kind_of(**page);
    const auto expected = expected_kind(address, kind);
    if (!expected) return note(expected.error());
    const auto validators = (*page)->validators;
    auto gathered = gather_whole(std::move(**page),
                                 {.name = address,
                                  .now = means_.now,
                                  .time_zone = source_.time_zone,
                                  .author = source_.author,
                                  .language = source_.language,
                                  .max_size = config_.max_size,
                                  .extract = {.url = {}, .charset = {}, .media_type = {}, .site_rules = &rules_}},
                                 source_.pages, [&](const std::string& url) { return get_page(url); });
    for (auto& words : rules_.take_notes()) collection_.result.notes.push_back(std::move(words));
    if (!gathered) return note(gathered.error());
    ++collection_.result.pages;
    for (auto& words : gathered->notes) collection_.result.notes.push_back(fmt::format("{}: {}", address, words));
    if (auto kept = remember(gathered->feed, address); !kept) return kept;
    if (means_.dry_run) return {};
    if (*expected != kind)
      if (auto kept = means_.store->put_kind(file_ + " " + address, kind); !kept) return kept;
    // Last, so that a run that breaks off before reads the page again. An article of several pages is read anew each
    // time: that its first page is unchanged says nothing of the others.
    const bool several = std::ranges::any_of(
        gathered->statements, [](const extract::Statement& statement) { return statement.field == "page"; });
    return means_.store->put_validators(key, several ? store::Validators{} : validators);
  }

  // Under which the store keeps what is known of a page. A page is read anew when the rule for its site changes.
  std::string key_of(const std::string& address) {
    const auto* rule = rules_.find(address);
    const auto settings = rule == nullptr ? settings_ : text::fingerprint(settings_ + rule->words);
    return fmt::format("{} {} {}", file_, address, settings);
  }

  Result<fetch::Page> get_page(const std::string& url) {
    auto page = fetch::get(url, std::nullopt, send_, config_.max_size);
    if (!page) return Failure(page.error());
    return std::move(**page);
  }

  // What is remembered of the page's kind. Fails where the page is something else now: a server in trouble likes to
  // answer with a line of apology and status 200, and that is no news. What is no kind at all is told by the reader.
  Result<std::string> expected_kind(const std::string& address, const std::string& kind) {
    auto before = means_.store->kind(file_ + " " + address);
    const auto& wanted = source_.kind;
    if (!before || kind.empty() || kind == (wanted.empty() ? *before : wanted) || (wanted.empty() && before->empty()))
      return before;
    return fail(Cause::unreadable,
                "{}: {} {}; nothing is taken from it. If that is meant, set kind = \"{}\" in its [[source]]", address,
                wanted.empty() ? fmt::format("was {} and is now", words_for_kind(*before))
                               : fmt::format("is to be {} and is", words_for_kind(wanted)),
                words_for_kind(kind), kind);
  }

  // A page that only links the articles: it is read each time, they are asked for anew only when they changed.
  Result<void> read_index(const std::string& address) {
    const auto page = fetch::get(address, std::nullopt, send_, config_.max_size);
    if (!page) return note(page.error());
    const auto addresses = articles_on(**page, source_.articles);
    if (addresses.empty())
      return note(
          {Cause::nothing_usable, fmt::format("{}: no link matches articles = \"{}\"", address, source_.articles)});
    for (const auto& article : addresses)
      if (auto read = read_page(article); !read) return read;
    return {};
  }

  Result<void> note(const Error& error) {
    if (error.cause == Cause::storage || error.cause == Cause::locked) return Failure(error);
    collection_.result.errors.push_back(error);
    return {};
  }

  Result<void> still_there(const std::string& address) {
    ++collection_.result.unchanged;
    std::vector<store::StoredItem> items;
    for (auto& [id, item] : known_)
      if (item.source == address) {
        item.last_seen = means_.now.seconds;
        items.push_back(item);
      }
    if (means_.dry_run) return {};
    return means_.store->put_items(file_, items);
  }

  Result<void> remember(const model::Feed& feed, const std::string& address) {
    std::vector<store::StoredItem> items;
    for (auto item : feed.items) {
      // An item speaks for itself in the feed it goes to: what its own feed said for all is said for it.
      if (item.authors.empty()) item.authors = feed.authors;
      if (item.language.empty()) item.language = feed.language;
      const auto old = known_.find(item.id);
      store::StoredItem stored{.id = item.id,
                               .json = formats::write_item(item),
                               .source = address,
                               .first_seen = means_.now.seconds,
                               .last_seen = means_.now.seconds};
      if (old == known_.end()) {
        ++collection_.result.new_items;
      } else {
        stored.first_seen = old->second.first_seen;
        const auto before = formats::read_item(old->second.json);
        if (before && words_of(*before) == words_of(item)) stored.json = old->second.json;
        else ++collection_.result.changed_items;
      }
      known_.insert_or_assign(stored.id, stored);
      items.push_back(std::move(stored));
    }
    if (means_.dry_run) return {};
    return means_.store->put_items(file_, items);
  }

  // Drops what the source has not had for so long; only where all of it could be read.
  Result<void> forget(double keep_seconds) {
    if (keep_seconds <= 0 || !collection_.result.errors.empty()) return {};
    std::vector<std::string> old;
    for (const auto& [id, item] : known_)
      if (static_cast<double>(means_.now.seconds - item.last_seen) > keep_seconds) old.push_back(id);
    for (const auto& id : old) known_.erase(id);
    if (old.empty() || means_.dry_run) return {};
    return means_.store->remove_items(file_, old);
  }

  Result<Collection> give() {
    for (const auto& [id, stored] : known_) {
      auto item = formats::read_item(stored.json);
      if (!item)
        return fail(Cause::storage, "the store holds an item that cannot be read ({}): {}", id, item.error().message);
      const text::Instant first{.seconds = stored.first_seen, .nanoseconds = 0, .offset_minutes = 0};
      item->first_seen = model::Date{first, text::to_rfc3339(first)};
      collection_.items.push_back({.item = std::move(*item),
                                   .source = source_.name,
                                   .last_seen = stored.last_seen,
                                   .expires = collection_.result.errors.empty()});
    }
    return std::move(collection_);
  }

  const SourceConfig& source_;
  const Config& config_;
  const PublishMeans& means_;
  extract::SiteRules& rules_;
  std::string file_;      // under which the store keeps the items
  std::string settings_;  // pages are read anew where these change
  http::Send send_;
  std::map<std::string, store::StoredItem> known_;
  Collection collection_;
};

}  // namespace

Result<Collection> collect(const SourceConfig& source, double keep_seconds, const Config& config,
                           const PublishMeans& means, extract::SiteRules& rules) {
  return Collector(source, config, means, rules).run(keep_seconds);
}

}  // namespace syndicat::pipeline
