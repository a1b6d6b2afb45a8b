#pragma once
// A mail (RFC 5322, MIME) instead of a text: its header, and the words that its writer wrote.

#include <string>
#include <string_view>

#include "model/feed.hpp"

namespace syndicat::extract {

struct Mail {
  bool is_mail = false;
  bool is_html = false;  // `body` is a page
  std::string body;      // UTF-8; the plain part where there is one
};

// Whether the bytes start with mail headers, a Subject among them.
bool starts_as_mail(std::string_view bytes);

// The mail that `text` is, with subject, sender and date put into `item`; is_mail is false for anything else, `item`
// stays then. Transfer encodings are undone, of several parts the first text is taken. What follows the mark of a
// signature ("-- ") and a quoted mail at the end, with the line that introduces it, are left out.
Mail take_mail(std::string_view text, model::Item& item);

}  // namespace syndicat::extract
