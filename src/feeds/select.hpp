#pragma once
// Which items of a feed are wanted, and in what order.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "feeds/pattern.hpp"
#include "model/feed.hpp"

namespace syndicat::feeds {

// What a pattern may be held against: "title", "tag" ...
std::vector<std::string> names_of_fields();

class Selection {
 public:
  // "FIELD=REGEX": only items with that are wanted, or none with it. An item has it where one of the field's values
  // does. Fails as `misuse`.
  Result<void> match(std::string_view written);
  Result<void> exclude(std::string_view written);
  // Only items from that instant on; those without a date are left out.
  void since(const text::Instant& instant) { since_ = instant; }

  bool chooses() const { return since_ || !rules_.empty(); }
  // What an item has not said itself, its feed says for it. Fails as `misuse` where a pattern takes too long.
  Result<bool> wants(const model::Item& item, const model::Feed& feed);
  // Keeps what is wanted.
  Result<void> apply(model::Feed& feed);
  // How many items `since` left out because they have no date.
  std::size_t undated() const { return undated_; }

 private:
  struct Rule {
    std::size_t field;  // in the table
    Pattern pattern;
    bool wanted;
  };
  Result<void> add(std::string_view written, bool wanted);
  std::vector<Rule> rules_;
  std::optional<text::Instant> since_;
  std::size_t undated_ = 0;
};

// "7d" counted back from `now`, or a date; nothing where it is neither.
std::optional<text::Instant> parse_since(std::string_view written, const text::Instant& now);

enum class Order { as_it_is, newest, oldest, title };
// The orders by name, and back.
std::vector<std::string> names_of_orders();
Order order_of(std::string_view name);

// Items that are equal in this keep their order; those without a date come last.
void sort(std::vector<model::Item>& items, Order order);

}  // namespace syndicat::feeds
