#include "xml/writer.hpp"

#include <fmt/format.h>

#include "text/markup.hpp"

namespace syndicat::xml {

Writer::Writer() : bytes_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {}

Writer& Writer::reserve(std::size_t bytes) {
  bytes_.reserve(bytes);
  return *this;
}

void Writer::finish_tag() {
  if (tag_open_) bytes_ += '>';
  tag_open_ = false;
}

void Writer::indent() {
  bytes_ += '\n';
  bytes_.append(open_.size() * 2, ' ');
}

Writer& Writer::instruction(std::string_view target, std::string_view data) {
  finish_tag();
  indent();
  bytes_.append("<?").append(target).append(" ").append(data).append("?>");
  return *this;
}

Writer& Writer::open(std::string_view name) {
  finish_tag();
  if (!in_text()) indent();
  bytes_.append("<").append(name);
  tag_name_end_ = bytes_.size();
  tag_has_promised_ = false;
  if (open_.empty()) root_name_end_ = bytes_.size();
  if (!open_.empty() && !open_.back().promised.empty()) write_promised(name);
  open_.push_back({std::string(name)});
  tag_open_ = true;
  return *this;
}

std::size_t Writer::find_attribute(std::string_view name) const {
  // A quotation mark stands in no value.
  return bytes_.find(fmt::format(" {}=\"", name), tag_name_end_);
}

bool Writer::has_attribute(std::string_view name) const {
  return tag_open_ && find_attribute(name) != std::string::npos;
}

Writer& Writer::attribute(std::string_view name, std::string_view value) {
  if (tag_has_promised_) {
    if (const auto at = find_attribute(name); at != std::string::npos) {
      bytes_.erase(at, bytes_.find('"', bytes_.find('"', at) + 1) + 1 - at);
    }
  }
  bytes_.append(" ").append(name).append("=\"");
  text::append_escaped_xml_attribute(bytes_, value);
  bytes_ += '"';
  return *this;
}

Writer& Writer::attribute_of(std::string_view child, std::string_view name, std::string_view value, std::size_t id) {
  open_.back().promised.push_back({std::string(child), std::string(name), std::string(value), id});
  return *this;
}

std::vector<std::size_t> Writer::take_unkept() {
  std::vector<std::size_t> ids;
  for (const auto& promise : open_.back().promised) ids.push_back(promise.id);
  open_.back().promised.clear();
  return ids;
}

void Writer::write_promised(std::string_view name) {
  const auto local = name.substr(name.find(':') + 1);  // npos + 1 is the beginning
  std::erase_if(open_.back().promised, [&](const ChildAttribute& promise) {
    if (promise.child != local) return false;
    if (find_attribute(promise.name) == std::string::npos) attribute(promise.name, promise.value);
    return true;
  });
  tag_has_promised_ = true;
}

std::string Writer::declare(std::string_view prefix, std::string_view uri) {
  bool taken = false;
  for (const auto& [known, known_uri] : declarations_) {
    if (known_uri == uri && (!known.empty() || prefix.empty())) return known;
    taken = taken || known == prefix;
  }
  std::string free(prefix);
  if (taken) free += std::to_string(declarations_.size());
  declarations_.emplace_back(free, uri);
  return free;
}

Writer& Writer::text(std::string_view text) {
  if (text.empty()) return *this;
  finish_tag();
  text::append_escaped_xml(bytes_, text);
  if (!open_.empty()) open_.back().has_text = true;
  return *this;
}

Writer& Writer::raw(std::string_view xml) {
  finish_tag();
  if (!in_text()) indent();
  bytes_ += xml;
  return *this;
}

Writer& Writer::inline_raw(std::string_view xml) {
  finish_tag();
  bytes_ += xml;
  if (!open_.empty()) open_.back().has_text = true;
  return *this;
}

Writer& Writer::close() {
  const Level level = std::move(open_.back());
  open_.pop_back();
  if (tag_open_) {
    bytes_ += "/>";
  } else {
    if (!level.has_text) indent();
    bytes_.append("</").append(level.name).append(">");
  }
  tag_open_ = false;
  return *this;
}

Writer& Writer::leaf(std::string_view name, std::string_view text) {
  return text.empty() ? *this : open(name).text(text).close();
}

std::string Writer::take() {
  while (!open_.empty()) close();
  std::string declarations;
  for (const auto& [prefix, uri] : declarations_) {
    declarations.append(prefix.empty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
    text::append_escaped_xml_attribute(declarations, uri);
    declarations += '"';
  }
  bytes_.insert(root_name_end_, declarations);
  bytes_ += '\n';
  return std::move(bytes_);
}

}  // namespace syndicat::xml
