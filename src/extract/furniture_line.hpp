#pragma once
// Single lines that are about reading on, sharing and following rather than of the text, whatever box they stand in.

#include <string_view>

namespace syndicat::extract {

// Whether the line, by what it says alone, is such: "Share this: Facebook Twitter", "Read also: Strike in the port",
// "Tags: strike, port", "Press Ctrl+Enter". A sentence of the text never is.
bool is_furniture_line(std::string_view line);

// Whether the line asks to follow or to subscribe somewhere: "Follow us on Telegram". At a text's end only, since an
// article may say so of others.
bool asks_to_follow(std::string_view line);

// Whether the words are a service's name ("Telegram-channel" begins with one) or its address ("t.me/paper").
bool names_service(std::string_view words);

// Whether the address is of somebody's place on such a service (https://t.me/paper), not of one post there.
bool is_profile(std::string_view url);

}  // namespace syndicat::extract
