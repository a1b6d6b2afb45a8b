// A page to an article: measured once, asked for what it says of itself, its body found and written, then each field
// settled.

#include <algorithm>

#include "extract/body.hpp"
#include "extract/bylines.hpp"
#include "extract/claims.hpp"
#include "extract/content_writer.hpp"
#include "extract/date_lines.hpp"
#include "extract/extract.hpp"
#include "extract/json_ld.hpp"
#include "extract/language.hpp"
#include "extract/page_facts.hpp"
#include "extract/page_tree.hpp"
#include "extract/people.hpp"
#include "extract/switcher.hpp"
#include "extract/titles.hpp"
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

constexpr std::uint32_t kThinPage = 200;  // letters of running text; less is nearly none

std::vector<std::string> headings_of(const Tree& tree, const std::vector<bool>&) {
  std::vector<std::string> headings;
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number) {
    const auto& box = tree.box(number);
    if (box.tag == Tag::h1 && box.text > 0 && box.text < 400 && headings.size() < 20) headings.push_back(tree.text_of(number));
  }
  return headings;
}

// The block that shows the title: a heading that says it, else any line that does.
std::uint32_t title_block(const Tree& tree, std::string_view title) {
  if (title.empty()) return kNone;
  std::uint32_t line = kNone;
  for (std::uint32_t at = 0; at < tree.blocks().size(); ++at) {
    const auto& block = tree.blocks()[at];
    if (block.length > 400 || block.link_length > 0 || !same_words(tree.text(block), title)) continue;
    if (is_heading(tree.box(block.box).tag)) return at;
    if (line == kNone) line = at;
  }
  return line;
}

std::optional<model::Date> settle_date(const Claims& claims, Field field, std::string_view language, const std::string& url) {
  const auto in_url = date_in_url(url);
  for (const auto* claim : claims.on(field)) {
    // A day in the address beats guesses from the text; a statement for machines stands.
    if (field == Field::published && in_url && claim->trust < 66) {
      const auto found = read_date(claim->value, language);
      if (!found || text::to_day(found->instant) != text::to_day(in_url->instant)) break;
    }
    if (const auto found = read_date(claim->value, language)) return model::Date{found->instant, claim->value};
  }
  if (field != Field::published) return {};
  if (in_url) return model::Date{in_url->instant, in_url->written};
  // A page whose only date is that of its last change is dated by it: readers see no other.
  return settle_date(claims, Field::modified, language, {});
}

std::string settle_language(const Claims& claims, const std::string& text) {
  const auto detected = detect_language(text);
  for (const auto* claim : claims.on(Field::language)) {
    auto value = claim->value.substr(0, claim->value.find_first_of(",; "));
    std::ranges::replace(value, '_', '-');
    auto tag = text::normalize_language(value);
    if (tag.empty()) continue;
    // A theme's "en" on a page in another language is no statement. Scripts do not lie, neither do enough words.
    const auto main = tag.substr(0, tag.find('-'));
    const auto other = detected.substr(0, detected.find('-'));
    const bool near_enough = other.empty() || main == other || text.size() < 300;
    if (near_enough) return tag;
    const bool close = (main == "nb" || main == "no" || main == "nn" || main == "da") && (other == "nb" || other == "da");
    const bool serbian = (main == "sr" || main == "bs" || main == "hr" || main == "me") && (other == "hr" || other == "sr");
    const bool known = detect_language(text).size() > 0;
    if (close || serbian || !known || (main != "en" && main != "de")) return tag;
  }
  return detected;
}

void settle_authors(const Claims& claims, std::string_view site_name, model::Item& item) {
  const auto all = claims.on(Field::author);
  for (const auto* first : all) {
    // All claims of the same source at the same trust speak together.
    std::vector<std::string> names;
    for (const auto* claim : all) {
      if (claim->source != first->source || claim->trust != first->trust) continue;
      for (auto& name : split_authors(claim->value)) {
        if (std::ranges::none_of(names, [&](const std::string& other) { return same_words(other, name); })) names.push_back(std::move(name));
      }
    }
    if (names.empty()) continue;
    // The site itself is its author only where nobody else is named.
    const bool only_site = names.size() == 1 && same_words(names.front(), site_name);
    const bool another = std::ranges::any_of(all, [&](const Claim* claim) {
      const auto others = split_authors(claim->value);
      return claim->trust >= 50 && !others.empty() && !same_words(others.front(), site_name);
    });
    if (only_site && another) continue;
    for (auto& name : names) item.authors.push_back({std::move(name), {}, {}, {}});
    return;
  }
}

void settle_image(const Claims& claims, const std::string& base, model::Item& item) {
  const auto* best = claims.best(Field::image);
  if (best == nullptr) return;
  item.image.url = text::resolve(base, best->value);
  if (!text::is_web_url(item.image.url)) {
    item.image = {};
    return;
  }
  if (const auto* caption = claims.best(Field::image_caption)) item.image.caption = caption->value;
  if (const auto* credit = claims.best(Field::image_credit)) item.image.credit = credit->value;
}

void list_statements(const Claims& claims, std::vector<Statement>& statements) {
  for (const auto field : {Field::title, Field::author, Field::published, Field::modified, Field::language, Field::url,
                           Field::image, Field::image_caption, Field::image_credit, Field::summary, Field::site_name,
                           Field::section, Field::tag}) {
    for (const auto* claim : claims.on(field)) {
      statements.push_back({std::string(name_of(field)), claim->value, claim->source, claim->trust});
    }
  }
}

// articleBody as HTML: it may be plain text or hold markup itself.
std::string html_of_json(const std::string& body) {
  const bool markup = body.find("</p>") != std::string::npos || body.find("<br") != std::string::npos;
  return markup ? body : text::text_to_html(body);
}

std::string settle_url(const Claims& claims, const std::string& base, const std::string& url) {
  for (const auto* claim : claims.on(Field::url)) {
    auto resolved = text::resolve(base, claim->value);
    if (!text::is_web_url(resolved)) continue;
    // A canonical link to another article or to the front page is a template's mistake.
    const bool front = text::split_uri(resolved).path.size() <= 1 && !url.empty() && text::split_uri(url).path.size() > 1;
    if (!front) return resolved;
  }
  return url;
}

// Where a page says itself that it stands; empty where it does not say.
std::string own_address(const html::Document& page) {
  for (const auto& [selector, attribute] : {std::pair("link[rel~=canonical]", "href"), std::pair("meta[property='og:url']", "content")}) {
    const std::string address(page.root().find(selector).attribute(attribute));
    if (text::is_web_url(address)) return address;
  }
  return {};
}

}  // namespace

Result<model::Item> article(std::string bytes, const Options& from, std::vector<Statement>* statements) {
  Options options = from;
  if (shape_of(bytes, options.media_type) == Shape::other) {
    return fail(Cause::unreadable, "is no page; give the address of an article");
  }
  // What reads as UTF-8 to the last byte is UTF-8, whatever a template once declared.
  const bool plain = std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  auto decoded = html::decode(bytes, !plain && text::is_utf8(bytes) ? "utf-8" : options.charset);
  const auto page = html::parse(std::move(decoded.text));
  if (options.url.empty()) options.url = own_address(page);
  Tree tree(page.html(), options.url);
  if (tree.box(0).prose < kThinPage) {
    Tree whole(page.html(), options.url, Tree::Hidden::read);
    if (whole.box(0).prose > 2 * tree.box(0).prose) tree = std::move(whole);
  }
  Claims claims;
  const auto facts = read_facts(page, tree, options.url, claims);
  const auto json_ld = read_json_ld(facts.json_ld, options.url, facts.title, claims);

  model::Item item;
  if (const auto* name = claims.best(Field::site_name)) item.site_name = name->value;
  const auto suspects = find_suspects(tree);
  const auto title = settle_title(claims, {facts.title, item.site_name, text::host_of(options.url), headings_of(tree, suspects)});
  item.title.value = title.value;

  const auto* summary = claims.best(Field::summary);
  Place place;
  place.title = title_block(tree, title.value);
  const auto body = find_body(tree, {title.value, place.title, options.url, summary != nullptr ? summary->value : std::string{},
                                     json_ld.article_body});
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
  item.language = settle_language(claims, words);
  claim_bylines(tree, suspects, place, item.language, claims);

  if (statements != nullptr) list_statements(claims, *statements);

  const html::SanitizeOptions clean{facts.base, false};
  item.content_html = html::sanitize(write_content(tree, body, facts.base), clean);
  // Some pages are drawn by script, and their whole text stands in the JSON only.
  if (reading_length(json_ld.article_body) > std::max<std::uint32_t>(kThinPage, 3 * body.length)) {
    item.content_html = html::sanitize(html_of_json(json_ld.article_body), clean);
    item.language = settle_language(claims, json_ld.article_body);
  }
  if (item.content_html.empty() && item.title.empty()) {
    return fail(Cause::nothing_usable, "holds no article; give a page with a text to read");
  }
  item.url = settle_url(claims, facts.base, options.url);
  item.direction = facts.direction == "rtl" || facts.direction == "ltr" ? facts.direction : direction_of_language(item.language);
  item.published = settle_date(claims, Field::published, item.language, options.url);
  item.modified = settle_date(claims, Field::modified, item.language, options.url);
  settle_authors(claims, item.site_name, item);
  settle_image(claims, facts.base, item);
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
  for (auto& edition : editions_on_page(tree, facts.base)) {
    const auto known = [&](const model::Translation& other) {
      return other.url == edition.url || other.language.substr(0, 2) == edition.language.substr(0, 2);
    };
    if (std::ranges::none_of(editions, known)) editions.push_back(std::move(edition));
  }
  for (auto& edition : editions) {
    if (edition.language != item.language && edition.language != main && edition.url != item.url) item.translations.push_back(std::move(edition));
  }
  return item;
}

}  // namespace syndicat::extract
