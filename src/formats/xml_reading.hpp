#pragma once
// What the readers of XML formats share.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/extras.hpp"
#include "formats/format.hpp"
#include "formats/namespaces.hpp"
#include "model/feed.hpp"
#include "xml/document.hpp"

namespace syndicat::formats {

constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";

// One document on its way into the model.
struct Context {
  const xml::Document& document;
  Names names;
  std::vector<Note> notes;

  // Tells what was mended or left, with the line it stands in.
  void note(xml::Node at, std::string words);
};

// What several elements of an item speak of, settled when all have been read.
struct Draft {
  std::optional<std::string> description, encoded;  // as HTML
  model::Text other_title;                          // from Dublin Core, media or iTunes
  model::Text other_summary;                        // from Atom, Dublin Core or iTunes within RSS
  bool has_own_summary = false;                     // other_summary stands for a summary beside content
  std::vector<model::Person> creators;              // from dc and itunes, where the format's own authors are missing
  std::vector<model::Person> atom_authors;          // in RSS these say more than its own
  std::optional<model::Date> other_published, other_modified;
  std::string other_rights;
  std::string original_url;                         // of content that lies elsewhere
  Extra extras;                                     // of our own namespace
};

// A parsed document. What was not well-formed has been mended as well as could be, and each place is told in
// `notes`; with `strict` the first one is a failure (`unreadable`, with line and column).
Result<xml::Document> parse_document(std::string bytes, const ReadOptions& options, std::vector<Note>& notes);

std::string trimmed(xml::Node node);    // the text, without white space around it
std::string one_line(xml::Node node);   // the text, each run of white space one blank
// An element's content as an HTML fragment: its text, which is escaped markup, or its elements as they stand.
std::string markup_in(xml::Node node);
std::string address(xml::Node node, std::string_view base);
std::optional<model::Date> read_date(xml::Node node, Context& context);
std::optional<std::uint64_t> read_number(std::string_view text);
// "mail@example.org (Name)", "Name <mail@example.org>", "Name", as RSS has people.
model::Person read_person(std::string_view written);
// Puts in a person; one who is there already, by name or mail, gains what was missing.
void add_person(std::vector<model::Person>& people, model::Person person);

// Puts in a category, but none that is there already.
void add_category(std::vector<model::Category>& categories, model::Category category);

// The address that relative ones within `node` are seen from: `base`, or what its xml:base makes of that.
std::string base_of(xml::Node node, std::string_view base);
// Its xml:lang, in the usual spelling, or `language` where it has none.
std::string language_of(xml::Node node, std::string_view language);

// Keeps an element that has no member, or the attributes of the feed's or item's own element, but those in `known`.
void keep(xml::Node node, model::Foreign& foreign);
void keep_attributes(xml::Node node, std::initializer_list<std::string_view> known, model::Foreign& foreign);
// The instructions before the root, but what the declaration says.
void keep_instructions(const xml::Document& document, model::Feed& feed);

// Elements of the namespaces that extend feeds: gives whether they went into a member and need not be kept.
bool read_extension(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base);
bool read_extension(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base);

}  // namespace syndicat::formats
