// html-tree [--fragment CONTEXT]: the tree of the HTML on standard input (UTF-8), as html5lib's test cases write it.

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "html/document.hpp"

namespace {

using syndicat::html::Kind;
using syndicat::html::Namespace;
using syndicat::html::Node;

class Printer {
 public:
  ~Printer() { flush(); }

  void print(Node node, std::size_t depth) {
    switch (node.kind()) {
      case Kind::document: break;
      case Kind::doctype: {
        const auto doctype = node.doctype();
        indent(depth).append("<!DOCTYPE ").append(doctype.name);
        if (!doctype.public_id.empty() || !doctype.system_id.empty()) {
          out_.append(" \"").append(doctype.public_id).append("\" \"").append(doctype.system_id).append("\"");
        }
        out_ += ">\n";
        break;
      }
      case Kind::comment: indent(depth).append("<!-- ").append(node.value()).append(" -->\n"); break;
      case Kind::text: indent(depth).append("\"").append(node.value()).append("\"\n"); break;
      case Kind::element: print_element(node, depth); break;
    }
    if (out_.size() > kBuffer) flush();
  }

  void print_content(std::size_t depth) { indent(depth).append("content\n"); }

 private:
  static constexpr std::size_t kBuffer = 1U << 16U;

  std::string& indent(std::size_t depth) { return out_.append("| ").append(2 * depth, ' '); }

  static std::string_view prefix(Namespace space) {
    return space == Namespace::svg ? "svg " : space == Namespace::mathml ? "math " : "";
  }

  void print_element(Node node, std::size_t depth) {
    indent(depth).append("<").append(prefix(node.element_namespace())).append(node.name()).append(">\n");
    std::vector<std::pair<std::string, std::string_view>> lines;
    for (const auto attribute : node.attributes()) {
      std::string name(attribute.prefix);
      if (!name.empty()) name += ' ';
      lines.emplace_back(name.append(attribute.name), attribute.value);
    }
    std::sort(lines.begin(), lines.end());
    for (const auto& [name, value] : lines) {
      indent(depth + 1).append(name).append("=\"").append(value).append("\"\n");
    }
  }

  void flush() {
    std::fwrite(out_.data(), 1, out_.size(), stdout);
    out_.clear();
  }

  std::string out_;
};

// Walks without recursion: a template's content hangs below it like a child.
void print_tree(Node root) {
  Printer printer;
  std::vector<std::pair<Node, Node>> templates;  // the content walked through, and its element
  std::size_t depth = 0;
  for (Node node = root.first_child(); node;) {
    printer.print(node, depth);
    if (const Node content = node.template_content()) {
      printer.print_content(depth + 1);
      if (content.first_child()) {
        templates.emplace_back(content, node);
        node = content.first_child();
        depth += 2;
        continue;
      }
    }
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node && !node.next()) {
      node = node.parent();
      if (node == root) return;
      if (!templates.empty() && node == templates.back().first) {
        node = templates.back().second;
        templates.pop_back();
        --depth;
      }
      --depth;
    }
    node = node.next();
  }
}

}  // namespace

int main(int count, char* arguments[]) {
  const std::vector<std::string_view> words(arguments + 1, arguments + count);
  const bool fragment = words.size() == 2 && words[0] == "--fragment";
  if (!words.empty() && !fragment) {
    std::fputs("usage: html-tree [--fragment CONTEXT] < page\n", stderr);
    return 2;
  }
  auto bytes = syndicat::read_file("-");
  if (!bytes) {
    std::fprintf(stderr, "html-tree: %s\n", bytes.error().message.c_str());
    return static_cast<int>(bytes.error().cause);
  }
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  const auto document =
      fragment ? syndicat::html::parse_fragment(std::move(*bytes), words[1]) : syndicat::html::parse(std::move(*bytes));
  for (const auto& cut : document.cuts()) std::fprintf(stderr, "html-tree: %s\n", cut.c_str());
  print_tree(document.root());
  return 0;
}
