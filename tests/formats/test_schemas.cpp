// What we write of our own is what its schemas describe, in every case and round trip.

#include <filesystem>
#include <set>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "formats/format.hpp"
#include "formats/namespaces.hpp"
#include "json/schema.hpp"
#include "json/value.hpp"
#include "xml/document.hpp"
#include "xml/relaxng.hpp"

using namespace syndicat;
namespace fs = std::filesystem;

namespace {

// All example feeds, read.
std::vector<model::Feed> examples() {
  std::vector<model::Feed> feeds;
  const auto add = [&](const fs::path& path) {
    auto reading = formats::read(read_file(path.string()).value_or(""), {});
    if (reading) feeds.push_back(std::move(reading->feed));
  };
  const auto folder = fs::path(SYNDICAT_SOURCE_DIR) / "tests/formats";
  for (const auto& entry : fs::directory_iterator(folder / "round_trips")) add(entry.path());
  for (const auto& entry : fs::recursive_directory_iterator(folder / "cases"))
    if (entry.path().stem() == "input") add(entry.path());
  return feeds;
}

std::string written(model::Feed feed, std::string_view format) {
  if (feed.title.empty()) feed.title.value = "T";
  if (feed.home_page_url.empty()) feed.home_page_url = "https://n.example/";
  formats::WriteOptions options;
  options.now = text::Instant{1781775000, 0, 0};
  const auto bytes = formats::find_format(format)->write(feed, options);
  REQUIRE(bytes);
  return *bytes;
}

void check_elements(xml::Node parent, std::set<std::string>& names) {
  for (const auto child : parent.children()) {
    if (formats::vocabulary_of(child.name().uri) != formats::Vocabulary::syndicat) {
      check_elements(child, names);
      continue;
    }
    names.insert(std::string(child.name().local));
    const auto verdict = xml::check_relaxng(child.outer(), embedded_file("schemas/syndicat-1.rng"));
    REQUIRE(verdict);
    INFO(child.outer());
    CHECK((*verdict ? (*verdict)->message : "") == "");
  }
}

void check_object(const json::Value* ours) {
  if (ours == nullptr) return;
  const auto text = json::to_text(*ours);
  const auto verdict = json::check_schema(text, embedded_file("schemas/syndicat-1.json"));
  REQUIRE(verdict);
  INFO(text);
  CHECK((*verdict ? (*verdict)->pointer + " " + (*verdict)->keyword : "") == "");
}

}  // namespace

TEST_CASE("our own elements are as their schema has them", "[formats]") {
  std::set<std::string> names;
  for (const auto& feed : examples())
    for (const auto* format : {"rss", "atom", "rdf"}) {
      const auto document = xml::parse(written(feed, format));
      REQUIRE(document);
      check_elements(document->root(), names);
    }
  CHECK(names.size() >= 25);
}

TEST_CASE("our own objects are as their schema has them", "[formats]") {
  for (const auto& feed : examples()) {
    const auto value = json::parse(written(feed, "json"));
    REQUIRE(value);
    check_object(value->find("_syndicat"));
    for (const auto& item : *value->find("items")->array()) check_object(item.find("_syndicat"));
  }
}
