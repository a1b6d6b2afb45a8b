#pragma once
// Prefixes that stand for one namespace wherever one meets them in a feed, declared or not.

#include <string_view>

namespace syndicat::xml {

// The address of the namespace that everybody writes `prefix` for; empty: none is so usual.
std::string_view usual_namespace(std::string_view prefix);

// An element whose prefix is bound to nothing, and is none of those, keeps its prefix by a namespace of this address
// with the prefix behind it.
constexpr std::string_view kUnboundUri = "https://syndicat.example/ns/unbound#";

}  // namespace syndicat::xml
