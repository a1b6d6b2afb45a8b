#pragma once
// Selectors 4, its practical part: type, universal, class, id and attribute selectors (with `i` and `s`), the four
// combinators, lists, :is :where :not :has, :nth-child and its kin (with `of`), :first- :last- :only-child and
// -of-type, :empty, :root, :scope, :link and :any-link. Names are compared as HTML has it: those of HTML elements
// and their attributes in lower case.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "html/document.hpp"

namespace syndicat::html {

class Selector {
 public:
  // Fails as `misuse` with what is wrong and where.
  static Result<Selector> parse(std::string_view written);

  bool matches(Node element) const;
  Node find(Node top) const;                   // the first below, in tree order
  std::vector<Node> find_all(Node top) const;  // all below, in tree order
  Node closest(Node from) const;               // this one or the nearest above

 private:
  friend class SelectorParser;
  friend class SelectorMatcher;

  // clang-format off
  enum class Test : std::uint8_t {
    type, id, class_name, attribute, any_of, none_of, has, nth_child, nth_last_child, nth_of_type, nth_last_of_type,
    empty, root, scope, link
  };
  // clang-format on
  enum class Operator : std::uint8_t { exists, equals, word, dash, prefix, suffix, substring };
  enum class Combinator : std::uint8_t { none, descendant, child, next, subsequent };

  struct Complex;
  struct Simple {
    Test test{};
    Operator comparison = Operator::exists;
    bool ignore_case = false;
    int step = 0, offset = 0;  // an+b
    std::string name, lower_name, value;
    std::vector<Complex> list;
  };
  struct Compound {
    std::vector<Simple> simples;
    Combinator before = Combinator::none;  // what joins it to the compound before; for the first one within :has
                                           // what joins it to the anchor
  };
  struct Complex {
    std::vector<Compound> compounds;
  };

  std::vector<Complex> list_;
};

}  // namespace syndicat::html
