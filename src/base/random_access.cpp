#include "base/random_access.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include "base/file.hpp"

namespace syndicat {
namespace {

std::string reason() { return std::strerror(errno); }

int open_temporary() {
  const char* set = std::getenv("TMPDIR");
  std::string path = std::string(set != nullptr && set[0] == '/' ? set : "/tmp") + "/syndicat.XXXXXX";
  const int descriptor = mkostemp(path.data(), O_CLOEXEC);
  if (descriptor >= 0) unlink(path.c_str());
  return descriptor;
}

}  // namespace

std::optional<RandomAccess> RandomAccess::open(const std::string& path) {
  const int descriptor =
      path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  RandomAccess file(descriptor, 0, 0);
  struct stat about {};
  if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  // Somebody may have read the beginning of standard input before us.
  const auto start = path == "-" ? lseek(descriptor, 0, SEEK_CUR) : 0;
  if (start < 0) return std::nullopt;
  file.start_ = static_cast<std::uint64_t>(start);
  file.size_ = static_cast<std::uint64_t>(std::max<off_t>(about.st_size - start, 0));
  return file;
}

Result<RandomAccess> RandomAccess::spool(std::uint64_t max_size) {
  const int descriptor = open_temporary();
  if (descriptor < 0)
    return fail(Cause::storage, "no temporary file can be made ({}); name a folder in TMPDIR", reason());
  RandomAccess file(descriptor, 0, 0);
  std::vector<char> piece(1UL << 20U);
  for (;;) {
    const auto count = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(Cause::unreadable, "standard input: cannot be read ({})", reason());
    if (count == 0) return file;
    file.size_ += static_cast<std::uint64_t>(count);
    if (file.size_ > max_size)
      return fail(Cause::unreadable, "standard input: holds more than the limit of {} bytes; raise it with --max-size",
                  max_size);
    if (auto written = write_all(descriptor, {piece.data(), static_cast<std::size_t>(count)}); !written)
      return fail(Cause::storage, "the temporary file: {}", written.error().message);
  }
}

RandomAccess::RandomAccess(RandomAccess&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), start_(other.start_), size_(other.size_) {}

RandomAccess& RandomAccess::operator=(RandomAccess&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(start_, other.start_);
  std::swap(size_, other.size_);
  return *this;
}

RandomAccess::~RandomAccess() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<void> RandomAccess::read(std::uint64_t from, std::size_t size, std::string& into) const {
  if (from >= size_) return {};
  size = static_cast<std::size_t>(std::min<std::uint64_t>(size, size_ - from));
  const auto before = into.size();
  into.resize(before + size);
  std::size_t got = 0;
  while (got < size) {
    const auto count =
        pread(descriptor_, into.data() + before + got, size - got, static_cast<off_t>(start_ + from + got));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(Cause::unreadable, "cannot be read ({})", reason());
    if (count == 0) break;  // it has become shorter
    got += static_cast<std::size_t>(count);
  }
  into.resize(before + got);
  return {};
}

}  // namespace syndicat
