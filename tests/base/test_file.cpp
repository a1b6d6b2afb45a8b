#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/file.hpp"
#include "catch.hpp"

namespace syndicat {
namespace {

// A folder that is gone at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "syndicat.XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

TEST_CASE("a file is written whole, and left alone where it holds the same", "[base]") {
  const Folder folder;
  const auto path = folder.file("feed.xml");
  CHECK(write_file(path, "one").value());
  CHECK(read_file(path).value() == "one");

  const auto old_time = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
  std::filesystem::last_write_time(path, old_time);
  CHECK_FALSE(write_file(path, "one").value());
  CHECK(std::filesystem::last_write_time(path) == old_time);

  CHECK(write_file(path, "two").value());
  CHECK(read_file(path).value() == "two");
  CHECK(folder.count() == 1);
}

TEST_CASE("a replaced file keeps its mode, and a link keeps its target", "[base]") {
  const Folder folder;
  const auto path = folder.file("feed.xml");
  REQUIRE(write_file(path, "one"));
  chmod(path.c_str(), 0640);
  std::filesystem::create_symlink(path, folder.file("link.xml"));
  REQUIRE(write_file(folder.file("link.xml"), "two"));
  struct stat about {};
  REQUIRE(stat(path.c_str(), &about) == 0);
  CHECK((about.st_mode & 07777U) == 0640U);
  CHECK(std::filesystem::is_symlink(folder.file("link.xml")));
  CHECK(read_file(path).value() == "two");
}

TEST_CASE("what cannot be read or written is said, with its cause", "[base]") {
  const Folder folder;
  const auto missing = read_file(folder.file("none.xml"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().cause == Cause::unreadable);
  CHECK(missing.error().message == folder.file("none.xml") + ": no such file");

  REQUIRE(write_file(folder.file("big.xml"), "12345"));
  CHECK(read_file(folder.file("big.xml"), 5));
  const auto big = read_file(folder.file("big.xml"), 4);
  REQUIRE_FALSE(big);
  CHECK(big.error().cause == Cause::unreadable);

  CHECK(read_file(folder.file("")).error().cause == Cause::unreadable);
  CHECK(write_file(folder.file("no/such/folder.xml"), "x").error().cause == Cause::storage);
  CHECK(write_file("/dev/full", "x").error().cause == Cause::storage);
}

TEST_CASE("a lock is for one at a time", "[base]") {
  const Folder folder;
  const auto path = folder.file("run/lock");
  {
    const auto first = Lock::take(path);
    REQUIRE(first);
    const auto second = Lock::take(path, 0.1);
    REQUIRE_FALSE(second);
    CHECK(second.error().cause == Cause::locked);
  }
  CHECK(Lock::take(path));
}

}  // namespace
}  // namespace syndicat
