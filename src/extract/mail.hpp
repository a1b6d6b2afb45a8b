#pragma once
// The header of a mail (RFC 5322) at the start of a text.

#include <string>

#include "model/feed.hpp"

namespace syndicat::extract {

// Where `text` starts with mail headers and a Subject is among them: takes them off, and puts subject, sender and
// date into `item`. Leaves both alone otherwise.
void take_mail_headers(std::string& text, model::Item& item);

}  // namespace syndicat::extract
