// A page to an article: measured once, asked for what it says of itself, its body found and written, then each field
// settled.

#include <fmt/format.h>

#include <algorithm>

#include "extract/body.hpp"
#include "extract/bylines.hpp"
#include "extract/claims.hpp"
#include "extract/content_writer.hpp"
#include "extract/date_lines.hpp"
#include "extract/edition_address.hpp"
#include "extract/extract.hpp"
#include "extract/headings.hpp"
#include "extract/json_ld.hpp"
#include "extract/language.hpp"
#include "extract/lead_image.hpp"
#include "extract/links.hpp"
#include "extract/next_page.hpp"
#include "extract/page_data.hpp"
#include "extract/page_facts.hpp"
#include "extract/page_number.hpp"
#include "extract/page_tree.hpp"
#include "extract/people.hpp"
#include "extract/replies.hpp"
#include "extract/settle.hpp"
#include "extract/shown_dates.hpp"
#include "extract/site_answer.hpp"
#include "extract/surroundings.hpp"
#include "extract/switcher.hpp"
#include "extract/titles.hpp"
#include "extract/topics.hpp"
#include "extract/words.hpp"
#include "html/encoding.hpp"
#include "html/sanitize.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kDatedLine = 100;  // letters; longer ones are text
constexpr std::uint32_t kThinPage = 200;   // letters of running text; less is nearly none

// The block that shows the title: a heading that says it, else any line that does.
std::uint32_t title_block(const Tree& tree, std::string_view title) {
  if (title.empty()) return kNone;
  std::uint32_t line = kNone;
  const auto folded = fold(title);
  for (std::uint32_t at = 0; at < tree.blocks().size(); ++at) {
    const auto& block = tree.blocks()[at];
    if (block.length > 400) continue;
    const bool heading = is_heading(tree.box(block.box).tag);
    const auto said = fold(tree.text(block));
    // A heading may hold a kicker or a date besides.
    if (tree.box(block.box).tag == Tag::h1 && said.size() < 3 * folded.size() && said.find(folded) != std::string::npos)
      return at;
    if (block.link_length > 0 || !same_words(tree.text(block), title)) continue;
    if (heading) return at;
    if (line == kNone) line = at;
  }
  return line;
}

// All that was weighed, for those who ask: of each field the value that was taken and then its rivals. `taken` has the
// value and the claim of each field that is settled; a null claim is no statement of the page's.
struct Taken {
  Field field;
  std::string value, source;
  std::string note{};
};

void list_statements(const Claims& claims, const std::vector<Taken>& taken, std::vector<Statement>& statements) {
  for (const auto& one : taken) {
    const auto field = std::string(name_of(one.field));
    if (!one.value.empty()) statements.push_back({field, one.value, one.source + one.note, 0, true});
    for (const auto* claim : claims.on(one.field)) {
      const bool same = claim->source == one.source && !one.value.empty();
      if (same && statements.back().taken) statements.back().trust = claim->trust;
      if (same && (one.field == Field::author || claim->value == one.value)) continue;
      statements.push_back({field, claim->value, claim->source, claim->trust, false});
    }
  }
}

// articleBody as HTML: it may be plain text or hold markup itself.
std::string html_of_json(const std::string& body) {
  const bool markup = body.find("</p>") != std::string::npos || body.find("<br") != std::string::npos;
  return markup ? body : text::text_to_html(body);
}

// English with the day first where the page's other dates tell so, or its address is of a country that writes so.
std::string language_of_dates(const std::string& language, std::string_view url, const Tree& tree) {
  if (language != "en" && !language.empty()) return language;
  for (const auto& block : tree.blocks()) {
    const auto said = tree.text(block);
    if (block.length > kDatedLine || said.find('/') == std::string_view::npos) continue;
    if (const auto day_first = puts_day_first(said)) return *day_first ? "en-GB" : "en-US";
  }
  const auto host = text::host_of(url);
  for (const std::string_view end : {".uk", ".au", ".nz", ".ie", ".za", ".in", ".eu", ".ke", ".ng", ".sg"}) {
    if (host.ends_with(end)) return "en-GB";
  }
  return language;
}

// Where a page says itself that it stands; empty where it does not say.
std::string own_address(const html::Document& page) {
  for (const auto& [selector, attribute] :
       {std::pair("link[rel~=canonical]", "href"), std::pair("meta[property='og:url']", "content")}) {
    const std::string address(page.root().find(selector).attribute(attribute));
    if (text::is_web_url(address)) return address;
  }
  return {};
}

// The rule for the page's site; null where there is none.
const SiteRule* rule_for(const Options& options) {
  return options.site_rules == nullptr || options.url.empty() ? nullptr : options.site_rules->find(options.url);
}

// What a site's rule says of date and authors stands, where it can be read.
void settle_by_rule(const SiteAnswer& told, const std::string& language, Claims& claims,
                    Settled<std::optional<model::Date>>& published, Settled<std::vector<model::Person>>& authors) {
  for (const auto& date : told.dates) {
    const auto found = read_date(date.value, language);
    if (!found) continue;
    claims.add(Field::published, date.value, date.source, kToldByRule);
    published = {model::Date{found->instant, date.value}, claims.best(Field::published)};
    break;
  }
  if (told.authors.empty()) return;
  claims.add(Field::author, told.authors.front().value, told.authors.front().source, kToldByRule);
  authors = {{}, claims.best(Field::author)};
  for (const auto& author : told.authors) {
    auto names = split_authors(author.value);
    if (names.empty()) names.push_back(author.value);
    for (auto& name : names) {
      const auto same = [&](const model::Person& other) { return other.name == name; };
      if (std::ranges::none_of(authors.value, same)) authors.value.push_back({std::move(name), {}, {}, {}});
    }
  }
}

// Where else the article stands, and where it goes on.
void lead_on(const html::Document& page, const Tree& tree, const Body& body, const SiteAnswer& told,
             const std::string& base, const Options& options, Onward& onward) {
  if (!told.single_page.value.empty()) onward.single_page = text::resolve(base, told.single_page.value);
  if (!options.find_next_page) return;
  if (!told.next_page.value.empty()) {
    onward.next_page = text::resolve(base, told.next_page.value);
    onward.next_source = told.next_page.source;
    onward.by_rule = true;
    return;
  }
  const bool first = options.first_page.empty();
  const auto& start = first ? options.url : options.first_page;
  onward.number = first ? own_page_number(start) : options.page;
  auto next = find_next_page(page, tree, body, base, start, onward.number);
  onward.next_page = std::move(next.url);
  onward.next_source = std::move(next.source);
}

}  // namespace

Result<model::Item> article(std::string bytes, const Options& from, std::vector<Statement>* statements,
                            Onward* onward) {
  Options options = from;
  if (shape_of(bytes, options.media_type) == Shape::other) {
    return fail(Cause::unreadable, "is no page; give the address of an article");
  }
  // What reads as UTF-8 to the last byte is UTF-8, whatever a template once declared.
  const bool plain = std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  auto decoded = html::decode(bytes, !plain && text::is_utf8(bytes) ? "utf-8" : options.charset);
  const auto* rule = rule_for(options);
  if (rule != nullptr) decoded.text = with_replacements(*rule, std::move(decoded.text));
  auto page = html::parse(std::move(decoded.text));
  if (options.url.empty()) {
    options.url = own_address(page);
    rule = rule_for(options);
  }
  SiteAnswer told;
  if (rule != nullptr) told = ask(*rule, page);
  if (onward != nullptr) onward->notes = told.notes;
  if (told.body.empty() && rule != nullptr && !rule->body.empty() && !rule->autodetect_on_failure)
    return fail(Cause::nothing_usable, "holds no body that the site rule of {} knows; mend the rule", rule->place);
  Tree tree(page.html(), options.url);
  const auto shows = [&] {  // whether the body that a rule found is shown without a script
    return std::ranges::any_of(boxes_of(told, tree), [&](std::uint32_t box) { return tree.box(box).text > 0; });
  };
  if (!told.body.empty() && !shows()) tree = Tree(page.html(), options.url, Tree::Hidden::read);
  if (tree.box(0).prose < kThinPage) {
    Tree whole(page.html(), options.url, Tree::Hidden::read);
    if (whole.box(0).prose > 2 * tree.box(0).prose) tree = std::move(whole);
  }
  Claims claims;
  auto facts = read_facts(page, tree, options.url, claims);
  if (rule != nullptr && rule->skip_json_ld) facts.json_ld.clear();
  const auto json_ld = read_json_ld(facts.json_ld, options.url, facts.title, claims);
  std::string in_data;
  if (tree.box(0).prose < kThinPage && told.body.empty() && json_ld.article_body.empty())
    in_data = read_page_data(page, facts.title, claims);
  if (!told.titles.empty())
    claims.add(Field::title, told.titles.front().value, told.titles.front().source, kToldByRule);

  model::Item item;
  if (const auto* name = claims.best(Field::site_name)) item.site_name = name->value;
  mark_replies(tree, options.url);
  auto suspects = find_suspects(tree);
  const auto title = settle_title(
      claims, {facts.title, item.site_name, text::host_of(options.url), headings_of(tree, suspects, options.url)});
  item.title.value = title.value;

  const auto* summary = claims.best(Field::summary);
  Place place{.words = title.value, .title = title_block(tree, title.value)};
  const Witness witness{title.value, place.title, options.url, summary != nullptr ? summary->value : std::string{},
                        json_ld.article_body};
  const auto body = told.body.empty() ? find_body(tree, suspects, witness)
                                      : body_of_parts(tree, suspects, witness, boxes_of(told, tree), rule->prune);
  std::string words = item.title.value;
  for (const auto part : body.parts) {
    const auto& box = tree.box(part);
    for (auto at = box.first_block; at < box.last_block; ++at) {
      if (body.dropped_blocks[at]) continue;
      if (place.start == kNone) place.start = at;
      place.end = at + 1;
      if (words.size() < 30'000) words += "\n" + std::string(tree.text(tree.blocks()[at]));
    }
  }
  auto language = settle_language(claims, words);
  const auto spoken = language_of_dates(language.value, options.url, tree);
  const Surroundings around(tree, suspects, place, spoken);
  claim_bylines(tree, place, around, spoken, claims);
  claim_shown_dates(tree, suspects, place, around, spoken, claims);
  claim_topics(tree, place, around, json_ld.breadcrumbs, claims);

  const html::SanitizeOptions clean{facts.base, false};
  item.content_html = html::sanitize(write_content(tree, body, facts.base, options.clean_links), clean);
  // Some pages are drawn by script, and their whole text stands in the JSON only.
  const auto& composed = json_ld.composed_body.empty() ? in_data : json_ld.composed_body;
  const auto& in_json = json_ld.article_body.empty() ? composed : json_ld.article_body;
  const auto shown = body.length == 0 ? 0 : std::max(kThinPage, 3 * body.length);
  if (told.body.empty() && reading_length(in_json) > shown) {
    item.content_html = html::sanitize(json_ld.article_body.empty() ? in_json : html_of_json(in_json), clean);
    language = settle_language(claims, in_json);
  }
  item.language = language.value;
  if (item.content_html.empty() && (item.title.empty() || summary == nullptr)) {
    return fail(Cause::nothing_usable, "holds no article; give a page with a text to read");
  }
  const auto address = settle_url(claims, facts.base, options.url);
  item.url = options.clean_links ? without_tracking(address.value) : address.value;
  item.direction = facts.direction == "rtl" || facts.direction == "ltr"
                       ? facts.direction
                       : std::string(text::direction_of_language(item.language));
  const auto dates = language_of_dates(item.language, item.url, tree);
  auto published = settle_date(claims, Field::published, dates, options.url, options.now);
  const auto modified = settle_date(claims, Field::modified, dates, options.url, options.now);
  auto authors = settle_authors(claims, item.site_name, text::host_of(item.url));
  settle_by_rule(told, dates, claims, published, authors);
  claim_lead_image(tree, body, place.title, claims);
  const auto image = settle_image(claims, facts.base);
  item.published = published.value;
  item.modified = modified.value;
  item.authors = authors.value;
  item.image = image.value;
  if (summary != nullptr) item.summary.value = summary->value;
  if (const auto* section = claims.best(Field::section)) item.section = section->value;
  for (const auto* tag : claims.on(Field::tag)) {
    const auto same = [&](const model::Category& other) { return same_words(other.term, tag->value); };
    if (item.categories.size() < 30 && tag->value.size() < 100 && std::ranges::none_of(item.categories, same)) {
      item.categories.push_back({tag->value, {}, {}});
    }
  }
  const auto main = item.language.substr(0, item.language.find('-'));
  auto editions = facts.alternates;
  for (auto& edition : editions_on_page(page, tree, facts.base, options.url)) {
    const auto known = std::ranges::find_if(editions, [&](const model::Translation& other) {
      return other.url == edition.url || other.language.substr(0, 2) == edition.language.substr(0, 2);
    });
    if (known == editions.end()) editions.push_back(std::move(edition));
    else if (known->url == edition.url && known->title.empty()) known->title = std::move(edition.title);
  }
  // Templates like to name the front pages of other languages, whatever the page.
  const bool is_front = is_front_page(item.url);
  for (auto& edition : editions) {
    if (edition.language != item.language && edition.language != main && edition.url != item.url &&
        (is_front || !is_front_page(edition.url)))
      item.translations.push_back(std::move(edition));
  }
  if (onward != nullptr) lead_on(page, tree, body, told, facts.base, options, *onward);
  if (statements != nullptr) {
    const auto source = [](const auto& settled, std::string_view otherwise) {
      return std::string(settled.claim != nullptr ? std::string_view(settled.claim->source) : otherwise);
    };
    const auto day = [](const std::optional<model::Date>& date) {
      return date ? text::to_rfc3339(*date->instant) : std::string{};
    };
    std::string names;
    for (const auto& author : item.authors) names += (names.empty() ? "" : ", ") + author.name;
    std::vector<Taken> taken = {
        {Field::title, item.title.value, title.source},
        {Field::author, names, source(authors, "")},
        {Field::published, day(item.published), source(published, "the address"), published.note},
        {Field::modified, day(item.modified), source(modified, ""), modified.note},
        {Field::language, item.language, source(language, "the text itself")},
        {Field::url, item.url, source(address, "where it came from")},
        {Field::image, item.image.url, source(image, "")},
    };
    for (const auto field :
         {Field::image_caption, Field::image_credit, Field::summary, Field::site_name, Field::section}) {
      const auto* best = claims.best(field);
      taken.push_back(
          {field, best != nullptr ? best->value : std::string{}, best != nullptr ? best->source : std::string{}});
    }
    list_statements(claims, taken, *statements);
    if (!told.body.empty())
      statements->push_back({"body", fmt::format("{} letters", body.length), told.body_source, kToldByRule, true});
  }
  return item;
}

}  // namespace syndicat::extract
