// The cases of tests/validate/cases: each says in a comment what it is about and what must be found.
//
//   Description: an entry without an id
//   Expect: missing-element{parent:entry,element:id}
//   Expect: !duplicate-element
//   Profile: w3c
//   Http: HTTP/1.1 200 OK|Content-Type: application/rss+xml
//   Again: HTTP/1.1 304 Not Modified
//   Answer: https://n.example/cover.png HTTP/1.1 200 OK|Picture: 800x600
//
// Http is the answer that brought the document, Again what its server says when it is asked with the validators of
// that, Answer what another address gives; where there are any of the last two, all that the feed names is asked for.
//
// In tests/validate/pairs lie those that need a second file, from the folder with/ there:
//
//   Schema: house.rng
//   Against: older.xml
//   Same: news.json
//
// What is expected must be found with those parameters (or at a line, with an edit that puts a text there, with words
// in its message), what stands behind "!" must not; an error that nobody expects fails the case. In JSON the lines
// stand in the member "_expect", an array; for what is neither, in a file beside it.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/file.hpp"
#include "catch.hpp"
#include "formats/format.hpp"
#include "json/value.hpp"
#include "text/unicode.hpp"
#include "validate/editions.hpp"
#include "validate/live.hpp"
#include "validate/opinions.hpp"
#include "validate/rule.hpp"
#include "validate/user_schema.hpp"
#include "validate/validate.hpp"
#include "validate/versions.hpp"

using namespace syndicat;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

struct Expectation {
  bool absent = false;
  std::string rule;
  std::map<std::string, std::string> params;
};

struct Case {
  fs::path path;
  std::string description, profile = "default", charset, base_uri;
  std::string http;  // "HTTP/1.1 200 OK|Content-Type: text/html"
  std::vector<Expectation> expected;
  std::string schema{}, against{}, same{};  // the names of files in with/
  std::string again{};
  std::map<std::string, std::string> answers{};  // by address
};

Expectation read_expectation(std::string_view written) {
  Expectation expectation;
  expectation.absent = written.starts_with('!');
  if (expectation.absent) written.remove_prefix(1);
  const auto brace = written.find('{');
  expectation.rule = text::trim(written.substr(0, brace));
  if (brace == std::string_view::npos) return expectation;
  auto inside = written.substr(brace + 1, written.rfind('}') - brace - 1);
  while (!inside.empty()) {
    const auto comma = inside.find(',');
    const auto pair = text::trim(inside.substr(0, comma));
    // The name ends at the first colon; values may hold one: element:dc:date.
    const auto colon = pair.find(':');
    expectation.params.emplace(pair.substr(0, colon), pair.substr(colon + 1));
    inside.remove_prefix(comma == std::string_view::npos ? inside.size() : comma + 1);
  }
  return expectation;
}

void read_line(Case& one, std::string_view line) {
  line = text::trim(line);
  const auto value = [&](std::string_view name) -> std::optional<std::string_view> {
    if (!line.starts_with(name)) return std::nullopt;
    auto rest = line.substr(name.size());
    if (rest.ends_with("-->")) rest.remove_suffix(3);
    return text::trim(rest);
  };
  if (const auto words = value("Description:")) one.description = *words;
  if (const auto words = value("<!-- Description:")) one.description = *words;
  if (const auto words = value("Profile:")) one.profile = *words;
  if (const auto words = value("Charset:")) one.charset = *words;
  if (const auto words = value("Base:")) one.base_uri = *words;
  if (const auto words = value("Http:")) {
    one.http = *words;
    std::ranges::replace(one.http, '|', '\n');
  }
  if (const auto words = value("Again:")) one.again = *words;
  if (const auto words = value("Answer:")) {
    const auto blank = std::min(words->find(' '), words->size());
    one.answers.emplace(words->substr(0, blank), words->substr(blank));
  }
  if (const auto words = value("Schema:")) one.schema = *words;
  if (const auto words = value("Against:")) one.against = *words;
  if (const auto words = value("Same:")) one.same = *words;
  if (const auto words = value("Expect:")) one.expected.push_back(read_expectation(*words));
}

Case read_case(const fs::path& path) {
  Case one{path, {}, "default", {}, {}, {}, {}};
  const auto beside = fs::path(path.string() + ".expect");
  const auto bytes = read_file(fs::exists(beside) ? beside.string() : path.string());
  REQUIRE(bytes.has_value());
  if (path.extension() == ".json" && !fs::exists(beside)) {
    const auto value = json::parse(*bytes);
    REQUIRE(value.has_value());
    const auto* lines = value->find("_expect");
    REQUIRE(lines != nullptr);
    for (const auto& line : *lines->find("lines")->array()) read_line(one, *line.string());
    return one;
  }
  std::istringstream stream(*bytes);
  for (std::string line; std::getline(stream, line);) read_line(one, line);
  return one;
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> paths;
  for (const auto folder : {"tests/validate/cases", "tests/validate/pairs"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SYNDICAT_SOURCE_DIR) / folder))
      if (entry.is_regular_file() && entry.path().extension() != ".expect" &&
          entry.path().parent_path().filename() != "with")
        paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

bool matches(const validate::Finding& finding, const Expectation& expectation) {
  if (finding.rule != expectation.rule) return false;
  return std::ranges::all_of(expectation.params, [&](const auto& wanted) {
    if (wanted.first == "line") return std::to_string(finding.start.line) == wanted.second;
    if (wanted.first == "column") return std::to_string(finding.start.column) == wanted.second;
    if (wanted.first == "pointer") return finding.pointer == wanted.second;
    if (wanted.first == "edit") return finding.edit && finding.edit->text == wanted.second;
    if (wanted.first == "message") return finding.message.find(wanted.second) != std::string::npos;
    if (wanted.first == "severity") return validate::name(finding.severity) == wanted.second;
    return std::ranges::any_of(finding.params, [&](const auto& param) {
      return param.first == wanted.first && param.second == wanted.second;
    });
  });
}

model::Feed read_feed(const fs::path& path, const std::string& base) {
  const auto bytes = read_file(path.string());
  REQUIRE(bytes.has_value());
  formats::ReadOptions options;
  options.base_uri = base;
  auto reading = formats::read(*bytes, options);
  REQUIRE(reading.has_value());
  return std::move(reading->feed);
}

// The beginning of a PNG of that many pixels: "800x600".
std::string picture_of(std::string_view size) {
  std::string bytes = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s;
  for (const auto side : {size.substr(0, size.find('x')), size.substr(size.find('x') + 1)}) {
    const auto pixels = std::stoul(std::string(side));
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>((pixels >> shift) & 0xFFU);
  }
  return bytes;
}

http::Response response_of(std::string written) {
  std::ranges::replace(written, '|', '\n');
  const auto transport = validate::read_transport(text::trim(written));
  REQUIRE(transport.has_value());
  http::Response response{.status = transport->status, .headers = {transport->headers}, .body = {}, .url = {}};
  if (const auto size = response.headers.get("Picture"); !size.empty()) response.body = picture_of(size);
  return response;
}

// The document where a server gives it out.
void check_live(const Case& one, validate::Report& report, const validate::Options& options) {
  const http::Send send = [&](const http::Request& request) -> Result<http::Response> {
    if (request.url == one.base_uri) return response_of(one.again.empty() ? "HTTP/1.1 304 Not Modified" : one.again);
    const auto found = one.answers.find(request.url);
    if (found == one.answers.end()) return Failure(Error{Cause::network, "no answer from there"});
    return response_of(found->second);
  };
  const auto feed = read_feed(one.path, one.base_uri);
  validate::check_again(report, options, feed, send);
  if (!one.answers.empty()) validate::probe(report, options, feed, send);
}

validate::Report check(const Case& one) {
  const auto bytes = read_file(one.path.string());
  REQUIRE(bytes.has_value());
  validate::Options options;
  options.profile = one.profile;
  options.charset = one.charset;
  options.base_uri = one.base_uri;
  if (!one.http.empty()) {
    const auto transport = validate::read_transport(one.http);
    REQUIRE(transport.has_value());
    options.transport = *transport;
  }
  options.now = text::parse_rfc3339("2026-07-01T00:00:00Z");
  auto report = validate::check(*bytes, options);
  REQUIRE(report.has_value());
  if (options.transport && (!one.again.empty() || one.http.find("Link:") != std::string::npos))
    validate::check_link_fields(*report, options, read_feed(one.path, one.base_uri));
  if (!one.again.empty() || !one.answers.empty()) check_live(one, *report, options);
  if (!one.schema.empty()) {
    const auto path = (one.path.parent_path() / "with" / one.schema).string();
    const auto schema = validate::UserSchema::read(*read_file(path), path);
    REQUIRE(schema.has_value());
    REQUIRE(schema->is_for(*report));
    REQUIRE(schema->check(*report, options).has_value());
  }
  if (!one.against.empty())
    validate::check_versions(*report, options, read_feed(one.path, one.base_uri),
                             read_feed(one.path.parent_path() / "with" / one.against, one.base_uri), one.against);
  if (!one.same.empty()) {
    const auto path = one.path.parent_path() / "with" / one.same;
    const auto own = read_feed(one.path, one.base_uri), other = read_feed(path, one.base_uri);
    const auto format = [](const fs::path& of) { return formats::detect(*read_file(of.string()))->name; };
    validate::check_editions(*report, options, {own, format(one.path), "the document"},
                             {other, format(path), one.same});
  }
  return std::move(*report);
}

}  // namespace

TEST_CASE("the cases find what they expect, and no other error", "[validate]") {
  for (const auto& path : all_cases()) {
    const auto one = read_case(path);
    INFO(path.lexically_relative(SYNDICAT_SOURCE_DIR).string() << ": " << one.description);
    CHECK_FALSE(one.description.empty());
    REQUIRE_FALSE(one.expected.empty());
    const auto report = check(one);
    std::string all;
    for (const auto& finding : report.findings) {
      all += fmt::format("\n{}:{} {} {} {}", finding.start.line, finding.start.column, validate::name(finding.severity),
                         finding.rule, finding.message);
      for (const auto& [name, value] : finding.params) all += fmt::format(" {}={}", name, value);
    }
    INFO("found:" << all);
    for (const auto& expectation : one.expected) {
      INFO((expectation.absent ? "not " : "") << expectation.rule);
      CHECK(validate::find_rule(expectation.rule) != nullptr);
      CHECK(std::ranges::any_of(report.findings, [&](const auto& finding) { return matches(finding, expectation); }) !=
            expectation.absent);
    }
    for (const auto& finding : report.findings) {
      INFO("unexpected: " << finding.rule);
      if (finding.severity == validate::Severity::error)
        CHECK(std::ranges::any_of(one.expected,
                                  [&](const auto& wanted) { return !wanted.absent && wanted.rule == finding.rule; }));
      // A place is a place in the text.
      CHECK(finding.start.offset <= finding.end.offset);
      CHECK(finding.end.offset <= report.text.size());
      CHECK(finding.start.line > 0);
      CHECK_FALSE(finding.message.empty());
    }
  }
}

TEST_CASE("every rule has a bad and a good case", "[validate]") {
  std::set<std::string> bad, good;
  for (const auto& path : all_cases())
    for (const auto& expectation : read_case(path).expected) (expectation.absent ? good : bad).insert(expectation.rule);
  for (const auto table : validate::rule_tables())
    for (const auto& rule : table) {
      INFO(rule.id);
      if (rule.id == "schema") continue;  // speaks only where a rule is missing, which is a bug
      CHECK(bad.contains(std::string(rule.id)));
      CHECK(good.contains(std::string(rule.id)));
    }
}

TEST_CASE("every rule has all its words, and an id of its own", "[validate]") {
  std::set<std::string_view> ids;
  for (const auto table : validate::rule_tables())
    for (const auto& rule : table) {
      INFO(rule.id);
      CHECK(ids.insert(rule.id).second);
      CHECK_FALSE(rule.message.empty());
      CHECK_FALSE(rule.why.empty());
      CHECK(rule.why.ends_with('.'));
      CHECK_FALSE(rule.message.ends_with('.'));
      CHECK_FALSE(rule.instead.ends_with('.'));
    }
}

TEST_CASE("profiles change rules that there are", "[validate]") {
  for (const auto& profile : validate::profiles())
    for (const auto& change : profile.changes) {
      INFO(profile.name << " " << change.rule);
      CHECK(validate::find_rule(change.rule) != nullptr);
    }
  for (const auto& opinion : validate::kOpinions) {
    INFO(opinion.id);
    CHECK(validate::find_rule(opinion.rule) != nullptr);
  }
}
