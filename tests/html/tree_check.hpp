#pragma once
// Whether a tree hangs together: every link has its counterpart, nothing is deeper than it may be, text is UTF-8 and
// never beside text. For tests and fuzzers.

#include <string>
#include <utility>
#include <vector>

#include "html/document.hpp"
#include "text/encoding.hpp"

namespace syndicat::html {

// What is wrong first, in words; empty: nothing.
inline std::string tree_flaw(const Document& document) {
  // An adoption may put a formatting element between a block and its children: a little more than the stack's depth.
  constexpr std::size_t kDeepest = 2048;
  std::vector<std::pair<Node, std::size_t>> open = {{document.root(), 0}};
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    if (depth > kDeepest) return "too deep";
    if (const Node content = node.template_content()) open.emplace_back(content, depth + 1);
    Node before;
    for (Node child = node.first_child(); child; child = child.next()) {
      if (child.parent() != node) return "a child has another parent";
      if (child.previous() != before) return "siblings disagree";
      if (child.is_text()) {
        if (child.value().empty()) return "an empty text";
        if (before.is_text()) return "text beside text";
        if (!text::is_utf8(child.value())) return "text that is not UTF-8";
      }
      if (child.is_element() && child.name().empty()) return "an element without a name";
      for (const Attribute attribute : child.attributes()) {
        if (attribute.name.empty() || !text::is_utf8(attribute.value)) return "a bad attribute";
      }
      if (child.first_child() || child.template_content()) open.emplace_back(child, depth + 1);
      before = child;
    }
    if (node.last_child() != before) return "the last child is another";
  }
  return {};
}

}  // namespace syndicat::html
