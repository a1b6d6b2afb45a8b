#pragma once
// What a format has no place for, as a tree of names: members of the object `_syndicat` in JSON, elements of our
// namespace in XML. A writer puts in what it could not say otherwise; a reader lets it overrule what it read before.
// syndicat-json(7) describes every name.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.hpp"
#include "formats/namespaces.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"
#include "model/feed.hpp"
#include "xml/document.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats {

struct Extra {
  enum class Kind : std::uint8_t { text, bare, object, list };  // bare: a number, true or false
  std::string name;
  Kind kind = Kind::object;
  std::string text;
  std::vector<Extra> children;

  bool operator==(const Extra&) const = default;
  bool empty() const { return children.empty() && text.empty(); }
  const Extra* find(std::string_view name) const;  // null: there is none
  std::string value(std::string_view name) const;  // the text of the child of that name, or an empty one

  void put(Extra child);  // unless one of that name is there already
  // Put in a child, where there is anything to say.
  void add(std::string_view child, std::string_view text);
  void add(std::string_view child, const char* words) { add(child, std::string_view(words)); }
  void add(std::string_view child, const std::optional<bool>& yes);
  void add(std::string_view child, const std::optional<std::uint64_t>& number);
  void add(std::string_view child, const std::optional<model::Date>& date);
  void add(std::string_view child, const model::Image& image);
  void add(std::string_view child, const std::vector<std::string>& texts);
  void add(std::string_view child, const std::vector<model::Person>& people);
  void add(std::string_view child, const std::vector<model::Category>& categories);
  void add(std::string_view child, const std::vector<model::Link>& links);
  void add(std::string_view child, const std::vector<model::Attachment>& attachments);
  void add(std::string_view child, const std::vector<model::Hub>& hubs);
  void add(std::string_view child, const std::optional<model::Cloud>& cloud);
  void add(std::string_view child, const std::optional<model::Source>& source);
  // A text under `child`, or under `child`_html where it is markup.
  void add(std::string_view child, const model::Text& text);

  // Says that `member` was made up for the format's sake and is not in the feed.
  void stand_in(std::string_view member);
};

// All that is said, in the same words: for who compares.
Extra everything(const model::Feed& feed);  // but for the items
Extra everything(const model::Item& item);

// What no format at all has a place for.
void add_unplaced(Extra& extras, const model::Item& item);
// A date that the format's own spelling cannot hold: one that could not be read, or has parts of a second.
void add_odd_date(Extra& extras, std::string_view name, const std::optional<model::Date>& date, bool holds_fractions);
// What is foreign: all of it in JSON; in XML its elements and attributes stand as they are.
void add_foreign_xml(Extra& extras, const model::Foreign& foreign);
void add_foreign_json(Extra& extras, const model::Foreign& foreign);
void add_foreign(Extra& extras, const model::Foreign& foreign);  // both

// Sets the members that the tree names, and clears those that it calls made up.
void take(const Extra& extras, model::Feed& feed);
void take(const Extra& extras, model::Item& item);

// As the value of a JSON member, as children of an XML element with the prefix "syndicat", and back.
void write(json::Writer& writer, const Extra& extra);
void write(xml::Writer& writer, const Extra& extra, Home home);
Extra read_extra(const json::Value& value);
Extra read_extra(xml::Node element);

}  // namespace syndicat::formats
