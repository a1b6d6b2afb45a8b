#include "feeds/difference.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "feeds/facts.hpp"
#include "html/document.hpp"
#include "html/serialize.hpp"
#include "model/identity.hpp"
#include "text/uri.hpp"

namespace syndicat::feeds {
namespace {

using feeds::words_of;

// What a field says before and after; the same where it says the same.
struct Words {
  Words(std::string a, std::string b) : before{std::move(a)}, after{std::move(b)} {}
  Words(Said a, Said b) : before(std::move(a)), after(std::move(b)) {}
  Said before, after;
};

// What is only spelt otherwise is the same.
Words same(const std::string& words) { return {words, words}; }

Words addresses(const std::string& a, const std::string& b) {
  return a != b && text::normalize_uri(a) == text::normalize_uri(b) ? same(a) : Words(a, b);
}

// A fragment in the one spelling that its tree has.
std::string usual_markup(const std::string& fragment) {
  return fragment.find_first_of("<&") == std::string::npos ? fragment
                                                           : html::to_html(html::parse_fragment(fragment).root());
}

Words markup(const std::string& a, const std::string& b) {
  return a != b && usual_markup(a) == usual_markup(b) ? same(a) : Words(a, b);
}

Words texts(const model::Text& a, const model::Text& b) {
  if (a.kind == b.kind && a.kind == model::Text::Kind::html) return markup(a.value, b.value);
  return {words_of(a), words_of(b)};
}

std::string words_of(const std::optional<model::Date>& date) {
  if (!date) return {};
  return date->instant ? text::to_rfc3339(*date->instant) : date->written;
}

// One instant is one date, in whatever zone.
Words dates(const std::optional<model::Date>& a, const std::optional<model::Date>& b) {
  const bool one = a && b && a->instant && b->instant && !is_before(*a->instant, *b->instant) &&
                   !is_before(*b->instant, *a->instant);
  return one ? same(words_of(a)) : Words(words_of(a), words_of(b));
}

std::string words_of(const std::optional<std::uint64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}
std::string words_of(const std::optional<bool>& yes) { return !yes ? "" : *yes ? "yes" : "no"; }

// The parts that are there, apart by blanks.
std::string joined(std::initializer_list<std::string> parts) {
  std::string words;
  for (const auto& part : parts)
    if (!part.empty()) words += (words.empty() ? "" : " ") + part;
  return words;
}

Said listed(std::vector<std::string> entries, std::string_view between = ", ") {
  auto words = fmt::format("{}", fmt::join(entries, between));
  return {std::move(words), std::move(entries)};
}

Said extensions(const model::Foreign& foreign) {
  std::vector<std::string> words = foreign.xml;
  for (const auto& attribute : foreign.attributes)
    words.push_back(fmt::format("{{{}}}{}={}", attribute.uri, attribute.name, attribute.value));
  for (const auto& [name, value] : foreign.json) words.push_back(name + ": " + value);
  std::sort(words.begin(), words.end());
  return listed(std::move(words), " ");
}

std::string words_of(const model::Foreign& foreign) { return extensions(foreign).words; }

std::string words_of(const model::Person& person) {
  return joined({person.name, person.email.empty() ? "" : "<" + person.email + ">", person.url, person.avatar,
                 words_of(person.foreign)});
}
std::string words_of(const model::Category& category) {
  return joined({category.term, category.label == category.term ? "" : category.label, category.scheme,
                 words_of(category.foreign)});
}
std::string words_of(const model::Link& link) {
  return joined(
      {link.rel, link.href, link.type, link.language, link.title, words_of(link.length), words_of(link.foreign)});
}
std::string words_of(const model::Attachment& attachment) {
  return joined({attachment.url, attachment.mime_type, attachment.title, words_of(attachment.size_in_bytes),
                 attachment.duration_in_seconds ? fmt::format("{} s", *attachment.duration_in_seconds) : "",
                 words_of(attachment.foreign)});
}
std::string words_of(const model::Image& image) {
  return joined({image.url, image.title, image.link, image.description, image.caption, image.credit,
                 image.width ? fmt::format("{}", *image.width) : "",
                 image.height ? fmt::format("x {}", *image.height) : ""});
}
std::string words_of(const model::Translation& translation) {
  return joined({translation.language, translation.url, translation.title});
}
std::string words_of(const model::Hub& hub) { return joined({hub.type, hub.url, words_of(hub.foreign)}); }
std::string words_of(const std::string& word) { return word; }

template <typename Entry>
Said list(const std::vector<Entry>& entries) {
  std::vector<std::string> words;
  for (const auto& entry : entries) words.push_back(words_of(entry));
  return listed(std::move(words));
}

// Where the order says nothing.
template <typename Entry>
Said set(const std::vector<Entry>& entries) {
  std::vector<std::string> words;
  for (const auto& entry : entries) words.push_back(words_of(entry));
  std::sort(words.begin(), words.end());
  return listed(std::move(words));
}

std::string words_of(const std::optional<model::Source>& source) {
  return source ? joined({source->title, source->url, source->feed_url, source->id, words_of(source->foreign)})
                : std::string();
}

std::string words_of(const std::optional<model::Cloud>& cloud) {
  return cloud ? joined({cloud->domain, cloud->port, cloud->path, cloud->register_procedure, cloud->protocol})
               : std::string();
}

// An item and the feed that speaks for it where it says nothing itself.
struct Side {
  const model::Item& item;
  const model::Feed& feed;
  const std::vector<model::Person>& authors() const { return item.authors.empty() ? feed.authors : item.authors; }
  // HTML, where there is any; else the plain text as words.
  bool is_html() const { return !item.content_html.empty(); }
};

// Markup on one side and plain text on the other may say the same.
bool is_same_content(const Side& a, const Side& b) {
  if (a.is_html() == b.is_html()) return false;
  const auto words = [](const Side& side) {
    return words_of(side.is_html() ? model::Text{model::Text::Kind::html, side.item.content_html}
                                   : model::Text{model::Text::Kind::plain, side.item.content_text});
  };
  return words(a) == words(b);
}

struct ItemField {
  std::string_view name;
  Words (*words)(const Side& a, const Side& b);
};
// clang-format off
constexpr auto kItemFields = std::to_array<ItemField>({
    {"id", [](const Side& a, const Side& b) { return a.item.id.empty() || b.item.id.empty() ? same({}) : Words(a.item.id, b.item.id); }},
    {"id_is_permalink", [](const Side& a, const Side& b) { return a.item.id_is_permalink && b.item.id_is_permalink ? Words(words_of(a.item.id_is_permalink), words_of(b.item.id_is_permalink)) : same({}); }},
    {"url", [](const Side& a, const Side& b) { return addresses(a.item.url, b.item.url); }},
    {"external_url", [](const Side& a, const Side& b) { return addresses(a.item.external_url, b.item.external_url); }},
    {"title", [](const Side& a, const Side& b) { return texts(a.item.title, b.item.title); }},
    {"content_html", [](const Side& a, const Side& b) { return is_same_content(a, b) ? same({}) : markup(a.item.content_html, b.item.content_html); }},
    {"content_text", [](const Side& a, const Side& b) { return is_same_content(a, b) ? same({}) : Words(a.item.content_text, b.item.content_text); }},
    {"summary", [](const Side& a, const Side& b) { return texts(a.item.summary, b.item.summary); }},
    {"image", [](const Side& a, const Side& b) { return Words(words_of(a.item.image), words_of(b.item.image)); }},
    {"banner_image", [](const Side& a, const Side& b) { return Words(words_of(a.item.banner_image), words_of(b.item.banner_image)); }},
    {"date_published", [](const Side& a, const Side& b) { return dates(a.item.published, b.item.published); }},
    {"date_modified", [](const Side& a, const Side& b) { return dates(a.item.modified, b.item.modified); }},
    {"authors", [](const Side& a, const Side& b) { return Words(list(a.authors()), list(b.authors())); }},
    {"contributors", [](const Side& a, const Side& b) { return Words(list(a.item.contributors), list(b.item.contributors)); }},
    {"tags", [](const Side& a, const Side& b) { return Words(set(a.item.categories), set(b.item.categories)); }},
    {"language", [](const Side& a, const Side& b) { return Words(language_of(a.item, a.feed), language_of(b.item, b.feed)); }},
    {"attachments", [](const Side& a, const Side& b) { return Words(list(a.item.attachments), list(b.item.attachments)); }},
    {"links", [](const Side& a, const Side& b) { return Words(set(a.item.links), set(b.item.links)); }},
    {"comments_url", [](const Side& a, const Side& b) { return addresses(a.item.comments_url, b.item.comments_url); }},
    {"comments_feed_url", [](const Side& a, const Side& b) { return addresses(a.item.comments_feed_url, b.item.comments_feed_url); }},
    {"comments_count", [](const Side& a, const Side& b) { return Words(words_of(a.item.comments_count), words_of(b.item.comments_count)); }},
    {"source", [](const Side& a, const Side& b) { return Words(words_of(a.item.source), words_of(b.item.source)); }},
    {"rights", [](const Side& a, const Side& b) { return texts(a.item.rights, b.item.rights); }},
    {"site_name", [](const Side& a, const Side& b) { return Words(a.item.site_name, b.item.site_name); }},
    {"section", [](const Side& a, const Side& b) { return Words(a.item.section, b.item.section); }},
    {"direction", [](const Side& a, const Side& b) { return Words(a.item.direction, b.item.direction); }},
    {"translations", [](const Side& a, const Side& b) { return Words(list(a.item.translations), list(b.item.translations)); }},
    {"extensions", [](const Side& a, const Side& b) { return Words(extensions(a.item.foreign), extensions(b.item.foreign)); }},
});
// clang-format on

struct FeedField {
  std::string_view name;
  Words (*words)(const model::Feed& a, const model::Feed& b);
};
using model::Feed;
constexpr auto kFeedFields = std::to_array<FeedField>({
    {"id", [](const Feed& a, const Feed& b) { return a.id.empty() || b.id.empty() ? same({}) : Words(a.id, b.id); }},
    {"title", [](const Feed& a, const Feed& b) { return texts(a.title, b.title); }},
    {"description", [](const Feed& a, const Feed& b) { return texts(a.subtitle, b.subtitle); }},
    {"home_page_url", [](const Feed& a, const Feed& b) { return addresses(a.home_page_url, b.home_page_url); }},
    {"feed_url", [](const Feed& a, const Feed& b) { return addresses(a.feed_url, b.feed_url); }},
    {"next_url", [](const Feed& a, const Feed& b) { return addresses(a.next_url, b.next_url); }},
    {"user_comment", [](const Feed& a, const Feed& b) { return Words(a.user_comment, b.user_comment); }},
    {"language", [](const Feed& a, const Feed& b) { return Words(a.language, b.language); }},
    {"authors", [](const Feed& a, const Feed& b) { return Words(list(a.authors), list(b.authors)); }},
    {"contributors", [](const Feed& a, const Feed& b) { return Words(list(a.contributors), list(b.contributors)); }},
    {"managing_editor", [](const Feed& a, const Feed& b) { return Words(a.managing_editor, b.managing_editor); }},
    {"web_master", [](const Feed& a, const Feed& b) { return Words(a.web_master, b.web_master); }},
    {"icon", [](const Feed& a, const Feed& b) { return Words(words_of(a.icon), words_of(b.icon)); }},
    {"favicon", [](const Feed& a, const Feed& b) { return Words(words_of(a.favicon), words_of(b.favicon)); }},
    {"logo", [](const Feed& a, const Feed& b) { return Words(words_of(a.logo), words_of(b.logo)); }},
    {"date_published", [](const Feed& a, const Feed& b) { return dates(a.published, b.published); }},
    {"date_modified", [](const Feed& a, const Feed& b) { return dates(a.modified, b.modified); }},
    {"categories", [](const Feed& a, const Feed& b) { return Words(set(a.categories), set(b.categories)); }},
    {"generator", [](const Feed& a, const Feed& b) { return Words(joined({a.generator, a.generator_version, a.generator_url}), joined({b.generator, b.generator_version, b.generator_url})); }},
    {"docs", [](const Feed& a, const Feed& b) { return addresses(a.docs, b.docs); }},
    {"rights", [](const Feed& a, const Feed& b) { return texts(a.rights, b.rights); }},
    {"hubs", [](const Feed& a, const Feed& b) { return Words(set(a.hubs), set(b.hubs)); }},
    {"cloud", [](const Feed& a, const Feed& b) { return Words(words_of(a.cloud), words_of(b.cloud)); }},
    {"ttl_minutes", [](const Feed& a, const Feed& b) { return Words(words_of(a.ttl_minutes), words_of(b.ttl_minutes)); }},
    {"skip_hours", [](const Feed& a, const Feed& b) { return Words(set(a.skip_hours), set(b.skip_hours)); }},
    {"skip_days", [](const Feed& a, const Feed& b) { return Words(set(a.skip_days), set(b.skip_days)); }},
    {"rating", [](const Feed& a, const Feed& b) { return Words(a.rating, b.rating); }},
    {"expired", [](const Feed& a, const Feed& b) { return Words(words_of(a.expired), words_of(b.expired)); }},
    {"links", [](const Feed& a, const Feed& b) { return Words(set(a.links), set(b.links)); }},
    {"instructions", [](const Feed& a, const Feed& b) { return Words(list(a.instructions), list(b.instructions)); }},
    {"extensions", [](const Feed& a, const Feed& b) { return Words(extensions(a.foreign), extensions(b.foreign)); }},
});

template <typename Fields, typename Owner>
std::vector<Change> changes_between(const Fields& fields, const Owner& before, const Owner& after,
                                    const std::vector<std::string>& ignored) {
  std::vector<Change> changes;
  for (const auto& field : fields) {
    if (std::find(ignored.begin(), ignored.end(), field.name) != ignored.end()) continue;
    auto words = field.words(before, after);
    if (words.before != words.after) changes.push_back({field.name, std::move(words.before), std::move(words.after)});
  }
  return changes;
}

// For each of `after`'s items the one of `before` that it was.
class Matching {
 public:
  Matching(const Feed& before, const Feed& after)
      : before_(before), after_(after), partners_(after.items.size()), taken_(before.items.size()) {}

  Result<void> run() {
    const auto before_ids = model::ids_of(before_), after_ids = model::ids_of(after_);
    if (!before_ids) return Failure(before_ids.error());
    if (!after_ids) return Failure(after_ids.error());
    pair_up(*before_ids, *after_ids);
    const auto urls_of = [](const Feed& feed) {
      std::vector<std::string> urls;
      for (const auto& item : feed.items) urls.push_back(text::normalize_uri(item.url));
      return urls;
    };
    pair_up(urls_of(before_), urls_of(after_));
    return {};
  }

  const model::Item* partner(std::size_t after) const { return partners_[after]; }
  bool is_taken(std::size_t before) const { return taken_[before]; }

 private:
  // Those of one key, in their order; an empty key is none.
  void pair_up(const std::vector<std::string>& before_keys, const std::vector<std::string>& after_keys) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    for (auto at = before_keys.size(); at-- > 0;)
      if (!taken_[at] && !before_keys[at].empty()) places[before_keys[at]].push_back(at);
    for (std::size_t at = 0; at < after_keys.size(); ++at) {
      const auto found = places.find(after_keys[at]);
      if (partners_[at] != nullptr || found == places.end() || found->second.empty()) continue;
      taken_[found->second.back()] = true;
      partners_[at] = &before_.items[found->second.back()];
      found->second.pop_back();
    }
  }

  const Feed& before_;
  const Feed& after_;
  std::vector<const model::Item*> partners_;
  std::vector<bool> taken_;
};

}  // namespace

Result<Difference> compare(const Feed& before, const Feed& after, const std::vector<std::string>& ignored) {
  Matching matching(before, after);
  if (const auto done = matching.run(); !done) return Failure(done.error());
  Difference difference;
  difference.feed = changes_between(kFeedFields, before, after, ignored);
  for (std::size_t at = 0; at < after.items.size(); ++at) {
    const auto& item = after.items[at];
    const auto* partner = matching.partner(at);
    if (partner == nullptr) {
      difference.added.push_back({nullptr, &item, item.id, {}});
      continue;
    }
    auto changes = changes_between(kItemFields, Side{*partner, before}, Side{item, after}, ignored);
    if (changes.empty()) ++difference.same;
    else difference.changed.push_back({partner, &item, item.id, std::move(changes)});
  }
  for (std::size_t at = 0; at < before.items.size(); ++at)
    if (!matching.is_taken(at)) difference.gone.push_back({&before.items[at], nullptr, before.items[at].id, {}});
  return difference;
}

std::vector<std::string> names_of_compared() {
  std::vector<std::string> names;
  for (const auto& field : kItemFields) names.emplace_back(field.name);
  for (const auto& field : kFeedFields)
    if (std::find(names.begin(), names.end(), field.name) == names.end()) names.emplace_back(field.name);
  return names;
}

}  // namespace syndicat::feeds
