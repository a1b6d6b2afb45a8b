#include "cli/command_push.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/exit_status.hpp"
#include "cli/secret.hpp"
#include "fetch/fetch.hpp"
#include "formats/format.hpp"
#include "formats/json_feed.hpp"
#include "http/fields.hpp"
#include "json/writer.hpp"
#include "model/identity.hpp"
#include "push/target.hpp"
#include "text/digest.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

using State = push::Outcome::State;

// The published feed with what its server said of it.
struct Published {
  model::Feed feed;
  std::string url;                // where it was read; empty for a file
  std::vector<std::string> hubs;  // of the server first, then of the feed (WebSub, section 4)
  std::string self;
};

Result<Published> read_published(const std::string& source, const http::Send& send, std::uint64_t max_size,
                                 Terminal& terminal) {
  auto page = fetch::get(source, std::nullopt, send, max_size);
  if (!page) return Failure(page.error());
  auto& got = **page;
  auto reading = formats::read(std::move(got.bytes),
                               {.base_uri = got.url, .charset = got.charset, .max_size = max_size, .whole = true});
  if (!reading) {
    auto error = reading.error();
    const auto name = source == "-" ? "standard input" : http::without_password(source);
    if (error.message.compare(0, name.size(), name) != 0) {
      const bool has_line = !error.message.empty() && error.message[0] >= '0' && error.message[0] <= '9';
      error.message = fmt::format("{}:{}{}", name, has_line ? "" : " ", error.message);
    }
    return Failure(error);
  }
  for (const auto& note : reading->notes) terminal.warn(fmt::format("{}: {}", source, note.message));

  Published published;
  published.feed = std::move(reading->feed);
  if (text::is_web_url(got.url)) published.url = got.url;
  published.hubs = std::move(got.hubs);
  published.self = std::move(got.self);
  for (const auto& hub : published.feed.hubs)
    if (text::equals_ignoring_case(hub.type, "WebSub") || text::equals_ignoring_case(hub.type, "PubSubHubbub") ||
        hub.type.empty())
      published.hubs.push_back(hub.url);
  for (const auto& link : published.feed.links)
    if (text::equals_ignoring_case(link.rel, "hub")) published.hubs.push_back(link.href);
  return published;
}

// The address that subscribers know the feed by: as said, else the self link, else where it was read.
Result<std::string> topic_of(const std::string& said, const Published& published, const std::string& source) {
  if (!said.empty() && !text::is_web_url(said))
    return fail(Cause::misuse, "--topic: '{}' is no http or https URL", said);
  for (const auto& candidate : {said, published.self, published.feed.feed_url, published.url})
    if (text::is_web_url(candidate)) return candidate;
  return fail(Cause::misuse,
              "{}: does not say at which address it is published (no self link); say it with --topic URL",
              source == "-" ? "standard input" : source);
}

// When we got it is no news: an item that only was read again is the same.
push::Change change_of(model::Item item) {
  item.retrieved.reset();
  item.first_seen.reset();
  auto json = formats::write_item(item);
  auto fingerprint = text::fingerprint(json);
  return {.id = item.id, .fingerprint = std::move(fingerprint), .json = std::move(json)};
}

Result<push::Update> update_of(model::Feed feed, std::string topic) {
  auto ids = model::ids_of(feed);
  if (!ids) return Failure(ids.error());
  push::Update update{
      .topic = std::move(topic), .title = feed.title.value, .home_page_url = feed.home_page_url, .items = {}};
  for (std::size_t at = 0; at < feed.items.size(); ++at) {
    feed.items[at].id = std::move((*ids)[at]);
    update.items.push_back(change_of(std::move(feed.items[at])));
  }
  return update;
}

// All targets, each once, in the order named, then the hubs that the feed names.
Result<std::vector<push::Target>> targets_of(const std::vector<std::string>& named,
                                             const std::vector<std::string>& hubs) {
  std::vector<push::Target> targets;
  std::vector<std::string> all = named;
  for (const auto& hub : hubs) all.push_back("websub:" + hub);
  for (const auto& name : all) {
    auto target = push::parse_target(name);
    if (!target) return Failure(target.error());
    const auto same = [&](const push::Target& other) {
      return other.kind == target->kind && text::normalize_uri(other.address) == text::normalize_uri(target->address);
    };
    if (std::none_of(targets.begin(), targets.end(), same)) targets.push_back(std::move(*target));
  }
  return targets;
}

std::string_view name(State state) {
  switch (state) {
    case State::delivered: return "delivered";
    case State::nothing_new: return "nothing-new";
    case State::planned: return "planned";
    case State::failed: break;
  }
  return "failed";
}

std::string items(std::size_t count) { return fmt::format("{} item{}", count, count == 1 ? "" : "s"); }

std::string words_for(const push::Outcome& outcome, bool remember_only) {
  const auto target = http::without_password(outcome.target);
  switch (outcome.state) {
    case State::delivered: return fmt::format("{}: delivered, {} new or changed", target, items(outcome.items));
    case State::planned:
      return fmt::format("{}: would be {}, {} new or changed", target, remember_only ? "counted as delivered" : "sent",
                         items(outcome.items));
    case State::nothing_new:
      if (outcome.items > 0)
        return fmt::format("{}: {} remembered as delivered, nothing sent", target, items(outcome.items));
      return fmt::format("{}: nothing new, nothing sent", target);
    case State::failed: break;
  }
  return fmt::format("{}: {}", target, outcome.message);
}

void write_outcome(json::Writer& writer, const push::Outcome& outcome, const std::string& topic) {
  writer.begin_object();
  writer.member("topic", topic);
  writer.member("target", http::without_password(outcome.target));
  writer.member("state", name(outcome.state));
  writer.key("items").value(static_cast<std::int64_t>(outcome.items));
  if (outcome.status != 0) writer.key("status").value(static_cast<std::int64_t>(outcome.status));
  writer.member("message", outcome.message);
  writer.end_object();
}

std::string to_json(const std::vector<push::Outcome>& outcomes, const std::string& topic, int status) {
  json::Writer writer;
  writer.begin_object();
  writer.member("topic", topic);
  writer.key("exit_status").value(static_cast<std::int64_t>(status));
  writer.key("targets").begin_array();
  for (const auto& outcome : outcomes) write_outcome(writer, outcome, {});
  writer.end_array().end_object();
  return writer.take();
}

std::string to_json_line(const push::Outcome& outcome, const std::string& topic) {
  json::Writer writer(json::Writer::Style::compact);
  write_outcome(writer, outcome, topic);
  return writer.take() + "\n";
}

}  // namespace

void PushCommand::declare(Arguments& arguments) {
  arguments.positional("FEED", source_, "the published feed: a file, a URL, or -", true);
  arguments.list("-t,--to", "TARGET", targets_, "push to websub:URL (a hub) or webhook:URL; may be repeated", true);
  arguments.flag("--discover", discover_, "push to the hubs that the feed names itself");
  arguments.option("--topic", "URL", topic_, "the feed's address, where it does not say so itself");
  arguments.option("--secret-file", "FILE", secret_file_, "sign webhooks by this (SYNDICAT_WEBHOOK_SECRET)");
  arguments.option("--store", "FILE", store_, "what is remembered between runs (under XDG_STATE_HOME)");
  arguments.flag("-n,--dry-run", dry_run_, "say what would be sent where; send and remember nothing");
  arguments.flag("--remember-only", remember_only_, "count all as delivered without sending it");
  arguments.choice("--format", "FORMAT", format_, {"text", "json", "jsonl"},
                   "the report: text on standard error, or json, jsonl on standard output");
  arguments.flag("-v,--verbose", verbose_, "tell of what went well too, as on a terminal");
  arguments.seconds("--timeout", timeout_, "give up on a request after so long (60)");
  arguments.seconds("--wait", wait_, "wait so long for another run to end (0)");
  arguments.size("--max-size", max_size_, "read a feed of at most so much (64M)");
  arguments.option("--user-agent", "TEXT", user_agent_, "what to call ourselves");
  arguments.time("--now", now_, "the time of this run, for runs that can be repeated");
}

int PushCommand::run(Terminal& terminal) {
  if (targets_.empty() && !discover_)
    return terminal.fail({Cause::misuse, "no target; name one with --to, or take the feed's own hubs with --discover"});
  if (const auto named = targets_of(targets_, {}); !named) return terminal.fail(named.error());  // before any traffic
  const auto secret = read_secret(secret_file_);
  if (!secret) return terminal.fail(secret.error());

  http::Limits limits;
  limits.max_size = max_size_;
  limits.total_seconds = timeout_;
  limits.user_agent = user_agent_;
  const auto send = http::client(limits);
  const auto published = read_published(source_, send, max_size_, terminal);
  if (!published) return terminal.fail(published.error());
  const auto topic = topic_of(topic_, *published, source_);
  if (!topic) return terminal.fail(topic.error());
  // A hub that is no URL is the feed's fault and no reason to leave the others out.
  std::vector<std::string> hubs;
  for (const auto& hub : published->hubs) {
    if (!discover_) break;
    if (text::is_web_url(hub)) hubs.push_back(hub);
    else terminal.warn(fmt::format("{}: names the hub '{}', which is no http or https URL", source_, hub));
  }
  if (discover_ && hubs.empty() && targets_.empty())
    return terminal.fail(
        {Cause::nothing_usable,
         fmt::format("{}: names no hub; add a link with rel=\"hub\", or name one with --to", source_)});
  if (discover_ && hubs.empty()) terminal.warn(fmt::format("{}: names no hub", source_));
  const auto targets = targets_of(targets_, hubs);
  if (!targets) return terminal.fail(targets.error());

  std::string place = store_.empty() ? store::default_place() : store_;
  std::error_code ignored;
  if (dry_run_ && !std::filesystem::exists(place, ignored)) place = ":memory:";
  const auto store = store::open(place);
  if (!store) return terminal.fail(store.error());
  // Two runs at once would both send what neither has remembered yet.
  std::optional<Lock> lock;
  if (place != ":memory:" && !dry_run_) {
    auto taken = Lock::take(place + ".push.lock", wait_);
    if (!taken) return terminal.fail(taken.error());
    lock = std::move(*taken);
  }

  const auto update = update_of(published->feed, *topic);
  if (!update) return terminal.fail(update.error());
  const push::Means means{.send = send,
                          .store = store->get(),
                          .now = now_ ? *now_ : clock_now(),
                          .webhook_secret = *secret,
                          .dry_run = dry_run_,
                          .remember_only = remember_only_};
  Tally tally;
  std::vector<push::Outcome> outcomes;
  const bool tells_all = verbose_ || dry_run_ || isatty(STDERR_FILENO) == 1;
  for (const auto& target : *targets) {
    const auto outcome = push::deliver(target, *update, means);
    if (!outcome) {
      // Without the store nothing more can be remembered; what the others got is told all the same.
      tally.failure(outcome.error().cause);
      terminal.fail(outcome.error());
      break;
    }
    outcomes.push_back(*outcome);
    if (outcome->state == State::failed) tally.failure(outcome->cause);
    else tally.success();
    if (format_ == "jsonl") terminal.print(to_json_line(*outcome, *topic));
    if (outcome->state == State::failed || tells_all) terminal.note(words_for(*outcome, remember_only_));
  }
  if (format_ == "json") terminal.print(to_json(outcomes, *topic, tally.status()));
  return tally.status();
}

}  // namespace syndicat::cli
