#pragma once
// The schema verdict, by libxml2. It is the gate and the cross-check; its messages name the wrong element, so
// people hear the rules instead.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "xml/document.hpp"

namespace syndicat::xml {

// Nothing where `document` is valid by the RELAX NG `schema` (XML form), else libxml2's first complaint. Fails as
// `misuse` where the schema itself is none.
Result<std::optional<Flaw>> check_relaxng(std::string_view document, std::string_view schema);

}  // namespace syndicat::xml
