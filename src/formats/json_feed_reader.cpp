// JSON Feed 1.1 and 1 (https://jsonfeed.org/version/1.1).

#include <algorithm>
#include <cmath>

#include "formats/extras.hpp"
#include "formats/json_feed.hpp"
#include "formats/json_feed_parts.hpp"
#include "formats/json_mending.hpp"
#include "json/value.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::json_feed {
namespace {

constexpr std::string_view kOurs = "_syndicat";

// A text, or a number as it is written: ids come as numbers, and the specification wants them read as text.
std::string text_of(const json::Value& value) {
  if (const auto* text = value.string()) return *text;
  if (const auto* number = value.number()) return number->written;
  return {};
}

std::string address_of(const json::Value& value, std::string_view base) {
  const std::string written = text_of(value);
  return written.empty() ? written : text::resolve(base, written);
}

model::Text plain_text(const json::Value& value) { return {model::Text::Kind::plain, text_of(value)}; }

std::string language_of(const json::Value& value) {
  const std::string written = text_of(value);
  const std::string usual = text::normalize_language(written);
  return usual.empty() ? written : usual;
}

std::optional<std::uint64_t> size_of(const json::Value* value) {
  if (value == nullptr || value->number() == nullptr) return std::nullopt;
  const double number = value->number()->value;
  if (!(number >= 0) || number > 9e15) return std::nullopt;
  return static_cast<std::uint64_t>(number);
}

std::optional<model::Date> read_date(std::string_view member, const json::Value& value, Places& places) {
  std::string written = text_of(value);
  if (written.empty()) return std::nullopt;
  const auto instant = text::parse_date(written);
  if (!instant) places.note(value.offset, fmt::format("{} holds no date that can be read; it is kept as text", member));
  return model::Date{instant, std::move(written)};
}

void keep(const json::Member& member, model::Foreign& foreign) {
  foreign.json.emplace_back(member.name, json::to_text(member.value()));
}

// Keeps what stands in an object beside the members that are known.
void keep_others(const json::Value& value, std::initializer_list<std::string_view> known, model::Foreign& foreign) {
  if (value.object() == nullptr) return;
  for (const auto& member : *value.object())
    if (std::find(known.begin(), known.end(), member.name) == known.end()) keep(member, foreign);
}

model::Person read_person(const json::Value& value, std::string_view base) {
  model::Person person;
  person.name = value.object() != nullptr ? value.text("name") : text_of(value);
  if (const auto* url = value.find("url")) person.url = address_of(*url, base);
  // The specification lets a mail address stand as a mailto: URL.
  if (person.url.starts_with("mailto:")) {
    person.email = text::percent_decode(person.url.substr(7));
    person.url.clear();
  }
  if (const auto* avatar = value.find("avatar")) person.avatar = address_of(*avatar, base);
  keep_others(value, {"name", "url", "avatar"}, person.foreign);
  return person;
}

void read_people(const json::Value& value, std::vector<model::Person>& people, std::string_view base) {
  const auto* entries = value.array();
  if (entries == nullptr) return;
  people.clear();
  for (const auto& entry : *entries)
    if (auto person = read_person(entry, base); person != model::Person()) people.push_back(std::move(person));
}

void read_attachments(const json::Value& value, model::Item& item, std::string_view base) {
  const auto* entries = value.array();
  if (entries == nullptr) return;
  for (const auto& entry : *entries) {
    const auto* url = entry.find("url");
    if (url == nullptr) continue;
    model::Attachment attachment{address_of(*url, base), entry.text("mime_type"), entry.text("title"),
                                 size_of(entry.find("size_in_bytes")), std::nullopt};
    if (const auto* duration = entry.find("duration_in_seconds"); duration != nullptr && duration->number() != nullptr)
      attachment.duration_in_seconds = duration->number()->value;
    keep_others(entry, {"url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"}, attachment.foreign);
    if (!attachment.url.empty()) item.attachments.push_back(std::move(attachment));
  }
}

}  // namespace

model::Item read_item(const json::Value& object, Places& places, std::string_view base) {
  model::Item item;
  Extra extras;
  for (const auto& member : *object.object()) {
    const auto& [name, value] = std::tie(member.name, member.value());
    if (name == "id") item.id = text_of(value);
    else if (name == "url") item.url = address_of(value, base);
    else if (name == "external_url") item.external_url = address_of(value, base);
    else if (name == "title") item.title = plain_text(value);
    else if (name == "content_html") item.content_html = text_of(value);
    else if (name == "content_text") item.content_text = text_of(value);
    else if (name == "summary") item.summary = plain_text(value);
    else if (name == "image") item.image.url = address_of(value, base);
    else if (name == "banner_image") item.banner_image.url = address_of(value, base);
    else if (name == "date_published") item.published = read_date(name, value, places);
    else if (name == "date_modified") item.modified = read_date(name, value, places);
    else if (name == "author" && item.authors.empty()) item.authors.push_back(read_person(value, base));
    else if (name == "authors") read_people(value, item.authors, base);
    else if (name == "language") item.language = language_of(value);
    else if (name == "attachments") read_attachments(value, item, base);
    else if (name == "tags" && value.array() != nullptr) {
      for (const auto& tag : *value.array())
        if (auto term = text_of(tag); !term.empty()) item.categories.push_back({std::move(term), "", ""});
    } else if (name == kOurs) extras = read_extra(value);
    else if (name != "author") keep(member, item.foreign);
  }
  take(extras, item);
  return item;
}

namespace {

void read_hubs(const json::Value& value, model::Feed& feed) {
  if (value.array() == nullptr) return;
  for (const auto& entry : *value.array()) {
    model::Hub hub{entry.text("type"), entry.text("url")};
    keep_others(entry, {"type", "url"}, hub.foreign);
    if (!hub.url.empty()) feed.hubs.push_back(std::move(hub));
  }
}

}  // namespace

model::Feed read_feed(const json::Value& object, Places& places, std::string_view base) {
  model::Feed feed;
  Extra extras;
  for (const auto& member : *object.object()) {
    const auto& [name, value] = std::tie(member.name, member.value());
    if (name == "title") feed.title = plain_text(value);
    else if (name == "home_page_url") feed.home_page_url = address_of(value, base);
    else if (name == "feed_url") feed.feed_url = address_of(value, base);
    else if (name == "description") feed.subtitle = plain_text(value);
    else if (name == "user_comment") feed.user_comment = text_of(value);
    else if (name == "next_url") feed.next_url = address_of(value, base);
    else if (name == "icon") feed.icon.url = address_of(value, base);
    else if (name == "favicon") feed.favicon.url = address_of(value, base);
    else if (name == "author" && feed.authors.empty()) feed.authors.push_back(read_person(value, base));
    else if (name == "authors") read_people(value, feed.authors, base);
    else if (name == "language") feed.language = language_of(value);
    else if (name == "expired" && value.boolean() != nullptr) feed.expired = *value.boolean();
    else if (name == "hubs") read_hubs(value, feed);
    else if (name == kOurs) extras = read_extra(value);
    else if (name != "items" && name != "version" && name != "author") keep(member, feed.foreign);
  }
  if (const auto* items = object.find("items"); items != nullptr && items->array() != nullptr) {
    feed.items.reserve(items->array()->size());
    for (const auto& item : *items->array())
      if (item.object() != nullptr) feed.items.push_back(read_item(item, places, base));
  }
  take(extras, feed);
  return feed;
}

std::string Places::at(std::size_t offset) {
  if (offset < at_) {
    at_ = 0;
    line_ = column_ = 1;
  }
  for (; at_ < offset && at_ < text_.size(); ++at_) {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0U) != 0x80) {
      ++column_;
    }
  }
  const auto here = text::seen_from(origin_, {static_cast<std::uint32_t>(line_), static_cast<std::uint32_t>(column_)});
  return fmt::format("{}:{}", here.line, here.column);
}

void Places::note(std::size_t offset, std::string_view words) {
  notes_.push_back({fmt::format("{}: {}", at(offset), words)});
}

namespace {

std::string_view advice_for(const json::Flaw& flaw) {
  return flaw.message.starts_with("objects and arrays lie more than") ? "; raise it with --max-depth" : "";
}

}  // namespace

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  // RFC 8259, section 8.1: JSON is UTF-8; a byte order mark may be ignored.
  const auto mark = text::byte_order_mark(bytes);
  if (mark && mark->encoding != "UTF-8") bytes = text::decode(bytes, mark->encoding);
  else if (mark) bytes.erase(0, mark->length);
  const json::Limits limits{.max_size = options.max_size, .max_depth = options.max_depth};
  auto value = json::parse(bytes, limits);
  Reading reading;
  Places places(bytes, reading.notes, options.origin);
  if (!value) {
    // Where nothing is wrong but that the end is missing, what came before it is a feed.
    const auto closed = close_json(bytes);
    auto beginning = closed ? json::parse(*closed, limits) : value;
    if (!beginning)
      return fail(Cause::unreadable, "{}: {}{}", places.at(value.error().offset), value.error().message,
                  advice_for(value.error()));
    const std::string words = places.at(bytes.size()) + ": the document ends here, before what is open in it is closed";
    const bool is_empty = beginning->object() != nullptr && beginning->object()->empty();
    if (options.strict || options.whole || is_empty) return fail(Cause::unreadable, "{}; get the whole of it", words);
    reading.notes.push_back({words + "; the part behind the last whole value is left out"});
    value = std::move(beginning);
  }
  if (value->object() == nullptr) return fail(Cause::unreadable, "the JSON is no object; a JSON Feed is one");
  const auto* items = value->find("items");
  if (items != nullptr && items->array() != nullptr && items->array()->size() > options.max_items)
    return fail(Cause::unreadable, "holds more than the limit of {} items; raise it with --max-items",
                options.max_items);
  // An item alone, as a stage of a pipeline may hand it on.
  const bool is_item =
      value->find("items") == nullptr && value->find("version") == nullptr && value->find("id") != nullptr;
  if (is_item) reading.feed.items.push_back(read_item(*value, places, options.base_uri));
  else reading.feed = read_feed(*value, places, options.base_uri);
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
