#pragma once
// Files that travel inside the binary: schemas, SQL. The table is made at build time by cmake/embed.cmake.

#include <span>
#include <string_view>

namespace syndicat {

struct EmbeddedFile {
  std::string_view path;  // from the top of the tree: "schemas/atom.rng"
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_files();

// The bytes of the file with that path, or an empty view where there is none.
std::string_view embedded_file(std::string_view path);

}  // namespace syndicat
