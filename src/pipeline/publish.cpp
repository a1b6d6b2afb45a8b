#include "pipeline/publish.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.hpp"
#include "formats/format.hpp"
#include "formats/json_feed.hpp"
#include "pipeline/collect.hpp"
#include "pipeline/refused.hpp"
#include "text/digest.hpp"
#include "text/unicode.hpp"
#include "validate/validate.hpp"

namespace syndicat::pipeline {
namespace {

bool chosen(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

// How long the store keeps an item of that source: as long as the feed that keeps longest; 0 for good.
double longest_keep(const Config& config, const SourceConfig& source) {
  double longest = -1;
  for (const auto& feed : config.feeds) {
    if (!chosen(feed.sources, source.name)) continue;
    if (feed.keep_seconds == 0) return 0;
    longest = std::max(longest, feed.keep_seconds);
  }
  return std::max(longest, 0.0);
}

// When an item counts as news: its own date, else when a run first met it.
std::int64_t date_of(const model::Item& item) {
  for (const auto& date : {item.published, item.modified, item.first_seen})
    if (date && date->instant) return date->instant->seconds;
  return 0;
}

model::Feed compose(const FeedConfig& config, const std::vector<KnownItem>& all, text::Instant now) {
  model::Feed feed;
  feed.id = config.id;
  feed.title.value = config.title;
  feed.subtitle.value = config.description;
  feed.home_page_url = config.link;
  feed.language = config.language;
  if (!config.author.empty()) feed.authors.push_back({.name = config.author, .email = {}, .url = {}, .avatar = {}});
  for (const auto& hub : config.hubs) feed.hubs.push_back({.type = "WebSub", .url = hub});

  std::set<std::string> ids;
  for (const auto& known : all) {
    if (!chosen(config.sources, known.source)) continue;
    const bool gone = config.keep_seconds > 0 && known.expires &&
                      static_cast<double>(now.seconds - known.last_seen) > config.keep_seconds;
    if (gone || !ids.insert(known.item.id).second) continue;
    feed.items.push_back(known.item);
    feed.items.back().retrieved.reset();  // a fact of our own, of no use to a subscriber
  }
  std::stable_sort(feed.items.begin(), feed.items.end(), [](const model::Item& a, const model::Item& b) {
    return std::pair(date_of(b), std::string_view(a.id)) < std::pair(date_of(a), std::string_view(b.id));
  });
  if (feed.items.size() > config.items) feed.items.resize(config.items);
  return feed;
}

// One output's bytes, looked at by the validator before anything is replaced.
struct Draft {
  std::string path, bytes;
  OutputResult result;
};

Draft draft(const model::Feed& feed, const std::string& name, const OutputConfig& output, const Config& config) {
  Draft draft{.path = in_folder(config, output.path),
              .bytes = {},
              .result = {.format = output.format, .path = output.path, .error = {}, .findings = {}}};
  const auto refuse = [&](Cause cause, const std::string& why) {
    std::error_code ignored;
    const bool has_old = std::filesystem::exists(draft.path, ignored);
    draft.result.error = Error{cause, fmt::format("{}: {}{}", output.path, why, has_old ? "; the old file stays" : "")};
    return draft;
  };
  if (feed.items.empty()) return refuse(Cause::nothing_usable, "there is no item to write");
  // The writer would speak of an option of `convert`.
  if (output.format == "sitemap-news" && feed.language.empty())
    return refuse(Cause::misuse,
                  fmt::format("a news sitemap wants the feed's language; set language in the [[feed]] '{}'", name));
  model::Feed own = feed;
  own.feed_url = output.url;
  const auto& format = *formats::find_format(output.format);
  // What a source's feed brought along shall not keep the others' news from being published.
  const auto out_of_place = refused(own, format);
  if (!out_of_place) return refuse(out_of_place.error().cause, out_of_place.error().message);
  auto bytes = format.write(own, {.refused = &out_of_place->elements});
  if (!bytes) return refuse(bytes.error().cause, bytes.error().message);
  validate::Options options{.base_uri = output.url, .charset = {}, .now = {}};
  if (auto profile = config.validation.profile_for(draft.path); !profile.empty()) options.profile = std::move(profile);
  options.severities = config.validation.severities_for(draft.path);
  auto report = validate::check(*bytes, options);
  if (!report) return refuse(Cause::invalid, report.error().message);
  draft.result.findings = report->findings;
  for (const auto& finding : report->findings)
    if (finding.severity == validate::Severity::error)
      return refuse(Cause::invalid, fmt::format("would not be valid: {} [{}]", finding.message, finding.rule));
  draft.bytes = std::move(*bytes);
  return draft;
}

void write(Draft& draft, bool dry_run) {
  if (dry_run) {
    const auto old = read_file(draft.path, draft.bytes.size());
    draft.result.state = old && *old == draft.bytes ? OutputResult::State::unchanged : OutputResult::State::planned;
    return;
  }
  const auto folder = make_folders(std::filesystem::path(draft.path).parent_path().string());
  const auto written = folder ? write_file(draft.path, draft.bytes) : Result<bool>(Failure(folder.error()));
  if (!written) {
    draft.result.error =
        Error{written.error().cause, fmt::format("{}; {} stays as it is", written.error().message, draft.result.path)};
    return;
  }
  draft.result.state = *written ? OutputResult::State::written : OutputResult::State::unchanged;
}

// A target with what it takes to reach it.
struct Reach {
  std::string name;
  push::Target target;
  push::Means means;
};

// All targets, ready to be told. A secret that is missing is found here, before anything is fetched or written.
Result<std::vector<Reach>> reach_targets(const Config& config, const PublishMeans& means) {
  std::vector<Reach> all;
  for (const auto& target_config : config.targets) {
    auto target = push::parse_target(target_config.to);
    if (!target) return Failure(target.error());
    push::Means reach{.send = means.client(config.user_agent),
                      .store = means.store,
                      .now = means.now,
                      .webhook_secret = means.webhook_secret,
                      .dry_run = means.dry_run};
    if (!target_config.secret_file.empty()) {
      const auto secret = read_file(in_folder(config, target_config.secret_file), 4096);
      if (!secret)
        return fail(Cause::misuse, "{}: secret_file of target '{}': {}", target_config.secret_place, target_config.name,
                    secret.error().message);
      reach.webhook_secret = text::trim(*secret);
    }
    if (auto ready = push::ready(*target, reach); !ready)
      return fail(Cause::misuse, "target '{}': {}", target_config.name, ready.error().message);
    all.push_back({.name = target_config.name, .target = std::move(*target), .means = std::move(reach)});
  }
  return all;
}

// The addresses that a kind of target is told of: a hub serves each file of the feed for itself, all others get the
// items once.
std::vector<std::string> topics_for(const push::Target& target, const FeedConfig& feed) {
  std::vector<std::string> topics;
  for (const auto& output : feed.outputs)
    if (!output.url.empty()) topics.push_back(output.url);
  if (topics.empty()) topics.push_back(feed.link);
  if (!push::one_topic_each(target)) topics.resize(1);
  return topics;
}

Result<void> push_feed(const model::Feed& feed, const FeedConfig& config, const std::vector<Reach>& targets,
                       FeedResult& result) {
  push::Update update{.topic = {}, .title = feed.title.value, .home_page_url = feed.home_page_url, .items = {}};
  for (auto item : feed.items) {
    item.first_seen.reset();
    auto json = formats::write_item(item);
    auto fingerprint = text::fingerprint(json);
    update.items.push_back({.id = item.id, .fingerprint = std::move(fingerprint), .json = std::move(json)});
  }
  for (const auto& [name, target, means] : targets) {
    if (!chosen(config.targets, name)) continue;
    for (const auto& topic : topics_for(target, config)) {
      update.topic = topic;
      auto outcome = push::deliver(target, update, means);
      if (!outcome) return Failure(outcome.error());
      result.targets.push_back({.target = name, .topic = topic, .outcome = std::move(*outcome)});
    }
  }
  return {};
}

Result<FeedResult> publish_feed(const FeedConfig& feed_config, const std::vector<KnownItem>& items,
                                const std::vector<Reach>& targets, const Config& config, const PublishMeans& means) {
  FeedResult result{.name = feed_config.name, .outputs = {}, .targets = {}};
  const auto feed = compose(feed_config, items, means.now);
  result.items = feed.items.size();

  // All files of a feed pass the gate together, or none does: they are to say the same.
  std::vector<Draft> drafts;
  for (const auto& output : feed_config.outputs) drafts.push_back(draft(feed, feed_config.name, output, config));
  bool good = std::none_of(drafts.begin(), drafts.end(), [](const Draft& one) { return one.result.error.has_value(); });
  for (auto& one : drafts) {
    if (good) write(one, means.dry_run);
    if (one.result.error && one.result.error->cause == Cause::storage) good = false;
    result.outputs.push_back(std::move(one.result));
  }
  if (!good) return result;
  if (auto pushed = push_feed(feed, feed_config, targets, result); !pushed) return Failure(pushed.error());
  return result;
}

}  // namespace

Result<Report> publish(const Config& config, const PublishMeans& means) {
  const auto targets = reach_targets(config, means);
  if (!targets) return Failure(targets.error());
  auto rules = site_rules(config);
  if (!rules) return Failure(rules.error());
  Report report;
  std::vector<KnownItem> items;
  for (const auto& source : config.sources) {
    auto collection = collect(source, longest_keep(config, source), config, means, *rules);
    if (!collection) return Failure(collection.error());
    report.sources.push_back(std::move(collection->result));
    std::move(collection->items.begin(), collection->items.end(), std::back_inserter(items));
  }
  for (const auto& feed : config.feeds) {
    auto result = publish_feed(feed, items, *targets, config, means);
    if (!result) return Failure(result.error());
    report.feeds.push_back(std::move(*result));
  }
  return report;
}

}  // namespace syndicat::pipeline
