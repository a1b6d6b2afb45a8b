#pragma once
// HTML within feeds: is it safe in a reader, do its links work elsewhere, is it where plain text should be?

#include <string_view>
#include <vector>

#include "validate/check.hpp"

namespace syndicat::validate {

// Reports tags, attributes and styles that readers take out, relative addresses, and what is no HTML. `html` is the
// subject's text after it was resolved; the places are found again in the document.
enum class Extent : std::uint8_t { fragment, page };  // a page's <html>, <head>, <title> ... are no risk in one
void check_html(Check& check, const Subject& subject, Extent extent = Extent::fragment);
bool is_part_of_page(std::string_view lower_case_name);
bool is_whole_page(std::string_view html);  // begins with <html> or its document type

// The first tag or character reference of HTML in a text, or an empty view.
std::string_view find_markup(std::string_view text);
// The same in a value, without those whose first character was written as a number on purpose (&#x3C;).
std::string_view find_markup(Check& check, const Subject& subject);

// Whether a style attribute holds nothing but looks: colours, fonts, margins.
bool is_harmless_style(std::string_view style);

// The parts of a document's rules that XHTML elements share with HTML text.
enum class Risk : std::uint8_t { none, tag, attribute, style, relative };
bool is_html_element(std::string_view lower_case_name);
bool is_custom_element(std::string_view lower_case_name);  // <my-player>: HTML Standard, section 4.13.3
bool is_risky_tag(std::string_view lower_case_name);
// `value`: with its character references decoded.
Risk judge_attribute(std::string_view lower_case_name, std::string_view value);
Risk judge_address(std::string_view address);
// The addresses in an attribute's value, parts of it: none, one, or those of the pictures that srcset offers.
std::vector<std::string_view> addresses_in(std::string_view lower_case_name, std::string_view value);

}  // namespace syndicat::validate
