// A stream that is cut at every size of piece gives the items of the whole.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/random_access.hpp"
#include "catch.hpp"
#include "formats/stream.hpp"

using namespace syndicat;

namespace {

std::vector<std::filesystem::path> feeds() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SYNDICAT_SOURCE_DIR "/tests/formats/cases"))
    if (entry.path().stem() == "input") paths.push_back(entry.path());
  for (const auto& entry : std::filesystem::directory_iterator(SYNDICAT_SOURCE_DIR "/fuzz/seeds/stream"))
    paths.push_back(entry.path());
  return paths;
}

}  // namespace

TEST_CASE("a stream gives the items of the whole, wherever it is cut", "[formats]") {
  std::size_t streamed = 0;
  for (const auto& path : feeds()) {
    INFO(path.string());
    std::ifstream input(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << input.rdbuf();
    const auto whole = formats::read(bytes.str(), {});
    REQUIRE(whole);
    const auto file = RandomAccess::open(path.string());
    REQUIRE(file);
    for (const std::size_t piece : {1, 2, 3, 7, 50, 1000, 100'000}) {
      const auto stream = formats::Stream::open(*file, nullptr, {}, piece);
      REQUIRE(stream);
      if (*stream == nullptr) break;
      ++streamed;
      std::vector<model::Item> items;
      while (true) {
        auto some = (*stream)->next();
        REQUIRE(some);
        if (!*some) break;
        items.insert(items.end(), (*some)->feed.items.begin(), (*some)->feed.items.end());
      }
      CHECK(items == whole->feed.items);
      auto feed = whole->feed;
      feed.items.clear();
      CHECK((*stream)->feed().feed == feed);
    }
  }
  CHECK(streamed > 20);
}
