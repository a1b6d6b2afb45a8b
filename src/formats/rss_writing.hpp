#pragma once
// What the writers of RSS 2.0 and RSS 1.0 share. Each writes what its reader will have, and puts into the extras what
// that would not be the same.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/extras.hpp"
#include "model/feed.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats::rss {

// A plain element for a text. Its reader guesses whether it is markup; where it would guess wrong, the extras tell.
void write_text(xml::Writer& writer, std::string_view element, std::string_view extra, const model::Text& text,
                std::string native, Extra& extras);

// People by name in dc:creator, by mail in `mail_element` where there is one; those with a page of their own in
// atom:author as well.
void write_authors(xml::Writer& writer, const std::vector<model::Person>& authors, std::string_view mail_element, Extra& extras);
void write_contributors(xml::Writer& writer, const std::vector<model::Person>& people, Extra& extras);

// Links as atom:link, a plain licence as creativeCommons:license.
void write_links(xml::Writer& writer, const std::vector<model::Link>& links);

// The one description and content:encoded for summary, content as HTML and content as text; see settle_content in
// the reader.
void write_content(xml::Writer& writer, const model::Item& item, Extra& extras);

}  // namespace syndicat::formats::rss
