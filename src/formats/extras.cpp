#include "formats/extras.hpp"

#include <fmt/format.h>

namespace syndicat::formats {
namespace {

Extra named(std::string_view name, Extra::Kind kind, std::string text = {}) {
  return Extra{std::string(name), kind, std::move(text), {}};
}

// The name of an entry in a list: "categories" holds a "category".
std::string singular(std::string_view plural) {
  if (plural.ends_with("ies")) return std::string(plural.substr(0, plural.size() - 3)) + "y";
  if (plural.ends_with("s")) return std::string(plural.substr(0, plural.size() - 1));
  return std::string(plural);
}

template <typename T, typename Describe>
void add_list(Extra& extras, std::string_view name, const std::vector<T>& entries, Describe describe) {
  if (entries.empty()) return;
  Extra list = named(name, Extra::Kind::list);
  const std::string entry_name = singular(name);
  for (const auto& entry : entries) {
    list.children.push_back(named(entry_name, Extra::Kind::object));
    describe(list.children.back(), entry);
  }
  extras.put(std::move(list));
}

std::string written(double number) { return fmt::format("{}", number); }

}  // namespace

const Extra* Extra::find(std::string_view wanted) const {
  for (const auto& child : children)
    if (child.name == wanted) return &child;
  return nullptr;
}

std::string Extra::value(std::string_view wanted) const {
  const auto* found = find(wanted);
  return found != nullptr ? found->text : std::string();
}

void Extra::put(Extra child) {
  if (find(child.name) == nullptr) children.push_back(std::move(child));
}

void Extra::add(std::string_view child, std::string_view value) {
  if (!value.empty()) put(named(child, Kind::text, std::string(value)));
}

void Extra::add(std::string_view child, const std::optional<bool>& yes) {
  if (yes) put(named(child, Kind::bare, *yes ? "true" : "false"));
}

void Extra::add(std::string_view child, const std::optional<std::uint64_t>& number) {
  if (number) put(named(child, Kind::bare, std::to_string(*number)));
}

void Extra::add(std::string_view child, const std::optional<model::Date>& date) {
  if (date) add(child, date->instant ? text::to_rfc3339(*date->instant) : date->written);
}

void Extra::add(std::string_view child, const model::Image& image) {
  Extra object = named(child, Kind::object);
  object.add("url", image.url);
  object.add("title", image.title);
  object.add("link", image.link);
  object.add("description", image.description);
  object.add("caption", image.caption);
  object.add("credit", image.credit);
  object.add("width", std::optional<std::uint64_t>(image.width));
  object.add("height", std::optional<std::uint64_t>(image.height));
  if (!object.empty()) put(std::move(object));
}

void Extra::add(std::string_view child, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Extra list = named(child, Kind::list);
  const std::string entry_name = singular(child);
  for (const auto& entry : texts) list.children.push_back(named(entry_name, Kind::text, entry));
  put(std::move(list));
}

void Extra::add(std::string_view child, const std::vector<model::Person>& people) {
  add_list(*this, child, people, [](Extra& entry, const model::Person& person) {
    entry.add("name", person.name);
    entry.add("email", person.email);
    entry.add("url", person.url);
    entry.add("avatar", person.avatar);
    add_foreign(entry, person.foreign);
  });
}

void Extra::add(std::string_view child, const std::vector<model::Category>& categories) {
  add_list(*this, child, categories, [](Extra& entry, const model::Category& category) {
    entry.add("term", category.term);
    entry.add("scheme", category.scheme);
    entry.add("label", category.label);
    add_foreign(entry, category.foreign);
  });
}

void Extra::add(std::string_view child, const std::vector<model::Link>& links) {
  add_list(*this, child, links, [](Extra& entry, const model::Link& link) {
    entry.add("href", link.href);
    entry.add("rel", link.rel);
    entry.add("type", link.type);
    entry.add("language", link.language);
    entry.add("title", link.title);
    entry.add("length", link.length);
    add_foreign(entry, link.foreign);
  });
}

void Extra::add(std::string_view child, const std::vector<model::Attachment>& attachments) {
  add_list(*this, child, attachments, [](Extra& entry, const model::Attachment& attachment) {
    entry.add("url", attachment.url);
    entry.add("mime_type", attachment.mime_type);
    entry.add("title", attachment.title);
    entry.add("size_in_bytes", attachment.size_in_bytes);
    if (attachment.duration_in_seconds)
      entry.children.push_back(named("duration_in_seconds", Kind::bare, written(*attachment.duration_in_seconds)));
    add_foreign(entry, attachment.foreign);
  });
}

void Extra::add(std::string_view child, const std::vector<model::Hub>& hubs) {
  add_list(*this, child, hubs, [](Extra& entry, const model::Hub& hub) {
    entry.add("type", hub.type);
    entry.add("url", hub.url);
    add_foreign(entry, hub.foreign);
  });
}

void Extra::add(std::string_view child, const std::optional<model::Cloud>& cloud) {
  if (!cloud) return;
  Extra object = named(child, Kind::object);
  object.add("domain", cloud->domain);
  object.add("port", cloud->port);
  object.add("path", cloud->path);
  object.add("register_procedure", cloud->register_procedure);
  object.add("protocol", cloud->protocol);
  if (!object.empty()) put(std::move(object));
}

void Extra::add(std::string_view child, const std::optional<model::Source>& source) {
  if (!source) return;
  Extra object = named(child, Kind::object);
  object.add("id", source->id);
  object.add("title", source->title);
  object.add("url", source->url);
  object.add("feed_url", source->feed_url);
  if (source->modified.instant || !source->modified.written.empty())
    object.add("date_modified", std::optional<model::Date>(source->modified));
  add_foreign(object, source->foreign);
  if (!object.empty()) put(std::move(object));
}

void Extra::add(std::string_view child, const model::Text& value) {
  const bool is_html = value.kind == model::Text::Kind::html;
  add(is_html ? std::string(child) + "_html" : std::string(child), value.value);
}

void Extra::stand_in(std::string_view member) {
  for (auto& child : children)
    if (child.name == "stand_ins") {
      child.children.push_back(named("stand_in", Kind::text, std::string(member)));
      return;
    }
  add("stand_ins", std::vector<std::string>{std::string(member)});
}

void add_odd_date(Extra& extras, std::string_view name, const std::optional<model::Date>& date, bool holds_fractions) {
  if (!date) return;
  if (!date->instant || (!holds_fractions && date->instant->nanoseconds != 0)) extras.add(name, date);
}

void add_foreign_xml(Extra& extras, const model::Foreign& foreign) {
  extras.add("xml", foreign.xml);
  add_list(extras, "attributes", foreign.attributes, [](Extra& entry, const model::ForeignAttribute& attribute) {
    entry.add("uri", attribute.uri);
    entry.add("prefix", attribute.prefix);
    entry.add("name", attribute.name);
    entry.add("value", attribute.value);
    entry.add("of", attribute.of);
  });
}

void add_foreign_json(Extra& extras, const model::Foreign& foreign) {
  add_list(extras, "json", foreign.json, [](Extra& entry, const auto& member) {
    entry.add("name", member.first);
    entry.add("value", member.second);
  });
}

void add_foreign(Extra& extras, const model::Foreign& foreign) {
  add_foreign_xml(extras, foreign);
  add_foreign_json(extras, foreign);
}

Extra everything(const model::Feed& feed) {
  Extra all;
  all.add("id", feed.id);
  all.add("title", feed.title);
  all.add("description", feed.subtitle);
  all.add("home_page_url", feed.home_page_url);
  all.add("feed_url", feed.feed_url);
  all.add("next_url", feed.next_url);
  all.add("user_comment", feed.user_comment);
  all.add("language", feed.language);
  all.add("authors", feed.authors);
  all.add("contributors", feed.contributors);
  all.add("managing_editor", feed.managing_editor);
  all.add("web_master", feed.web_master);
  all.add("icon", feed.icon);
  all.add("favicon", feed.favicon);
  all.add("logo", feed.logo);
  all.add("date_published", feed.published);
  all.add("date_modified", feed.modified);
  all.add("categories", feed.categories);
  all.add("generator", feed.generator);
  all.add("generator_url", feed.generator_url);
  all.add("generator_version", feed.generator_version);
  all.add("docs", feed.docs);
  all.add("rights", feed.rights);
  all.add("hubs", feed.hubs);
  all.add("cloud", feed.cloud);
  all.add("ttl_minutes", feed.ttl_minutes);
  all.add("skip_hours", feed.skip_hours);
  all.add("skip_days", feed.skip_days);
  all.add("rating", feed.rating);
  all.add("expired", feed.expired);
  all.add("links", feed.links);
  all.add("instructions", feed.instructions);
  add_foreign(all, feed.foreign);
  return all;
}

Extra everything(const model::Item& item) {
  Extra all;
  all.add("id", item.id);
  all.add("id_is_permalink", item.id_is_permalink);
  all.add("url", item.url);
  all.add("external_url", item.external_url);
  all.add("title", item.title);
  all.add("content_html", item.content_html);
  all.add("content_text", item.content_text);
  all.add("summary", item.summary);
  all.add("image", item.image);
  all.add("banner_image", item.banner_image);
  all.add("date_published", item.published);
  all.add("date_modified", item.modified);
  all.add("authors", item.authors);
  all.add("contributors", item.contributors);
  all.add("categories", item.categories);
  all.add("language", item.language);
  all.add("attachments", item.attachments);
  all.add("links", item.links);
  all.add("comments_url", item.comments_url);
  all.add("comments_feed_url", item.comments_feed_url);
  all.add("comments_count", item.comments_count);
  all.add("source", item.source);
  all.add("rights", item.rights);
  add_unplaced(all, item);
  add_foreign(all, item.foreign);
  return all;
}

void add_unplaced(Extra& extras, const model::Item& item) {
  extras.add("site_name", item.site_name);
  extras.add("section", item.section);
  extras.add("direction", item.direction);
  add_list(extras, "translations", item.translations, [](Extra& entry, const model::Translation& translation) {
    entry.add("language", translation.language);
    entry.add("url", translation.url);
    entry.add("title", translation.title);
  });
  extras.add("retrieved", item.retrieved);
  extras.add("first_seen", item.first_seen);
}

}  // namespace syndicat::formats
