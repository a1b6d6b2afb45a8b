#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/grammar.hpp"

namespace syndicat::validate {

Walk::Walk(const Options& options, const xml::Document& document, std::size_t limit)
    : Check(options, Syntax::xml, document.text()), document_(document), limit_(limit) {
  set_core(Ns::none);
}

void Walk::set_core(Ns core) {
  core_ = core;
  names_.clear();
  shown_.clear();
  shown_.reserve(document_.name_count());  // the views into it must not move
  names_.reserve(document_.name_count());
  for (std::uint32_t id = 0; id < document_.name_count(); ++id) {
    const auto name = document_.name(id);
    Named named{Ns::none, name.uri, name.local, name.local};
    if (!name.uri.empty()) {
      const auto* known = find_namespace(name.uri);
      named.ns = known == nullptr ? Ns::unknown : known->ns;
      if (known != nullptr && known->ns != core && !known->prefix.empty()) {
        shown_.push_back(fmt::format("{}:{}", known->prefix, name.local));
        named.shown = shown_.back();
      }
    }
    names_.push_back(named);
  }
}

std::string_view Walk::text(xml::Node node) {
  // Most elements hold one text, which is in the document already.
  std::optional<xml::Node> only;
  std::size_t count = 0;
  for (const auto part : node.nodes()) {
    only = part;
    if (++count > 1) break;
  }
  if (count == 0) return {};
  if (count == 1 && (only->kind() == xml::Kind::text || only->kind() == xml::Kind::cdata)) return only->value();
  texts_.push_back(std::make_unique<std::string>(node.text()));
  return *texts_.back();
}

Subject Walk::subject(const Element& element) {
  const auto& node = element.node;
  Span span = tag(node);
  bool first = true;
  for (const auto part : node.nodes()) {
    if (first) span.start = part.start_offset();
    first = false;
    span.end = part.end_offset();
  }
  // The place is that of the words, without the white space around them.
  const auto written = Check::text().substr(span.start, span.end - span.start);
  const auto from = written.find_first_not_of(text::kSpace);
  if (from != std::string_view::npos) {
    span.end = span.start + written.find_last_not_of(text::kSpace) + 1;
    span.start += from;
  }
  return {text(node), span, element.name, element.parent};
}

Subject Walk::subject(const Element& element, const xml::Attribute& attribute) {
  return {attribute.value, {attribute.value_start, attribute.value_end}, element.name, element.parent, attribute.name.local};
}

std::optional<xml::Node> Walk::child(xml::Node node, Ns wanted, std::string_view local) const {
  for (const auto child : node.children())
    if (is(child, wanted, local)) return child;
  return std::nullopt;
}

Walk::Found Walk::find(const Type& type, xml::Node node) {
  const auto [type_id, fresh] = type_ids_.try_emplace(&type, static_cast<std::uint32_t>(type_ids_.size()));
  (void)fresh;
  const auto key = static_cast<std::uint64_t>(type_id->second) << 32U | node.name_id();
  const auto known = found_.find(key);
  if (known != found_.end()) return known->second;
  Found found;
  const auto& name = names_[node.name_id()];
  for (const auto& row : type.rows)
    if (row.ns == name.ns && row.local == name.local) found.row = &row;
  if (found.row == nullptr && type.site != Site::nowhere)
    for (const auto& row : extensions())
      if (row.ns == name.ns && row.local == name.local && (row.places & static_cast<std::uint8_t>(type.site)) != 0)
        found.extension = &row;
  found_.emplace(key, found);
  return found;
}

namespace {

bool has_extension_rows(Ns ns) {
  return std::any_of(extensions().begin(), extensions().end(), [&](const ExtensionRow& row) { return row.ns == ns; });
}

}  // namespace

void Walk::element(xml::Node node, const Type& type, std::string_view shown, const Element* above) {
  if (node.start_offset() >= limit_) return;
  const Element element{node, shown, above == nullptr ? std::string_view() : above->name, above};
  attributes(element, type);
  // What is cut off by a flaw has no end that could be judged.
  const bool whole = node.end_offset() <= limit_;
  if (type.before != nullptr) type.before(*this, element);
  switch (type.content) {
    case Content::any: break;
    case Content::value: {
      for (const auto child : node.children()) {
        if (child.start_offset() >= limit_) break;
        report("undefined-element", tag(child), {{"element", name(child)}, {"parent", shown}});
      }
      if (type.value != nullptr && whole) type.value(*this, subject(element));
      break;
    }
    case Content::empty:
    case Content::elements: children(element, type); break;
  }
  if (type.after != nullptr && whole) type.after(*this, element);
}

void Walk::attributes(const Element& element, const Type& type) {
  const auto& node = element.node;
  for (const auto& attribute : node.attributes()) {
    const Span span{attribute.start, attribute.value_end + 1U};
    const auto* known = attribute.name.uri.empty() ? nullptr : find_namespace(attribute.name.uri);
    const auto space = attribute.name.uri.empty() ? Ns::none : known == nullptr ? Ns::unknown : known->ns;
    const AttributeRow* found = nullptr;
    for (const auto& row : type.attributes)
      if (row.name == attribute.name.local && row.ns == space) found = &row;
    if (found != nullptr) {
      if (found->value != nullptr) found->value(*this, subject(element, attribute));
      continue;
    }
    if (space == Ns::xml) {
      if (attribute.name.local == "lang" && !attribute.value.empty()) {
        auto value = subject(element, attribute);
        value.attribute = "xml:lang";
        language(*this, value);
      }
      if (attribute.name.local == "base") {
        auto value = subject(element, attribute);
        value.attribute = "xml:base";
        iri_reference(*this, value);
      }
      continue;
    }
    if (space != Ns::none) {
      if (core_ == Ns::none && element.name.find(':') == std::string_view::npos && space != Ns::rdf)
        report("use-of-extension-attr", span,
               {{"element", element.name},
                {"parent", element.parent},
                {"attribute", known != nullptr ? fmt::format("{}:{}", known->prefix, attribute.name.local)
                                               : std::string(attribute.name.local)}});
      continue;
    }
    if (!type.free_attributes)
      report("unexpected-attribute", span,
             {{"element", element.name}, {"parent", element.parent}, {"attribute", attribute.name.local}});
  }
  for (const auto& row : type.attributes) {
    if (!row.required) continue;
    const auto& uri = row.ns == Ns::none ? std::string_view() : std::ranges::find(namespaces(), row.ns, &Namespace::ns)->uri;
    if (node.find_attribute(row.name, uri) == nullptr) {
      if (row.name == "href")
        report("missing-href", tag(node), {{"element", element.name}, {"parent", element.parent}, {"attr", "href"}});
      else
        report("missing-attribute", tag(node), {{"element", element.name}, {"parent", element.parent}, {"attr", row.name}});
    }
  }
}

void Walk::children(const Element& element, const Type& type) {
  std::array<std::uint8_t, 64> counts{};
  std::vector<const ExtensionRow*> seen;
  for (const auto node : element.node.nodes()) {
    if (node.start_offset() >= limit_) return;
    if (!node.is_element()) {
      const bool words = (node.kind() == xml::Kind::text || node.kind() == xml::Kind::cdata) && !text::is_blank(node.value());
      if (words)
        report("unexpected-text", {node.start_offset(), node.end_offset()},
               {{"element", element.name}, {"parent", element.parent}, {"value", text::trim(node.value())}});
      continue;
    }
    const auto child_name = name(node);
    const auto found = find(type, node);
    if (found.row != nullptr) {
      auto& count = counts[static_cast<std::size_t>(found.row - type.rows.data())];
      if (count == 1 && found.row->occurs != Occurs::many)
        report("duplicate-element", tag(node), {{"element", child_name}, {"parent", element.name}});
      if (count < 2) ++count;
      this->element(node, *found.row->type, child_name, &element);
    } else if (found.extension != nullptr) {
      if (found.extension->occurs != Occurs::many) {
        if (std::ranges::find(seen, found.extension) != seen.end())
          report("duplicate-element", tag(node), {{"element", child_name}, {"parent", element.name}});
        else
          seen.push_back(found.extension);
      }
      this->element(node, *found.extension->type, child_name, &element);
    } else {
      unknown_child(element, node, child_name);
    }
  }
  if (element.node.end_offset() > limit_) return;
  for (std::size_t at = 0; at < type.rows.size(); ++at) {
    const auto& row = type.rows[at];
    if (counts[at] > 0) continue;
    if (row.occurs == Occurs::required)
      report(row.missing, tag(element.node), {{"element", row.local}, {"parent", element.name}});
  }
}

void Walk::unknown_child(const Element& element, xml::Node child, std::string_view child_name) {
  const auto space = ns(child);
  if (space == Ns::unknown || space == Ns::known) return;  // told once, where the namespace is declared
  if (space >= Ns::dc && !has_extension_rows(space)) return;  // known by name, as it has no table
  if (space == Ns::none && core_ == Ns::none && element.name.find(':') == std::string_view::npos) {
    report("undefined-element", tag(child), {{"element", child_name}, {"parent", element.name}});
    return;
  }
  if (space == Ns::none) {
    report("missing-namespace", tag(child), {{"element", child_name}, {"parent", element.name}});
    return;
  }
  report("undefined-element", tag(child), {{"element", child_name}, {"parent", element.name}});
}

}  // namespace syndicat::validate
