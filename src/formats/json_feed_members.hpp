#pragma once
// The members of JSON Feed's objects, by the types that they are to have. What is of another type is mended where that
// loses nothing and can be meant in one way only: a number is read as text, a digit string as a number, one object as
// a list of one. Everything else is kept as it stands, under its own name among what is foreign, and the writer puts it
// where it breaks nothing: into `_syndicat`. Both are told. null says nothing, and is told and left out.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_feed_parts.hpp"
#include "json/value.hpp"
#include "model/feed.hpp"

namespace syndicat::formats::json_feed {

enum class Kind : std::uint8_t { feed, item, author, attachment, hub };

// Whether the specification has a member of that name in such an object, or it is our own.
bool is_known(Kind kind, std::string_view name);

// Which of the foreign members of such an object may stand in it: those of no name that it has, and the first of each
// name. In their order.
std::vector<bool> fitting(Kind kind, const model::Foreign& foreign);

// The members of one object, in their order. Borrows all it is given.
class Members {
 public:
  Members(const json::Value& object, Kind kind, Places& places, std::string_view base, model::Foreign& foreign);

  // Calls `take` with each member; where a name stands several times, with the last one, and keeps the others aside.
  template <typename Take>
  void each(Take take) {
    for (std::size_t at = 0; at < members_.size(); ++at)
      if (!superseded_ || !is_superseded(at)) take(members_[at]);
    settle();
  }
  // Puts what was kept aside behind all that is foreign in its own right.
  void settle();

  std::string text(const json::Member& member);
  std::string address(const json::Member& member);  // whole, as seen from the base
  std::string language(const json::Member& member);
  std::optional<model::Date> date(const json::Member& member);
  std::optional<bool> boolean(const json::Member& member);
  std::optional<double> number(const json::Member& member, bool is_whole);  // not below 0

  // Calls `take` with each entry of a list; it says whether it could make use of that one.
  template <typename Take>
  void list(const json::Member& member, std::string_view of, Take take) {
    json::Array left;
    for (const auto& entry : entries(member, of))
      if (!take(entry)) leave(member, of, entry, left);
    if (!left.empty()) aside_.emplace_back(member.name, json::to_text({std::move(left)}));
  }

  // As it stands: an extension, which is no flaw.
  void keep(const json::Member& member);
  // As it stands, for it is not what the specification has; `words`: why. Without words: no flaw, but said twice.
  void keep_aside(const json::Member& member, std::string_view words = {});
  bool is_null(const json::Member& member);  // which is told

  Places& places() { return places_; }
  std::string_view base() const { return base_; }

 private:
  bool is_superseded(std::size_t at);
  void wrong(const json::Member& member, std::string_view wanted);
  std::span<const json::Value> entries(const json::Member& member, std::string_view of);
  void leave(const json::Member& member, std::string_view of, const json::Value& entry, json::Array& left);

  std::span<const json::Member> members_;
  Kind kind_;
  Places& places_;
  std::string_view base_;
  model::Foreign& foreign_;
  std::vector<std::pair<std::string, std::string>> aside_;
  bool superseded_ = false;  // whether a known name stands twice
};

// "an array"
std::string_view type_name(const json::Value& value);

}  // namespace syndicat::formats::json_feed
