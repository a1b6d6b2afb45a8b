#include "extract/settle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "extract/caption.hpp"
#include "extract/date_lines.hpp"
#include "extract/language.hpp"
#include "extract/people.hpp"
#include "extract/words.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::int64_t kSomeDays = 2 * 86400;  // seconds
constexpr std::int64_t kDayElsewhere = 86400;  // where the day has begun already
constexpr std::int64_t kLongAfter = 30 * 86400;

constexpr int kForMachines = 66;  // trust from which on a date is one that a program wrote

// Whether some country keeps this distance from Greenwich, in minutes: whole hours, and the few that have half ones.
bool is_zone(int minutes) {
  constexpr auto kHalves = std::to_array<int>({-570, -210, -150, 210, 270, 330, 345, 390, 570, 630});
  if (minutes == 0 || minutes < -12 * 60 || minutes > 14 * 60) return false;
  return minutes % 60 == 0 || std::ranges::find(kHalves, minutes) != kHalves.end();
}

bool is_utc(const FoundDate& date) { return date.with_time && date.instant.offset_minutes.value_or(0) == 0; }

// The zone that a moment written in UTC was in for the writer: another statement gives the same moment with its
// offset, or the page shows it on a clock without one. Nothing where neither does.
std::optional<int> zone_of(const FoundDate& date, const Claims& claims, Field field, std::string_view language) {
  for (const auto* other : claims.on(field)) {
    const auto found = read_date(other->value, language);
    if (!found || !found->with_time) continue;
    if (found->instant.offset_minutes.value_or(0) != 0 &&
        std::llabs(found->instant.seconds - date.instant.seconds) < 60)
      return found->instant.offset_minutes;
    // A clock on the page: "3 May 2026, 21:41" for 02:41 UTC of the next day.
    if (found->instant.offset_minutes || !other->source.starts_with("date line")) continue;
    const auto shown = found->instant.seconds - date.instant.seconds / 60 * 60;
    if (shown % 60 == 0 && is_zone(static_cast<int>(std::clamp<std::int64_t>(shown / 60, -6000, 6000))))
      return static_cast<int>(shown / 60);
  }
  return {};
}

// "03/04/2026", by what else the page says of its dates; else by the language, and a note of that. False where nothing
// tells which is the day.
bool decide(FoundDate& date, const Claims& claims, std::string_view language, std::string& note) {
  if (!date.ambiguous) return true;
  const auto day = text::to_day(date.instant);
  auto other = date;
  other.instant.seconds = date.otherwise;
  const auto swapped = text::to_day(other.instant);
  bool like_other = false;
  for (const auto field : {Field::published, Field::modified}) {
    for (const auto* claim : claims.on(field)) {
      const auto found = read_date(claim->value, language);
      if (!found || found->ambiguous) continue;
      if (text::to_day(found->instant) == day) return true;
      like_other = like_other || text::to_day(found->instant) == swapped;
    }
  }
  if (like_other) {
    date.instant.seconds = date.otherwise;
    return true;
  }
  note = fmt::format("; day and month may change places: read as in {}", language);
  return !language.empty();
}

constexpr int kAtTitle = 52;  // trust of a date that stands right at the title

// Some systems stamp the last change, or a move to another system, as the day of publication. An earlier day that
// readers see at the title is the one of publication then, unless it is itself called the day of a change.
Settled<std::optional<model::Date>> shown_before(const FoundDate& date, const Claims& claims,
                                                 std::string_view language) {
  const auto* change = claims.best(Field::modified);
  const auto changed = change != nullptr ? read_date(change->value, language) : std::nullopt;
  const auto day = text::to_day(date.instant);
  const bool stamped = changed && text::to_day(changed->instant) == day;
  Settled<std::optional<model::Date>> earlier;
  for (const auto* claim : claims.on(Field::published)) {
    if (claim->source != "date line" && claim->source != "time") continue;
    const auto found = read_date(claim->value, language);
    if (!found) continue;
    const auto shown = text::to_day(found->instant);
    if (shown == day) return {};  // readers see the same
    if (changed && !stamped && shown == text::to_day(changed->instant)) continue;
    const bool better = earlier.claim == nullptr && claim->trust >= kAtTitle && !found->ambiguous && shown < day &&
                        (stamped || found->instant.seconds + kSomeDays < date.instant.seconds);
    if (better) earlier = {model::Date{found->instant, claim->value}, claim};
  }
  return earlier;
}

std::string tight(std::string_view words) {
  auto folded = fold(words);
  std::erase(folded, ' ');
  return folded;
}

// The site itself: by its name, or by its host with or without the end ("STERN.de", "El Colombiano").
bool is_site(std::string_view name, std::string_view site_name, std::string_view host) {
  if (same_words(name, site_name)) return true;
  if (host.starts_with("www.")) host.remove_prefix(4);
  const auto own = tight(name);
  const auto site = tight(host);
  if (own.empty() || site.empty()) return false;
  for (std::size_t start = 0; start < host.size();) {  // "CNN" of edition.cnn.com
    const auto end = std::min(host.find('.', start), host.size());
    if (end < host.size() && end - start >= 3 && own == tight(host.substr(start, end - start))) return true;
    start = end + 1;
  }
  const auto label = tight(host.substr(0, host.rfind('.')));
  return own == site || own == label || (own.size() > site.size() && own.ends_with(site)) ||
         (label.size() >= 5 && own.size() <= label.size() + 4 && own.ends_with(label));
}

// "paper.example": whoever it is, no person.
bool looks_like_host(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot != std::string_view::npos && dot > 2 && name.find(' ') == std::string_view::npos &&
         name.size() - dot > 2 && name.size() - dot <= 8 &&
         std::ranges::all_of(name.substr(dot + 1), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> names_in(const Claim& claim) {
  return claim.whole ? std::vector{claim.value} : split_authors(claim.value);
}

// The names that all claims of one source make together. A post beside names is none ("Jane Doe", "Marketing
// Director").
std::vector<std::string> names_of(const std::vector<const Claim*>& all, const Claim& first) {
  std::vector<std::string> names;
  for (const auto* claim : all) {
    if (claim->source != first.source || claim->trust != first.trust) continue;
    for (auto& name : names_in(*claim)) {
      if (std::ranges::none_of(names, [&](const std::string& other) { return same_words(other, name); }))
        names.push_back(std::move(name));
    }
  }
  if (!std::ranges::all_of(names, names_a_post))
    std::erase_if(names, [](const std::string& name) { return names_a_post(name); });
  // "NB" beside "Nicole Burke" is her portrait's stand-in.
  std::erase_if(names, [&](const std::string& name) {
    return names.size() > 1 && name.size() == 2 && name[0] < 'a' && name[1] < 'a';
  });
  return names;
}

constexpr int kByline = 50;  // trust from which on a byline is one

}  // namespace

Settled<std::optional<model::Date>> settle_date(const Claims& claims, Field field, std::string_view language,
                                                const std::string& url, std::int64_t latest) {
  const auto is_late = [&](const FoundDate& date) {
    return latest > 0 && date.instant.seconds > latest + kDayElsewhere;
  };
  auto in_url = date_in_url(url);
  if (in_url && is_late(*in_url)) in_url.reset();
  for (const auto* claim : claims.on(field)) {
    auto found = read_date(claim->value, language);
    // A day in the address beats guesses from the text; a statement for machines stands.
    if (field == Field::published && in_url && claim->trust < kForMachines &&
        (!found || text::to_day(found->instant) != text::to_day(in_url->instant))) {
      break;
    }
    if (!found) continue;
    std::string note;
    if (!decide(*found, claims, language, note) || is_late(*found)) continue;
    // An address is written once, when the article is first there.
    if (field == Field::published && in_url && in_url->instant.seconds + kLongAfter < found->instant.seconds) break;
    if (is_utc(*found)) {
      if (const auto zone = zone_of(*found, claims, field, language)) found->instant.offset_minutes = zone;
    }
    if (field == Field::published) {
      if (const auto earlier = shown_before(*found, claims, language); earlier.claim != nullptr) return earlier;
    }
    return {model::Date{found->instant, claim->value}, claim, std::move(note)};
  }
  if (field != Field::published) return {};
  if (in_url) return {model::Date{in_url->instant, in_url->written}, nullptr};
  return settle_date(claims, Field::modified, language, {}, latest);
}

Settled<std::string> settle_language(const Claims& claims, const std::string& text) {
  const auto detected = detect_language(text);
  for (const auto* claim : claims.on(Field::language)) {
    auto value = claim->value.substr(0, claim->value.find_first_of(",; "));
    std::ranges::replace(value, '_', '-');
    auto tag = text::normalize_language(value);
    if (tag.empty()) continue;
    // A theme's "en" on a page in another language is no statement. Scripts do not lie, neither do enough words.
    const auto main = tag.substr(0, tag.find('-'));
    const auto other = detected.substr(0, detected.find('-'));
    if (other.empty() || main == other || text.size() < 300) return {tag, claim};
    const bool close =
        (main == "nb" || main == "no" || main == "nn" || main == "da") && (other == "nb" || other == "da");
    const bool serbian =
        (main == "sr" || main == "bs" || main == "hr" || main == "me") && (other == "hr" || other == "sr");
    if (close || serbian || (main != "en" && main != "de")) return {tag, claim};
  }
  return {detected, nullptr};
}

Settled<std::vector<model::Person>> settle_authors(const Claims& claims, std::string_view site_name,
                                                   std::string_view host) {
  const auto all = claims.on(Field::author);
  // Whether a byline names a person; of `account` it takes the whole name, or one that has nothing to do with it.
  // A post without a name is no author where a name stands somewhere.
  const auto only_posts = [](const std::vector<std::string>& names) {
    return std::ranges::all_of(names, names_a_post);
  };
  const bool somebody = std::ranges::any_of(all, [&](const Claim* claim) {
    const auto names = names_in(*claim);
    return !names.empty() && !only_posts(names) && !is_site(names.front(), site_name, host);
  });
  const auto named_elsewhere = [&](const Claim* claim, bool account) {
    if (claim->trust < kByline) return false;
    const auto others = names_in(*claim);
    if (others.empty() || is_site(others.front(), site_name, host)) return false;
    return !account || looks_like_name(others.front());
  };
  for (const auto* first : all) {
    auto names = names_of(all, *first);
    if (names.size() > 1) {
      // The paper beside its writer.
      const auto paper = [&](const std::string& name) { return is_site(name, site_name, host); };
      if (!std::ranges::all_of(names, paper)) std::erase_if(names, paper);
    }
    if (names.empty() || (somebody && only_posts(names))) continue;
    const bool alone = names.size() == 1;
    const bool site = alone && (is_site(names.front(), site_name, host) || looks_like_host(names.front()));
    const bool account = alone && first->trust >= kForMachines && names.front().find(' ') == std::string::npos &&
                         static_cast<unsigned char>(names.front().front()) < 0x80;
    const auto* const place = &*std::ranges::find(all, first);
    const bool yields = (site || account) && std::any_of(place, all.data() + all.size(), [&](const Claim* claim) {
                          return claim->source != first->source && named_elsewhere(claim, account && !site);
                        });
    if (yields) continue;
    // The same writer and another one beside, whom only one statement names.
    if (alone && !site && looks_like_name(names.front())) {
      for (const auto* other : all) {
        auto more = names_in(*other);
        const auto same = [&](const std::string& name) { return same_words(name, names.front()); };
        if (other->trust < kForMachines || more.size() < 2 || !std::ranges::any_of(more, same) ||
            !std::ranges::all_of(more, looks_like_name))
          continue;
        names = std::move(more);
        break;
      }
    }
    Settled<std::vector<model::Person>> settled{{}, first};
    for (auto& name : names) settled.value.push_back({std::move(name), {}, {}, {}});
    return settled;
  }
  return {};
}

Settled<model::Image> settle_image(const Claims& claims, const std::string& base) {
  for (const auto* best : claims.on(Field::image)) {
    model::Image image;
    image.url = text::resolve(base, best->value);
    if (!text::is_web_url(image.url)) continue;
    if (const auto* caption = claims.best(Field::image_caption)) image.caption = caption->value;
    if (const auto* credit = claims.best(Field::image_credit)) image.credit = credit->value;
    // JSON-LD's caption may hold the credit as well.
    const auto split = split_caption(image.caption);
    if (!split.credit.empty()) {
      image.caption = split.words;
      if (image.credit.empty()) image.credit = split.credit;
    }
    return {image, best};
  }
  return {};
}

Settled<std::string> settle_url(const Claims& claims, const std::string& base, const std::string& url) {
  for (const auto* claim : claims.on(Field::url)) {
    auto resolved = text::resolve(base, claim->value);
    if (!text::is_web_url(resolved)) continue;
    // A canonical link to another article or to the front page is a template's mistake.
    const bool front =
        text::split_uri(resolved).path.size() <= 1 && !url.empty() && text::split_uri(url).path.size() > 1;
    if (!front) return {resolved, claim};
  }
  return {url, nullptr};
}

}  // namespace syndicat::extract
