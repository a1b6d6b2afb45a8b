#include "cli/command_convert.hpp"

#include "cli/exit_status.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

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
  const bool has_mail = open != std::string::npos && close == written.size() - 1 && written.find('@', open) != std::string::npos;
  person.name = std::string(written, 0, has_mail ? open : std::string::npos);
  while (person.name.ends_with(' ')) person.name.pop_back();
  if (has_mail) person.email = written.substr(open + 1, close - open - 1);
  return person;
}

Result<void> check_address(const char* option, const std::string& value) {
  if (value.empty() || text::is_absolute_iri(value)) return {};
  return fail(Cause::misuse, "{}: '{}' is no absolute address; write it with its scheme, as in https://news.example/", option, value);
}

}  // namespace

void ConvertCommand::declare(Arguments& arguments) {
  arguments.positional("FILE", input_, "the feed; standard input where it is left out or -");
  arguments.choice("-t,--to", "FORMAT", to_, names_of(true), "the format to write");
  arguments.choice("-f,--from", "FORMAT", from_, names_of(false), "the format to read, where the content should not decide");
  arguments.option("-o,--output", "FILE", output_, "where to write; an unchanged file is left alone");
  arguments.option("--title", "TEXT", title_, "the feed's title, where it has none");
  arguments.option("--link", "URL", link_, "the address of the page that the feed belongs to, where it has none");
  arguments.option("--self", "URL", self_, "the address of the feed itself, where it has none");
  arguments.option("--description", "TEXT", description_, "the feed's description, where it has none");
  arguments.option("--language", "TAG", language_, "the feed's language, where it has none");
  arguments.option("--id", "URI", id_, "the feed's id, where it has none");
  arguments.option("--author", "NAME", author_, "the feed's author, where neither it nor its items have one");
  arguments.option("--rights", "TEXT", rights_, "the feed's copyright notice, where it has none");
  arguments.option("--icon", "URL", icon_, "the feed's icon, where it has none");
  arguments.option("--base-uri", "URL", base_uri_, "where the feed came from: its relative addresses are seen from there");
  arguments.option("--charset", "NAME", charset_, "the encoding that the transport named");
  arguments.time("--now", now_, "the time of this run, for what has no date");
  arguments.flag("--strict", strict_, "refuse a feed that is not well-formed instead of mending it");
  arguments.size("--max-size", max_size_, "the most bytes to read");
}

Result<formats::Reading> ConvertCommand::read(std::string bytes) const {
  const formats::ReadOptions options{base_uri_, charset_, max_size_, strict_};
  const auto* format = from_.empty() ? nullptr : formats::find_format(from_);
  return format != nullptr ? format->read(std::move(bytes), options) : formats::read(std::move(bytes), options);
}

Result<void> ConvertCommand::complete(model::Feed& feed) const {
  for (const auto& [option, value] : {std::pair("--link", &link_), {"--self", &self_}, {"--id", &id_}, {"--icon", &icon_}, {"--base-uri", &base_uri_}})
    if (const auto good = check_address(option, *value); !good) return good;
  if (!language_.empty() && !text::is_language_tag(language_))
    return fail(Cause::misuse, "--language: '{}' is no language tag; write one as in en or be-BY", language_);
  for (const auto* value : {&title_, &description_, &author_, &rights_})
    if (!text::is_utf8(*value)) return fail(Cause::misuse, "an option holds bytes that are no UTF-8; write it in UTF-8");

  const auto set = [](std::string& member, const std::string& value) {
    if (member.empty()) member = value;
  };
  set(feed.title.value, title_);
  set(feed.subtitle.value, description_);
  set(feed.rights.value, rights_);
  set(feed.home_page_url, link_);
  set(feed.feed_url, self_);
  set(feed.language, text::normalize_language(language_));
  set(feed.id, id_);
  set(feed.icon.url, icon_);
  bool has_author = !feed.authors.empty();
  for (const auto& item : feed.items) has_author = has_author || !item.authors.empty();
  if (!has_author && !author_.empty()) feed.authors.push_back(person_of(author_));
  return {};
}

int ConvertCommand::run(Terminal& terminal) {
  if (to_.empty()) return terminal.fail({Cause::misuse, "a format is missing; give it with --to, as in --to atom"});
  auto bytes = read_file(input_, max_size_);
  if (!bytes) return terminal.fail(bytes.error());
  const std::string name = input_ == "-" ? "standard input" : input_;
  auto reading = read(std::move(*bytes));
  if (!reading) {
    // "news.xml:12:5: ..." for what has a place, "news.xml: ..." for what has none.
    const auto& words = reading.error().message;
    const bool has_place = !words.empty() && words[0] >= '0' && words[0] <= '9';
    return terminal.fail({reading.error().cause, name + (has_place ? ":" : ": ") + words});
  }
  // The first few tell what kind of trouble it is.
  constexpr std::size_t kMostNotes = 10;
  for (std::size_t at = 0; at < reading->notes.size() && at < kMostNotes; ++at) terminal.warn(name + ":" + reading->notes[at].message);
  if (reading->notes.size() > kMostNotes) terminal.warn(fmt::format("{}: and {} more such places", name, reading->notes.size() - kMostNotes));
  if (const auto completed = complete(reading->feed); !completed) return terminal.fail(completed.error());

  const auto* format = formats::find_format(to_);
  const auto written = format->write(reading->feed, {now_});
  if (!written) return terminal.fail({written.error().cause, name + ": " + written.error().message});
  if (output_ == "-") {
    terminal.print(*written);
    return terminal.finish(kDone);
  }
  const auto stored = write_file(output_, *written);
  return stored ? terminal.finish(kDone) : terminal.fail(stored.error());
}

}  // namespace syndicat::cli
