#include "formats/stream.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "formats/sniff.hpp"
#include "formats/stream_json.hpp"
#include "formats/stream_xml.hpp"
#include "model/identity.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

constexpr std::size_t kBeginning = 64UL << 10U;  // bytes that tell format and encoding

// Whether every "<" in the bytes is one, so that tags can be found without decoding.
bool has_plain_tags(std::string_view beginning, std::string_view charset) {
  if (beginning.substr(0, 64).find('\0') != std::string_view::npos) return false;
  // clang-format off
  const auto is_wide = [](std::string_view label) {
    const auto name = text::encoding_for_label(text::trim(label));
    if (!name) return text::is_other_encoding(label);
    return name->starts_with("UTF-16") || *name == "ISO-2022-JP" || *name == "replacement";
  };
  // clang-format on
  const auto declaration =
      beginning.substr(0, beginning.starts_with("<?xml") ? std::min(beginning.find("?>"), beginning.size()) : 0);
  const auto at = declaration.find("encoding");
  const auto first = declaration.find_first_of("\"'", std::min(at, declaration.size()));
  if (first == std::string_view::npos) return !is_wide(charset);
  return !is_wide(charset) &&
         !is_wide(declaration.substr(first + 1, declaration.find(declaration[first], first + 1) - first - 1));
}

std::uint64_t digest(const std::string& id) { return std::hash<std::string>()(id); }

}  // namespace

Result<std::unique_ptr<Stream>> Stream::open(const RandomAccess& file, const Format* format, const ReadOptions& options,
                                             std::size_t piece) {
  std::string beginning;
  if (auto read = file.read(0, kBeginning, beginning); !read) return Failure(read.error());
  const auto mark = text::first_bytes(beginning);
  if (mark && mark->encoding != "UTF-8") return nullptr;
  const std::size_t length = mark ? mark->length : 0;
  beginning.erase(0, length);
  if (format != nullptr && !check_label(*format, beginning)) return nullptr;
  if (format == nullptr) format = detect(beginning);
  if (format == nullptr || !has_plain_tags(beginning, options.charset) || junk_before_feed(beginning) > 0)
    return nullptr;

  const Source source{file, *format, options, piece, length};
  std::unique_ptr<Stream> stream;
  if (format->name == "rss" || format->name == "atom" || format->name == "rdf")
    stream = std::make_unique<XmlStream>(source);
  if (format->name == "json") stream = std::make_unique<JsonStream>(source);
  if (format->name == "jsonl") stream = std::make_unique<LinesStream>(source);
  if (stream == nullptr) return nullptr;
  // Whatever is in the way is told when the whole is read.
  if (const auto good = stream->skim(); !good || !*good) return nullptr;
  stream->feed_.feed.items.clear();
  return stream;
}

Result<std::string> Stream::id_of(const model::Item& item) {
  if (!item.id.empty()) return item.id;
  if (!equal_ids_)
    if (auto done = look_for_equal_ids(); !done) return Failure(done.error());
  auto id = model::derive_id(item);
  return id && equal_ids_->contains(digest(*id)) ? model::derive_own_id(item) : id;
}

Result<void> Stream::look_for_equal_ids() {
  const auto same = again();
  std::vector<std::uint64_t> digests;
  for (;;) {
    auto some = same->next();
    if (!some) return Failure(some.error());
    if (!*some) break;
    for (auto& item : (*some)->feed.items) {
      if (prepare_) prepare_(item);
      if (!item.id.empty()) continue;
      const auto id = model::derive_id(item);
      if (!id) return Failure(id.error());
      digests.push_back(digest(*id));
    }
  }
  std::sort(digests.begin(), digests.end());
  equal_ids_.emplace();
  for (std::size_t at = 1; at < digests.size(); ++at)
    if (digests[at] == digests[at - 1]) equal_ids_->insert(digests[at]);
  return {};
}

// Where the bytes behind `text` stand, if it starts at `origin`.
void move_on(text::Origin& origin, std::string_view text) {
  if (const auto end = text.rfind('\n'); end != std::string_view::npos) {
    origin.line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    origin.column = 1;
    text.remove_prefix(end + 1);
  }
  origin.column += static_cast<std::uint32_t>(text::count_characters(text));
}

}  // namespace syndicat::formats
