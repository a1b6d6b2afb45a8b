#include "validate/json_feed.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/embedded.hpp"
#include "json/schema.hpp"
#include "json/value.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/html.hpp"
#include "validate/json_lines.hpp"
#include "validate/suppress.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

using json::Value;

// What a member may be; several may be joined.
enum : std::uint8_t { kText = 1, kNumber = 2, kBoolean = 4, kArray = 8, kObject = 16 };

struct Kind;  // of an object
struct JsonCheck;
using MemberCheck = void (*)(JsonCheck&, const Value&, const Subject&);
using ObjectCheck = void (*)(JsonCheck&, const Value&, const Subject&);

struct MemberRow {
  std::string_view name;
  std::uint8_t types;
  MemberCheck value = nullptr;
  const Kind* kind = nullptr;  // of the object, or of each object in the array
  bool required = false;
  bool since_11 = false;
};

struct Kind {
  std::string_view name;  // "item"
  std::span<const MemberRow> members;
  ObjectCheck after = nullptr;
};

struct JsonCheck : Check {
  using Check::Check;
  bool is_11 = true;
  std::unordered_map<std::string, std::size_t> ids;
  std::string home;  // the feed's own address

  void object(const Value& value, const Kind& kind, const std::string& pointer);
  void member(const json::Member& member, const Kind& kind, const std::string& pointer, bool has_authors);
};

std::string_view type_name(const Value& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return "a boolean";
  if (value.number() != nullptr) return "a number";
  if (value.string() != nullptr) return "a text";
  return value.array() != nullptr ? "an array" : "an object";
}

std::uint8_t type_of(const Value& value) {
  if (value.is_null()) return 0;
  if (value.boolean() != nullptr) return kBoolean;
  if (value.number() != nullptr) return kNumber;
  if (value.string() != nullptr) return kText;
  return value.array() != nullptr ? kArray : kObject;
}

std::string wanted(std::uint8_t types) {
  std::string words;
  const auto add = [&](std::uint8_t bit, std::string_view word) {
    if ((types & bit) == 0) return;
    if (!words.empty()) words += " or ";
    words += word;
  };
  add(kText, "a text");
  add(kNumber, "a number");
  add(kBoolean, "true or false");
  add(kArray, "an array");
  add(kObject, "an object");
  return words;
}

// Values.

void not_blank_text(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() != nullptr && text::is_blank(*value.string())) check.report("member-not-blank", subject);
}

void plain(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  if (text::is_blank(*value.string())) {
    check.report("member-not-blank", subject);
    return;
  }
  if (const auto markup = find_markup(*value.string()); !markup.empty())
    check.report("json-user-comment-html", subject, {{"value", markup}});
}

void url(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  const auto& written = *value.string();
  const auto uri = text::split_uri(written);
  const auto scheme = uri.scheme ? text::to_lower_ascii(*uri.scheme) : std::string();
  const bool web = scheme == "http" || scheme == "https";
  if (!uri.scheme || !text::is_iri_reference(written) || (web && text::host_of(written).empty())) {
    if (uri.scheme)
      if (const auto character = unescaped_character(written); !character.empty()) {
        check.report("invalid-uri-char", subject, {{"value", name_of_character(character)}});
        return;
      }
    auto* finding = check.report("json-not-url", subject);
    if (!uri.scheme && text::is_iri_reference(written))
      offer_whole_address(finding, check, written, subject.span.start + 1);
    return;
  }
  if (!is_registered_scheme(scheme)) check.report("scheme-not-iana-registered", subject);
}

void next_url(JsonCheck& check, const Value& value, const Subject& subject) {
  url(check, value, subject);
  if (value.string() == nullptr) return;
  // A fragment is never asked for: the same document comes.
  const auto asked = [](const std::string& address) {
    return text::normalize_uri(address.substr(0, address.find('#')));
  };
  const auto next = asked(*value.string());
  for (const auto& own : {check.home, check.options().base_uri})
    if (!own.empty() && next == asked(own)) {
      check.report("json-next-url-loop", subject);
      return;
    }
}

void feed_url(JsonCheck& check, const Value& value, const Subject& subject) {
  url(check, value, subject);
  const auto& base = check.options().base_uri;
  if (value.string() != nullptr && !base.empty() && text::is_web_url(*value.string()) &&
      text::normalize_uri(*value.string()) != text::normalize_uri(base))
    check.report("self-doesnt-match-location", subject);
}

void date(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  const auto instant = text::parse_rfc3339(*value.string());
  if (!instant) {
    auto* finding = check.report("json-invalid-date", subject);
    const auto meant = text::parse_date(*value.string());
    if (finding != nullptr && meant && meant->offset_minutes)
      finding->edit = Edit{subject.span.start, subject.span.end, fmt::format("\"{}\"", text::to_rfc3339(*meant))};
    return;
  }
  const auto& now = check.options().now;
  if (instant->seconds <= 0 || (now && instant->seconds > now->seconds + 86400))
    check.report("implausible-date", subject);
}

void tag(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  if (!is_known_language(*value.string())) check.report("json-invalid-language", subject);
  else language_region(check, subject);
}

void media(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() != nullptr && !is_media_type(*value.string())) check.report("json-invalid-mime-type", subject);
}

void amount(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.number() != nullptr && value.number()->value < 0)
    check.report("json-negative-number", subject, {{"value", value.number()->written}});
}

void size(JsonCheck& check, const Value& value, const Subject& subject) {
  amount(check, value, subject);
  if (value.number() == nullptr || value.number()->value < 0) return;
  const double bytes = value.number()->value;
  if (bytes < 9e15 && bytes != static_cast<double>(static_cast<std::int64_t>(bytes)))
    check.report("json-fractional-size", subject, {{"value", value.number()->written}});
}

void html(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  if (text::is_blank(*value.string())) check.report("member-not-blank", subject);
  else check_html(check, subject);
}

void texts(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.array() == nullptr) return;
  std::size_t index = 0;
  for (const auto& one : *value.array()) {
    const auto pointer = fmt::format("{}/{}", subject.pointer, index++);
    Subject part{{}, {one.offset, one.end}, subject.element, subject.parent, {}, pointer};
    if (one.string() == nullptr)
      check.report("invalid-member-type", part, {{"value", type_name(one)}, {"type", "a text"}});
    else if (text::is_blank(*one.string())) check.report("member-not-blank", part);
  }
}

void version(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.string() == nullptr) return;
  const auto& written = *value.string();
  if (written == "https://jsonfeed.org/version/1") check.report("json-feed-version-1", subject);
  else if (written != "https://jsonfeed.org/version/1.1") check.report("invalid-json-feed-version", subject);
}

void id(JsonCheck& check, const Value& value, const Subject& subject) {
  std::string written;
  if (value.number() != nullptr) {
    written = value.number()->written;
    check.report("json-item-id-not-text", subject, {{"value", written}});
  } else if (value.string() != nullptr) {
    written = *value.string();
  } else {
    return;
  }
  if (text::is_blank(written)) {
    check.report("json-blank-id", subject);
    return;
  }
  if (!check.ids.try_emplace(written, value.offset).second)
    check.report("json-duplicate-id", subject, {{"value", written}});
}

// Objects.

void author(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.find("name") == nullptr && value.find("url") == nullptr && value.find("avatar") == nullptr)
    check.report("json-author-without-member", subject, {{"parent", "author"}});
}

void hub(JsonCheck& check, const Value& value, const Subject& subject) {
  for (const auto name : {"type", "url"})
    if (value.find(name) == nullptr)
      check.report("json-hub-incomplete", subject, {{"element", name}, {"parent", "hub"}});
}

void item(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.find("content_html") == nullptr && value.find("content_text") == nullptr)
    check.report("json-item-without-content", subject, {{"element", "content_html"}, {"parent", "item"}});
  const auto published = text::parse_rfc3339(value.text("date_published"));
  const auto modified = text::parse_rfc3339(value.text("date_modified"));
  if (published && modified && modified->seconds < published->seconds) {
    const auto* late = value.find("date_modified");
    check.report("json-date-order", {late->offset, late->end}, {{"element", "date_modified"}, {"parent", "item"}},
                 fmt::format("{}/date_modified", subject.pointer));
  }
  const auto* attachments = value.find("attachments");
  if (attachments == nullptr || attachments->array() == nullptr) return;
  std::vector<std::string> types;
  for (const auto& one : *attachments->array()) {
    if (one.find("title") != nullptr) continue;
    auto type = one.text("mime_type");
    if (!type.empty() && std::ranges::find(types, type) != types.end()) {
      check.report("json-attachment-groups", {attachments->offset, attachments->offset + 1},
                   {{"element", "attachments"}, {"parent", "item"}}, fmt::format("{}/attachments", subject.pointer));
      return;
    }
    types.push_back(std::move(type));
  }
}

void feed(JsonCheck& check, const Value& value, const Subject& subject) {
  if (value.find("home_page_url") == nullptr)
    check.report("missing-recommended-member", subject, {{"element", "home_page_url"}, {"parent", "feed"}});
  if (value.find("feed_url") == nullptr)
    check.report("json-missing-feed-url", subject, {{"element", "feed_url"}, {"parent", "feed"}});
  const auto* hubs = value.find("hubs");
  const bool has_hub = hubs != nullptr && hubs->array() != nullptr && !hubs->array()->empty();
  if (has_hub && value.find("feed_url") == nullptr && !check.options().transport)
    check.report("hub-without-self", {hubs->offset, hubs->end}, {}, fmt::format("{}/hubs", subject.pointer));
}

constexpr MemberRow kAuthorMembers[] = {{"name", kText, plain}, {"url", kText, url}, {"avatar", kText, url}};
constexpr Kind kAuthor = {"author", kAuthorMembers, author};

constexpr MemberRow kHubMembers[] = {{"type", kText, not_blank_text}, {"url", kText, url}};
constexpr Kind kHub = {"hub", kHubMembers, hub};

constexpr MemberRow kAttachmentMembers[] = {
    {"url", kText, url, nullptr, true}, {"mime_type", kText, media, nullptr, true}, {"title", kText, plain},
    {"size_in_bytes", kNumber, size},   {"duration_in_seconds", kNumber, amount},
};
constexpr Kind kAttachment = {"attachment", kAttachmentMembers};

// clang-format off
constexpr MemberRow kItemMembers[] = {
    {"id", kText | kNumber, id, nullptr, true}, {"url", kText, url},           {"external_url", kText, url},
    {"title", kText, plain},                    {"content_html", kText, html}, {"content_text", kText, not_blank_text},
    {"summary", kText, plain},                  {"image", kText, url},         {"banner_image", kText, url},
    {"date_published", kText, date},            {"date_modified", kText, date}, {"author", kObject, nullptr, &kAuthor},
    {"authors", kArray, nullptr, &kAuthor, false, true}, {"tags", kArray, texts}, {"language", kText, tag, nullptr, false, true},
    {"attachments", kArray, nullptr, &kAttachment},
};
// clang-format on
constexpr Kind kItem = {"item", kItemMembers, item};

// clang-format off
constexpr MemberRow kFeedMembers[] = {
    {"version", kText, version, nullptr, true}, {"title", kText, plain, nullptr, true},
    {"home_page_url", kText, url},              {"feed_url", kText, feed_url},
    {"description", kText, plain},              {"user_comment", kText, plain},
    {"next_url", kText, next_url},              {"icon", kText, url},
    {"favicon", kText, url},                    {"author", kObject, nullptr, &kAuthor},
    {"authors", kArray, nullptr, &kAuthor, false, true}, {"language", kText, tag, nullptr, false, true},
    {"expired", kBoolean},                      {"hubs", kArray, nullptr, &kHub},
    {"items", kArray, nullptr, &kItem, true},
};
// clang-format on
constexpr Kind kFeed = {"feed", kFeedMembers, feed};

// On a line of its own the feed has no items beside it.
constexpr auto kFeedLineMembers = [] {
  std::array<MemberRow, std::size(kFeedMembers)> members{};
  std::ranges::copy(kFeedMembers, members.begin());
  for (auto& row : members)
    if (row.name == "items") row.required = false;
  return members;
}();
constexpr Kind kFeedLine = {"feed", kFeedLineMembers, feed};

// Where a member belongs that stands elsewhere.
std::string_view home_of(std::string_view name) {
  for (const auto* kind : {&kFeed, &kItem, &kAttachment, &kAuthor, &kHub})
    for (const auto& row : kind->members)
      if (row.name == name) return kind->name;
  return {};
}

void extension(JsonCheck& check, const json::Member& member, const Kind& kind, const Span& name_span,
               const std::string& pointer) {
  const auto& name = member.name;
  const bool letter = name.size() > 1 && (((name[1] | 0x20) >= 'a' && (name[1] | 0x20) <= 'z') ||
                                          static_cast<unsigned char>(name[1]) >= 0x80);
  if (!letter || name.find('.') != std::string::npos)
    check.report("json-extension-name", name_span, {{"element", name}, {"parent", kind.name}}, pointer);
  if (member.value().object() == nullptr)
    check.report("json-extension-not-object", {member.value().offset, member.value().end},
                 {{"element", name}, {"parent", kind.name}, {"value", type_name(member.value())}}, pointer);
}

void JsonCheck::member(const json::Member& found, const Kind& kind, const std::string& above, bool has_authors) {
  const auto pointer = fmt::format("{}/{}", above, json::pointer_step(found.name));
  const auto close = Check::text().find('"', found.offset + 1);
  const Span name_span{found.offset, close == std::string_view::npos ? found.offset + 1 : close + 1};
  if (found.name.starts_with('_')) return extension(*this, found, kind, name_span, pointer);

  const auto row = std::ranges::find(kind.members, std::string_view(found.name), &MemberRow::name);
  if (row == kind.members.end()) {
    const auto place = home_of(found.name);
    if (!place.empty())
      report("misplaced-member", name_span, {{"element", found.name}, {"parent", kind.name}, {"value", place}},
             pointer);
    else report("undefined-member", name_span, {{"element", found.name}, {"parent", kind.name}}, pointer);
    return;
  }
  const auto& value = found.value();
  if (row->since_11 && !is_11)
    report("json-member-of-later-version", name_span, {{"element", found.name}, {"parent", kind.name}}, pointer);
  if (found.name == "author" && is_11 && !has_authors)
    report("json-deprecated-author", name_span, {{"element", found.name}, {"parent", kind.name}}, pointer);
  const auto written = value.string() == nullptr ? std::string_view() : std::string_view(*value.string());
  const Subject subject{written, {value.offset, value.end}, found.name, kind.name, {}, pointer};
  if ((type_of(value) & row->types) == 0) {
    report("invalid-member-type", subject, {{"value", type_name(value)}, {"type", wanted(row->types)}});
    return;
  }
  if (row->value != nullptr) row->value(*this, value, subject);
  if (row->kind == nullptr) return;
  if (value.object() != nullptr) return object(value, *row->kind, pointer);
  std::size_t index = 0;
  for (const auto& one : *value.array()) {
    const auto place = fmt::format("{}/{}", pointer, index++);
    if (one.object() != nullptr) {
      object(one, *row->kind, place);
      continue;
    }
    report("invalid-member-type", {one.offset, one.end},
           {{"element", found.name}, {"parent", kind.name}, {"value", type_name(one)}, {"type", "an object"}}, place);
  }
}

void JsonCheck::object(const Value& value, const Kind& kind, const std::string& pointer) {
  const auto& members = *value.object();
  std::unordered_map<std::string_view, int> seen;
  const bool has_authors = value.find("authors") != nullptr;
  for (const auto& found : members) {
    if (seen[found.name]++ == 1)
      report("duplicate-member", {found.offset, found.offset + found.name.size() + 2},
             {{"element", found.name}, {"parent", kind.name}},
             fmt::format("{}/{}", pointer, json::pointer_step(found.name)));
    member(found, kind, pointer, has_authors);
  }
  const Span start{value.offset, value.offset + 1};
  for (const auto& row : kind.members)
    if (row.required && !seen.contains(row.name))
      report("missing-member", start, {{"element", row.name}, {"parent", kind.name}}, pointer);
  if (kind.after != nullptr) kind.after(*this, value, Subject{{}, start, kind.name, kind.name, {}, pointer});
}

// JSON is UTF-8 between systems (RFC 8259, section 8.1); a byte order mark may be passed over.
std::string_view other_encoding(std::string_view bytes) {
  if (const auto mark = text::byte_order_mark(bytes)) return mark->encoding == "UTF-8" ? "" : mark->encoding;
  // The first two characters of JSON are ASCII.
  if (bytes.size() > 1 && bytes[0] == '\0') return "UTF-16BE";
  return bytes.size() > 1 && bytes[1] == '\0' ? "UTF-16LE" : "";
}

void check_schema(JsonCheck& check, const Value& value, std::string_view text) {
  const auto schema = embedded_file(check.is_11 ? "schemas/json-feed-1.1.json" : "schemas/json-feed-1.json");
  if (schema.empty() || check.has_errors()) return;
  const auto verdict = json::check_schema(text, schema);
  if (!verdict || !*verdict) return;
  check.report("schema", {value.offset, value.offset + 1},
               {{"exception", fmt::format("{} at {}", (*verdict)->keyword, (*verdict)->pointer)}}, (*verdict)->pointer);
}

// Each line for itself, and ids across all of them; what no line can say is not asked for.
Result<Report> check_lines(Report report, const Options& options) {
  report.format = "JSON Lines";
  bool is_of_use = false;  // whether a line is a feed's, or has anything of an item
  JsonCheck check(options, Check::Syntax::json, report.text);
  each_json_line(report.text, {options.limits.max_size, options.limits.max_depth}, [&](auto line) {
    if (!line) {
      const auto start = std::min(line.error().offset, report.text.size());
      check.report("json-error", {start, std::min(start + 1, report.text.size())},
                   {{"exception", line.error().message}});
      return;
    }
    const bool is_feed = is_feed_line(*line);
    is_of_use = is_of_use || is_feed || std::ranges::any_of(*line->object(), [](const json::Member& member) {
                  return std::ranges::find(kItemMembers, std::string_view(member.name), &MemberRow::name) !=
                         std::end(kItemMembers);
                });
    if (is_feed) {
      check.is_11 = line->text("version") != "https://jsonfeed.org/version/1";
      check.home = line->text("feed_url");
    }
    check.object(*line, is_feed ? kFeedLine : kItem, "");
    for (auto& asked : is_feed ? suppressions(*line, check) : suppressions_of_item(*line, check))
      report.suppressions.push_back(std::move(asked));
  });
  if (!is_of_use)
    return fail(Cause::unreadable,
                "is JSON Lines and no feed; a line is a feed as JSON Feed has it, or one of its items");
  report.findings = check.take();
  // Lines may be added one after the other, and a later one be an item's later version.
  for (auto& finding : report.findings)
    if (finding.rule == "json-duplicate-id") finding.severity = Severity::warning;
  suppress(report.findings, report.suppressions);
  return report;
}

}  // namespace

Result<Report> check_json(std::string bytes, const Options& options) {
  Report report;
  const auto encoding = other_encoding(bytes);
  if (encoding.empty()) {
    if (const auto mark = text::byte_order_mark(bytes)) bytes.erase(0, mark->length);
    report.text = std::move(bytes);
  } else {
    report.text = text::decode(bytes, encoding);
    report.format = "JSON Feed";
    report.encoding = encoding;
    Check check(options, Check::Syntax::json, report.text);
    check.report("json-error", Span{0, std::min<std::size_t>(1, report.text.size())},
                 {{"exception", fmt::format("JSON is UTF-8, and this is {}; save it as UTF-8", encoding)}});
    report.findings = check.take();
    return report;
  }
  JsonCheck check(options, Check::Syntax::json, report.text);
  const auto value = json::parse(report.text, {options.limits.max_size, options.limits.max_depth});
  if (!value && looks_like_json_lines(report.text)) return check_lines(std::move(report), options);
  if (!value) {
    // A cut file, a page that begins with a brace: told as JSON, since it looks like that.
    report.format = "JSON Feed";
    const auto start = std::min(value.error().offset, report.text.size());
    check.report("json-error", {start, std::min(start + 1, report.text.size())},
                 {{"exception", value.error().message}});
    report.findings = check.take();
    return report;
  }
  const auto* version = value->find("version");
  const auto name =
      version == nullptr || version->string() == nullptr ? std::string_view() : std::string_view(*version->string());
  const auto* items = value->find("items");
  if (value->object() == nullptr ||
      (name.find("jsonfeed.org") == std::string_view::npos && (items == nullptr || items->array() == nullptr)))
    return fail(Cause::unreadable,
                "is JSON and no JSON Feed; it needs \"version\": \"https://jsonfeed.org/version/1.1\" and \"items\"");
  check.is_11 = name != "https://jsonfeed.org/version/1";
  check.home = value->text("feed_url");
  report.format = check.is_11 ? "JSON Feed 1.1" : "JSON Feed 1";
  check.object(*value, kFeed, "");
  check_schema(check, *value, report.text);
  report.suppressions = suppressions(*value, check);
  report.findings = check.take();
  suppress(report.findings, report.suppressions);
  return report;
}

}  // namespace syndicat::validate
