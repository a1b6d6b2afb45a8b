#include <unistd.h>

#include <new>
#include <string_view>

#include "cli/command.hpp"

int main(int argc, char* argv[]) {
  // Readers are limited; where memory is short all the same, it is told, and files and the store stay as they were.
  std::set_new_handler([] {
    constexpr std::string_view kWords =
        "syndicat: the machine has no memory left for this; try a smaller input, or lower --max-size\n";
    if (write(STDERR_FILENO, kWords.data(), kWords.size()) < 0) _exit(8);
    _exit(8);
  });
  return syndicat::cli::run(argc, argv);
}
