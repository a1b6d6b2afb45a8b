// Any bytes as XML: no crash, every place within the text, and what is sound comes back the same.

#include <cstdlib>
#include <string>

#include "xml/document.hpp"

using namespace syndicat;

namespace {

void check_places(const xml::Document& document) {
  const auto size = document.text().size();
  for (std::size_t index = 0; index < document.node_count(); ++index) {
    const auto node = document.node(index);
    if (node.start_offset() > node.end_offset() || node.end_offset() > size) std::abort();
    if (node.is_element() && (node.content_offset() < node.start_offset() || node.content_offset() > node.end_offset()))
      std::abort();
    for (const auto& attribute : node.attributes())
      if (attribute.start > attribute.value_start || attribute.value_start > attribute.value_end ||
          attribute.value_end > size)
        std::abort();
    if (const auto parent = node.parent(); parent && parent->index() >= index) std::abort();
  }
  for (const auto& flaw : document.flaws())
    if (flaw.position.offset > size || flaw.position.line == 0 || flaw.message.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const xml::Limits limits{.max_size = 1U << 20U, .max_tag = 4096, .max_entities = 1U << 16U};
  auto document = xml::examine(bytes, {}, limits);
  if (!document) return 0;
  check_places(*document);
  if (!document->has_root()) {
    if (document->flaws().empty()) std::abort();
    return 0;
  }
  const auto root = document->root();
  if (root.text().size() > (size + 4) * 4 + limits.max_entities * 2) std::abort();
  if (document->flaws().empty()) {
    // What we write, we read again, and it says the same.
    auto again = xml::examine(root.outer());
    if (!again || !again->flaws().empty() || again->root().text() != root.text()) std::abort();
  }
  return 0;
}
