// What every kind of store must do, tested once against the seam; a new kind joins the list that each case runs over.

#include <unistd.h>

#include <filesystem>

#include "catch.hpp"
#include "store/store.hpp"

using namespace syndicat;

namespace {

// A folder that is gone with the object.
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

std::string place_of(const std::string& kind, const Folder& folder) {
  return kind == "memory" ? ":memory:" : folder.file("store.db");
}

}  // namespace

TEST_CASE("validators are kept by address", "[store]") {
  const Folder folder;
  const auto store = store::open(place_of(GENERATE(values<std::string>({"memory", "file"})), folder)).value();
  CHECK_FALSE(store->validators("https://paper.example/")->has_value());
  REQUIRE(store->put_validators("https://paper.example/", {"\"a\"", "yesterday", "d"}));
  REQUIRE(store->put_validators("https://paper.example/other", {"", "", "e"}));
  REQUIRE(store->put_validators("https://paper.example/", {"\"b\"", "", "f"}));
  const auto found = store->validators("https://paper.example/").value();
  REQUIRE(found);
  CHECK(found->etag == "\"b\"");
  CHECK(found->last_modified.empty());
  CHECK(found->digest == "f");
}

TEST_CASE("kinds are kept by key, apart from the validators", "[store]") {
  const Folder folder;
  const auto store = store::open(place_of(GENERATE(values<std::string>({"memory", "file"})), folder)).value();
  CHECK(store->kind("a")->empty());
  REQUIRE(store->put_kind("a", "feed"));
  REQUIRE(store->put_kind("b", "text"));
  REQUIRE(store->put_kind("a", "page"));
  CHECK(store->kind("a").value() == "page");
  CHECK(store->kind("b").value() == "text");
  CHECK_FALSE(store->validators("a")->has_value());
}

TEST_CASE("items come by first_seen, then as they were put; a known one keeps its first_seen", "[store]") {
  const Folder folder;
  const auto store = store::open(place_of(GENERATE(values<std::string>({"memory", "file"})), folder)).value();
  CHECK(store->items("news")->empty());
  const std::vector<store::StoredItem> first = {
      {"c", "{\"id\":\"c\"}", "s1", 200, 200}, {"b", "{}", "s1", 100, 100}, {"a", "{}", "s2", 200, 200}};
  REQUIRE(store->put_items("news", first));
  REQUIRE(store->put_items("other", std::vector<store::StoredItem>{{"c", "elsewhere", "", 1, 1}}));
  REQUIRE(store->put_items("news", std::vector<store::StoredItem>{{"c", "changed", "s3", 300, 300}}));

  const auto items = store->items("news").value();
  REQUIRE(items.size() == 3);
  CHECK(items[0].id == "b");
  CHECK(items[1].id == "c");
  CHECK(items[2].id == "a");
  CHECK(items[1].json == "changed");
  CHECK(items[1].source == "s3");
  CHECK(items[1].first_seen == 200);
  CHECK(items[1].last_seen == 300);

  REQUIRE(store->remove_items("news", std::vector<std::string>{"b", "c", "never there"}));
  CHECK(store->items("news")->size() == 1);
  CHECK(store->items("other")->size() == 1);
}

TEST_CASE("deliveries are kept by target and topic", "[store]") {
  const Folder folder;
  const auto store = store::open(place_of(GENERATE(values<std::string>({"memory", "file"})), folder)).value();
  REQUIRE(store->put_deliveries("webhook:a", "topic", std::vector<store::Delivery>{{"1", "x", 10}, {"2", "y", 10}}));
  REQUIRE(store->put_deliveries("webhook:a", "topic", std::vector<store::Delivery>{{"1", "z", 20}}));
  REQUIRE(store->put_deliveries("webhook:a", "topic", {}));
  const auto got = store->deliveries("webhook:a", "topic").value();
  REQUIRE(got.size() == 2);
  CHECK(got.at("1").fingerprint == "z");
  CHECK(got.at("1").delivered_at == 20);
  CHECK(got.at("2").fingerprint == "y");
  CHECK(store->deliveries("webhook:b", "topic")->empty());
  CHECK(store->deliveries("webhook:a", "other")->empty());
}

TEST_CASE("any bytes come back as they were", "[store]") {
  const Folder folder;
  const auto store = store::open(place_of(GENERATE(values<std::string>({"memory", "file"})), folder)).value();
  const std::string odd("'; DROP TABLE item; --\0\xff\xd0\xbf", 27);
  const std::string large(3000000, 'x');
  REQUIRE(store->put_items(odd,
                           std::vector<store::StoredItem>{{odd, large, "", INT64_MIN, INT64_MAX}, {"", "", "", 0, 0}}));
  const auto items = store->items(odd).value();
  REQUIRE(items.size() == 2);
  CHECK(items[0].id == odd);
  CHECK(items[0].json == large);
  CHECK(items[0].first_seen == INT64_MIN);
  CHECK(items[0].last_seen == INT64_MAX);
  CHECK(items[1].id.empty());
}
