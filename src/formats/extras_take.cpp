#include <algorithm>
#include <array>
#include <cstdlib>

#include "formats/extras.hpp"

namespace syndicat::formats {

namespace {

std::optional<std::uint64_t> number(const std::string& text) {
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  return std::stoull(text);
}

std::optional<std::uint32_t> pixels(const std::string& text) {
  const auto value = number(text);
  return value && *value <= UINT32_MAX ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

model::Date date(const std::string& text) { return {text::parse_date(text), text}; }

model::Image image(const Extra& extra) {
  return {extra.value("url"),     extra.value("title"),  extra.value("link"),          extra.value("description"),
          extra.value("caption"), extra.value("credit"), pixels(extra.value("width")), pixels(extra.value("height"))};
}

// What another program may have put into our own object is looked at before it can go into a document.
bool is_element(const std::string& xml) {
  const auto document = xml::parse(xml);
  return document && document->flaws().empty() && document->prologue().empty() && !document->doctype() &&
         !document->declaration();
}

bool is_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
  };
  if (name.empty() || !is_letter(name[0])) return false;
  return std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

void set(model::Foreign& foreign, const Extra& extra) {
  for (const auto& entry : extra.children) {
    if (extra.name == "xml" && is_element(entry.text)) foreign.xml.push_back(entry.text);
    if (extra.name == "attributes" && is_name(entry.value("name")) &&
        (entry.value("uri").empty() ? entry.value("prefix").empty() : is_name(entry.value("prefix"))))
      foreign.attributes.push_back(
          {entry.value("uri"), entry.value("prefix"), entry.value("name"), entry.value("value"), entry.value("of")});
    if (extra.name == "json" && json::parse(entry.value("value"), {.max_depth = json::kGreatestDepth}))
      foreign.json.emplace_back(entry.value("name"), entry.value("value"));
  }
}

// What is foreign in one entry of a list.
model::Foreign foreign(const Extra& extra) {
  model::Foreign found;
  for (const auto& child : extra.children)
    if (child.kind == Extra::Kind::list || !child.children.empty()) set(found, child);
  return found;
}

void set(std::string& member, const Extra& extra) { member = extra.text; }
void set(std::optional<bool>& member, const Extra& extra) { member = extra.text == "true"; }
void set(std::optional<std::uint64_t>& member, const Extra& extra) { member = number(extra.text); }
void set(std::optional<model::Date>& member, const Extra& extra) { member = date(extra.text); }
void set(model::Image& member, const Extra& extra) { member = image(extra); }

void set(std::vector<std::string>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children) member.push_back(entry.text);
}

void set(std::vector<model::Person>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children)
    member.push_back(
        {entry.value("name"), entry.value("email"), entry.value("url"), entry.value("avatar"), foreign(entry)});
}

void set(std::vector<model::Category>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children)
    member.push_back({entry.value("term"), entry.value("scheme"), entry.value("label"), foreign(entry)});
}

void set(std::vector<model::Link>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children)
    member.push_back({entry.value("href"), entry.value("rel"), entry.value("type"), entry.value("language"),
                      entry.value("title"), number(entry.value("length")), foreign(entry)});
}

void set(std::vector<model::Attachment>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children) {
    std::optional<double> duration;
    if (const auto text = entry.value("duration_in_seconds"); !text.empty())
      duration = std::strtod(text.c_str(), nullptr);
    member.push_back({entry.value("url"), entry.value("mime_type"), entry.value("title"),
                      number(entry.value("size_in_bytes")), duration, foreign(entry)});
  }
}

void set(std::vector<model::Translation>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children)
    member.push_back({entry.value("language"), entry.value("url"), entry.value("title")});
}

void set(std::vector<model::Hub>& member, const Extra& extra) {
  member.clear();
  for (const auto& entry : extra.children) member.push_back({entry.value("type"), entry.value("url"), foreign(entry)});
}

void set(std::optional<model::Cloud>& member, const Extra& extra) {
  member = model::Cloud{extra.value("domain"), extra.value("port"), extra.value("path"),
                        extra.value("register_procedure"), extra.value("protocol")};
}

void set(std::optional<model::Source>& member, const Extra& extra) {
  auto& source = member.emplace();
  source.id = extra.value("id");
  source.title = extra.value("title");
  source.url = extra.value("url");
  source.feed_url = extra.value("feed_url");
  if (extra.find("date_modified") != nullptr) source.modified = date(extra.value("date_modified"));
  source.foreign = foreign(extra);
}

// One name in the tree and the member that it sets; `clear` is for stand-ins.
template <typename Owner>
struct Row {
  std::string_view name;
  void (*set)(Owner&, const Extra&);
  void (*clear)(Owner&);
};

// What a pointer to a member points into.
template <typename Owner, typename Member>
Owner owner_of(Member Owner::*);
template <auto member>
using OwnerOf = decltype(owner_of(member));

template <auto member>
void set_member(OwnerOf<member>& to, const Extra& extra) {
  set(to.*member, extra);
}
template <auto member>
void set_plain(OwnerOf<member>& to, const Extra& extra) {
  to.*member = {model::Text::Kind::plain, extra.text};
}
template <auto member>
void set_html(OwnerOf<member>& to, const Extra& extra) {
  to.*member = {model::Text::Kind::html, extra.text};
}
template <auto member>
void clear(OwnerOf<member>& to) {
  to.*member = {};
}
template <auto member>
constexpr Row<OwnerOf<member>> row(std::string_view name) {
  return {name, set_member<member>, clear<member>};
}

constexpr auto kItemRows = std::to_array<Row<model::Item>>({
    row<&model::Item::id>("id"),
    row<&model::Item::id_is_permalink>("id_is_permalink"),
    row<&model::Item::url>("url"),
    row<&model::Item::external_url>("external_url"),
    Row<model::Item>{"title", set_plain<&model::Item::title>, clear<&model::Item::title>},
    Row<model::Item>{"title_html", set_html<&model::Item::title>, clear<&model::Item::title>},
    row<&model::Item::content_html>("content_html"),
    row<&model::Item::content_text>("content_text"),
    Row<model::Item>{"summary", set_plain<&model::Item::summary>, clear<&model::Item::summary>},
    Row<model::Item>{"summary_html", set_html<&model::Item::summary>, clear<&model::Item::summary>},
    row<&model::Item::image>("image"),
    row<&model::Item::banner_image>("banner_image"),
    row<&model::Item::published>("date_published"),
    row<&model::Item::modified>("date_modified"),
    row<&model::Item::authors>("authors"),
    row<&model::Item::contributors>("contributors"),
    row<&model::Item::categories>("categories"),
    row<&model::Item::language>("language"),
    row<&model::Item::attachments>("attachments"),
    row<&model::Item::links>("links"),
    row<&model::Item::comments_url>("comments_url"),
    row<&model::Item::comments_feed_url>("comments_feed_url"),
    row<&model::Item::comments_count>("comments_count"),
    row<&model::Item::source>("source"),
    Row<model::Item>{"rights", set_plain<&model::Item::rights>, clear<&model::Item::rights>},
    Row<model::Item>{"rights_html", set_html<&model::Item::rights>, clear<&model::Item::rights>},
    row<&model::Item::site_name>("site_name"),
    row<&model::Item::section>("section"),
    row<&model::Item::direction>("direction"),
    row<&model::Item::translations>("translations"),
    row<&model::Item::retrieved>("retrieved"),
    row<&model::Item::first_seen>("first_seen"),
    row<&model::Item::foreign>("xml"),
    row<&model::Item::foreign>("attributes"),
    row<&model::Item::foreign>("json"),
});

constexpr auto kFeedRows = std::to_array<Row<model::Feed>>({
    row<&model::Feed::id>("id"),
    Row<model::Feed>{"title", set_plain<&model::Feed::title>, clear<&model::Feed::title>},
    Row<model::Feed>{"title_html", set_html<&model::Feed::title>, clear<&model::Feed::title>},
    Row<model::Feed>{"description", set_plain<&model::Feed::subtitle>, clear<&model::Feed::subtitle>},
    Row<model::Feed>{"description_html", set_html<&model::Feed::subtitle>, clear<&model::Feed::subtitle>},
    row<&model::Feed::home_page_url>("home_page_url"),
    row<&model::Feed::feed_url>("feed_url"),
    row<&model::Feed::next_url>("next_url"),
    row<&model::Feed::user_comment>("user_comment"),
    row<&model::Feed::language>("language"),
    row<&model::Feed::authors>("authors"),
    row<&model::Feed::contributors>("contributors"),
    row<&model::Feed::managing_editor>("managing_editor"),
    row<&model::Feed::web_master>("web_master"),
    row<&model::Feed::icon>("icon"),
    row<&model::Feed::favicon>("favicon"),
    row<&model::Feed::logo>("logo"),
    row<&model::Feed::published>("date_published"),
    row<&model::Feed::modified>("date_modified"),
    row<&model::Feed::categories>("categories"),
    row<&model::Feed::generator>("generator"),
    row<&model::Feed::generator_url>("generator_url"),
    row<&model::Feed::generator_version>("generator_version"),
    row<&model::Feed::docs>("docs"),
    Row<model::Feed>{"rights", set_plain<&model::Feed::rights>, clear<&model::Feed::rights>},
    Row<model::Feed>{"rights_html", set_html<&model::Feed::rights>, clear<&model::Feed::rights>},
    row<&model::Feed::hubs>("hubs"),
    row<&model::Feed::cloud>("cloud"),
    row<&model::Feed::ttl_minutes>("ttl_minutes"),
    row<&model::Feed::skip_hours>("skip_hours"),
    row<&model::Feed::skip_days>("skip_days"),
    row<&model::Feed::rating>("rating"),
    row<&model::Feed::expired>("expired"),
    row<&model::Feed::links>("links"),
    row<&model::Feed::instructions>("instructions"),
    row<&model::Feed::foreign>("xml"),
    row<&model::Feed::foreign>("attributes"),
    row<&model::Feed::foreign>("json"),
});

template <typename Owner, std::size_t count>
void take_rows(const Extra& extras, Owner& to, const std::array<Row<Owner>, count>& rows) {
  const auto row_of = [&](std::string_view name) -> const Row<Owner>* {
    for (const auto& row : rows)
      if (row.name == name) return &row;
    return nullptr;
  };
  // First what was made up goes; then what is true comes.
  if (const auto* made_up = extras.find("stand_ins"))
    for (const auto& entry : made_up->children)
      if (const auto* row = row_of(entry.text)) row->clear(to);
  for (const auto& extra : extras.children)
    if (const auto* row = row_of(extra.name)) row->set(to, extra);
}

}  // namespace

void take(const Extra& extras, model::Item& item) { take_rows(extras, item, kItemRows); }
void take(const Extra& extras, model::Feed& feed) { take_rows(extras, feed, kFeedRows); }

}  // namespace syndicat::formats
