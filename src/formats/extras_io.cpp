// The tree of extras as JSON and as XML. In XML the scalars of an object are attributes, but for the topmost, whose
// children are elements all.

#include <algorithm>

#include "formats/extras.hpp"
#include "formats/namespaces.hpp"

namespace syndicat::formats {
namespace {

bool is_scalar(const Extra& extra) { return extra.kind == Extra::Kind::text || extra.kind == Extra::Kind::bare; }

}  // namespace

void write(json::Writer& writer, const Extra& extra) {
  switch (extra.kind) {
    case Extra::Kind::text: writer.value(extra.text); return;
    case Extra::Kind::bare: writer.bare(extra.text); return;
    case Extra::Kind::list:
      writer.begin_array();
      for (const auto& child : extra.children) write(writer, child);
      writer.end_array();
      return;
    case Extra::Kind::object:
      writer.begin_object();
      for (const auto& child : extra.children) write(writer.key(child.name), child);
      writer.end_object();
      return;
  }
}

void write(xml::Writer& writer, const Extra& extra, Home home) {
  const auto& ours = namespace_of(Vocabulary::syndicat);
  writer.declare(ours.prefix, ours.uri);
  writer.open("syndicat:" + extra.name);
  if (is_scalar(extra)) {
    writer.text(extra.text).close();
    return;
  }
  // RDF/XML, section 7.2.17: what is within is no RDF.
  const bool has_elements = std::any_of(extra.children.begin(), extra.children.end(), [&](const Extra& child) {
    return extra.kind == Extra::Kind::list || !is_scalar(child);
  });
  if (home == Home::rdf && has_elements) writer.attribute("rdf:parseType", "Literal");
  for (const auto& child : extra.children)
    if (extra.kind == Extra::Kind::object && is_scalar(child)) writer.attribute(child.name, child.text);
  for (const auto& child : extra.children)
    if (extra.kind == Extra::Kind::list || !is_scalar(child)) write(writer, child, Home::atom);
  writer.close();
}

Extra read_extra(const json::Value& value) {
  Extra extra;
  if (const auto* members = value.object()) {
    for (const auto& member : *members) {
      extra.children.push_back(read_extra(member.value()));
      extra.children.back().name = member.name;
    }
  } else if (const auto* entries = value.array()) {
    extra.kind = Extra::Kind::list;
    for (const auto& entry : *entries) extra.children.push_back(read_extra(entry));
  } else if (const auto* text = value.string()) {
    extra.kind = Extra::Kind::text;
    extra.text = *text;
  } else {
    extra.kind = Extra::Kind::bare;
    extra.text = json::to_text(value);
  }
  return extra;
}

Extra read_extra(xml::Node element) {
  Extra extra;
  extra.name = element.name().local;
  for (const auto& attribute : element.attributes())
    if (attribute.name.uri.empty()) extra.add(attribute.name.local, attribute.value);
  for (const auto child : element.children()) extra.children.push_back(read_extra(child));
  if (!extra.children.empty()) return extra;
  extra.kind = Extra::Kind::text;
  extra.text = element.text();
  return extra;
}

}  // namespace syndicat::formats
