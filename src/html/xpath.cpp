#include "html/xpath.hpp"

namespace syndicat::html {

XPath::XPath(const Document& document) {
  const Node root = document.root();
  nodes_.push_back(root);  // number 0 is the top
  const auto number = [&](Node node) {
    const auto given = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back(node);
    if (numbers_.size() <= node.index()) numbers_.resize(node.index() + 1 + numbers_.size() / 2);
    numbers_[node.index()] = given;
    return given;
  };
  for (Node node = root.first_child(); node;) {
    const Kind kind = node.kind();
    if (kind == Kind::text) tree_.text(node.value(), number(node));
    if (kind == Kind::comment) tree_.comment(node.value(), number(node));
    if (kind == Kind::element) {
      tree_.open(node.name(), number(node));
      for (const Attribute attribute : node.attributes()) tree_.attribute(attribute.name, attribute.value);
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      tree_.close();
    }
    while (node && !node.next()) {
      node = node.parent();
      if (node == root) return;
      tree_.close();
    }
    node = node.next();
  }
}

std::uint32_t XPath::number_of(Node node) const {
  return node && node.index() < numbers_.size() ? numbers_[node.index()] : 0;
}

Result<std::vector<Node>> XPath::find_all(const std::string& expression, Node from) const {
  const auto found = tree_.select(expression, number_of(from), xml::XPathTree::Texts::of_attributes);
  if (!found) return Failure(found.error());
  std::vector<Node> nodes;
  for (const auto& one : *found) {
    const Node node = nodes_[one.number];
    if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
  }
  return nodes;
}

Result<std::vector<XPath::Found>> XPath::select(const std::string& expression, Node from) const {
  auto answer = tree_.select(expression, number_of(from), xml::XPathTree::Texts::of_attributes);
  if (!answer) return Failure(answer.error());
  std::vector<Found> found;
  for (auto& one : *answer) found.push_back({nodes_[one.number], std::move(one.attribute), std::move(one.text)});
  return found;
}

Result<std::vector<std::string>> XPath::find_texts(const std::string& expression, Node from) const {
  auto found = tree_.select(expression, number_of(from));
  if (!found) return Failure(found.error());
  std::vector<std::string> texts;
  for (auto& one : *found) texts.push_back(std::move(one.text));
  return texts;
}

Result<std::string> XPath::evaluate(const std::string& expression, Node from) const {
  return tree_.evaluate(expression, number_of(from));
}

Result<void> check_xpath(const std::string& expression) { return xml::check_xpath(expression); }

}  // namespace syndicat::html
