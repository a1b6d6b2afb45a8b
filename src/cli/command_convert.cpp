#include "cli/command_convert.hpp"

#include <malloc.h>

#include <algorithm>
#include <set>

#include "cli/clock.hpp"
#include "cli/inputs.hpp"
#include "feeds/facts.hpp"
#include "feeds/merge.hpp"
#include "feeds/safe.hpp"
#include "formats/losses.hpp"
#include "formats/sniff.hpp"
#include "http/fields.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "pipeline/refused.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

constexpr int kKeptBlock = 32 << 20;  // bytes; larger ones come from the kernel and go back there

std::vector<std::string> names_of(bool writers) {
  std::vector<std::string> names;
  for (const auto& format : formats::formats())
    if (writers ? format.write != nullptr : format.read != nullptr) names.emplace_back(format.name);
  return names;
}

// "Name <mail>", "mail (Name)" or a name, as a person.
model::Person person_of(const std::string& written) {
  model::Person person;
  const auto open = written.find('<'), close = written.rfind('>');
  const bool has_mail =
      open != std::string::npos && close == written.size() - 1 && written.find('@', open) != std::string::npos;
  person.name = std::string(written, 0, has_mail ? open : std::string::npos);
  while (person.name.ends_with(' ')) person.name.pop_back();
  if (has_mail) person.email = written.substr(open + 1, close - open - 1);
  return person;
}

constexpr std::string_view kPlaceholder = "%s";

// "%s" as `word`, "%%" as one sign.
std::string with_word(std::string_view written, std::string_view word) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written.substr(at).starts_with(kPlaceholder)) {
      text += word;
      ++at;
    } else {
      if (written.substr(at).starts_with("%%")) ++at;
      text += written[at];
    }
  }
  return text;
}

Result<void> check_address(const char* option, const std::string& value) {
  if (value.empty() || text::is_absolute_iri(with_word(value, "s"))) return {};
  return fail(Cause::misuse, "{}: '{}' is no absolute address; write it with its scheme, as in https://news.example/",
              option, value);
}

Result<void> check_web_address(const char* option, const std::string& value) {
  if (auto good = check_address(option, value); !good || value.empty() || text::is_web_url(with_word(value, "s")))
    return good;
  return fail(Cause::misuse, "{}: '{}' is no address on the web; give one that starts with https:// or http://", option,
              value);
}

// Whether documents of that format can name a stylesheet before the root.
bool is_xml(const formats::Format& format) {
  return format.media_type.ends_with("xml") || format.media_type.ends_with("opml");
}

// "rights of 3 items, first of https://news.example/1"
std::string losses_in_words(const formats::Loss& loss, const formats::Format& format) {
  if (loss.of == formats::Loss::Of::feed)
    return fmt::format("{} has no place for the feed's {}{}", format.title, loss.member,
                       loss.count > 1 ? fmt::format(" ({} times)", loss.count) : "");
  const auto what = loss.member == "item" ? std::string("an item") : loss.member;
  return fmt::format("{} has no place for {} ({} time{}, first in {})", format.title, what, loss.count,
                     loss.count > 1 ? "s" : "", loss.first_item);
}

// One line, so that it can be told from other words.
std::string losses_as_json(const std::vector<formats::Loss>& losses, const std::string& name,
                           const formats::Format& format) {
  json::Writer writer(json::Writer::Style::compact);
  writer.begin_object().member("output", name).member("format", format.name);
  writer.key("losses").begin_array();
  for (const auto& loss : losses) {
    writer.begin_object()
        .member("what", loss.member)
        .member("where", loss.of == formats::Loss::Of::feed ? "feed" : "items");
    writer.key("count").value(static_cast<std::int64_t>(loss.count));
    writer.member("first", loss.first_item).end_object();
  }
  writer.end_array().end_object();
  return writer.take() + "\n";
}

Result<std::string> whole(const RandomAccess& file) {
  std::string bytes;
  if (auto read = file.read(0, file.size(), bytes); !read) return Failure(read.error());
  return bytes;
}

std::uint32_t bounded(std::uint64_t number) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(number, UINT32_MAX));
}

}  // namespace

void ConvertCommand::declare(Arguments& arguments) {
  arguments.positionals("FILE", inputs_,
                        "the feeds, merged where there are several; standard input where none is given, or for -");
  arguments.choice("-t,--to", "FORMAT", to_, names_of(true), "the format to write");
  arguments.choice("-f,--from", "FORMAT", from_, names_of(false),
                   "the format to read, where the content should not decide");
  arguments.option("-o,--output", "FILE", output_, "where to write; an unchanged file is left alone");
  arguments.list("--match", "FIELD=REGEX", matches_,
                 fmt::format("only items with that in {}", fmt::join(feeds::names_of_fields(), ", ")));
  arguments.list("--exclude", "FIELD=REGEX", excludes_, "no items with that");
  arguments.option("--since", "DATE", since_, "only items from then on: a date, or 7d for a week back");
  arguments.choice("--sort", "ORDER", order_, feeds::names_of_orders(),
                   "the items' order; newest unless there is one feed only");
  arguments.number("--limit", "NUMBER", limit_, "so many items at most");
  arguments.choice("--split", "BY", split_, {"language", "tag"}, "a feed for each one, with its name for %s in -o");
  arguments.option("--title", "TEXT", title_, "the feed's title, where it has none");
  arguments.option("--link", "URL", link_, "the address of the page that the feed belongs to, where it has none");
  arguments.option("--self", "URL", self_, "the address of the feed itself, where it has none");
  arguments.option("--description", "TEXT", description_, "the feed's description, where it has none");
  arguments.option("--language", "TAG", language_, "the feed's language, where it has none");
  arguments.option("--id", "URI", id_, "the feed's id, where it has none");
  arguments.option("--author", "NAME", author_, "the feed's author, where neither it nor its items have one");
  arguments.option("--rights", "TEXT", rights_, "the feed's copyright notice, where it has none");
  arguments.option("--icon", "URL", icon_, "the feed's icon, where it has none");
  arguments.option("--stylesheet", "HREF", stylesheet_, "name this stylesheet before the feed (XML formats)");
  arguments.flag("--plain", plain_, "write nothing of our own namespace, and tell what is lost by that");
  arguments.choice("--losses", "FORMAT", losses_, {"text", "json"},
                   "tell on standard error what the written feed does not say");
  arguments.flag("--sanitize", sanitize_, "make the content safe to show: nothing that runs, in any disguise");
  arguments.option("--base-uri", "URL", base_uri_,
                   "where the feed came from: its relative addresses are seen from there");
  arguments.option("--content-type", "TYPE", content_type_,
                   "the Content-Type that came with the feed, for its charset");
  arguments.option("--charset", "NAME", charset_, "the encoding that the transport named");
  arguments.time("--now", now_, "the time of this run, for what has no date and for --since");
  arguments.flag("--strict", strict_, "refuse a feed that is not well-formed instead of mending it");
  arguments.size("--max-size", max_size_, "the most bytes to read (64M)");
  arguments.number("--max-items", "NUMBER", max_items_, "the most items to hold at once (250,000)");
  arguments.number("--max-depth", "NUMBER", max_depth_, "the most elements within each other (256)");
  arguments.size("--max-tag", max_tag_, "the most bytes of one start tag (64k)");
  arguments.size("--max-text", max_text_, "the most bytes of one text (16M)");
}

Result<void> ConvertCommand::check_options() {
  if (to_.empty()) return fail(Cause::misuse, "a format is missing; give it with --to, as in --to atom");
  if (inputs_.empty()) inputs_.emplace_back("-");
  if (std::count(inputs_.begin(), inputs_.end(), "-") > 1)
    return fail(Cause::misuse, "-: standard input is named twice and can be read once");
  if (auto good = check_files(inputs_, fmt::format("syndicat convert --to {}", to_)); !good) return good;
  for (const auto& [option, value] : {std::pair("--link", &link_), {"--self", &self_}, {"--icon", &icon_}})
    if (auto good = check_web_address(option, *value); !good) return good;
  for (const auto& [option, value] : {std::pair("--id", &id_), {"--base-uri", &base_uri_}})
    if (auto good = check_address(option, *value); !good) return good;
  if (!language_.empty() && !text::is_language_tag(language_))
    return fail(Cause::misuse, "--language: '{}' is no language tag; write one as in en or be-BY", language_);
  for (const auto* value : {&title_, &description_, &author_, &rights_, &stylesheet_})
    if (!text::is_utf8(*value))
      return fail(Cause::misuse, "an option holds bytes that are no UTF-8; write it in UTF-8");
  if (!charset_.empty() && !text::encoding_for_label(charset_))
    return fail(Cause::misuse, "--charset: '{}' is no encoding that is known; write one as in utf-8 or windows-1251",
                charset_);

  if (max_depth_ > json::kGreatestDepth)
    return fail(Cause::misuse, "--max-depth: {} is more than any document needs; give {} at most", max_depth_,
                json::kGreatestDepth);

  if (!losses_.empty() && formats::find_format(to_)->read == nullptr)
    return fail(Cause::misuse, "--losses: {} is for people to read; nothing can tell what it has lost",
                formats::find_format(to_)->title);

  if (!stylesheet_.empty() && !is_xml(*formats::find_format(to_)))
    return fail(Cause::misuse, "--stylesheet: {} names no stylesheet, only XML does; leave it away",
                formats::find_format(to_)->title);

  const bool names_parts = output_.find(kPlaceholder) != std::string::npos;
  if (!split_.empty() && !names_parts)
    return fail(Cause::misuse,
                "--split writes several files; give -o a name with %s where the {} belongs, as in -o feed.%s.{}",
                split_, formats::find_format(to_)->extension);
  for (const auto& match : matches_)
    if (auto good = selection_.match(match); !good)
      return fail(good.error().cause, "--match: {}", good.error().message);
  for (const auto& exclude : excludes_)
    if (auto good = selection_.exclude(exclude); !good)
      return fail(good.error().cause, "--exclude: {}", good.error().message);
  if (!since_) return {};
  const auto since = feeds::parse_since(*since_, now_ ? *now_ : clock_now());
  if (!since)
    return fail(Cause::misuse, "--since: '{}' is neither a date nor a length of time; write 2026-06-18 or 7d", *since_);
  selection_.since(*since);
  return {};
}

formats::ReadOptions ConvertCommand::read_options() const {
  formats::ReadOptions options;
  options.base_uri = base_uri_;
  options.charset = charset_.empty() ? http::parse_media_type(content_type_).charset : charset_;
  options.max_size = max_size_;
  options.max_items = max_items_;
  options.max_depth = bounded(max_depth_);
  options.max_tag = bounded(max_tag_);
  options.max_text = max_text_;
  options.strict = strict_;
  return options;
}

Result<formats::Reading> ConvertCommand::read(const std::string& input) const {
  auto bytes = spooled_ ? whole(*spooled_) : read_file(input, max_size_);
  if (!bytes) return Failure(bytes.error());
  const auto* format = from_.empty() ? nullptr : formats::find_format(from_);
  if (format != nullptr)
    if (const auto good = formats::check_label(*format, *bytes); !good) return Failure(at_input(good.error(), input));
  auto reading = format != nullptr ? format->read(std::move(*bytes), read_options())
                                   : formats::read(std::move(*bytes), read_options());
  if (!reading) return Failure(at_input(reading.error(), input));
  return reading;
}

Result<model::Feed> ConvertCommand::read_all(Terminal& terminal) {
  std::vector<model::Feed> feeds;
  std::optional<Error> failed;
  for (const auto& input : inputs_) {
    auto reading = read(input);
    if (!reading) {
      // The others are done all the same; the exit status tells.
      if (failed) terminal.fail(*failed);
      failed = reading.error();
      tally_.failure(failed->cause);
      continue;
    }
    tally_.success();
    Notes notes(input, terminal);
    notes.tell(reading->notes);
    notes.finish();
    feeds.push_back(std::move(reading->feed));
  }
  if (feeds.empty()) return Failure(*failed);
  if (failed) terminal.fail(*failed);
  if (inputs_.size() == 1) {
    complete(feeds.front());
    return std::move(feeds.front());
  }
  std::vector<model::Source> sources;
  for (const auto& feed : feeds) {
    auto source = feeds::source_of(feed);
    if (!source) return Failure(source.error());
    if (to_ == "opml" && source->feed_url.empty())
      terminal.warn(fmt::format("the feed \"{}\" has no address of its own (a self link), so the list leaves it out",
                                source->title));
    sources.push_back(std::move(*source));
  }
  auto merged = feeds::merge(std::move(feeds));
  if (!merged) return Failure(merged.error());
  if (to_ == "opml") feeds::list_all(*merged, sources);
  complete(merged->feed);
  feeds::fill_in(*merged);
  return std::move(merged->feed);
}

bool ConvertCommand::is_for_parts(const std::string& written) const {
  return !split_.empty() && written.find(kPlaceholder) != std::string::npos;
}

void ConvertCommand::complete(model::Feed& feed) const {
  const auto set = [](std::string& member, const std::string& value) {
    if (member.empty()) member = value;
  };
  // Markup without a word, or blanks, is no title.
  if (feeds::words_of(feed.title).empty()) feed.title = {};
  set(feed.subtitle.value, description_);
  set(feed.rights.value, rights_);
  // An address that leads nowhere is none.
  for (const auto& [member, value] : {std::pair(&feed.home_page_url, &link_), {&feed.feed_url, &self_}})
    if (!value->empty() && (!text::is_iri_reference(*member) || text::leads_nowhere(*member))) member->clear();
  if (!language_.empty() && !text::is_language_tag(feed.language)) feed.language = text::normalize_language(language_);
  set(feed.icon.url, icon_);
  bool has_author = !feed.authors.empty();
  for (const auto& item : feed.items) has_author = has_author || !item.authors.empty();
  if (!has_author && !author_.empty()) feed.authors.push_back(person_of(author_));
  for (const auto& [member, value] : {std::pair(&feed.title.value, &title_),
                                      {&feed.home_page_url, &link_},
                                      {&feed.feed_url, &self_},
                                      {&feed.id, &id_}})
    if (!is_for_parts(*value)) set(*member, *value);
}

void ConvertCommand::tell_selection(bool is_empty, Terminal& terminal) const {
  const auto count = selection_.undated();
  if (count > 0)
    terminal.warn(fmt::format("{} item{} without a date left out by --since", count, count == 1 ? "" : "s"));
  const bool selects = !matches_.empty() || !excludes_.empty() || since_;
  if (selects && is_empty) terminal.warn("no item is left; see --match, --exclude and --since");
}

Result<void> ConvertCommand::work_on(model::Feed& feed, Terminal& terminal) {
  const bool had_items = !feed.items.empty();
  if (auto chosen = selection_.apply(feed); !chosen) return chosen;
  tell_selection(had_items && feed.items.empty(), terminal);
  feeds::sort(feed.items, order_.empty() && inputs_.size() > 1 ? feeds::Order::newest : feeds::order_of(order_));
  if (feed.items.size() > limit_) feed.items.resize(limit_);
  if (sanitize_) {
    feeds::make_safe(feed);
    complete(feed);  // what was not safe is gone, and an option may give it
  }
  return {};
}

formats::WriteOptions ConvertCommand::write_options() const {
  return {.now = now_, .plain = plain_, .stylesheet = stylesheet_, .cautious = sanitize_};
}

namespace {

// What the writers of formats in which an id stands but once make of others. Of one id and several dates of change
// Atom makes versions.
void tell_shared_ids(const model::Feed& feed, bool by_date, const std::string& name, Terminal& terminal) {
  std::set<std::pair<std::string_view, std::int64_t>> met;
  std::size_t count = 0;
  std::string_view first;
  for (const auto& item : feed.items) {
    const auto& date = item.modified ? item.modified : item.published;
    const bool is_dated = by_date && date && date->instant;
    if (item.id.empty() || met.emplace(item.id, is_dated ? date->instant->seconds : 0).second) continue;
    if (++count == 1) first = item.id;
  }
  if (count > 0)
    terminal.warn(
        fmt::format("{}: {} {} the id of an item before, the first time \"{}\"; each is written with an id of its own",
                    name, count, count == 1 ? "item has" : "items have", first));
}

}  // namespace

Result<std::string> ConvertCommand::write(const model::Feed& feed, Terminal& terminal) const {
  const std::string name = inputs_.size() == 1 ? name_of(inputs_.front()) : fmt::format("{} feeds", inputs_.size());
  const auto& format = *formats::find_format(to_);
  if (to_ == "rss" || to_ == "rdf" || to_ == "json" || to_ == "atom")
    tell_shared_ids(feed, to_ == "atom", name, terminal);
  const auto out_of_place = pipeline::refused(feed, format);
  if (!out_of_place) return Failure(out_of_place.error());
  for (const auto& line : pipeline::in_words(*out_of_place)) terminal.warn(fmt::format("{}: {}", name, line));
  auto options = write_options();
  options.refused = &out_of_place->elements;
  auto written = format.write(feed, options);
  if (written) return written;
  return fail(written.error().cause, "{}: {}", name, written.error().message);
}

Result<void> ConvertCommand::tell_losses(const model::Feed& feed, const std::string& written, const std::string& name,
                                         Terminal& terminal) const {
  const auto& format = *formats::find_format(to_);
  // Where a format leaves whole items out, that is never silent.
  const bool only_items = losses_.empty() && !plain_;
  if ((only_items && to_ != "sitemap-news") || format.read == nullptr) return {};
  auto losses = formats::losses(feed, format, written);
  if (!losses) return Failure(losses.error());
  if (only_items) std::erase_if(*losses, [](const auto& loss) { return loss.member != "item"; });
  if (losses_ == "json") {
    terminal.data(losses_as_json(*losses, name, format));
    return {};
  }
  for (const auto& loss : *losses) terminal.warn(fmt::format("{}: {}", name, losses_in_words(loss, format)));
  return {};
}

Result<void> ConvertCommand::write_one(const model::Feed& feed, Terminal& terminal) const {
  const auto written = write(feed, terminal);
  if (!written) return Failure(written.error());
  const auto name = output_ == "-" ? std::string("standard output") : output_;
  if (auto told = tell_losses(feed, *written, name, terminal); !told) return told;
  if (output_ == "-") {
    terminal.print(*written);
    return {};
  }
  const auto stored = write_file(output_, *written);
  return stored ? Result<void>() : Failure(stored.error());
}

Result<void> ConvertCommand::write_parts(const model::Feed& feed, Terminal& terminal) const {
  auto parts = feeds::split(feed, split_ == "tag" ? feeds::By::tag : feeds::By::language);
  if (!parts) return Failure(parts.error());
  // All of them can be written, or none is.
  std::vector<std::pair<std::string, std::string>> files;
  for (auto& part : *parts) {
    const auto in_part = [&](const std::string& written) { return with_word(written, part.file_word); };
    if (is_for_parts(title_)) part.feed.title = {model::Text::Kind::plain, with_word(title_, part.value)};
    for (const auto& [member, value] :
         {std::pair(&part.feed.home_page_url, &link_), {&part.feed.feed_url, &self_}, {&part.feed.id, &id_}})
      if (is_for_parts(*value)) *member = in_part(*value);
    auto written = write(part.feed, terminal);
    if (!written) return Failure(written.error());
    if (auto told = tell_losses(part.feed, *written, in_part(output_), terminal); !told) return told;
    files.emplace_back(in_part(output_), std::move(*written));
  }
  for (const auto& [path, bytes] : files)
    if (const auto stored = write_file(path, bytes); !stored) return Failure(stored.error());
  return {};
}

int ConvertCommand::run(Terminal& terminal) {
  // What the reader frees the writer takes: given back to the kernel and asked for again it costs a fifth of the time.
  mallopt(M_MMAP_THRESHOLD, kKeptBlock);
  mallopt(M_TRIM_THRESHOLD, kKeptBlock);
  if (const auto good = check_options(); !good) return terminal.fail(good.error());
  if (may_stream()) {
    const auto done = stream(terminal);
    if (!done) return terminal.fail(done.error());
    if (*done) return terminal.finish(kDone);
  }
  auto feed = read_all(terminal);
  if (!feed) return terminal.fail(feed.error());
  if (const auto done = work_on(*feed, terminal); !done) return terminal.fail(done.error());
  const auto written = split_.empty() ? write_one(*feed, terminal) : write_parts(*feed, terminal);
  // The process ends here: to free each item of a long feed takes a twentieth of its time, and helps nobody.
  static auto& kept = *new std::vector<model::Feed>;
  kept.push_back(std::move(*feed));
  return written ? terminal.finish(tally_.status()) : terminal.fail(written.error());
}

}  // namespace syndicat::cli
