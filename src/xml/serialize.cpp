// Nodes back to text: for content that travels on, as XHTML within Atom does.

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "xml/characters.hpp"
#include "xml/tree.hpp"

namespace syndicat::xml {
namespace {

constexpr std::array<std::string_view, 13> kVoid = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                    "input", "link", "meta", "source", "track", "wbr"};

constexpr std::string_view kSvgUri = "http://www.w3.org/2000/svg", kMathUri = "http://www.w3.org/1998/Math/MathML";

// How a reader of HTML takes the text of an element: as it stands up to the end tag (section 13.1.2.6), without a line
// end at its beginning (13.1.2.5), or as any other.
enum class TextOf : unsigned char { any, raw, without_first_line_end };

TextOf text_of(std::string_view name) {
  constexpr std::array<std::string_view, 6> kRaw = {"iframe", "noembed", "noframes", "script", "style", "xmp"};
  constexpr std::array<std::string_view, 3> kWithout = {"listing", "pre", "textarea"};
  if (std::ranges::find(kRaw, name) != kRaw.end()) return TextOf::raw;
  return std::ranges::find(kWithout, name) != kWithout.end() ? TextOf::without_first_line_end : TextOf::any;
}

// Whether such a text as it stands would be read as another: its end tag stands in it, or what hides that in a script
// (section 13.1.2.1).
bool ends_elsewhere(std::string_view text, std::string_view name) {
  const std::string lower = text::to_lower_ascii(text);
  if (lower.find(std::string("</").append(name)) != std::string::npos) return true;
  return name == "script" && lower.find("<!--") != std::string::npos && lower.find("<script") != std::string::npos;
}

// What stands in a comment or an instruction cannot be escaped: a character that XML forbids goes, and so that none
// of `end`'s ends it early, a blank parts them (sections 2.5 and 2.6).
std::string mended(std::string_view value, std::string_view end) {
  std::string good;
  for (std::size_t at = 0; at < value.size();) {
    const auto from = at;
    if (!is_character(text::next_character(value, at))) continue;
    if (!good.empty() && good.back() == end[0] && value[from] == end[1]) good += ' ';
    good.append(value, from, at - from);
  }
  if (!good.empty() && good.back() == end[0]) good += ' ';
  return good;
}

struct Scope {
  std::string_view prefix, uri;
};

class Serializer {
 public:
  enum class As : unsigned char { xml, html };
  explicit Serializer(As as, std::string_view default_uri, std::string_view base = {}) : as_(as), base_(base) {
    scopes_.push_back({{}, default_uri});
  }

  // Elements may stand as deep as the reader's limit lets them, so that they are kept in a list, not on the stack.
  void write(Node top) {
    begin(top);
    while (!open_.empty()) {
      auto& inside = open_.back();
      if (inside.at == inside.end) {
        if (!inside.name.empty()) out.append("</").append(inside.name).append(">");
        leave(inside.scopes, std::move(inside.outer_base));
        open_.pop_back();
      } else {
        const auto child = *inside.at;
        ++inside.at;
        begin(child);
      }
    }
  }

  std::string out;

 private:
  struct Open {
    Children::Iterator at, end;
    std::string name;                       // empty: no end tag
    std::size_t scopes;                     // before it
    std::optional<std::string> outer_base;  // where it has one of its own
  };

  void begin(Node node) {
    switch (node.kind()) {
      case Kind::text:
      case Kind::cdata: out += text::escape_xml(node.value()); return;
      case Kind::comment: out.append("<!--").append(mended(node.value(), "--")).append("-->"); return;
      case Kind::instruction: out.append("<?").append(mended(node.value(), "?>")).append("?>"); return;
      case Kind::element: break;
    }
    const auto scopes = scopes_.size();
    std::optional<std::string> outer_base;
    if (const auto own = base_.empty() ? std::nullopt : node.attribute("base", kXmlUri)) {
      auto inner = text::resolve(base_, *own);
      outer_base = std::exchange(base_, std::move(inner));
    }
    const auto [uri, local] = node.name();
    const bool is_html = as_ == As::html && (uri == kXhtmlUri || uri == scopes_.front().uri);
    const bool is_embedded = as_ == As::html && (uri == kSvgUri || uri == kMathUri);
    // An element of the default namespace sheds its prefix, and so does one whose prefix is bound to nothing or is the
    // one that no element may have (Namespaces in XML 1.0, section 3). HTML knows its own by the bare name.
    const bool sheds_prefix =
        uri.empty() || uri == scopes_.front().uri || node.prefix() == "xmlns" || is_html || is_embedded;
    const auto prefix = sheds_prefix ? std::string_view() : node.prefix();
    std::string name(prefix);
    if (!prefix.empty()) name += ':';
    name += local;
    const std::string html_name = is_html ? text::to_lower_ascii(local) : std::string();
    const auto text = is_html ? text_of(html_name) : TextOf::any;
    const std::string raw = text == TextOf::raw ? node.text() : std::string();
    if (ends_elsewhere(raw, html_name)) return leave(scopes, std::move(outer_base));
    if (html_name == "plaintext") name = "pre";  // nothing ends the other
    out.append("<").append(name);
    if (!is_html) declare(prefix, uri);
    write_attributes(node);
    const auto nodes = node.nodes();
    // "<p/>" is an open tag to a reader of HTML, so only elements that are always empty are written short
    // there.
    const bool is_void = std::ranges::find(kVoid, is_html ? html_name : local) != kVoid.end();
    const bool is_short = as_ == As::html ? is_embedded || (is_html && is_void) : uri != kXhtmlUri || is_void;
    if (nodes.empty() && is_short) {
      out += "/>";
      return leave(scopes, std::move(outer_base));
    }
    if (text == TextOf::raw) {
      out.append(">").append(raw).append("</").append(name).append(">");
      return leave(scopes, std::move(outer_base));
    }
    if (is_html && is_void) {  // what is inside stands behind it
      out += '/';
      name.clear();
    }
    out += '>';
    if (text == TextOf::without_first_line_end && begins_with_line_end(nodes)) out += '\n';
    open_.push_back({nodes.begin(), nodes.end(), std::move(name), scopes, std::move(outer_base)});
  }

  static bool begins_with_line_end(Children nodes) {
    return !nodes.empty() && (*nodes.begin()).value().starts_with('\n');
  }

  void leave(std::size_t scopes, std::optional<std::string> outer_base) {
    scopes_.resize(scopes);
    if (outer_base) base_ = std::move(*outer_base);
  }

  void write_attributes(Node node) {
    std::unordered_set<std::string_view> bare;  // names without a prefix, where some lose theirs
    const auto loses_prefix = [](const Attribute& attribute) {
      return !attribute.prefix.empty() && attribute.name.uri.empty();
    };
    const bool some_lose = std::ranges::any_of(node.attributes(), loses_prefix);
    for (const auto& attribute : node.attributes()) {
      const auto prefix = loses_prefix(attribute) ? std::string_view() : attribute.prefix;
      if (some_lose && prefix.empty() && !bare.insert(attribute.name.local).second) continue;
      if (!prefix.empty() && prefix != "xml") declare(prefix, attribute.name.uri);
      out += ' ';
      if (!prefix.empty()) out.append(prefix).append(":");
      out.append(attribute.name.local).append("=\"");
      out.append(text::escape_xml_attribute(meant(attribute)));
      out += '"';
    }
  }

  // Its value, where it is an address that says where it leads only together with the base.
  std::string meant(const Attribute& attribute) const {
    const auto& [uri, name] = attribute.name;
    if (!base_.empty() && uri == kXmlUri && name == "base") return base_;
    const bool is_relative = !base_.empty() && uri.empty() && (name == "href" || name == "src" || name == "url") &&
                             !text::is_blank(attribute.value) && !text::split_uri(text::trim(attribute.value)).scheme;
    return is_relative ? text::resolve(base_, attribute.value) : std::string(attribute.value);
  }

  void declare(std::string_view prefix, std::string_view uri) {
    const auto found =
        std::find_if(scopes_.rbegin(), scopes_.rend(), [&](const Scope& s) { return s.prefix == prefix; });
    if (found != scopes_.rend() && found->uri == uri) return;
    scopes_.push_back({prefix, uri});
    out.append(prefix.empty() ? " xmlns" : " xmlns:").append(prefix);
    out.append("=\"").append(text::escape_xml_attribute(uri)).append("\"");
  }

  As as_;
  std::vector<Scope> scopes_;
  std::vector<Open> open_;
  std::string base_;  // empty: addresses stay as they are
};

}  // namespace

std::string Node::outer(std::string_view base) const {
  Serializer serializer(Serializer::As::xml, {}, text::split_uri(base).scheme ? base : std::string_view());
  serializer.write(*this);
  return std::move(serializer.out);
}

std::string Node::inner(std::string_view default_uri) const {
  Serializer serializer(Serializer::As::html, default_uri);
  for (const auto node : nodes()) serializer.write(node);
  return std::move(serializer.out);
}

}  // namespace syndicat::xml
