#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/grammar.hpp"
#include "validate/opinions.hpp"

namespace syndicat::validate {

Walk::Walk(const Options& options, const xml::Document& document, std::size_t limit)
    : Check(options, Syntax::xml, document.text()), document_(document), limit_(limit) {
  const auto encoding = text::to_lower_ascii(document.declared_encoding());
  latin1_ = encoding == "iso-8859-1" || encoding == "latin1" || encoding == "latin-1";
  set_core(Ns::none);
}

void Walk::set_core(Ns core, Ns without) {
  core_ = core;
  names_.clear();
  shown_.clear();
  shown_.reserve(document_.name_count());  // the views into it must not move
  names_.reserve(document_.name_count());
  for (std::uint32_t id = 0; id < document_.name_count(); ++id) {
    const auto name = document_.name(id);
    Named named{without, name.uri, name.local, name.local};
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

Subject Walk::subject(const Element& element, const xml::Attribute& attribute, Naming naming) {
  return {attribute.value,
          {attribute.value_start, attribute.value_end},
          element.name,
          element.parent,
          attribute.name.local,
          {},
          naming};
}

std::optional<xml::Node> Walk::child(xml::Node node, Ns wanted, std::string_view local) const {
  for (const auto& asked : asked_)
    if (asked.parent == node.index() && asked.ns == wanted && asked.local == local) return asked.found;
  std::optional<xml::Node> found;
  std::size_t seen = 0;
  for (const auto child : node.children()) {
    ++seen;
    if (!is(child, wanted, local)) continue;
    found = child;
    break;
  }
  // A feed's many entries ask the same of it, each for itself.
  constexpr std::size_t kMany = 64, kMostRemembered = 16;
  if (seen < kMany) return found;
  if (asked_.size() == kMostRemembered) asked_.clear();
  asked_.push_back({node.index(), wanted, local, found});
  return found;
}

Walk::Found Walk::find(const Type& type, xml::Node node) {
  const auto [type_id, fresh] = type_ids_.try_emplace(&type, static_cast<std::uint32_t>(type_ids_.size()));
  (void)fresh;
  const auto key = static_cast<std::uint64_t>(type_id->second) << 32U | node.name_id();
  const auto known = found_.find(key);
  if (known != found_.end()) return known->second;
  Found found;
  auto name = names_[node.name_id()];
  // Dublin Core's qualifiers of old: <dc:date.Taken> is a dc:date.
  if (name.ns == Ns::dc) name.local = name.local.substr(0, name.local.find('.'));
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

namespace {

constexpr std::string_view kRdfUri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

}  // namespace

// RDF lets a property hold a thing where others have words: <dc:creator><foaf:Person>...
bool Walk::may_hold(const Element& element, xml::Node child) const {
  if (element.node.attribute("parseType", kRdfUri)) return true;
  const auto space = ns(child);
  return element.name.find(':') != std::string_view::npos &&
         (space == Ns::unknown || space == Ns::known || space == Ns::rdf || space == Ns::taxo ||
          (space == Ns::cc && ns(element.node) != Ns::cc));
}

Walk::BaseOf::BaseOf(Walk& walk, xml::Node node) : walk_(walk) {
  const auto written = node.attribute("base", "http://www.w3.org/XML/1998/namespace");
  if (!written) return;
  constexpr std::size_t kLongest = 8192;  // longer ones, one upon the other, would cost more than they tell
  const auto reference = text::trim(*written);
  auto base = reference.size() > kLongest ? std::string() : text::resolve(walk.base_, reference);
  if (base.size() > kLongest) base.clear();
  is_changed_ = true;
  had_own_ = walk.has_own_base_;
  before_ = std::exchange(walk.base_, std::move(base));
  // RSS knows no base of its own; its readers differ.
  walk.has_own_base_ = walk.core_ == Ns::atom && (had_own_ || text::split_uri(reference).scheme.has_value());
}

Walk::BaseOf::~BaseOf() {
  if (!is_changed_) return;
  walk_.base_ = std::move(before_);
  walk_.has_own_base_ = had_own_;
}

bool Walk::is_whole(xml::Node node) const {
  const auto written = Check::text();
  const std::size_t end = node.end_offset();
  if (limit_ > written.size()) return true;  // there is no flaw
  if (end > limit_) return false;
  // An element that is open where the reading ended has its end there as well, and no end tag behind what it holds.
  std::size_t from = node.content_offset();
  if (from == end) return written.substr(0, end).ends_with("/>");
  for (const auto part : node.nodes()) from = part.end_offset();
  return from < end && written.substr(from, end - from).find("</") != std::string_view::npos;
}

void Walk::element(xml::Node node, const Type& type, std::string_view shown, const Element* above) {
  if (node.start_offset() >= limit_) return;
  const BaseOf base(*this, node);
  const Element element{node, shown, above == nullptr ? std::string_view() : above->name, above};
  attributes(element, type);
  // What is cut off by a flaw has no end that could be judged.
  const bool whole = is_whole(node);
  if (type.before != nullptr) type.before(*this, element);
  switch (type.content) {
    case Content::any: break;
    case Content::value: {
      for (const auto child : node.children()) {
        if (child.start_offset() >= limit_) break;
        if (may_hold(element, child)) continue;
        report("undefined-element", tag(child), {{"element", name(child)}, {"parent", shown}});
      }
      // What is told in things is not told in words.
      const bool things =
          node.children().begin() != node.children().end() && element.name.find(':') != std::string_view::npos;
      if (type.value != nullptr && whole && !things) type.value(*this, subject(element));
      break;
    }
    case Content::empty:
    case Content::elements: children(element, type, whole); break;
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
      if (found->value != nullptr) found->value(*this, subject(element, attribute, found->naming));
      continue;
    }
    if (space == Ns::xml) {
      if (attribute.name.local == "lang" && !attribute.value.empty()) {
        auto value = subject(element, attribute);
        value.attribute = "xml:lang";
        language(*this, value);
      }
      // XML 1.0, section 2.10.
      if (attribute.name.local == "space" && attribute.value != "default" && attribute.value != "preserve") {
        auto value = subject(element, attribute);
        value.attribute = "xml:space";
        report("invalid-value", value, {{"values", "default or preserve"}});
      }
      if (attribute.name.local == "base") {
        auto value = subject(element, attribute);
        value.attribute = "xml:base";
        iri_reference(*this, value);
      }
      continue;
    }
    if (space != Ns::none) {
      if (core_ == Ns::none && as_w3c(*this, "attributes-in-rss") && !board &&
          element.name.find(':') == std::string_view::npos && space != Ns::rdf && space != Ns::sx)
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
    const auto& uri =
        row.ns == Ns::none ? std::string_view() : std::ranges::find(namespaces(), row.ns, &Namespace::ns)->uri;
    if (node.find_attribute(row.name, uri) == nullptr) {
      const auto shown = row.ns == Ns::rdf ? fmt::format("rdf:{}", row.name) : std::string(row.name);
      if (row.name == "href")
        report("missing-href", tag(node), {{"element", element.name}, {"parent", element.parent}, {"attr", "href"}});
      else
        report("missing-attribute", tag(node),
               {{"element", element.name}, {"parent", element.parent}, {"attr", shown}});
    }
  }
}

std::string Walk::shown_name(Ns ns, std::string_view local) const {
  const auto known = std::ranges::find(namespaces(), ns, &Namespace::ns);
  if (ns == core_ || ns == Ns::none || known == namespaces().end() || known->prefix.empty()) return std::string(local);
  return fmt::format("{}:{}", known->prefix, local);
}

void Walk::children(const Element& element, const Type& type, bool whole) {
  std::array<std::uint8_t, 64> counts{};
  std::vector<const ExtensionRow*> seen;
  std::vector<std::pair<const ExtensionRow*, std::size_t>> counted;
  for (const auto node : element.node.nodes()) {
    if (node.start_offset() >= limit_) return;
    if (!node.is_element()) {
      const bool words =
          (node.kind() == xml::Kind::text || node.kind() == xml::Kind::cdata) && !text::is_blank(node.value());
      if (words)
        report("unexpected-text", {node.start_offset(), node.end_offset()},
               {{"element", element.name}, {"parent", element.parent}, {"value", text::trim(node.value())}});
      continue;
    }
    const auto child_name = name(node);
    const auto found = find(type, node);
    if (found.row != nullptr) {
      auto& count = counts[static_cast<std::size_t>(found.row - type.rows.data())];
      if (count == 1 && found.row->occurs != Occurs::many && found.row->occurs != Occurs::some)
        report("duplicate-element", tag(node), {{"element", child_name}, {"parent", element.name}});
      if (count < 2) ++count;
      this->element(node, *found.row->type, child_name, &element);
    } else if (found.extension != nullptr) {
      if (found.extension->occurs == Occurs::ten) {
        auto count = std::ranges::find(counted, found.extension, &std::pair<const ExtensionRow*, std::size_t>::first);
        if (count == counted.end()) count = counted.insert(counted.end(), {found.extension, 0});
        if (++count->second == 11)
          report("too-many", tag(node), {{"element", child_name}, {"parent", element.name}, {"max", "10"}});
      } else if (found.extension->occurs != Occurs::many) {
        if (std::ranges::find(seen, found.extension) != seen.end())
          report("duplicate-element", tag(node), {{"element", child_name}, {"parent", element.name}});
        else seen.push_back(found.extension);
      }
      this->element(node, *found.extension->type, child_name, &element);
    } else {
      unknown_child(element, type, node, child_name);
    }
  }
  if (!whole) return;
  for (std::size_t at = 0; at < type.rows.size(); ++at) {
    const auto& row = type.rows[at];
    if (counts[at] > 0) continue;
    if (row.occurs == Occurs::required || row.occurs == Occurs::some)
      report(row.missing, tag(element.node), {{"element", shown_name(row.ns, row.local)}, {"parent", element.name}});
  }
}

// RSS 2.0: "only if those elements are defined in a namespace", however deep within a module they stand.
void Walk::in_no_namespace(xml::Node node, int depth) {
  if (depth > 64) return;
  for (const auto child : node.children()) {
    if (child.start_offset() >= limit_) return;
    if (ns(child) == Ns::none) {
      report("not-in-a-namespace", tag(child), {{"element", name(child)}, {"parent", name(node)}});
      return;
    }
    in_no_namespace(child, depth + 1);
  }
}

void Walk::unknown_child(const Element& element, const Type& type, xml::Node child, std::string_view child_name) {
  const auto space = ns(child);
  if (space == Ns::unknown || space == Ns::known) {  // told once, where the namespace is declared
    if (core_ == Ns::none) in_no_namespace(child, 0);
    return;
  }
  // RFC 4287, section 6.4: metadata of any kind may stand in Atom.
  if (core_ == Ns::atom && (space == Ns::rdf || space == Ns::xhtml)) return;
  if (space == Ns::none && core_ == Ns::none && child_name == "blink") {
    report("no-blink", tag(child), {{"element", child_name}, {"parent", element.name}});
    return;
  }
  // Its specification says that there may be more than it names.
  if (space == Ns::source) return;
  // Known by name, as it has no table: neither one of extensions nor rows here.
  const bool has_rows = space == core_ || space == ns(element.node) ||
                        std::ranges::any_of(type.rows, [&](const Row& row) { return row.ns == space; });
  if (space >= Ns::dc && !has_rows && !has_extension_rows(space)) return;
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
