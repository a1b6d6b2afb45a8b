#pragma once
// What the writers of XML formats share.

#include <string>
#include <string_view>

#include "formats/extras.hpp"
#include "formats/namespaces.hpp"
#include "model/feed.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats {

// "dc:creator": the name with its namespace's prefix, which is declared on the way.
std::string name_in(xml::Writer& writer, Vocabulary vocabulary, std::string_view local);

// <prefix:local>text</prefix:local>; nothing for an empty text.
void write_leaf(xml::Writer& writer, Vocabulary vocabulary, std::string_view local, std::string_view text);

// The same, but where such an element is among what is foreign: once is enough, and the extras tell the text.
void write_once(xml::Writer& writer, const model::Foreign& foreign, Vocabulary vocabulary, std::string_view local,
                std::string_view text, Extra& extras);

// The xml-stylesheet instructions that stood before the feed, or the one that the options name
// (https://www.w3.org/TR/xml-stylesheet/); to be called before the root is opened.
void write_instructions(xml::Writer& writer, const model::Feed& feed, const WriteOptions& options);
// Whether an element of the document can carry what is foreign: no attributes without a namespace, and elements without
// one only in RSS.
bool fits(const model::Foreign& foreign, Home home);
// What is foreign within the element that was opened last, as far as it fits.
void write_foreign(xml::Writer& writer, const model::Foreign& foreign, Home home);
void write_foreign_elements(xml::Writer& writer, const model::Foreign& foreign, Home home);
model::Foreign as_read(model::Foreign foreign);  // what Atom's reader will have of it

// Attributes for the feed's or the item's element, which was opened last, and for its children. `of`: those that
// stand on the element around it.
void write_foreign_attributes(xml::Writer& writer, const model::Foreign& foreign, std::string_view of = {});
void erase_root_attributes(model::Foreign& foreign);  // those of the element around the channel
// What ends a feed or an item: the extras as elements of our namespace, unless that is not wanted, then all that is
// foreign. What the format's reader would take for its own stands among the extras, and so does Atom's content where
// the entry `has_content` already.
void write_rest(xml::Writer& writer, Extra& extras, const model::Foreign& foreign, Home home,
                const WriteOptions& options, bool has_content = true);

// Whether the foreign element stands in the document itself, not among what is ours.
bool is_written(std::string_view element, Home home, const WriteOptions& options);
// Whether a foreign element speaks of the address, or one of that name and vocabulary is there, already.
bool speaks_of(const model::Foreign& foreign, std::string_view url);
bool holds(const model::Foreign& foreign, Vocabulary vocabulary, std::string_view local = {});
// Whether Atom's content is among what is foreign, as it lies elsewhere or is no text.
bool holds_content(const model::Foreign& foreign);
// The lead image as media:thumbnail, and what that cannot hold among the extras.
void write_image(xml::Writer& writer, Extra& extras, const model::Item& item, Home home, const WriteOptions& options);

// An item's id, and the feed's, as the IRIs that Atom and RDF want (RFC 4287, section 4.2.6). What is none, as RSS
// allows, becomes a part of the feed's own (that of the feed it was taken from, where the item tells), and that its
// address or a fingerprint.
std::string iri_of(const std::string& id, const std::string& feed_iri);
std::string iri_of(const model::Item& item, const std::string& id, const std::string& feed_iri);
std::string feed_iri(const model::Feed& feed, const std::string& id);

// Atom's constructs, with a prefix where `vocabulary` is not the document's own.
enum class Prefix : bool { no, yes };
void write_person(xml::Writer& writer, Prefix prefix, std::string_view element, const model::Person& person, Home home);
void write_link(xml::Writer& writer, Prefix prefix, const model::Link& link);
void write_source(xml::Writer& writer, Prefix prefix, const model::Source& source, Home home);
// A licence that is no more than an address has an element that RSS readers know: creativeCommons:license.
bool is_plain_license(const model::Link& link);
// The links of a feed or an item, all of them: where the reader would sort them otherwise, the extras tell.
void write_links(xml::Writer& writer, Prefix prefix, std::vector<model::Link> written, const model::Item& item,
                 Home home, Extra& extras);
void write_links(xml::Writer& writer, Prefix prefix, std::vector<model::Link> written, const model::Feed& feed,
                 Home home, Extra& extras);
// Whether one of the links has that relation and address.
bool has_link(const std::vector<model::Link>& links, std::string_view rel, std::string_view href);
model::Link link(std::string_view href, std::string_view rel, std::string_view type = {});
// As Atom's reader will have them; what it loses is to be put into the extras.
model::Person as_read(const model::Person& person);
bool is_held(const model::Source& source);  // all of it

// How often the feed changes, in the words of sy, where those can say it; gives whether they do.
struct UpdateRate {
  std::string_view period;
  std::uint64_t frequency;
};
std::optional<UpdateRate> update_rate(std::uint64_t ttl_minutes);
void write_update_rate(xml::Writer& writer, const model::Feed& feed, Extra& extras);
// The first attachment's length as itunes:duration, in whole seconds.
std::optional<std::uint64_t> itunes_duration(const model::Item& item);
void write_duration(xml::Writer& writer, const model::Item& item);
// Whether that holds the attachment's length, the first one's or another's.
bool holds_duration(const model::Item& item, const model::Attachment& attachment);

// The comments' address, feed and count, in the words of slash and wfw.
void write_comments(xml::Writer& writer, const model::Item& item);

}  // namespace syndicat::formats
