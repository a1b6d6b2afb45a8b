#pragma once
// XPath 1.0, by libxml2, on a copy of any tree. The caller tells the tree from the front to the end and gives each
// node a number of its own; answers come in those numbers.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace syndicat::xml {

// One node of an answer: an element, a text, a comment, or an attribute of the element with that number.
struct XPathNode {
  std::uint32_t number = 0;
  std::string attribute;  // its name; empty: the node itself
  std::string text;       // its string value (XPath 1.0, section 5)
};

class XPathTree {
 public:
  XPathTree();
  XPathTree(XPathTree&&) noexcept;
  XPathTree& operator=(XPathTree&&) noexcept;
  ~XPathTree();

  void open(std::string_view name, std::uint32_t number);
  void attribute(std::string_view name, std::string_view value);  // directly after `open`
  void text(std::string_view text, std::uint32_t number);
  void comment(std::string_view text, std::uint32_t number);
  void close();

  // Which nodes come with their text: that of each element below each other is much to copy.
  enum class Texts : std::uint8_t { all, of_attributes };

  // The nodes that `expression` selects from the element with the number `from` (0: from the top), in document
  // order. Fails as `misuse` where it is no XPath, where it gives something else than nodes, and where it takes more
  // steps than an honest one: all questions to one tree have 20 million of them, about a second.
  Result<std::vector<XPathNode>> select(const std::string& expression, std::uint32_t from = 0,
                                        Texts texts = Texts::all) const;
  // The answer as a string, whatever it is: count(//p) gives "3", a node-set the first node's text.
  Result<std::string> evaluate(const std::string& expression, std::uint32_t from = 0) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether `expression` can be asked at all: its grammar (XPath 1.0, section 3), that its functions are those of the
// core library (section 4), and that it names neither variables nor prefixes, since nobody binds them here. Fails as
// `misuse` with what is wrong, and where in the expression.
Result<void> check_xpath(const std::string& expression);

}  // namespace syndicat::xml
