// Hands each file of a folder to a fuzz target, and each file cut off at a few places: what the tests run where there
// is no libFuzzer.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** words) {
  std::size_t files = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(count > 1 ? words[1] : ".", error)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    for (const std::size_t eighths : {0U, 1U, 3U, 7U, 8U}) {
      // A copy of just that size: the sanitizers see a step behind its end.
      const std::string part = bytes.substr(0, bytes.size() * eighths / 8);
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
    }
    ++files;
  }
  if (files == 0) std::fprintf(stderr, "fuzz: no seeds in %s\n", count > 1 ? words[1] : ".");
  return files == 0 ? 1 : 0;
}
