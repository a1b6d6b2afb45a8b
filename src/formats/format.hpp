#pragma once
// The table of formats. A new one is a file and a row.

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/feed.hpp"
#include "text/lines.hpp"

namespace syndicat::formats {

// Something that a reader mended or could not take as it stood; its words say where and what.
struct Note {
  std::string message;
  std::size_t times = 1;  // how many places it speaks for: the first ones of many are told each for itself
};

struct ReadOptions {
  std::string base_uri;                   // where the bytes came from: relative addresses are seen from there
  std::string charset;                    // what the transport said of the encoding
  std::uint64_t max_size = 64ULL << 20U;  // bytes
  std::uint32_t max_depth = 256;          // elements, or objects and arrays, within each other
  std::uint32_t max_tag = 64U << 10U;     // bytes of one start tag
  std::uint64_t max_text = 16ULL << 20U;  // bytes of one text
  std::uint64_t max_items = 250'000;      // an empty one of seven bytes takes two thousand in memory
  text::Origin origin{};                  // of a piece of a larger document
  bool strict = false;                    // refuse what would have to be mended
  bool whole = false;                     // refuse a document that is cut off: its last item may be half a one
};

struct Reading {
  model::Feed feed;
  std::vector<Note> notes;
};

using Fragments = std::set<std::string, std::less<>>;  // XML elements, each as it stands in model::Foreign

struct WriteOptions {
  std::optional<text::Instant> now{};  // the last resort for Atom's updated
  bool plain = false;        // write nothing of our own namespace or object; formats/losses.hpp tells what that costs
  std::string stylesheet{};  // what an xml-stylesheet instruction names, in place of the feed's own; XML formats
  // Words that look like a tag are escaped once more in RSS's titles: they are plain text, and readers take them for
  // HTML.
  bool cautious = false;
  // Foreign elements that may not stand in the document itself; they are kept among what is ours. Borrowed; may be
  // null.
  const Fragments* refused = nullptr;
};

struct Format {
  std::string_view name;   // as --to has it
  std::string_view title;  // "Atom 1.0"
  std::string_view media_type;
  std::string_view extension;  // "atom"
  // Whether the beginning of a document looks like this format; null where it cannot be read.
  bool (*looks_like)(std::string_view bytes);
  Result<Reading> (*read)(std::string bytes, const ReadOptions& options);
  // Fails as `misuse` naming the option that would give what is missing; null where it cannot be written.
  Result<std::string> (*write)(const model::Feed& feed, const WriteOptions& options);
  bool lossless = true;  // what is written and read again is the same feed
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);  // null: there is none
const Format* detect(std::string_view bytes);      // null: no feed that we know

// Reads a feed in whatever format it is. Fails as `unreadable` with words that say what the bytes look like instead
// (nothing, an HTML page, an image ...).
Result<Reading> read(std::string bytes, const ReadOptions& options);

}  // namespace syndicat::formats
