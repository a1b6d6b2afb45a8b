#include "extract/extract.hpp"
#include "text/digest.hpp"

namespace syndicat::extract {

Result<std::string> derive_id(const model::Item& item) {
  if (!item.url.empty()) return item.url;
  // The title and the words, each with its length before it, so that moving text between them makes another id. The
  // summary speaks only where there is nothing else.
  const auto& content = !item.content_html.empty() ? item.content_html
                        : !item.content_text.empty() ? item.content_text
                                                     : item.summary.value;
  const auto digest = text::sha256_hex(fmt::format("{}:{}{}:{}", item.title.value.size(), item.title.value,
                                                   content.size(), content));
  if (!digest) return Failure(digest.error());
  return "urn:sha256:" + *digest;
}

}  // namespace syndicat::extract
