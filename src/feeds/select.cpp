#include "feeds/select.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "feeds/facts.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace syndicat::feeds {
namespace {

using Values = std::vector<std::string>;

Values title_of(const model::Item& item, const model::Feed&) { return {words_of(item.title)}; }

Values tags_of(const model::Item& item, const model::Feed&) {
  Values tags;
  for (const auto& category : item.categories) {
    tags.push_back(category.term);
    if (!category.label.empty() && category.label != category.term) tags.push_back(category.label);
  }
  return tags;
}

Values authors_of(const model::Item& item, const model::Feed& feed) {
  Values authors;
  for (const auto& person : item.authors.empty() ? feed.authors : item.authors)
    for (const auto* word : {&person.name, &person.email, &person.url})
      if (!word->empty()) authors.push_back(*word);
  return authors;
}

Values languages_of(const model::Item& item, const model::Feed& feed) { return {language_of(item, feed)}; }
Values url_of(const model::Item& item, const model::Feed&) { return {item.url}; }
Values id_of(const model::Item& item, const model::Feed&) { return {item.id}; }

Values content_of(const model::Item& item, const model::Feed&) {
  return {item.content_html.empty() ? item.content_text : words_of({model::Text::Kind::html, item.content_html}),
          words_of(item.summary)};
}

struct Field {
  std::string_view name;
  Values (*values)(const model::Item& item, const model::Feed& feed);
};
constexpr auto kFields = std::to_array<Field>({
    {"title", title_of},
    {"tag", tags_of},
    {"author", authors_of},
    {"language", languages_of},
    {"url", url_of},
    {"id", id_of},
    {"content", content_of},
});

struct OrderRow {
  std::string_view name;
  Order order;
};
constexpr auto kOrders = std::to_array<OrderRow>(
    {{"newest", Order::newest}, {"oldest", Order::oldest}, {"title", Order::title}, {"none", Order::as_it_is}});

// Seconds in "7d"; nothing where it is no number with one of the units.
std::optional<double> seconds_in(std::string_view written) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), number, std::chars_format::fixed);
  if (error != std::errc() || number < 0 || end + 1 != written.data() + written.size()) return std::nullopt;
  switch (*end) {
    case 's': return number;
    case 'm': return number * 60;
    case 'h': return number * 3600;
    case 'd': return number * 86400;
    case 'w': return number * 604800;
    default: return std::nullopt;
  }
}

}  // namespace

std::vector<std::string> names_of_fields() {
  std::vector<std::string> names;
  for (const auto& field : kFields) names.emplace_back(field.name);
  return names;
}

Result<void> Selection::add(std::string_view written, bool wanted) {
  const auto equals = written.find('=');
  const std::string name(written.substr(0, equals));
  const auto field = std::find_if(kFields.begin(), kFields.end(), [&](const auto& row) { return row.name == name; });
  if (field == kFields.end()) {
    const auto known = names_of_fields();
    const auto closest = text::nearest(name, known);
    if (closest.empty())
      return fail(Cause::misuse, "no such field as '{}'; give one of {}, as in title=strike", name,
                  fmt::join(known, ", "));
    return fail(Cause::misuse, "no such field as '{}'; did you mean {}?", name, closest);
  }
  if (equals == std::string_view::npos)
    return fail(Cause::misuse, "'{}' has no pattern; write {}=REGEX", written, name);
  auto pattern = Pattern::compile(written.substr(equals + 1));
  if (!pattern) return Failure(pattern.error());
  rules_.push_back({static_cast<std::size_t>(field - kFields.begin()), std::move(*pattern), wanted});
  return {};
}

Result<void> Selection::match(std::string_view written) { return add(written, true); }
Result<void> Selection::exclude(std::string_view written) { return add(written, false); }

Result<bool> Selection::wants(const model::Item& item, const model::Feed& feed) {
  for (const auto& rule : rules_) {
    bool has = false;
    for (const auto& value : kFields[rule.field].values(item, feed)) {
      const auto found = rule.pattern.found_in(value);
      if (!found) return Failure(found.error());
      has = has || *found;
    }
    if (has != rule.wanted) return false;
  }
  if (!since_) return true;
  const auto* instant = instant_of(item);
  if (instant == nullptr) ++undated_;
  return instant != nullptr && !is_before(*instant, *since_);
}

Result<void> Selection::apply(model::Feed& feed) {
  if (!chooses()) return {};
  std::vector<model::Item> wanted;
  for (auto& item : feed.items) {
    const auto good = wants(item, feed);
    if (!good) return Failure(good.error());
    if (*good) wanted.push_back(std::move(item));
  }
  feed.items = std::move(wanted);
  return {};
}

std::optional<text::Instant> parse_since(std::string_view written, const text::Instant& now) {
  written = text::trim(written);
  if (const auto seconds = seconds_in(written); seconds && *seconds < 1e15) {
    auto instant = now;
    instant.seconds -= static_cast<std::int64_t>(*seconds);
    return instant;
  }
  return text::parse_date(written);
}

std::vector<std::string> names_of_orders() {
  std::vector<std::string> names;
  for (const auto& row : kOrders) names.emplace_back(row.name);
  return names;
}

Order order_of(std::string_view name) {
  for (const auto& row : kOrders)
    if (row.name == name) return row.order;
  return Order::as_it_is;
}

void sort(std::vector<model::Item>& items, Order order) {
  if (order == Order::as_it_is) return;
  // Items are large: their places are sorted, then each moves once.
  struct Place {
    std::size_t at;
    const text::Instant* instant;
    std::string title;
  };
  std::vector<Place> places;
  places.reserve(items.size());
  for (std::size_t at = 0; at < items.size(); ++at)
    places.push_back({at, instant_of(items[at]),
                      order == Order::title ? text::to_lower_ascii(words_of(items[at].title)) : std::string()});
  std::stable_sort(places.begin(), places.end(), [order](const Place& a, const Place& b) {
    if (order == Order::title) return a.title < b.title;
    if (a.instant == nullptr || b.instant == nullptr) return a.instant != nullptr && b.instant == nullptr;
    return order == Order::newest ? is_before(*b.instant, *a.instant) : is_before(*a.instant, *b.instant);
  });
  std::vector<model::Item> sorted;
  sorted.reserve(items.size());
  for (const auto& place : places) sorted.push_back(std::move(items[place.at]));
  items = std::move(sorted);
}

}  // namespace syndicat::feeds
