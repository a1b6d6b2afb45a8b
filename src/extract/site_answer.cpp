#include "extract/site_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "html/xpath.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostGrowth = 1U << 20U;  // bytes that replacing may add
constexpr std::size_t kMostFound = 20;          // values of one field
constexpr std::size_t kMostBodies = 5000;       // elements; an expression may find each paragraph

struct Found {
  html::Node node;
  std::string attribute, text;
};

// Asks by selector or XPath; the copy that XPath needs is made when the first expression comes.
class Asker {
 public:
  Asker(const html::Document& page, std::vector<std::string>& notes) : page_(page), notes_(notes) {}

  std::vector<Found> find(const Locator& locator) {
    std::vector<Found> found;
    if (locator.selector) {
      for (const auto node : locator.selector->find_all(page_.root())) found.push_back({node, {}, {}});
      return found;
    }
    if (!xpath_) xpath_.emplace(page_);
    auto nodes = xpath_->select(locator.written);
    if (nodes) {
      for (auto& one : *nodes) found.push_back({one.node, std::move(one.attribute), std::move(one.text)});
      return found;
    }
    // substring-after(//p, ":") gives a text.
    auto text = xpath_->evaluate(locator.written);
    if (text) found.push_back({{}, {}, std::move(*text)});
    else notes_.push_back(fmt::format("{}: {}; it is left out", locator.place, text.error().message));
    return found;
  }

 private:
  const html::Document& page_;
  std::vector<std::string>& notes_;
  std::optional<html::XPath> xpath_;
};

// What an element says, where it says it to machines: <meta content>, <time datetime>, <a href>.
std::string value_of(const Found& found, std::initializer_list<std::string_view> attributes) {
  if (found.node.is_element() && found.attribute.empty()) {
    for (const auto name : attributes) {
      if (auto value = text::collapse_space(found.node.attribute(name)); !value.empty()) return value;
    }
    return text::collapse_space(found.node.block_text());
  }
  return text::collapse_space(found.node.is_text() ? found.node.value() : std::string_view(found.text));
}

std::string source_of(const Locator& locator) { return fmt::format("site rule {}", locator.place); }

ToldValue link_of(Asker& asker, const std::vector<Locator>& locators) {
  for (const auto& locator : locators) {
    for (const auto& found : asker.find(locator)) {
      const bool element = found.node.is_element() && found.attribute.empty();
      if (element && !found.node.has_attribute("href")) continue;
      if (auto value = value_of(found, {"href"}); !value.empty()) return {std::move(value), source_of(locator)};
    }
  }
  return {};
}

std::vector<ToldValue> values_of(Asker& asker, const std::vector<Locator>& locators, bool all,
                                 std::initializer_list<std::string_view> attributes) {
  std::vector<ToldValue> told;
  for (const auto& locator : locators) {
    for (const auto& found : asker.find(locator)) {
      auto value = value_of(found, attributes);
      const bool known = std::ranges::any_of(told, [&](const ToldValue& other) { return other.value == value; });
      if (!value.empty() && !known && told.size() < kMostFound) told.push_back({std::move(value), source_of(locator)});
    }
    if (!all && !told.empty()) break;
  }
  return told;
}

// The frame of the page stays, whatever a rule says.
bool is_frame(html::Node node) { return node.is("html") || node.is("head") || node.is("body"); }

bool holds_any(std::string_view value, const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts,
                             [&](const std::string& part) { return value.find(part) != std::string_view::npos; });
}

void strip(const SiteRule& rule, html::Document& page, std::vector<std::string>& notes) {
  std::vector<html::Node> doomed;
  Asker asker(page, notes);
  for (const auto& locator : rule.strip) {
    for (const auto& found : asker.find(locator)) {
      // Attributes are left out of the article anyway.
      if (found.node && found.attribute.empty() && !is_frame(found.node)) doomed.push_back(found.node);
    }
  }
  if (!rule.strip_id_or_class.empty() || !rule.strip_image_src.empty()) {
    for (const auto node : page.root().descendants()) {
      if (!node.is_element() || is_frame(node)) continue;
      const bool named = holds_any(node.attribute("id"), rule.strip_id_or_class) ||
                         holds_any(node.attribute("class"), rule.strip_id_or_class);
      if (named || (node.is("img") && holds_any(node.attribute("src"), rule.strip_image_src))) doomed.push_back(node);
    }
  }
  for (const auto node : doomed) page.remove(node);
}

}  // namespace

std::string with_replacements(const SiteRule& rule, std::string text) {
  const auto most = text.size() + kMostGrowth;
  for (const auto& [old, replacement] : rule.replacements) {
    if (text.find(old) == std::string::npos) continue;
    std::string changed;
    std::size_t from = 0;
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, from)) {
      changed.append(text, from, at - from).append(replacement);
      from = at + old.size();
      if (changed.size() > most) return text;
    }
    changed.append(text, from);
    text = std::move(changed);
  }
  return text;
}

SiteAnswer ask(const SiteRule& rule, html::Document& page) {
  SiteAnswer answer;
  {
    Asker asker(page, answer.notes);
    answer.titles = values_of(asker, rule.title, false, {"content"});
    answer.authors = values_of(asker, rule.author, false, {"content"});
    answer.dates = values_of(asker, rule.date, true, {"datetime", "content"});
    answer.single_page = link_of(asker, rule.single_page_link);
    answer.next_page = link_of(asker, rule.next_page_link);
    for (const auto& locator : rule.native_ad_clue) {
      if (!asker.find(locator).empty())
        answer.notes.push_back(fmt::format("{}: native_ad_clue says that this is advertising", locator.place));
    }
  }
  strip(rule, page, answer.notes);

  Asker asker(page, answer.notes);
  for (const auto& locator : rule.body) {
    for (const auto& found : asker.find(locator)) {
      if (!found.attribute.empty() || !found.node || answer.body.size() >= kMostBodies) continue;
      const auto element = found.node.is_element() ? found.node : found.node.parent();
      if (element.is_element() && (answer.body.empty() || answer.body.back() != element))
        answer.body.push_back(element);
    }
    if (answer.body.empty()) continue;
    answer.body_source = source_of(locator);
    break;
  }
  if (answer.body.empty() && !rule.body.empty())
    answer.notes.push_back(fmt::format("{}: body finds nothing on this page{}", rule.body.front().place,
                                       rule.autodetect_on_failure ? "; it is read as any other" : ""));
  return answer;
}

std::vector<std::uint32_t> boxes_of(const SiteAnswer& answer, const Tree& tree) {
  std::vector<std::uint32_t> boxes;
  for (const auto node : answer.body) {
    if (const auto number = tree.box_of(node); number != kNone) boxes.push_back(number);
  }
  std::ranges::sort(boxes);
  std::vector<std::uint32_t> outer;
  for (const auto number : boxes) {
    if (outer.empty() || !tree.is_inside(number, outer.back())) outer.push_back(number);
  }
  return outer;
}

}  // namespace syndicat::extract
