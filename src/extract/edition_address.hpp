#pragma once
// Addresses that differ in nothing but the language they name: /en/story and /be/story, ?lang=en and ?lang=be,
// en.paper.example and be.paper.example.

#include <string>
#include <string_view>

namespace syndicat::extract {

struct EditionAddress {
  std::string language;  // of `other`, a tag of BCP 47; empty: it is no edition of `own`
  // `own` names a language in the same place. Where it does not, "/uk/story" beside "/story" may as well be the story
  // for a country, and something else must say that it is an edition.
  bool both_named = false;
};

// Both absolute.
EditionAddress edition_address(std::string_view own, std::string_view other);

// Whether an address leads to no article: the site's front page, or that of one of its languages ("/be/").
bool is_front_page(std::string_view address);

}  // namespace syndicat::extract
