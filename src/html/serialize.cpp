// The HTML fragment serialisation algorithm (the HTML Standard, section 13.3).

#include "html/serialize.hpp"

#include <array>

#include "html/names.hpp"
#include "html/serialize_html.hpp"
#include "html/serialize_walk.hpp"

namespace syndicat::html {
namespace {

constexpr std::array<bool, 256> stops(std::string_view bytes) {
  std::array<bool, 256> table{};
  for (const char c : bytes) table[static_cast<unsigned char>(c)] = true;
  return table;
}
// U+00A0 begins with 0xC2 in UTF-8.
constexpr auto kTextStops = stops("&<>\xC2");
constexpr auto kValueStops = stops("&<>\"\xC2");

void append_escaped(std::string& to, std::string_view text, const std::array<bool, 256>& is_stop) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_stop[static_cast<unsigned char>(text[at])]) continue;
    std::string_view reference;
    std::size_t length = 1;
    switch (text[at]) {
      case '&': reference = "&amp;"; break;
      case '<': reference = "&lt;"; break;
      case '>': reference = "&gt;"; break;
      case '"': reference = "&quot;"; break;
      default:
        if (at + 1 == text.size() || text[at + 1] != '\xA0') continue;
        reference = "&nbsp;";
        length = 2;
    }
    to.append(text, copied, at - copied).append(reference);
    copied = at + length;
    at = copied - 1;
  }
  to.append(text, copied);
}

class HtmlWriter {
 public:
  HtmlWriter(std::string& to, const Rewrite& rewrite) : to_(to), rewrite_(rewrite) {}

  void write_inside(Node node) {
    if (is_void_element(node)) return;
    raw_ = is_raw_text_element(node);
    walk(
        node, [this](Node at) { return enter(at); }, [this](Node at) { leave(at); });
  }
  bool enter(Node node) {
    switch (node.kind()) {
      case Kind::text:
        if (raw_) {
          to_ += node.value();
        } else {
          append_html_text(to_, node.value());
        }
        return false;
      case Kind::comment: to_.append("<!--").append(node.value()).append("-->"); return false;
      case Kind::doctype: to_.append("<!DOCTYPE ").append(node.doctype().name).append(">"); return false;
      case Kind::document: return true;
      case Kind::element: break;
    }
    write_start_tag(node);
    raw_ = is_raw_text_element(node);
    return !is_void_element(node);
  }
  void leave(Node node) {
    raw_ = false;  // an element with raw text has no elements inside, and is inside none of its kind
    if (node.kind() == Kind::element) to_.append("</").append(node.name()).append(">");
  }

 private:
  void write_start_tag(Node node) {
    to_.append("<").append(node.name());
    for (const Attribute& attribute : node.attributes()) {
      const auto value = rewrite_ ? rewrite_(node, attribute) : std::optional(attribute.value);
      if (!value) continue;
      to_ += ' ';
      if (!attribute.prefix.empty()) to_.append(attribute.prefix).append(":");
      to_.append(attribute.name).append("=\"");
      append_html_value(to_, *value);
      to_ += '"';
    }
    to_ += '>';
  }
  std::string& to_;
  const Rewrite& rewrite_;
  bool raw_ = false;
};

}  // namespace

void append_html_text(std::string& to, std::string_view text) { append_escaped(to, text, kTextStops); }
void append_html_value(std::string& to, std::string_view value) { append_escaped(to, value, kValueStops); }

bool is_void_element(Node element) {
  return element.is_element() && element.element_namespace() == Namespace::html &&
         has_trait(known_name(element.name()), names::traits::void_element);
}

bool is_raw_text_element(Node element) {
  return element.is_element() && element.element_namespace() == Namespace::html &&
         has_trait(known_name(element.name()), names::traits::raw);
}

void append_html(std::string& to, Node node, const Rewrite& rewrite) { HtmlWriter(to, rewrite).write_inside(node); }

std::string to_html(Node node) {
  std::string html;
  append_html(html, node, {});
  return html;
}

std::string to_outer_html(Node node) {
  if (!node) return {};
  std::string html;
  const Rewrite as_it_is;
  HtmlWriter writer(html, as_it_is);
  if (node.is_text()) {
    if (is_raw_text_element(node.parent())) return std::string(node.value());
    append_html_text(html, node.value());
    return html;
  }
  if (!writer.enter(node)) return html;
  writer.write_inside(node);
  writer.leave(node);
  return html;
}

}  // namespace syndicat::html
