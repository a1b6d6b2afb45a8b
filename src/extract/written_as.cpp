#include "extract/written_as.hpp"

namespace syndicat::extract {

std::string_view written_as(Tag tag) {
  switch (tag) {
    case Tag::em:
    case Tag::i:
    case Tag::dfn: return "em";
    case Tag::strong:
    case Tag::b: return "strong";
    case Tag::code:
    case Tag::tt: return "code";
    case Tag::sub: return "sub";
    case Tag::sup: return "sup";
    case Tag::kbd: return "kbd";
    case Tag::samp: return "samp";
    case Tag::var: return "var";
    case Tag::cite: return "cite";
    case Tag::q: return "q";
    case Tag::del:
    case Tag::s:
    case Tag::strike: return "del";
    case Tag::ins: return "ins";
    case Tag::mark: return "mark";
    case Tag::ruby: return "ruby";
    case Tag::rt: return "rt";
    default: return {};
  }
}

}  // namespace syndicat::extract
