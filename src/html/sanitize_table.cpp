#include "html/sanitize_table.hpp"

#include <algorithm>
#include <array>

namespace syndicat::html::allowed {
namespace {

// Schemes that open a page, a mail or a call, and run nothing.
constexpr std::string_view kLinks = "http https mailto tel sms ftp geo";
// What is fetched without being asked for. Of data: only pictures that hold no markup.
constexpr std::string_view kMedia = "http https";
constexpr std::string_view kPictures =
    "http https data:image/png data:image/jpeg data:image/jpg data:image/gif data:image/webp data:image/avif "
    "data:image/bmp data:image/x-icon";

constexpr Treatment rename = Treatment::rename, drop = Treatment::drop;

// In the order of their names.
constexpr std::array kElements = {
    Element{"a"},
    Element{"abbr"},
    Element{"acronym", rename, "abbr"},
    Element{"address"},
    Element{"area", drop},
    Element{"article"},
    Element{"aside"},
    Element{"audio"},
    Element{"b"},
    Element{"base", drop},
    Element{"basefont", drop},
    Element{"bdi"},
    Element{"bdo"},
    Element{"bgsound", drop},
    Element{"blockquote"},
    Element{"br"},
    Element{"canvas", drop},
    Element{"caption"},
    Element{"center", rename, "div"},
    Element{"cite"},
    Element{"code"},
    Element{"col"},
    Element{"colgroup"},
    Element{"data"},
    Element{"datalist", drop},
    Element{"dd"},
    Element{"del"},
    Element{"details"},
    Element{"dfn"},
    Element{"dialog", rename, "div"},
    Element{"dir", rename, "ul"},
    Element{"div"},
    Element{"dl"},
    Element{"dt"},
    Element{"em"},
    Element{"embed", drop},
    Element{"fieldset", rename, "div"},
    Element{"figcaption"},
    Element{"figure"},
    Element{"footer"},
    Element{"form", rename, "div"},
    Element{"frame", drop},
    Element{"frameset", drop},
    Element{"h1"},
    Element{"h2"},
    Element{"h3"},
    Element{"h4"},
    Element{"h5"},
    Element{"h6"},
    Element{"header"},
    Element{"hgroup"},
    Element{"hr"},
    Element{"i"},
    Element{"iframe", drop},
    Element{"img"},
    Element{"input", drop},
    Element{"ins"},
    Element{"kbd"},
    Element{"keygen", drop},
    Element{"legend", rename, "div"},
    Element{"li"},
    Element{"link", drop},
    Element{"listing", rename, "pre"},
    Element{"main"},
    Element{"mark"},
    Element{"menu", rename, "ul"},
    Element{"meta", drop},
    Element{"nav"},
    Element{"noembed", drop},
    Element{"noframes", drop},
    Element{"ol"},
    Element{"p"},
    Element{"param", drop},
    Element{"picture"},
    Element{"plaintext", rename, "pre"},
    Element{"pre"},
    Element{"q"},
    Element{"rb"},
    Element{"rp"},
    Element{"rt"},
    Element{"rtc"},
    Element{"ruby"},
    Element{"s"},
    Element{"samp"},
    Element{"script", drop},
    Element{"search", rename, "div"},
    Element{"section"},
    Element{"select", drop},
    Element{"small"},
    Element{"source"},
    Element{"span"},
    Element{"strike", rename, "s"},
    Element{"strong"},
    Element{"style", drop},
    Element{"sub"},
    Element{"summary"},
    Element{"sup"},
    Element{"table"},
    Element{"tbody"},
    Element{"td"},
    Element{"template", drop},
    Element{"textarea", drop},
    Element{"tfoot"},
    Element{"th"},
    Element{"thead"},
    Element{"time"},
    Element{"title", drop},
    Element{"tr"},
    Element{"track"},
    Element{"tt", rename, "code"},
    Element{"u"},
    Element{"ul"},
    Element{"var"},
    Element{"video"},
    Element{"wbr"},
    Element{"xmp", rename, "pre"},
};

// MathML's presentation elements (MathML Core). Those that may hold HTML hold only text here; <annotation-xml>,
// <mglyph> and <maction>, by which markup changes sides or acts, are not among them. SVG has no table: it is dropped.
constexpr std::array kMathElements = {
    Element{"annotation", drop},
    Element{"annotation-xml", drop},
    Element{"math"},
    Element{"merror"},
    Element{"mfrac"},
    Element{"mi"},
    Element{"mmultiscripts"},
    Element{"mn"},
    Element{"mo"},
    Element{"mover"},
    Element{"mpadded"},
    Element{"mphantom"},
    Element{"mprescripts"},
    Element{"mroot"},
    Element{"mrow"},
    Element{"ms"},
    Element{"mspace"},
    Element{"msqrt"},
    Element{"mstyle"},
    Element{"msub"},
    Element{"msubsup"},
    Element{"msup"},
    Element{"mtable"},
    Element{"mtd"},
    Element{"mtext"},
    Element{"mtr"},
    Element{"munder"},
    Element{"munderover"},
};

// In the order of elements and names; "*" comes first.
// clang-format off
constexpr std::array kAttributes = {
    Attribute{"*", "dir", Value::word, "ltr rtl auto"},
    Attribute{"*", "id", Value::identifier},
    Attribute{"*", "lang", Value::token},
    Attribute{"*", "style", Value::style},
    Attribute{"*", "title", Value::text},
    Attribute{"a", "href", Value::link, kLinks},
    Attribute{"a", "hreflang", Value::token},
    Attribute{"a", "rel", Value::words, "author bookmark external license nofollow noopener noreferrer sponsored tag ugc"},
    Attribute{"a", "type", Value::token},
    Attribute{"audio", "controls", Value::flag},
    Attribute{"audio", "loop", Value::flag},
    Attribute{"audio", "muted", Value::flag},
    Attribute{"audio", "preload", Value::word, "none metadata"},
    Attribute{"audio", "src", Value::media, kMedia},
    Attribute{"blockquote", "cite", Value::link, kMedia},
    Attribute{"code", "class", Value::class_names, "language- lang-"},
    Attribute{"col", "span", Value::number},
    Attribute{"colgroup", "span", Value::number},
    Attribute{"data", "value", Value::text},
    Attribute{"del", "cite", Value::link, kMedia},
    Attribute{"del", "datetime", Value::token},
    Attribute{"details", "open", Value::flag},
    Attribute{"img", "alt", Value::text},
    Attribute{"img", "decoding", Value::word, "async auto sync"},
    Attribute{"img", "height", Value::dimension},
    Attribute{"img", "loading", Value::word, "eager lazy"},
    Attribute{"img", "sizes", Value::text},
    Attribute{"img", "src", Value::media, kPictures},
    Attribute{"img", "srcset", Value::candidates, kPictures},
    Attribute{"img", "width", Value::dimension},
    Attribute{"ins", "cite", Value::link, kMedia},
    Attribute{"ins", "datetime", Value::token},
    Attribute{"li", "value", Value::number},
    Attribute{"ol", "reversed", Value::flag},
    Attribute{"ol", "start", Value::number},
    Attribute{"ol", "type", Value::word, "1 a A i I"},
    Attribute{"pre", "class", Value::class_names, "language- lang-"},
    Attribute{"q", "cite", Value::link, kMedia},
    Attribute{"source", "height", Value::dimension},
    Attribute{"source", "media", Value::text},
    Attribute{"source", "sizes", Value::text},
    Attribute{"source", "src", Value::media, kMedia},
    Attribute{"source", "srcset", Value::candidates, kPictures},
    Attribute{"source", "type", Value::text},
    Attribute{"source", "width", Value::dimension},
    Attribute{"td", "align", Value::word, "left right center justify"},
    Attribute{"td", "colspan", Value::number},
    Attribute{"td", "headers", Value::identifiers},
    Attribute{"td", "rowspan", Value::number},
    Attribute{"td", "valign", Value::word, "top middle bottom baseline"},
    Attribute{"th", "abbr", Value::text},
    Attribute{"th", "align", Value::word, "left right center justify"},
    Attribute{"th", "colspan", Value::number},
    Attribute{"th", "headers", Value::identifiers},
    Attribute{"th", "rowspan", Value::number},
    Attribute{"th", "scope", Value::word, "row col rowgroup colgroup"},
    Attribute{"th", "valign", Value::word, "top middle bottom baseline"},
    Attribute{"time", "datetime", Value::token},
    Attribute{"track", "default", Value::flag},
    Attribute{"track", "kind", Value::word, "subtitles captions descriptions chapters"},
    Attribute{"track", "label", Value::text},
    Attribute{"track", "src", Value::media, kMedia},
    Attribute{"track", "srclang", Value::token},
    Attribute{"video", "controls", Value::flag},
    Attribute{"video", "height", Value::dimension},
    Attribute{"video", "loop", Value::flag},
    Attribute{"video", "muted", Value::flag},
    Attribute{"video", "playsinline", Value::flag},
    Attribute{"video", "poster", Value::media, kPictures},
    Attribute{"video", "preload", Value::word, "none metadata"},
    Attribute{"video", "src", Value::media, kMedia},
    Attribute{"video", "width", Value::dimension},
};
// clang-format on

// Of MathML: how it looks, nothing that leads anywhere.
constexpr std::array kMathAttributes = {
    Attribute{"*", "accent", Value::word, "true false"},
    Attribute{"*", "accentunder", Value::word, "true false"},
    Attribute{"*", "columnalign", Value::words, "left center right"},
    Attribute{"*", "columnspan", Value::number},
    Attribute{"*", "dir", Value::word, "ltr rtl"},
    Attribute{"*", "display", Value::word, "block inline"},
    Attribute{"*", "displaystyle", Value::word, "true false"},
    Attribute{"*", "fence", Value::word, "true false"},
    Attribute{"*", "form", Value::word, "prefix infix postfix"},
    Attribute{"*", "largeop", Value::word, "true false"},
    Attribute{"*", "linethickness", Value::token},
    Attribute{"*", "lspace", Value::token},
    Attribute{"*", "mathvariant", Value::token},
    Attribute{"*", "movablelimits", Value::word, "true false"},
    Attribute{"*", "rowspan", Value::number},
    Attribute{"*", "rspace", Value::token},
    Attribute{"*", "scriptlevel", Value::token},
    Attribute{"*", "separator", Value::word, "true false"},
    Attribute{"*", "stretchy", Value::word, "true false"},
    Attribute{"*", "symmetric", Value::word, "true false"},
    Attribute{"*", "width", Value::token},
};

// Properties that shape text where it stands. Those that put content over the page around it (position, z-index,
// transform), that fetch (background-image, cursor, list-style-image) or that act (behavior, -moz-binding) are not
// among them.
constexpr std::array<std::string_view, 57> kProperties = {
    "background-color",
    "border",
    "border-bottom",
    "border-bottom-color",
    "border-bottom-style",
    "border-bottom-width",
    "border-collapse",
    "border-color",
    "border-left",
    "border-left-color",
    "border-left-style",
    "border-left-width",
    "border-radius",
    "border-right",
    "border-right-color",
    "border-right-style",
    "border-right-width",
    "border-spacing",
    "border-style",
    "border-top",
    "border-top-color",
    "border-top-style",
    "border-top-width",
    "border-width",
    "caption-side",
    "clear",
    "color",
    "direction",
    "display",
    "float",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-height",
    "max-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-indent",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
};

constexpr std::array<std::string_view, 4> kStyleFunctions = {"hsl", "hsla", "rgb", "rgba"};
constexpr std::array<std::string_view, 5> kMathTokens = {"mi", "mn", "mo", "ms", "mtext"};

template <typename Table, typename Less>
constexpr bool is_in_order(const Table& table, const Less& less) {
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (!less(table[i - 1], table[i])) return false;
  }
  return true;
}
constexpr bool element_less(const Element& a, const Element& b) { return a.name < b.name; }
constexpr bool attribute_less(const Attribute& a, const Attribute& b) {
  return a.element != b.element ? a.element < b.element : a.name < b.name;
}
constexpr bool name_less(std::string_view a, std::string_view b) { return a < b; }
static_assert(is_in_order(kElements, element_less) && is_in_order(kMathElements, element_less));
static_assert(is_in_order(kAttributes, attribute_less) && is_in_order(kMathAttributes, attribute_less));
static_assert(is_in_order(kProperties, name_less) && is_in_order(kStyleFunctions, name_less));

template <typename Table>
const Element* element_in(const Table& table, std::string_view name) {
  const auto found = std::lower_bound(table.begin(), table.end(), Element{name}, element_less);
  return found != table.end() && found->name == name ? &*found : nullptr;
}

template <typename Table>
const Attribute* attribute_in(const Table& table, std::string_view element, std::string_view name) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), Attribute{element, name, Value::text}, attribute_less);
  return found != table.end() && found->element == element && found->name == name ? &*found : nullptr;
}

}  // namespace

const Element* find_element(std::string_view name) { return element_in(kElements, name); }
const Element* find_math_element(std::string_view name) { return element_in(kMathElements, name); }

const Attribute* find_attribute(std::string_view element, std::string_view name) {
  const Attribute* own = attribute_in(kAttributes, element, name);
  return own != nullptr ? own : attribute_in(kAttributes, "*", name);
}

const Attribute* find_math_attribute(std::string_view name) { return attribute_in(kMathAttributes, "*", name); }

bool is_property(std::string_view name) { return std::binary_search(kProperties.begin(), kProperties.end(), name); }

bool is_style_function(std::string_view name) {
  return std::binary_search(kStyleFunctions.begin(), kStyleFunctions.end(), name);
}

bool is_math_token(std::string_view name) {
  return std::find(kMathTokens.begin(), kMathTokens.end(), name) != kMathTokens.end();
}

}  // namespace syndicat::html::allowed
