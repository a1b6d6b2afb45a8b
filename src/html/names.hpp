#pragma once
// Names of elements and attributes as numbers: those of the standard are the same in every document, others are
// numbered as a document brings them.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html_names.hpp"

namespace syndicat::html {

using Name = std::uint32_t;

// The number of one of the standard's names, or kNoName. Case counts.
Name known_name(std::string_view text);

constexpr bool has_trait(Name name, std::uint16_t trait) {
  return name < names::kKnownNames && (names::kTraits[name] & trait) != 0;
}

// How a lower-case name is spelled in foreign content; itself where it is spelled like that.
Name svg_element_name(Name lower);
Name svg_attribute_name(Name lower);
Name math_attribute_name(Name lower);
bool is_foreign_attribute(Name name);  // xlink:href and its kind, which have a namespace in foreign content

// A document's names. The texts that it is given must live as long as it.
class NameTable {
 public:
  NameTable();
  // The name's number, or kNoName where this document has no such name.
  Name find(std::string_view text) const;
  // The same, but makes one: `keep` gives a view of the text that lives long enough.
  template <typename Keep>
  Name intern(std::string_view text, const Keep& keep) {
    if (const Name known = known_name(text)) return known;
    const std::uint32_t hash = hash_of(text);
    if (const Name own = find_own(text, hash)) return own;
    return add(keep(text), hash);
  }
  std::string_view text(Name name) const {
    return name < names::kKnownNames ? names::kTexts[name] : own_[name - names::kKnownNames];
  }
  Name size() const { return names::kKnownNames + static_cast<Name>(own_.size()); }

 private:
  struct Slot {
    std::uint32_t hash;
    Name name;  // kNoName: free
  };
  std::uint32_t hash_of(std::string_view text) const;
  Name find_own(std::string_view text, std::uint32_t hash) const;
  Name add(std::string_view text, std::uint32_t hash);

  std::vector<std::string_view> own_;
  std::vector<Slot> slots_;  // open addressing; a power of two, at most three quarters full
  std::uint32_t seed_;
};

}  // namespace syndicat::html
