#include "html/quirks.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

// clang-format off
constexpr std::array<std::string_view, 3> kQuirksPublicIds = {
    "-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML"};

constexpr std::string_view kQuirksSystemId = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";

// A public identifier that begins so.
constexpr std::array<std::string_view, 55> kQuirksPublicIdStarts = {
    "+//Silmaril//dtd html Pro v0r11 19970101//",
    "-//AS//DTD HTML 3.0 asWedit + extensions//",
    "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
    "-//IETF//DTD HTML 2.0 Level 1//",
    "-//IETF//DTD HTML 2.0 Level 2//",
    "-//IETF//DTD HTML 2.0 Strict Level 1//",
    "-//IETF//DTD HTML 2.0 Strict Level 2//",
    "-//IETF//DTD HTML 2.0 Strict//",
    "-//IETF//DTD HTML 2.0//",
    "-//IETF//DTD HTML 2.1E//",
    "-//IETF//DTD HTML 3.0//",
    "-//IETF//DTD HTML 3.2 Final//",
    "-//IETF//DTD HTML 3.2//",
    "-//IETF//DTD HTML 3//",
    "-//IETF//DTD HTML Level 0//",
    "-//IETF//DTD HTML Level 1//",
    "-//IETF//DTD HTML Level 2//",
    "-//IETF//DTD HTML Level 3//",
    "-//IETF//DTD HTML Strict Level 0//",
    "-//IETF//DTD HTML Strict Level 1//",
    "-//IETF//DTD HTML Strict Level 2//",
    "-//IETF//DTD HTML Strict Level 3//",
    "-//IETF//DTD HTML Strict//",
    "-//IETF//DTD HTML//",
    "-//Metrius//DTD Metrius Presentational//",
    "-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//",
    "-//Microsoft//DTD Internet Explorer 2.0 HTML//",
    "-//Microsoft//DTD Internet Explorer 2.0 Tables//",
    "-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//",
    "-//Microsoft//DTD Internet Explorer 3.0 HTML//",
    "-//Microsoft//DTD Internet Explorer 3.0 Tables//",
    "-//Netscape Comm. Corp.//DTD HTML//",
    "-//Netscape Comm. Corp.//DTD Strict HTML//",
    "-//O'Reilly and Associates//DTD HTML 2.0//",
    "-//O'Reilly and Associates//DTD HTML Extended 1.0//",
    "-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
    "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
    "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//",
    "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
    "-//Spyglass//DTD HTML 2.0 Extended//",
    "-//Sun Microsystems Corp.//DTD HotJava HTML//",
    "-//Sun Microsystems Corp.//DTD HotJava Strict HTML//",
    "-//W3C//DTD HTML 3 1995-03-24//",
    "-//W3C//DTD HTML 3.2 Draft//",
    "-//W3C//DTD HTML 3.2 Final//",
    "-//W3C//DTD HTML 3.2//",
    "-//W3C//DTD HTML 3.2S Draft//",
    "-//W3C//DTD HTML 4.0 Frameset//",
    "-//W3C//DTD HTML 4.0 Transitional//",
    "-//W3C//DTD HTML Experimental 19960712//",
    "-//W3C//DTD HTML Experimental 970421//",
    "-//W3C//DTD W3 HTML//",
    "-//W3O//DTD W3 HTML 3.0//",
    "-//WebTechs//DTD Mozilla HTML 2.0//",
    "-//WebTechs//DTD Mozilla HTML//",
};
// clang-format on

// These are quirky without a system identifier, and limited quirky with one.
constexpr std::array<std::string_view, 2> kHtml401Starts = {"-//W3C//DTD HTML 4.01 Frameset//",
                                                            "-//W3C//DTD HTML 4.01 Transitional//"};
constexpr std::array<std::string_view, 2> kLimitedStarts = {"-//W3C//DTD XHTML 1.0 Frameset//",
                                                            "-//W3C//DTD XHTML 1.0 Transitional//"};

bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && text::equals_ignoring_case(text.substr(0, start.size()), start);
}

}  // namespace

Mode mode_of_doctype(const Token& doctype, std::string_view name) {
  const std::string_view id = doctype.public_id;
  const auto starts = [&](std::string_view start) { return starts_ignoring_case(id, start); };
  const auto is = [&](std::string_view whole) { return text::equals_ignoring_case(id, whole); };

  if (doctype.force_quirks || name != "html") return Mode::quirks;
  if (doctype.has_system_id && text::equals_ignoring_case(doctype.system_id, kQuirksSystemId)) return Mode::quirks;
  if (!doctype.has_public_id) return Mode::no_quirks;
  if (std::any_of(kQuirksPublicIds.begin(), kQuirksPublicIds.end(), is)) return Mode::quirks;
  if (std::any_of(kQuirksPublicIdStarts.begin(), kQuirksPublicIdStarts.end(), starts)) return Mode::quirks;
  if (std::any_of(kHtml401Starts.begin(), kHtml401Starts.end(), starts)) {
    return doctype.has_system_id ? Mode::limited_quirks : Mode::quirks;
  }
  if (std::any_of(kLimitedStarts.begin(), kLimitedStarts.end(), starts)) return Mode::limited_quirks;
  return Mode::no_quirks;
}

}  // namespace syndicat::html
