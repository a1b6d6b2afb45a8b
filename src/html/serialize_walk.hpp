#pragma once
// A walk through a tree without recursion: trees come from outside, and may be deep.

#include <vector>

#include "html/document.hpp"

namespace syndicat::html {

// What is to be read inside a node: a <template>'s content, else the children.
inline Node first_inside(Node node) {
  if (node.is("template")) {
    if (const Node content = node.template_content()) return content.first_child();
  }
  return node.first_child();
}

// Visits everything inside `root` in tree order. `enter` says whether to go inside the node that it is given;
// `leave` is called behind the inside of each node that was entered.
template <typename Enter, typename Leave>
void walk(Node root, const Enter& enter, const Leave& leave) {
  std::vector<Node> above;
  Node at = first_inside(root);
  while (at || !above.empty()) {
    if (!at) {
      const Node done = above.back();
      above.pop_back();
      leave(done);
      at = done.next();
    } else if (enter(at)) {
      above.push_back(at);
      at = first_inside(at);
    } else {
      at = at.next();
    }
  }
}

}  // namespace syndicat::html
