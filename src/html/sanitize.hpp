#pragma once
// Content made safe to show: an allow-list of elements, attributes, URL schemes and CSS properties, one table
// (sanitize_table.cpp).

#include <string>
#include <string_view>

namespace syndicat::html {

struct SanitizeOptions {
  std::string base{};      // where relative addresses are seen from; empty: they stay as they are
  bool keep_style = true;  // allowed CSS properties stay
};

// The fragment with nothing executable left in it, in any disguise. Its own result is left as it is.
//
// Of unknown elements the content stays; what the page hides stays out of sight, so it goes. Formulas keep MathML's
// presentation elements, drawings (SVG) go as a whole. An id gets "user-content-" before it, so that it takes no name
// of the page that shows it, and links within the fragment follow. Links open where the reader says: no target.
std::string sanitize(std::string_view fragment, const SanitizeOptions& options = {});

// Whether an attribute xml:base within the markup moves the base, as it does in XHTML; it then goes away. HTML has
// none.
enum class XmlBase { ignored, counts };

// The fragment with its links and images made absolute; nothing else changes but the spelling of its markup.
std::string absolutize(std::string_view fragment, std::string_view base, XmlBase xml_base = XmlBase::ignored);

}  // namespace syndicat::html
