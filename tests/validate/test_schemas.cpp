// The schema's verdict and the rules must agree about structure, on every case: a difference is a bug in one of them.

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "text/encoding.hpp"
#include "validate/extension_schemas.hpp"
#include "validate/validate.hpp"
#include "xml/relaxng.hpp"

using namespace syndicat;
namespace fs = std::filesystem;

namespace {

// By how the report calls the format.
std::string_view path_of(std::string_view format) {
  struct Row {
    std::string_view format, path;
  };
  constexpr Row kRows[] = {
      {"AtomPub", "schemas/atompub.rng"},       {"RSS 2.0", "schemas/rss-2.0.rng"}, {"Atom", "schemas/atom.rng"},
      {"RSS 1.0", "schemas/rss-1.0.rng"},       {"RSS 1.1", "schemas/rss-1.1.rng"}, {"OPML", "schemas/opml.rng"},
      {"OpenSearch", "schemas/opensearch.rng"}, {"sitemap", "schemas/sitemap.rng"},
  };
  for (const auto& row : kRows)
    if (format.starts_with(row.format)) return row.path;
  return {};
}

// What a grammar can say as well, where an element stands in the document's own vocabulary.
constexpr std::array kStructure = std::to_array<std::string_view>(
    {"missing-element", "missing-title", "missing-link", "missing-description", "missing-attribute", "missing-href",
     "duplicate-element", "undefined-element", "unexpected-attribute", "unexpected-text"});

std::string param(const validate::Finding& finding, std::string_view name) {
  for (const auto& [own, value] : finding.params)
    if (own == name) return value;
  return {};
}

bool has_grammar(std::string_view prefix) {
  constexpr std::array kPrefixes = std::to_array<std::string_view>(
      {"dc", "dcterms", "content", "slash", "sy", "wfw", "thr", "fh", "at", "media", "itunes", "geo", "georss",
       "podcast", "creativeCommons", "trackback", "webfeeds", "rawvoice"});
  return std::ranges::find(kPrefixes, prefix) != kPrefixes.end();
}

bool is_structure(const validate::Finding& finding, std::string_view format) {
  if (finding.severity != validate::Severity::error) return false;
  if (std::ranges::find(kStructure, finding.rule) == kStructure.end()) return false;
  // What no grammar can say: the author may stand in the entry, in its source or in the feed; the content of a media
  // type ending in "+xml" is its own matter; and in OPML 1.0 any attribute may stand, but for those that are misspelt.
  if (param(finding, "element") == "author" && finding.rule == "missing-element") return false;
  if (param(finding, "element") == "content" && finding.rule == "unexpected-text") return false;
  if (param(finding, "element") == "outline" && finding.rule == "unexpected-attribute" &&
      (format == "OPML 1.0" || format == "OPML 1.1"))
    return false;
  // Extensions: where they stand and how often, only the rules say; what is in them, those that have a grammar say too.
  const auto element = param(finding, "element"), parent = param(finding, "parent");
  const auto colon = [](const std::string& name) { return name.find(':') != std::string::npos; };
  if (!colon(element) && !colon(parent)) return true;
  if ((finding.rule == "duplicate-element" || finding.rule == "undefined-element") && !colon(parent)) return false;
  if (finding.rule == "missing-element" && !colon(parent)) return false;
  // A number of times wants a beginning only where the recurrence rule in the text counts.
  if (finding.rule == "missing-attribute" && element == "podcast:updateFrequency") return false;
  // In RSS 1.0 the address stands in rdf:resource, in RSS 2.0 it is the text.
  if (finding.rule == "missing-attribute" && element.starts_with("trackback:")) return false;
  const auto whose = colon(parent) ? parent : element;
  return has_grammar(whose.substr(0, whose.find(':')));
}

std::vector<fs::path> documents() {
  std::vector<fs::path> paths;
  for (const fs::path& top : {fs::path(SYNDICAT_SOURCE_DIR) / "tests/validate/cases",
                              fs::path(SYNDICAT_SOURCE_DIR) / "../shared/conformance/w3c/testcases"}) {
    if (!fs::is_directory(top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(top))
      if (entry.is_regular_file() && entry.path().extension() != ".json") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

TEST_CASE("the schemas and the rules agree about structure", "[validate]") {
  std::size_t judged = 0;
  for (const auto& path : documents()) {
    auto bytes = read_file(path.string());
    if (!bytes) continue;
    validate::Options options;
    const auto report = validate::check(std::move(*bytes), options);
    if (!report) continue;
    const auto schema_path = path_of(report->format);
    if (schema_path.empty()) continue;
    const auto schema = embedded_file(schema_path);
    const auto verdict = xml::check_relaxng(report->text, schema, validate::extension_schema);
    REQUIRE(verdict);
    if (const auto* rows = validate::repeated_in(schema_path); rows != nullptr) {
      auto one_by_one = *rows;
      one_by_one.kept = 1;
      const auto same = xml::check_relaxng(report->text, schema, validate::extension_schema, &one_by_one);
      REQUIRE(same);
      INFO(path.string());
      CHECK(same->has_value() == verdict->has_value());
    }
    // A document that is not well-formed has no structure.
    if (*verdict && (*verdict)->message == "the document is not well-formed") continue;
    ++judged;
    const bool errors = !report->valid();
    const auto structure = std::ranges::find_if(
        report->findings, [&](const validate::Finding& finding) { return is_structure(finding, report->format); });
    INFO(path.string());
    if (*verdict) {
      INFO("the schema says: " << (*verdict)->message);
      CHECK(errors);
    } else if (structure != report->findings.end()) {
      FAIL_CHECK("the rules say: " << structure->rule << " " << structure->message);
    }
    for (const auto& finding : report->findings) CHECK(finding.rule != "schema");
  }
  CHECK(judged > 300);
}

TEST_CASE("the schema judges each entry of a long feed where it stands, with its extensions", "[validate]") {
  const auto verdict_on = [](std::string_view flaw, int at) {
    std::string feed =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "<id>https://n.example/</id><title>T</title><updated>2026-06-18T09:30:00Z</updated>\n";
    for (int entry = 0; entry < 200; ++entry)
      feed += fmt::format(
          "<entry><id>https://n.example/{}</id><title>T</title><updated>2026-06-18T09:30:00Z</updated>"
          "<dc:creator>A</dc:creator>{}</entry>\n",
          entry, entry == at ? flaw : "");
    const std::string_view path = "schemas/atom.rng";
    const auto verdict = xml::check_relaxng(feed + "<subtitle>S</subtitle></feed>", embedded_file(path),
                                            validate::extension_schema, validate::repeated_in(path));
    REQUIRE(verdict);
    return *verdict ? static_cast<int>((*verdict)->position.line) : -1;
  };
  CHECK(verdict_on("", 0) == -1);
  CHECK(verdict_on("<author/>", 150) == 153);
  CHECK(verdict_on("<dc:date x=\"y\">2026</dc:date>", 150) == 153);
  CHECK(verdict_on("<id>https://n.example/</id>", 199) == 0);  // libxml2 does not say where
  CHECK(verdict_on("<author/>", 3) == 6);
}
