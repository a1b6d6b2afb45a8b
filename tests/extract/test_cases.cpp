// tests/extract/cases/NAME.html or NAME.txt, the address in NAME.url (optional), and what an editor would file in
// NAME.expected.json. Only the members that stand there are compared:
//   title, url, language, direction, site_name, section, image, image_caption, image_credit, summary   texts
//   published, modified   RFC 3339, or null where the page states none
//   authors, tags         lists of texts
//   translations          list of "language URL"
//   text                  the body's lines as a reader sees them
//   html                  the body's markup, where its shape is the point

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/extract.hpp"
#include "html/document.hpp"
#include "json/value.hpp"
#include "text/date.hpp"
#include "text/unicode.hpp"

using namespace syndicat;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string day(const std::optional<model::Date>& date) {
  return date && date->instant ? text::to_rfc3339(*date->instant) : "none";
}

std::vector<std::string> lines_of(const std::string& html) {
  std::vector<std::string> lines;
  const auto fragment = html::parse_fragment(html);
  const auto whole = fragment.root().block_text();
  for (std::size_t start = 0; start < whole.size();) {
    const auto end = std::min(whole.find('\n', start), whole.size());
    const auto line = text::trim(std::string_view(whole).substr(start, end - start));
    if (!line.empty()) lines.emplace_back(line);
    start = end + 1;
  }
  return lines;
}

std::vector<std::string> texts(const json::Value& value) {
  std::vector<std::string> list;
  for (const auto& element : *value.array()) list.push_back(*element.string());
  return list;
}

void compare(const json::Value& expected, const model::Item& item) {
  for (const auto& member : *expected.object()) {
    const auto& wanted = member.value();
    INFO(member.name);
    if (member.name == "authors" || member.name == "tags" || member.name == "translations" || member.name == "text") {
      std::vector<std::string> found;
      if (member.name == "authors")
        for (const auto& one : item.authors) found.push_back(one.name);
      if (member.name == "tags")
        for (const auto& one : item.categories) found.push_back(one.term);
      if (member.name == "translations")
        for (const auto& one : item.translations) found.push_back(one.language + " " + one.url);
      if (member.name == "text") found = lines_of(item.content_html);
      CHECK(found == texts(wanted));
      continue;
    }
    const std::string text = wanted.string() != nullptr ? *wanted.string() : "none";
    if (member.name == "title") CHECK(item.title.value == text);
    else if (member.name == "url") CHECK(item.url == text);
    else if (member.name == "language") CHECK(item.language == text);
    else if (member.name == "direction") CHECK(item.direction == text);
    else if (member.name == "site_name") CHECK(item.site_name == text);
    else if (member.name == "section") CHECK(item.section == text);
    else if (member.name == "image") CHECK(item.image.url == text);
    else if (member.name == "image_caption") CHECK(item.image.caption == text);
    else if (member.name == "image_credit") CHECK(item.image.credit == text);
    else if (member.name == "summary") CHECK(item.summary.value == text);
    else if (member.name == "published") CHECK(day(item.published) == text);
    else if (member.name == "modified") CHECK(day(item.modified) == text);
    else if (member.name == "html") CHECK(item.content_html == text);
    else FAIL("no such member");
  }
}

}  // namespace

TEST_CASE("pages and texts give the article that an editor would file", "[extract]") {
  const std::filesystem::path folder = std::filesystem::path(SYNDICAT_SOURCE_DIR) / "tests/extract/cases";
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".html" || entry.path().extension() == ".txt") cases.push_back(entry.path());
  }
  std::ranges::sort(cases);
  REQUIRE(!cases.empty());
  for (const auto& path : cases) {
    INFO(path.filename().string());
    const auto stem = (path.parent_path() / path.stem()).string();
    const auto parsed = json::parse(read(stem + ".expected.json"));
    REQUIRE(parsed.has_value());
    extract::Options options;
    options.url = std::string(text::trim(read(stem + ".url")));
    auto bytes = read(path);
    const auto item = path.extension() == ".html" ? extract::article(std::move(bytes), options)
                                                  : extract::article_from_text(std::move(bytes), options);
    REQUIRE(item.has_value());
    compare(*parsed, *item);
  }
}

TEST_CASE("the same page gives the same article", "[extract]") {
  const auto path = std::filesystem::path(SYNDICAT_SOURCE_DIR) / "samples/night-bus.en.html";
  const auto first = extract::article(read(path), {});
  const auto again = extract::article(read(path), {});
  REQUIRE(first.has_value());
  REQUIRE(again.has_value());
  CHECK(*first == *again);
}
