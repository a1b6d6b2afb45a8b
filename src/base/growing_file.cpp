#include "base/growing_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/file.hpp"
#include "base/random_access.hpp"

namespace syndicat {
namespace {

std::string reason() { return std::strerror(errno); }

// Piece by piece: both may be larger than memory.
bool hold_the_same(const std::string& path, const std::string& other) {
  const auto a = RandomAccess::open(path), b = RandomAccess::open(other);
  if (!a || !b || a->size() != b->size()) return false;
  constexpr std::size_t kStep = 1UL << 20U;
  std::string piece, other_piece;
  for (std::uint64_t at = 0; at < a->size(); at += kStep) {
    piece.clear();
    other_piece.clear();
    if (!a->read(at, kStep, piece) || !b->read(at, kStep, other_piece) || piece != other_piece) return false;
  }
  return true;
}

// The mode a new file gets: that of the file it replaces, else what the umask allows.
mode_t mode_for(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) == 0) return about.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

}  // namespace

Result<GrowingFile> GrowingFile::open(const std::string& path) {
  if (path == "-") return GrowingFile(STDOUT_FILENO, "standard output", "");
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return fail(Cause::storage, "{}: is a directory; name a file in it", path);
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (device < 0) return fail(Cause::storage, "{}: cannot be opened ({})", path, reason());
    return GrowingFile(device, path, "");
  }
  // A link keeps pointing where it did: what it points to is replaced.
  std::string place = path;
  if (std::filesystem::is_symlink(path, ignored)) {
    const auto target = std::filesystem::canonical(path, ignored);
    if (!ignored) place = target.string();
  }
  std::string part = place + ".XXXXXX";
  const int descriptor = mkostemp(part.data(), O_CLOEXEC);
  if (descriptor < 0) return fail(Cause::storage, "{}: cannot be written ({})", path, reason());
  return GrowingFile(descriptor, std::move(place), std::move(part));
}

GrowingFile::GrowingFile(GrowingFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      part_(std::exchange(other.part_, {})) {}

GrowingFile::~GrowingFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!part_.empty()) unlink(part_.c_str());
}

Result<void> GrowingFile::append(std::string_view bytes) {
  auto written = write_all(descriptor_, bytes);
  if (!written) return fail(Cause::storage, "{}: {}", path_, written.error().message);
  return written;
}

Result<void> GrowingFile::finish() {
  if (part_.empty() || hold_the_same(path_, part_)) return {};
  bool arrived = fchmod(descriptor_, mode_for(path_)) == 0 && fsync(descriptor_) == 0;
  // NFS and quotas report what did not arrive only here.
  arrived = close(std::exchange(descriptor_, -1)) == 0 && arrived;
  if (!arrived || std::rename(part_.c_str(), path_.c_str()) != 0)
    return fail(Cause::storage, "{}: cannot be written ({})", path_, reason());
  part_.clear();
  return {};
}

}  // namespace syndicat
