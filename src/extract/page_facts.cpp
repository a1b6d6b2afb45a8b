#include "extract/page_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <unordered_map>

#include "extract/agencies.hpp"
#include "extract/people.hpp"
#include "json/value.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostImages = 20;
constexpr std::size_t kLongestWidth = 6;          // digits
constexpr std::size_t kLongestJson = 64U << 10U;  // bytes of an attribute

struct Row {
  std::string_view name;  // of the meta element's name, property or itemprop, lower case
  Field field;
  int trust;
};

// Open Graph, article:*, Dublin Core, Twitter, Parsely, Sailthru, Highwire (citation_*) and what editors made up.
constexpr auto kMetas = std::to_array<Row>({
    {"citation_title", Field::title, 85},
    {"parsely-title", Field::title, 78},
    {"og:title", Field::title, 75},
    {"sailthru.title", Field::title, 74},
    {"headline", Field::title, 70},
    {"twitter:title", Field::title, 66},
    {"dc.title", Field::title, 64},
    {"dcterms.title", Field::title, 64},
    {"dc:title", Field::title, 64},
    {"title", Field::title, 50},
    {"citation_author", Field::author, 85},
    {"parsely-author", Field::author, 77},
    {"sailthru.author", Field::author, 75},
    {"dc.creator", Field::author, 72},
    {"dcterms.creator", Field::author, 72},
    {"dc:creator", Field::author, 72},
    {"dc.contributor", Field::author, 40},
    {"byl", Field::author, 72},
    {"author", Field::author, 70},
    {"article:author", Field::author, 66},
    {"og:author", Field::author, 66},
    {"article:author_name", Field::author, 70},
    {"article.author", Field::author, 66},
    {"creator", Field::author, 60},
    {"cxenseparse:author", Field::author, 70},
    {"article:published_time", Field::published, 88},
    {"article:published", Field::published, 86},
    {"og:published_time", Field::published, 84},
    {"og:article:published_time", Field::published, 84},
    {"datepublished", Field::published, 84},
    {"parsely-pub-date", Field::published, 82},
    {"cxenseparse:recs:publishtime", Field::published, 80},
    {"cxenseparse:publishtime", Field::published, 80},
    {"sailthru.date", Field::published, 78},
    {"rnews:datepublished", Field::published, 78},
    {"pubdate", Field::published, 76},
    {"publishdate", Field::published, 76},
    {"publish-date", Field::published, 76},
    {"publish_date", Field::published, 76},
    {"publication_date", Field::published, 76},
    {"article.published", Field::published, 76},
    {"date.published", Field::published, 76},
    {"article_date_original", Field::published, 76},
    {"original-publish-date", Field::published, 76},
    {"displaydate", Field::published, 74},
    {"ptime", Field::published, 74},
    {"pdate", Field::published, 74},
    {"dc.date.issued", Field::published, 74},
    {"dcterms.issued", Field::published, 74},
    {"dcterms.available", Field::published, 60},
    {"dc.date.created", Field::published, 70},
    {"dcterms.created", Field::published, 70},
    {"datecreated", Field::published, 68},
    {"dc.date", Field::published, 66},
    {"dcterms.date", Field::published, 66},
    {"dc:date", Field::published, 66},
    {"citation_publication_date", Field::published, 70},
    {"citation_online_date", Field::published, 68},
    {"citation_date", Field::published, 66},
    {"date", Field::published, 53},  // often the last change
    {"created", Field::published, 58},
    {"article:modified_time", Field::modified, 80},
    {"og:updated_time", Field::modified, 70},
    {"datemodified", Field::modified, 78},
    {"dcterms.modified", Field::modified, 70},
    {"dc.date.modified", Field::modified, 70},
    {"last-modified", Field::modified, 50},
    {"revised", Field::modified, 50},
    {"content-language", Field::language, 55},
    {"og:locale", Field::language, 50},
    {"dc.language", Field::language, 50},
    {"dcterms.language", Field::language, 50},
    {"og:image", Field::image, 85},
    {"og:image:url", Field::image, 84},
    {"og:image:secure_url", Field::image, 83},
    {"twitter:image", Field::image, 72},
    {"twitter:image:src", Field::image, 72},
    {"parsely-image-url", Field::image, 70},
    {"sailthru.image.full", Field::image, 70},
    {"og:description", Field::summary, 72},
    {"description", Field::summary, 75},
    {"twitter:description", Field::summary, 66},
    {"dc.description", Field::summary, 64},
    {"dcterms.abstract", Field::summary, 64},
    {"sailthru.description", Field::summary, 62},
    {"og:site_name", Field::site_name, 85},
    {"application-name", Field::site_name, 50},
    {"apple-mobile-web-app-title", Field::site_name, 40},
    {"citation_journal_title", Field::site_name, 60},
    {"dc.publisher", Field::site_name, 45},
    {"article:section", Field::section, 85},
    {"parsely-section", Field::section, 75},
    {"cxenseparse:category", Field::section, 50},
    {"article:tag", Field::tag, 85},
    {"news_keywords", Field::tag, 75},
    {"parsely-tags", Field::tag, 70},
    {"sailthru.tags", Field::tag, 70},
    {"keywords", Field::tag, 60},
    {"citation_keywords", Field::tag, 70},
    {"og:url", Field::url, 70},
    {"twitter:url", Field::url, 50},
});

const Row* row_of(std::string_view name) {
  static const std::unordered_map<std::string_view, const Row*> table = [] {
    std::unordered_map<std::string_view, const Row*> made;
    for (const auto& row : kMetas) made.emplace(row.name, &row);
    return made;
  }();
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

// Names that are in no table, yet say what they are: "vr:published-time", "og:publish_date", "mediator_author".
std::optional<Row> row_by_words(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') letters += c;
  }
  const auto holds = [&](std::string_view word) { return letters.find(word) != std::string::npos; };
  if (holds("publisher") || holds("publishing") || holds("banner")) return {};
  const bool moment = letters.ends_with("date") || letters.ends_with("time") || letters.ends_with("at");
  if (holds("pubdate") || letters.ends_with("firstpublished") || (moment && (holds("publish") || holds("publication"))))
    return Row{{}, Field::published, 57};
  if (moment && (holds("modif") || holds("lastupdate"))) return Row{{}, Field::modified, 55};
  if (letters.ends_with("author") || letters.ends_with("authors") || letters.ends_with("authorname"))
    return Row{{}, Field::author, 55};
  return {};
}

bool holds_word(std::string_view list, std::string_view word) {
  for (std::size_t start = 0; start < list.size();) {
    if (text::is_space(list[start])) {
      ++start;
      continue;
    }
    const auto end = std::min(list.find_first_of(" \t\r\n\f", start), list.size());
    if (text::equals_ignoring_case(list.substr(start, end - start), word)) return true;
    start = end;
  }
  return false;
}

struct NamedImage {
  std::string url;
  int width = 0;  // pixels; 0: not told
};

class Reader {
 public:
  Reader(PageFacts& facts, Claims& claims) : facts_(facts), claims_(claims) {}

  void element(html::Node node, Tag tag) {
    switch (tag) {
      case Tag::meta: meta(node); break;
      case Tag::link: link(node); break;
      case Tag::title:
        if (facts_.title.empty()) facts_.title = text::collapse_space(node.text());
        break;
      case Tag::script:
        if (is_json_ld(node.attribute("type"))) facts_.json_ld.push_back(node.text());
        break;
      default: break;
    }
  }

  void head(html::Node node) {
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is_element()) continue;
      if (child.is("base") && facts_.base.empty()) facts_.base = std::string(child.attribute("href"));
      const auto tag = tag_of(child.name());
      element(child, tag);
      if (tag == Tag::noscript) head(child);
    }
  }

  // "Written by" in one Twitter label and the name in its datum, as WordPress plugins write it.
  void finish() {
    // Of several images the widest one, where their widths are told; else the first.
    const auto widest = std::ranges::max_element(images_, {}, &NamedImage::width);
    for (auto image = images_.begin(); image != images_.end(); ++image)
      claims_.add(Field::image, image->url, "meta og:image", image == widest && image->width > 0 ? 86 : 85);
    for (std::size_t number = 0; number < 2; ++number) {
      const auto label = text::to_lower_ascii(labels_[number]);
      if (label == "written by" || label == "author" || label == "verfasst von" || label == "geschrieben von" ||
          label == "escrito por" || label == "écrit par" || label == "scritto da" || label == "geschreven door" ||
          label == "napisane przez" || label == "автор" || label == "напісана" || label == "написано автором") {
        claims_.add(Field::author, data_[number], "meta twitter:data", 71);
      }
    }
  }

 private:
  static bool is_json_ld(std::string_view type) {
    return text::equals_ignoring_case(text::trim(type.substr(0, type.find(';'))), "application/ld+json");
  }

  void meta(html::Node node) {
    const auto content = node.attribute("content");
    if (content.empty()) return;
    for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const auto names = node.attribute(attribute);
      // A property may hold several, apart by blanks (RDFa).
      for (std::size_t start = 0; start < names.size();) {
        const auto end = std::min(names.find_first_of(" \t\n", start), names.size());
        if (end > start) one(text::to_lower_ascii(names.substr(start, end - start)), content, attribute);
        start = end + 1;
      }
    }
  }

  // "Reed, Anna", as catalogues have it.
  static std::string in_spoken_order(std::string_view name) {
    const auto comma = name.find(',');
    if (comma == std::string_view::npos) return std::string(name);
    const auto last = text::trim(name.substr(0, comma));
    const auto first = text::trim(name.substr(comma + 1));
    const auto is_one = [](std::string_view word) {
      return !word.empty() && word.find_first_of(" ,;/&") == std::string_view::npos && agency_line(word).empty();
    };
    const bool capitals =
        std::ranges::none_of(first, [](char c) { return c >= 'a' || static_cast<unsigned char>(c) >= 0x80; });
    const auto spoken = std::string(first) + ' ' + std::string(last);
    return is_one(last) && is_one(first) && !capitals && looks_like_name(spoken) ? spoken : std::string(name);
  }

  // All that a page says in one element.
  void in_json(std::string_view content) {
    if (content.size() > kLongestJson) return;
    const auto value = json::parse(content);
    if (!value) return;
    const auto say = [&](Field field, std::string_view member, int trust) {
      claims_.add(field, value->text(member), fmt::format("meta parsely-page {}", member), trust);
    };
    say(Field::title, "title", 66);
    say(Field::author, "author", 74);
    say(Field::published, "pub_date", 80);
    say(Field::section, "section", 74);
    say(Field::image, "image_url", 68);
    for (const std::string_view name : {"authors", "tags"}) {
      const auto* list = value->find(name);
      if (list == nullptr || list->array() == nullptr) continue;
      for (const auto& one : *list->array()) {
        if (one.string() == nullptr) continue;
        claims_.add(name == "tags" ? Field::tag : Field::author, *one.string(),
                    fmt::format("meta parsely-page {}", name), name == "tags" ? 70 : 75);
      }
    }
  }

  void one(const std::string& name, std::string_view content, std::string_view attribute) {
    if (name.starts_with("twitter:label") || name.starts_with("twitter:data")) {
      const auto number = name.back() == '1' ? 0U : 1U;
      (name[8] == 'l' ? labels_ : data_)[number] = text::collapse_space(content);
      return;
    }
    if (name == "parsely-page") return in_json(content);
    if (name == "og:image" && images_.size() < kMostImages) {
      images_.push_back({std::string(content)});
      return;
    }
    // Open Graph, "Structured Properties": of the image that stands before.
    if (name == "og:image:width" && !images_.empty()) {
      images_.back().width = std::atoi(std::string(content.substr(0, kLongestWidth)).c_str());
      return;
    }
    std::string_view key = name;
    if (key.starts_with("article:") && attribute == "itemprop") return;
    if (attribute == "itemprop") {
      if (key == "name" || key == "description" || key == "image" || key == "url") return;  // of what, nobody says here
      if (key == "inlanguage") key = "content-language";
    }
    const auto* row = row_of(key);
    const auto guessed = row == nullptr && attribute != "itemprop" ? row_by_words(key) : std::nullopt;
    if (guessed) row = &*guessed;
    if (row == nullptr) return;
    if (row->field == Field::author && (content.find("://") != std::string_view::npos || content.starts_with('@')))
      return;
    const auto source = fmt::format("meta {}", name);
    if (row->field == Field::author) {
      claims_.add(row->field, in_spoken_order(content), source, row->trust);
      return;
    }
    if (row->field != Field::tag) {
      claims_.add(row->field, content, source, row->trust);
      return;
    }
    for (std::size_t start = 0; start < content.size();) {
      const auto end = std::min(content.find(',', start), content.size());
      claims_.add(Field::tag, content.substr(start, end - start), source, row->trust);
      start = end + 1;
    }
  }

  void link(html::Node node) {
    const auto rel = node.attribute("rel");
    const auto href = node.attribute("href");
    if (rel.empty() || href.empty()) return;
    if (holds_word(rel, "canonical")) claims_.add(Field::url, href, "link canonical", 80);
    if (holds_word(rel, "image_src")) claims_.add(Field::image, href, "link image_src", 60);
    if (holds_word(rel, "author") && !node.attribute("title").empty()) {
      claims_.add(Field::author, node.attribute("title"), "link author", 40);
    }
    if (holds_word(rel, "alternate") && node.has_attribute("hreflang")) {
      const auto language = text::normalize_language(text::trim(node.attribute("hreflang")));
      if (!language.empty() && language != "x-default" && facts_.alternates.size() < 200) {
        facts_.alternates.push_back({language, std::string(href), text::collapse_space(node.attribute("title"))});
      }
    }
  }

  PageFacts& facts_;
  Claims& claims_;
  std::array<std::string, 2> labels_, data_;
  std::vector<NamedImage> images_;
};

}  // namespace

PageFacts read_facts(const html::Document& page, const Tree& tree, const std::string& url, Claims& claims) {
  PageFacts facts;
  facts.language = std::string(page.html().attribute("lang"));
  if (facts.language.empty()) facts.language = std::string(page.html().attribute("xml:lang"));
  facts.direction = text::to_lower_ascii(page.html().attribute("dir"));
  if (facts.direction.empty()) facts.direction = text::to_lower_ascii(page.body().attribute("dir"));
  Reader reader(facts, claims);
  reader.head(page.head());
  for (const auto& box : tree.boxes()) reader.element(box.node, box.tag);
  reader.finish();
  // HTML 4.2.3: base is itself seen from the page's address.
  facts.base = facts.base.empty() ? url : text::resolve(url, facts.base);
  for (auto& alternate : facts.alternates) alternate.url = text::resolve(facts.base, alternate.url);
  claims.add(Field::language, facts.language, "html lang", 80);
  return facts;
}

}  // namespace syndicat::extract
