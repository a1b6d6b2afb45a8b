#include "catch.hpp"
#include "validate/rule.hpp"
#include "validate/settings.hpp"

using namespace syndicat;

TEST_CASE("patterns mean paths", "[validate]") {
  const auto [pattern, path, expected] = GENERATE(table<std::string, std::string, bool>({
      {"feed.xml", "feed.xml", true},
      {"feed.xml", "deep/down/feed.xml", true},  // without a slash: the name alone
      {"*.rss", "deep/down/a.rss", true},
      {"*.rss", "a.rss/b.xml", false},
      {"old/*.rss", "old/a.rss", true},
      {"old/*.rss", "old/deep/a.rss", false},
      {"old/**", "old/deep/a.rss", true},
      {"old/**", "older/a.rss", false},
      {"old/**/a.rss", "old/a.rss", true},
      {"old/**/a.rss", "old/x/y/a.rss", true},
      {"old/**/a.rss", "old/xa.rss", false},
      {"**/a.rss", "a.rss", true},
      {"**/a.rss", "x/a.rss", true},
      {"**/a.rss", "xa.rss", false},
      {"old/?.rss", "old/a.rss", true},
      {"old/?.rss", "old/.rss", false},
      {"https://paper.example/**", "https://paper.example/a/b.xml", true},
      {"*.xml", "https://paper.example/a.xml", false},  // of an address the whole is meant
      {"", "", true},
      {"*", "", true},
  }));
  INFO(pattern << " on " << path);
  CHECK(validate::matches_path(pattern, path) == expected);
}

TEST_CASE("a pattern of many stars ends", "[validate]") {
  std::string pattern = "x/";
  for (int at = 0; at < 2'000; ++at) pattern += "*a";
  CHECK_FALSE(validate::matches_path(pattern, "x/" + std::string(4'000, 'a') + "b"));
}

TEST_CASE("a later place goes before an earlier one", "[validate]") {
  using validate::Severity;
  validate::Settings settings;
  settings.profile = "spec";
  settings.severities = {{"missing-guid", Severity::info}};
  settings.places = {{{"old/**"}, "strict", {{"missing-guid", std::nullopt}}},
                     {{"old/new.xml"}, "", {{"missing-guid", Severity::error}}}};
  CHECK(settings.profile_for("feed.xml") == "spec");
  CHECK(settings.profile_for("old/new.xml") == "strict");
  CHECK(settings.severities_for("feed.xml").back().severity == Severity::info);
  CHECK_FALSE(settings.severities_for("./old/a.xml").back().severity.has_value());
  CHECK(settings.severities_for("new/../old/new.xml").back().severity == Severity::error);
}

TEST_CASE("a person's severity goes before the profile's, and the schema does not speak for what is silent",
          "[validate]") {
  const std::string feed =
      "<rss version='2.0'><channel><title>T</title><link>https://a.example/</link></channel></rss>";
  const auto found = [&](std::vector<validate::SeverityChange> severities, const std::string& profile) {
    validate::Options options;
    options.profile = profile;
    options.severities = std::move(severities);
    std::string words;
    const auto report = validate::check(feed, options);
    REQUIRE(report.has_value());
    for (const auto& finding : report->findings) words += fmt::format("{} {} ", name(finding.severity), finding.rule);
    return words;
  };
  CHECK(found({}, "spec") == "error missing-description warning missing-atom-self-link ");
  CHECK(found({{"missing-description", std::nullopt}}, "spec") == "warning missing-atom-self-link ");
  CHECK(found({{"missing-description", std::nullopt}, {"missing-description", validate::Severity::info}}, "spec") ==
        "info missing-description warning missing-atom-self-link ");
  // What the profile is silent about can be made to speak.
  CHECK(found({{"missing-encoding", validate::Severity::warning}}, "default").find("warning missing-encoding") !=
        std::string::npos);
}

TEST_CASE("the nearest rule", "[validate]") {
  CHECK(validate::nearest_rule("missing-guidd") == "missing-guid");
  CHECK(validate::nearest_rule("nothing of the kind at all").empty());
}
