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

// The xml-stylesheet instructions that stood before the feed, or the one that the options name
// (https://www.w3.org/TR/xml-stylesheet/); to be called before the root is opened.
void write_instructions(xml::Writer& writer, const model::Feed& feed, const WriteOptions& options);
// Attributes for the element that was opened last.
void write_foreign_attributes(xml::Writer& writer, const model::Foreign& foreign);
void write_foreign(xml::Writer& writer, const model::Foreign& foreign);
// The extras as elements of our namespace, unless that is not wanted.
void write_extras(xml::Writer& writer, const Extra& extras, const WriteOptions& options);

// Whether a foreign element speaks of the address already.
bool speaks_of(const model::Foreign& foreign, std::string_view url);
// The lead image as media:thumbnail, and what that cannot hold among the extras.
void write_image(xml::Writer& writer, Extra& extras, const model::Item& item);

// An item's id, and the feed's, as the IRIs that Atom and RDF want (RFC 4287, section 4.2.6). What is none, as RSS
// allows, becomes a part of the feed's own (that of the feed it was taken from, where the item tells), and that its
// address or a fingerprint.
std::string iri_of(const std::string& id, const std::string& feed_iri);
std::string iri_of(const model::Item& item, const std::string& id, const std::string& feed_iri);
std::string feed_iri(const model::Feed& feed, const std::string& id);

// Atom's constructs, with a prefix where `vocabulary` is not the document's own.
enum class Prefix : bool { no, yes };
void write_person(xml::Writer& writer, Prefix prefix, std::string_view element, const model::Person& person);
void write_link(xml::Writer& writer, Prefix prefix, const model::Link& link);
// As Atom's reader will have them; what it loses is to be put into the extras.
model::Person as_read(const model::Person& person);

// The comments' address, feed and count, in the words of slash and wfw.
void write_comments(xml::Writer& writer, const model::Item& item);

}  // namespace syndicat::formats
