#pragma once
// A file that is read piece by piece, in any order and more than once.

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace syndicat {

class RandomAccess {
 public:
  // Opens `path`, "-" for standard input; nothing where that is no plain file that can be read so.
  static std::optional<RandomAccess> open(const std::string& path);
  // Takes all of standard input into a temporary file ($TMPDIR, else /tmp) that has no name and goes with the object.
  // Fails as `unreadable` where more than `max_size` bytes come, as `storage` where there is no room.
  static Result<RandomAccess> spool(std::uint64_t max_size);

  RandomAccess(RandomAccess&& other) noexcept;
  RandomAccess& operator=(RandomAccess&& other) noexcept;
  ~RandomAccess();

  std::uint64_t size() const { return size_; }  // bytes
  // Puts up to `size` bytes from `from` on behind `into`; none behind the end.
  Result<void> read(std::uint64_t from, std::size_t size, std::string& into) const;

 private:
  RandomAccess(int descriptor, std::uint64_t start, std::uint64_t size)
      : descriptor_(descriptor), start_(start), size_(size) {}
  int descriptor_;
  std::uint64_t start_;  // of what counts, in the file
  std::uint64_t size_;
};

}  // namespace syndicat
