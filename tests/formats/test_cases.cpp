// Every folder in cases/ holds an input and what it is in other formats: expected.json, expected.rss and so on, those
// that there are; expected.notes tells what the reader has to say.

#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"
#include "formats/format.hpp"

using namespace syndicat;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) { return read_file(path.string()).value_or(""); }

}  // namespace

TEST_CASE("feeds are what they are in other formats", "[formats]") {
  std::size_t checked = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(SYNDICAT_SOURCE_DIR) / "tests/formats/cases")) {
    const auto folder = entry.path();
    INFO(folder.filename().string());
    const bool is_json = fs::exists(folder / "input.json");
    const auto reading = formats::read(contents(folder / (is_json ? "input.json" : "input.xml")), {});
    REQUIRE(reading);
    for (const auto& format : formats::formats()) {
      if (format.write == nullptr) continue;
      const auto expected = folder / ("expected." + std::string(format.extension));
      if (!fs::exists(expected)) continue;
      const auto written = format.write(reading->feed, {});
      REQUIRE(written);
      CHECK(*written == contents(expected));
      ++checked;
    }
    if (!fs::exists(folder / "expected.notes")) continue;
    std::string notes;
    for (const auto& note : reading->notes) notes += note.message + "\n";
    CHECK(notes == contents(folder / "expected.notes"));
  }
  CHECK(checked >= 12);
}
