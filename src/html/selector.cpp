#include "html/selector.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "text/unicode.hpp"

namespace syndicat::html {

// One question to a tree. It remembers the number of the last child that was counted, so that asking every child
// of a long list for its number stays linear.
class SelectorMatcher {
 public:
  explicit SelectorMatcher(Node scope) : scope_(scope) {}

  bool matches_any(const std::vector<Selector::Complex>& list, Node element) {
    for (const auto& complex : list) {
      if (matches_complex(complex, complex.compounds.size() - 1, element, Node()) == Outcome::matched) return true;
    }
    return false;
  }

 private:
  using Test = Selector::Test;
  using Combinator = Selector::Combinator;

  // Where nothing above can help any more, looking further up is in vain: that keeps chains of descendants linear.
  enum class Outcome : std::uint8_t { matched, failed, failed_for_all_above };

  // From the compound `index` to the left. `anchor`: what a :has hangs on; no node otherwise.
  Outcome matches_complex(const Selector::Complex& complex, std::size_t index, Node element, Node anchor) {
    const auto& compound = complex.compounds[index];
    if (!matches_compound(compound, element)) return Outcome::failed;
    const bool first = index == 0;
    if (first && !anchor) return Outcome::matched;
    const auto left = [&](Node node) {
      if (first) return node == anchor ? Outcome::matched : Outcome::failed;
      return matches_complex(complex, index - 1, node, anchor);
    };
    switch (compound.before) {
      case Combinator::child: {
        const Node parent = element.parent();
        return parent.is_element() || (first && parent == anchor && parent) ? left(parent)
                                                                            : Outcome::failed_for_all_above;
      }
      case Combinator::next: {
        const Node sibling = element.previous_element();
        return sibling ? left(sibling) : Outcome::failed;
      }
      case Combinator::subsequent:
        for (Node node = element.previous_element(); node; node = node.previous_element()) {
          const Outcome outcome = left(node);
          if (outcome != Outcome::failed) return outcome;
        }
        return Outcome::failed;
      case Combinator::descendant:
      case Combinator::none:
        for (Node node = element.parent(); node.is_element() || (first && node && node == anchor);
             node = node.parent()) {
          const Outcome outcome = left(node);
          if (outcome != Outcome::failed) return outcome;
        }
        return Outcome::failed_for_all_above;
    }
    return Outcome::failed;
  }

  bool matches_compound(const Selector::Compound& compound, Node element) {
    if (!element.is_element()) return false;
    for (const auto& simple : compound.simples) {
      if (!matches_simple(simple, element)) return false;
    }
    return true;
  }

  static std::string_view name_for(const Selector::Simple& simple, Node element) {
    return element.element_namespace() == Namespace::html ? simple.lower_name : simple.name;
  }

  bool matches_simple(const Selector::Simple& simple, Node element) {
    switch (simple.test) {
      case Test::type: return element.name() == name_for(simple, element);
      case Test::id: return element.has_attribute("id") && element.attribute("id") == simple.value;
      case Test::class_name: return has_word(element.attribute("class"), simple.value, false);
      case Test::attribute: return matches_attribute(simple, element);
      case Test::any_of: return matches_any(simple.list, element);
      case Test::none_of: return !matches_any(simple.list, element);
      case Test::has: return has(simple, element);
      case Test::nth_child:
      case Test::nth_last_child:
      case Test::nth_of_type:
      case Test::nth_last_of_type: return fits(simple, number_of(simple, element));
      case Test::empty:
        for (const Node child : element.nodes()) {
          if (child.kind() != Kind::comment) return false;
        }
        return true;
      case Test::root: return element.parent() && !element.parent().is_element() && !element.parent().parent();
      case Test::scope: return element == scope_ || (!scope_.is_element() && element.parent() == scope_);
      case Test::link: return (element.is("a") || element.is("area")) && element.has_attribute("href");
    }
    return false;
  }

  static bool same(std::string_view a, std::string_view b, bool ignore_case) {
    return ignore_case ? text::equals_ignoring_case(a, b) : a == b;
  }

  static bool has_word(std::string_view list, std::string_view word, bool ignore_case) {
    if (word.empty()) return false;
    for (std::size_t i = 0; i < list.size();) {
      if (text::is_space(list[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < list.size() && !text::is_space(list[end])) ++end;
      if (same(list.substr(i, end - i), word, ignore_case)) return true;
      i = end;
    }
    return false;
  }

  static bool matches_attribute(const Selector::Simple& simple, Node element) {
    using Operator = Selector::Operator;
    const std::string_view name = name_for(simple, element);
    if (!element.has_attribute(name)) return false;
    const std::string_view value = element.attribute(name), wanted = simple.value;
    const auto part_is = [&](std::size_t from) {
      return !wanted.empty() && value.size() >= wanted.size() &&
             same(value.substr(from, wanted.size()), wanted, simple.ignore_case);
    };
    switch (simple.comparison) {
      case Operator::exists: return true;
      case Operator::equals: return same(value, wanted, simple.ignore_case);
      case Operator::word: return has_word(value, wanted, simple.ignore_case);
      case Operator::dash:
        return same(value, wanted, simple.ignore_case) ||
               (value.size() > wanted.size() && value[wanted.size()] == '-' &&
                same(value.substr(0, wanted.size()), wanted, simple.ignore_case));
      case Operator::prefix: return part_is(0);
      case Operator::suffix: return value.size() >= wanted.size() && part_is(value.size() - wanted.size());
      case Operator::substring:
        if (wanted.empty() || value.size() < wanted.size()) return false;
        if (!simple.ignore_case) return value.find(wanted) != std::string_view::npos;
        return text::to_lower_ascii(value).find(text::to_lower_ascii(wanted)) != std::string::npos;
    }
    return false;
  }

  bool has(const Selector::Simple& simple, Node anchor) {
    for (const auto& complex : simple.list) {
      const std::size_t last = complex.compounds.size() - 1;
      const auto found = [&](Node node) {
        return node.is_element() && matches_complex(complex, last, node, anchor) == Outcome::matched;
      };
      // Only children, or siblings and what is below them, come into question where the selector says so.
      const Combinator start = complex.compounds.front().before;
      if (start == Combinator::child && last == 0) {
        for (const Node child : anchor.children()) {
          if (found(child)) return true;
        }
      } else if (start == Combinator::child || start == Combinator::descendant) {
        for (const Node node : anchor.descendants()) {
          if (found(node)) return true;
        }
      } else {
        for (Node sibling = anchor.next_element(); sibling; sibling = sibling.next_element()) {
          if (found(sibling)) return true;
          if (last > 0) {
            for (const Node node : sibling.descendants()) {
              if (found(node)) return true;
            }
          }
          if (start == Combinator::next && last == 0) break;
        }
      }
    }
    return false;
  }

  static bool fits(const Selector::Simple& simple, int number) {
    if (number == 0) return false;
    const int rest = number - simple.offset;
    return simple.step == 0 ? rest == 0 : rest % simple.step == 0 && rest / simple.step >= 0;
  }

  bool counts(const Selector::Simple& simple, Node sibling, Node element) {
    if (simple.test == Test::nth_of_type || simple.test == Test::nth_last_of_type) {
      return sibling.name() == element.name() && sibling.element_namespace() == element.element_namespace();
    }
    return simple.list.empty() || matches_any(simple.list, sibling);
  }

  // The element's number among its siblings, from 1; 0 where it does not count itself.
  int number_of(const Selector::Simple& simple, Node element) {
    if (!counts(simple, element, element)) return 0;
    const bool from_end = simple.test == Test::nth_last_child || simple.test == Test::nth_last_of_type;
    const bool by_type = simple.test == Test::nth_of_type || simple.test == Test::nth_last_of_type;
    if (simple.step == 0 && simple.offset <= 3) {  // :first-child and its kin need not count to the end
      int number = 1;
      for (Node node = from_end ? element.next_element() : element.previous_element(); node && number <= simple.offset;
           node = from_end ? node.next_element() : node.previous_element()) {
        if (counts(simple, node, element)) ++number;
      }
      return number;
    }
    auto& counted = counted_[&simple];
    if (counted.parent != element.parent()) {
      counted.parent = element.parent();
      counted.numbers.clear();
      std::map<std::pair<std::string_view, Namespace>, int> numbers;
      const auto count = [&](Node node) {
        if (!counts(simple, node, node)) return;
        const auto kind =
            by_type ? std::pair(node.name(), node.element_namespace()) : std::pair(std::string_view(), Namespace::html);
        counted.numbers[node.index()] = ++numbers[kind];
      };
      Node node = from_end ? element.parent().last_child() : element.parent().first_child();
      for (; node; node = from_end ? node.previous() : node.next()) {
        if (node.is_element()) count(node);
      }
    }
    const auto found = counted.numbers.find(element.index());
    return found != counted.numbers.end() ? found->second : 0;
  }

  struct Counted {
    Node parent;
    std::map<std::uint32_t, int> numbers;
  };

  Node scope_;
  std::map<const Selector::Simple*, Counted> counted_;
};

bool Selector::matches(Node element) const { return SelectorMatcher(element).matches_any(list_, element); }

Node Selector::find(Node top) const {
  SelectorMatcher matcher(top);
  for (const Node node : top.descendants()) {
    if (node.is_element() && matcher.matches_any(list_, node)) return node;
  }
  return {};
}

std::vector<Node> Selector::find_all(Node top) const {
  std::vector<Node> found;
  SelectorMatcher matcher(top);
  for (const Node node : top.descendants()) {
    if (node.is_element() && matcher.matches_any(list_, node)) found.push_back(node);
  }
  return found;
}

Node Selector::closest(Node from) const {
  SelectorMatcher matcher(from);
  for (Node node = from; node; node = node.parent()) {
    if (node.is_element() && matcher.matches_any(list_, node)) return node;
  }
  return {};
}

namespace {

// Extraction asks for the same few selectors on every page; reading them again would cost more than the search.
const Selector* known_selector(std::string_view written) {
  constexpr std::size_t kMost = 512;
  thread_local std::map<std::string, std::unique_ptr<Selector>, std::less<>> known;
  if (const auto found = known.find(written); found != known.end()) return found->second.get();
  if (known.size() >= kMost) known.clear();
  auto parsed = Selector::parse(written);
  auto selector = parsed ? std::make_unique<Selector>(std::move(*parsed)) : nullptr;
  return known.emplace(std::string(written), std::move(selector)).first->second.get();
}

}  // namespace

Node Node::find(std::string_view selector) const {
  const Selector* known = known_selector(selector);
  return known != nullptr ? known->find(*this) : Node();
}

std::vector<Node> Node::find_all(std::string_view selector) const {
  const Selector* known = known_selector(selector);
  return known != nullptr ? known->find_all(*this) : std::vector<Node>();
}

bool Node::matches(std::string_view selector) const {
  const Selector* known = known_selector(selector);
  return known != nullptr && is_element() && known->matches(*this);
}

Node Node::closest(std::string_view selector) const {
  const Selector* known = known_selector(selector);
  return known != nullptr ? known->closest(*this) : Node();
}

}  // namespace syndicat::html
