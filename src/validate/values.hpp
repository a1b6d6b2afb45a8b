#pragma once
// Checks of single values, shared by all vocabularies. Each looks at the subject's text and reports what is wrong.

#include <string_view>

#include "text/mail_address.hpp"
#include "text/media_type.hpp"
#include "validate/check.hpp"

namespace syndicat::validate {

using ValueCheck = void (*)(Check&, const Subject&);

// Dates.
void rfc822_date(Check& check, const Subject& subject);
void rfc3339_date(Check& check, const Subject& subject);       // Atom: no white space around it (RFC 4287, section 3.3)
void w3cdtf_date(Check& check, const Subject& subject);        // Dublin Core: a year alone will do
void iso8601_date(Check& check, const Subject& subject);       // a day
void iso8601_date_time(Check& check, const Subject& subject);  // a day with or without a time, a zone or none
void any_date(Check& check, const Subject& subject);           // by RFC 822 or RFC 3339

// Addresses.
void full_link(Check& check, const Subject& subject);          // RSS: a whole URI
void link_reference(Check& check, const Subject& subject);     // a URI, maybe relative
void iri_reference(Check& check, const Subject& subject);      // Atom: an IRI, maybe relative
void web_url_attribute(Check& check, const Subject& subject);  // RSS: "the url must be an http url"; https counts
void atom_id(Check& check, const Subject& subject);            // a whole IRI in its usual form
void full_iri(Check& check, const Subject& subject);           // an IRI that stands alone
// tag: and urn: by their own rules; gives whether the value is sound.
bool identifier(Check& check, std::string_view value, const Subject& subject);

// The first character that may not stand in a URI where it does: a blank, "%" before no two digits of base 16, a
// bracket behind the host; empty: there is none. And how a person calls it.
std::string_view unescaped_character(std::string_view written);
std::string name_of_character(std::string_view character);

// Where the base is known, the correction that makes a relative address whole. `start`: where its first character
// stands in the document. Nothing is offered for what can be written in more ways than one there.
void offer_whole_address(Finding* finding, const Check& check, std::string_view reference, std::size_t start);

// People.
void rss_contact(Check& check, const Subject& subject);  // "editor@news.example (Ada Kovalenko)"
void addr_spec(Check& check, const Subject& subject);
void person_name(Check& check, const Subject& subject);

// Numbers and words.
void non_negative_integer(Check& check, const Subject& subject);
void positive_integer(Check& check, const Subject& subject);
void integer_attribute(Check& check, const Subject& subject);
void integer(Check& check, const Subject& subject);   // of an element, negative ones too
void floating(Check& check, const Subject& subject);  // 29.97
void percentage(Check& check, const Subject& subject);
void npt_time(Check& check, const Subject& subject);            // a place in a film (RFC 2326, section 3.6)
void npt_time_of_scene(Check& check, const Subject& subject);   // the same, or minutes and seconds
void report_no_number(Check& check, Subject subject);           // for checks that know numbers of their own
void country_code(Check& check, const Subject& subject);        // ISO 3166-1
void currency_code(Check& check, const Subject& subject);       // ISO 4217
void character_encoding(Check& check, const Subject& subject);  // a name of IANA's or the WHATWG's
void boolean_attribute(Check& check, const Subject& subject);
void true_or_false(Check& check, const Subject& subject);  // these words, in small letters
// The correction of a finding about such a value, where what is meant is plain: yes, 1 and Apple's explicit are true.
void offer_boolean(Finding* finding, const Check& check, const Subject& subject);
void language(Check& check, const Subject& subject);    // a language tag; white space around it is let pass
void media_type(Check& check, const Subject& subject);  // of an element
void media_type_attribute(Check& check, const Subject& subject);
void not_blank(Check& check, const Subject& subject);
void attribute_not_blank(Check& check, const Subject& subject);

// Text.
void bad_characters(Check& check, const Subject& subject);  // what a wrong encoding leaves behind
void plain_text(Check& check, const Subject& subject);      // not blank, no HTML
void plain_text_or_blank(Check& check, const Subject& subject);
void html_text(Check& check, const Subject& subject);  // HTML as RSS has it: safe, with whole addresses

// A language tag by its form, of a language that there is where its code has two letters (RFC 5646).
bool is_known_language(std::string_view tag);
// Tells of a tag that names a country or region that nobody knows: en-UK. One that is no tag passes.
void language_region(Check& check, const Subject& subject);
bool is_region(std::string_view code);               // a country's, or what else BCP 47 has as a region, in any letters
bool is_registered_scheme(std::string_view scheme);  // lower case
using text::is_addr_spec;
using text::is_media_type;

}  // namespace syndicat::validate
