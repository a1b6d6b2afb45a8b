// Whatever comes in, nothing executable comes out, what came out stays as it is, and every serialiser ends.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "html/sanitize.hpp"
#include "html/serialize.hpp"
#include "text/unicode.hpp"

using namespace syndicat;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

bool is_harmless(html::Node node) {
  if (node.kind() == html::Kind::comment) return false;
  if (!node.is_element()) return true;
  if (node.element_namespace() == html::Namespace::svg) return false;
  for (const char* name : {"script", "style", "iframe", "object", "embed", "form", "meta", "base", "link", "template",
                           "noscript", "textarea", "title", "select", "xmp", "plaintext", "annotation-xml", "mglyph"}) {
    if (node.name() == name) return false;
  }
  for (const auto attribute : node.attributes()) {
    if (attribute.name.substr(0, 2) == "on" || attribute.name == "srcdoc" || attribute.name == "formaction")
      return false;
    if (attribute.name != "href" && attribute.name != "src") continue;
    std::string seen;
    for (const char c : text::to_lower_ascii(attribute.value)) {
      if (static_cast<unsigned char>(c) > 0x20) seen += c;
    }
    if (seen.substr(0, 11) == "javascript:" || seen.substr(0, 9) == "data:text" || seen.substr(0, 9) == "vbscript:")
      return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const html::SanitizeOptions options{.base = size % 2 == 0 ? "" : "https://n.example/a/b"};
  const std::string clean = html::sanitize(input, options);
  const auto tree = html::parse_fragment(clean);
  for (html::Node node = tree.root().first_child(); node; node = node.next_within(tree.root()))
    require(is_harmless(node));
  require(html::sanitize(clean, options) == clean);

  const auto page = html::parse(input);
  const std::size_t room = 4096 + 100 * size;
  require(html::to_html(page.root()).size() < room);
  require(html::to_xhtml(page.root()).size() < room);
  require(html::to_markdown(page.root()).size() < room);
  require(html::to_text(page.root()).size() < room);
  require(page.root().block_text().size() < room);
  html::absolutize(input, options.base);
  return 0;
}
