// Addresses: splitting loses nothing, normalising is done once, language tags and markup beside them.

#include <cstdlib>

#include "text/language.hpp"
#include "text/markup.hpp"
#include "text/uri.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace syndicat;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view first = text.substr(0, text.find('\n'));
  const std::string_view rest = text.substr(first.size());
  if (text::split_uri(first).to_string() != first) std::abort();
  const auto normal = text::normalize_uri(first);
  if (text::normalize_uri(normal) != normal) std::abort();
  const auto resolved = text::resolve(first, rest);
  if (text::is_iri_reference(first) && text::is_absolute_iri(first) && resolved.find('\n') != std::string::npos)
    std::abort();
  const auto tag = text::normalize_language(text);
  if (!tag.empty() && (!text::is_language_tag(tag) || text::normalize_language(tag) != tag)) std::abort();
  text::host_of(text);
  text::percent_decode(text::percent_encode(text)) == text ? void() : std::abort();
  text::escape_xml_attribute(text);
  text::text_to_html(text);
  return 0;
}
