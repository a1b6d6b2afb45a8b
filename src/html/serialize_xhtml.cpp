// A tree as well-formed XML. HTML holds more than XML can (the HTML Standard, section 13.2.9, "coercing an HTML DOM
// into an infoset"); here what XML cannot hold is left out, so that nothing gets a name that nobody wrote.

#include <algorithm>
#include <array>

#include "html/serialize.hpp"
#include "html/serialize_html.hpp"
#include "html/serialize_walk.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "xml/characters.hpp"

namespace syndicat::html {
namespace {

constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";

std::string_view namespace_name(Namespace space) {
  switch (space) {
    case Namespace::svg: return "http://www.w3.org/2000/svg";
    case Namespace::mathml: return "http://www.w3.org/1998/Math/MathML";
    case Namespace::html: break;
  }
  return "http://www.w3.org/1999/xhtml";
}

// A name without a colon (Namespaces in XML, production NCName).
bool is_local_name(std::string_view name) {
  if (name.empty()) return false;
  for (std::size_t at = 0; at < name.size();) {
    const bool first = at == 0;
    if (static_cast<unsigned char>(name[at]) < 0x80) {
      if (name[at] == ':' || !xml::is(name[at], first ? xml::kNameStart : xml::kNameByte)) return false;
      ++at;
    } else {
      const char32_t c = text::next_character(name, at);
      if (c == 0xFFFD || !(first ? xml::is_name_start(c) : xml::is_name_character(c))) return false;
    }
  }
  return true;
}

// A form feed is white space in HTML and forbidden in XML; without one words would stick together.
template <typename Append>
void with_blanks_for_form_feeds(std::string_view text, const Append& append) {
  for (;;) {
    const std::size_t feed = text.find('\f');
    append(text.substr(0, feed));
    if (feed == std::string_view::npos) return;
    append(" ");
    text.remove_prefix(feed + 1);
  }
}

class XhtmlWriter {
 public:
  bool enter(Node node) {
    switch (node.kind()) {
      case Kind::text:
        with_blanks_for_form_feeds(node.value(),
                                   [this](std::string_view part) { text::append_escaped_xml(xml_, part); });
        return false;
      case Kind::comment: write_comment(node.value()); return false;
      case Kind::doctype: return false;  // of a fragment no part
      case Kind::document: return true;
      case Kind::element: break;
    }
    if (!is_local_name(node.name())) return true;  // without its tags
    write_start_tag(node);
    if (is_void_element(node) || (!first_inside(node) && node.element_namespace() != Namespace::html)) {
      xml_ += "/>";
      open_.pop_back();
      return false;
    }
    xml_ += '>';
    return true;
  }
  void leave(Node node) {
    if (node.kind() != Kind::element || !is_local_name(node.name())) return;
    xml_.append("</").append(node.name()).append(">");
    open_.pop_back();
  }
  std::string take() { return std::move(xml_); }

 private:
  struct Level {
    Namespace space = Namespace::html;
    bool has_xlink = false;
  };
  void write_start_tag(Node node) {
    Level level = open_.empty() ? Level{} : open_.back();
    xml_.append("<").append(node.name());
    if (node.element_namespace() != level.space) {
      level.space = node.element_namespace();
      xml_.append(" xmlns=\"").append(namespace_name(level.space)).append("\"");
    }
    for (const Attribute& attribute : node.attributes()) {
      if (!is_local_name(attribute.name) || attribute.name == "xmlns" || attribute.prefix == "xmlns") continue;
      if (attribute.prefix == "xlink" && !level.has_xlink) {
        level.has_xlink = true;
        xml_.append(" xmlns:xlink=\"").append(kXlink).append("\"");
      }
      xml_ += ' ';
      if (!attribute.prefix.empty()) xml_.append(attribute.prefix).append(":");
      xml_.append(attribute.name).append("=\"");
      with_blanks_for_form_feeds(attribute.value,
                                 [this](std::string_view part) { text::append_escaped_xml_attribute(xml_, part); });
      xml_ += '"';
    }
    open_.push_back(level);
  }
  // XML 1.0, section 2.5: no "--" within, no "-" at the end.
  void write_comment(std::string_view comment) {
    xml_ += "<!--";
    bool after_hyphen = false;
    for (std::size_t at = 0; at < comment.size();) {
      const std::size_t start = at;
      const char32_t c = text::next_character(comment, at);
      if (!xml::is_character(c)) continue;
      if (c == '-' && after_hyphen) xml_ += ' ';
      after_hyphen = c == '-';
      xml_.append(comment, start, at - start);
    }
    if (after_hyphen) xml_ += ' ';
    xml_ += "-->";
  }
  std::string xml_;
  std::vector<Level> open_;
};

}  // namespace

std::string to_xhtml(Node node) {
  XhtmlWriter writer;
  walk(
      node, [&](Node at) { return writer.enter(at); }, [&](Node at) { writer.leave(at); });
  return writer.take();
}

}  // namespace syndicat::html
