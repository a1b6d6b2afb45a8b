// SVG and MathML (section 13.2.6.5).

#include "html/tree_builder.hpp"

namespace syndicat::html {

using enum TokenKind;

bool TreeBuilder::in_foreign_content(Token& token) {
  const auto is_breakout = [&] {
    if (token.kind == end_tag) return token.name == names::kBr || token.name == names::kP;
    if (token.name == names::kFont) {
      return has_attribute(token, names::kColor) || has_attribute(token, names::kFace) ||
             has_attribute(token, names::kSize);
    }
    return has_trait(token.name, names::traits::breakout);
  };

  switch (token.kind) {
    case TokenKind::text: {
      std::string_view text = token.text;
      bool lasting = token.lasting;
      if (tokenizer_.page_has_nul() && text.find('\0') != std::string_view::npos) {
        std::string replaced;
        for (const char c : text) {
          if (c == '\0') {
            replaced += "\xEF\xBF\xBD";
          } else {
            replaced += c;
          }
        }
        text = state_->arena.keep(replaced);
        lasting = true;
      }
      for (const char c : token.text) {
        if (!is_html_space(c) && c != '\0') frameset_ok_ = false;
        if (!frameset_ok_) break;
      }
      insert_text(text, token.offset, lasting);
      return false;
    }
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case end: return false;
    case start_tag:
    case end_tag: break;
  }

  if (is_breakout()) {
    error("html-tag-in-foreign-content", token);
    while (current().key >= kSvgKey && !current().html_integration_point &&
           !(current().key >= kMathKey && current().key != (kMathKey | names::kAnnotationXml) &&
             is_special(current().key))) {
      pop();
    }
    // By the insertion mode, even where a fragment's context is foreign.
    return by_mode(token);
  }

  if (token.kind == start_tag) {
    const Key key = adjusted_current_key();
    insert_element(token, key >= kMathKey ? Namespace::mathml : Namespace::svg);
    if (token.self_closing) {
      token.self_closing = false;
      pop();
    }
    return false;
  }

  const Name adjusted = svg_element_name(token.name);
  const auto is_named = [&](const Open& open) {
    const Key name = open.key & ~(kSvgKey | kMathKey);
    return name == token.name || name == adjusted;
  };
  if (!is_named(current())) error("misnested-tag", token);
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (is_named(stack_[i])) {
      const std::uint32_t node = stack_[i].node;
      while (true) {
        const bool found = current().node == node;
        pop();
        if (found) return false;
      }
    }
    if (stack_[i - 1].key < kSvgKey) return by_mode(token);
  }
  return false;
}

}  // namespace syndicat::html
