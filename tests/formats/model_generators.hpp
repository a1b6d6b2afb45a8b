#pragma once
// Feeds out of nothing, for properties: every member filled now and then, with texts that formats stumble over.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "model/feed.hpp"

namespace syndicat::test {

// Choices out of a row of numbers, which a property draws and shrinks. 0, and all behind the row's end, is the first
// and simplest choice.
class Dice {
 public:
  explicit Dice(std::vector<std::uint8_t> numbers) : numbers_(std::move(numbers)) {}

  std::size_t below(std::size_t count) { return at_ < numbers_.size() ? numbers_[at_++] % count : 0; }

  template <typename T>
  T one_of(std::initializer_list<T> values) {
    return *(values.begin() + below(values.size()));
  }

  template <typename Make>
  auto few(Make make) {
    std::vector<decltype(make())> made(below(3));
    for (auto& value : made) value = make();
    return made;
  }

 private:
  std::vector<std::uint8_t> numbers_;
  std::size_t at_ = 0;
};

class Maker {
 public:
  explicit Maker(Dice dice) : dice_(std::move(dice)) {}
  model::Feed feed();

 private:
  std::string words(bool may_be_empty = true);
  std::string url(bool may_be_empty = true);
  std::string language() { return dice_.one_of<std::string>({"", "en", "be-BY", "zh-Hant-TW", "english"}); }
  std::optional<std::uint64_t> number() {
    return dice_.one_of<std::optional<std::uint64_t>>({std::nullopt, 0, 12, 1ULL << 40U});
  }
  std::optional<model::Date> date();
  model::Text text(bool may_be_empty = true);
  model::Person person();
  model::Category category();
  model::Link link();
  model::Attachment attachment();
  model::Image image();
  model::Foreign foreign();
  model::Foreign little_foreign();
  std::optional<model::Source> source();
  model::Item item();

  Dice dice_;
};

}  // namespace syndicat::test
