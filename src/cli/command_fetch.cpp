#include "cli/command_fetch.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/editions.hpp"
#include "cli/exit_status.hpp"
#include "cli/explain.hpp"
#include "formats/format.hpp"
#include "pipeline/config.hpp"
#include "pipeline/whole.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/time_zone.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

// What a feed said for all its items is said by each, as they are to stand beside others.
void move_to_items(model::Feed& feed) {
  for (auto& item : feed.items) {
    if (item.authors.empty()) item.authors = feed.authors;
    if (item.language.empty()) item.language = feed.language;
    if (!item.source && !feed.feed_url.empty())
      item.source = model::Source{.id = feed.id,
                                  .title = feed.title.value,
                                  .url = feed.home_page_url,
                                  .feed_url = feed.feed_url,
                                  .modified = {}};
  }
}

// One feed of several: the items in the order of the sources, each id once. Of what stands at the feeds only what
// all of them say is left.
model::Feed join(std::vector<model::Feed> feeds) {
  if (feeds.size() == 1) return std::move(feeds.front());
  model::Feed joined;
  joined.title = feeds.front().title;
  joined.home_page_url = feeds.front().home_page_url;
  joined.language = feeds.front().language;
  for (auto& feed : feeds) {
    if (feed.title.value != joined.title.value) joined.title = {};
    if (feed.home_page_url != joined.home_page_url) joined.home_page_url.clear();
    if (feed.language != joined.language) joined.language.clear();
    move_to_items(feed);
    for (auto& item : feed.items) {
      const auto same = [&](const model::Item& other) { return other.id == item.id; };
      if (std::none_of(joined.items.begin(), joined.items.end(), same)) joined.items.push_back(std::move(item));
    }
  }
  return joined;
}

std::vector<std::string> writable_formats() {
  std::vector<std::string> names;
  for (const auto& format : formats::formats())
    if (format.write != nullptr) names.emplace_back(format.name);
  return names;
}

// A writer names the option of `convert` that gives what is missing; `fetch` has none of them.
Error with_convert(const Error& error, const std::string& format) {
  const auto advice = error.message.rfind("; give ");
  const auto option = error.message.rfind(" with --");
  if (advice == std::string::npos || option == std::string::npos || option < advice) return error;
  return {error.cause, fmt::format("{}; leave --to away, and pipe the feed into `syndicat convert --to {} {} ...`",
                                   error.message.substr(0, advice), format, error.message.substr(option + 6))};
}

// What is known of sites: by the configuration, and by a folder of rules, which stands before the configuration's own.
Result<extract::SiteRules> read_site_rules(const std::string& config, const std::string& folder) {
  extract::SiteRules rules;
  if (!config.empty()) {
    const auto toml = read_file(config, 1U << 20U);
    if (!toml) return Failure({Cause::misuse, toml.error().message});
    const auto read = pipeline::read_config_for_sites(*toml, config);
    if (!read) return Failure(read.error());
    auto its_own = pipeline::site_rules(*read);
    if (!its_own) return its_own;
    rules = std::move(*its_own);
  }
  if (folder.empty()) return rules;
  if (const auto added = rules.add_folder(folder); !added)
    return Failure({Cause::misuse, "--site-rules: " + added.error().message});
  return rules;
}

}  // namespace

void FetchCommand::declare(Arguments& arguments) {
  arguments.positionals("SOURCE", sources_, "a page, text or feed: a URL (http, https, file), a path, or -", true);
  arguments.option("--base-uri", "URL", base_uri_, "where the bytes of a file or of standard input came from");
  arguments.option("--charset", "NAME", charset_, "their encoding, where it is known");
  arguments.choice("--to", "FORMAT", format_, writable_formats(), "what to write (json)");
  arguments.option("-o,--output", "FILE", output_, "write there instead of standard output");
  arguments.option("--author", "NAME", author_, "of items that name none");
  arguments.option("--language", "TAG", language_, "of items that tell none, by BCP 47");
  arguments.option("--time-zone", "ZONE", time_zone_, "of dates without one, \"Europe/Minsk\"");
  arguments.flag("--editions", editions_, "fetch an article's other languages as well, as items that know each other");
  arguments.flag("--clean-links", clean_links_, "take out of links what only counts readers (utm_*, fbclid)");
  arguments.flag("--pages", pages_, "join an article that is split over several pages");
  arguments.number("--max-pages", "N", max_pages_, "join at most so many (10)");
  arguments.option("--config", "FILE", config_, "a configuration whose [site] rules say where things stand on pages");
  arguments.option("--site-rules", "DIR", site_rules_,
                   "a folder of such rules in the fivefilters format, a file a site");
  arguments.flag("--explain", explain_, "instead of the feed, show where each field comes from and what it beat");
  arguments.flag("--name-sources", name_sources_, "write into each item where its fields come from");
  arguments.option("--user-agent", "TEXT", user_agent_, "what to call ourselves");
  arguments.time("--now", now_, "the time of retrieval, for runs that can be repeated");
  arguments.seconds("--timeout", timeout_, "give up on a source after so long (60)");
  arguments.size("--max-size", max_size_, "read at most so much of each (64M)");
}

int FetchCommand::run(Terminal& terminal) {
  base_uri_ = text::trim(base_uri_);  // addresses come from lists, with a blank behind them
  if (!base_uri_.empty() && !text::is_absolute_iri(base_uri_))
    return terminal.fail({Cause::misuse, fmt::format("--base-uri: '{}' is no absolute URL", base_uri_)});
  if (!time_zone_.empty() && !text::is_time_zone(time_zone_))
    return terminal.fail(
        {Cause::misuse, fmt::format("--time-zone: '{}' is no zone that this machine knows", time_zone_)});

  if (!language_.empty() && !text::is_language_tag(language_))
    return terminal.fail(
        {Cause::misuse, fmt::format("--language: '{}' is no language tag of BCP 47; write be or en-GB", language_)});
  if (!charset_.empty() && !text::encoding_for_label(charset_))
    return terminal.fail(
        {Cause::misuse,
         fmt::format("--charset: '{}' is no encoding of the web; write utf-8 or windows-1251", charset_)});
  if (std::ranges::count(sources_, "-") > 1)
    return terminal.fail({Cause::misuse, "-: standard input is named twice and can be read once"});
  if (max_pages_ == 0) return terminal.fail({Cause::misuse, "--max-pages: give at least 1"});
  auto rules = read_site_rules(config_, site_rules_);
  if (!rules) return terminal.fail(rules.error());

  http::Limits limits;
  limits.max_size = max_size_;
  limits.total_seconds = timeout_;
  limits.user_agent = user_agent_;
  const auto send = pipeline::with_site_headers(http::client(limits), *rules);
  const auto get_page = [&](const std::string& url) -> Result<fetch::Page> {
    auto page = fetch::get(url, std::nullopt, send, max_size_);
    if (!page) return Failure(page.error());
    return std::move(**page);
  };
  pipeline::GatherOptions options{
      .name = {},
      .now = now_ ? *now_ : clock_now(),
      .time_zone = time_zone_,
      .author = author_,
      .language = language_,
      .max_size = max_size_,
      .extract = {.url = {}, .charset = {}, .media_type = {}, .clean_links = clean_links_, .site_rules = &*rules}};
  const auto most_pages = pages_ ? max_pages_ : 1;
  Tally tally;
  std::vector<model::Feed> feeds;
  for (const auto& source : sources_) {
    auto page = get_page(source);
    if (!page) {
      tally.failure(page.error().cause);
      terminal.fail(page.error());
      continue;
    }
    const bool is_local = !text::is_web_url(source);
    if (is_local && !base_uri_.empty()) page->url = base_uri_;
    if (is_local && !charset_.empty()) page->charset = charset_;
    options.name = source == "-" ? "standard input" : source;
    auto gathered = pipeline::gather_whole(std::move(*page), options, most_pages, get_page);
    for (const auto& note : rules->take_notes()) terminal.warn(note);
    if (!gathered) {
      tally.failure(gathered.error().cause);
      terminal.fail(gathered.error());
      continue;
    }
    for (const auto& note : gathered->notes) terminal.warn(fmt::format("{}: {}", source, note));
    if (explain_) terminal.print(explain(options.name, gathered->statements));
    if (name_sources_ && !gathered->statements.empty())
      gathered->feed.items.front().foreign.json.emplace_back("_sources", sources_as_json(gathered->statements));
    if (editions_ && !explain_) {
      add_editions(
          gathered->feed,
          [&](const std::string& url) -> Result<model::Item> {
            auto other = get_page(url);
            if (!other) return Failure(other.error());
            options.name = url;
            auto read = pipeline::gather_whole(std::move(*other), options, most_pages, get_page);
            for (const auto& note : rules->take_notes()) terminal.warn(note);
            if (!read) return Failure(read.error());
            return std::move(read->feed.items.front());
          },
          [&](const Error& error) {
            tally.failure(error.cause);
            terminal.fail(error);
          });
    }
    feeds.push_back(std::move(gathered->feed));
    tally.success();
  }
  if (feeds.empty() || explain_) return terminal.finish(tally.status());

  const auto bytes = formats::find_format(format_)->write(join(std::move(feeds)), {.now = options.now});
  if (!bytes) return terminal.fail(with_convert(bytes.error(), format_));
  if (const auto written = write_file(output_, *bytes); !written) return terminal.fail(written.error());
  return tally.status();
}

}  // namespace syndicat::cli
