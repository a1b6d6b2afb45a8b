#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"
#include "store/store.hpp"

using namespace syndicat;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "syndicat-store.XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

void fill(const std::string& path) {
  const auto store = store::open(path).value();
  std::vector<store::StoredItem> items;
  for (int i = 0; i < 200; ++i) items.push_back({std::to_string(i), std::string(500, 'x'), "", i, i});
  REQUIRE(store->put_items("news", items));
}

}  // namespace

TEST_CASE("a store is there again when it is opened again, and is its owner's alone", "[store]") {
  const Folder folder;
  fill(folder.file("a.db"));
  CHECK(store::open(folder.file("a.db")).value()->items("news")->size() == 200);
  struct stat about {};
  REQUIRE(stat(folder.file("a.db").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777U) == 0600);
}

TEST_CASE("two at once see what the other put", "[store]") {
  const Folder folder;
  const auto one = store::open(folder.file("a.db")).value();
  const auto other = store::open(folder.file("a.db")).value();
  REQUIRE(one->put_validators("u", {"1", "", ""}));
  CHECK(other->validators("u").value()->etag == "1");
  REQUIRE(other->put_validators("u", {"2", "", ""}));
  CHECK(one->validators("u").value()->etag == "2");
}

TEST_CASE("what is no store is left as it is and said clearly", "[store]") {
  const Folder folder;
  const std::string text = GENERATE(std::string("not a database at all"), std::string(5000, 'z'));
  REQUIRE(write_file(folder.file("a.db"), text));
  const auto store = store::open(folder.file("a.db"));
  REQUIRE_FALSE(store);
  CHECK(store.error().cause == Cause::storage);
  CHECK(store.error().message.find("is damaged or no store") != std::string::npos);
  CHECK(read_file(folder.file("a.db")).value() == text);
}

TEST_CASE("a store that is damaged inside is said to be", "[store]") {
  const Folder folder;
  fill(folder.file("a.db"));
  auto bytes = read_file(folder.file("a.db")).value();
  REQUIRE(bytes.size() > 40000);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  REQUIRE(write_file(folder.file("a.db"), bytes));
  const auto store = store::open(folder.file("a.db"));
  const auto message = store ? (*store)->items("news").error().message : store.error().message;
  CHECK(message.find("is damaged or no store") != std::string::npos);
}

TEST_CASE("a store cut short is said to be damaged", "[store]") {
  const Folder folder;
  fill(folder.file("a.db"));
  std::filesystem::resize_file(folder.file("a.db"), 6000);
  const auto store = store::open(folder.file("a.db"));
  const auto message = store ? (*store)->items("news").error().message : store.error().message;
  CHECK(message.find("is damaged or no store") != std::string::npos);
}

TEST_CASE("a directory, a place under a file and an empty name are refused", "[store]") {
  const Folder folder;
  REQUIRE(write_file(folder.file("file"), "x"));
  CHECK(store::open(folder.file("")).error().cause == Cause::storage);
  CHECK(store::open(folder.file("file") + "/a.db").error().cause == Cause::storage);
  CHECK(store::open("/dev/null").error().cause == Cause::storage);
  CHECK(store::open("").error().cause == Cause::misuse);
}
