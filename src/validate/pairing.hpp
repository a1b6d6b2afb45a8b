#pragma once
// Which items of two feeds are the same one.

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "model/feed.hpp"

namespace syndicat::validate {

constexpr std::size_t kNoPartner = std::numeric_limits<std::size_t>::max();

// For each item of both feeds the index of the other's, or kNoPartner.
struct Pairing {
  std::vector<std::size_t> of_first, of_second;
};

// Pairs in turn by id, by address, by title and date, and, where `by_title`, by title alone; what several items of one
// feed share is no sign, except ids. `is_other`: that two items of one id are not the same all the same.
Pairing pair_items(const model::Feed& first, const model::Feed& second, bool by_title,
                   const std::function<bool(const model::Item&, const model::Item&)>& is_other);

// What an item says, without markup and white space, so that it can be compared across formats; its summary where it
// has no content.
std::string words_of_content(const model::Item& item);

// Whether both were read and are the same instant.
bool is_same_instant(const std::optional<model::Date>& a, const std::optional<model::Date>& b);

// The item's title in short, else its address or id, for messages.
std::string name_of(const model::Item& item);

// The date as a person compares it.
std::string written(const model::Date& date);

}  // namespace syndicat::validate
