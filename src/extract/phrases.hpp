#pragma once
// What the furniture around articles says, in many languages: skip links, share buttons, pointers to other
// articles, cookie notices. One table, so that a language is added in one place.

#include <cstdint>
#include <string_view>

namespace syndicat::extract {

enum class Phrase : std::uint8_t {
  none,
  skip_link,      // "top of page", "skip to content"
  button,         // "share", "print", "log in", "menu", "previous article"
  pointer,        // "read also", "related articles": what follows leads elsewhere
  comments,       // "leave a comment"
  newsletter,     // "subscribe to our newsletter"
  cookies,        // "we use cookies"
  advertisement,  // "advertisement", "sponsored content"
  reading_time,   // "3 min read"
  by,             // "by", "written by": a name follows
  posted,         // "published on", "updated": a date follows
  filed,          // "tags", "filed under": categories follow
  rights,         // "all rights reserved"
  about_author,   // "about the author"
  credit,         // "photo", "image credit": who made the picture follows
};

// What the whole line says, or none. A count in it ("12 comments") and what stands behind a colon do not count.
Phrase phrase_of_line(std::string_view line);

// What the line begins with ("Read also: strike in the port"), or none; the words behind it are not looked at.
Phrase phrase_at_start(std::string_view line);

// Whether the words call the text itself ("text", "story"): right before a colon they lead to the writer's name, and
// anywhere else to nobody's.
bool is_text_label(std::string_view words);

}  // namespace syndicat::extract
