#pragma once
// XPath 1.0 for pages, on a copy that libxml2 makes of the tree. Selectors (document.hpp) need no copy and are what
// our own code asks with; this is for people who bring an expression of theirs. Elements have no namespace there,
// HTML names are in lower case; contents of templates are left out.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "html/document.hpp"
#include "xml/xpath.hpp"

namespace syndicat::html {

// The copy of one document; ask it as often as you like. The document must outlive it.
class XPath {
 public:
  explicit XPath(const Document& document);

  // The nodes that `expression` selects from `from` (no node: from the top), in tree order; for attributes their
  // elements. Fails as `misuse` where it cannot be answered with nodes.
  Result<std::vector<Node>> find_all(const std::string& expression, Node from = {}) const;
  // What it selects; of attributes their element, name and value.
  struct Found {
    Node node;
    std::string attribute, text;
  };
  Result<std::vector<Found>> select(const std::string& expression, Node from = {}) const;
  // The string values of what it selects: //a/@href gives addresses.
  Result<std::vector<std::string>> find_texts(const std::string& expression, Node from = {}) const;
  // The answer as one string: count(//p), string(//title).
  Result<std::string> evaluate(const std::string& expression, Node from = {}) const;

 private:
  std::uint32_t number_of(Node node) const;
  xml::XPathTree tree_;
  std::vector<Node> nodes_;             // by the numbers that the copy has for them
  std::vector<std::uint32_t> numbers_;  // by node index
};

// Whether `expression` is one that pages can be asked with. Fails as `misuse` with what is wrong (xml/xpath.hpp).
Result<void> check_xpath(const std::string& expression);

}  // namespace syndicat::html
