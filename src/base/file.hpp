#pragma once
// Files and streams: read whole and bounded, written whole or not at all, locked for one run.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace syndicat {

constexpr std::uint64_t kDefaultMaxSize = 64ULL << 20U;  // bytes

// The bytes of `path`, standard input for "-". Fails as `unreadable` where there is no such file, where it is a
// directory, or where it holds more than `max_size` bytes; never reads more than that.
Result<std::string> read_file(const std::string& path, std::uint64_t max_size = kDefaultMaxSize);

// Puts `bytes` in place of `path` in one step: a reader sees the old file or the new one, never a part. A file
// that holds the same bytes already is left alone, its time of change too. "-" is standard output. Gives whether
// anything was written; on failure (`storage`) the old file is as it was and nothing of the new one is left.
Result<bool> write_file(const std::string& path, std::string_view bytes);

// Writes to an open descriptor to the end; a full disk or a closed pipe is a failure.
Result<void> write_all(int descriptor, std::string_view bytes);

// An exclusive lock on a file beside what it guards, held as long as the object lives (flock(2); the kernel
// gives it up when the process ends, however it ends).
class Lock {
 public:
  // Waits up to `seconds`; then fails as `locked`. Makes the file and its folder where there are none.
  static Result<Lock> take(const std::string& path, double seconds = 0);
  Lock(Lock&& other) noexcept;
  Lock& operator=(Lock&& other) noexcept;
  ~Lock();

 private:
  explicit Lock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Makes a folder and those above it. Fails as `storage`.
Result<void> make_folders(const std::string& path);

// $XDG_STATE_HOME/syndicat or ~/.local/state/syndicat, for what a run remembers; config and cache likewise.
std::string state_folder();
std::string config_folder();
std::string cache_folder();

}  // namespace syndicat
