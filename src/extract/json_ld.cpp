#include "extract/json_ld.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/titles.hpp"
#include "extract/words.hpp"
#include "json/value.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kLongestScript = 2U << 20U;  // bytes
constexpr std::size_t kMostNodes = 5000;
constexpr int kDeepest = 24;
constexpr double kAlike = 0.4;  // of two headlines for the same article

// How well a type stands for "the article of this page"; 0: not at all.
int rank_of_type(std::string_view type) {
  if (const auto slash = type.find_last_of("/#:"); slash != std::string_view::npos) type = type.substr(slash + 1);
  // clang-format off
  constexpr auto kTypes = std::to_array<std::pair<std::string_view, int>>({
      {"Recipe", 8}, {"Report", 9}, {"BlogPosting", 10}, {"SocialMediaPosting", 9}, {"DiscussionForumPosting", 9},
      {"LiveBlogPosting", 10}, {"HowTo", 7}, {"Review", 7}, {"CriticReview", 8}, {"Question", 5}, {"QAPage", 4}, {"CreativeWork", 4},
      {"VideoObject", 2}, {"Course", 2}, {"WebPage", 3}, {"ItemPage", 3},
  });
  // clang-format on
  if (type.ends_with("Article")) return 10;
  for (const auto& [name, rank] : kTypes) {
    if (type == name) return rank;
  }
  return 0;
}

int rank_of(const json::Value& node) {
  const auto* type = node.find("@type");
  if (type == nullptr) return 0;
  if (const auto* name = type->string()) return rank_of_type(*name);
  int best = 0;
  if (const auto* names = type->array()) {
    for (const auto& name : *names) {
      if (const auto* text = name.string()) best = std::max(best, rank_of_type(*text));
    }
  }
  return best;
}

bool has_type(const json::Value& node, std::string_view wanted) {
  const auto* type = node.find("@type");
  if (type == nullptr) return false;
  if (const auto* name = type->string()) return name->ends_with(wanted);
  if (const auto* names = type->array()) {
    return std::ranges::any_of(
        *names, [&](const json::Value& name) { return name.string() != nullptr && name.string()->ends_with(wanted); });
  }
  return false;
}

// Every object of the scripts, and those with an "@id" by it.
struct Graph {
  std::vector<const json::Value*> nodes;
  std::unordered_map<std::string, const json::Value*> by_id;

  std::vector<const json::Value*> listed;  // of the nodes, what a list of articles names

  void walk(const json::Value& value, int depth, bool in_list = false) {
    if (depth > kDeepest || nodes.size() >= kMostNodes) return;
    if (const auto* array = value.array()) {
      for (const auto& element : *array) walk(element, depth + 1, in_list);
    } else if (const auto* object = value.object()) {
      nodes.push_back(&value);
      if (in_list) listed.push_back(&value);
      // A reference alone ({"@id": ...}) must not hide the node it points to.
      if (const auto id = value.text("@id"); !id.empty() && object->size() > 1) by_id.emplace(id, &value);
      for (const auto& member : *object) {
        if (member.name != "comment" && member.name != "review")
          walk(member.value(), depth + 1, in_list || (member.name == "itemListElement" && has_type(value, "ItemList")));
      }
    }
  }

  // The node itself, or the one that it only points to.
  const json::Value& resolve(const json::Value& value) const {
    const auto* object = value.object();
    if (object == nullptr || object->size() > 2) return value;
    const auto found = by_id.find(value.text("@id"));
    return found == by_id.end() ? value : *found->second;
  }
};

// Text from a string, from an object's name or url, from the first of an array.
std::string text_of(const Graph& graph, const json::Value* value, std::string_view member, int depth = 0) {
  if (value == nullptr || depth > 4) return {};
  if (const auto* text = value->string()) return *text;
  if (const auto* array = value->array())
    return array->empty() ? std::string{} : text_of(graph, &array->front(), member, depth + 1);
  const auto& node = graph.resolve(*value);
  if (const auto* found = node.find(member)) {
    if (const auto* text = found->string()) return *text;
    return text_of(graph, found, member, depth + 1);
  }
  return node.text("@value");
}

std::string decode_entities(std::string_view text);

void claim_people(const Graph& graph, const json::Value* value, std::string_view source, int trust, Claims& claims,
                  int depth = 0) {
  if (value == nullptr || depth > 4) return;
  if (const auto* array = value->array()) {
    for (const auto& element : *array) claim_people(graph, &element, source, trust, claims, depth + 1);
    return;
  }
  if (const auto* name = value->string()) {
    if (!name->starts_with("http") && !name->starts_with('#'))
      claims.add(Field::author, decode_entities(*name), source, trust);
    return;
  }
  const auto& node = graph.resolve(*value);
  const auto* named = node.find("name");
  if (named != nullptr && named->array() != nullptr) {
    claim_people(graph, named, source, trust, claims, depth + 1);
    return;
  }
  auto name = text_of(graph, named, "name");
  if (name.empty() && !node.text("givenName").empty()) name = node.text("givenName") + " " + node.text("familyName");
  // A person outranks an organisation: a paper names itself where it does not want to name the writer.
  const auto decoded = decode_entities(name);
  if (has_type(node, "Organization") && !decoded.starts_with("http"))
    claims.add_organisation(decoded, source, trust - 35);
  else claims.add(Field::author, decoded, source, trust);
}

// Where in the picture's description its address is, and what else it says.
void claim_image(const Graph& graph, const json::Value* value, std::string_view source, int trust, Claims& claims) {
  if (value == nullptr) return;
  if (const auto* array = value->array()) {
    if (!array->empty()) claim_image(graph, &array->front(), source, trust, claims);
    return;
  }
  if (const auto* url = value->string()) {
    claims.add(Field::image, *url, source, trust);
    return;
  }
  const auto& node = graph.resolve(*value);
  auto url = text_of(graph, node.find("url"), "url");
  if (url.empty()) url = text_of(graph, node.find("contentUrl"), "contentUrl");
  claims.add(Field::image, url, source, trust);
  claims.add(Field::image_caption, decode_entities(text_of(graph, node.find("caption"), "name")), source, trust);
  claims.add(Field::image_credit, decode_entities(text_of(graph, node.find("creditText"), "name")), source, trust);
}

void claim_tags(const Graph& graph, const json::Value* value, Claims& claims) {
  if (value == nullptr) return;
  const auto add_all = [&](std::string_view list) {
    for (std::size_t start = 0; start < list.size();) {
      const auto end = std::min(list.find(',', start), list.size());
      claims.add(Field::tag, decode_entities(list.substr(start, end - start)), "json-ld keywords", 80);
      start = end + 1;
    }
  };
  if (const auto* array = value->array()) {
    for (const auto& element : *array) add_all(text_of(graph, &element, "name"));
  } else {
    add_all(text_of(graph, value, "name"));
  }
}

bool same_page(std::string_view a, std::string_view b) {
  const auto tail = [](std::string_view url) {
    const auto host = url.find("://");
    if (host != std::string_view::npos) url.remove_prefix(host + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    url = url.substr(0, url.find_first_of("?#"));
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
  };
  return !a.empty() && !b.empty() && tail(a) == tail(b);
}

// Whether the node names an address and a headline, and neither is the page's.
bool is_of_another(const Graph& graph, const json::Value& node, std::string_view url, std::string_view title,
                   const Claims& claims) {
  const auto own = text_of(graph, node.find("url"), "@id");
  const auto page = text_of(graph, node.find("mainEntityOfPage"), "@id");
  const auto headline = text_of(graph, node.find("headline"), "name");
  if (url.empty() || title.empty() || headline.empty() || (!text::is_web_url(own) && !text::is_web_url(page)))
    return false;
  const auto is_here = [&](std::string_view address) { return same_page(address, own) || same_page(address, page); };
  if (is_here(url)) return false;
  for (const auto* claim : claims.on(Field::url)) {
    if (is_here(claim->value)) return false;
  }
  const auto name = text_of(graph, node.find("name"), "name");
  const auto says = [](std::string_view words, std::string_view other) {
    return !words.empty() &&
           (likeness(words, other) >= kAlike || fold(other).find(text::trim(fold(words))) != std::string::npos);
  };
  const auto alike = [&](std::string_view other) { return says(headline, other) || says(name, other); };
  if (alike(title)) return false;
  const auto titles = claims.on(Field::title);
  return std::ranges::none_of(titles, [&](const Claim* claim) { return alike(claim->value); });
}

// The node that speaks of this page's article: by its type, by pointing to this page, by its headline.
const json::Value* pick_article(const Graph& graph, std::string_view url, std::string_view title,
                                const Claims& claims) {
  const json::Value* best = nullptr;
  int best_score = 0;
  const auto folded_title = fold(title);
  auto listed = graph.listed.begin();
  for (const auto* node : graph.nodes) {
    const bool in_list = listed != graph.listed.end() && *listed == node;
    if (in_list) ++listed;
    const int rank = rank_of(*node);
    if (rank == 0 || in_list || is_of_another(graph, *node, url, title, claims)) continue;
    int score = rank * 10;
    const auto headline = text_of(graph, node->find("headline"), "name");
    const auto name = headline.empty() ? text_of(graph, node->find("name"), "name") : headline;
    const auto folded = fold(name);
    if (folded.size() > 4 && folded_title.find(folded.substr(0, 60)) != std::string::npos) score += 25;
    if (same_page(text_of(graph, node->find("mainEntityOfPage"), "@id"), url) || same_page(node->text("url"), url) ||
        same_page(node->text("@id"), url)) {
      score += 30;
    }
    if (node->find("datePublished") != nullptr) score += 12;
    if (node->find("author") != nullptr) score += 8;
    if (node->find("articleBody") != nullptr) score += 8;
    if (score > best_score) {
      best = node;
      best_score = score;
    }
  }
  return best;
}

// The few entities that templates leave in JSON strings; anything else stays as it is.
std::string decode_entities(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  // clang-format off
  constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"&amp;", "&"}, {"&quot;", "\""}, {"&#34;", "\""}, {"&#039;", "'"}, {"&#39;", "'"}, {"&apos;", "'"}, {"&lt;", "<"},
      {"&gt;", ">"}, {"&nbsp;", " "}, {"&#8217;", "’"}, {"&#8216;", "‘"}, {"&#8220;", "“"}, {"&#8221;", "”"},
      {"&#8211;", "–"}, {"&#8212;", "—"}, {"&#8230;", "…"}, {"&rsquo;", "’"},
  });
  // clang-format on
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      const auto rest = text.substr(at);
      const auto found = std::ranges::find_if(kEntities, [&](const auto& row) { return rest.starts_with(row.first); });
      if (found != kEntities.end()) {
        decoded += found->second;
        at += found->first.size();
        continue;
      }
      if (rest.starts_with("&#")) {
        const bool hex = rest.substr(2, 1) == "x" || rest.substr(2, 1) == "X";
        char32_t c = 0;
        std::size_t end = hex ? 3 : 2;
        for (; end < rest.size() && end < 10; ++end) {
          const char d = rest[end];
          const int digit = d >= '0' && d <= '9'                        ? d - '0'
                            : hex && (d | 32) >= 'a' && (d | 32) <= 'f' ? (d | 32) - 'a' + 10
                                                                        : -1;
          if (digit < 0) break;
          c = c * (hex ? 16 : 10) + static_cast<char32_t>(digit);
        }
        if (end < rest.size() && rest[end] == ';' && c >= 32 && c < 0x110000 && !(c >= 0xD800 && c < 0xE000)) {
          text::append_utf8(decoded, c);
          at += end + 1;
          continue;
        }
      }
    }
    decoded += text[at++];
  }
  return decoded;
}

// A description may hold a paragraph's markup.
std::string without_tags(std::string_view text) {
  if (text.find("</") == std::string_view::npos && text.find("<br") == std::string_view::npos) return std::string(text);
  std::string plain;
  bool inside = false;
  for (const char c : text) {
    if (c == '<') inside = true;
    else if (c == '>' && inside) {
      inside = false;
      plain += ' ';
    } else if (!inside) plain += c;
  }
  return plain;
}

void claim_article(const Graph& graph, const json::Value& node, Claims& claims) {
  const bool article = rank_of(node) >= 5;
  const int trust = article ? 80 : 55;
  const auto say = [&](Field field, std::string_view member, int more = 0) {
    claims.add(field, decode_entities(text_of(graph, node.find(member), "name")), fmt::format("json-ld {}", member),
               trust + more);
  };
  say(Field::title, "headline");
  say(Field::title, "name", -10);
  say(Field::title, "alternativeHeadline", -40);
  claims.add(Field::summary, without_tags(decode_entities(text_of(graph, node.find("description"), "name"))),
             "json-ld description", trust);
  say(Field::published, "datePublished", 10);
  say(Field::published, "dateCreated", -15);
  say(Field::published, "uploadDate", -15);
  say(Field::modified, "dateModified");
  say(Field::language, "inLanguage");
  say(Field::section, "articleSection");
  claim_people(graph, node.find("author"), "json-ld author", trust, claims);
  claim_people(graph, node.find("creator"), "json-ld creator", trust - 10, claims);
  claim_image(graph, node.find("image"), "json-ld image", trust, claims);
  claims.add(Field::image, text_of(graph, node.find("thumbnailUrl"), "url"), "json-ld thumbnailUrl", trust - 20);
  claim_tags(graph, node.find("keywords"), claims);
  claims.add(Field::site_name, decode_entities(text_of(graph, node.find("publisher"), "name")), "json-ld publisher",
             60);
}

// The days of the page that the article is on, where the article has none.
void claim_dates_of_page(const Graph& graph, std::string_view url, Claims& claims) {
  for (const auto* node : graph.nodes) {
    const bool page = has_type(*node, "WebPage") || has_type(*node, "ItemPage");
    if (!page || node->text("datePublished").empty()) continue;
    const bool other = !node->text("url").empty() && !same_page(node->text("url"), url);
    if (other) continue;
    claims.add(Field::published, node->text("datePublished"), "json-ld WebPage datePublished", 64);
    claims.add(Field::modified, node->text("dateModified"), "json-ld WebPage dateModified", 60);
    return;
  }
}

// A text as it stands in JSON: markup of its own, or paragraphs.
std::string as_html(const std::string& words) {
  if (words.empty()) return {};
  const bool markup = words.find("</p>") != std::string::npos || words.find("<br") != std::string::npos;
  return markup ? words + "\n" : text::text_to_html(decode_entities(words)) + "\n";
}

// HowToStep and HowToSection, or plain texts, in the order they stand in.
void write_steps(const Graph& graph, const json::Value* value, std::string& html, int depth = 0) {
  if (value == nullptr || depth > 6) return;
  if (const auto* text = value->string()) {
    html += as_html(*text);
    return;
  }
  if (const auto* array = value->array()) {
    for (const auto& element : *array) write_steps(graph, &element, html, depth + 1);
    return;
  }
  const auto& node = graph.resolve(*value);
  const auto name = text_of(graph, node.find("name"), "name");
  const auto words = text_of(graph, node.find("text"), "text");
  if (!name.empty() && name != words) html += "<h3>" + text::escape_xml(decode_entities(name)) + "</h3>\n";
  html += as_html(words);
  write_steps(graph, node.find("itemListElement"), html, depth + 1);
  write_steps(graph, node.find("steps"), html, depth + 1);
}

// What a recipe, a guide or a question says in parts, as one text.
std::string compose_body(const Graph& graph, const json::Value& node) {
  std::string steps;
  write_steps(graph, node.find("recipeInstructions"), steps);
  write_steps(graph, node.find("step"), steps);
  write_steps(graph, node.find("acceptedAnswer"), steps);
  if (steps.empty()) return {};
  auto html = as_html(text_of(graph, node.find("description"), "text"));
  if (const auto* ingredients = node.find("recipeIngredient");
      ingredients != nullptr && ingredients->array() != nullptr) {
    html += "<ul>\n";
    for (const auto& one : *ingredients->array())
      html += "<li>" + text::escape_xml(decode_entities(text_of(graph, &one, "name"))) + "</li>\n";
    html += "</ul>\n";
  }
  return html + steps;
}

// One pass over JSON text that does not parse.
class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {
    const auto first = text.find_first_of("'\"");
    quote_ = first == std::string_view::npos ? '"' : text[first];
    mended_.reserve(text.size());
  }

  std::string run() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      if (inside_) in_string(text_[at_]);
      else outside(text_[at_]);
    }
    close_what_is_open();
    return std::move(mended_);
  }

 private:
  void in_string(char c) {
    if (c == '\\' && at_ + 1 < text_.size()) {
      const char next = text_[++at_];
      // Only RFC 8259's escapes are any; others stand for the character itself.
      if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) mended_ += c;
      mended_ += next;
      return;
    }
    if (c == quote_ && ends_string()) {
      inside_ = false;
      mended_ += '"';
      return;
    }
    if (c == '"') mended_ += '\\';
    mended_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }

  // Behind a string a mark of structure stands; any other quotation mark is one of the text that nobody escaped.
  bool ends_string() const {
    const auto next = text_.find_first_not_of(" \t\r\n", at_ + 1);
    if (next == std::string_view::npos || text_[next] == '}' || text_[next] == ']') return true;
    if (text_[next] == ':') return key_;
    if (text_[next] != ',' || key_) return false;
    const auto behind = text_.find_first_not_of(" \t\r\n", next + 1);
    return behind == std::string_view::npos || text_[behind] == quote_ || text_[behind] == ',' ||
           std::string_view("{}[]-0123456789tfn").find(text_[behind]) != std::string_view::npos;
  }

  void outside(char c) {
    if (c == ',') {
      const auto next = text_.find_first_not_of(" \t\r\n", at_ + 1);
      if (next == std::string_view::npos || text_[next] == '}' || text_[next] == ']' || text_[next] == ',') return;
    }
    if (c == quote_) {
      inside_ = true;
      mended_ += '"';
      return;
    }
    if (c == '{' || c == '[') open_ += c;
    if ((c == '}' || c == ']') && !open_.empty()) open_.pop_back();
    key_ = !open_.empty() && open_.back() == '{' && (c == '{' || c == ',' || (key_ && c != ':'));
    mended_ += c;
  }

  // The text was cut off in the middle.
  void close_what_is_open() {
    if (open_.empty()) return;
    if (inside_) mended_ += '"';
    while (!mended_.empty() && text::is_space(mended_.back())) mended_.pop_back();
    if (mended_.ends_with(',')) mended_.pop_back();
    else if (mended_.ends_with(':')) mended_ += "null";
    else if (key_ && mended_.ends_with('"')) mended_ += ":null";
    for (; !open_.empty(); open_.pop_back()) mended_ += open_.back() == '{' ? '}' : ']';
  }

  std::string_view text_;
  std::string mended_;
  std::string open_;  // the brackets
  std::size_t at_ = 0;
  char quote_ = '"';
  bool inside_ = false;  // a string
  bool key_ = false;     // the next string is a member's name
};

}  // namespace

std::string mend_json(std::string_view text) {
  text = text::trim(text);
  const auto strip = [&](std::string_view start, std::string_view end) {
    if (text.starts_with(start)) text = text::trim(text.substr(start.size()));
    if (text.ends_with(end)) text = text::trim(text.substr(0, text.size() - end.size()));
  };
  strip("<!--", "-->");
  strip("//<![CDATA[", "//]]>");
  strip("/*<![CDATA[*/", "/*]]>*/");
  strip("<![CDATA[", "]]>");
  while (text.ends_with(';')) text.remove_suffix(1);

  std::string decoded;  // templates escape what they do not trust
  if (text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos)
    text = decoded = decode_entities(text);
  return Mender(text).run();
}

JsonLd read_json_ld(const std::vector<std::string>& scripts, std::string_view url, std::string_view title,
                    Claims& claims) {
  JsonLd result;
  std::vector<json::Value> documents;
  documents.reserve(scripts.size());
  for (const auto& script : scripts) {
    if (script.size() > kLongestScript) continue;
    auto parsed = json::parse(script);
    if (!parsed) parsed = json::parse(mend_json(script));
    if (parsed) documents.push_back(std::move(*parsed));
  }
  Graph graph;
  for (const auto& document : documents) graph.walk(document, 0);

  if (const auto* article = pick_article(graph, url, title, claims)) {
    claim_article(graph, *article, claims);
    if (article->find("datePublished") == nullptr) claim_dates_of_page(graph, url, claims);
    result.article_body = text_of(graph, article->find("articleBody"), "name");
    if (result.article_body.empty()) result.article_body = text_of(graph, article->find("text"), "name");
    if (result.article_body.empty()) result.composed_body = compose_body(graph, *article);
  }
  for (const auto* node : graph.nodes) {
    if (has_type(*node, "WebSite")) {
      claims.add(Field::site_name, decode_entities(text_of(graph, node->find("name"), "name")), "json-ld WebSite", 70);
    }
    if (!has_type(*node, "BreadcrumbList") || !result.breadcrumbs.empty()) continue;
    const auto* list = node->find("itemListElement");
    if (list == nullptr || list->array() == nullptr) continue;
    for (const auto& element : *list->array()) {
      auto name = text_of(graph, element.find("name"), "name");
      if (name.empty()) name = text_of(graph, element.find("item"), "name");
      result.breadcrumbs.push_back(decode_entities(name));
    }
  }
  return result;
}

}  // namespace syndicat::extract
