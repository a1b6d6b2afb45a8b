#pragma once
// The IANA registry "Link Relation Types".

#include <string_view>

namespace syndicat::validate {

// Case counts for nothing (RFC 8288, section 2.1.1).
bool is_registered_relation(std::string_view relation);

}  // namespace syndicat::validate
