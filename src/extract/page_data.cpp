#include "extract/page_data.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "extract/class_marks.hpp"
#include "extract/json_ld.hpp"
#include "extract/words.hpp"
#include "json/value.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostBytes = 4U << 20U;  // of all scripts that are looked at
constexpr std::size_t kMostValues = 64;        // documents
constexpr std::size_t kMostNodes = 20'000;
constexpr std::size_t kMostBlocks = 5'000;        // of one text
constexpr std::size_t kMostWritten = 16U << 20U;  // bytes of all texts that are put together to be compared
constexpr int kDeepest = 32;
constexpr int kDeepestText = 12;
constexpr std::size_t kShortestScript = 40;  // bytes; less holds no article
constexpr std::uint32_t kLeastText = 60;     // letters

// What systems call the members of an article, in small letters and without marks between the words.
// clang-format off
constexpr auto kBodies = std::to_array<std::string_view>({
    "articlebody", "body", "bodyhtml", "htmlbody", "bodytext", "content", "contenthtml", "htmlcontent", "contents",
    "contentelements", "text", "fulltext", "html", "maintext", "paragraphs", "blocks", "articletext", "articlecontent",
    "postcontent", "storybody", "components", "elements", "richtext"});
constexpr auto kTitles = std::to_array<std::string_view>({"headline", "headlines", "title", "heading", "articletitle", "name"});
constexpr auto kAuthors = std::to_array<std::string_view>({"author", "authors", "byline", "bylines", "creator", "authorname", "credits"});
constexpr auto kPublished = std::to_array<std::string_view>({
    "datepublished", "publishedat", "publisheddate", "publicationdate", "publishdate", "firstpublishdate", "firstpublishedat",
    "firstpublished", "published", "publishedtime", "pubdate", "displaydate", "date", "publicationtime"});
constexpr auto kModified = std::to_array<std::string_view>({
    "datemodified", "updatedat", "lastupdated", "lastupdateddate", "modified", "modifiedat", "modifieddate", "updateddate",
    "lastmodified"});
constexpr auto kSummaries = std::to_array<std::string_view>({
    "description", "summary", "standfirst", "dek", "excerpt", "subheadline", "subheadlines", "lead"});
// Where a value that may be a text is an object instead.
constexpr auto kInner = std::to_array<std::string_view>({"basic", "rendered", "html", "value", "text", "name", "content", "default"});
// clang-format on

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, 40)) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 32);
    else if (c != '_' && c != '-') plain += c;
  }
  return plain;
}

// The member with the first of the names that is there; null where there is none.
const json::Value* member(const json::Value& object, std::span<const std::string_view> names) {
  if (object.object() == nullptr) return nullptr;
  const json::Value* found = nullptr;
  std::size_t rank = names.size();
  for (const auto& one : *object.object()) {
    const auto at = std::ranges::find(names, plain_name(one.name)) - names.begin();
    if (static_cast<std::size_t>(at) >= rank || one.value().is_null()) continue;
    rank = static_cast<std::size_t>(at);
    found = &one.value();
  }
  return found;
}

// A text, or the one in an object that wraps it ("headlines": {"basic": ...}); empty where it is none.
std::string text_in(const json::Value* value, int depth = 0) {
  if (value == nullptr || depth > 3) return {};
  if (const auto* text = value->string()) return *text;
  return text_in(member(*value, kInner), depth + 1);
}

bool holds_markup(std::string_view text) {
  return text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos;
}

// A text's letters without its tags, where it says something in sentences.
std::uint32_t prose_in(std::string_view html) {
  std::string plain;
  bool inside = false;
  for (const char c : html) {
    if (c == '<' || (c == '>' && inside)) {
      inside = c == '<';
      plain += ' ';
    } else if (!inside) plain += c;
  }
  return count_sentence_ends(plain) == 0 ? 0 : reading_length(plain);
}

// Blocks of an editor, each an object with a type and a text or with blocks inside, as HTML.
class BlockWriter {
 public:
  std::string write(const json::Value& value) {
    block(value, 0);
    return std::move(html_);
  }

 private:
  static std::string type_of(const json::Value& value) {
    for (const auto* name : {"type", "_type", "nodeType", "kind", "__typename", "component", "name"}) {
      if (auto type = value.text(name); !type.empty()) return text::to_lower_ascii(type);
    }
    return {};
  }

  static const json::Value* inner(const json::Value& value) {
    // clang-format off
    constexpr auto kTexts = std::to_array<std::string_view>({
        "html", "text", "content", "value", "body", "children", "paragraphs", "blocks", "items", "contentelements", "data",
        "props", "model", "attributes"});
    // clang-format on
    return member(value, kTexts);
  }

  // A run within a line: a text, or an object that is one by its type.
  static bool is_run(const json::Value& value) {
    if (value.object() == nullptr) return false;
    const auto type = type_of(value);
    if (type == "link" || type == "hyperlink" || type == "a" || type == "span" || type == "inline" ||
        type == "strong" || type == "em")
      return true;
    return (type.empty() || type == "text") && value.find("text") != nullptr && value.find("text")->string() != nullptr;
  }

  void add(std::string_view text) {
    if (holds_markup(text)) html_ += text;
    else text::append_escaped_xml(html_, text);
  }

  void runs(const json::Array& array, int depth) {
    for (const auto& one : array) {
      if (const auto* text = one.string()) add(*text);
      if (depth > kDeepestText || one.object() == nullptr) continue;
      const auto* within = inner(one);
      if (within == nullptr) continue;
      if (const auto* text = within->string()) add(*text);
      if (within->array() != nullptr) runs(*within->array(), depth + 1);
    }
  }

  void paragraph(std::string_view text, std::string_view tag) {
    if (text::trim(text).empty()) return;
    if (tag == "p" && text.find("</p>") != std::string_view::npos) {
      html_ += text;
      html_ += '\n';
      return;
    }
    if (tag == "p" && !holds_markup(text)) {
      html_ += text::text_to_html(text) + "\n";
      return;
    }
    html_ += '<' + std::string(tag) + '>';
    add(text);
    html_ += "</" + std::string(tag) + ">\n";
  }

  static std::string_view tag_of(std::string_view type) {
    if (type.find("head") != std::string_view::npos || type == "h2" || type == "h3" || type == "title") return "h2";
    if (type.find("quote") != std::string_view::npos) return "blockquote";
    if (type.find("code") != std::string_view::npos) return "pre";
    if (type.find("listitem") != std::string_view::npos || type.find("list-item") != std::string_view::npos ||
        type.find("list_item") != std::string_view::npos || type == "li")
      return "li";
    return "p";
  }

  void picture(const json::Value& value) {
    for (const auto* name : {"url", "src"}) {
      const auto address = value.text(name);
      if (address.empty()) continue;
      html_ += "<p><img src=\"" + text::escape_xml_attribute(address) + "\" alt=\"" +
               text::escape_xml_attribute(value.text("alt")) + "\"></p>\n";
      return;
    }
  }

  void block(const json::Value& value, int depth) {
    if (depth > kDeepestText || ++blocks_ > kMostBlocks) return;
    if (const auto* text = value.string()) return paragraph(*text, "p");
    if (const auto* array = value.array()) {
      for (const auto& one : *array) block(one, depth + 1);
      return;
    }
    if (value.object() == nullptr) return;
    const auto type = type_of(value);
    if ((marks_of_words(type) & kFurniture) != 0) return;
    if (type.find("image") != std::string::npos || type == "img") return picture(value);
    const auto* within = inner(value);
    if (within == nullptr) return;
    const auto tag = tag_of(type);
    if (const auto* text = within->string()) return paragraph(*text, tag);
    const auto* array = within->array();
    if (array == nullptr || array->empty()) return block(*within, depth + 1);
    const bool list = type.find("list") != std::string::npos && tag != "li";
    if (std::ranges::any_of(*array, is_run)) {
      html_ += '<' + std::string(tag) + '>';
      runs(*array, depth + 1);
      html_ += "</" + std::string(tag) + ">\n";
      return;
    }
    if (!list) return block(*within, depth + 1);
    html_ += "<ul>\n";
    for (const auto& one : *array) {
      html_ += "<li>";
      block(one, depth + 1);
      html_ += "</li>\n";
    }
    html_ += "</ul>\n";
  }

  std::string html_;
  std::size_t blocks_ = 0;
};

struct Found {
  std::string html;
  std::uint64_t weight = 0;
  const json::Value* titled = nullptr;  // the object that names it, else its own
};

class Search {
 public:
  explicit Search(const std::string& title) : title_(fold(title)) {}

  // `titled`: the nearest object above that has a title.
  void walk(const json::Value& value, const json::Value* titled, int depth) {
    if (depth > kDeepest || ++nodes_ > kMostNodes) return;
    if (const auto* array = value.array()) {
      for (const auto& one : *array) walk(one, nullptr, depth + 1);
      return;
    }
    if (value.object() == nullptr) return;
    if (!text_in(member(value, kTitles)).empty()) titled = &value;
    weigh(value, titled);
    for (const auto& one : *value.object()) {
      if (one.value().object() == nullptr && one.value().array() == nullptr) continue;
      if ((marks_of_words(one.name) & kFurniture) == 0) walk(one.value(), titled, depth + 1);
    }
  }

  Found best{};

 private:
  void weigh(const json::Value& object, const json::Value* titled) {
    for (const auto& one : *object.object()) {
      const auto name = plain_name(one.name);
      if (written_ > kMostWritten || std::ranges::find(kBodies, name) == kBodies.end()) continue;
      // Without a title, words of an application are as likely.
      if (titled == nullptr && name != "articlebody") continue;
      auto html = BlockWriter().write(one.value());
      written_ += html.size();
      const std::uint64_t prose = prose_in(html);
      if (prose < kLeastText) continue;
      const auto said = titled != nullptr ? fold(text_in(member(*titled, kTitles))) : std::string{};
      const bool same = said.size() > 4 && title_.find(said.substr(0, 60)) != std::string::npos;
      const auto weight = prose * (same ? 8U : 1U);
      if (weight > best.weight) best = {std::move(html), weight, titled != nullptr ? titled : &object};
    }
  }

  std::string title_;
  std::size_t nodes_ = 0;
  std::size_t written_ = 0;
};

// Where the value that opens at `start` ends, one behind its last bracket; nothing where it does not.
std::size_t end_of_value(std::string_view script, std::size_t start) {
  std::size_t open = 0;
  char quote = 0;
  for (auto at = start; at < script.size(); ++at) {
    const char c = script[at];
    if (quote != 0) {
      if (c == '\\') ++at;
      else if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'' || c == '`') quote = c;
    else if (c == '{' || c == '[') ++open;
    else if ((c == '}' || c == ']') && --open == 0) return at + 1;
  }
  return std::string_view::npos;
}

// What programs write besides JSON where they write a value into a script.
std::string without_undefined(std::string_view value) {
  constexpr std::string_view kWord = "undefined";
  std::string plain;
  bool inside = false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!inside && value.substr(at, kWord.size()) == kWord) {
      plain += "null";
      at += kWord.size() - 1;
      continue;
    }
    plain += value[at];
    if (inside && value[at] == '\\' && at + 1 < value.size()) plain += value[++at];
    else if (value[at] == '"') inside = !inside;
  }
  return plain;
}

class Scripts {
 public:
  void read(html::Node script) {
    const auto type = text::to_lower_ascii(script.attribute("type"));
    const auto words = script.text();
    if (words.size() < kShortestScript || words.size() > left_) return;
    left_ -= words.size();
    if (type.find("json") != std::string::npos) {
      if (type != "application/ld+json") parse(words);  // json_ld.hpp reads those
      return;
    }
    if (type.empty() || type == "module" || type.find("javascript") != std::string::npos) assigned(words);
  }

  std::vector<json::Value> values{};

 private:
  void parse(std::string_view text) {
    if (values.size() >= kMostValues) return;
    auto value = json::parse(text);
    if (!value) value = json::parse(mend_json(without_undefined(text)));
    if (value) values.push_back(std::move(*value));
  }

  // `window.state = {...}`, `window.state = JSON.parse("...")`.
  void assigned(std::string_view script) {
    constexpr std::string_view kParse = "JSON.parse(";
    for (auto at = script.find('='); at != std::string_view::npos; at = script.find('=', at)) {
      auto start = at + 1;
      while (start < script.size() && text::is_space(script[start])) ++start;
      at = start;
      if (start >= script.size()) return;
      if (script.substr(start, kParse.size()) == kParse && script.substr(start + kParse.size(), 1) == "\"") {
        start += kParse.size();
        auto end = start + 1;
        while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2 : 1;
        if (end >= script.size()) return;
        const auto literal = json::parse(mend_json(script.substr(start, end + 1 - start)));
        if (literal && literal->string() != nullptr) parse(*literal->string());
        at = end + 1;
        continue;
      }
      if (script[start] != '{' && script[start] != '[') continue;
      const auto end = end_of_value(script, start);
      if (end == std::string_view::npos) return;
      if (end - start >= kShortestScript) parse(script.substr(start, end - start));
      at = end;
    }
  }

  std::size_t left_ = kMostBytes;
};

void claim_people(const json::Value* value, Claims& claims, int depth = 0) {
  constexpr std::array<std::string_view, 3> kNames = {"name", "fullname", "displayname"};
  constexpr std::array<std::string_view, 1> kBy = {"by"};
  if (value == nullptr || depth > 3) return;
  if (const auto* name = value->string()) return claims.add(Field::author, *name, "page data author", 62);
  if (const auto* array = value->array()) {
    for (const auto& one : *array) claim_people(&one, claims, depth + 1);
    return;
  }
  const auto* by = member(*value, kBy);
  claim_people(by != nullptr ? by : member(*value, kNames), claims, depth + 1);
}

void claim_article(const json::Value& object, Claims& claims) {
  claims.add(Field::title, text_in(member(object, kTitles)), "page data title", 75);
  const auto summary = text_in(member(object, kSummaries));
  if (!holds_markup(summary)) claims.add(Field::summary, summary, "page data description", 50);
  claims.add(Field::published, text_in(member(object, kPublished)), "page data published", 68);
  claims.add(Field::modified, text_in(member(object, kModified)), "page data modified", 60);
  claim_people(member(object, kAuthors), claims);
}

}  // namespace

std::string read_page_data(const html::Document& page, const std::string& title, Claims& claims) {
  Scripts scripts;
  for (const auto script : page.root().find_all("script")) scripts.read(script);
  Search search(title);
  for (const auto& value : scripts.values) search.walk(value, nullptr, 0);
  if (search.best.titled != nullptr) claim_article(*search.best.titled, claims);
  return std::move(search.best.html);
}

}  // namespace syndicat::extract
