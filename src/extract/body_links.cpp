#include "extract/body_links.hpp"

#include <fmt/format.h>

#include "extract/headings.hpp"
#include "extract/links.hpp"
#include "extract/written_as.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

template <typename See>
void for_each_kept(const Tree& tree, const Body& body, See see) {
  for (const auto part : body.parts) {
    for (auto number = part; number < tree.box(part).end; ++number) {
      if (body.dropped_boxes[number]) number = tree.box(number).end - 1;
      else see(number);
    }
  }
}

std::string_view name_of_place(html::Node node) {
  const auto id = text::trim(node.attribute("id"));
  return id.empty() && node.is("a") ? text::trim(node.attribute("name")) : id;
}

bool is_written(Tag tag) {
  return is_heading(tag) || tag == Tag::li || tag == Tag::dt || tag == Tag::dd || tag == Tag::td || tag == Tag::th ||
         tag == Tag::caption || tag == Tag::figcaption;
}

}  // namespace

BodyLinks::BodyLinks(const Tree& tree, const Body& body, const std::string& base, bool clean_links)
    : tree_(tree), body_(body), base_(base), clean_links_(clean_links) {
  holds_block_.resize(tree.boxes().size());
  for (auto number = tree.boxes().size(); number-- > 1;) {
    const auto& box = tree.boxes()[number];
    if (is_block(box.tag) || holds_block_[number]) holds_block_[box.parent] = true;
  }
  find_targets();
}

std::string BodyLinks::address_of(html::Node a) const {
  const auto href = text::trim(a.attribute("href"));
  if (href.empty()) return {};
  if (const auto place = place_in_page(a); !place.empty() && targets_.contains(place)) return fmt::format("#{}", place);
  if (href.starts_with('#')) return {};
  auto address = text::resolve(base_, href);
  if (clean_links_) address = without_tracking(address);
  const auto scheme = text::to_lower_ascii(std::string_view(address).substr(0, address.find(':')));
  const bool relative = address.find(':') == std::string::npos;
  const bool good = scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel" || relative;
  return good ? address : std::string{};
}

// What a link within the page leads to; empty for other links.
std::string_view BodyLinks::place_in_page(html::Node a) const {
  auto href = text::trim(a.attribute("href"));
  const auto hash = href.find('#');
  if (hash == std::string_view::npos || hash + 1 == href.size()) return {};
  const auto page = std::string_view(base_).substr(0, base_.find('#'));
  if (hash > 0 && text::resolve(base_, href.substr(0, hash)) != page) return {};
  return href.substr(hash + 1);
}

void BodyLinks::find_targets() {
  std::unordered_set<std::string_view> wanted;
  for_each_kept(tree_, body_, [&](std::uint32_t number) {
    if (tree_.box(number).tag != Tag::a || is_place_link(tree_.box(number).node)) return;
    if (const auto place = place_in_page(tree_.box(number).node); !place.empty()) wanted.insert(place);
  });
  if (wanted.empty()) return;
  for_each_kept(tree_, body_, [&](std::uint32_t number) {
    const auto name = name_of_place(tree_.box(number).node);
    if (!name.empty() && wanted.contains(name)) targets_.emplace(name, number);  // the first one, as browsers do
  });
}

bool BodyLinks::is_target(std::uint32_t number) const {
  if (targets_.empty()) return false;
  const auto found = targets_.find(name_of_place(tree_.box(number).node));
  return found != targets_.end() && found->second == number;
}

// Whether the element is written as one within a line, so that it can bear its id itself.
bool BodyLinks::bears_own_id(std::uint32_t number) const {
  const auto& box = tree_.box(number);
  if (is_block(box.tag) || holds_block_[number] || text::is_blank(box.node.text())) return false;
  return !written_as(box.tag).empty() || (box.tag == Tag::a && !address_of(box.node).empty());
}

std::string BodyLinks::id_attribute(html::Node node) {
  if (targets_.empty()) return {};
  const auto number = tree_.box_of(node);
  if (number == kNone) return {};
  const auto& box = tree_.box(number);
  // What is only passed through leaves to those within what is theirs.
  const bool through = holds_block_[number] && !is_written(box.tag);
  const auto end = through ? number + 1 : box.end;
  for (auto inside = number; inside < end && tree_.box(inside).first_block <= box.first_block; ++inside) {
    if (!is_target(inside) || given_.contains(inside) || (inside != number && bears_own_id(inside))) continue;
    given_.insert(inside);
    return fmt::format(" id=\"{}\"", text::escape_xml_attribute(name_of_place(tree_.box(inside).node)));
  }
  return {};
}

std::string BodyLinks::own_id_attribute(html::Node node) const {
  const auto number = tree_.box_of(node);
  if (number == kNone || !is_target(number) || !bears_own_id(number)) return {};
  return fmt::format(" id=\"{}\"", text::escape_xml_attribute(name_of_place(node)));
}

}  // namespace syndicat::extract
