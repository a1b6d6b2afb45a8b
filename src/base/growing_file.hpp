#pragma once
// A file that is written piece by piece and put in place in one step, as write_file does it with all bytes at hand.

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat {

class GrowingFile {
 public:
  // "-" is standard output, which gets each piece at once; so does what is no plain file. Fails as `storage`.
  static Result<GrowingFile> open(const std::string& path);
  GrowingFile(GrowingFile&& other) noexcept;
  GrowingFile& operator=(GrowingFile&&) = delete;
  ~GrowingFile();  // what was not finished goes, and the old file stays

  Result<void> append(std::string_view bytes);
  // Puts the file in place; one that holds the same bytes already is left alone, its time of change too.
  Result<void> finish();

 private:
  GrowingFile(int descriptor, std::string path, std::string part)
      : descriptor_(descriptor), path_(std::move(path)), part_(std::move(part)) {}
  int descriptor_;
  std::string path_;
  std::string part_;  // what is written until it is finished; empty: the place itself
};

}  // namespace syndicat
