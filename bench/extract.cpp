// Milliseconds of CPU of extract::article for each page named on standard input, one line each: the whole library call,
// bytes to article. Built by hand: g++ -O2 -Isrc bench/extract.cpp build/release/libsyndicat.a ... (see bench/html.sh)

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "extract/extract.hpp"

int main() {
  std::string path;
  while (std::getline(std::cin, path)) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const auto before = std::clock();
    static_cast<void>(syndicat::extract::article(bytes, {"https://paper.example/story", "", "text/html"}));
    std::cout << static_cast<double>(std::clock() - before) * 1000 / CLOCKS_PER_SEC << "\n";
  }
}
