// Node::block_text: what extraction measures and compares.

#include "html/document.hpp"
#include "html/serialize_text.hpp"

namespace syndicat::html {

std::string Node::block_text() const { return flowing_text(*this, 1); }

}  // namespace syndicat::html
