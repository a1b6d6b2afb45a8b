// absolutize: the same markup with its addresses seen from where it came from.

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "html/sanitize.hpp"
#include "html/sanitize_url.hpp"
#include "html/serialize_html.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::html {
namespace {

// The attributes that hold an address, on whichever element (the HTML Standard's index of attributes).
constexpr std::array<std::string_view, 11> kAddresses = {"action", "background", "cite",   "data", "formaction", "href",
                                                         "icon",   "longdesc",   "poster", "src",  "xlink:href"};
constexpr std::array<std::string_view, 2> kCandidates = {"imagesrcset", "srcset"};

// <data value> and its like are no addresses; `data` is one on <object> alone.
bool holds_address(Node element, const Attribute& attribute) {
  if (attribute.name == "data") return element.is("object");
  if (attribute.prefix == "xlink") return attribute.name == "href";
  return std::find(kAddresses.begin(), kAddresses.end(), attribute.name) != kAddresses.end();
}

std::string absolute(std::string_view written, std::string_view base, bool in_html) {
  const auto trimmed = text::trim(written);
  // A part of the drawing itself, as <use> names it, stays one.
  if (!in_html && trimmed.substr(0, 1) == "#") return std::string(written);
  if (text::split_uri(trimmed).scheme) return std::string(written);
  return text::resolve(base, trimmed);
}

// The style with each "url(...)" seen from the base (CSS Values and Units, section 4.5).
std::string absolute_style(std::string_view style, std::string_view base) {
  std::string out;
  while (true) {
    std::size_t open = 0;
    while (open + 4 <= style.size() && !text::equals_ignoring_case(style.substr(open, 4), "url(")) ++open;
    const auto inner = style.find_first_not_of(text::kSpace, open + 4);
    const bool has_quote = inner < style.size() && (style[inner] == '"' || style[inner] == '\'');
    const auto quoted_end = has_quote ? style.find(style[inner], inner + 1) : open;
    const auto close = open + 4 <= style.size() && quoted_end != std::string_view::npos ? style.find(')', quoted_end)
                                                                                        : std::string_view::npos;
    if (close == std::string_view::npos) return out.append(style);
    auto inside = text::trim(style.substr(open + 4, close - open - 4));
    const char quote = inside.empty() ? '\0' : inside.front();
    const bool is_quoted = inside.size() > 1 && (quote == '"' || quote == '\'') && inside.back() == quote;
    if (is_quoted) inside = inside.substr(1, inside.size() - 2);
    out.append(style.substr(0, open + 4));
    if (is_quoted) out += quote;
    out.append(inside.empty() ? std::string() : absolute(inside, base, false));
    if (is_quoted) out += quote;
    out += ')';
    style.remove_prefix(close + 1);
  }
}

// What the attributes xml:base of the element and of those around it make of `base` (XML Base, section 4.2).
std::string base_within(Node element, std::string_view base) {
  std::vector<std::string_view> bases;  // from within
  for (std::optional<Node> at = element; at && at->is_element(); at = at->parent())
    if (at->has_attribute("xml:base")) bases.push_back(at->attribute("xml:base"));
  std::string found(base);
  for (; !bases.empty(); bases.pop_back()) found = text::resolve(found, text::trim(bases.back()));
  return found;
}

}  // namespace

std::string absolutize(std::string_view fragment, std::string_view outer_base, XmlBase xml_base) {
  const auto tree = parse_fragment(std::string(fragment));
  const bool has_bases = xml_base == XmlBase::counts && fragment.find("xml:base") != std::string_view::npos;
  std::string base(outer_base), value;
  std::optional<Node> last;  // that `base` is of
  const Rewrite rewrite = [&](Node element, const Attribute& attribute) -> std::optional<std::string_view> {
    const bool in_html = element.element_namespace() == Namespace::html;
    if (has_bases && attribute.name == "xml:base") return std::nullopt;
    const bool is_list = std::find(kCandidates.begin(), kCandidates.end(), attribute.name) != kCandidates.end();
    const bool is_style = attribute.name == "style";
    if (!is_list && !is_style && !holds_address(element, attribute)) return attribute.value;
    if (has_bases && (!last || !(*last == element))) base = base_within(element, outer_base);
    last = element;
    if (element.is("base") || !text::split_uri(text::trim(base)).scheme) return attribute.value;
    if (is_list) {
      value = clean_candidates(
          attribute.value, [&](std::string_view address) { return std::optional(absolute(address, base, in_html)); });
      return value;
    }
    if (is_style) {
      value = absolute_style(attribute.value, base);
      return value;
    }
    value = absolute(attribute.value, base, in_html);
    return value;
  };
  std::string html;
  append_html(html, tree.root(), rewrite);
  return html;
}

}  // namespace syndicat::html
