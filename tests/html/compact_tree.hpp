#pragma once
// A tree on one line, for tables of facts: html(head body(p[id=a]("x" b)))  -- text quoted, comments as <!--x-->,
// foreign elements as svg:path, a template's content as its child in braces.

#include <string>

#include "html/document.hpp"

namespace syndicat::html {

inline std::string compact(Node node) {
  switch (node.kind()) {
    case Kind::text: return '"' + std::string(node.value()) + '"';
    case Kind::comment: return "<!--" + std::string(node.value()) + "-->";
    case Kind::doctype: return "!" + std::string(node.doctype().name);
    case Kind::document:
    case Kind::element: break;
  }
  std::string out;
  if (node.element_namespace() == Namespace::svg) out += "svg:";
  if (node.element_namespace() == Namespace::mathml) out += "math:";
  out += node.name();
  for (const Attribute attribute : node.attributes()) {
    out += '[';
    if (!attribute.prefix.empty()) out.append(attribute.prefix).append(":");
    out.append(attribute.name);
    if (!attribute.value.empty()) out.append("=").append(attribute.value);
    out += ']';
  }
  std::string inside;
  for (const Node child : node.nodes()) inside.append(inside.empty() ? "" : " ").append(compact(child));
  if (const Node content = node.template_content()) inside.append("{").append(compact(content)).append("}");
  if (node.kind() == Kind::document) return inside;
  return inside.empty() ? out : out.append("(").append(inside).append(")");
}

}  // namespace syndicat::html
