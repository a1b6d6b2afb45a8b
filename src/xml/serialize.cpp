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
  explicit Serializer(std::string_view default_uri, std::string_view base = {}) : base_(base) {
    scopes_.push_back({{}, default_uri});
  }

  // Elements may stand as deep as the reader's limit lets them, so that they are kept in a list, not on the stack.
  void write(Node top) {
    begin(top);
    while (!open_.empty()) {
      auto& inside = open_.back();
      if (inside.at == inside.end) {
        out.append("</").append(inside.name).append(">");
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
    std::string name;
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
    const auto uri = node.name().uri;
    // An element of the default namespace sheds its prefix, and so does one whose prefix is bound to nothing or is the
    // one that no element may have (Namespaces in XML 1.0, section 3).
    const bool sheds_prefix = uri.empty() || uri == scopes_.front().uri || node.prefix() == "xmlns";
    const auto prefix = sheds_prefix ? std::string_view() : node.prefix();
    std::string name(prefix);
    if (!prefix.empty()) name += ':';
    name += node.name().local;
    out.append("<").append(name);
    declare(prefix, uri);
    write_attributes(node);
    const auto nodes = node.nodes();
    // "<p/>" is an open tag to a reader of HTML, so only elements that are always empty are written short
    // there.
    const bool is_short = uri != kXhtmlUri || std::ranges::find(kVoid, node.name().local) != kVoid.end();
    if (nodes.empty() && is_short) {
      out += "/>";
      return leave(scopes, std::move(outer_base));
    }
    out += '>';
    open_.push_back({nodes.begin(), nodes.end(), std::move(name), scopes, std::move(outer_base)});
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

  std::vector<Scope> scopes_;
  std::vector<Open> open_;
  std::string base_;  // empty: addresses stay as they are
};

}  // namespace

std::string Node::outer(std::string_view base) const {
  Serializer serializer({}, text::split_uri(base).scheme ? base : std::string_view());
  serializer.write(*this);
  return std::move(serializer.out);
}

std::string Node::inner(std::string_view default_uri) const {
  Serializer serializer(default_uri);
  for (const auto node : nodes()) serializer.write(node);
  return std::move(serializer.out);
}

}  // namespace syndicat::xml
