#pragma once
// What the writers of RSS 2.0 and RSS 1.0 share. Each writes what its reader will have, and puts into the extras what
// that would not be the same.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/extras.hpp"
#include "formats/namespaces.hpp"
#include "model/feed.hpp"
#include "xml/writer.hpp"

namespace syndicat::formats::rss {

// A title as RSS's elements have it, in plain text.
std::string title_words(std::string title, const WriteOptions& options);

// A plain element for a text. Its reader guesses whether it is markup; where it would guess wrong, the extras tell.
void write_text(xml::Writer& writer, std::string_view element, std::string_view extra, const model::Text& text,
                std::string native, Extra& extras);

// People by mail in `mail_element` where there is one, by name and else in dc:creator; those who have a page of their
// own, or more, and those with them, in atom:author as well.
void write_authors(xml::Writer& writer, const std::vector<model::Person>& authors, std::string_view mail_element,
                   Home home, Extra& extras);
void write_contributors(xml::Writer& writer, const std::vector<model::Person>& people, Home home, Extra& extras);
// "mail (Name)", or what there is of it.
std::string words_of(const model::Person& person);
bool are_in_atom(const std::vector<model::Person>& people);

// A copyright notice as dc:rights.
void write_rights(xml::Writer& writer, const model::Text& rights, const model::Foreign& foreign, Extra& extras);

// The feed's own address, hubs, pages and links in Atom's words.
void write_feed_links(xml::Writer& writer, const model::Feed& feed, std::string_view own_type, Home home,
                      Extra& extras);
// What else Atom has a word for.
void write_atom_parts(xml::Writer& writer, const model::Feed& feed, Extra& extras);

// The one description and content:encoded for summary, content as HTML and content as text; see settle_content in
// the reader.
void write_content(xml::Writer& writer, const model::Item& item, Extra& extras);

}  // namespace syndicat::formats::rss
