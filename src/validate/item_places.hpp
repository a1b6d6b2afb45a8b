#pragma once
// Where in a document the items stand that a format reader made of it: the nth item is the nth item element, or the nth
// in the array "items".

#include <memory>
#include <string>
#include <string_view>

#include "validate/check.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

// What is said of an item or a feed.
enum class Said : std::uint8_t { whole, id, link, title, content, published, updated, author, enclosure };

struct SaidAt {
  Span span;
  std::string element;  // "guid", "pubDate"; in JSON the member's name
  std::string pointer;  // JSON Pointer, in JSON
};

class ItemPlaces {
 public:
  // `items`: how many the reader found; where the document's own count is another, every item stands where the feed
  // does. `text` must outlive this.
  ItemPlaces(std::string_view text, std::size_t items, const xml::Limits& limits);
  ItemPlaces(ItemPlaces&&) noexcept;
  ~ItemPlaces();

  Check::Syntax syntax() const;
  // The element or member of the item that says it; the item's own start where there is none.
  SaidAt item(std::size_t index, Said said) const;
  SaidAt feed(Said said) const;
  // Whether the document says by a tombstone (RFC 6721) that the item of that id was taken away.
  bool is_deleted(std::string_view id) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace syndicat::validate
