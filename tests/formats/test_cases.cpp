// Every folder in cases/ holds an input and what it is in other formats: expected.json, expected.rss and so on, those
// that there are; plain.json and its like are the same without anything of our own, styled.rss names a stylesheet.
// expected.notes tells what the reader has to say.

#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"
#include "formats/format.hpp"

using namespace syndicat;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) { return read_file(path.string()).value_or(""); }

std::string input_of(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().stem() == "input") return contents(entry.path());
  return {};
}

}  // namespace

TEST_CASE("feeds are what they are in other formats", "[formats]") {
  std::size_t checked = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(SYNDICAT_SOURCE_DIR) / "tests/formats/cases")) {
    const auto folder = entry.path();
    INFO(folder.filename().string());
    const auto reading = formats::read(input_of(folder), {});
    REQUIRE(reading);
    for (const auto& format : formats::formats()) {
      if (format.write == nullptr) continue;
      formats::WriteOptions plain, styled;
      plain.plain = true;
      styled.stylesheet = "https://n.example/a&b.css";
      for (const auto& [kind, options] :
           {std::pair<std::string, formats::WriteOptions>("expected.", {}), {"plain.", plain}, {"styled.", styled}}) {
        const auto expected = folder / (kind + std::string(format.extension));
        if (!fs::exists(expected)) continue;
        INFO(expected.string());
        const auto written = format.write(reading->feed, options);
        REQUIRE(written);
        CHECK(*written == contents(expected));
        ++checked;
      }
    }
    if (!fs::exists(folder / "expected.notes")) continue;
    std::string notes;
    for (const auto& note : reading->notes) notes += note.message + "\n";
    CHECK(notes == contents(folder / "expected.notes"));
  }
  CHECK(checked >= 40);
}
