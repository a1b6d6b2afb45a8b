#include "formats/json_feed_members.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::json_feed {
namespace {

// clang-format off
constexpr auto kFeed = std::to_array<std::string_view>({
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon",
    "author", "authors", "language", "expired", "hubs", "items", "_syndicat",
});
constexpr auto kItem = std::to_array<std::string_view>({
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "author", "authors", "tags", "language", "attachments", "_syndicat",
});
constexpr auto kAuthor = std::to_array<std::string_view>({"name", "url", "avatar"});
constexpr auto kAttachment = std::to_array<std::string_view>({"url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"});
constexpr auto kHub = std::to_array<std::string_view>({"type", "url"});
// clang-format on

std::span<const std::string_view> names_of(Kind kind) {
  switch (kind) {
    case Kind::feed: return kFeed;
    case Kind::item: return kItem;
    case Kind::author: return kAuthor;
    case Kind::attachment: return kAttachment;
    case Kind::hub: return kHub;
  }
  return {};
}

std::size_t index_of(Kind kind, std::string_view name) {
  const auto names = names_of(kind);
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

constexpr double kLargest = 9e15;  // below that every whole number is one of its own

std::optional<double> as_number(std::string_view written) {
  double number = 0;
  const auto end = written.data() + written.size();
  const auto [behind, error] = std::from_chars(written.data(), end, number);
  return error == std::errc() && behind == end && !written.empty() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string_view type_name(const json::Value& value) {
  if (value.is_null()) return "null";
  if (value.boolean() != nullptr) return *value.boolean() ? "true" : "false";
  if (value.number() != nullptr) return "a number";
  if (value.string() != nullptr) return "a text";
  return value.array() != nullptr ? "an array" : "an object";
}

bool is_known(Kind kind, std::string_view name) { return index_of(kind, name) < names_of(kind).size(); }

std::vector<bool> fitting(Kind kind, const model::Foreign& foreign) {
  std::vector<bool> fits;
  std::unordered_set<std::string_view> met;
  for (const auto& [name, value] : foreign.json) {
    // On a line of its own an item with a version would be a feed.
    const bool is_version = kind == Kind::item && name == "version" && value.find(kVersion) != std::string::npos;
    fits.push_back(!is_version && !is_known(kind, name) && met.insert(name).second);
  }
  return fits;
}

Members::Members(const json::Value& object, Kind kind, Places& places, std::string_view base, model::Foreign& foreign)
    : members_(*object.object()), kind_(kind), places_(places), base_(base), foreign_(foreign) {
  std::uint32_t met = 0;
  for (const auto& member : members_) {
    const auto index = index_of(kind, member.name);
    if (index == names_of(kind).size()) continue;
    superseded_ = superseded_ || (met >> index & 1U) != 0;
    met |= 1U << index;
  }
}

bool Members::is_superseded(std::size_t at) {
  const auto& member = members_[at];
  if (!is_known(kind_, member.name)) return false;
  const auto again = std::find_if(members_.begin() + static_cast<std::ptrdiff_t>(at) + 1, members_.end(),
                                  [&](const json::Member& other) { return other.name == member.name; });
  if (again == members_.end()) return false;
  keep_aside(member,
             fmt::format("{} stands here again further on, where it counts; this one is kept aside", member.name));
  return true;
}

void Members::settle() {
  for (auto& kept : aside_) foreign_.json.push_back(std::move(kept));
  aside_.clear();
}

void Members::keep(const json::Member& member) {
  foreign_.json.emplace_back(member.name, json::to_text(member.value()));
}

void Members::keep_aside(const json::Member& member, std::string_view words) {
  if (!words.empty()) places_.mend(member.value().offset, words);
  aside_.emplace_back(member.name, json::to_text(member.value()));
}

bool Members::is_null(const json::Member& member) {
  if (!member.value().is_null()) return false;
  places_.mend(member.value().offset, fmt::format("{} is null, which says nothing; it is left out", member.name));
  return true;
}

void Members::wrong(const json::Member& member, std::string_view wanted) {
  if (is_null(member)) return;
  keep_aside(member, fmt::format("{} is {} where {} is wanted; it is kept aside as it stands", member.name,
                                 type_name(member.value()), wanted));
}

std::string Members::text(const json::Member& member) {
  const auto& value = member.value();
  if (const auto* text = value.string()) return *text;
  if (const auto* number = value.number()) {
    // JSON Feed 1.1, Items, id: a number is to be read as text.
    places_.mend(value.offset, fmt::format("{} is a number where a text is wanted; it is read as one", member.name));
    return number->written;
  }
  return wrong(member, "a text"), std::string();
}

std::string Members::address(const json::Member& member) {
  const auto* written = member.value().string();
  if (written == nullptr) return wrong(member, "an address"), std::string();
  return written->empty() ? *written : text::resolve(base_, *written);
}

std::string Members::language(const json::Member& member) {
  const auto* written = member.value().string();
  if (written == nullptr) return wrong(member, "a language tag"), std::string();
  auto usual = text::normalize_language(*written);
  return usual.empty() ? *written : usual;
}

std::optional<model::Date> Members::date(const json::Member& member) {
  const auto& value = member.value();
  std::string written;
  if (const auto* text = value.string()) written = *text;
  else if (const auto* number = value.number()) {
    places_.mend(value.offset, fmt::format("{} is a number where a date is wanted; it is read as one", member.name));
    written = number->written;
  } else return wrong(member, "a date"), std::nullopt;
  if (written.empty()) return std::nullopt;
  const auto instant = text::parse_date(written);
  if (!instant)
    places_.note(value.offset, fmt::format("{} holds no date that can be read; it is kept as text", member.name));
  return model::Date{instant, std::move(written)};
}

std::optional<bool> Members::boolean(const json::Member& member) {
  const auto& value = member.value();
  if (value.boolean() != nullptr) return *value.boolean();
  if (value.string() != nullptr && (*value.string() == "true" || *value.string() == "false")) {
    places_.mend(value.offset,
                 fmt::format("{} is a text where true or false is wanted; it is read as that", member.name));
    return *value.string() == "true";
  }
  return wrong(member, "true or false"), std::nullopt;
}

std::optional<double> Members::number(const json::Member& member, bool is_whole) {
  const auto& value = member.value();
  const auto fits = [&](double number) {
    return number >= 0 && number <= kLargest &&
           (!is_whole || number == static_cast<double>(static_cast<std::int64_t>(number)));
  };
  if (const auto* number = value.number(); number != nullptr && fits(number->value)) return number->value;
  const auto* text = value.string();
  if (const auto number = text != nullptr ? as_number(text::trim(*text)) : std::nullopt; number && fits(*number)) {
    places_.mend(value.offset, fmt::format("{} is a text where a number is wanted; it is read as one", member.name));
    return number;
  }
  if (value.number() == nullptr) return wrong(member, "a number"), std::nullopt;
  keep_aside(member, fmt::format("{} is no {}number from 0 on; it is kept aside as it stands", member.name,
                                 is_whole ? "whole " : ""));
  return std::nullopt;
}

std::span<const json::Value> Members::entries(const json::Member& member, std::string_view of) {
  const auto& value = member.value();
  if (const auto* array = value.array()) return *array;
  const bool may_be_one = of == "objects" ? value.object() != nullptr : value.string() != nullptr;
  if (!may_be_one) return wrong(member, fmt::format("an array of {}", of)), std::span<const json::Value>();
  places_.mend(value.offset, fmt::format("{} is {} where an array of {} is wanted; it is read as a list of one",
                                         member.name, type_name(value), of));
  return {&value, 1};
}

void Members::leave(const json::Member& member, std::string_view of, const json::Value& entry, json::Array& left) {
  if (entry.is_null()) {
    places_.mend(entry.offset, fmt::format("null stands in {}, and says nothing; it is left out", member.name));
    return;
  }
  const bool is_of_type = of == "objects" ? entry.object() != nullptr : entry.string() != nullptr;
  const auto flaw = is_of_type ? fmt::format("an entry of {} does not say what it has to", member.name)
                               : fmt::format("{} stands in {}, an array of {}", type_name(entry), member.name, of);
  places_.mend(entry.offset, flaw + "; it is kept aside as it stands");
  left.push_back(entry);
}

}  // namespace syndicat::formats::json_feed
