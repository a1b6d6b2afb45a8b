#pragma once
// What a page says of its article, each statement with its source, and how far that kind of source is to be trusted.
// Fields are settled by comparing statements, so that every choice can be explained.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::extract {

// clang-format off
enum class Field : std::uint8_t {
  title, author, published, modified, language, url, image, image_caption, image_credit, summary, site_name, section,
  tag, direction,
};
// clang-format on

std::string_view name_of(Field field);

struct Claim {
  Field field;
  std::string value;   // text, spaces collapsed, entities resolved; addresses as written
  std::string source;  // "json-ld headline", "meta og:title", "h1"
  int trust = 0;       // the higher the better; only compared within a field
  bool whole = false;  // one name, whatever commas it holds
};

class Claims {
 public:
  // Adds a statement; an empty value is none. The first one of equal value and source stays alone.
  void add(Field field, std::string_view value, std::string_view source, int trust);

  // Adds one organisation's name as an author, never to be split: "Acme Robotics, Inc.".
  void add_organisation(std::string_view name, std::string_view source, int trust);

  // All statements on the field, the most trusted first; of equal trust in the order they came.
  std::vector<const Claim*> on(Field field) const;

  // The most trusted one, or null.
  const Claim* best(Field field) const;

  const std::deque<Claim>& all() const { return claims_; }

 private:
  std::deque<Claim> claims_;  // claims that were given out stay where they are
};

}  // namespace syndicat::extract
