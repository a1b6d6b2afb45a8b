#pragma once
// Reads a selector (Selectors 4, section 18, with the tokens of CSS Syntax).

#include <optional>
#include <string>
#include <string_view>

#include "html/selector.hpp"

namespace syndicat::html {

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view written) : written_(written) {}
  Result<Selector> parse();

 private:
  using Simple = Selector::Simple;
  using Compound = Selector::Compound;
  using Complex = Selector::Complex;
  using Combinator = Selector::Combinator;
  using Test = Selector::Test;

  bool list(std::vector<Complex>& list, bool relative);
  bool complex(Complex& complex, bool relative);
  bool compound(Compound& compound);
  bool attribute(Simple& simple);
  bool pseudo_class(Compound& compound);
  bool nth(Simple& simple);
  bool identifier(std::string& name);
  bool quoted(std::string& text);
  bool number(int& value);
  Combinator combinator();
  void escape(std::string& out);

  bool skip_space();
  bool at_end() const { return at_ >= written_.size(); }
  char peek() const { return at_end() ? '\0' : written_[at_]; }
  bool take(char c);
  bool wrong(std::string_view words);  // notes the first complaint; false

  std::string_view written_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string complaint_;
};

}  // namespace syndicat::html
