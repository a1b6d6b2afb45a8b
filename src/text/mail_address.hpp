#pragma once
// E-mail addresses by their form.

#include <string_view>

namespace syndicat::text {

// Whether `text` is an addr-spec (RFC 2822, section 3.4.1) whose domain is a host with a dot in it, or a literal in
// brackets; letters beyond ASCII may stand in both parts (RFC 6531).
bool is_addr_spec(std::string_view text);

// Whether such an address stands anywhere in the text.
bool holds_mail_address(std::string_view text);

}  // namespace syndicat::text
