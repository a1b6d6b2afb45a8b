#include "html/selector_parser.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

constexpr int kDeepest = 16;  // lists within lists

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
constexpr bool is_name(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || (c & '\x80') != 0;
}

}  // namespace

bool SelectorParser::wrong(std::string_view words) {
  if (complaint_.empty()) complaint_ = fmt::format("selector \"{}\", character {}: {}", written_, at_ + 1, words);
  return false;
}

bool SelectorParser::skip_space() {
  const std::size_t before = at_;
  while (!at_end() && text::is_space(peek())) ++at_;
  return at_ != before;
}

bool SelectorParser::take(char c) {
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

Result<Selector> SelectorParser::parse() {
  Selector selector;
  if (list(selector.list_, false) && !at_end()) wrong("is not expected here");
  if (!complaint_.empty()) return Failure(Error{Cause::misuse, complaint_});
  return selector;
}

bool SelectorParser::list(std::vector<Complex>& list, bool relative) {
  do {
    if (!complex(list.emplace_back(), relative)) return false;
    skip_space();
  } while (take(','));
  return true;
}

SelectorParser::Combinator SelectorParser::combinator() {
  const bool space = skip_space();
  Combinator found = space ? Combinator::descendant : Combinator::none;
  if (take('>')) found = Combinator::child;
  else if (take('+')) found = Combinator::next;
  else if (take('~')) found = Combinator::subsequent;
  skip_space();
  return found;
}

bool SelectorParser::complex(Complex& complex, bool relative) {
  const Combinator first = combinator();
  if (relative) {
    complex.compounds.emplace_back().before =
        first == Combinator::none || first == Combinator::descendant ? Combinator::descendant : first;
  } else {
    if (first != Combinator::none && first != Combinator::descendant)
      return wrong("a combinator needs something before it");
    complex.compounds.emplace_back();
  }
  if (!compound(complex.compounds.back())) return false;
  while (true) {
    const Combinator joined = combinator();
    if (at_end() || peek() == ',' || peek() == ')') {
      return joined == Combinator::none || joined == Combinator::descendant ||
             wrong("a combinator needs something behind it");
    }
    if (joined == Combinator::none) return wrong("is not expected here");
    complex.compounds.emplace_back().before = joined;
    if (!compound(complex.compounds.back())) return false;
  }
}

bool SelectorParser::compound(Compound& compound) {
  const std::size_t start = at_;
  if (!take('*') && (is_name(peek()) || peek() == '\\') && !at_end()) {
    Simple type;
    type.test = Test::type;
    if (!identifier(type.name)) return false;
    type.lower_name = text::to_lower_ascii(type.name);
    compound.simples.push_back(std::move(type));
  }
  while (!at_end()) {
    const char c = peek();
    if (c == '#' || c == '.') {
      ++at_;
      Simple simple;
      simple.test = c == '#' ? Test::id : Test::class_name;
      if (!identifier(simple.value)) return false;
      compound.simples.push_back(std::move(simple));
    } else if (c == '[') {
      ++at_;
      Simple simple;
      simple.test = Test::attribute;
      if (!attribute(simple)) return false;
      compound.simples.push_back(std::move(simple));
    } else if (c == ':') {
      ++at_;
      if (!pseudo_class(compound)) return false;
    } else {
      break;
    }
  }
  return at_ != start || wrong("a selector is expected here");
}

void SelectorParser::escape(std::string& out) {
  if (at_end()) {
    text::append_utf8(out, 0xFFFD);
    return;
  }
  if (!is_hex(peek())) {
    out += written_[at_++];
    return;
  }
  char32_t code = 0;
  for (int i = 0; i < 6 && !at_end() && is_hex(peek()); ++i, ++at_) {
    const char c = peek();
    code = code * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  if (!at_end() && text::is_space(peek())) ++at_;
  text::append_utf8(out, code == 0 ? 0xFFFD : code);
}

bool SelectorParser::identifier(std::string& name) {
  name.clear();
  const std::size_t start = at_;
  while (!at_end() && (is_name(peek()) || peek() == '\\')) {
    if (take('\\')) escape(name);
    else name += written_[at_++];
  }
  if (name.empty() || is_digit(written_[start])) return wrong("a name is expected here");
  return true;
}

bool SelectorParser::quoted(std::string& text) {
  const char quote = written_[at_++];
  while (!at_end() && peek() != quote) {
    if (take('\\')) escape(text);
    else text += written_[at_++];
  }
  return take(quote) || wrong("the quotation mark is not closed");
}

bool SelectorParser::attribute(Simple& simple) {
  skip_space();
  if (!identifier(simple.name)) return false;
  simple.lower_name = text::to_lower_ascii(simple.name);
  skip_space();
  if (take(']')) return true;
  switch (peek()) {
    case '=': simple.comparison = Selector::Operator::equals; break;
    case '~': simple.comparison = Selector::Operator::word; break;
    case '|': simple.comparison = Selector::Operator::dash; break;
    case '^': simple.comparison = Selector::Operator::prefix; break;
    case '$': simple.comparison = Selector::Operator::suffix; break;
    case '*': simple.comparison = Selector::Operator::substring; break;
    default: return wrong("an operator or ] is expected here");
  }
  if (simple.comparison != Selector::Operator::equals) ++at_;
  if (!take('=')) return wrong("= is expected here");
  skip_space();
  if (peek() == '"' || peek() == '\'') {
    if (!quoted(simple.value)) return false;
  } else if (!identifier(simple.value)) {
    return false;
  }
  skip_space();
  if (peek() == 'i' || peek() == 'I') {
    simple.ignore_case = true;
    ++at_;
  } else if (peek() == 's' || peek() == 'S') {
    ++at_;
  }
  skip_space();
  return take(']') || wrong("] is expected here");
}

bool SelectorParser::pseudo_class(Compound& compound) {
  std::string name;
  if (!identifier(name)) return false;
  name = text::to_lower_ascii(name);
  Simple simple;
  const auto nth_is = [&](Test test, int step, int offset) {
    simple.test = test;
    simple.step = step;
    simple.offset = offset;
    compound.simples.push_back(simple);
  };
  if (take('(')) {
    if (++depth_ > kDeepest) return wrong("too many lists within lists");
    if (name == "is" || name == "where" || name == "matches") {
      simple.test = Test::any_of;
      if (!list(simple.list, false)) return false;
    } else if (name == "not") {
      simple.test = Test::none_of;
      if (!list(simple.list, false)) return false;
    } else if (name == "has") {
      simple.test = Test::has;
      if (!list(simple.list, true)) return false;
    } else if (name == "nth-child" || name == "nth-last-child" || name == "nth-of-type" || name == "nth-last-of-type") {
      simple.test = name == "nth-child"        ? Test::nth_child
                    : name == "nth-last-child" ? Test::nth_last_child
                    : name == "nth-of-type"    ? Test::nth_of_type
                                               : Test::nth_last_of_type;
      if (!nth(simple)) return false;
    } else {
      return wrong("this pseudo-class is not known");
    }
    --depth_;
    skip_space();
    if (!take(')')) return wrong(") is expected here");
    compound.simples.push_back(std::move(simple));
    return true;
  }
  if (name == "first-child" || name == "only-child") nth_is(Test::nth_child, 0, 1);
  if (name == "last-child" || name == "only-child") nth_is(Test::nth_last_child, 0, 1);
  if (name == "first-of-type" || name == "only-of-type") nth_is(Test::nth_of_type, 0, 1);
  if (name == "last-of-type" || name == "only-of-type") nth_is(Test::nth_last_of_type, 0, 1);
  if (name.ends_with("-child") || name.ends_with("-of-type")) {
    return !compound.simples.empty() || wrong("this pseudo-class is not known");
  }
  if (name == "empty") simple.test = Test::empty;
  else if (name == "root") simple.test = Test::root;
  else if (name == "scope") simple.test = Test::scope;
  else if (name == "link" || name == "any-link") simple.test = Test::link;
  else return wrong("this pseudo-class is not known");
  compound.simples.push_back(std::move(simple));
  return true;
}

bool SelectorParser::number(int& value) {
  if (!is_digit(peek())) return false;
  value = 0;
  for (; is_digit(peek()); ++at_) {
    if (value < 100'000'000) value = value * 10 + (peek() - '0');
  }
  return true;
}

// CSS Syntax, section 6: "odd", "even", "3", "2n+1", "-n + 3", then "of" and a list.
bool SelectorParser::nth(Simple& simple) {
  skip_space();
  const std::string rest = text::to_lower_ascii(written_.substr(at_, 4));
  if (rest.starts_with("odd")) {
    simple.step = 2;
    simple.offset = 1;
    at_ += 3;
  } else if (rest.starts_with("even")) {
    simple.step = 2;
    at_ += 4;
  } else {
    const int sign = take('-') ? -1 : (take('+'), 1);
    int value = 1;
    const bool has_digits = number(value);
    if (peek() == 'n' || peek() == 'N') {
      ++at_;
      simple.step = sign * value;
      skip_space();
      if (peek() == '+' || peek() == '-') {
        const int offset_sign = written_[at_++] == '-' ? -1 : 1;
        skip_space();
        if (!number(value)) return wrong("a number is expected here");
        simple.offset = offset_sign * value;
      }
    } else {
      if (!has_digits) return wrong("a number, odd, even or an+b is expected here");
      simple.offset = sign * value;
    }
  }
  skip_space();
  if (text::equals_ignoring_case(written_.substr(std::min(at_, written_.size()), 3), "of ")) {
    if (simple.test != Test::nth_child && simple.test != Test::nth_last_child)
      return wrong("\"of\" does not go with -of-type");
    at_ += 3;
    return list(simple.list, false);
  }
  return true;
}

Result<Selector> Selector::parse(std::string_view written) { return SelectorParser(written).parse(); }

}  // namespace syndicat::html
