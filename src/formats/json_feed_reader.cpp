// JSON Feed 1.1 and 1 (https://jsonfeed.org/version/1.1).

#include <algorithm>

#include "formats/extras.hpp"
#include "formats/json_feed.hpp"
#include "formats/json_feed_members.hpp"
#include "formats/json_feed_parts.hpp"
#include "formats/markup.hpp"
#include "json/value.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::json_feed {
namespace {

constexpr std::string_view kOurs = "_syndicat";

model::Text plain_text(std::string words) { return {model::Text::Kind::plain, std::move(words)}; }

void read_ours(Members& members, const json::Member& member, Extra& extras) {
  if (member.value().object() != nullptr) extras = read_extra(member.value());
  else if (!members.is_null(member))
    members.keep_aside(member, fmt::format("{} is {} where an object is wanted; it is kept aside as it stands",
                                           member.name, type_name(member.value())));
}

model::Person read_person(const json::Value& value, Places& places, std::string_view base) {
  model::Person person;
  Members members(value, Kind::author, places, base, person.foreign);
  members.each([&](const json::Member& member) {
    if (member.name == "name") person.name = members.text(member);
    else if (member.name == "url") person.url = members.address(member);
    else if (member.name == "avatar") person.avatar = members.address(member);
    else members.keep(member);
  });
  // The specification lets a mail address stand as a mailto: URL.
  if (person.url.starts_with("mailto:")) {
    person.email = text::percent_decode(person.url.substr(7));
    person.url.clear();
  }
  return person;
}

// A name alone stands for an author whose name it is.
std::optional<model::Person> person_of(const json::Value& value, std::string_view member, Places& places,
                                       std::string_view base) {
  model::Person person;
  if (value.object() != nullptr) {
    person = read_person(value, places, base);
  } else if (value.string() != nullptr) {
    places.mend(value.offset,
                fmt::format("{} has a text where an object is wanted; it is read as an author's name", member));
    person.name = *value.string();
  }
  return person == model::Person() ? std::nullopt : std::optional(std::move(person));
}

void read_authors(Members& members, const json::Member& member, std::vector<model::Person>& people) {
  const auto take = [&](const json::Value& value) {
    auto person = person_of(value, member.name, members.places(), members.base());
    if (person) people.push_back(std::move(*person));
    return person.has_value() || (value.object() != nullptr && value.object()->empty());
  };
  if (member.value().string() != nullptr) take(member.value());
  else members.list(member, "objects", take);
}

// Version 1 has one author, and feeds of today have it beside authors for old readers. There it counts only for what
// it says that they do not.
void read_author(Members& members, const json::Member& member, std::vector<model::Person>& people, bool has_authors) {
  const auto& value = member.value();
  if (value.array() != nullptr && !has_authors) return read_authors(members, member, people);
  if (value.array() != nullptr || value.boolean() != nullptr || value.number() != nullptr)
    return members.keep_aside(
        member, fmt::format("author is {} where an object is wanted; it is kept aside as it stands", type_name(value)));
  if (members.is_null(member)) return;
  auto person = person_of(value, member.name, members.places(), members.base());
  if (!person) return;
  if (!has_authors) people.push_back(std::move(*person));
  else if (std::find(people.begin(), people.end(), *person) == people.end()) members.keep_aside(member);
}

// Whether the list of authors is one that counts.
bool has_authors(const json::Value& object) {
  const auto* authors = object.find("authors");
  return authors != nullptr &&
         (authors->array() != nullptr || authors->object() != nullptr || authors->string() != nullptr);
}

std::optional<model::Attachment> read_attachment(const json::Value& value, Places& places, std::string_view base) {
  const auto* url = value.find("url");
  if (url == nullptr || url->string() == nullptr || url->string()->empty()) return std::nullopt;
  model::Attachment attachment;
  Members members(value, Kind::attachment, places, base, attachment.foreign);
  members.each([&](const json::Member& member) {
    if (member.name == "url") attachment.url = members.address(member);
    else if (member.name == "mime_type") attachment.mime_type = members.text(member);
    else if (member.name == "title") attachment.title = members.text(member);
    else if (member.name == "size_in_bytes") {
      if (const auto size = members.number(member, true)) attachment.size_in_bytes = static_cast<std::uint64_t>(*size);
    } else if (member.name == "duration_in_seconds") attachment.duration_in_seconds = members.number(member, false);
    else members.keep(member);
  });
  return attachment;
}

bool read_tag(const json::Value& value, model::Item& item, Places& places) {
  std::string term;
  if (value.string() != nullptr) {
    term = *value.string();
  } else if (value.number() != nullptr) {
    places.mend(value.offset, "tags has a number where a text is wanted; it is read as one");
    term = value.number()->written;
  } else {
    return false;
  }
  if (!term.empty()) item.categories.push_back({std::move(term), "", ""});
  return true;
}

}  // namespace

std::string base_of(const model::Feed& feed, const std::string& base_uri) {
  if (!base_uri.empty()) return base_uri;
  for (const auto* address : {&feed.home_page_url, &feed.feed_url})
    if (text::is_web_url(*address)) return *address;
  return {};
}

model::Item read_item(const json::Value& object, Places& places, std::string_view base) {
  model::Item item;
  Extra extras;
  Members members(object, Kind::item, places, base, item.foreign);
  // What is said of authors comes before what is said of one.
  const bool authors_count = has_authors(object);
  const json::Member* author = nullptr;
  members.each([&](const json::Member& member) {
    const auto& name = member.name;
    if (name == "id") item.id = members.text(member);
    else if (name == "url") item.url = members.address(member);
    else if (name == "external_url") item.external_url = members.address(member);
    else if (name == "title") item.title = plain_text(members.text(member));
    else if (name == "content_html") item.content_html = absolute(members.text(member), base);
    else if (name == "content_text") item.content_text = members.text(member);
    else if (name == "summary") item.summary = plain_text(members.text(member));
    else if (name == "image") item.image.url = members.address(member);
    else if (name == "banner_image") item.banner_image.url = members.address(member);
    else if (name == "date_published") item.published = members.date(member);
    else if (name == "date_modified") item.modified = members.date(member);
    else if (name == "author") author = &member;
    else if (name == "authors") read_authors(members, member, item.authors);
    else if (name == "language") item.language = members.language(member);
    else if (name == "attachments")
      members.list(member, "objects", [&](const json::Value& entry) {
        auto attachment = entry.object() != nullptr ? read_attachment(entry, places, base) : std::nullopt;
        if (attachment) item.attachments.push_back(std::move(*attachment));
        return attachment.has_value();
      });
    else if (name == "tags")
      members.list(member, "texts", [&](const json::Value& entry) { return read_tag(entry, item, places); });
    else if (name == kOurs) read_ours(members, member, extras);
    else members.keep(member);
  });
  if (author != nullptr) read_author(members, *author, item.authors, authors_count);
  members.settle();
  take(extras, item);
  return item;
}

namespace {

bool read_hub(const json::Value& value, model::Feed& feed, Places& places) {
  const auto* url = value.find("url");
  if (url == nullptr || url->string() == nullptr || url->string()->empty()) return false;
  model::Hub hub;
  Members members(value, Kind::hub, places, {}, hub.foreign);
  members.each([&](const json::Member& member) {
    if (member.name == "type") hub.type = members.text(member);
    else if (member.name == "url") hub.url = members.text(member);
    else members.keep(member);
  });
  feed.hubs.push_back(std::move(hub));
  return true;
}

void read_version(Members& members, const json::Member& member) {
  const auto* version = member.value().string();
  if (version != nullptr && version->find(kVersion) != std::string::npos) return;
  members.places().mend(member.value().offset,
                        "version is none of JSON Feed; the feed is read as \"https://jsonfeed.org/version/1.1\"");
}

}  // namespace

model::Feed read_feed(const json::Value& object, Places& places, std::string_view base_uri) {
  model::Feed feed;
  // Its addresses are seen from each other, and the items' from what they are then.
  feed.home_page_url = object.text("home_page_url");
  feed.feed_url = object.text("feed_url");
  const std::string base = base_of(feed, std::string(base_uri));
  for (auto* address : {&feed.home_page_url, &feed.feed_url})
    if (!address->empty()) *address = text::resolve(base, *address);
  const std::string items_base = base_of(feed, std::string(base_uri));
  feed.home_page_url.clear();
  feed.feed_url.clear();
  Extra extras;
  Members members(object, Kind::feed, places, base, feed.foreign);
  const bool authors_count = has_authors(object);
  const json::Member* author = nullptr;
  if (object.find("version") == nullptr)
    places.mend(object.offset, "there is no version; the feed is read as \"https://jsonfeed.org/version/1.1\"");
  members.each([&](const json::Member& member) {
    const auto& name = member.name;
    if (name == "version") read_version(members, member);
    else if (name == "title") feed.title = plain_text(members.text(member));
    else if (name == "home_page_url") feed.home_page_url = members.address(member);
    else if (name == "feed_url") feed.feed_url = members.address(member);
    else if (name == "description") feed.subtitle = plain_text(members.text(member));
    else if (name == "user_comment") feed.user_comment = members.text(member);
    else if (name == "next_url") feed.next_url = members.address(member);
    else if (name == "icon") feed.icon.url = members.address(member);
    else if (name == "favicon") feed.favicon.url = members.address(member);
    else if (name == "author") author = &member;
    else if (name == "authors") read_authors(members, member, feed.authors);
    else if (name == "language") feed.language = members.language(member);
    else if (name == "expired") feed.expired = members.boolean(member);
    else if (name == "hubs")
      members.list(member, "objects", [&](const json::Value& entry) { return read_hub(entry, feed, places); });
    else if (name == "items") {
      if (const auto* items = member.value().array()) feed.items.reserve(items->size());
      members.list(member, "objects", [&](const json::Value& entry) {
        if (entry.object() != nullptr) feed.items.push_back(read_item(entry, places, items_base));
        return entry.object() != nullptr;
      });
    } else if (name == kOurs) read_ours(members, member, extras);
    else members.keep(member);
  });
  if (author != nullptr) read_author(members, *author, feed.authors, authors_count);
  members.settle();
  take(extras, feed);
  return feed;
}

bool is_feed(const json::Value& object) {
  if (object.text("version").find(kVersion) != std::string::npos) return true;
  const auto* items = object.find("items");
  if (items == nullptr || items->array() == nullptr) return false;
  const auto is_object = [](const json::Value& item) { return item.object() != nullptr; };
  return items->array()->empty() || std::any_of(items->array()->begin(), items->array()->end(), is_object);
}

bool is_item(const json::Value& object) {
  return object.object() != nullptr &&
         std::any_of(object.object()->begin(), object.object()->end(),
                     [](const json::Member& member) { return is_known(Kind::item, member.name); });
}

namespace {

// Many an object has an id.
bool is_item_alone(const json::Value& object) {
  return object.find("id") != nullptr &&
         std::any_of(object.object()->begin(), object.object()->end(), [](const json::Member& member) {
           return member.name != "id" && is_known(Kind::item, member.name);
         });
}

}  // namespace

std::string Places::at(std::size_t offset) {
  const auto here = lines_.at(text_, mended_ != nullptr ? mended_->original(offset) : offset);
  return fmt::format("{}:{}", here.line, here.column);
}

void Places::note(std::size_t offset, std::string_view words) {
  constexpr std::size_t kMostNotes = 1000;  // a hostile document has millions
  if (notes_.size() < kMostNotes) notes_.push_back({fmt::format("{}: {}", at(offset), words)});
}

void Places::mend(std::size_t offset, std::string_view words) {
  note(offset, words);
  if (first_mend_.empty()) first_mend_ = fmt::format("{}: {}", at(offset), words.substr(0, words.rfind("; ")));
}

namespace {

std::string_view advice_for(const json::Flaw& flaw, const ReadOptions& options) {
  const bool is_limit = flaw.message.starts_with("objects and arrays lie more than");
  return is_limit && options.max_depth < json::kGreatestDepth ? "; raise it with --max-depth" : "";
}

}  // namespace

namespace {

// JSON's strings may hold every character by an escape; XML has no place for some (XML 1.0, section 2.2).
void tell_characters_beyond_xml(std::string_view text, const ReadOptions& options, std::vector<Note>& notes) {
  std::size_t first = 0, times = 0;
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 2)) {
    const auto escape = text.substr(at + 1, 5);
    const bool is_control = (escape.starts_with("u000") && escape.find_first_of("9aAdD", 4) != 4) ||
                            escape.starts_with("u001") || escape.starts_with('b') || escape.starts_with('f');
    if (!is_control && !text::equals_ignoring_case(escape, "ufffe") && !text::equals_ignoring_case(escape, "uffff"))
      continue;
    if (times++ == 0) first = at;
  }
  if (times == 0) return;
  Places places(text, notes, options.origin);
  places.note(first, fmt::format("a character that XML does not have{}; what is written as XML leaves it out",
                                 times == 1 ? "" : fmt::format(" ({} times)", times)));
}

}  // namespace

Result<Text> parse(std::string_view text, const ReadOptions& options, std::vector<Note>& notes) {
  const json::Limits limits{.max_size = options.max_size, .max_depth = options.max_depth};
  auto value = json::parse(text, limits);
  if (value) {
    tell_characters_beyond_xml(text, options, notes);
    return Text{std::move(*value)};
  }
  const auto flaw = value.error();
  Places places(text, notes, options.origin);
  auto mended = text.size() <= options.max_size ? mend_json(text) : std::nullopt;
  if (mended)
    value = json::parse(mended->text, {.max_size = std::max<std::uint64_t>(options.max_size, mended->text.size()),
                                       .max_depth = options.max_depth});
  auto words = fmt::format("{}: {}{}", places.at(flaw.offset), flaw.message, advice_for(flaw, options));
  if (!value || (options.strict && !mended->is_cut_off)) return fail(Cause::unreadable, "{}", words);
  // Of an object that is cut off before its first member nothing is left.
  const bool is_empty = value->object() != nullptr && value->object()->empty();
  if (mended->is_cut_off && (options.strict || options.whole || is_empty))
    return fail(Cause::unreadable, "{}: {}; get the whole of it", places.at(text.size()), mended->mends.back().flaw);
  for (const auto& [offset, times, what, remedy] : mended->mends)
    places.note(offset, times == 1 ? fmt::format("{}; {}", what, remedy)
                                   : fmt::format("{} ({} times); {}", what, times, remedy));
  return Text{std::move(*value), std::move(mended), std::move(words)};
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  // RFC 8259, section 8.1: JSON is UTF-8; a byte order mark may be ignored.
  const auto mark = text::byte_order_mark(bytes);
  if (mark && mark->encoding != "UTF-8") bytes = text::decode(bytes, mark->encoding);
  else if (mark) bytes.erase(0, mark->length);
  Reading reading;
  const auto text = parse(bytes, options, reading.notes);
  if (!text) return Failure(text.error());
  const auto& [value, mended, flaw] = *text;
  if (value.object() == nullptr) return fail(Cause::unreadable, "the JSON is no object; a JSON Feed is one");
  const auto* items = value.find("items");
  if (items != nullptr && items->array() != nullptr && items->array()->size() > options.max_items)
    return fail(Cause::unreadable, "holds more than the limit of {} items; raise it with --max-items",
                options.max_items);
  Places places(bytes, reading.notes, options.origin, mended ? &*mended : nullptr);
  // An item alone, as a stage of a pipeline may hand it on.
  const bool is_alone = items == nullptr && value.find("version") == nullptr && is_item_alone(value);
  if (!is_alone && !is_feed(value))
    return fail(Cause::unreadable,
                "is JSON, but no JSON Feed; that has \"version\": \"https://jsonfeed.org/version/1.1\", or at least "
                "\"items\" as an array of objects");
  if (is_alone) reading.feed.items.push_back(read_item(value, places, options.base_uri));
  else reading.feed = read_feed(value, places, options.base_uri);
  if (options.strict && places.first_mend() != nullptr) return fail(Cause::unreadable, "{}", *places.first_mend());
  return reading;
}

}  // namespace syndicat::formats::json_feed

namespace syndicat::formats {

Result<model::Item> read_item(std::string_view json) {
  const auto value = json::parse(json);
  if (!value) return fail(Cause::unreadable, "{}", value.error().message);
  if (value->object() == nullptr) return fail(Cause::unreadable, "the JSON is no object; an item is one");
  std::vector<Note> notes;  // what we wrote needs no mending
  json_feed::Places places(json, notes);
  return json_feed::read_item(*value, places, {});
}

}  // namespace syndicat::formats
