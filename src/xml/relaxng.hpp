#pragma once
// The schema verdict, by libxml2. It is the gate and the cross-check; its messages name the wrong element, so
// people hear the rules instead.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "xml/document.hpp"

namespace syndicat::xml {

// The grammar for an element that stands in another vocabulary, by its namespace and local name; empty: none.
using GrammarOf = std::string_view (*)(std::string_view uri, std::string_view local);

// An element of which a document holds any number in one place, each judged for itself: an item of a channel. The
// schema defines it under its local name.
struct Repeated {
  std::string_view parent;      // the local name of what it stands in
  std::string_view uri, local;  // its own name
  std::size_t kept = 64;  // so many are judged with the whole: a short document needs no more, and one may have to
                          // be there
};

// Nothing where `document` is valid by the RELAX NG `schema` (XML form), else libxml2's first complaint. Fails as
// `misuse` where the schema itself is none. Where `extensions` is given and the schema has nothing to complain about,
// each element whose parent is of another namespace is checked on its own by the grammar for it; a grammar is read
// only where such an element is. The views that it gives must outlive the call, and the same grammar be the same view.
Result<std::optional<Flaw>> check_relaxng(std::string_view document, std::string_view schema,
                                          GrammarOf extensions = nullptr, const Repeated* repeated = nullptr);

}  // namespace syndicat::xml
