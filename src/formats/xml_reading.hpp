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

// The name by which attributes of <rss> and <rdf:RDF>, around the channel, are kept.
constexpr std::string_view kRootAttributes = "root";
constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view kXmlnsUri = "http://www.w3.org/2000/xmlns/";

// Headings that an entry of a list keeps as its categories: each lies below all of them.
constexpr std::size_t kMostHeadings = 16;

// One document on its way into the model.
struct Context {
  const xml::Document& document;
  Names names;
  std::vector<Note> notes;
  Home home = Home::atom;

  // Tells what was mended or left, with the line it stands in.
  void note(xml::Node at, std::string words);
};

// Someone whom an extension names. Whether the element is kept shows when all people are known.
struct Named {
  model::Person person;
  xml::Node node;
  bool behind_ours;
};

// What several elements of an item speak of, settled when all have been read.
struct Draft {
  std::optional<std::string> description, encoded;  // as HTML
  model::Text other_title;                          // from Dublin Core, media or iTunes
  model::Text other_summary;                        // from Atom, Dublin Core or iTunes within RSS
  bool has_own_summary = false;                     // other_summary stands for a summary beside content
  std::vector<Named> creators;                      // from Dublin Core
  std::vector<Named> atom_authors;                  // in RSS these say more than its own
  std::vector<Named> contributors;                  // from Atom within RSS, and from Dublin Core
  std::optional<model::Person> fallback_author;     // from iTunes, where nobody else is named
  std::optional<model::Date> other_published, other_modified;
  std::string other_rights, other_id;
  model::Text atom_rights;                   // within RSS
  std::optional<model::Source> atom_source;  // likewise
  std::optional<xml::Node> atom_source_node;
  std::vector<model::Person> source_authors;
  std::vector<model::Attachment> media;  // from Media RSS, behind the attachments there are
  std::string original_url;              // of content that lies elsewhere
  std::optional<xml::Node> duration;     // itunes:duration
  bool duration_is_behind_ours = false;
  std::optional<xml::Node> period;  // sy:updatePeriod, and both of its words that may be made anew
  std::vector<xml::Node> rates;
  Extra extras;  // of our own namespace
  // A writer of ours puts what is foreign behind our own elements: it is to be kept, whatever else it says.
  bool behind_ours = false;
};

// A parsed document. What was not well-formed has been mended as well as could be, and each place is told in
// `notes`; with `strict` the first one is a failure (`unreadable`, with line and column).
Result<xml::Document> parse_document(std::string bytes, const ReadOptions& options, std::vector<Note>& notes);

std::string trimmed(xml::Node node);   // the text, without white space around it
std::string one_line(xml::Node node);  // the text, each run of white space one blank
// An element's content as an HTML fragment: its text, which is escaped markup, or its elements as they stand.
std::string markup_in(xml::Node node);
// The same with its addresses absolute: seen from its own xml:base, else from `base`.
std::string absolute_markup_in(xml::Node node, std::string_view base);
std::string address(xml::Node node, std::string_view base);  // seen from there likewise
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

// Keeps an element that has no member, as it stands; where an xml:base is in force, which stays behind, addresses in
// its attributes href, src and url are seen from `base`. Or keeps an element's attributes but those in `known`; `of`:
// the member that it stands for.
void keep(xml::Node node, model::Foreign& foreign, std::string_view base = {});
void keep_attributes(xml::Node node, std::initializer_list<std::string_view> known, model::Foreign& foreign,
                     std::string_view of = {});
// Keeps those attributes of a scalar's element that no format gives a meaning to.
void keep_attributes_of(xml::Node element, model::Foreign& foreign);
// The instructions before the root, but what the declaration says.
void keep_instructions(const xml::Document& document, model::Feed& feed);

// Keeps the elements that named people, but those which the writer of this format makes anew. `has_mail_element`: it
// has a word of its own for those with a mail address.
void keep_people(const Draft& draft, const Context& context, const std::vector<model::Person>& authors,
                 const std::vector<model::Person>& contributors, bool has_mail_element, model::Foreign& foreign);

// Elements of the namespaces that extend feeds: gives whether they went into a member, and the writer of the same
// format says so in the same words, so that they need not be kept.
bool read_extension(xml::Node node, model::Item& item, Draft& draft, Context& context, std::string_view base);
bool read_extension(xml::Node node, model::Feed& feed, Draft& draft, Context& context, std::string_view base);

// Whether that is settled by what follows alone: our own elements, and people and lengths.
bool settles_later(xml::Node node, const Context& context);

// What is settled when all has been read; what was not known to be held by then is kept.
void settle_update_rate(const Draft& draft, const Context& context, model::Feed& feed);
void settle_duration(const Draft& draft, model::Item& item);

}  // namespace syndicat::formats
