#include "base/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

namespace syndicat {
namespace {

std::string reason() { return std::strerror(errno); }

// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
  }
  int number() const { return number_; }

  // Closes now and tells whether all that was written has arrived: NFS and quotas report it only here.
  bool close_now() {
    const int number = number_;
    number_ = -1;
    return close(number) == 0;
  }

 private:
  int number_;
};

Result<std::string> read_descriptor(int descriptor, const std::string& name, std::uint64_t max_size) {
  std::string bytes;
  struct stat about {};
  if (fstat(descriptor, &about) == 0) {
    if (S_ISDIR(about.st_mode)) return fail(Cause::unreadable, "{}: is a directory; name a file in it", name);
    if (S_ISREG(about.st_mode) && static_cast<std::uint64_t>(about.st_size) > max_size)
      return fail(Cause::unreadable, "{}: holds {} bytes, more than the limit of {}; raise it with --max-size", name,
                  about.st_size, max_size);
    if (S_ISREG(about.st_mode)) bytes.reserve(static_cast<std::size_t>(about.st_size));
  }
  constexpr std::size_t kStep = 256UL << 10U;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kStep);
    const auto count = ::read(descriptor, bytes.data() + before, kStep);
    if (count < 0 && errno == EINTR) {
      bytes.resize(before);
      continue;
    }
    if (count < 0) return fail(Cause::unreadable, "{}: cannot be read ({})", name, reason());
    bytes.resize(before + static_cast<std::size_t>(count));
    if (count == 0) return bytes;
    if (bytes.size() > max_size)
      return fail(Cause::unreadable, "{}: holds more than the limit of {} bytes; raise it with --max-size", name,
                  max_size);
  }
}

bool holds(const std::string& path, std::string_view bytes) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
  if (static_cast<std::size_t>(about.st_size) != bytes.size()) return false;
  const auto old = read_file(path, bytes.size());
  return old && *old == bytes;
}

// The mode a new file gets: that of the file it replaces, else what the umask allows.
mode_t mode_for(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) == 0) return about.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

std::string folder(const char* variable, const char* fallback) {
  // The XDG Base Directory Specification: a relative path there is to be ignored.
  const char* set = std::getenv(variable);
  if (set != nullptr && set[0] == '/') return std::string(set) + "/syndicat";
  const char* home = std::getenv("HOME");
  return std::string(home != nullptr ? home : "") + fallback + "/syndicat";
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t max_size) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", max_size);
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0 && errno == ENOENT) return fail(Cause::unreadable, "{}: no such file", path);
  if (file.number() < 0) return fail(Cause::unreadable, "{}: cannot be opened ({})", path, reason());
  return read_descriptor(file.number(), path, max_size);
}

Result<void> write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(Cause::storage, "cannot write ({})", reason());
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<bool> write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    if (auto written = write_all(STDOUT_FILENO, bytes); !written)
      return fail(Cause::storage, "standard output: {}", written.error().message);
    return true;
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return fail(Cause::storage, "{}: is a directory; name a file in it", path);
  if (holds(path, bytes)) return false;
  // What is not a plain file (a pipe, /dev/null, /dev/full) cannot be replaced, only written to.
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
    Descriptor device(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.number() < 0) return fail(Cause::storage, "{}: cannot be opened ({})", path, reason());
    if (auto written = write_all(device.number(), bytes); !written)
      return fail(Cause::storage, "{}: {}", path, written.error().message);
    return true;
  }

  // A link keeps pointing where it did: what it points to is replaced.
  std::string place = path;
  if (std::filesystem::is_symlink(path, ignored)) {
    const auto target = std::filesystem::canonical(path, ignored);
    if (!ignored) place = target.string();
  }
  std::string part = place + ".XXXXXX";
  Descriptor file(mkostemp(part.data(), O_CLOEXEC));
  if (file.number() < 0) return fail(Cause::storage, "{}: cannot be written ({})", path, reason());
  auto written = write_all(file.number(), bytes);
  const bool arrived = written && fchmod(file.number(), mode_for(place)) == 0 && fsync(file.number()) == 0 &&
                       file.close_now() && std::rename(part.c_str(), place.c_str()) == 0;
  if (arrived) return true;
  const std::string why = written ? fmt::format("cannot be written ({})", reason()) : written.error().message;
  unlink(part.c_str());
  return fail(Cause::storage, "{}: {}", path, why);
}

Result<Lock> Lock::take(const std::string& path, double seconds) {
  if (auto made = make_folders(std::filesystem::path(path).parent_path().string()); !made) return Failure(made.error());
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return fail(Cause::storage, "{}: cannot be opened ({})", path, reason());
  Lock lock(descriptor);
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR)
      return fail(Cause::storage, "{}: cannot be locked ({})", path, reason());
    if (std::chrono::steady_clock::now() >= end)
      return fail(Cause::locked, "{}: another run holds it; try again when that has ended", path);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return lock;
}

Lock::Lock(Lock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Lock& Lock::operator=(Lock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Lock::~Lock() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<void> make_folders(const std::string& path) {
  if (path.empty()) return {};
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return fail(Cause::storage, "{}: cannot be made ({})", path, error.message());
  return {};
}

std::string state_folder() { return folder("XDG_STATE_HOME", "/.local/state"); }
std::string config_folder() { return folder("XDG_CONFIG_HOME", "/.config"); }
std::string cache_folder() { return folder("XDG_CACHE_HOME", "/.cache"); }

}  // namespace syndicat
