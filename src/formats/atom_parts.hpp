#pragma once
// Atom's own constructs (RFC 4287, section 3), as its reader has them and as RSS borrows them.

#include <string>
#include <string_view>

#include "formats/xml_reading.hpp"

namespace syndicat::formats::atom {

// A text construct: plain, or HTML whose addresses are seen from `base`. Atom 0.3's types and modes too.
model::Text read_text(xml::Node node, std::string_view base);
model::Person read_person(xml::Node node, std::string_view base);
model::Category read_category(xml::Node node);
model::Link read_link(xml::Node node, std::string_view base);
model::Source read_source(xml::Node node, std::string_view base, Context& context);

// Puts a link where it belongs: the page, an attachment, the comments, else among the links.
void place_link(xml::Node node, std::string_view base, model::Item& item);
void place_link(xml::Node node, std::string_view base, model::Feed& feed);

}  // namespace syndicat::formats::atom
