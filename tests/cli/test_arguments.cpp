#include "catch.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_status.hpp"
#include "text/nearest.hpp"

namespace syndicat::cli {
namespace {

TEST_CASE("sizes and lengths of time are read with their units", "[cli]") {
  const auto [written, bytes] = GENERATE(table<std::string, std::uint64_t>(
      {{"0", 0}, {"500", 500}, {"64k", 65536}, {"1.5M", 1572864}, {"2G", 2147483648}}));
  CHECK(parse_size(written) == bytes);
  CHECK(parse_seconds("90") == 90);
  CHECK(parse_seconds("1.5m") == 90);
  CHECK(parse_seconds("2h") == 7200);
  CHECK(parse_seconds("7d") == 604800);
  for (const auto* wrong : {"", "k", "-1", "5 k", "5kb", "many"}) {
    CHECK_FALSE(parse_size(wrong));
    CHECK_FALSE(parse_seconds(wrong));
  }
}

TEST_CASE("a mistyped word finds its neighbour, a strange one finds nothing", "[cli]") {
  const std::vector<std::string> known = {"--title", "--link", "--language", "-o"};
  CHECK(text::nearest("--tilte", known) == "--title");
  CHECK(text::nearest("--lang", known).empty());
  CHECK(text::nearest("--languag", known) == "--language");
  CHECK(text::nearest("--frobnicate", known).empty());
}

TEST_CASE("one exit status stands for many parts", "[cli]") {
  Tally none;
  CHECK(none.status() == 0);

  Tally some;
  some.success();
  some.failure(Cause::network);
  CHECK(some.status() == 4);

  Tally all;
  all.failure(Cause::network);
  all.failure(Cause::network);
  CHECK(all.status() == 6);
  all.failure(Cause::refused);
  CHECK(all.status() == 5);

  all.success();
  all.failure(Cause::storage);
  CHECK(all.status() == 8);
  all.failure(Cause::misuse);
  CHECK(all.status() == 2);
}

TEST_CASE("options are read into what they are bound to", "[cli]") {
  bool quiet = false;
  std::string output = "-", file;
  std::vector<std::string> targets;
  std::uint64_t size = 1, limit = 0;
  Arguments arguments;
  arguments.flag("-q,--quiet", quiet, "say less");
  arguments.option("-o,--output", "FILE", output, "write there");
  arguments.list("--to", "TARGET", targets, "send there", true);
  arguments.size("--max-size", size, "at most so much");
  arguments.number("--limit", "N", limit, "at most so many");
  arguments.positional("FILE", file, "read this");

  REQUIRE(arguments.parse({"news.xml", "-q", "-o", "out.xml", "--to", "a", "b", "--max-size", "2k", "--limit=3"}));
  CHECK(quiet);
  CHECK(output == "out.xml");
  CHECK(file == "news.xml");
  CHECK(targets == std::vector<std::string>{"a", "b"});
  CHECK(size == 2048);
  CHECK(limit == 3);

  CHECK(arguments.parse({"-"}));
  CHECK(file == "-");
  CHECK(arguments.parse({"--", "-q"}));
  CHECK(file == "-q");

  const auto words = GENERATE(std::vector<std::string>{"--output"}, std::vector<std::string>{"--limit", "x"},
                              std::vector<std::string>{"a", "b"}, std::vector<std::string>{"-o", "a", "-o", "b"},
                              std::vector<std::string>{"--nothing"}, std::vector<std::string>{"-z"});
  const auto parsed = arguments.parse(words);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().cause == Cause::misuse);
}

}  // namespace
}  // namespace syndicat::cli
