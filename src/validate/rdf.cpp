#include "validate/rdf.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr int kDeepest = 128;

class Rdf {
 public:
  explicit Rdf(Walk& walk) : walk_(walk) {}

  // Section 7.2.11: a thing, with its properties as children.
  void node(xml::Node element, int depth) {
    if (element.start_offset() >= walk_.limit() || depth > kDeepest) return;
    constexpr std::array kNever =
        std::to_array<std::string_view>({"RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li",
                                         "aboutEach", "aboutEachPrefix", "bagID"});
    const auto name = element.name();
    if (name.uri == kRdf && std::ranges::find(kNever, name.local) != kNever.end())
      return report(element, fmt::format("<rdf:{}> is no name for a thing", name.local));
    if (name.uri.empty()) return report(element, fmt::format("<{}> is in no namespace", name.local));
    const int named = (element.attribute("about", kRdf) ? 1 : 0) + (element.attribute("ID", kRdf) ? 1 : 0) +
                      (element.attribute("nodeID", kRdf) ? 1 : 0);
    if (named > 1)
      return report(element, fmt::format("<{}> has more than one of rdf:about, rdf:ID and rdf:nodeID", name.local));
    for (const auto attribute : {"resource", "parseType", "datatype"})
      if (element.attribute(attribute, kRdf))
        return report(element, fmt::format("<{}> is a thing, and has rdf:{}", name.local, attribute));
    if (!attributes(element)) return;
    properties(element, depth);
  }

 private:
  // Section 7.2.13: children that are properties, and no text between them.
  void properties(xml::Node element, int depth) {
    for (const auto part : element.nodes()) {
      if (part.start_offset() >= walk_.limit()) return;
      if (part.is_element()) property(part, depth + 1);
      else if (is_words(part)) return;  // told by the grammar: text where elements are due
    }
  }

  // Section 7.2.14: one thing, or one text, or what parseType says.
  void property(xml::Node element, int depth) {
    if (depth > kDeepest) return;
    constexpr std::array kNever =
        std::to_array<std::string_view>({"Description", "RDF", "ID", "about", "parseType", "resource", "nodeID",
                                         "datatype", "aboutEach", "aboutEachPrefix", "bagID"});
    const auto name = element.name();
    if (name.uri == kRdf && std::ranges::find(kNever, name.local) != kNever.end())
      return report(element, fmt::format("<rdf:{}> is no name for a property", name.local));
    if (name.uri.empty()) return report(element, fmt::format("<{}> is in no namespace", name.local));
    if (element.attribute("about", kRdf))
      return report(element, fmt::format("<{}> is a property, and has rdf:about", name.local));
    if (!attributes(element)) return;
    std::size_t things = 0;
    bool words = false;
    for (const auto part : element.nodes()) {
      things += part.is_element() ? 1 : 0;
      words = words || is_words(part);
    }
    if (const auto kind = element.attribute("parseType", kRdf)) {
      if (*kind == "Resource") properties(element, depth);
      if (*kind == "Collection")
        for (const auto child : element.children()) node(child, depth + 1);
      return;  // anything else is a literal, which may hold what it likes
    }
    if (things > 0 && words)
      return report(element, fmt::format("<{}> holds text and elements side by side", name.local));
    if (things > 1) return report(element, fmt::format("<{}> holds {} things where one may stand", name.local, things));
    if ((things > 0 || words) && element.attribute("resource", kRdf))
      return report(element, fmt::format("<{}> has rdf:resource and is not empty", name.local));
    for (const auto child : element.children()) node(child, depth + 1);
  }

  // Section 7.2.11 and 7.2.21: names that were withdrawn, and names in no namespace.
  bool attributes(xml::Node element) {
    for (const auto& attribute : element.attributes()) {
      const auto& name = attribute.name;
      if (name.uri == kRdf && (name.local == "aboutEach" || name.local == "aboutEachPrefix" || name.local == "bagID" ||
                               name.local == "li")) {
        report(element, fmt::format("the attribute rdf:{} is withdrawn", name.local));
        return false;
      }
    }
    return true;
  }

  bool is_words(xml::Node part) const {
    return (part.kind() == xml::Kind::text || part.kind() == xml::Kind::cdata) && !text::is_blank(part.value());
  }

  // Once a document: an RDF parser stops there.
  void report(xml::Node element, const std::string& message) {
    if (told_) return;
    told_ = true;
    walk_.report("invalid-rdf", walk_.tag(element), {{"element", walk_.name(element)}, {"message", message}});
  }

  Walk& walk_;
  bool told_ = false;
};

}  // namespace

void check_rdf(Walk& walk, xml::Node node) {
  Rdf rdf(walk);
  if (node.name().uri != kRdf) return rdf.node(node, 0);
  for (const auto child : node.children()) rdf.node(child, 1);
}

}  // namespace syndicat::validate
