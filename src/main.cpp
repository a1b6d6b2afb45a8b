#include "cli/command.hpp"

int main(int argc, char* argv[]) { return syndicat::cli::run(argc, argv); }
