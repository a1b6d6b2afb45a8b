#pragma once
// Atom's own constructs (RFC 4287, section 3), as its reader has them and as RSS borrows them.

#include <string>
#include <string_view>

#include "formats/xml_reading.hpp"

namespace syndicat::formats::atom {

// A text construct: plain, or HTML whose addresses are seen from `base`. Atom 0.3's types and modes too.
model::Text read_text(xml::Node node, std::string_view base);
// Notes where such a construct, or content, of Atom 1.0 holds elements although it says that it is no XHTML.
void tell_unescaped(xml::Node node, Context& context);
// Whether content is text, with or without markup, and stands in the element.
bool is_text_content(xml::Node node);
model::Person read_person(xml::Node node, std::string_view base);
model::Category read_category(xml::Node node);
model::Link read_link(xml::Node node, std::string_view base);
model::Source read_source(xml::Node node, std::string_view base, Context& context);
// Who stands there: they wrote the entry where it names nobody itself (section 4.2.1).
std::vector<model::Person> authors_of_source(xml::Node node, std::string_view base);

// Puts a link where it belongs: the page, an attachment, the comments; and among the links where it belongs nowhere
// else or says more than its place holds. RSS and RDF have other words for the page and for comments; there such a
// link is one more.
void place(model::Link link, model::Item& item, Home home);
void place(model::Link link, model::Feed& feed, Home home);

// An enclosure as a link, and back.
model::Link link_of(const model::Attachment& attachment);
model::Attachment attachment_of(model::Link link);

}  // namespace syndicat::formats::atom
