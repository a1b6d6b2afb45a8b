#include "validate/editions.hpp"

#include <algorithm>
#include <set>

#include "feeds/facts.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/check.hpp"
#include "validate/item_places.hpp"
#include "validate/pairing.hpp"

namespace syndicat::validate {
namespace {

using model::Feed;
using model::Item;

// Two items that are said to be the same one, each with its feed.
struct Couple {
  const Edition& own;
  const Edition& other;
  const Item& mine;
  const Item& theirs;
};

// What each says, in words; the same words where that is no difference.
struct Views {
  std::string mine, theirs;
};

bool is_rss(const Edition& edition) { return edition.format == "rss" || edition.format == "rdf"; }

std::string address_of(const Item& item) { return item.url.empty() ? item.external_url : item.url; }

Views ids(const Couple& couple) {
  if (couple.mine.id.empty() || couple.theirs.id.empty()) return {};
  // RFC 4287, section 4.2.6: Atom wants an IRI, where the others take any text.
  if (couple.own.format == "atom" && !text::is_absolute_iri(couple.theirs.id)) return {};
  if (couple.other.format == "atom" && !text::is_absolute_iri(couple.mine.id)) return {};
  return {couple.mine.id, couple.theirs.id};
}

Views titles(const Couple& couple) {
  Views views{feeds::words_of(couple.mine.title), feeds::words_of(couple.theirs.title)};
  // Atom must have a title where the others may leave it out.
  if (views.mine.empty() && couple.other.format == "atom") return {};
  if (views.theirs.empty() && couple.own.format == "atom") return {};
  return views;
}

Views links(const Couple& couple) {
  Views views{address_of(couple.mine), address_of(couple.theirs)};
  return text::normalize_uri(views.mine) == text::normalize_uri(views.theirs) ? Views{} : views;
}

// RSS has one date; Atom must have the date of change and may leave out that of publication.
Views dates(const Couple& couple) {
  const auto& mine = couple.mine;
  const auto& theirs = couple.theirs;
  const auto words = [](const std::optional<model::Date>& date) { return date ? written(*date) : std::string(); };
  if (mine.published && theirs.published)
    return is_same_instant(mine.published, theirs.published) ? Views{}
                                                             : Views{words(mine.published), words(theirs.published)};
  for (const auto* a : {&mine.published, &mine.modified})
    for (const auto* b : {&theirs.published, &theirs.modified})
      if (is_same_instant(*a, *b)) return {};
  // Atom's date of change is there because it must be.
  if (!mine.published && !theirs.published && (!mine.modified || !theirs.modified)) return {};
  return {words(mine.published ? mine.published : mine.modified),
          words(theirs.published ? theirs.published : theirs.modified)};
}

Views changes(const Couple& couple) {
  const auto& mine = couple.mine.modified;
  const auto& theirs = couple.theirs.modified;
  if (!mine || !theirs || is_same_instant(mine, theirs)) return {};
  return {written(*mine), written(*theirs)};
}

Views contents(const Couple& couple) {
  const auto mine = words_of_content(couple.mine), theirs = words_of_content(couple.theirs);
  if (mine == theirs) return {};
  const auto size = [](const std::string& words) {
    return words.empty() ? std::string("nothing") : fmt::format("{} characters", text::count_characters(words));
  };
  if (size(mine) != size(theirs)) return {size(mine), size(theirs)};
  // As long, and not the same: what stands around the first difference.
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(mine, theirs).in1 - mine.begin());
  const auto around = [&](const std::string& words) {
    auto from = at - std::min<std::size_t>(at, 10);
    while (from > 0 && (words[from] & 0xC0) == 0x80) --from;
    return std::string(text::cut_utf8(std::string_view(words).substr(from), 40));
  };
  return {around(mine), around(theirs)};
}

// By name, else by address; a person that one of them names by the one and the other by the other cannot be compared.
Views authors(const Couple& couple) {
  const auto people = [](const Edition& edition, const Item& item) -> const std::vector<model::Person>& {
    return item.authors.empty() ? edition.feed.authors : item.authors;
  };
  const auto& mine = people(couple.own, couple.mine);
  const auto& theirs = people(couple.other, couple.theirs);
  // Atom must have an author, if only of the whole feed (RFC 4287, section 4.2.1).
  if (theirs.empty() && couple.own.format == "atom" && couple.mine.authors.empty()) return {};
  if (mine.empty() && couple.other.format == "atom" && couple.theirs.authors.empty()) return {};
  const auto all = [](const std::vector<model::Person>& list, std::string model::Person::*member) {
    std::set<std::string> words;
    for (const auto& person : list) words.insert(text::collapse_space(person.*member));
    return words;
  };
  const auto joined = [](const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); };
  for (const auto member : {&model::Person::name, &model::Person::email}) {
    const auto a = all(mine, member), b = all(theirs, member);
    if (a.contains("") || b.contains("")) continue;
    return a == b ? Views{} : Views{a.empty() ? "nobody" : joined(a), b.empty() ? "nobody" : joined(b)};
  }
  return {};
}

Views enclosures(const Couple& couple) {
  const auto all = [](const Item& item) {
    std::set<std::string> urls;
    for (const auto& attachment : item.attachments) urls.insert(text::normalize_uri(attachment.url));
    return urls;
  };
  const auto mine = all(couple.mine), theirs = all(couple.theirs);
  if (mine == theirs) return {};
  // RSS has room for one, so that the first of several will do.
  const auto is_one_of = [](const Edition& edition, const std::set<std::string>& one,
                            const std::set<std::string>& several) {
    return is_rss(edition) && one.size() == 1 && several.contains(*one.begin());
  };
  if (is_one_of(couple.own, mine, theirs) || is_one_of(couple.other, theirs, mine)) return {};
  const auto joined = [](const std::set<std::string>& urls) {
    return urls.empty() ? std::string("none") : fmt::format("{}", fmt::join(urls, ", "));
  };
  return {joined(mine), joined(theirs)};
}

struct Row {
  RuleRef rule;
  Said said;
  std::string_view what;
  Views (*views)(const Couple&);
};

// clang-format off
constexpr Row kRows[] = {
    {"differs-in-id", Said::id, "id", ids},
    {"differs-in-title", Said::title, "title", titles},
    {"differs-in-link", Said::link, "link", links},
    {"differs-in-date", Said::published, "date of publication", dates},
    {"differs-in-date", Said::updated, "date of change", changes},
    {"differs-in-content", Said::content, "content", contents},
    {"differs-in-author", Said::author, "author", authors},
    {"differs-in-enclosure", Said::enclosure, "enclosure", enclosures},
};
// clang-format on

std::string or_nothing(std::string words) { return words.empty() ? "nothing" : words; }

}  // namespace

void check_editions(Report& report, const Options& options, const Edition& own, const Edition& other) {
  const ItemPlaces places(report.text, own.feed.items.size(), options.limits);
  Check check(options, places.syntax(), report.text);
  const auto tell = [&](RuleRef rule, const SaidAt& at, std::string_view title, std::string_view what,
                        std::string_view mine, std::string_view theirs) {
    check.report(rule, at.span,
                 {{"element", at.element},
                  {"title", title},
                  {"what", what},
                  {"value", mine},
                  {"before", theirs},
                  {"other", other.name}},
                 at.pointer);
  };

  // Of the feed: what it is called and where its page is.
  const auto title = feeds::words_of(own.feed.title), other_title = feeds::words_of(other.feed.title);
  if (title != other_title)
    tell("differs-in-title", places.feed(Said::title), title, "title of the feed", or_nothing(title),
         or_nothing(other_title));
  const auto& page = own.feed.home_page_url;
  const auto& other_page = other.feed.home_page_url;
  // RSS must have one, where the others may leave it out.
  const bool forced = (page.empty() && is_rss(other)) || (other_page.empty() && is_rss(own));
  if (!forced && text::normalize_uri(page) != text::normalize_uri(other_page))
    tell("differs-in-link", places.feed(Said::link), title, "home page", or_nothing(page), or_nothing(other_page));

  const auto pairing = pair_items(own.feed, other.feed, true, [](const Item&, const Item&) { return false; });
  for (std::size_t at = 0; at < own.feed.items.size(); ++at) {
    const auto& mine = own.feed.items[at];
    const auto partner = pairing.of_first[at];
    if (partner == kNoPartner) {
      tell("missing-there", places.item(at, Said::whole), name_of(mine), "item", {}, {});
      continue;
    }
    const Couple couple{own, other, mine, other.feed.items[partner]};
    for (const auto& row : kRows) {
      auto views = row.views(couple);
      if (views.mine != views.theirs)
        tell(row.rule, places.item(at, row.said), name_of(mine), row.what, or_nothing(std::move(views.mine)),
             or_nothing(std::move(views.theirs)));
    }
  }
  for (std::size_t at = 0; at < other.feed.items.size(); ++at)
    if (pairing.of_second[at] == kNoPartner)
      tell("missing-here", places.feed(Said::whole), name_of(other.feed.items[at]), "item", {}, {});
  add_findings(report, check);
}

}  // namespace syndicat::validate
